"""Where each fact stands in the file as a reader sees it: its page, its paragraph or its table cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from policygraph.model import (
    Assignment,
    Citation,
    Clause,
    Commitment,
    Leftover,
    Mention,
    PlanRecord,
    Project,
    Source,
    Target,
)  # fmt: skip

F = TypeVar("F", Assignment, Citation, Clause, Commitment, Leftover, Mention, Project, Target)


def located(record: PlanRecord, source: Source) -> PlanRecord:
    """`record` with the page and the locus of each fact, where `source` has such."""
    if source.pages is None and not source.loci:
        return record

    def each(facts: Iterable[F]) -> tuple[F, ...]:
        return tuple(
            replace(fact, page=source.page_of(fact.span.start), locus=source.locus_of(fact.span.start))
            for fact in facts
        )

    return replace(
        record, clauses=each(record.clauses), assignments=each(record.assignments), targets=each(record.targets),
        commitments=each(record.commitments), projects=each(record.projects), citations=each(record.citations),
        mentions=each(record.mentions), leftovers=each(record.leftovers),
    )  # fmt: skip
