// zh: 各方案的章节
// en: The sections of the plans
// column: id 章节编号 id of the section
// column: plan 方案编号 id of the plan
// column: number 序号 number as printed
// column: title 标题 heading
// column: parent 上级章节编号 id of the section above, null at the top
MATCH (s:Section)
OPTIONAL MATCH (s:Section)-[:PART_OF]->(t:Section)
RETURN s.id AS id, s.plan AS plan, s.number AS number, s.title AS title, t.id AS parent
ORDER BY id
