// zh: 牵头是依据什么认定的？
// en: On what basis do departments count as lead?
// ask: 各种牵头依据各有多少
// ask: 按依据统计牵头任务
// ask: 牵头依据的分布
// ask: number of leads by basis
// ask: how many leads of each basis
// ask: what are the bases of the leads
// say-zh: 共{rows}种依据，最多的是{basis*leads}：{leads}项。
// say-en: {rows} bases; the most frequent is {basis*leads}: {leads} leads.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: basis 牵头依据 stated 明示, declared 统一约定, sole 唯一负责, first_listed 列第一位
// column: leads 牵头数 body and clause pairs; of sole and first_listed, those that would count
// column: departments 部门数 bodies concerned
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c:Clause)
WHERE r.lead_basis IS NOT NULL AND c.plan IN plans
WITH r.lead_basis AS basis, count(r) AS leads, count(DISTINCT d) AS departments, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN basis, leads, departments, evidence
ORDER BY leads DESC, basis
