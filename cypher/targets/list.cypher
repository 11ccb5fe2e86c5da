// zh: 有哪些目标？
// en: Which targets are set?
// ask: 列出目标值
// ask: {year}年的目标有哪些
// ask: {year}年到期的目标有哪些
// ask: which targets are due in {year}
// ask: 设定了多少个目标
// ask: 量化目标清单
// ask: what are the targets
// ask: list the targets for {year}
// ask: how many targets are there
// ask: which numeric targets does it set
// say-zh: 共{rows}个目标值。
// say-en: {rows} targets are set.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: indicator 指标 what is measured, under its canonical name
// column: op 方式 eq reach, ge at least, le at most, decrease or increase by
// column: value 数值 the number as printed
// column: value_to 至 the upper end of a range
// column: unit 单位 the unit as printed
// column: year 年份 the deadline
// column: baseline 基期 the year compared with
// column: stance 力度 firm, aspire 力争 or in_principle 原则上
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null
// :param year => null

MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE $year IS NULL OR t.year = $year
WITH c, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN i.name AS indicator, t.op AS op, t.value AS value, t.value_to AS value_to, t.unit AS unit, t.year AS year,
       t.baseline_year AS baseline, t.stance AS stance, p.title AS plan, c.number AS number,
       [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
