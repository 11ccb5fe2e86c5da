// zh: 哪些目标没有基期？
// en: Which targets have no baseline?
// ask: 没有基期的目标
// ask: 缺少基准年的目标
// ask: 哪些目标没有写明基期
// ask: targets without a baseline
// ask: targets that lack a baseline year
// ask: how many targets have no baseline
// say-zh: 有{rows}个增减目标没有基期。
// say-en: {rows} targets of change have no baseline.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: indicator 指标 what is measured
// column: op 方式 decrease or increase by
// column: value 数值 the number as printed
// column: value_to 至 the upper end of a range
// column: unit 单位 the unit as printed
// column: year 年份 the deadline
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null
// :param year => null

MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE t.op IN ['decrease', 'increase'] AND t.baseline_year IS NULL AND ($year IS NULL OR t.year = $year)
WITH c, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN i.name AS indicator, t.op AS op, t.value AS value, t.value_to AS value_to, t.unit AS unit, t.year AS year, p.title AS plan,
       c.number AS number, [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
