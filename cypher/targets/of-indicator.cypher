// zh: {indicator}的目标是多少？
// en: What is the target for {indicator}?
// ask: {indicator}
// ask: {indicator}要达到多少
// ask: 各方案对{indicator}定了什么目标
// ask: {indicator}的数值
// ask: what value is set for {indicator}
// ask: how much {indicator}
// ask: {indicator} target
// ask: {indicator}要下降多少
// ask: {indicator}的目标提高到多少
// ask: how much should {indicator} fall
// ask: how high is the {indicator} target
// ask: targets of {indicator} in each plan
// say-zh: {indicator}有{rows}个目标值。
// say-en: {rows} targets are set for {indicator}.
// param: indicator indicator required an indicator's id
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
// :param indicator => "indicator:单位地区生产总值能耗"
// :param plan => null
// :param region => null
// :param year => null

MATCH (i:Indicator {id: $indicator})<-[:MEASURES]-(t:Target)<-[:SETS]-(c:Clause)
WHERE $year IS NULL OR t.year = $year
WITH c, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN i.name AS indicator, t.op AS op, t.value AS value, t.value_to AS value_to, t.unit AS unit, t.year AS year,
       t.baseline_year AS baseline, t.stance AS stance, p.title AS plan, c.number AS number,
       [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
