// zh: 各种角色各有多少项责任？
// en: How many duties are there of each role?
// ask: 牵头、负责、配合、落实各有多少
// ask: 按角色统计责任数
// ask: 责任的角色分布
// ask: number of duties by role
// ask: how many duties per role
// ask: distribution of the roles
// say-zh: 共{rows}种角色，最多的是{role*duties}：{duties}项责任。
// say-en: {rows} roles; the most frequent is {role*duties}: {duties} duties.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: role 角色 lead 牵头, responsible 负责, support 配合 or implement 落实
// column: duties 责任数 body and clause pairs with that role
// column: departments 部门数 bodies that have that role
// column: tasks 任务数 clauses that name that role
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END AS role, d, c, r
WITH role, count(r) AS duties, count(DISTINCT d) AS departments, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN role, duties, departments, tasks, evidence
ORDER BY duties DESC, role
