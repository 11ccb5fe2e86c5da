"""Targets and commitments: which of an annotation's were read.

森林覆盖率达到55%以上 is (clause, 森林覆盖率, ge, 55, %, year); the indicator's wording may differ, all else may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from policygraph.ids import fold
from policygraph.model import Target
from policygraph.scoring.likeness import alike, match, within
from policygraph.scoring.sides import Score, Sides, exact, of_pairs


class _Target(NamedTuple):
    """A target of either side; `bounded`: 下降13%以上, a change that is a bound too."""

    clause: str
    indicator: str
    op: str
    value: float
    unit: str
    year: int | None
    value_to: float | None = None
    stance: str = "firm"
    baseline_year: int | None = None
    approximate: bool = False
    bounded: bool = False


def _unit(words: str) -> str:
    return re.sub("个*百分点", "个百分点", fold(words))


def _annotated(target: dict[str, Any]) -> _Target:
    return _Target(
        target["clause"], target["indicator"], target["op"], float(target["value"]), _unit(target["unit"] or ""),
        target.get("year"), target.get("value_to"), target["stance"], target.get("baseline_year"),
        bool(target.get("approx")), bool(target.get("or_more")),
    )  # fmt: skip


def _read(clause: str, t: Target) -> _Target:
    return _Target(
        clause, t.indicator, t.op, t.value, _unit(t.unit), t.year, t.value_to, t.stance, t.baseline_year, t.approximate
    )


def _same_value(g: _Target, f: _Target) -> float:
    if abs(g.value - f.value) > 1e-9 or g.unit != f.unit:
        return 0.0
    likeness = max(alike(g.indicator, f.indicator), 0.9 * within(g.indicator, f.indicator))
    return likeness if likeness >= 0.5 else 0.0


def _same_target(g: _Target, f: _Target) -> float:
    if g.clause != f.clause or g.year != f.year:
        return 0.0
    return _same_value(g, f) if f.op in ({g.op, "ge", "le"} if g.bounded else {g.op}) else 0.0


def targets(sides: Sides) -> Iterator[Score]:
    """Targets in all that says what is to be reached; those with the right value; and what else was said of the right ones."""
    gold = [_annotated(target) for target in sides.gold["targets"]]
    found = [_read(sides.key(target.clause), target) for target in sides.record.targets]
    want, have = [target[:6] for target in gold], [target[:6] for target in found]
    pairs = match(gold, found, _same_target)
    yield of_pairs("targets", want, have, pairs)
    yield of_pairs("target values", want, have, match(gold, found, _same_value))
    both = [(gold[i], found[j]) for i, j in pairs]
    stances = [[(g.clause, g.indicator, side.stance, side.baseline_year) for side in (g, f)] for g, f in both]
    yield exact("stance and baseline", [g for g, _ in stances], [f for _, f in stances])
    about = [
        [(g.clause, g.indicator, side.approximate) for side in (g, f)]
        for g, f in both
        if g.approximate or f.approximate
    ]
    yield exact("approximate values", [g for g, _ in about], [f for _, f in about])
    ranges = [(g, f) for g, f in both if g.value_to is not None or f.value_to is not None]
    ends = [[(g.clause, g.indicator, g.value, side.value_to) for side in (g, f)] for g, f in ranges]
    yield exact("target ranges", [g for g, _ in ends], [f for _, f in ends])


def commitments(sides: Sides) -> Iterator[Score]:
    """Aims without a number by clause, year and wording; and whether the right ones are told to be vague."""
    gold = [(c["clause"], c["year"], c["what"], c["vague"]) for c in sides.gold["commitments"]]
    found = [(sides.key(c.clause), c.year, c.what, c.vague) for c in sides.record.commitments]

    def same(g: tuple[Any, ...], f: tuple[Any, ...]) -> float:
        share = within(g[2], f[2]) if g[:2] == f[:2] else 0.0
        return share if share >= 0.6 else 0.0

    pairs = match(gold, found, same)
    yield of_pairs("commitments", [g[:3] for g in gold], [f[:3] for f in found], pairs)
    vague = [[(gold[i][2], side[3]) for side in (gold[i], found[j])] for i, j in pairs]
    yield exact("vague or verifiable", [g for g, _ in vague], [f for _, f in vague])
