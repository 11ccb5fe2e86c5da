// zh: 哪个方案的任务最多？
// en: Which plan has the most tasks?
// ask: 任务最多的方案
// ask: 按任务数给方案排名
// ask: 哪个方案的条款最多
// ask: which plan has the most clauses
// ask: rank the plans by tasks
// ask: number of tasks by plan
// say-zh: {plan*tasks}的任务最多：{tasks}项。
// say-en: {plan*tasks} has the most tasks: {tasks}.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: tasks 任务数 clauses with a duty list
// column: clauses 条款数 all its clauses
// evidence: evidence
// :param region => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
MATCH (c:Clause {plan: p.id})
WITH p, count(c) AS clauses, count(CASE WHEN c.kind = 'measure' THEN 1 END) AS tasks,
     collect(CASE WHEN c.kind = 'measure' THEN {clause: c.id, quote: c.title} END) AS evidence
RETURN p.title AS plan, tasks, clauses, evidence
ORDER BY tasks DESC, plan, p.id
