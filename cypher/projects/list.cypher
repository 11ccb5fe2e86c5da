// zh: 有哪些项目？
// en: Which projects are named?
// ask: 列出重点项目
// ask: 共有多少个项目
// ask: 项目清单
// ask: list the projects
// ask: what projects are there
// ask: how many projects are there
// say-zh: 共{rows}个项目。
// say-en: {rows} projects are named.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: project 项目 the fullest name that the text supports
// column: owner 业主 the companies that own it by the word of this plan
// column: capacity 规模 its capacity as printed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: box 专栏 专栏 where it stands in a box and not in the running text
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:NAMES]->(x:Project)
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, c, r, x, COLLECT { MATCH (x)-[:OWNED_BY {plan: c.plan}]->(o:Company) RETURN DISTINCT o.name ORDER BY o.name } AS owner
RETURN x.name AS project, owner, r.capacity AS capacity, p.title AS plan, c.number AS number, c.title AS clause,
       CASE WHEN r.start < c.start OR r.end > c.end THEN '专栏' END AS box, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
