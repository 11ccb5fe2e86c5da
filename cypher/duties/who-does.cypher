// zh: 谁负责“{topic}”？
// en: Who is responsible for “{topic}”?
// ask: “{topic}”由哪些部门负责
// ask: “{topic}”的责任部门
// ask: 哪个部门管“{topic}”
// ask: who is in charge of “{topic}”
// ask: which departments have duties about “{topic}”
// ask: which department handles “{topic}”
// say-zh: 标题或正文含“{$topic}”的条款中有{rows}项责任。
// say-en: Clauses whose title or text has “{$topic}” hold {rows} duties.
// param: topic topic required words of a clause's title or text
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: in_title 标题含有 whether the title itself has the words; else its text
// column: department 部门 a body with a duty in it
// column: role 角色 its role
// evidence: evidence
// :param topic => "绿色"
// :param plan => null
// :param region => null

MATCH (c:Clause)
WHERE c.title CONTAINS $topic OR c.text CONTAINS $topic
WITH c, coalesce(c.title CONTAINS $topic, false) AS in_title
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, c, in_title
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
RETURN p.title AS plan, c.number AS number, c.title AS clause, in_title, d.name AS department, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'RESPONSIBLE_FOR' THEN '负责' WHEN 'SUPPORTS' THEN '配合' ELSE '落实' END AS role,
       [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY in_title DESC, plan, p.id, c.position, c.id, r.position, r.id
