"""Points pushed apart and pulled together: for a network that has no order of its own, as departments have none.

Plain arithmetic on floats in a fixed order, no random numbers: the same input gives the same picture on every machine.
Neighbours are looked up in a grid, so that 2,000 points take seconds and not minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, floor, pi, sin, sqrt

Key = tuple[str, str]
Point = tuple[float, float]

_GOLDEN = pi * (3 - sqrt(5))


def by_forces(keys: Sequence[Key], weights: Mapping[tuple[Key, Key], float], *, reach: float) -> dict[Key, Point]:
    """Joined points about `reach` apart, the heavier their tie the nearer; strangers kept off each other."""
    place = {key: _sunflower(turn, reach * 0.7) for turn, key in enumerate(keys)}
    heaviest = max(weights.values(), default=1.0)
    rounds = 140 if len(keys) <= 400 else 50
    for turn in range(rounds):
        heat = reach * (1 - turn / rounds) * 0.5
        move = _pushes(place, 2.2 * reach)
        for (start, end), weight in weights.items():
            if start in place and end in place:
                _pull(place, move, start, end, (0.25 + 0.75 * weight / heaviest) / reach)
        place = {key: _step(place[key], move[key], heat) for key in keys}
    return spread(place, reach * 0.5)


def spread(
    points: Mapping[Key, Point], least: float, *, pinned: Mapping[Key, Point] | None = None, within: float | None = None
) -> dict[Key, Point]:
    """`points` moved as little as it takes to stand `least` apart, and off the `pinned` ones; `within` bounds them."""
    place = {key: (x + dx, y + dy) for (key, (x, y)), (dx, dy) in zip(points.items(), _nudges(), strict=False)}
    held = dict(pinned or {})
    for _ in range(120):
        everything = {**held, **place}
        moved = False
        for one, other in _near(everything, least):
            push = _apart(everything[one], everything[other], least)
            if push is None:
                continue
            moved = True
            share = 1.0 if one in held or other in held else 0.5
            for key, sign in ((one, share), (other, -share)):
                if key in place:
                    x, y = everything[key]
                    everything[key] = (x + sign * push[0], y + sign * push[1])
        place = {key: _bounded(everything[key], within) for key in place}
        if not moved:
            break
    return place


def _nudges() -> Iterator[Point]:
    """Tiny offsets, all different, so that no two points start in one place."""
    turn = 0
    while True:
        yield _sunflower(turn, 0.5)
        turn += 1


def _sunflower(turn: int, gap: float) -> Point:
    """The `turn`th seed of a sunflower head: an even filling of a disc."""
    far = gap * sqrt(turn + 0.5)
    return far * round(cos(turn * _GOLDEN), 9), far * round(sin(turn * _GOLDEN), 9)


def _near(points: Mapping[Key, Point], reach: float) -> Iterator[tuple[Key, Key]]:
    """Pairs that may be within `reach`, each once, in a fixed order."""
    cells: dict[tuple[int, int], list[Key]] = defaultdict(list)
    for key, (x, y) in points.items():
        cells[(floor(x / reach), floor(y / reach))].append(key)
    for (column, row), here in list(cells.items()):
        for turn, one in enumerate(here):
            for other in here[turn + 1 :]:
                yield one, other
        beyond: Iterable[tuple[int, int]] = ((1, 0), (-1, 1), (0, 1), (1, 1))
        for right, down in beyond:
            for other in cells.get((column + right, row + down), ()):
                for one in here:
                    yield one, other


def _pushes(place: Mapping[Key, Point], reach: float) -> dict[Key, Point]:
    move: dict[Key, Point] = {key: (-x * 0.012, -y * 0.012) for key, (x, y) in place.items()}
    for one, other in _near(place, reach):
        dx, dy = place[one][0] - place[other][0], place[one][1] - place[other][1]
        square = max(dx * dx + dy * dy, 1.0)
        if square < reach * reach:
            force = reach * reach * 0.16 / square
            move[one] = (move[one][0] + dx * force, move[one][1] + dy * force)
            move[other] = (move[other][0] - dx * force, move[other][1] - dy * force)
    return move


def _pull(place: Mapping[Key, Point], move: dict[Key, Point], start: Key, end: Key, strength: float) -> None:
    dx, dy = place[end][0] - place[start][0], place[end][1] - place[start][1]
    pull = sqrt(dx * dx + dy * dy) * strength * 0.25
    move[start] = (move[start][0] + dx * pull, move[start][1] + dy * pull)
    move[end] = (move[end][0] - dx * pull, move[end][1] - dy * pull)


def _step(point: Point, move: Point, most: float) -> Point:
    far = sqrt(move[0] * move[0] + move[1] * move[1]) or 1.0
    share = min(far, most) / far
    return point[0] + move[0] * share, point[1] + move[1] * share


def _apart(one: Point, other: Point, least: float) -> Point | None:
    """How far `one` must move from `other` so that they are `least` apart; None if they are."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    square = dx * dx + dy * dy
    if square >= least * least:
        return None
    far = sqrt(square)
    if far < 1e-6:
        return least, 0.0
    return dx / far * (least - far), dy / far * (least - far)


def _bounded(point: Point, within: float | None) -> Point:
    far = sqrt(point[0] * point[0] + point[1] * point[1])
    if within is None or far <= within:
        return point
    return point[0] * within / far, point[1] * within / far
