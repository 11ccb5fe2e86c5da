// zh: 引用的文件中哪些也已入库？
// en: Which cited documents are loaded as plans?
// ask: 哪些引用文件是已入库的方案
// ask: 已加载方案之间的引用
// ask: 方案之间互相引用
// ask: cited documents that are loaded plans
// ask: which loaded plans cite each other
// ask: citations between loaded plans
// say-zh: 有{rows}处引用指向已入库的方案。
// say-en: {rows} citations point to a loaded plan.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the citing plan
// column: cited 被引方案 the loaded plan that it cites
// column: clause 条款 the citing clause's title
// evidence: evidence
// maybe-empty: the plans that ship need not cite each other
// :param region => null

MATCH (c:Clause)-[r:CITES]->(x:Document)-[:IS]->(q:Plan)
WITH c, r, q
MATCH (p:Plan {id: c.plan})
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
RETURN p.title AS plan, q.title AS cited, c.title AS clause, [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.id, q.id
