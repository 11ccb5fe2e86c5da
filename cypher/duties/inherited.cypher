// zh: 哪些责任适用于其后所有任务？
// en: Which duties hold for all following tasks?
// ask: 哪些责任是继承的
// ask: 适用于所有任务的责任
// ask: 哪些部门对所有任务都有责任
// ask: which duties are inherited
// ask: duties that apply to every task
// ask: which departments have a duty in all tasks
// say-zh: 有{rows}个部门的责任适用于其后所有任务。
// say-en: {rows} bodies have a duty that holds for all following tasks.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: department 部门 the body
// column: role 角色 its role
// column: tasks 任务数 clauses to which the duty carries over
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p
MATCH (c:Clause {plan: p.id})
WITH p, c
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WHERE r.inherited
WITH p, d, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END AS role, c, r
WITH p, d, role, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN p.title AS plan, d.name AS department, role, tasks, evidence
ORDER BY plan, p.id, tasks DESC, department, d.id
