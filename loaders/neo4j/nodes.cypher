// «LABEL» stands for a label of the schema, and only of the schema, as «TYPE», «START» and «END» do elsewhere:
// Cypher takes no parameter in their place. Everything that comes out of a document is a parameter.

// node: a shared node that another plan has brought already stays the same node
UNWIND $rows AS row
MERGE (n:«LABEL» {id: row.id})
SET n += row.properties
RETURN count(*) AS written;
