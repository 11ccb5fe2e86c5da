// zh: 哪个部门承担的任务最多？
// en: Which department has the most tasks?
// ask: 谁的任务最多
// ask: 哪个部门{role}的任务最多
// ask: 哪个部门{role}最多
// ask: 各部门任务数
// ask: 各部门有多少任务
// ask: how many tasks does each department have
// ask: 按任务数给部门排名
// ask: 任务最多的部门是哪个
// ask: which department bears the most duties
// ask: who {role} the most tasks
// ask: rank the departments by their number of tasks
// say-zh: {department*tasks}承担的任务最多：{measures}项任务中有{tasks}项。
// say-en: {department*tasks} has the most tasks: {tasks} of {measures}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: role role null lead, responsible, support or implement; null for any
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// param: limit integer 50 at most so many rows
// column: department 部门 the body's official name
// column: tasks 任务数 clauses in which it has a duty (in the role asked for), each counted once
// column: measures 任务总数 clauses with a duty list, in all
// column: led 牵头 of its tasks, those that it leads, on the bases asked for
// column: responsible 负责 those that it is responsible for
// column: supported 配合 those that it supports
// column: implemented 落实 those that it implements
// evidence: evidence
// :param plan => null
// :param region => null
// :param role => null
// :param basis => ["stated","declared"]
// :param limit => 50

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (m:Clause {kind: 'measure'})
WHERE m.plan IN plans
WITH plans, count(m) AS measures
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans AND ($role IS NULL
  OR ($role = 'lead' AND coalesce(r.lead_basis, '') IN $basis)
  OR ($role <> 'lead' AND type(r) = CASE $role WHEN 'responsible' THEN 'RESPONSIBLE_FOR' WHEN 'support' THEN 'SUPPORTS' ELSE 'IMPLEMENTS' END))
WITH d, measures, c, r, type(r) AS kind, coalesce(r.lead_basis, '') IN $basis AS leads
WITH d, measures, count(DISTINCT c) AS tasks,
     count(DISTINCT CASE WHEN leads THEN c.id END) AS led,
     count(DISTINCT CASE WHEN kind = 'RESPONSIBLE_FOR' AND NOT leads THEN c.id END) AS responsible,
     count(DISTINCT CASE WHEN kind = 'SUPPORTS' THEN c.id END) AS supported,
     count(DISTINCT CASE WHEN kind = 'IMPLEMENTS' THEN c.id END) AS implemented,
     collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN d.name AS department, tasks, measures, led, responsible, supported, implemented, evidence
ORDER BY tasks DESC, department, d.id
LIMIT $limit
