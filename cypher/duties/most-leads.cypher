// zh: 哪个部门牵头的任务最多？
// en: Which department leads the most tasks?
// ask: 谁牵头的任务最多
// ask: 谁牵头最多
// ask: 有哪些牵头部门
// ask: 各部门牵头任务数
// ask: 各部门牵头多少任务
// ask: 按牵头任务数量排名
// ask: who leads most
// ask: list the lead departments
// ask: how many tasks does each department lead
// ask: 牵头任务最多的部门是哪个
// ask: 按牵头任务数给部门排名
// ask: who leads the most clauses
// ask: which department is the lead most often
// ask: rank the departments by the number of tasks they lead
// say-zh: {department*tasks}牵头的任务最多：{tasks}项。
// say-en: {department*tasks} leads the most tasks: {tasks}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// param: limit integer 50 at most so many rows
// column: department 部门 the body's official name
// column: tasks 牵头任务数 clauses that it leads, each counted once
// evidence: evidence
// :param plan => null
// :param region => null
// :param basis => ["stated","declared"]
// :param limit => 50

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c:Clause)
WHERE r.lead_basis IN $basis AND c.plan IN plans
WITH d, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, tasks, evidence
ORDER BY tasks DESC, department, d.id
LIMIT $limit
