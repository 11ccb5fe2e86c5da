// zh: 项目的业主
// en: Who owns each project
// column: project 项目编号 id of the project
// column: plan 方案编号 id of the plan that says so
// column: company 企业 name of the company
MATCH (p:Project)-[r:OWNED_BY]->(k:Company)
RETURN p.id AS project, r.plan AS plan, k.name AS company
ORDER BY project, plan, company, k.id
