// zh: {company}有哪些项目？
// en: Which projects does {company} have?
// ask: {company}的项目
// ask: {company}承担了多少个项目
// ask: {company}名下的项目清单
// ask: projects of {company}
// ask: how many projects does {company} own
// say-zh: {company}有{rows}个项目。
// say-en: {company} has {rows} projects.
// param: company company required a company's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the owner, by the word of any loaded plan
// column: project 项目 the project's name
// column: capacity 规模 its capacity as printed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: box 专栏 专栏 where it stands in a box and not in the running text
// evidence: evidence
// :param company => "company:首钢水城钢铁集团有限责任公司"
// :param plan => null
// :param region => null

MATCH (o:Company {id: $company})<-[:OWNED_BY]-(x:Project)
WITH DISTINCT o, x
MATCH (c:Clause)-[r:NAMES]->(x)
WITH o, x, c, r
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN o.name AS company, x.name AS project, r.capacity AS capacity, p.title AS plan, c.number AS number,
       c.title AS clause, CASE WHEN r.start < c.start OR r.end > c.end THEN '专栏' END AS box, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
