// zh: 方案覆盖哪些地区？
// en: Which regions do the plans cover?
// ask: 有哪些地区的方案
// ask: 涉及哪些城市
// ask: 哪些地区有方案
// ask: which cities have a plan
// ask: list the regions
// ask: areas covered by the plans
// say-zh: 共覆盖{rows}个地区。
// say-en: The plans cover {rows} regions.
// column: region 地区 an area that a plan is for
// column: code 区划代码 its code in GB/T 2260
// column: level 级别 province, prefecture, county or zone
// column: plans 方案数 plans for it
// evidence: none

MATCH (p:Plan)-[:COVERS]->(g:Region)
WITH g, count(DISTINCT p) AS plans
RETURN g.name AS region, g.code AS code, g.level AS level, plans
ORDER BY plans DESC, region, g.id
