// zh: 哪些条款没有责任部门？
// en: Which clauses name no department?
// ask: 没有责任分工的条款
// ask: 缺少责任部门的条款
// ask: 哪些条款没有人负责
// ask: clauses without a department
// ask: clauses without a duty
// ask: which clauses have nobody in charge
// say-zh: 有{rows}个条款没有责任部门。
// say-en: {rows} clauses name no department.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: targets 目标数 targets that it sets all the same
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)
WHERE NOT EXISTS { (:Department)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c) }
WITH c, COUNT { (c)-[:SETS]->(:Target) } AS targets
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, targets, [{clause: c.id, quote: c.title}] AS evidence
ORDER BY plan, p.id, c.position, c.id
