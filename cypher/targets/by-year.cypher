// zh: 每年各有多少个目标到期？
// en: How many targets fall due in each year?
// ask: 按年份统计目标数
// ask: 目标的年份分布
// ask: 哪一年到期的目标最多
// ask: 目标集中在哪一年到期
// ask: number of targets by year
// ask: targets per year
// ask: which year has the most targets
// say-zh: {year*targets}年到期的目标最多：{targets}个。
// say-en: Most targets fall due in {year*targets}: {targets}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: year 年份 the deadline; empty where none is printed
// column: targets 目标数 targets that fall due
// column: indicators 指标数 indicators that they measure
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE c.plan IN plans
WITH t.year AS year, count(DISTINCT t) AS targets, count(DISTINCT i) AS indicators, collect(DISTINCT {clause: c.id, quote: t.quote}) AS evidence
RETURN year, targets, indicators, evidence
ORDER BY targets DESC, year
