// zh: 哪些目标没有期限？
// en: Which targets have no deadline?
// ask: 没有年份的目标
// ask: 缺少期限的目标值
// ask: 哪些目标没有写明年份
// ask: targets without a year
// ask: targets that lack a deadline
// ask: how many targets have no year
// say-zh: 有{rows}个目标没有期限。
// say-en: {rows} targets have no deadline.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: indicator 指标 what is measured
// column: value 数值 the number as printed
// column: unit 单位 the unit as printed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE t.year IS NULL
WITH c, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN i.name AS indicator, t.value AS value, t.unit AS unit, p.title AS plan, c.number AS number,
       [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
