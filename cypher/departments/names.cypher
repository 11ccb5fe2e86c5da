// zh: {department}有哪些叫法？
// en: Under which names does {department} appear?
// ask: {department}的简称有哪些
// ask: {department}又叫什么
// ask: {department}的别名
// ask: what are the names of {department}
// ask: aliases of {department}
// ask: how is {department} printed
// say-zh: {department}有{rows}种叫法。
// say-en: {department} is printed in {rows} ways.
// param: department department required a department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: printed 原文写法 the name as printed
// column: plan 方案 the plan that prints it so
// column: times 次数 duty lists that print it so
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param plan => null
// :param region => null

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH d, r, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH d, r.surface AS printed, p, count(r) AS times, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, printed, p.title AS plan, times, evidence
ORDER BY times DESC, printed, plan, p.id
