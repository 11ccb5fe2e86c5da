// zh: {department}在{year}年有哪些任务到期？
// en: Which tasks of {department} fall due in {year}?
// ask: {department}到{year}年要完成哪些任务
// ask: {department}{year}年到期的任务
// ask: {year}年{department}的任务
// ask: what must {department} complete by {year}
// ask: tasks of {department} due in {year}
// ask: deadlines of {department} in {year}
// ask: what falls due for {department} in {year}
// say-zh: {department}在{year}年有{rows}项目标到期。
// say-en: {department} has {rows} aims that fall due in {year}.
// param: department department required a department's id
// param: year year required the deadline
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: department 部门 the body's official name
// column: year 年份 the deadline
// column: what 内容 the target's indicator and value, or the commitment, as printed
// column: role 角色 the body's role in the clause
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// evidence: evidence
// :param department => "department:贵州省六盘水市/生态环境局"
// :param year => 2025
// :param plan => null
// :param region => null

MATCH (d:Department {id: $department})-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
WITH d, c, collect(DISTINCT CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END) AS roles
MATCH (c)-[:SETS|COMMITS_TO]->(a:Target|Commitment)
WHERE a.year = $year
WITH d, c, roles, a
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN d.name AS department, a.year AS year, coalesce(a.what, a.quote) AS what, roles[0] AS role, p.title AS plan,
       c.number AS number, c.title AS clause, [{clause: c.id, quote: a.quote}] AS evidence
ORDER BY plan, p.id, c.position, a.start, a.id
