// zh: 哪个文件被引用得最多？
// en: Which document is cited most?
// ask: 引用次数最多的文件
// ask: 按引用次数给文件排名
// ask: 最常被引用的文件
// ask: the most cited documents
// ask: rank the documents by citations
// ask: which documents are cited most often
// say-zh: {document*clauses}被引用最多：{clauses}个条款。
// say-en: {document*clauses} is cited most: by {clauses} clauses.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: limit integer 50 at most so many rows
// column: document 文件 the cited document's title
// column: clauses 条款数 clauses that cite it
// column: plans 方案数 plans that cite it
// evidence: evidence
// :param plan => null
// :param region => null
// :param limit => 50

MATCH (c:Clause)-[r:CITES]->(x:Document)
WITH c, r, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH x, count(DISTINCT c) AS clauses, count(DISTINCT p) AS plans, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN x.title AS document, clauses, plans, evidence
ORDER BY clauses DESC, document, x.id
LIMIT $limit
