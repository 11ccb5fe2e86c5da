// zh: 有哪些方案？
// en: Which plans are loaded?
// ask: 已入库的方案有哪些
// ask: 列出所有方案
// ask: 一共有多少个方案
// ask: list the plans
// ask: how many plans are there
// ask: what plans do you have
// say-zh: 共{rows}个方案。
// say-en: {rows} plans are loaded.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: jurisdiction 地区 the area that it is for
// column: status 状态 draft 征求意见稿, issued 印发 or unknown
// column: number 文号 its document number
// column: issued_on 印发日期 the date printed
// column: sample 示例 true where the plan is made up, to show the kind
// evidence: none
// :param region => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
RETURN p.title AS plan, p.jurisdiction AS jurisdiction, p.status AS status, p.document_number AS number,
       p.issued_on AS issued_on, coalesce(p.sample, false) AS sample
ORDER BY plan, p.id
