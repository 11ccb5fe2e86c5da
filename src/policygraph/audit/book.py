"""A workbook whose figures lead to clauses: what the sheets of the audits and of `export --format xlsx` are made with.

Headers stay in view. The sheet 依据 lists row by row the clauses with their quotes, and each of them links to the sheet
条款, which holds the words. Same content, same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from policygraph import locus
from policygraph.audit.report import Evidence
from policygraph.audit.words import word
from policygraph.errors import PolicyGraphError
from policygraph.locus import Lang

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

LONGEST = 32_000  # characters that a cell takes
WIDEST = 60
_LINKS = 60_000  # Excel takes 65,530 links to a sheet; beyond, the words stand without one
_ROWS = 1_048_575  # below the head; clauses beyond are not listed, and words that would lead there stand alone
# What Excel refuses or reads as something else in a sheet's name, and the longest name that it takes.
_BARRED, _NAME = str.maketrans("[]:*?/\\'（）", "　　：　　　　　()"), 31
_EVIDENCE = (("lists", "table"), ("lists", "row"), ("lists", "column"), ("columns", "plan"), ("columns", "number"),
             ("columns", "title"), ("lists", "where"), ("columns", "quote"))  # fmt: skip
_CLAUSES = (("lists", "clause"), ("columns", "plan"), ("columns", "number"), ("columns", "title"), ("lists", "text"))


class Book:
    """A workbook under way. `clauses` are those of the last sheet, in its order; `texts` gives their words by id."""

    def __init__(self, clauses: Mapping[str, Evidence], texts: Mapping[str, str], *, lang: Lang) -> None:
        self._out = io.BytesIO()
        self._book = _open(self._out)
        self._texts = texts
        self._clauses = clauses
        self._rows = {clause: row for row, clause in enumerate(clauses, 1)}
        self._evidence: list[tuple[str, str, str, Evidence]] = []
        self._names: set[str] = set()
        self._links: Counter[str] = Counter()
        self.lang = lang
        self.formats = _formats(self._book)

    def sheet(self, words: str, heads: Sequence[str], widths: Sequence[int]) -> Worksheet:
        """A new sheet called `words`, cut to what Excel takes, with a number where the name is taken."""
        name = words.translate(_BARRED)[:_NAME]
        for number in range(2, 100):
            if name.lower() not in self._names:
                break
            name = f"{words.translate(_BARRED)[: _NAME - 3]} {number}"
        self._names.add(name.lower())
        sheet = self._book.add_worksheet(name)
        for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.write_string(0, at, head, self.formats["head"])
            sheet.set_column(at, at, width)
        sheet.freeze_panes(1, 1)
        return sheet

    def text(self, sheet: Worksheet, row: int, column: int, words: str) -> None:
        """Writes `words` as they are: never a formula, a link or a number."""
        sheet.write_string(row, column, words[:LONGEST], self.formats["text"])

    def link(self, sheet: Worksheet, row: int, column: int, target: str, words: str) -> None:
        """Writes `words` leading to `target`, a sheet's name and a cell."""
        self._links[sheet.get_name()] += 1
        if self._links[sheet.get_name()] > _LINKS:
            self.text(sheet, row, column, words)
        else:
            sheet.write_url(row, column, f"internal:{target}", self.formats["link"], words[:LONGEST])

    def to_clause(self, sheet: Worksheet, row: int, column: int, clause: str, words: str) -> None:
        """Writes `words` leading to the row of a clause."""
        if self._rows[clause] > _ROWS:
            self.text(sheet, row, column, words or clause)
            return
        target = f"'{word('lists', 'clauses', self.lang)}'!A{self._rows[clause] + 1}"
        self.link(sheet, row, column, target, words or clause)

    def to_evidence(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        label: tuple[str, str, str],
        behind: Sequence[Evidence],
        words: str,
    ) -> None:
        """Writes `words` leading to the first of `behind` on the evidence sheet; `label` is table, row, column."""
        if len(self._evidence) + len(behind) > _ROWS:
            self.text(sheet, row, column, words)
            return
        target = f"'{word('lists', 'evidence', self.lang)}'!A{len(self._evidence) + 2}"
        self._evidence += [(*label, each) for each in behind]
        self.link(sheet, row, column, target, words)

    def finished(self) -> bytes:
        """The workbook, with the sheets of the evidence and of the clauses at its end."""
        self._add_evidence()
        self._add_clauses()
        self._book.close()
        return self._out.getvalue()

    def _add_evidence(self) -> None:
        heads = [word(*key, self.lang) for key in _EVIDENCE]
        sheet = self.sheet(word("lists", "evidence", self.lang), heads, (20, 30, 14, 40, 10, 36, 20, 60))
        for at, (table, row, column, each) in enumerate(self._evidence, 1):
            found = locus.said(each.page, each.locus, self.lang)
            cells = (table, row, column, each.plan_title, each.number or "", each.title or "", found)
            for place, cell in enumerate(cells):
                self.text(sheet, at, place, cell)
            self.to_clause(sheet, at, len(cells), each.clause, each.quote)
        sheet.autofilter(0, 0, max(len(self._evidence), 1), len(heads) - 1)

    def _add_clauses(self) -> None:
        heads = [word(*key, self.lang) for key in _CLAUSES]
        sheet = self.sheet(word("lists", "clauses", self.lang), heads, (30, 40, 10, 36, 100))
        for clause, at in islice(self._rows.items(), _ROWS):
            each = self._clauses[clause]
            cells = (clause, each.plan_title, each.number or "", each.title or "")
            for place, cell in enumerate((*cells, self._texts.get(clause, ""))):
                self.text(sheet, at, place, cell)
        sheet.autofilter(0, 0, min(max(len(self._rows), 1), _ROWS), len(heads) - 1)


def width(head: str, cells: Sequence[str]) -> int:
    """How wide a column should be for its head and the first of its cells."""
    # a Chinese character is about twice as wide as a Latin one
    widths = (sum(1 + (ord(sign) > 0x2E7F) for sign in words) for words in (head, *cells[:200]))
    return min(WIDEST, max(widths) + 3)


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
