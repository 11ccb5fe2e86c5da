// «TYPE», «START» and «END» stand for names from the schema. The count that comes back shows that both ends were there.

// fact: belongs to one plan, whose earlier facts are gone by now, so that it is made and not sought
UNWIND $rows AS row
MATCH (a:«START» {id: row.start})
MATCH (b:«END» {id: row.end})
CREATE (a)-[r:«TYPE»]->(b)
SET r = row.properties
RETURN count(*) AS written;

// timeless: 六盘水市 WITHIN 贵州省 belongs to no plan and is there once; sought from its start, which has few of them
UNWIND $rows AS row
MATCH (a:«START» {id: row.start})
MATCH (b:«END» {id: row.end})
MERGE (a)-[:«TYPE»]->(b)
RETURN count(*) AS written;
