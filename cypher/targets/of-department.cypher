// zh: {department}要完成哪些目标？
// en: Which targets does {department} have to meet?
// ask: {department}的目标
// ask: 哪些目标由{department}{role}
// ask: {department}{role}多少个目标
// ask: targets of {department}
// ask: which targets does {department} {role}
// ask: how many targets does {department} have
// say-zh: {department}的任务中有{rows}个目标值。
// say-en: The tasks of {department} hold {rows} targets.
// param: department department required a department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: year year null the deadline; null for any
// param: role role null lead, responsible, support or implement; null for any
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: department 部门 the body's official name
// column: role 角色 its role in the clause that sets the target
// column: indicator 指标 what is measured
// column: op 方式 eq reach, ge at least, le at most, decrease or increase by
// column: value 数值 the number as printed
// column: value_to 至 the upper end of a range
// column: unit 单位 the unit as printed
// column: year 年份 the deadline
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param plan => null
// :param region => null
// :param year => null
// :param role => null
// :param basis => ["stated","declared"]

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WHERE ($role IS NULL
  OR ($role = 'lead' AND coalesce(r.lead_basis, '') IN $basis)
  OR ($role <> 'lead' AND type(r) = CASE $role WHEN 'responsible' THEN 'RESPONSIBLE_FOR' WHEN 'support' THEN 'SUPPORTS' ELSE 'IMPLEMENTS' END))
WITH d, c, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS roles
MATCH (c)-[:SETS]->(t:Target)-[:MEASURES]->(i:Indicator)
WHERE $year IS NULL OR t.year = $year
WITH d, c, roles, t, i
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN d.name AS department,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN roles THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS role,
       i.name AS indicator, t.op AS op, t.value AS value, t.value_to AS value_to, t.unit AS unit,
       t.year AS year, p.title AS plan, c.number AS number, [{clause: c.id, quote: t.quote}] AS evidence
ORDER BY plan, p.id, c.position, t.start, t.id
