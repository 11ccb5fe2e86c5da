"""PolicyGraph: from the text of a government implementation plan to a knowledge graph, every fact with its words.

    from policygraph import answer, build, open_store, read, read_plan

    record = read_plan(read(Path("方案.txt")))        # what the plan says: a PlanRecord
    with open_store("plans", write=True) as store:    # a folder, or bolt://…
        store.load(build(record))
        print(answer(store, "哪个部门牵头的任务最多").sentence)

The map of the package, in the order in which data flows: `reading` (file → Source), `clean`, `tables`, `outline`, `find`
(what is printed where), `resolve` (who it is), `extract` (→ PlanRecord), `record` (↔ JSON), `graph`, `stores`, `ask`,
`audit`, `render`, `export`, `cli`. docs/architecture.md tells what each knows and may import.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policygraph.ask import ask as answer
    from policygraph.export.departments import to_department_network
    from policygraph.export.network import to_networkx
    from policygraph.graph import build
    from policygraph.model import PlanRecord, Source, Span
    from policygraph.reading import read
    from policygraph.sources import read_plan
    from policygraph.stores import open_store

__all__ = [
    "PlanRecord", "Source", "Span", "answer", "build", "open_store", "read", "read_plan", "to_department_network",
    "to_networkx",
]  # fmt: skip

_HOMES = {
    "PlanRecord": "model.PlanRecord", "Source": "model.Source", "Span": "model.Span", "answer": "ask.ask",
    "build": "graph.build", "open_store": "stores.open_store", "read": "reading.read", "read_plan": "sources.read_plan",
    "to_department_network": "export.departments.to_department_network", "to_networkx": "export.network.to_networkx",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """The public verbs, each imported when it is first used: `policygraph --help` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"policygraph has no {name}")
    home, _, there = _HOMES[name].rpartition(".")
    return getattr(import_module(f"policygraph.{home}"), there)
