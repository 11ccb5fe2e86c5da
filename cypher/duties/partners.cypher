// zh: {department}和哪些部门共事最多？
// en: Which departments does {department} work with most?
// ask: {department}经常和谁合作
// ask: 哪些部门与{department}一起承担任务
// ask: {department}的合作部门有哪些
// ask: who works with {department}
// ask: who does {department} share tasks with
// ask: partners of {department}
// say-zh: 与{department}共事最多的是{partner*tasks}：{tasks}项任务。
// say-en: {partner*tasks} works most with {department}: {tasks} tasks.
// param: department department required a department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: limit integer 50 at most so many rows
// column: department 部门 the body asked for
// column: partner 共事部门 a body that bears a duty in the same clauses
// column: tasks 共同任务数 clauses in which both have a duty
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param plan => null
// :param region => null
// :param limit => 50

MATCH (d:Department {id: $department})-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH DISTINCT d, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH d, c
MATCH (o:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WHERE o.id <> $department
WITH d, o, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, o.name AS partner, tasks, evidence
ORDER BY tasks DESC, partner, o.id
LIMIT $limit
