"""How fast plans go into the two stores, beside a bare loop of the driver that sends the same rows.

    python benchmarks/stores.py [--plans 300] [--sample 300] [--turns 3] [--minutes 60] [--store embedded neo4j newest]

The plans are copies of those that ship, each with a name of its own, made one by one as they are loaded; four at a time
share their departments, companies, projects and places, all share indicators, documents and regions.

Per store: a bare loop (UNWIND $rows in batches of 2,000, one transaction each, constraints made before) writes the first
`--sample` plans, then `Store.load_all` writes the same and goes on to `--plans`, or as far as it gets in `--minutes`. Both
are told in rows per second; their ratio should be 0.8 or more. Then, since a large graph slows whoever writes, load and
bare loop write `--sample` plans more each, by turns: the ratio at the end is that of all turns. The digest is that of the
sample, and the same for all stores. How fast it goes as the graph grows is told on stderr.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.stores import servers

from policygraph import sources
from policygraph.errors import PolicyGraphError
from policygraph.graph import Graph, Node, Relationship, build
from policygraph.questions import filled, question
from policygraph.schema import NODES, RELATIONSHIPS
from policygraph.stores import Store, open_store
from policygraph.stores.statements import batches, statement

WARM_PLANS = 25
OWN = {"Department", "Company", "Project", "Place"}
SERVERS: dict[str, Callable[[], AbstractContextManager[servers.Server]]] = {
    "embedded": servers.embedded,
    "neo4j": partial(servers.neo4j, java=()),
    "newest": partial(servers.newest, java=()),
}
Work = tuple[str, list[dict[str, Any]]]


def main() -> None:
    """Prints a block of figures for each store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=300, help="how many plans to load")
    parser.add_argument(
        "--sample", type=int, default=300, help="how many the bare loop writes, and how often speed is told"
    )
    parser.add_argument("--turns", type=int, default=3, help="how often both write `--sample` plans more at the end")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long a store is loaded at most")
    parser.add_argument("--store", nargs="+", choices=list(SERVERS), default=["embedded", "neo4j"])
    options = parser.parse_args()
    options.sample = min(options.sample, options.plans)
    shipped = [build(record) for record in sources.shipped()]
    for name in options.store:
        try:
            with SERVERS[name]() as server, pytest.MonkeyPatch.context() as patch:
                server.enter(patch)
                measure(name, server.where, shipped, options)
        except pytest.skip.Exception as missing:
            print(f"{name}: not measured: {missing}")


def measure(name: str, where: str, shipped: list[Graph], options: argparse.Namespace) -> None:
    """Loads the plans and prints what it took."""
    with open_store(where, write=True) as store:
        bare(store, list(copies(shipped, WARM_PLANS)))  # a server is slow at first, whoever writes
        _empty(store)
        store.load_all(copies(shipped, WARM_PLANS))
        _empty(store)
        alone = bare(store, list(copies(shipped, options.sample)))
        print(f"{name}: bare driver loop {alone:.0f} rows/s", file=sys.stderr, flush=True)
        _empty(store)
        load = Load(store, options.sample, options.minutes * 60)
        load.run(copies(shipped, options.plans))
        by_turns, bare_by_turns = turns(store, shipped, options, load.plans)
        ranking = _ranking(store)
    first = load.rates[0]
    print(f"\n{name}: {load.plans} plans, {load.rows} rows in {load.seconds:.0f} s")
    print(
        f"  policygraph load   {first:7.0f} rows/s for the first {options.sample} plans, {by_turns:7.0f} behind the last, in {options.turns} turns"
    )
    print(f"  bare driver loop   {alone:7.0f} rows/s                      {bare_by_turns:7.0f}")
    print(f"  ratio              {first / alone:7.2f}                             {by_turns / bare_by_turns:7.2f}")
    print(f"  digest of {options.sample} plans   {load.digest_seconds:.1f} s   {load.digest[:16]}…")
    print(f"  ranking of departments by tasks led, all plans   {ranking}")


def turns(store: Store, shipped: list[Graph], options: argparse.Namespace, loaded: int) -> tuple[float, float]:
    """Rows per second of load and bare loop on top of `loaded` plans, over all of their turns."""
    rows = loading = looping = 0.0
    for turn in range(options.turns):
        first, second = (
            list(copies(shipped, options.sample, loaded + (2 * turn + each) * options.sample)) for each in (0, 1)
        )
        rows += size(first)
        looped = size(second) / bare(store, second)
        took = _seconds(lambda graphs=first: store.load_all(graphs))
        loading, looping = loading + took, looping + looped
        print(
            f"  turn {turn + 1}: load {size(first) / took:7.0f} rows/s, bare {size(second) / looped:7.0f}",
            file=sys.stderr,
        )
    return rows / loading, rows / looping


def _ranking(store: Store) -> str:
    """How long the ranking of departments takes over all that is loaded: the best of three, or what the store says."""
    asked = question("duties/most-leads")
    try:
        best = min(_seconds(lambda: store.query(asked.cypher, filled(asked, {}))) for _ in range(3))
    except PolicyGraphError as too_long:
        return str(too_long)
    return f"{best * 1000:.0f} ms"


class Load:
    """`Store.load_all` with a clock: rows per second for each `portion` of plans, the digest of the first portion."""

    def __init__(self, store: Store, portion: int, limit: float) -> None:
        self.store = store
        self.portion = portion
        self.limit = limit
        self.plans = self.rows = 0
        self.seconds = self.digest_seconds = 0.0
        self.rates: list[float] = []
        self.digest = ""

    def run(self, graphs: Iterator[Graph]) -> None:
        """Loads portion by portion, until there is no plan or no time left."""
        while self.seconds < self.limit and (portion := list(itertools.islice(graphs, self.portion))):
            rows = size(portion)
            took = _seconds(lambda portion=portion: self.store.load_all(portion))
            self.plans, self.rows, self.seconds = self.plans + len(portion), self.rows + rows, self.seconds + took
            if len(portion) == self.portion:
                self.rates.append(rows / took)
            print(f"{self.plans:6} plans {self.rows:9} rows {rows / took:7.0f} rows/s", file=sys.stderr, flush=True)
            if not self.digest:
                self.digest_seconds = _seconds(self._take_digest)

    def _take_digest(self) -> None:
        self.digest = self.store.digest()


def size(graphs: Iterable[Graph]) -> int:
    """Nodes and relationships, shared ones once for each plan that brings them."""
    return sum(len(each.nodes) + len(each.relationships) for each in graphs)


def bare(store: Store, graphs: list[Graph]) -> float:
    """What a script of a few lines would do, one statement and one transaction to a batch; rows per second."""
    store._prepare()
    work = bare_work(graphs)

    def send() -> None:
        for cypher, rows in work:
            store._connection.write(lambda tx, cypher=cypher, rows=rows: tx.run(cypher, {"rows": rows}).consume())

    return size(graphs) / _seconds(send)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


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


def copies(shipped: list[Graph], count: int, first: int = 0) -> Iterator[Graph]:
    """`count` plans in the shape of those that ship, numbered from `first`."""
    for number in range(first, first + count):
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
