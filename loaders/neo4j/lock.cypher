// One writer at a time. The node stands only inside a transaction, is gone before it ends and is never seen from
// outside; the constraint on its id makes a second writer wait for the first.

// take
MERGE (p:Plan {id: ':writer'});

// give
MATCH (p:Plan {id: ':writer'})
DETACH DELETE p;
