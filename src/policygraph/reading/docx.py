"""Word files (.docx, .docm): the text that a reader of the accepted version sees, 专栏 as boxes, duty tables as tables.

Insertions are read and deletions left out; Word's own numbering is printed (一、); a footnote stands after its
paragraph as ［注1］; headers, footers, comments, hidden text and the table of contents are left out; no macro is run
and no link followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading.blocks import Block, Box, Cell, Paragraph, Table, source
from policygraph.reading.docx_notices import notices
from policygraph.reading.docx_numbers import Numbers, numbers
from policygraph.reading.docx_runs import Runs, printed_runs
from policygraph.reading.docx_styles import Styles, styles
from policygraph.reading.markup import Element, attribute, below, child, tag, value
from policygraph.reading.package import Package, opened

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_THROUGH = frozenset({"ins", "moveTo", "smartTag", "customXml", "sdtContent", "Choice", "body"})


def read(name: str, data: bytes) -> Source:
    """The source that a Word file holds; `DataError` where it is broken, locked, or holds only pictures."""
    package = opened(data)
    reader = _reader(package)
    document = package.document()
    body = child(document, "body")
    if body is None:
        raise DataError("a zip, but no Word document in it")
    blocks = [*reader.blocks(body), *reader.carried()]
    if not any(map(_words, blocks)) and any(tag(each) in ("drawing", "pict") for each in body.iter()):
        raise DataError("only pictures, no text: run text recognition (OCR) first and save the text")
    said = notices(body, reader.styles.hidden)
    return source(name, blocks, media_type=MEDIA_TYPE, encoding="utf-8", notices=said)


def _reader(package: Package) -> _Reader:
    known = package.part("styles")
    notes = {kind: _notes(package.part(kind + "s")) for kind in ("footnote", "endnote")}
    return _Reader(styles(known), numbers(package.part("numbering"), known), notes)


def _notes(part: Element | None) -> dict[str, Element]:
    return {attribute(each, "id") or "": each for each in part} if part is not None else {}


def _words(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    if isinstance(block, Box):
        return any(map(_words, block.blocks))
    return any(line.strip() for row in block.rows for cell in row for line in cell.lines)


@dataclass(slots=True)
class _Reader:
    """Walks the document once, in order: numbers, paragraphs and tables are counted on the way."""

    styles: Styles
    numbers: Numbers
    notes: Mapping[str, Mapping[str, Element]]
    paragraphs: int = 0
    tables: int = 0
    noted: int = 0
    carry: str = ""
    seen: set[tuple[str, str]] = field(default_factory=set)

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The paragraphs, tables and boxes under `parent`, looking through what only wraps them."""
        for each in parent:
            kind = tag(each)
            if kind == "p":
                yield from self.paragraph(each)
            elif kind == "tbl":
                yield from self.table(each)
            elif kind == "sdt":
                if not _is_contents(each):
                    yield from self.blocks(each)
            elif kind in _THROUGH or kind == "AlternateContent":
                yield from self.blocks(each)

    def carried(self) -> Iterator[Block]:
        """What a deleted paragraph mark at the very end leaves over."""
        if self.carry:
            yield Paragraph(self.carry, f"paragraph {self.paragraphs}")
            self.carry = ""

    def paragraph(self, element: Element) -> Iterator[Block]:
        """One paragraph with its number, then the text boxes anchored in it and its notes."""
        style = value(element, "pPr", "pStyle")
        if self.styles.is_contents(style):
            return
        runs = printed_runs(element, self.styles.hidden)
        if any(child(element, "pPr", "rPr", gone) is not None for gone in ("del", "moveFrom")):
            # The paragraph's end was deleted: it runs on into the next.
            self.carry += runs.text
        else:
            number = self._number(element, style) if runs.text.strip() or self.carry else ""
            text = number + self.carry + runs.text
            self.carry = ""
            if text.strip():
                self.paragraphs += 1
                yield Paragraph(text, f"paragraph {self.paragraphs}")
        for box in runs.boxes:
            yield Box(tuple(self.blocks(box)))
        yield from self._notes_of(runs)

    def _number(self, element: Element, style: str | None) -> str:
        own = child(element, "pPr", "numPr")
        list_id, at = self.styles.numbering(style)
        if own is not None and (stated := value(own, "numId")) is not None:
            list_id, at = stated, None
        if not list_id or list_id == "0":
            return ""
        level = value(own, "ilvl") if own is not None else None
        if level is None:
            level = at if at is not None else str(self.numbers.level_of_style(list_id, style))
        return self.numbers.next(list_id, int(level)) if level.isdecimal() and len(level) == 1 else ""

    def _notes_of(self, runs: Runs) -> Iterator[Block]:
        for kind, key in runs.notes:
            note = self.notes.get(kind, {}).get(key)
            if note is None or (kind, key) in self.seen:
                continue
            self.seen.add((kind, key))
            words = " ".join(printed_runs(each, self.styles.hidden).text.strip() for each in below(note, "p"))
            if words.strip():
                self.noted += 1
                yield Paragraph(f"［注{self.noted}］{words.strip()}", f"{kind} {self.noted}")

    def table(self, element: Element) -> Iterator[Block]:
        """A table; one of a single column is a frame around its paragraphs."""
        self.tables += 1
        number = self.tables
        rows = [row for row in _rows(element) if child(row, "trPr", "del") is None]
        if all(len(_cells(row)) == 1 and _span(_cells(row)[0]) == _span(_cells(rows[0])[0]) for row in rows):
            inside = [block for row in rows for block in self.blocks(_cells(row)[0])]
            yield Box(tuple(_placed(block, f"in table {number}") for block in inside))
            return
        yield Table(tuple(self._row(row) for row in rows), number)

    def _row(self, element: Element) -> tuple[Cell, ...]:
        cells = [Cell()] * _count(value(element, "trPr", "gridBefore"), 0)
        for each in _cells(element):
            merged = child(each, "tcPr", "vMerge")
            below_ = merged is not None and attribute(merged, "val") in (None, "continue")
            lines = [line for block in self.blocks(each) for line in _lines(block)]
            cells.append(Cell(() if below_ else tuple(lines), _span(each), below_))
        return tuple(cells)


def _is_contents(element: Element) -> bool:
    """Whether a content control holds the table of contents (目录)."""
    return value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"


def _rows(parent: Element) -> list[Element]:
    found: list[Element] = []
    for each in parent:
        if tag(each) == "tr":
            found.append(each)
        elif tag(each) in _THROUGH | {"sdt"}:
            found += _rows(each)
    return found


def _cells(parent: Element) -> list[Element]:
    found: list[Element] = []
    for each in parent:
        if tag(each) == "tc" and child(each, "tcPr", "cellDel") is None:
            found.append(each)
        elif tag(each) in _THROUGH | {"sdt"}:
            found += _cells(each)
    return found


def _span(cell: Element) -> int:
    return max(1, _count(value(cell, "tcPr", "gridSpan"), 1))


def _count(words: str | None, otherwise: int) -> int:
    """A number of columns; Word allows 63."""
    return min(63, int(words)) if words and words.isdecimal() and len(words) < 4 else otherwise


def _placed(block: Block, locus: str) -> Block:
    return Paragraph(block.text, f"{block.locus}, {locus}") if isinstance(block, Paragraph) else block


def _lines(block: Block) -> Iterator[str]:
    """The lines of what stands in a cell; a table within a cell gives one line a row."""
    if isinstance(block, Paragraph):
        yield from block.text.split("\n")
    elif isinstance(block, Box):
        for inner in block.blocks:
            yield from _lines(inner)
    else:
        for row in block.rows:
            yield " ".join(line for cell in row for line in cell.lines)
