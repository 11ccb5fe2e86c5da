// zh: 引用了哪些文件？
// en: Which documents are cited?
// ask: 列出引用文件
// ask: 引用了多少个文件
// ask: 依据哪些文件
// ask: list the cited documents
// ask: what does it cite
// ask: how many documents are cited
// ask: which laws does it refer to
// say-zh: 共{rows}处引用。
// say-en: {rows} citations.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: document 文件 the cited document's title
// column: number 文号 its number, where printed
// column: issuer 发文机关 its issuer, where printed
// column: plan 方案 the citing plan
// column: clause_number 条款号 the citing clause's number
// column: clause 条款 the citing clause's title
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (c:Clause)-[r:CITES]->(x:Document)
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN x.title AS document, r.number AS number, r.issuer AS issuer, p.title AS plan, c.number AS clause_number,
       c.title AS clause, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
