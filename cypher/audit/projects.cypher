// zh: 各条款列出的项目
// en: The projects that the clauses name
// column: project 项目编号 id of the project
// column: name 项目 name
// column: clause 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: quote 原文 the words that prove it
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
MATCH (c:Clause)-[r:NAMES]->(p:Project)
RETURN p.id AS project, p.name AS name, c.id AS clause, r.plan AS plan, r.quote AS quote, r.page AS page, r.locus AS locus
ORDER BY clause, project, r.id
