// zh: 哪些任务没有牵头部门？
// en: Which tasks have no lead department?
// ask: 缺少牵头部门的任务
// ask: 无人牵头的任务
// ask: 没有明确牵头的条款
// ask: tasks without a lead
// ask: clauses that nobody leads
// ask: how many tasks lack a lead
// say-zh: 有{rows}项任务没有牵头部门。
// say-en: {rows} tasks have no lead.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: bodies 部门数 bodies with a duty in it
// evidence: evidence
// :param plan => null
// :param region => null
// :param basis => ["stated","declared"]

MATCH (c:Clause {kind: 'measure'})
WHERE NOT EXISTS { MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c) WHERE r.lead_basis IN $basis }
WITH c, COUNT { (:Department)-[:RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c) } AS bodies
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, bodies, [{clause: c.id, quote: c.title}] AS evidence
ORDER BY plan, p.id, c.position, c.id
