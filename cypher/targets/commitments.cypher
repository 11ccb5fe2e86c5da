// zh: 有哪些定性目标？
// en: Which commitments have a deadline but no number?
// ask: 没有数值的目标有哪些
// ask: 列出定性承诺
// ask: {year}年的定性目标
// ask: qualitative targets
// ask: commitments for {year}
// ask: pledges without a number
// ask: pledges without figures
// ask: targets without a value
// ask: how many commitments are there
// say-zh: 共{rows}个定性目标。
// say-en: {rows} commitments have a deadline but no number.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: year 年份 the deadline
// column: what 内容 the aim as printed
// column: vague 笼统 whether nothing could verify it
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null
// :param year => null

MATCH (c:Clause)-[:COMMITS_TO]->(m:Commitment)
WHERE $year IS NULL OR m.year = $year
WITH c, m
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN m.year AS year, m.what AS what, m.vague AS vague, p.title AS plan, c.number AS number,
       [{clause: c.id, quote: m.quote}] AS evidence
ORDER BY plan, p.id, c.position, m.start, m.id
