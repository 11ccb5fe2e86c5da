"""Reports as an Excel workbook: a sheet per table, every number a link to the clauses behind it.

六盘水市生态环境局, 33 tasks: the 33 leads to the 33 clauses on the sheet 依据. Same reports, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policygraph.audit.book import Book, width
from policygraph.audit.formats import quoted
from policygraph.audit.report import Cell, Report, Table
from policygraph.audit.words import sentence, shown, word
from policygraph.locus import Lang

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]


def to_xlsx(reports: Sequence[Report], texts: Mapping[str, str], *, lang: Lang = "zh") -> bytes:
    """The workbook. `texts` gives the words of the clauses by id, as in `facts.texts`."""
    book = Book({each.clause: each for report in reports for each in report.cited()}, texts, lang=lang)
    for report in reports:
        for table in report.tables:
            _sheet(book, table, title=report.audit if len(reports) > 1 and table is report.tables[0] else None)
    _findings(book, reports)
    return book.finished()


def _sheet(book: Book, table: Table, *, title: str | None) -> None:
    heads = [word("columns", column, book.lang) for column in table.columns]
    widths = [
        width(head, [shown(key, row.cells[at], book.lang) for row in table.rows[:200]])
        for at, (key, head) in enumerate(zip(table.columns, heads, strict=True))
    ]
    name = word("audits", title, book.lang) if title else word("tables", table.name, book.lang)
    sheet = book.sheet(name, heads, widths)
    for at, row in enumerate(table.rows, 1):
        for column, (key, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            behind = row.behind.get(key, ())
            if behind:
                label = (sheet.get_name(), str(row.cells[0]), heads[column])
                book.to_evidence(sheet, at, column, label, behind, shown(key, cell, book.lang))
            _write(book, sheet, at, column, key, cell, linked=bool(behind))
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(heads) - 1)


def _write(book: Book, sheet: Worksheet, row: int, column: int, key: str, cell: Cell, *, linked: bool) -> None:
    """A number stays a number, also where it leads somewhere; words that lead somewhere are written already."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        style = "link" if linked else "share" if key in ("share", "common_text") else "text"
        sheet.write_number(row, column, cell, book.formats[style])
    elif cell is not None and not linked:
        book.text(sheet, row, column, shown(key, cell, book.lang))


def _findings(book: Book, reports: Sequence[Report]) -> None:
    keys = (("columns", "kind"), ("lists", "finding"), ("lists", "evidence"))
    sheet = book.sheet(word("page", "findings", book.lang), [word(*key, book.lang) for key in keys], (22, 70, 70))
    findings = [(report.audit, finding) for report in reports for finding in report.findings]
    for at, (audit, finding) in enumerate(findings, 1):
        book.text(sheet, at, 0, word("audits", audit, book.lang))
        book.text(sheet, at, 1, sentence(finding.kind, finding.values, book.lang))
        if finding.evidence:
            words = "；".join(quoted(each, book.lang) for each in finding.evidence)
            book.to_clause(sheet, at, 2, finding.evidence[0].clause, words)
