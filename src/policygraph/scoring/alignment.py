"""Which clause of an annotation a clause as read is: the one with which it shares the most words of the text.

An annotation names a clause by its first and last words (1.推动工业绿色发 … 业和信息化局负责）); a record by its span.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policygraph.ids import fold
from policygraph.model import Clause, PlanRecord, Span

SAME_STRETCH = 0.8
"""How much of the text that two clauses cover together both must cover, to be one clause."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Stretches of the folded text: of the annotation's clauses by key, of the record's by id; and which is which."""

    gold: Mapping[str, Span]
    found: Mapping[str, Span]
    key_of: Mapping[str, str]

    def overlap(self, key: str, clause: str) -> float:
        """The shared part of what the two clauses cover together; 0 where it is too little for one clause."""
        one, other = self.gold[key], self.found[clause]
        share = _shared(one, other) / max(1, max(one.end, other.end) - min(one.start, other.start))
        return share if share >= SAME_STRETCH else 0.0


def align(clauses: Sequence[Mapping[str, Any]], record: PlanRecord, text: str | None) -> Alignment:
    """Aligns by `text`, the source that both speak of; without it by the clauses' own words, one after another."""
    if text is None:
        text, found = _joined(record.clauses)
    else:
        found = _folded_spans(text, record.clauses)
    gold = _located(clauses, fold(text))
    key_of = {}
    for id_, span in found.items():
        best = max(gold, key=lambda key: _shared(gold[key], span), default=None)
        if best is not None and _shared(gold[best], span):
            key_of[id_] = best
    return Alignment(gold, found, key_of)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _joined(clauses: Iterable[Clause]) -> tuple[str, dict[str, Span]]:
    words, spans, at = [], {}, 0
    for clause in clauses:
        words.append(fold(clause.text))
        spans[clause.id] = Span(at, at + len(words[-1]))
        at += len(words[-1])
    return "".join(words), spans


def _folded_spans(text: str, clauses: Sequence[Clause]) -> dict[str, Span]:
    """The clauses' spans as they are once the text is folded."""
    folded, at, length = {}, 0, 0
    for offset in sorted({offset for clause in clauses for offset in clause.span}):
        length += len(fold(text[at:offset]))
        at = offset
        folded[offset] = length
    return {clause.id: Span(folded[clause.span.start], folded[clause.span.end]) for clause in clauses}


def _located(clauses: Sequence[Mapping[str, Any]], text: str) -> dict[str, Span]:
    """Each clause from its first words to where its last words stand before the next clause begins."""
    begins: list[int] = []
    for clause in clauses:
        words = fold(clause["begin"])
        at = text.find(words, begins[-1] + 1 if begins else 0)
        begins.append(at if at >= 0 else text.find(words))
    spans = {}
    for clause, begin, after in zip(clauses, begins, [*begins, len(text)][1:], strict=True):
        words = fold(clause["end"])
        last = text.rfind(words, begin, after) if after > begin else -1
        end = last if last >= 0 else text.find(words, max(begin, 0))
        if begin >= 0 and end >= 0:
            spans[clause["key"]] = Span(begin, end + len(words))
    return spans
