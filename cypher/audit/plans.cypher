// zh: 各方案及其适用地区、上级地区
// en: The plans with the region that each covers and the regions above it
// column: plan 方案编号 id of the plan
// column: title 方案名称 title as printed
// column: status 状态 draft, issued or unknown
// column: jurisdiction 地区 the area that issued it
// column: issued_on 印发日期 date of issue
// column: region 行政区编号 id of the region that the plan covers
// column: above 上级行政区编号 ids of the regions that it lies within
// column: number 文号 its document number
MATCH (p:Plan)
OPTIONAL MATCH (p:Plan)-[:COVERS]->(r:Region)
OPTIONAL MATCH (r:Region)-[:WITHIN*1..5]->(a:Region)
WITH p, r.id AS region, a.id AS higher
WITH p, region, collect(DISTINCT higher) AS above
RETURN p.id AS plan, p.title AS title, p.status AS status, p.jurisdiction AS jurisdiction, p.issued_on AS issued_on,
       region, above, p.document_number AS number
ORDER BY plan, region
