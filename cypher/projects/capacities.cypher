// zh: 哪些项目写明了规模？
// en: Which projects state a capacity?
// ask: 有规模的项目
// ask: 各项目的规模
// ask: 项目产能多大
// ask: projects with a capacity
// ask: how big are the projects
// ask: capacity of the projects
// say-zh: 有{rows}个项目写明了规模。
// say-en: {rows} projects state a capacity.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: project 项目 the project's name
// column: capacity 规模 its capacity as printed
// column: owner 业主 the companies that own it by the word of this plan
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:NAMES]->(x:Project)
WHERE r.capacity IS NOT NULL
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, c, r, x, COLLECT { MATCH (x)-[:OWNED_BY {plan: c.plan}]->(o:Company) RETURN DISTINCT o.name ORDER BY o.name } AS owner
RETURN x.name AS project, r.capacity AS capacity, owner, p.title AS plan, c.number AS number,
       [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
