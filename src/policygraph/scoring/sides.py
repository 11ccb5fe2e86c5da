"""An annotation and a record side by side, and what one kind's score says.

Both sides become the same plain tuples first: (三/一, 市发展改革委, lead). Kinds in which only the words decide are
compared as they are; where two readers may word one thing differently (indicators, aims, works), by likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygraph.model import PlanRecord
from policygraph.scoring.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Score:
    """One kind's score: how many facts are right, and the names of the missed and of the extra ones."""

    kind: str
    right: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return _share(self.right, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of what is annotated that was read; 1 where nothing is annotated."""
        return _share(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Sides:
    """An annotation and a record of the same text, with their clauses aligned; `text` is None where it is not at hand."""

    gold: Mapping[str, Any]
    record: PlanRecord
    clauses: Alignment
    text: str | None

    def key(self, clause: str) -> str:
        """The annotation's key of a clause of the record; ? where it has none."""
        return self.clauses.key_of.get(clause, "?")


def exact(kind: str, gold: Iterable[Sequence[object]], found: Iterable[Sequence[object]]) -> Score:
    """Facts that are the same or not: counted as often as they occur."""
    want, have = Counter(map(tuple, gold)), Counter(map(tuple, found))
    missed, extra = (want - have).elements(), (have - want).elements()
    return Score(kind, (want & have).total(), tuple(map(_name, missed)), tuple(map(_name, extra)))


def of_pairs(
    kind: str, gold: Sequence[Iterable[object]], found: Sequence[Iterable[object]], pairs: Sequence[tuple[int, int]]
) -> Score:
    """Facts of which `pairs` says which is which; the others are missed or extra."""
    got, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = tuple(_name(fact) for i, fact in enumerate(gold) if i not in got)
    return Score(kind, len(pairs), missed, tuple(_name(fact) for j, fact in enumerate(found) if j not in used))


def _name(fact: Iterable[object]) -> str:
    return " ".join(str(part) for part in fact if part is not None and part != "")
