// zh: 各方案的条款
// en: The clauses of the plans
// column: id 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: number 序号 number as printed
// column: path 路径 numerals of the headings above
// column: title 标题 heading
// column: kind 类别 measure or statement
// column: text 条文 the words
// column: position 次序 order in the plan, from 0
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
// column: section 章节编号 id of the section that holds it
MATCH (c:Clause)
OPTIONAL MATCH (c:Clause)-[:PART_OF]->(s:Section)
RETURN c.id AS id, c.plan AS plan, c.number AS number, c.path AS path, c.title AS title, c.kind AS kind,
       c.text AS text, c.position AS position, c.page AS page, c.locus AS locus, s.id AS section
ORDER BY plan, position, id
