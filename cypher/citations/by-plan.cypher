// zh: 各方案引用了多少个文件？
// en: How many documents does each plan cite?
// ask: 哪个方案引用的文件最多
// ask: 按方案统计引用文件数
// ask: 引用文件最多的方案
// ask: which plan cites the most documents
// ask: number of citations by plan
// ask: rank the plans by cited documents
// say-zh: {plan*documents}引用的文件最多：{documents}个。
// say-en: {plan*documents} cites the most documents: {documents}.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the citing plan
// column: documents 文件数 documents that it cites
// evidence: evidence
// :param region => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
MATCH (c:Clause {plan: p.id})-[r:CITES]->(x:Document)
WITH p, count(DISTINCT x) AS documents, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN p.title AS plan, documents, evidence
ORDER BY documents DESC, plan, p.id
