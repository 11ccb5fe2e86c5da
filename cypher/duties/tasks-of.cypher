// zh: {department}有哪些任务？
// en: What are the tasks of {department}?
// ask: {department}{role}哪些任务
// ask: {department}{role}哪些条款
// ask: {department}{role}什么
// ask: {department}{role}多少项任务
// ask: {department}的任务
// ask: {department}的职责是什么
// ask: {department}的责任
// ask: duties of {department}
// ask: which tasks does {department} {role}
// ask: which clauses does {department} {role}
// ask: what does {department} {role}
// ask: what does {department} have to do
// ask: how many tasks does {department} have
// ask: how many clauses does {department} {role}
// say-zh: {department}有{rows}项任务。
// say-en: {department} has {rows} tasks.
// param: department department required a department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: role role null lead, responsible, support or implement; null for any
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: department 部门 the body's official name
// column: role 角色 lead 牵头, responsible 负责, support 配合 or implement 落实; several where the clause gives it several
// column: basis 牵头依据 why it counts as lead; empty where it does not
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
WITH d, c, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS roles, collect(DISTINCT r.lead_basis) AS bases,
     collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN d.name AS department,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN roles THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS role,
       head([each IN ['stated', 'declared', 'sole', 'first_listed'] WHERE each IN bases]) AS basis, p.title AS plan,
       c.number AS number, c.title AS clause, evidence
ORDER BY plan, p.id, c.position, c.id
