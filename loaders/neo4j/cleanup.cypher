// A shared node stays while any plan names it. Each statement looks only at nodes that a plan has just ceased to name,
// in this order: a project holds its owner and its place, a department holds its region, a region the one above it.

// Project
UNWIND $ids AS id
MATCH (n:Project {id: id})
WITH n
WHERE NOT EXISTS { (n)<-[:NAMES]-(:Clause) } AND NOT EXISTS { (n)<-[:FOR]-(:Target) }
DETACH DELETE n;

// Department
UNWIND $ids AS id
MATCH (n:Department {id: id})
WITH n
WHERE NOT EXISTS { (n)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|IMPLEMENTS]->(:Clause) } AND NOT EXISTS { (n)-[:ISSUED]->(:Plan) }
DETACH DELETE n;

// Indicator
UNWIND $ids AS id
MATCH (n:Indicator {id: id})
WITH n
WHERE NOT EXISTS { (n)<-[:MEASURES]-(:Target) }
DETACH DELETE n;

// Company
UNWIND $ids AS id
MATCH (n:Company {id: id})
WITH n
WHERE NOT EXISTS { (n)<-[:OWNED_BY]-(:Project) } AND NOT EXISTS { (n)<-[:MENTIONS]-(:Clause) }
DETACH DELETE n;

// Document
UNWIND $ids AS id
MATCH (n:Document {id: id})
WITH n
WHERE NOT EXISTS { (n)<-[:CITES]-(:Clause) }
DETACH DELETE n;

// Place
UNWIND $ids AS id
MATCH (n:Place {id: id})
WITH n
WHERE NOT EXISTS { (n)<-[:LOCATED_IN]-(:Project) } AND NOT EXISTS { (n)<-[:MENTIONS]-(:Clause) }
DETACH DELETE n;

// Region: run until nothing goes, since the region above a fallen one may fall with it
MATCH (n:Region)
WITH n
WHERE NOT EXISTS { (n)<-[:WITHIN]-(:Region) } AND NOT EXISTS { (n)<-[:SERVES]-(:Department) }
  AND NOT EXISTS { (n)<-[:COVERS]-(:Plan) } AND NOT EXISTS { (n)<-[:LOCATED_IN]-(:Project) }
  AND NOT EXISTS { (n)<-[:MENTIONS]-(:Clause) }
DETACH DELETE n
RETURN count(*) AS gone;
