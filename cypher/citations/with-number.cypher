// zh: 哪些引用文件写明了文号？
// en: Which cited documents have a number?
// ask: 引用文件的文号
// ask: 有文号的引用文件
// ask: 列出引用文件的编号
// ask: cited documents with a document number
// ask: cited documents that have a number
// ask: which citations give a number
// say-zh: 有{rows}处引用写明了文号。
// say-en: {rows} citations give a number.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: document 文件 the cited document's title
// column: number 文号 its number as printed
// column: plan 方案 the citing plan
// column: clause 条款 the citing clause's title
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:CITES]->(x:Document)
WHERE r.number IS NOT NULL
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN x.title AS document, r.number AS number, p.title AS plan, c.title AS clause, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY document, number, plan, p.id, c.position, r.id
