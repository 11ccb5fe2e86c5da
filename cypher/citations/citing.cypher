// zh: 哪些方案引用了{document}？
// en: Which plans cite {document}?
// ask: 哪些条款引用了{document}
// ask: {document}被谁引用
// ask: {document}在哪里被引用
// ask: which clauses cite {document}
// ask: where is {document} cited
// ask: citations of {document}
// say-zh: {document}被引用{rows}处。
// say-en: {document} is cited {rows} times.
// param: document document required a cited document's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: document 文件 the cited document's title
// column: plan 方案 the citing plan
// column: number 条款号 the citing clause's number
// column: clause 条款 the citing clause's title
// evidence: evidence
// :param document => "document:产业结构调整指导目录"
// :param plan => null
// :param region => null

MATCH (x:Document {id: $document})<-[r:CITES]-(c:Clause)
WITH x, r, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN x.title AS document, p.title AS plan, c.number AS number, c.title AS clause, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
