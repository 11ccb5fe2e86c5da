// zh: 有哪些指标？
// en: Which indicators are measured?
// ask: 哪些指标最常用
// ask: 指标清单
// ask: 用了多少个指标
// ask: list the indicators
// ask: which indicators are used most
// ask: how many indicators are there
// say-zh: 共{rows}个指标。
// say-en: {rows} indicators are measured.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: indicator 指标 what is measured, under its canonical name
// column: targets 目标数 targets that measure it
// column: plans 方案数 plans that set them
// evidence: evidence
// :param plan => null
// :param region => null
// :param year => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (c:Clause)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE c.plan IN plans AND ($year IS NULL OR t.year = $year)
WITH i, count(DISTINCT t) AS targets, count(DISTINCT c.plan) AS named, collect(DISTINCT {clause: c.id, quote: t.quote}) AS evidence
RETURN i.name AS indicator, targets, named AS plans, evidence
ORDER BY targets DESC, indicator, i.id
