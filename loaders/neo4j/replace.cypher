// What a plan said before, so that it can be taken out without touching what other plans say.

// known: which of these plans are in the store
UNWIND $plans AS id
MATCH (p:Plan {id: id})
RETURN p.id AS id;

// around_plan: what stands next to the plan itself: its issuers, the region that it covers
MATCH (p:Plan {id: $plan})-[r]-(s)
RETURN labels(s) AS labels, s.id AS id, collect(DISTINCT r.surface) AS surfaces;

// around_clauses: departments with a duty, projects, companies, places and documents that its clauses name
MATCH (c:Clause {plan: $plan})-[r]-(s)
RETURN labels(s) AS labels, s.id AS id, collect(DISTINCT r.surface) AS surfaces;

// around_targets: what its targets measure and which projects they are for
MATCH (t:Target {plan: $plan})-[r]-(s)
RETURN labels(s) AS labels, s.id AS id, collect(DISTINCT r.surface) AS surfaces;

// around_projects: owners and places that this plan gives to projects; another plan may give them too
UNWIND $projects AS id
MATCH (p:Project {id: id})-[r:OWNED_BY|LOCATED_IN]->(s)
WITH r, s
WHERE r.plan = $plan
RETURN labels(s) AS labels, s.id AS id, collect(DISTINCT r.surface) AS surfaces;

// drop_between: this plan's facts between nodes that stay
UNWIND $projects AS id
MATCH (p:Project {id: id})-[r:OWNED_BY|LOCATED_IN]->(s)
WITH r
WHERE r.plan = $plan
DELETE r;

// drop_targets
MATCH (n:Target {plan: $plan})
DETACH DELETE n;

// drop_commitments
MATCH (n:Commitment {plan: $plan})
DETACH DELETE n;

// drop_clauses
MATCH (n:Clause {plan: $plan})
DETACH DELETE n;

// drop_sections
MATCH (n:Section {plan: $plan})
DETACH DELETE n;

// drop_plan
MATCH (n:Plan {id: $plan})
DETACH DELETE n;
