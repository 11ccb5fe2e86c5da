// zh: 方案由哪些部门印发？
// en: Which departments issued the plan?
// ask: 是谁印发的
// ask: 发文机关是哪些
// ask: 哪些部门印发了方案
// ask: who issued it
// ask: which bodies published the plan
// ask: issuers of the plans
// say-zh: 印发部门有{rows}个。
// say-en: {rows} issuing bodies are printed.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: department 印发部门 a body that signs or issues it
// column: number 文号 the plan's document number
// column: issued_on 印发日期 the date printed
// evidence: none
// :param plan => null
// :param region => null

MATCH (d:Department)-[:ISSUED]->(p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, d.name AS department, p.document_number AS number, p.issued_on AS issued_on
ORDER BY plan, p.id, department, d.id
