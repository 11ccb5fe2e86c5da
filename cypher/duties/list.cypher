// zh: 每项任务由哪些部门承担？
// en: Which departments bear each task?
// ask: 列出所有责任分工
// ask: 责任分工清单
// ask: 部门责任分工清单
// ask: list all duties
// ask: the duties of all departments
// say-zh: 共{rows}项责任。
// say-en: {rows} duties.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: department 部门 a body with a duty in it
// column: role 角色 lead 牵头, responsible 负责, support 配合 or implement 落实
// column: basis 牵头依据 why it counts as lead; empty where it does not
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH d, r, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, d.name AS department,
       CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END AS role,
       r.lead_basis AS basis, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, c.id, r.position, r.id
