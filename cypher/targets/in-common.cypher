// zh: {plan}和{other}有哪些共同指标？
// en: Which indicators do {plan} and {other} have in common?
// ask: {plan}与{other}都有的指标
// ask: 比较{plan}和{other}的目标
// ask: {plan}和{other}相同的指标
// ask: compare the targets of {plan} and {other}
// ask: indicators in both {plan} and {other}
// ask: shared indicators of {plan} and {other}
// say-zh: 两个方案共同指标的目标值有{rows}对。
// say-en: The two plans share {rows} pairs of targets.
// param: plan plan required a plan's id
// param: other plan required another plan's id
// param: year year null the deadline; null for any
// column: indicator 指标 what both plans measure
// column: value 数值 the one plan's value with operator and unit, both ends of a range
// column: year 年份 its deadline
// column: other_value 另一方案数值 the other plan's value
// column: other_year 另一方案年份 its deadline
// evidence: evidence
// :param plan => "plan:六盘水市减污降碳协同增效实施方案(征求意见稿)"
// :param other => "plan:六盘水市“十四五”节能减排综合工作实施方案"
// :param year => null

MATCH (i:Indicator)<-[:MEASURES]-(a:Target {plan: $plan})
WHERE $year IS NULL OR a.year = $year
WITH i, a
MATCH (i)<-[:MEASURES]-(b:Target {plan: $other})
WHERE $year IS NULL OR b.year = $year
RETURN i.name AS indicator, a.op + ' ' + CASE WHEN a.value = toInteger(a.value) THEN toString(toInteger(a.value)) ELSE toString(a.value) END +
       CASE WHEN a.value_to IS NULL THEN '' WHEN a.value_to = toInteger(a.value_to) THEN '—' + toString(toInteger(a.value_to)) ELSE '—' + toString(a.value_to) END + a.unit AS value, a.year AS year,
       b.op + ' ' + CASE WHEN b.value = toInteger(b.value) THEN toString(toInteger(b.value)) ELSE toString(b.value) END +
       CASE WHEN b.value_to IS NULL THEN '' WHEN b.value_to = toInteger(b.value_to) THEN '—' + toString(toInteger(b.value_to)) ELSE '—' + toString(b.value_to) END + b.unit AS other_value, b.year AS other_year,
       [{clause: a.clause, quote: a.quote}, {clause: b.clause, quote: b.quote}] AS evidence
ORDER BY indicator, a.id, b.id
