// The whole graph, for the digest and for exports.

// plans
MATCH (p:Plan)
RETURN p.id AS id, p.title AS title, p.jurisdiction AS jurisdiction, p.status AS status,
       p.document_number AS document_number
ORDER BY id;

// owned: how many nodes of a label each plan owns
MATCH (n:«LABEL»)
RETURN n.plan AS plan, count(*) AS count
ORDER BY plan;

// joined: how many relationships of a type each plan has made
MATCH (a:«START»)-[r:«TYPE»]->(b:«END»)
RETURN r.plan AS plan, count(*) AS count
ORDER BY plan;

// nodes: all but the marks of writers that were killed
MATCH (n)
WITH n, labels(n) AS labels
WHERE NOT '_Commit' IN labels
RETURN labels, properties(n) AS properties;

// relationships
MATCH (a)-[r]->(b)
RETURN type(r) AS type, labels(a) AS start_labels, a.id AS start, labels(b) AS end_labels, b.id AS end, properties(r) AS properties;

// ids: of all nodes with a label, a page of which the next two take
MATCH (n:«LABEL»)
RETURN n.id AS id;

// nodes_of
UNWIND $ids AS id
MATCH (n:«LABEL» {id: id})
RETURN labels(n) AS labels, properties(n) AS properties;

// relationships_from
UNWIND $ids AS id
MATCH (a:«LABEL» {id: id})-[r]->(b)
RETURN type(r) AS type, labels(a) AS start_labels, a.id AS start, labels(b) AS end_labels, b.id AS end, properties(r) AS properties;

// clear
MATCH (n)
DETACH DELETE n;
