// zh: 哪些部门有多种叫法？
// en: Which departments are printed under several names?
// ask: 有多个名称的部门
// ask: 同一部门不同叫法
// ask: 名称不统一的部门
// ask: departments with several names
// ask: departments with more than one alias
// ask: same department under different names
// say-zh: 有{rows}个部门有多种叫法。
// say-en: {rows} departments are printed under several names.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: names 叫法数 how many forms are printed
// column: printed 原文写法 the forms
// evidence: evidence
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH d, r.surface AS surface, collect(DISTINCT {clause: c.id, quote: r.quote}) AS proof
ORDER BY d.id, surface
WITH d, count(surface) AS names, collect(surface) AS printed, collect(proof) AS evidence
WHERE names > 1
RETURN d.name AS department, names, printed, evidence
ORDER BY names DESC, department, d.id
