// zh: {company}在哪些条款中被提到？
// en: Which clauses mention {company}?
// ask: 哪些条款提到{company}
// ask: {company}出现在哪里
// ask: {company}被提到几次
// ask: where is {company} mentioned
// ask: clauses that name {company}
// ask: in which tasks does {company} appear
// say-zh: {company}在{rows}处被提到。
// say-en: {company} is mentioned {rows} times.
// param: company company required a company's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the fullest form of its name
// column: printed 原文写法 the name as printed there
// column: plan 方案 the plan's title
// column: number 条款号 the clause's number
// column: clause 条款 the clause's title
// evidence: evidence
// :param company => "company:首钢水城钢铁集团有限责任公司"
// :param plan => null
// :param region => null

MATCH (o:Company {id: $company})<-[r:MENTIONS]-(c:Clause)
WITH o, r, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
RETURN o.name AS company, r.surface AS printed, p.title AS plan, c.number AS number, c.title AS clause,
       [{clause: c.id, quote: r.quote}] AS evidence
ORDER BY plan, p.id, c.position, r.start, r.id
