// One writer at a time on Neo4j. The node of `take` stands only inside a transaction, is gone before it ends and is never
// seen from outside; the constraint on its id makes a second writer wait for the first.

// take
MERGE (p:Plan {id: ':writer'});

// give
MATCH (p:Plan {id: ':writer'})
DETACH DELETE p;

// Stands outside the transaction that it speaks of, so that readers see it; a commit may be tried again long after.
// mark: a commit is about to be applied
MERGE (m:_Commit {id: $id})
SET m.at = timestamp();

// unmark: it has been, or it failed; so have those whose writers were killed half a minute ago
MATCH (m:_Commit)
WHERE m.id = $id OR m.at < timestamp() - 30000
DELETE m;

// marked: whether one is being applied now
MATCH (m:_Commit)
WHERE m.at > timestamp() - 30000
WITH count(m) AS marks
RETURN marks > 0 AS marked;
