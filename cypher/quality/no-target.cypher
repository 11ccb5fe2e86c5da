// zh: 哪些任务没有目标？
// en: Which tasks have no target?
// ask: 哪些条款没有目标值
// ask: 缺少目标的任务
// ask: 没有目标和期限的任务有多少
// ask: tasks without a target
// ask: clauses that set no target
// ask: how many tasks lack targets
// say-zh: 有{rows}项任务没有目标值。
// say-en: {rows} tasks set no target.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: commitments 定性目标数 its aims with a deadline but no number
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause {kind: 'measure'})
WHERE NOT EXISTS { (c)-[:SETS]->(:Target) }
WITH c, COUNT { (c)-[:COMMITS_TO]->(:Commitment) } AS commitments
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, commitments, [{clause: c.id, quote: c.title}] AS evidence
ORDER BY plan, p.id, c.position, c.id
