// zh: 各方案有多少个目标？
// en: How many targets does each plan set?
// ask: 哪个方案的目标最多
// ask: 按方案统计目标数
// ask: 目标最多的方案
// ask: which plan sets the most targets
// ask: number of targets by plan
// ask: rank the plans by their targets
// say-zh: {plan*targets}的目标最多：{targets}个。
// say-en: {plan*targets} sets the most targets: {targets}.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: plan 方案 the plan's title
// column: targets 目标数 targets that it sets
// column: firm 明确承诺 those without 力争 or 原则上
// evidence: evidence
// :param region => null
// :param year => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
MATCH (c:Clause {plan: p.id})-[:SETS]->(t:Target)
WHERE $year IS NULL OR t.year = $year
WITH p, count(DISTINCT t) AS targets, count(DISTINCT CASE WHEN t.stance = 'firm' THEN t.id END) AS firm,
     collect(DISTINCT {clause: c.id, quote: t.quote}) AS evidence
RETURN p.title AS plan, targets, firm, evidence
ORDER BY targets DESC, plan, p.id
