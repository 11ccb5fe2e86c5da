// zh: 名称含“{words}”的项目有哪些？
// en: Which projects have “{words}” in their name?
// ask: “{words}”项目
// ask: “{words}”的项目
// ask: “{words}”有哪些项目
// ask: “{words}”的项目在哪一条
// ask: projects about “{words}”
// ask: which projects have to do with “{words}”
// ask: projects called “{words}”
// say-zh: 名称、业主或原文含“{$words}”的项目有{rows}个。
// say-en: {rows} projects have “{$words}” in their name, their owner's or their quote.
// param: words words required words of a project's or owner's name
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: project 项目 the project's name
// column: owner 业主 the companies that own it by the word of this plan
// column: capacity 规模 its capacity as printed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: box 专栏 专栏 where it stands in a box and not in the running text
// evidence: evidence
// :param words => "烧结机"
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:NAMES]->(x:Project)
WITH c, r, x, COLLECT { MATCH (x)-[:OWNED_BY {plan: c.plan}]->(o:Company) RETURN DISTINCT o.name ORDER BY o.name } AS owner
WHERE x.name CONTAINS $words OR r.quote CONTAINS $words OR any(each IN owner WHERE each CONTAINS $words)
WITH c, r, x, owner
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN x.name AS project, owner, r.capacity AS capacity, p.title AS plan, c.number AS number, c.title AS clause,
       CASE WHEN r.start < c.start OR r.end > c.end THEN '专栏' END AS box, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
