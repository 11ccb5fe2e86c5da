// zh: 各方案的定性目标
// en: The commitments without a number that the plans make
// column: id 定性目标编号 id of the commitment
// column: clause 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: what 内容 the aim as printed
// column: year 年份 deadline
// column: vague 空泛 whether nothing could verify it
// column: quote 原文 the words that prove it
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
MATCH (c:Clause)-[:COMMITS_TO]->(m:Commitment)
RETURN m.id AS id, c.id AS clause, m.plan AS plan, m.what AS what, m.year AS year, m.vague AS vague,
       m.quote AS quote, m.page AS page, m.locus AS locus
ORDER BY clause, id
