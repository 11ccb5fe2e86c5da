// zh: 哪些部门的任务涉及{company}？
// en: Which departments have tasks that concern {company}?
// ask: {company}归哪些部门管
// ask: {company}由谁负责
// ask: 与{company}有关的部门
// ask: which departments deal with {company}
// ask: who is responsible for {company}
// ask: departments in charge of {company}
// say-zh: 有{rows}个部门的任务涉及{company}。
// say-en: The tasks of {rows} departments name {company}.
// param: company company required a company's id
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: company 企业 the fullest form of its name
// column: department 部门 a body with a duty in a clause that names the company
// column: tasks 任务数 such clauses
// evidence: evidence
// :param company => "company:首钢水城钢铁集团有限责任公司"
// :param plan => null
// :param region => null

MATCH (o:Company {id: $company})<-[:MENTIONS]-(c:Clause)
WITH DISTINCT o, c
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH o, c
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c)
WITH o, d, count(DISTINCT c) AS tasks, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN o.name AS company, d.name AS department, tasks, evidence
ORDER BY tasks DESC, department, d.id
