// zh: {department}的任务涉及哪些项目？
// en: Which projects fall under the tasks of {department}?
// ask: {department}{role}哪些项目
// ask: {department}的项目
// ask: 由{department}{role}的项目
// ask: projects of {department}
// ask: which projects does {department} {role}
// ask: how many projects does {department} have
// say-zh: {department}的任务涉及{rows}个项目。
// say-en: {rows} projects fall under the tasks of {department}.
// param: department department required a department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: role role null lead, responsible, support or implement; null for any
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: department 部门 the body's official name
// column: role 角色 its role in the clause that names the project
// column: project 项目 the project's name
// column: owner 业主 the companies that own it by the word of this plan
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param plan => null
// :param region => null
// :param role => null
// :param basis => ["stated","declared"]

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE ($role IS NULL
  OR ($role = 'lead' AND coalesce(r.lead_basis, '') IN $basis)
  OR ($role <> 'lead' AND type(r) = CASE $role WHEN 'responsible' THEN 'RESPONSIBLE_FOR' WHEN 'support' THEN 'SUPPORTS' ELSE 'IMPLEMENTS' END))
WITH d, c, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS roles
MATCH (c)-[n:NAMES]->(x:Project)
WITH d, c, roles, n, x
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH d, p, c, roles, n, x, COLLECT { MATCH (x)-[:OWNED_BY {plan: c.plan}]->(o:Company) RETURN DISTINCT o.name ORDER BY o.name } AS owner
RETURN d.name AS department,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN roles THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS role,
       x.name AS project, owner, p.title AS plan, c.number AS number,
       c.title AS clause, [{clause: c.id, quote: n.quote}] AS evidence
ORDER BY plan, p.id, c.position, n.start, n.id
