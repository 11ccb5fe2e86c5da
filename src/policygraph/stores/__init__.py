"""The stores: an embedded one that needs no server of the user's, and Neo4j, behind one small interface.
`open_store("~/plans").query("MATCH (p:Plan) RETURN p.title AS 方案")` gives 六盘水市减污降碳协同增效实施方案, …
"""

from __future__ import annotations

from collections.abc import Callable

from policygraph.stores.store import Answer, Store

__all__ = ["Answer", "Store", "open_store"]


def open_store(
    where: str | None = None, *, write: bool = False, daemon: bool = True, password: Callable[[], str] | None = None
) -> Store:
    """Opens the store at `where`: a folder, or `bolt://…`, `neo4j://…`; None takes what the environment names.

    An embedded server is started when none runs; with `daemon` it stays for the next call until it is idle, without
    it goes when the store is closed. `password` is asked for Neo4j's where `NEO4J_PASSWORD` is not set.
    Raises PolicyGraphError where nothing answers or the user is refused.
    """
    from policygraph.stores.places import place

    return Store(place(where, daemon=daemon, password=password), write=write)
