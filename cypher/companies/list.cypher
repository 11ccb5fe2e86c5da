// zh: 有哪些企业？
// en: Which companies are named?
// ask: 提到了哪些企业
// ask: 企业名单
// ask: 涉及多少家企业
// ask: list the companies
// ask: which plants and institutes appear
// ask: how many companies are there
// say-zh: 共{rows}家企业。
// say-en: {rows} companies are named.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the fullest form of its name
// column: kind 类别 company, plant or institute
// column: clauses 条款数 clauses that name it
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:MENTIONS]->(o:Company)
WITH c, r, o
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH o, count(DISTINCT c) AS clauses, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN o.name AS company, o.kind AS kind, clauses, evidence
ORDER BY clauses DESC, company, o.id
