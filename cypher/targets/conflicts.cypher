// zh: 哪些指标在不同方案中的目标不一致？
// en: Which indicators have different values in different plans?
// ask: 哪些目标相互矛盾
// ask: 同一指标不同方案取值不同
// ask: 目标冲突有哪些
// ask: conflicting targets
// ask: do the plans contradict each other on an indicator
// ask: do the plans contradict each other on the same indicator
// ask: which targets contradict each other
// ask: same indicator but different values across plans
// say-zh: 同一地区同一年份，有{rows}对目标值不一致。
// say-en: {rows} pairs of targets differ for the same region and year.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: region 地区 the area that both plans cover
// column: indicator 指标 what both measure
// column: year 年份 the deadline of both
// column: plan 方案甲 the one plan
// column: value 数值甲 its value with operator and unit, both ends of a range
// column: other_plan 方案乙 the other plan
// column: other_value 数值乙 the other value
// evidence: evidence
// :param region => null
// :param year => null

MATCH (i:Indicator)<-[:MEASURES]-(a:Target)
WHERE a.year IS NOT NULL AND ($year IS NULL OR a.year = $year)
WITH i, a
MATCH (i)<-[:MEASURES]-(b:Target)
WHERE b.plan > a.plan AND b.year = a.year AND a.stance = b.stance
  AND (coalesce(a.base_value, a.value) <> coalesce(b.base_value, b.value) OR a.op <> b.op
    OR (a.unit = b.unit AND coalesce(a.value_to, a.value) <> coalesce(b.value_to, b.value)))
  AND coalesce(a.base_unit, a.unit) = coalesce(b.base_unit, b.unit)
WITH i, a, b
MATCH (p:Plan {id: a.plan})-[:COVERS]->(g:Region)<-[:COVERS]-(o:Plan {id: b.plan})
WHERE $region IS NULL OR EXISTS { (g)-[:WITHIN*0..4]->(:Region {id: $region}) }
RETURN g.name AS region, i.name AS indicator, a.year AS year, p.title AS plan,
       a.op + ' ' + CASE WHEN a.value = toInteger(a.value) THEN toString(toInteger(a.value)) ELSE toString(a.value) END +
       CASE WHEN a.value_to IS NULL THEN '' WHEN a.value_to = toInteger(a.value_to) THEN '—' + toString(toInteger(a.value_to)) ELSE '—' + toString(a.value_to) END + a.unit AS value, o.title AS other_plan,
       b.op + ' ' + CASE WHEN b.value = toInteger(b.value) THEN toString(toInteger(b.value)) ELSE toString(b.value) END +
       CASE WHEN b.value_to IS NULL THEN '' WHEN b.value_to = toInteger(b.value_to) THEN '—' + toString(toInteger(b.value_to)) ELSE '—' + toString(b.value_to) END + b.unit AS other_value,
       [{clause: a.clause, quote: a.quote}, {clause: b.clause, quote: b.quote}] AS evidence
ORDER BY region, indicator, year, a.id, b.id
