// zh: 每个方案里哪个部门牵头的任务最多？
// en: In each plan, which department leads the most tasks?
// ask: 各方案牵头任务最多的部门
// ask: 每个方案谁牵头的任务最多
// ask: who leads the most tasks in each plan
// ask: the department with the most leads in every plan
// ask: top lead of each plan
// say-zh: {rows}个方案有牵头部门。
// say-en: {rows} plans name a lead.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: plan 方案 the plan's title
// column: department 部门 the bodies with the most leads; several where they are level
// column: tasks 牵头任务数 clauses that each of them leads
// evidence: evidence
// :param region => null
// :param basis => ["stated","declared"]

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
MATCH (c:Clause {plan: p.id})
WITH p, c
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c)
WHERE r.lead_basis IN $basis
WITH p, d, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS proof
ORDER BY p.id, tasks DESC, d.name, d.id
WITH p, max(tasks) AS most, collect({id: d.id, name: d.name, tasks: tasks, proof: proof}) AS bodies
UNWIND bodies AS body
WITH p, most, body
WHERE body.tasks = most
RETURN p.title AS plan, body.name AS department, most AS tasks, body.proof AS evidence
ORDER BY plan, p.id, department, body.id
