"""Reports as an Excel workbook: a sheet per table, every number a link to the clauses behind it.

Headers stay in view. The sheet 依据 lists number by number the clauses with their quotes, and each of them links to
the sheet 条款, which holds the words. Same reports, same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from policygraph import locus
from policygraph.audit.formats import quoted
from policygraph.audit.report import Cell, Evidence, Report, Row, Table
from policygraph.audit.words import Lang, sentence, shown, word
from policygraph.errors import PolicyGraphError

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_WIDE, _LONGEST = 60, 32_000
_LINKS = 60_000  # Excel takes 65,530 links to a sheet; beyond, the words stand without one
# What Excel refuses or reads as something else in a sheet's name, and the longest name that it takes.
_BARRED, _NAME = str.maketrans("[]:*?/\\'（）", "　　：　　　　　()"), 31


@dataclass(slots=True)
class _Book:
    """The workbook under way; `evidence` holds the lines of the evidence sheet, `clauses` the row of each clause."""

    book: Workbook
    lang: Lang
    formats: Mapping[str, Any]
    clauses: Mapping[str, int]
    evidence: list[tuple[str, str, str, Evidence]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    links: Counter[str] = field(default_factory=Counter)

    def link(self, sheet: Worksheet, row: int, column: int, target: str, words: str) -> None:
        """Writes `words` leading to `target`, a sheet's name and a cell."""
        self.links[sheet.get_name()] += 1
        if self.links[sheet.get_name()] > _LINKS:
            sheet.write_string(row, column, words[:_LONGEST], self.formats["text"])
        else:
            sheet.write_url(row, column, f"internal:{target}", self.formats["link"], words[:_LONGEST])


def to_xlsx(reports: Sequence[Report], texts: Mapping[str, str], *, lang: Lang = "zh") -> bytes:
    """The workbook. `texts` gives the words of the clauses by id, as in `facts.texts`."""
    out = io.BytesIO()
    book = _open(out)
    cited = {each.clause: each for report in reports for each in report.cited()}
    made = _Book(book, lang, _formats(book), {clause: row for row, clause in enumerate(cited, 1)})
    for report in reports:
        for table in report.tables:
            _sheet(made, table, title=report.audit if len(reports) > 1 and table is report.tables[0] else None)
    _findings(made, reports)
    _evidence(made)
    _clauses(made, cited, texts)
    book.close()
    return out.getvalue()


def _open(out: io.BytesIO) -> Workbook:
    try:
        import xlsxwriter
    except ImportError as error:
        raise PolicyGraphError("writing xlsx needs XlsxWriter: pip install 'policygraph[tables]'") from error
    # what a document says is text: never a formula, a link or a number
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)})
    return book


def _formats(book: Workbook) -> Mapping[str, Any]:
    cell = {"valign": "top", "text_wrap": True}
    link = {"font_color": "#0563c1", "underline": 1}
    return {
        "head": book.add_format({"bold": True, "bg_color": "#dde6ef", "border": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format(cell),
        "link": book.add_format({**cell, **link}),
        "share": book.add_format({**cell, "num_format": "0.0%"}),
    }


def _named(made: _Book, words: str) -> Worksheet:
    """A new sheet called `words`, cut to what Excel takes, with a number where the name is taken."""
    name = words.translate(_BARRED)[:_NAME]
    for number in range(2, 100):
        if name.lower() not in made.names:
            break
        name = f"{words.translate(_BARRED)[: _NAME - 3]} {number}"
    made.names.add(name.lower())
    return made.book.add_worksheet(name)


def _head(made: _Book, sheet: Worksheet, names: Sequence[str], widths: Sequence[int]) -> None:
    for at, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.write_string(0, at, name, made.formats["head"])
        sheet.set_column(at, at, width)
    sheet.freeze_panes(1, 1)


def _sheet(made: _Book, table: Table, *, title: str | None) -> None:
    name = word("audits", title, made.lang) if title else word("tables", table.name, made.lang)
    sheet = _named(made, name)
    names = [word("columns", column, made.lang) for column in table.columns]
    _head(made, sheet, names, list(_widths(made, table, names)))
    for at, row in enumerate(table.rows, 1):
        for column, (key, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            _write(made, sheet, at, column, key, cell)
            if row.behind.get(key):
                _link(made, sheet, at, column, (sheet.get_name(), str(row.cells[0]), names[column]), row, key, cell)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(names) - 1)


def _widths(made: _Book, table: Table, names: Sequence[str]) -> Iterator[int]:
    for at, (key, name) in enumerate(zip(table.columns, names, strict=True)):
        cells = [shown(key, row.cells[at], made.lang) for row in table.rows[:200]]
        # a Chinese character is about twice as wide as a Latin one
        yield min(
            _WIDE, max((sum(1 + (ord(sign) > 0x2E7F) for sign in words) for words in (name, *cells)), default=8) + 3
        )


def _write(made: _Book, sheet: Worksheet, row: int, column: int, key: str, cell: Cell) -> None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(row, column, cell, made.formats["share" if key in ("share", "common_text") else "text"])
    elif cell is not None:
        sheet.write_string(row, column, shown(key, cell, made.lang)[:_LONGEST], made.formats["text"])


def _link(
    made: _Book, sheet: Worksheet, at: int, column: int, label: tuple[str, str, str], row: Row, key: str, cell: Cell
) -> None:
    """Makes a cell lead to its first line of the evidence sheet; a number stays a number."""
    line = len(made.evidence) + 2
    made.evidence += [(*label, each) for each in row.behind[key]]
    made.link(sheet, at, column, f"'{word('lists', 'evidence', made.lang)}'!A{line}", shown(key, cell, made.lang))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(at, column, cell, made.formats["link"])


def _findings(made: _Book, reports: Sequence[Report]) -> None:
    sheet = _named(made, word("page", "findings", made.lang))
    names = [
        word("columns", "kind", made.lang),
        word("lists", "finding", made.lang),
        word("lists", "evidence", made.lang),
    ]
    _head(made, sheet, names, (22, 70, 70))
    findings = [(report.audit, finding) for report in reports for finding in report.findings]
    for at, (audit, finding) in enumerate(findings, 1):
        sheet.write_string(at, 0, word("audits", audit, made.lang), made.formats["text"])
        sheet.write_string(at, 1, sentence(finding.kind, finding.values, made.lang)[:_LONGEST], made.formats["text"])
        if finding.evidence:
            first = finding.evidence[0]
            words = "；".join(quoted(each, made.lang) for each in finding.evidence)
            _to_clause(made, sheet, at, 2, first.clause, words)


def _to_clause(made: _Book, sheet: Worksheet, row: int, column: int, clause: str, words: str) -> None:
    target = f"'{word('lists', 'clauses', made.lang)}'!A{made.clauses[clause] + 1}"
    made.link(sheet, row, column, target, words or clause)


def _evidence(made: _Book) -> None:
    sheet = _named(made, word("lists", "evidence", made.lang))
    keys = (("lists", "table"), ("lists", "row"), ("lists", "column"), ("columns", "plan"), ("columns", "number"),
            ("columns", "title"), ("lists", "where"), ("columns", "quote"))  # fmt: skip
    _head(made, sheet, [word(*key, made.lang) for key in keys], (20, 30, 14, 40, 10, 36, 20, 60))
    for at, (table, row, column, each) in enumerate(made.evidence, 1):
        found = locus.said(each.page, each.locus, made.lang)
        cells = (table, row, column, each.plan_title, each.number or "", each.title or "", found)
        for place, cell in enumerate(cells):
            sheet.write_string(at, place, cell[:_LONGEST], made.formats["text"])
        _to_clause(made, sheet, at, len(cells), each.clause, each.quote)


def _clauses(made: _Book, cited: Mapping[str, Evidence], texts: Mapping[str, str]) -> None:
    sheet = _named(made, word("lists", "clauses", made.lang))
    keys = (
        ("lists", "clause"),
        ("columns", "plan"),
        ("columns", "number"),
        ("columns", "title"),
        ("lists", "text"),
    )
    _head(made, sheet, [word(*key, made.lang) for key in keys], (30, 40, 10, 36, 100))
    for clause, at in made.clauses.items():
        each = cited[clause]
        cells = (
            clause,
            each.plan_title,
            each.number or "",
            each.title or "",
            texts.get(clause, ""),
        )
        for place, cell in enumerate(cells):
            sheet.write_string(at, place, cell[:_LONGEST], made.formats["text"])
