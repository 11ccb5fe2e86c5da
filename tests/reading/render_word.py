"""Pieces of a plan as a Word file: numbers that Word counts, boxes and tables that are tables, a running head and foot."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from policygraph.numbering import Numbering, numbering

if TYPE_CHECKING:
    from tests.reading.render import Piece

_LEVELS = {"han": 0, "han_bracket": 1, "arabic": 2, "arabic_bracket": 3, "circled": 4}
_FORMATS = ("chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal", "decimalEnclosedCircle")
_FOLD = str.maketrans("()．", "（）.")


def word(found: Sequence[Piece], *, counted: bool = True) -> bytes:
    """The pieces as .docx; unless `counted` their numbers are typed and not Word's."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "某某市人民政府文件"
    section.footer.paragraphs[0].text = "— 1 —"
    lists = _Lists(document, _patterns(found) if counted else {})
    for piece in found:
        if piece.kind == "paragraph":
            paragraph = document.add_paragraph()
            lists.write(paragraph, piece.lines[0])
            if piece.title:
                paragraph.alignment = 1
        elif piece.kind == "box":
            _box(document, piece, lists)
        else:
            _table(document, piece)
            document.add_paragraph()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _box(document: Any, piece: Piece, lists: _Lists) -> None:
    cell = document.add_table(1, 1, style="Table Grid").cell(0, 0)
    for i, line in enumerate(piece.lines):
        lists.write(cell.paragraphs[0] if i == 0 else cell.add_paragraph(), line)


def _table(document: Any, piece: Piece) -> None:
    width = max(len(row) for row in piece.rows)
    grid = document.add_table(len(piece.rows), width, style="Table Grid")
    for row, cells in zip(grid.rows, piece.rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            for i, line in enumerate(words.split("\v")):
                (cell.paragraphs[0] if i == 0 else cell.add_paragraph()).add_run(line)


def _numbered(line: str) -> tuple[Numbering, str] | None:
    """The number at the head of a line, and how it is printed: （一）… has （%）."""
    number = numbering(line[:12].translate(_FOLD))
    if number is None or number.level not in _LEVELS or number.ordinal is None:
        return None
    printed = line[: number.end]
    return (number, printed.replace(number.numeral, "%", 1)) if number.numeral in printed else None


def _patterns(found: Sequence[Piece]) -> dict[int, str]:
    """For each level of a plan's numbers the print that it most often has."""
    lines = [line for piece in found if piece.kind != "table" for line in piece.lines]
    times = Counter((_LEVELS[n[0].level], n[1]) for line in lines if (n := _numbered(line)))
    return {level: pattern for (level, pattern), _ in reversed(times.most_common())}


@dataclass
class _Lists:
    """One multi-level list; a number that Word would not count by itself begins a new copy of it there."""

    document: Any
    patterns: dict[int, str]
    counts: dict[int, int] = field(default_factory=dict)
    current: int = 0

    def __post_init__(self) -> None:
        self.part = self.document.part.numbering_part.element
        abstract = OxmlElement("w:abstractNum")
        abstract.set(qn("w:abstractNumId"), "900")
        _add(abstract, "w:multiLevelType", "multilevel")
        for level, form in enumerate(_FORMATS):
            of = OxmlElement("w:lvl")
            of.set(qn("w:ilvl"), str(level))
            _add(of, "w:start", "1")
            _add(of, "w:numFmt", form)
            _add(of, "w:suff", "nothing")
            _add(of, "w:lvlText", self.patterns.get(level, "%").replace("%", f"%{level + 1}"))
            abstract.append(of)
        self.part.insert(0, abstract)
        self._new({})

    def write(self, paragraph: Any, line: str) -> None:
        """Writes `line`, its number by Word's counting where it is one of the usual print."""
        number = _numbered(line)
        if (
            number is None
            or self.patterns.get(_LEVELS[number[0].level]) != number[1]
            or not line[number[0].end :].strip()
        ):
            paragraph.add_run(line)
            return
        level, ordinal = _LEVELS[number[0].level], number[0].ordinal or 0
        if self.counts.get(level, 0) + 1 != ordinal:
            self._new({level: ordinal})
        self.counts = {at: n for at, n in self.counts.items() if at < level} | {level: ordinal}
        properties = paragraph._p.get_or_add_pPr()
        numbered = OxmlElement("w:numPr")
        _add(numbered, "w:ilvl", str(level))
        _add(numbered, "w:numId", str(self.current))
        properties.append(numbered)
        paragraph.add_run(line[number[0].end :])

    def _new(self, starts: dict[int, int]) -> None:
        self.current = self.current + 1 if self.current else 900
        num = OxmlElement("w:num")
        num.set(qn("w:numId"), str(self.current))
        _add(num, "w:abstractNumId", "900")
        for level, start in starts.items():
            override = OxmlElement("w:lvlOverride")
            override.set(qn("w:ilvl"), str(level))
            _add(override, "w:startOverride", str(start))
            num.append(override)
        self.part.append(num)


def _add(parent: Any, name: str, value: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    parent.append(element)
