"""One body under two names: 市住建局 here and 市住房和城乡建设局 there; 资阳市自然资源局 beside 资阳市自然资源和规划局.

The first is one department with several printed forms; the second two departments of one area that may be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from policygraph.audit.facts import DutyFact
from policygraph.audit.gathered import Facts
from policygraph.audit.limits import Limits
from policygraph.audit.report import Cell, Finding
from policygraph.ids import fold


def two_names(facts: Facts) -> Iterator[Finding]:
    """Departments that the plans print under more than one name, each form quoted once."""
    forms: defaultdict[str, dict[str, DutyFact]] = defaultdict(dict)
    for duty in facts.duties:
        forms[duty.department].setdefault(_form(duty.surface), duty)
    for _, held in sorted(forms.items()):
        if len(held) > 1:
            ordered = sorted(held.values(), key=lambda duty: (-len(duty.surface), duty.surface))
            values = {"department": ordered[0].name, "forms": "、".join(duty.surface for duty in ordered)}
            yield Finding("two_names", values, tuple(facts.evidence(duty) for duty in ordered))


def _form(surface: str) -> str:
    """A printed name without what is only a manner of printing: brackets of another kind, a closing 等."""
    return fold(surface).replace("〔", "(").replace("〕", ")").replace("[", "(").replace("]", ")")


def alike_bodies(facts: Facts, limits: Limits) -> Iterator[Finding]:
    """Pairs of departments of one area whose names are so alike that they may be one body."""
    areas: defaultdict[str, dict[str, DutyFact]] = defaultdict(dict)
    for duty in facts.duties:
        if not duty.collective:
            areas[duty.department.rpartition("/")[0]].setdefault(duty.department, duty)
    for area in sorted(areas):
        for (a, first), (b, second) in combinations(sorted(areas[area].items()), 2):
            score = likeness(a.rpartition("/")[2], b.rpartition("/")[2])
            if score >= limits.alike_bodies:
                values: dict[str, Cell] = {
                    "department_a": first.name,
                    "department_b": second.name,
                    "score": round(score, 2),
                }
                yield Finding("alike_bodies", values, (facts.evidence(first), facts.evidence(second)))


def likeness(a: str, b: str) -> float:
    """How much of the longer name the shorter one is, where it is that name with characters left out; else 0.

    自然资源局 in 自然资源和规划局 is 5 of 8; 生态环境局 and 教育局 have nothing to do with each other.
    """
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return len(short) / len(long) if all(sign in rest for sign in short) else 0.0
