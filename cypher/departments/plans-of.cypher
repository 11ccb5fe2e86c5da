// zh: {department}出现在哪些方案中？
// en: In which plans does {department} appear?
// ask: 哪些方案涉及{department}
// ask: 哪些方案给{department}安排了任务
// ask: {department}参与了哪些方案
// ask: which plans name {department}
// ask: plans with tasks for {department}
// ask: how many plans involve {department}
// say-zh: {department}出现在{rows}个方案中。
// say-en: {department} appears in {rows} plans.
// param: department department required a department's id
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: plan 方案 a plan that gives it a duty
// column: tasks 任务数 clauses of that plan in which it has a duty
// column: led 牵头 those of them that it leads, stated or declared
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param region => null

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH d, r, c
MATCH (p:Plan {id: c.plan})
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH d, p, count(DISTINCT c) AS tasks, count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN c.id END) AS led,
     collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, p.title AS plan, tasks, led, evidence
ORDER BY tasks DESC, plan, p.id
