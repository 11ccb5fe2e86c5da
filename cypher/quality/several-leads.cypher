// zh: 哪些任务有多个牵头部门？
// en: Which tasks have several leads?
// ask: 多头牵头的任务
// ask: 多个部门共同牵头的任务
// ask: 由好几个部门牵头的任务
// ask: 不止一个牵头部门的条款
// ask: tasks with more than one lead
// ask: tasks led by several departments
// ask: clauses with multiple leads
// say-zh: 有{rows}项任务由多个部门牵头。
// say-en: {rows} tasks have several leads.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: leads 牵头部门数 how many bodies lead it
// column: departments 牵头部门 who they are, in printed order
// evidence: evidence
// :param plan => null
// :param region => null
// :param basis => ["stated","declared"]

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c:Clause)
WHERE c.plan IN plans AND r.lead_basis IN $basis
WITH c, d, r
ORDER BY c.id, r.position, r.id
WITH c, count(DISTINCT d) AS leads, collect(DISTINCT d.name) AS departments, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
WHERE leads > 1
MATCH (p:Plan {id: c.plan})
RETURN p.title AS plan, c.number AS number, c.title AS clause, leads, departments, evidence
ORDER BY leads DESC, plan, p.id, c.position, c.id
