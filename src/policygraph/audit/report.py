"""What an audit hands over: tables whose numbers lead back to clauses, and findings with their quotes.

A finding is data (a kind, its values, its evidence); `words` makes the sentence of it in Chinese or English.
The JSON is the contract `policygraph/audit/1`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from policygraph.audit import words
from policygraph.locus import Lang

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause and the words in it that prove something; `plan` and `clause` are ids, `plan_title` is for reading."""

    plan: str
    plan_title: str
    clause: str
    number: str | None
    title: str | None
    quote: str
    page: int | None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the table's columns; `behind` gives, by column, the clauses behind that cell."""

    cells: tuple[Cell, ...]
    behind: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns that are English keys; what a reader sees over them comes from `words`."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an analyst should look at; `values` fill the sentence of its kind."""

    kind: str
    values: Mapping[str, Cell]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One audit. The first table is the main one; `basis` says which leads were counted, where leads were counted.

    `bars` are (name, {role: tasks}) and `years` (year, stance) for the charts.
    """

    audit: str
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    basis: tuple[str, ...] = ()
    notes: Mapping[str, Cell] = field(default_factory=dict)
    bars: tuple[tuple[str, Mapping[str, int]], ...] = ()
    years: tuple[tuple[int | None, str], ...] = ()

    def _repr_html_(self) -> str:
        """How a notebook shows it: charts, main table, findings."""
        from policygraph.audit.page import in_notebook

        return in_notebook(self)

    def exit_code(self, fail_on: Collection[str]) -> int:
        """1 where there is a finding of a kind that `fail_on` names, else 0."""
        return int(any(finding.kind in fail_on for finding in self.findings))

    def cited(self) -> tuple[Evidence, ...]:
        """One evidence for each clause behind a number or a finding, in the order of first use."""
        found: dict[str, Evidence] = {}
        for finding in self.findings:
            for each in finding.evidence:
                found.setdefault(each.clause, each)
        for table in self.tables:
            for row in table.rows:
                for group in row.behind.values():
                    for each in group:
                        found.setdefault(each.clause, each)
        return tuple(found.values())


def to_json(report: Report, *, lang: Lang = "zh") -> dict[str, Any]:
    """The report as `policygraph/audit/1`: keys and codes English in either language, sentences in `lang`."""
    main, *others = report.tables
    return {
        "schema": "policygraph/audit/1",
        "audit": report.audit,
        "basis": list(report.basis) or None,
        "notes": dict(report.notes),
        **_table(main),
        "tables": [{"name": table.name, **_table(table)} for table in others],
        "findings": [
            {
                "kind": finding.kind,
                "what": words.sentence(finding.kind, finding.values, lang),
                "values": dict(finding.values),
                "evidence": [_evidence(each) for each in finding.evidence],
            }
            for finding in report.findings
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "columns": list(table.columns),
        "rows": [list(row.cells) for row in table.rows],
        "behind": [
            {column: [_evidence(e) for e in group] for column, group in row.behind.items()} for row in table.rows
        ],
    }


def _evidence(each: Evidence) -> dict[str, Any]:
    return {
        "plan": each.plan, "plan_title": each.plan_title, "clause": each.clause, "number": each.number,
        "title": each.title, "quote": each.quote, "page": each.page, "locus": each.locus,
    }  # fmt: skip
