// zh: {department}和{other}共同承担哪些任务？
// en: Which tasks do {department} and {other} share?
// ask: {department}与{other}一起负责的任务
// ask: {department}和{other}合作哪些任务
// ask: what do {department} and {other} work on together
// ask: tasks shared by {department} and {other}
// ask: how many tasks do {department} and {other} have in common
// say-zh: {department}和{other}共同承担{rows}项任务。
// say-en: {department} and {other} share {rows} tasks.
// param: department department required a department's id
// param: other department required another department's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the one body
// column: its_role 其角色 its role in the clause
// column: other 另一部门 the other body
// column: other_role 另一角色 the other's role
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param other => "department:贵州省六盘水市/发展和改革委员会"
// :param plan => null
// :param region => null

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH d, c, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS its, collect(DISTINCT {clause: c.id, quote: r.quote}) AS its_evidence
MATCH (o:Department {id: $other})-[s:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WITH d, c, its, its_evidence, o, collect(DISTINCT CASE type(s) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS others, collect(DISTINCT {clause: c.id, quote: s.quote}) AS other_evidence
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN d.name AS department,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN its THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS its_role,
       o.name AS other,
       reduce(said = '', each IN ['牵头', '负责', '配合', '落实'] | said + CASE WHEN NOT each IN others THEN '' WHEN said = '' THEN each ELSE '、' + each END) AS other_role,
       p.title AS plan, c.number AS number, c.title AS clause, [its_evidence, other_evidence] AS evidence
ORDER BY plan, p.id, c.position, c.id
