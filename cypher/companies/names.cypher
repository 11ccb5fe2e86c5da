// zh: {company}有哪些叫法？
// en: Under which names does {company} appear?
// ask: {company}的简称有哪些
// ask: {company}又叫什么
// ask: {company}的别名
// ask: what are the names of {company}
// ask: aliases of {company}
// ask: how is {company} printed
// say-zh: {company}有{rows}种叫法。
// say-en: {company} is printed in {rows} ways.
// param: company company required a company's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the fullest form of its name
// column: printed 原文写法 the name as printed
// column: plan 方案 the plan that prints it so
// column: times 次数 how often
// evidence: evidence
// :param company => "company:首钢水城钢铁集团有限责任公司"
// :param plan => null
// :param region => null

MATCH (o:Company {id: $company})<-[r:MENTIONS]-(c:Clause)
WITH o, r, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH o, r.surface AS printed, p, count(r) AS times, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN o.name AS company, printed, p.title AS plan, times, evidence
ORDER BY times DESC, printed, plan, p.id
