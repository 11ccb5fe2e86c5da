"""Where each node stands: worked out beforehand and without chance, so that the picture stands still when it opens.

A plan is a ring of its clauses in document order (一/一 at the top, clockwise) with departments inside, each near the
clauses that it serves, and targets, projects and documents fanned out beyond their clause. Around an entity the rings
are the steps away from it. Anything else is laid out by forces. Coordinates are whole canvas pixels, y downwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import pi, sqrt

from policygraph.render.fans import STEP, Tree, all_round, fan, radius_of
from policygraph.render.forces import Point, by_forces, spread
from policygraph.render.look import of_kind
from policygraph.render.picture import Key, Picture

_GAP = 110.0  # between the bodies of a plan, where there is room: about as wide as a short name
_FILLED = 0.52  # of the ring's radius: as densely as points that are pushed apart still find their places


def positions(picture: Picture) -> dict[Key, tuple[int, int]]:
    """Whole-pixel places for every node of `picture`: same picture, same places."""
    keys = [(node.label, node.id) for node in picture.nodes]
    if picture.focus in keys:
        placed = _around(picture, keys)
    elif any(label == "Plan" for label, _ in keys) and any(label == "Clause" for label, _ in keys):
        placed = _plans(picture, keys)
    else:
        placed = by_forces(keys, _weights(picture), reach=STEP)
    return {key: (round(placed[key][0]), round(placed[key][1])) for key in keys}


def sizes(picture: Picture) -> dict[Key, float]:
    """Radii: what a kind starts from, and more with the square root of what a node is joined to."""
    degree: Counter[Key] = Counter()
    for each in picture.relationships:
        if each.type not in ("PART_OF", "SERVES"):
            degree.update((each.start, each.end))
    found = {}
    for node in picture.nodes:
        key = (node.label, node.id)
        grow = 2.6 if node.label == "Department" else 1.5
        found[key] = round(min(of_kind(node.label).size + grow * sqrt(degree[key]), 44.0), 1)
    return found


def _weights(picture: Picture) -> dict[tuple[Key, Key], float]:
    found: dict[tuple[Key, Key], float] = defaultdict(float)
    for each in picture.relationships:
        if each.start != each.end:
            tasks = each.properties.get("tasks", 1)
            found[(each.start, each.end)] += float(tasks) if isinstance(tasks, int) else 1.0
    return found


def _beside(picture: Picture) -> dict[Key, list[Key]]:
    found: dict[Key, dict[Key, None]] = defaultdict(dict)
    for each in picture.relationships:
        found[each.start][each.end] = None
        found[each.end][each.start] = None
    return {key: list(ends) for key, ends in found.items()}


def _around(picture: Picture, keys: list[Key]) -> dict[Key, Point]:
    """Rings by steps from the focus; kinds stand together on a ring, each node near the one that leads to it."""
    beside = _beside(picture)
    focus = picture.focus or keys[0]
    rank = {key: (of_kind(key[0]).rank, key[0], place) for place, key in enumerate(keys)}
    tree: Tree = defaultdict(list)
    seen, edge = {focus}, [focus]
    while edge:
        ahead: list[Key] = []
        for key in edge:
            for end in sorted((end for end in beside.get(key, []) if end not in seen), key=rank.__getitem__):
                seen.add(end)
                tree[key].append(end)
                ahead.append(end)
        edge = ahead
    tree[focus] += [key for key in keys if key not in seen]
    placed = {focus: (0.0, 0.0)}
    fan(tree, tree[focus], 0.0, 2 * pi, radius_of(tree, tree[focus], STEP * 1.2), placed)
    return placed


def _plans(picture: Picture, keys: list[Key]) -> dict[Key, Point]:
    """One ring per plan, side by side; what belongs to several stands between them."""
    homes = _homes(picture, keys)
    plans = [key for key in keys if key[0] == "Plan"]
    rings = [_ring(picture, [key for key in keys if homes.get(key) == {plan[1]}], plan) for plan in plans]
    placed: dict[Key, Point] = {}
    left = 0.0
    for turn, ring in enumerate(rings):
        reach = max(sqrt(x * x + y * y) for x, y in ring.values())
        left += reach if turn else 0.0
        placed.update({key: (x + left, y) for key, (x, y) in ring.items()})
        left += reach + 3 * STEP
    loose = {key: _between(key, _beside(picture), placed) for key in keys if key not in placed}
    placed.update(spread(loose, 80.0, pinned=placed))
    return placed


def _homes(picture: Picture, keys: list[Key]) -> dict[Key, set[str]]:
    """The plans that each node belongs to, by its own `plan` or by the relationships that join it."""
    found: dict[Key, set[str]] = {key: {key[1]} for key in keys if key[0] == "Plan"}
    for each in picture.relationships:
        if "plan" in each.properties:
            for end in (each.start, each.end):
                found.setdefault(end, set()).add(str(each.properties["plan"]))
    for node in picture.nodes:
        if "plan" in node.properties:
            found[(node.label, node.id)] = {str(node.properties["plan"])}
    return found


def _ring(picture: Picture, keys: list[Key], plan: Key) -> dict[Key, Point]:
    clauses = [key for key in keys if key[0] == "Clause"]
    inner = {key for key in keys if key[0] in ("Department", "Section", "Plan")}
    beside = _beside(picture)
    tree: Tree = defaultdict(list)
    seen, edge = set(clauses), clauses
    held = set(keys) - inner
    while edge:
        ahead = [(key, end) for key in edge for end in beside.get(key, []) if end in held]
        edge = []
        for key, end in ahead:
            if end not in seen:
                seen.add(end)
                tree[key].append(end)
                edge.append(end)
    loose_ones = sum(key[0] != "Plan" and key not in seen for key in keys)
    room = sqrt(max(loose_ones, 1) / pi)  # the radius of the disc that they fill, in gaps between them
    radius = max(radius_of(tree, clauses, 1.5 * STEP), 1.5 * STEP, _GAP * room / _FILLED)
    placed: dict[Key, Point] = {}
    all_round(tree, clauses, radius, placed)
    _sections(picture, keys, radius, placed)
    placed[plan] = (0.0, 0.0)
    loose = {key: _between(key, beside, placed) for key in keys if key not in placed}
    pinned = {key: place for key, place in placed.items() if key[0] in ("Plan", "Section")}
    placed.update(
        spread(
            _towards(loose, radius * 0.62), min(radius * _FILLED / room, 1.3 * _GAP), pinned=pinned, within=radius * 0.7
        )
    )
    return placed


def _sections(picture: Picture, keys: list[Key], radius: float, placed: dict[Key, Point]) -> None:
    """Sections just inside the ring, in the middle of their clauses; a section of sections further in."""
    parts: Tree = defaultdict(list)
    for each in picture.relationships:
        if each.type == "PART_OF":
            parts[each.end].append(each.start)
    found: dict[Key, Point] = {}
    for key in reversed([key for key in keys if key[0] == "Section"]):
        below = [place for part in parts[key] if (place := placed.get(part) or found.get(part))]
        depth = 1 if all(part[0] == "Clause" for part in parts[key]) else 2
        x, y = _mean(below)
        far = sqrt(x * x + y * y)
        if far < 1.0:  # clauses all the way round: their middle is the plan's own place
            x, y, far = 0.0, -1.0, 1.0
        wanted = radius * (1 - 0.1 * depth)
        found[key] = (x / far * wanted, y / far * wanted)
    placed.update(spread(found, 26.0, pinned=placed))


def _towards(loose: Mapping[Key, Point], radius: float) -> dict[Key, Point]:
    """Means of many clauses crowd together: they are centred and drawn out until they fill the disc."""
    left, top = _mean(list(loose.values()))
    most = max((sqrt((x - left) ** 2 + (y - top) ** 2) for x, y in loose.values()), default=0.0) or 1.0
    return {key: ((x - left) / most * radius, (y - top) / most * radius) for key, (x, y) in loose.items()}


def _between(key: Key, beside: Mapping[Key, list[Key]], placed: Mapping[Key, Point]) -> Point:
    return _mean([placed[end] for end in beside.get(key, []) if end in placed])


def _mean(points: list[Point]) -> Point:
    if not points:
        return 0.0, 0.0
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
