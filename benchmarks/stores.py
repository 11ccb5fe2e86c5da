"""How fast plans go into the two stores, beside a bare loop of the driver that sends the same rows.

    python benchmarks/stores.py [--plans 100] [--rounds 1] [--store embedded neo4j newest]

The plans are copies of those that ship, each with a name of its own; four at a time share their departments, companies,
projects and places, all share indicators, documents and regions. Per store: rows per second of `Store.load_all` and of
the bare loop (UNWIND $rows in batches of 2,000, one transaction each, constraints made before), their ratio, which
should be 0.8 or more, then the time of the digest and of the ranking of departments by the tasks that they lead.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.stores import servers

from policygraph import sources
from policygraph.graph import Graph, Node, Relationship, build
from policygraph.questions import filled, question
from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores import Store, open_store
from policygraph.stores.statements import batches, statement

WARM_PLANS = 25
OWN = {"Department", "Company", "Project", "Place"}
SERVERS: dict[str, Callable[[], AbstractContextManager[servers.Server]]] = {
    "embedded": servers.embedded,
    "neo4j": servers.neo4j,
    "newest": servers.newest,
}
Work = tuple[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Timed:
    """Seconds of one round, and the digest of what it loaded."""

    ours: float
    bare: float
    digest: str


def main() -> None:
    """Prints a block of figures for each store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=100, help="how many plans to load")
    parser.add_argument("--rounds", type=int, default=1, help="rounds, of which the fastest counts on either side")
    parser.add_argument("--store", nargs="+", choices=list(SERVERS), default=["embedded", "neo4j"])
    options = parser.parse_args()
    shipped = [build(record) for record in sources.shipped()]
    rows = sum(len(each.nodes) + len(each.relationships) for each in copies(shipped, options.plans))
    print(f"{options.plans} plans, {rows} rows")
    for name in options.store:
        try:
            with SERVERS[name]() as server, pytest.MonkeyPatch.context() as patch:
                server.enter(patch)
                measure(name, server.where, shipped, options, rows)
        except pytest.skip.Exception as missing:
            print(f"{name}: not measured: {missing}")


def measure(name: str, where: str, shipped: list[Graph], options: argparse.Namespace, rows: int) -> None:
    """Loads the plans both ways, as often as asked, and prints what it took."""
    with open_store(where, write=True) as store:
        _round(store, shipped, min(options.plans, WARM_PLANS))  # a server is slow at first, whoever writes
        timed = [_round(store, shipped, options.plans) for _ in range(options.rounds)]
        ours, bare = min(each.ours for each in timed), min(each.bare for each in timed)
        print(f"\n{name}")
        print(f"  policygraph load   {rows / ours:9.0f} rows/s  {ours:8.1f} s")
        print(f"  bare driver loop   {rows / bare:9.0f} rows/s  {bare:8.1f} s")
        print(f"  ratio              {bare / ours:9.2f}")
        asked = question("duties/most-leads")
        ranking = min(_seconds(lambda: store.query(asked.cypher, filled(asked, {}))) for _ in range(5))
        print(f"  digest             {_seconds(store.digest):9.2f} s       {timed[-1].digest[:16]}…")
        print(f"  ranking            {ranking * 1000:9.0f} ms")


def _round(store: Store, shipped: list[Graph], count: int) -> Timed:
    """The bare loop, then ours: the store is left with what ours loaded."""
    store.clear()  # makes the constraints too
    work = bare_work(copies(shipped, count))
    bare = _seconds(lambda: _send(store, work))
    _empty(store)
    ours = _seconds(lambda: store.load_all(copies(shipped, count)))
    return Timed(ours, bare, store.digest())


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _send(store: Store, work: Iterable[Work]) -> None:
    """What a script of a few lines would do: one statement and one transaction to a batch."""
    for cypher, rows in work:
        store._connection.write(lambda tx, cypher=cypher, rows=rows: tx.run(cypher, {"rows": rows}).consume())


def _empty(store: Store) -> None:
    """Takes everything out in portions: a graph of thousands of plans is too much for one transaction."""
    portion = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS gone"
    while store._connection.write(lambda tx: tx.run(portion).single()["gone"]):
        pass


def bare_work(graphs: Iterable[Graph]) -> list[Work]:
    """The rows of all plans in batches with their statements: nodes first, each once, then relationships."""
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    joins: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for graph in graphs:
        for node in graph.nodes:
            nodes[node.label][node.id] = {"id": node.id, "properties": dict(node.properties)}
        for each in graph.relationships:
            row = {"start": each.start[1], "end": each.end[1], "properties": dict(each.properties)}
            joins[each.type, each.start[0], each.end[0]].append(row)
    made = [(statement("nodes", "node", label=label), list(rows.values())) for label, rows in nodes.items()]
    for (type_, start, end), rows in joins.items():
        name = "timeless" if RELATIONSHIPS[type_].timeless else "fact"
        made.append((statement("relationships", name, type=type_, start=start, end=end), rows))
    return [(cypher, batch) for cypher, rows in made for batch in batches(rows)]


def copies(shipped: list[Graph], count: int) -> Iterator[Graph]:
    """`count` plans in the shape of those that ship."""
    for number in range(count):
        yield _copy(shipped[number % len(shipped)], number)


def _copy(graph: Graph, number: int) -> Graph:
    def id_of(label: str, id_: str) -> str:
        if label in OWN:
            return f"{id_}（{number // 4}）"
        return id_.replace(title, f"{title}（{number}）", 1) if not NODES[label].shared else id_

    title = graph.plan.partition(":")[2]
    plan = id_of("Plan", graph.plan)

    def said(properties: Any) -> dict[str, Any]:
        changed = dict(properties)
        if "plan" in changed:
            changed["plan"] = plan
        if isinstance(changed.get("id"), str):
            changed["id"] = f"{changed['id']}（{number}）"
        return changed

    nodes = tuple(Node(each.label, id_of(each.label, each.id), said(each.properties)) for each in graph.nodes)
    relationships = tuple(
        Relationship(each.type, _end(each.start, id_of), _end(each.end, id_of), said(each.properties))
        for each in graph.relationships
    )
    return Graph(plan, nodes, relationships)


def _end(end: tuple[str, str], id_of: Callable[[str, str], str]) -> tuple[str, str]:
    return end[0], id_of(*end)


if __name__ == "__main__":
    main()
