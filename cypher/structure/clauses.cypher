// zh: 有哪些条款？
// en: Which clauses are there?
// ask: 列出所有条款
// ask: 共有多少条款
// ask: 有哪些任务
// ask: 列出任务清单
// ask: 条款清单
// ask: list the clauses
// ask: how many clauses are there
// ask: what tasks are there
// ask: how many tasks are there
// say-zh: 共{rows}个条款，其中任务{$count:kind=measure}项。
// say-en: {rows} clauses, {$count:kind=measure} of them tasks.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: kind 类别 measure (has a duty list: a task) or statement
// column: page 页码 the page, where the source has pages
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)
WITH c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, c.kind AS kind, c.page AS page,
       [{clause: c.id, quote: c.title}] AS evidence
ORDER BY plan, p.id, c.position, c.id
