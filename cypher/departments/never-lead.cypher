// zh: 哪些部门从不牵头？
// en: Which departments never lead?
// ask: 没有牵头任务的部门
// ask: 哪些部门不牵头任何任务
// ask: 从未牵头的部门有哪些
// ask: departments that do not lead any task
// ask: departments without a lead
// ask: which departments lead nothing
// say-zh: 有{rows}个部门从不牵头。
// say-en: {rows} departments never lead.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: department 部门 a body that leads nothing on the bases asked for
// column: tasks 任务数 clauses in which it has another duty
// evidence: evidence
// :param plan => null
// :param region => null
// :param basis => ["stated","declared"]

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department {collective: false})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH d, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence,
     count(CASE WHEN r.lead_basis IN $basis THEN 1 END) AS leads
WHERE leads = 0
RETURN d.name AS department, tasks, evidence
ORDER BY tasks DESC, department, d.id
