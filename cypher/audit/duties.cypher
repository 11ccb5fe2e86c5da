// zh: 每个部门在每个条款中的职责
// en: Each department's role in each clause
// column: department 部门编号 id of the department
// column: name 部门 full official name
// column: jurisdiction 地区 the area that the department serves
// column: collective 集合名 whether the name stands for several bodies
// column: type 角色 LEADS, RESPONSIBLE_FOR, SUPPORTS or IMPLEMENTS
// column: basis 牵头依据 stated, declared, sole or first_listed
// column: surface 原文写法 the name as printed
// column: position 位次 place in the printed list, from 0
// column: inherited 统一落实 whether it follows from a sentence that holds for all clauses
// column: clause 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: quote 原文 the words that prove it
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
MATCH (d:Department)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause)
RETURN d.id AS department, d.name AS name, d.jurisdiction AS jurisdiction, d.collective AS collective,
       type(r) AS type, r.lead_basis AS basis, r.surface AS surface, r.position AS position, r.inherited AS inherited,
       c.id AS clause, r.plan AS plan, r.quote AS quote, r.page AS page, r.locus AS locus
ORDER BY clause, position, r.id
