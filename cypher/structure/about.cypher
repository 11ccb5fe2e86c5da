// zh: 哪些条款提到“{topic}”？
// en: Which clauses mention “{topic}”?
// ask: “{topic}”的条款
// ask: 关于“{topic}”有哪些任务
// ask: “{topic}”的任务
// ask: “{topic}”在哪里提到
// ask: clauses about “{topic}”
// ask: tasks about “{topic}”
// ask: where is “{topic}” mentioned
// say-zh: 有{rows}个条款的标题或正文含“{$topic}”。
// say-en: The title or text of {rows} clauses has “{$topic}”.
// param: topic topic required words of a clause's title or text
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: kind 类别 measure or statement
// column: in_title 标题含有 whether the title itself has the words
// evidence: evidence
// :param topic => "绿色"
// :param plan => null
// :param region => null

MATCH (c:Clause)
WHERE c.title CONTAINS $topic OR c.text CONTAINS $topic
WITH c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN p.title AS plan, c.number AS number, c.title AS clause, c.kind AS kind,
       coalesce(c.title CONTAINS $topic, false) AS in_title, [{clause: c.id, quote: $topic}] AS evidence
ORDER BY plan, p.id, c.position, c.id
