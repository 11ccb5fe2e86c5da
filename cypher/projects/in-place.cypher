// zh: {place}有哪些项目？
// en: Which projects are located in {place}?
// ask: 位于{place}的项目
// ask: 落户{place}的项目有哪些
// ask: {place}的项目
// ask: projects in {place}
// ask: projects located at {place}
// ask: what is built in {place}
// say-zh: {place}有{rows}个项目。
// say-en: {rows} projects are located in {place}.
// param: place place required the id of a region or place
// param: plan plan null a plan's id; null counts every loaded plan
// column: place 地点 the area, park or site
// column: project 项目 the project's name
// column: owner 业主 the companies that own it by the word of this plan
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: box 专栏 专栏 where it stands in a box and not in the running text
// evidence: evidence
// :param place => "region:贵州省六盘水市水城区"
// :param plan => null

MATCH (x:Project)-[l:LOCATED_IN]->(g:Region|Place)
WHERE g.id = $place OR EXISTS { (g)-[:WITHIN*1..4]->(:Region {id: $place}) }
WITH DISTINCT g, x
MATCH (c:Clause)-[r:NAMES]->(x)
WHERE $plan IS NULL OR c.plan = $plan
WITH g, x, c, r
MATCH (p:Plan {id: c.plan})
WITH g, p, c, r, x, COLLECT { MATCH (x)-[:OWNED_BY {plan: c.plan}]->(o:Company) RETURN DISTINCT o.name ORDER BY o.name } AS owner
RETURN g.name AS place, x.name AS project, owner, p.title AS plan, c.number AS number, c.title AS clause,
       CASE WHEN r.start < c.start OR r.end > c.end THEN '专栏' END AS box, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id, g.id
