// zh: 哪些部门出现在多个方案中？
// en: Which departments appear in several plans?
// ask: 哪些部门在好几个方案里都有任务
// ask: 多个方案共有的部门
// ask: 不止一个方案涉及的部门
// ask: departments named in more than one plan
// ask: which departments do several plans have in common
// ask: departments that recur in several plans
// say-zh: 有{rows}个部门出现在多个方案中。
// say-en: {rows} departments appear in several plans.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: plans 方案数 plans that give it a duty
// column: titles 方案 their titles
// column: tasks 任务数 clauses in which it has a duty, over all of them
// evidence: evidence
// :param region => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
ORDER BY p.title, p.id
MATCH (c:Clause {plan: p.id})
WITH p, c
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WITH d, p, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS proof
ORDER BY d.id, p.title, p.id
WITH d, count(p) AS plans, collect(p.title) AS titles, sum(tasks) AS tasks, collect(proof) AS evidence
WHERE plans > 1
RETURN d.name AS department, plans, titles, tasks, evidence
ORDER BY plans DESC, tasks DESC, department, d.id
