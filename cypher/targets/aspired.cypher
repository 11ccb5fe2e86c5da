// zh: 哪些目标只是力争？
// en: Which targets are only aspired to?
// ask: 力争实现的目标有哪些
// ask: 哪些目标是原则上的
// ask: 努力争取的目标
// ask: aspirational targets
// ask: targets to strive for
// ask: which targets are not firm
// say-zh: 有{rows}个目标只是力争或原则上的。
// say-en: {rows} targets are aspired to or hold in principle.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: indicator 指标 what is measured
// column: stance 力度 aspire 力争 or in_principle 原则上
// column: op 方式 eq reach, ge at least, le at most, decrease or increase by
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
WHERE t.stance <> 'firm' AND ($year IS NULL OR t.year = $year)
WITH c, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN i.name AS indicator, t.stance AS stance, t.op AS op, t.value AS value, t.value_to AS value_to, t.unit AS unit, t.year AS year,
       p.title AS plan, c.number AS number, [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
