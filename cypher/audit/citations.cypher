// zh: 各条款引用的文件
// en: The documents that the clauses cite
// column: clause 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: title 引用文件 title inside the marks 《》
// column: quote 原文 the words that prove it
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
MATCH (c:Clause)-[r:CITES]->(d:Document)
RETURN c.id AS clause, r.plan AS plan, d.title AS title, r.quote AS quote, r.page AS page, r.locus AS locus
ORDER BY clause, title, r.id
