// zh: 哪些承诺是笼统的？
// en: Which commitments are vague?
// ask: 无法核实的目标有哪些
// ask: 含糊的定性目标
// ask: 笼统的目标
// ask: vague aims
// ask: commitments that nothing could verify
// ask: how many commitments are vague
// say-zh: 有{rows}个定性目标是笼统的。
// say-en: {rows} commitments are vague.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: what 内容 the aim as printed
// column: year 年份 the deadline
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null
// :param year => null

MATCH (c:Clause)-[:COMMITS_TO]->(m:Commitment {vague: true})
WHERE $year IS NULL OR m.year = $year
WITH c, m
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN m.what AS what, m.year AS year, p.title AS plan, c.number AS number, [{clause: c.id, quote: m.quote}] AS evidence
ORDER BY plan, p.id, c.position, m.start, m.id
