// What follows from several plans together, and so is worked out after each change for the nodes concerned.

// aliases: as they stand now
UNWIND $ids AS id
MATCH (n:«LABEL» {id: id})
RETURN n.id AS id, n.aliases AS aliases;

// surfaces: every form in which a loaded plan prints the name: 市住建局, 市住房城乡建设局
UNWIND $ids AS id
MATCH (n:«LABEL» {id: id})-[r]-(s)
WITH n, r.surface AS surface
WHERE surface IS NOT NULL
RETURN n.id AS id, collect(DISTINCT surface) AS surfaces;

// set_aliases
UNWIND $rows AS row
MATCH (n:«LABEL» {id: row.id})
SET n.aliases = row.aliases;

// cited_plans: a plan just loaded is what earlier plans cite
UNWIND $plans AS id
MATCH (p:Plan {id: id})
MATCH (d:Document {title: p.title})
MERGE (d)-[:IS]->(p);

// cited_documents: a document just cited is a plan loaded before
UNWIND $documents AS id
MATCH (d:Document {id: id})
MATCH (p:Plan {title: d.title})
MERGE (d)-[:IS]->(p);
