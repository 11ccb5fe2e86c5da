r"""Paragraphs, tables and boxes as every reader finds them, laid out as the one text that the rest reads.

A row is a line with "\t" between its cells and "\v" between the lines of a cell; a box (专栏1 重点工程) is its lines
and an empty pair of lines after them; a page break between paragraphs is "\f".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policygraph.errors import DataError
from policygraph.model import Source

LONGEST = 1_000_000
"""The most characters that a text may have: a book of a thousand pages; the longest real plan has a tenth of that."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f]")
_BOX_TITLE = re.compile(r"\s*专\s*栏|\s*專\s*欄")


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A paragraph; "\n" in it is a line break that its author set.

    `seams` are (offset in `text`, page) where it turns a page.
    """

    text: str
    locus: str = ""
    page: int | None = None
    seams: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell; it covers `columns` columns; `below` marks the rest of a cell begun in a row above."""

    lines: tuple[str, ...] = ()
    columns: int = 1
    below: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `number` counts the tables of the file from 1; `pages` holds the page of each row, if any."""

    rows: tuple[tuple[Cell, ...], ...]
    number: int
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around paragraphs: a table of one column, a text box."""

    blocks: tuple[Block, ...]


Block = Paragraph | Table | Box


@dataclass(slots=True)
class _Sheet:
    """The text while it is being laid out."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    loci: list[tuple[int, str]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.length += len(text)
        if self.length > LONGEST:
            raise DataError(f"longer than {LONGEST:,} characters, which no plan is: cut out the plan and read that")
        self.parts.append(text)

    def mark(self, locus: str) -> None:
        if not self.loci or self.loci[-1][1] != locus:
            self.loci.append((self.length, locus))

    def turn_to(self, page: int | None, offset: int = 0) -> None:
        """Opens all pages up to `page` at `offset` characters from here."""
        while page is not None and len(self.pages) < page:
            self.pages.append(self.length + offset)


def source(
    name: str,
    blocks: Iterable[Block],
    *,
    media_type: str,
    encoding: str,
    pages: int | None = None,
    notices: Sequence[str] = (),
) -> Source:
    """The source that `blocks` make up, of a file of `pages` pages; `DataError` where they hold no words or too many."""
    sheet = _Sheet()
    for block in blocks:
        _lay(sheet, block)
    sheet.turn_to(pages)
    text = "".join(sheet.parts)
    if not text.strip():
        raise DataError("no text in it: nothing to read")
    return Source(
        name=name, text=text, media_type=media_type, encoding=encoding, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        pages=tuple(sheet.pages) if pages is not None else None, loci=tuple(sheet.loci), notices=tuple(notices),
    )  # fmt: skip


def tidy(text: str) -> str:
    """`text` without control characters; a tab or a blank of odd width becomes a space (a tab would make a table)."""
    return _BLANK.sub(" ", _UNPRINTABLE.sub("", text))


def is_box_title(text: str) -> bool:
    """Whether a line heads a box: 专栏1  重点工业企业超低排放改造工程."""
    return _BOX_TITLE.match(text) is not None


def _lay(sheet: _Sheet, block: Block) -> None:
    if isinstance(block, Paragraph):
        _lay_paragraph(sheet, block)
    elif isinstance(block, Table):
        _lay_table(sheet, block)
    else:
        for inner in block.blocks:
            _lay(sheet, inner)
        sheet.write("\n\n")


def _lay_paragraph(sheet: _Sheet, paragraph: Paragraph) -> None:
    text = tidy(paragraph.text).replace("\r", "\n").replace("\f", "\n")
    if not text.strip():
        return
    if paragraph.page is not None and sheet.pages and len(sheet.pages) < paragraph.page:
        sheet.write("\f")
    sheet.turn_to(paragraph.page)
    sheet.mark(paragraph.locus)
    for offset, page in paragraph.seams:
        sheet.turn_to(page, offset)
    sheet.write(text + "\n")


def _lay_table(sheet: _Sheet, table: Table) -> None:
    width = max((_width(row) for row in table.rows), default=0)
    boxed = False
    for number, row in enumerate(table.rows, 1):
        if not any(_words(cell) for cell in row):
            continue
        if table.pages:
            sheet.turn_to(table.pages[number - 1])
        if len(row) == 1 and row[0].columns >= width:  # a title over the whole width
            boxed |= is_box_title(_words(row[0]))
            sheet.mark(f"table {table.number}, row {number}")
            sheet.write("\n".join(filter(None, map(_line, row[0].lines))) + "\n")
            continue
        last = max(i for i, cell in enumerate(row) if _words(cell))  # a row's empty end is not written
        for i, cell in enumerate(row[: last + 1]):
            sheet.mark(f"table {table.number}, row {number}, cell {i + 1}")
            sheet.write(_words(cell) + "\t" * (cell.columns if i < last else 0))
        sheet.write("\n")
    if boxed:
        sheet.write("\n\n")


def _width(row: Sequence[Cell]) -> int:
    return sum(cell.columns for cell in row)


def _words(cell: Cell) -> str:
    return "" if cell.below else "\v".join(filter(None, map(_line, cell.lines)))


def _line(text: str) -> str:
    return " ".join(tidy(text).split("\n")).strip()
