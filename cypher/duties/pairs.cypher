// zh: 哪些部门之间合作最多？
// en: Which departments work together most?
// ask: 哪两个部门共同承担的任务最多
// ask: 哪些部门经常一起合作
// ask: which two departments share the most tasks
// ask: pairs of departments that work together most often
// ask: which departments cooperate
// say-zh: {first*tasks}与{second*tasks}合作最多：{tasks}项任务。
// say-en: {first*tasks} and {second*tasks} share the most tasks: {tasks}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: limit integer 50 at most so many rows
// column: first 部门甲 one body
// column: second 部门乙 the other
// column: tasks 共同任务数 clauses in which both have a duty
// evidence: evidence
// :param plan => null
// :param region => null
// :param limit => 50

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p
MATCH (c:Clause {plan: p.id})
WITH c
MATCH (a:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WITH DISTINCT c, a
MATCH (b:Department)-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WHERE a.id < b.id
WITH a, b, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: s.quote}) AS evidence
RETURN a.name AS first, b.name AS second, tasks, evidence
ORDER BY tasks DESC, first, second, a.id, b.id
LIMIT $limit
