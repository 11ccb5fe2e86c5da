// zh: 哪些项目带有目标值？
// en: Which projects have targets of their own?
// ask: 有目标的项目
// ask: 项目的目标有哪些
// ask: 针对具体项目的目标
// ask: projects with a target
// ask: targets of projects
// ask: which targets belong to a project
// say-zh: 有{rows}个目标针对具体项目。
// say-en: {rows} targets belong to a project.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// column: project 项目 the project's name
// column: indicator 指标 what is measured
// column: value 数值 the number as printed
// column: value_to 至 the upper end of a range
// column: unit 单位 the unit as printed
// column: year 年份 the deadline
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// maybe-empty: not every plan sets a value for a single project
// :param plan => null
// :param region => null
// :param year => null

MATCH (c:Clause)-[:SETS]->(t:Target)-[:FOR]->(x:Project)
WHERE $year IS NULL OR t.year = $year
WITH c, t, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, c, t, x
MATCH (t)-[:MEASURES]->(i:Indicator)
RETURN x.name AS project, i.name AS indicator, t.value AS value, t.value_to AS value_to, t.unit AS unit, t.year AS year, p.title AS plan,
       c.number AS number, [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
