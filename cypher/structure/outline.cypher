// zh: 有哪些章节？
// en: Which sections are there?
// ask: 列出目录
// ask: 方案的结构
// ask: 分为多少个章节
// ask: table of contents
// ask: outline of the plan
// ask: how many sections are there
// ask: list the headings
// say-zh: 共{rows}个章节。
// say-en: {rows} sections.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 序号 the section's number as printed
// column: section 章节 the heading
// column: clauses 条款数 clauses that stand directly under it
// evidence: none
// :param plan => null
// :param region => null

MATCH (s:Section)
WITH s
MATCH (p:Plan {id: s.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, s, COUNT { (s)<-[:PART_OF]-(:Clause) } AS clauses
RETURN p.title AS plan, s.number AS number, s.title AS section, clauses
ORDER BY plan, p.id, s.position, s.id
