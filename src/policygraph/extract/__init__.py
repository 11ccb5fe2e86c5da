"""The pipeline: Source → clean text → outline → facts as printed → resolved facts → PlanRecord.

The finders say what stands where, `resolve` says who it is, and here both become the records of the contract, each with
its span in the source. Same source, same record.
"""

from __future__ import annotations

from dataclasses import replace

from policygraph.extract.duties import assignments
from policygraph.extract.facts import Reader, period
from policygraph.extract.located import located
from policygraph.extract.opened import OpenPlan
from policygraph.extract.whose import Known
from policygraph.model import PlanRecord, Source, SourceNote

__all__ = ["Known", "extract"]


def extract(source: Source, known: Known | None = None) -> PlanRecord:
    """Everything that the plan in `source` says. Any text without lone surrogates gives a record, if only of one clause.

    `known` holds what the text does not print and a manifest knows: its title, its jurisdiction.
    """
    opened = OpenPlan(source, known or Known())
    reader = Reader(opened)
    duties, departments, issuers = assignments(opened, reader.companies.full_of)
    facts = [reader.read(unit) for unit in opened.outline.units]
    record = PlanRecord(
        plan=replace(opened.plan, issuers=issuers, period_years=period(opened, facts)),
        source=_note(source, opened.known),
        sections=opened.sections(),
        clauses=tuple(opened.clause(unit) for unit in opened.outline.units),
        departments=departments,
        assignments=duties,
        targets=tuple(target for each in facts for target in each.targets),
        commitments=tuple(commitment for each in facts for commitment in each.commitments),
        projects=tuple(project for each in facts for project in each.projects),
        companies=reader.companies.all(),
        citations=tuple(citation for each in facts for citation in each.citations),
        places=reader.places.all(),
        mentions=tuple(mention for each in facts for mention in each.mentions),
        leftovers=tuple(leftover for each in facts for leftover in each.leftovers),
    )
    return located(record, source)


def _note(source: Source, known: Known) -> SourceNote:
    pages = len(source.pages) if source.pages else None
    return SourceNote(
        source.name, source.media_type, source.encoding, source.sha256, len(source.text), pages, dict(known.notes),
        source.notices,
    )  # fmt: skip
