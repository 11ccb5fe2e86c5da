// zh: 哪些部门是统称？
// en: Which departments are collective names?
// ask: 没有指明具体部门的统称有哪些
// ask: 集体名称的部门
// ask: 统称的责任部门
// ask: collective bodies
// ask: which duties name bodies only collectively
// ask: list the collective departments
// say-zh: 有{rows}个统称。
// say-en: {rows} collective names stand in duty lists.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 统称 the collective name
// column: jurisdiction 所属地区 the area of the plan
// column: tasks 任务数 clauses that name it
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department {collective: true})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH d, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, d.jurisdiction AS jurisdiction, tasks, evidence
ORDER BY tasks DESC, department, d.id
