"""What goes into a picture: a plan, what surrounds one body, two plans side by side, who works with whom.

贵阳市生态环境局 with `hops=1` is the department and its clauses; with `hops=2` also the targets, projects and fellow
departments of those clauses. Pure: graphs in, a `Picture` out; nothing here knows how a picture looks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from policygraph.errors import DataError, PolicyGraphError
from policygraph.graph import Graph, Node, Relationship, merge
from policygraph.render.picture import DUTIES, SHARED_TASKS, Key, Picture, key_of
from policygraph.render.whole import Whole, background, gathered
from policygraph.schema import NODES

HUBS = frozenset({"Plan", "Section", "Region"})


def of_plan(graphs: Sequence[Graph], plan_id: str) -> Picture:
    """One plan with all that it says. SERVES is left out: each department's panel names its jurisdiction."""
    whole = gathered(merge([_plan(graphs, plan_id)]))
    title = _title(whole, plan_id)
    return _picture(whole, whole.nodes, title, note=_dating(whole, plan_id))


def of_two_plans(graphs: Sequence[Graph], first: str, second: str) -> Picture:
    """Two plans side by side; what both name (departments, indicators, documents) stands once, between them."""
    whole = gathered(merge([_plan(graphs, first), _plan(graphs, second)]))
    one, other = ({key_of(node) for node in _plan(graphs, each).nodes} for each in (first, second))
    both = Counter(label for label, _ in one & other)
    shared = "、".join(f"{NODES[label].chinese} {both[label]}" for label in NODES if both[label]) or "无 nothing"
    title = f"{_title(whole, first)} ⇄ {_title(whole, second)}"
    return _picture(whole, whole.nodes, title, note=f"共有 shared: {shared}")


def around(graphs: Sequence[Graph], entity_id: str, hops: int = 2) -> Picture:
    """What lies within `hops` steps of an entity, given by its id.

    Plans, sections and regions are shown but not walked through, or every clause would be two steps from every other.
    """
    if hops < 1:
        raise PolicyGraphError(f"hops is {hops}: give 1 or more")
    whole = gathered(merge(graphs))
    start = next((key for key in whole.nodes if key[1] == entity_id), None)
    if start is None:
        raise DataError(f"nothing in these plans has the id {entity_id}: search for the name first, then give its id")
    reached = _within(whole, start, hops)
    name = str(whole.nodes[start].properties.get("name") or whole.nodes[start].properties.get("title") or entity_id)
    return _picture(whole, reached, name, note=f"{hops} 步以内 within {hops} hops", focus=start)


def department_network(graphs: Sequence[Graph]) -> Picture:
    """Departments joined where they bear duties in the same clause; `tasks` counts those clauses.

    Collective bodies (各有关部门) name nobody in particular and are left out.
    """
    whole = gathered(merge(graphs))
    bearers: dict[str, dict[Key, None]] = defaultdict(dict)
    for each in whole.relationships:
        if each.type in DUTIES and not whole.nodes[each.start].properties.get("collective"):
            bearers[each.end[1]][each.start] = None
    shared: dict[tuple[Key, Key], list[str]] = defaultdict(list)
    for clause, bodies in bearers.items():
        for pair in combinations(sorted(bodies), 2):
            shared[pair].append(clause)
    ties = [_tie(pair, clauses) for pair, clauses in shared.items()]
    nodes = [whole.nodes[key] for key in dict.fromkeys(key for bodies in bearers.values() for key in bodies)]
    note = "线越粗，共同承担的条款越多 the wider the line, the more shared tasks"
    return Picture(tuple(nodes), tuple(ties), "部门协作网络 Department network", note, background(whole, nodes, ties))


def of_result(nodes: Iterable[Node], relationships: Iterable[Relationship], title: str, note: str = "") -> Picture:
    """The nodes and relationships that a query returned; a relationship without both of its ends is not drawn."""
    held = {key_of(node): node for node in nodes}
    joined = tuple(each for each in relationships if each.start in held and each.end in held)
    return Picture(tuple(held.values()), joined, title, note)


def _plan(graphs: Sequence[Graph], plan_id: str) -> Graph:
    for graph in graphs:
        if graph.plan == plan_id:
            return graph
    loaded = "、".join(graph.plan for graph in graphs) or "none"
    raise DataError(f"no plan with the id {plan_id}; there is: {loaded}")


def _picture(whole: Whole, keys: Iterable[Key], title: str, *, note: str, focus: Key | None = None) -> Picture:
    kept = dict.fromkeys(keys)
    nodes = [node for key, node in whole.nodes.items() if key in kept]
    serves = focus is not None and focus[0] == "Region"
    ties = [
        each for each in whole.relationships
        if each.start in kept and each.end in kept and (serves or each.type != "SERVES")
    ]  # fmt: skip
    return Picture(tuple(nodes), tuple(ties), title, note, background(whole, nodes, ties), focus)


def _tie(pair: tuple[Key, Key], clauses: list[str]) -> Relationship:
    return Relationship(SHARED_TASKS, *pair, {"tasks": len(clauses), "clauses": clauses})


def _within(whole: Whole, start: Key, hops: int) -> dict[Key, None]:
    beside: dict[Key, list[Key]] = defaultdict(list)
    for each in whole.relationships:
        if each.type != "SERVES" or start[0] == "Region":
            beside[each.start].append(each.end)
            beside[each.end].append(each.start)
    reached, edge = {start: None}, [start]
    for _ in range(hops):
        walked = [key for key in edge if key == start or key[0] not in HUBS]
        edge = list(dict.fromkeys(end for key in walked for end in beside[key] if end not in reached))
        reached.update(dict.fromkeys(edge))
    return reached


def _title(whole: Whole, plan_id: str) -> str:
    return str(whole.nodes[("Plan", plan_id)].properties["title"])


def _dating(whole: Whole, plan_id: str) -> str:
    """2023-11-02印发 · 黔环气〔2023〕10号, or 征求意见稿 · 未注明日期."""
    plan = whole.nodes[("Plan", plan_id)].properties
    status = {"draft": "征求意见稿 draft", "issued": "印发 issued"}.get(str(plan.get("status")), "")
    dated = str(plan.get("issued_on") or "未注明日期 undated")
    return " · ".join(filter(None, (status, dated, str(plan.get("document_number") or ""), str(plan["jurisdiction"]))))
