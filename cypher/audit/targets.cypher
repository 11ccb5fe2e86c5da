// zh: 各方案设定的目标值
// en: The targets that the plans set
// column: id 目标编号 id of the target
// column: clause 条款编号 id of the clause
// column: plan 方案编号 id of the plan
// column: indicator 指标 the indicator's one name across plans
// column: printed 原文指标 the indicator as printed
// column: op 关系 eq, ge, le, decrease or increase
// column: value 数值 number as printed
// column: value_to 上限 upper end of a range
// column: unit 单位 unit as printed
// column: base_value 换算值 the value in the base unit
// column: base_unit 基本单位 the base unit
// column: year 年份 deadline
// column: baseline_year 基准年 year that a change is measured from
// column: stance 语气 firm, aspire or in_principle
// column: project 项目编号 id of the project that the target is for
// column: quote 原文 the words that prove it
// column: page 页码 page, where the source has pages
// column: locus 原文位置 paragraph or table cell, where the source has such
MATCH (c:Clause)-[:SETS]->(t:Target)
OPTIONAL MATCH (t:Target)-[:MEASURES]->(i:Indicator)
OPTIONAL MATCH (t:Target)-[:FOR]->(p:Project)
RETURN t.id AS id, c.id AS clause, t.plan AS plan, i.name AS indicator, t.indicator AS printed, t.op AS op,
       t.value AS value, t.value_to AS value_to, t.unit AS unit, t.base_value AS base_value, t.base_unit AS base_unit,
       t.year AS year, t.baseline_year AS baseline_year, t.stance AS stance, p.id AS project, t.quote AS quote,
       t.page AS page, t.locus AS locus
ORDER BY clause, id, project
