// zh: 涉及哪些部门？
// en: Which departments appear?
// ask: 有哪些部门
// ask: 涉及多少个部门
// ask: 列出所有部门
// ask: 部门名单
// ask: which departments are involved
// ask: how many departments are there
// ask: list the departments
// say-zh: 涉及{rows}个部门。
// say-en: {rows} departments appear.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: jurisdiction 所属地区 the area whose body it is
// column: collective 统称 whether the name stands for several bodies
// column: tasks 任务数 clauses in which it has a duty
// column: plans 方案数 plans that name it in a duty list
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH d, count(DISTINCT c) AS tasks, count(DISTINCT c.plan) AS named, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, d.jurisdiction AS jurisdiction, d.collective AS collective, tasks, named AS plans, evidence
ORDER BY department, d.id
