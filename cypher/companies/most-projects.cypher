// zh: 哪家企业的项目最多？
// en: Which company has the most projects?
// ask: 项目最多的企业
// ask: 按项目数给企业排名
// ask: 谁是项目最多的业主
// ask: which company owns the most projects
// ask: rank the companies by projects
// ask: companies by number of projects
// say-zh: {company*projects}的项目最多：{projects}个。
// say-en: {company*projects} has the most projects: {projects}.
// param: plan plan null a plan's id; null counts every loaded plan
// param: region region null a region's id: only plans for it or for an area within it; null for all
// param: limit integer 50 at most so many rows
// column: company 企业 the owner, by the word of any loaded plan
// column: projects 项目数 projects that it owns
// evidence: evidence
// :param plan => null
// :param region => null
// :param limit => 50

MATCH (o:Company)<-[:OWNED_BY]-(x:Project)
WITH DISTINCT o, x
MATCH (c:Clause)-[r:NAMES]->(x)
WITH o, x, c, r
MATCH (p:Plan {id: c.plan})
WHERE ($plan IS NULL OR p.id = $plan)
  AND ($region IS NULL OR EXISTS { (p)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(:Region {id: $region}) })
WITH o, count(DISTINCT x) AS projects, collect(DISTINCT {clause: c.id, quote: r.quote}) AS evidence
RETURN o.name AS company, projects, evidence
ORDER BY projects DESC, company, o.id
LIMIT $limit
