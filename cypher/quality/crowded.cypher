// zh: 哪些任务涉及的部门最多？
// en: Which tasks involve the most departments?
// ask: 部门最多的任务
// ask: 哪个条款的责任部门最多
// ask: 按部门数给任务排名
// ask: which clause names the most departments
// ask: rank the tasks by departments
// ask: tasks by number of departments
// say-zh: 涉及部门最多的任务是{clause*departments}：{departments}个部门。
// say-en: {clause*departments} involves the most departments: {departments}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: limit integer 50 at most so many rows
// column: clause 条款 the clause's title
// column: departments 部门数 bodies with a duty in it
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param plan => null
// :param region => null
// :param limit => 50

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH collect(p.id) AS plans
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE c.plan IN plans
WITH c, count(DISTINCT d) AS departments, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
MATCH (p:Plan {id: c.plan})
RETURN c.title AS clause, departments, p.title AS plan, c.number AS number, evidence
ORDER BY departments DESC, plan, p.id, c.position, c.id
LIMIT $limit
