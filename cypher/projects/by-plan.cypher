// zh: 各方案有多少个项目？
// en: How many projects does each plan name?
// ask: 哪个方案的项目最多
// ask: 按方案统计项目数
// ask: 项目最多的方案
// ask: which plan has the most projects
// ask: which plan names the most projects
// ask: number of projects by plan
// ask: rank the plans by their projects
// say-zh: {plan*projects}的项目最多：{projects}个。
// say-en: {plan*projects} names the most projects: {projects}.
// param: region region null a region's id: only plans for it or for an area within it; null for all
// column: plan 方案 the plan's title
// column: projects 项目数 projects that it names
// column: owned 有业主 those to which it gives a company as owner
// evidence: evidence
// :param region => null

MATCH (p:Plan)
WHERE $region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) }
WITH p
MATCH (c:Clause {plan: p.id})-[r:NAMES]->(x:Project)
WITH p, c, r, x, EXISTS { (x)-[:OWNED_BY {plan: c.plan}]->(:Company) } AS has
WITH p, count(DISTINCT x) AS projects, count(DISTINCT CASE WHEN has THEN x.id END) AS owned,
     collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN p.title AS plan, projects, owned, evidence
ORDER BY projects DESC, plan, p.id
