// zh: 哪些企业出现在多个方案中？
// en: Which companies appear in several plans?
// ask: 哪些企业在好几个方案里都被提到
// ask: 多个方案共有的企业
// ask: 不止一个方案提到的企业
// ask: companies named in more than one plan
// ask: which companies do several plans have in common
// ask: companies that recur in several plans
// say-zh: 有{rows}家企业出现在多个方案中。
// say-en: {rows} companies appear in several plans.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the fullest form of its name
// column: plans 方案数 plans that name it
// column: clauses 条款数 clauses that name it
// evidence: evidence
// :param region => null

MATCH (o:Company)<-[r:MENTIONS]-(c:Clause)
WITH o, r, c
MATCH (p:Plan {id: c.plan})
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH o, count(DISTINCT p) AS plans, count(DISTINCT c) AS clauses, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
WHERE plans > 1
RETURN o.name AS company, plans, clauses, evidence
ORDER BY plans DESC, clauses DESC, company, o.id
