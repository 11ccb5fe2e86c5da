// zh: “{topic}”由谁牵头？
// en: Who leads on “{topic}”?
// ask: 哪个部门牵头“{topic}”
// ask: “{topic}”的牵头部门
// ask: 牵头“{topic}”的是谁
// ask: which department leads “{topic}”
// ask: lead of “{topic}”
// ask: who takes the lead on “{topic}”
// say-zh: 标题或正文含“{$topic}”的条款有{rows}个牵头部门。
// say-en: Clauses whose title or text has “{$topic}” name {rows} leads.
// param: topic topic required words of a clause's title or text
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: basis basis ["stated","declared"] what counts as lead: stated, declared, sole, first_listed
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// column: in_title 标题含有 whether the title itself has the words; else its text
// column: department 部门 the lead
// column: basis 牵头依据 why it counts as lead
// evidence: evidence
// :param topic => "绿色"
// :param plan => null
// :param region => null
// :param basis => ["stated","declared"]

MATCH (c:Clause)
WHERE c.title CONTAINS $topic OR c.text CONTAINS $topic
WITH c, coalesce(c.title CONTAINS $topic, false) AS in_title
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p, c, in_title
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR]->(c)
WHERE r.lead_basis IN $basis
RETURN p.title AS plan, c.number AS number, c.title AS clause, in_title, d.name AS department, r.lead_basis AS basis,
       [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY in_title DESC, plan, p.id, c.position, c.id, r.position, r.id
