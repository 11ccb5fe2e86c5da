// zh: 各方案有多少条款、责任、目标和项目？
// en: How many clauses, duties, targets and projects does each plan have?
// ask: 各方案的规模
// ask: 方案概况统计
// ask: 方案的总体情况
// ask: overview of the plans
// ask: statistics of each plan
// ask: how big is each plan
// say-zh: 共{rows}个方案。
// say-en: {rows} plans.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: clauses 条款数 its clauses
// column: tasks 任务数 those with a duty list
// column: duties 责任数 body and clause pairs
// column: targets 目标数 its targets
// column: commitments 定性目标数 its commitments
// column: projects 项目数 projects named
// column: citations 引用数 documents cited
// evidence: none
// :param plan => null
// :param region => null

MATCH (p:Plan)
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH p,
     COUNT { MATCH (c:Clause) WHERE c.plan = p.id } AS clauses,
     COUNT { MATCH (c:Clause) WHERE c.plan = p.id AND c.kind = 'measure' } AS tasks,
     COUNT { MATCH (d:Department)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(c:Clause) WHERE c.plan = p.id } AS duties,
     COUNT { MATCH (t:Target) WHERE t.plan = p.id } AS targets,
     COUNT { MATCH (m:Commitment) WHERE m.plan = p.id } AS commitments,
     COUNT { MATCH (c:Clause)-[:NAMES]->(x:Project) WHERE c.plan = p.id } AS projects,
     COUNT { MATCH (c:Clause)-[:CITES]->(x:Document) WHERE c.plan = p.id } AS citations
RETURN p.title AS plan, clauses, tasks, duties, targets, commitments, projects, citations
ORDER BY plan, p.id
