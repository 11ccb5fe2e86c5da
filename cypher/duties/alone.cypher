// zh: 哪些任务只由一个部门承担？
// en: Which tasks does one department bear alone?
// ask: 哪些任务由一个部门单独负责
// ask: 单独承担的任务
// ask: 独家负责的任务有哪些
// ask: tasks with only one department
// ask: which clauses have a single department in charge
// ask: tasks that nobody shares
// say-zh: 有{rows}项任务只由一个部门承担。
// say-en: {rows} tasks rest on one department alone.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the only body named
// column: role 角色 its role
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
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
WHERE NOT r.inherited
WITH p, c, collect(DISTINCT d.id) AS bodies, collect(DISTINCT d.name) AS names, collect(DISTINCT d.collective) AS collective, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS roles, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
WHERE size(bodies) = 1 AND NOT collective[0]
RETURN names[0] AS department,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN roles THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS role,
       p.title AS plan, c.number AS number, c.title AS clause, evidence
ORDER BY plan, p.id, c.position, c.id
