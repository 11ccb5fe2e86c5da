// zh: 哪些项目没有业主？
// en: Which projects have no owner?
// ask: 没有写明企业的项目
// ask: 缺少业主的项目
// ask: 无业主的项目有多少
// ask: projects without an owner
// ask: projects without a company
// ask: how many projects lack an owner
// say-zh: 有{rows}个项目没有业主。
// say-en: {rows} projects have no owner.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: project 项目 the project's name
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:NAMES]->(x:Project)
WHERE NOT EXISTS { (x)-[:OWNED_BY {plan: c.plan}]->(:Company) }
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN x.name AS project, p.title AS plan, c.number AS number, c.title AS clause, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
