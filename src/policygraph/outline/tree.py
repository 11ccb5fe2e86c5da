"""Numbered lines → a tree of headings: （一） under 一、, 1. under （一）; a box (专栏) keeps numbers of its own.

专栏1 智慧出行工程 / 1.… / 2.… ends where a heading goes on with the numbers outside it: 3. after 2.（box 1. 2.）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policygraph.clean import Clean, Paragraph
from policygraph.numbering import RANK, Numbering, numbering
from policygraph.spans import Ordered
from policygraph.tables import Table

BOX = re.compile(r"专栏(?:[\d一二三四五六七八九十]+)?[：:\s]?(?![一-鿿]{0,6}中)")
_CAPTION = re.compile(r"附?表\s*[\d一二三四五六七八九十]+")
_NOTE = re.compile(r"(?:附?注|备注)[：\d]")
_BOX_HEAD = 60  # no head of a box is longer
_SENTENCE = re.compile("[。；，]")
_PART_BEGINS = re.compile(f"{_CAPTION.pattern}|附[件录]|专栏")
_CELLS = 4  # so many lines below a caption are cells, one may be a sentence
_LONGEST_CELL = 24
_LONG = 60
_BARE = re.compile(r"\d{1,2}(?=[一-鿿])")
_BARE_LINE = 30  # no heading of that kind is longer
_NUMBER = 12  # no number at the head of a line is longer
_LISTS = re.compile("（[^（）]*(?:单位：|部门：|负责|牵头)[^）]*）。?$")
_DUTY_ENDS = ("负责）", "牵头）", "落实）", "配合）", "负责）。")


@dataclass(slots=True)
class Node:
    """A heading while the outline is being built; the root has no number."""

    number: Numbering | None
    head: Paragraph | None
    path: tuple[str, ...] = ()
    body: list[Paragraph] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    boxes: list[tuple[int, int]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """How deep its kind of number stands; the root's is the least."""
        return RANK[self.number.level] if self.number else -1

    @property
    def key(self) -> str:
        """The numbers of its path: 三/二/1."""
        return "/".join(self.path)

    @property
    def task_tables(self) -> list[Table]:
        """Its tables whose rows are clauses."""
        return [table for table in self.tables if table.assigns]

    def own(self) -> Iterator[Paragraph]:
        """Its heading's line and the paragraphs right under it."""
        if self.head:
            yield self.head
        yield from self.body

    def all(self) -> Iterator[Paragraph]:
        """Its own paragraphs and those of everything below it."""
        yield from self.own()
        for child in self.children:
            yield from child.all()


@dataclass(slots=True)
class _Box:
    """An open box and the last number of each kind in it."""

    last: dict[str, int] = field(default_factory=dict)

    def closed_by(self, paragraph: Paragraph, number: Numbering | None, words: str, outside: dict[str, int]) -> bool:
        """Whether a paragraph stands outside it: a number that goes on outside, a wide gap, a line with a duty list."""
        if _is_box(words):
            return True
        if number is None:
            return (paragraph.gap >= 2 and bool(self.last)) or words.endswith(_DUTY_ENDS)
        if number.level in ("chapter", "section", "han"):
            return True
        follows_inside = number.ordinal == self.last.get(number.level, 0) + 1
        follows_outside = number.ordinal == outside.get(number.level, 0) + 1
        if number.level == "han_bracket":
            return follows_outside or not follows_inside
        return follows_outside and not (follows_inside and paragraph.gap < 2) and number.level in outside

    def take(self, number: Numbering | None) -> None:
        """Notes the number of a paragraph that belongs to it."""
        if number:
            self.last[number.level] = number.ordinal or 0


def tree(clean: Clean, paragraphs: Sequence[Paragraph], tables: Ordered[Table], annex: str | None = None) -> Node:
    """The headings of a body, each with what stands under it; the paths of an annex open with its number, 附件1."""
    root = Node(None, None, (annex,) if annex else ())
    stack = [root]
    box: _Box | None = None
    outside: dict[str, int] = {}  # the last ordinal of each level of numbering outside boxes
    table_ends = 0
    for i, paragraph in enumerate(paragraphs):
        node = stack[-1]
        if i < table_ends:
            continue
        table = tables.at(paragraph.start)
        if table is not None:
            _take_table(node, table)
            continue
        words = clean.text[paragraph.start : paragraph.end]
        if box is None and _is_of_table(
            words, _table_of(tables, paragraphs, i + 1), _table_of(tables, paragraphs, i - 1)
        ):
            node.boxes.append((paragraph.start, paragraph.end))
            continue
        table_ends = _captioned(clean, paragraphs, i, tables) if box is None else 0
        if table_ends:
            node.boxes.append((paragraph.start, paragraphs[table_ends - 1].end))
            continue
        number = number_at(clean, paragraphs, i)
        if box is not None and not box.closed_by(paragraph, number, words, outside):
            box.take(number)
            node.boxes[-1] = (node.boxes[-1][0], paragraph.end)
            continue
        box = _Box() if _is_box(words) or _is_unnamed_box(clean, paragraphs, i, outside) else None
        if box is not None:
            node.boxes.append((paragraph.start, paragraph.end))
        elif number is None or not _is_heading(number, stack, outside):
            node.body.append(paragraph)
        else:
            outside[number.level] = number.ordinal or 0
            _push(stack, number, paragraph)
    return root


def number_at(clean: Clean, paragraphs: Sequence[Paragraph], i: int) -> Numbering | None:
    """The number at the head of the paragraph `i`; 1总则 has one where 1.1编制目的 follows."""
    here = paragraphs[i]
    words = clean.text[here.start : min(here.end, here.start + _NUMBER)]
    bare = _BARE.match(words) if here.end - here.start <= _BARE_LINE else None
    if bare is None or i + 1 == len(paragraphs):
        return numbering(words)
    below = paragraphs[i + 1]
    first = numbering(clean.text[below.start : min(below.end, below.start + _NUMBER)])
    opens = first is not None and first.numeral == f"{bare[0]}.1"
    return Numbering("arabic", bare[0], bare.end()) if opens else numbering(words)


def _table_of(tables: Ordered[Table], paragraphs: Sequence[Paragraph], i: int) -> Table | None:
    return tables.at(paragraphs[i].start) if 0 <= i < len(paragraphs) else None


def _is_of_table(words: str, below: Table | None, above: Table | None) -> bool:
    """The caption above a table of targets or projects (表1 改善目标) and the note below it (注：…) are part of the table."""
    caption = below is not None and not below.assigns and len(words) < _BOX_HEAD and _CAPTION.match(words)
    return bool(caption or (above is not None and not above.assigns and _NOTE.match(words)))


def _captioned(clean: Clean, paragraphs: Sequence[Paragraph], i: int, tables: Ordered[Table]) -> int:
    """The paragraph behind a table that nobody could read, of which the caption 表1 … stands at `i`; 0 where none does.

    Its cells are short lines; a cell may be a sentence, but two long lines that follow upon each other are prose.
    """
    words = clean.of(paragraphs[i])
    if len(words) >= _BOX_HEAD or _CAPTION.match(words) is None or _SENTENCE.search(words):
        return 0
    end = i + 1
    long_above = False
    while end < len(paragraphs) and not _ends_cells(clean, paragraphs, end, tables):
        long = paragraphs[end].end - paragraphs[end].start > _LONG
        if long and long_above:
            end -= 1
            break
        long_above = long
        end += 1
    short = [_is_cell(clean.of(paragraph)) for paragraph in paragraphs[i + 1 : min(end, i + 1 + _CELLS)]]
    return end if len(short) == _CELLS and sum(short) >= _CELLS - 1 else 0


def _ends_cells(clean: Clean, paragraphs: Sequence[Paragraph], i: int, tables: Ordered[Table]) -> bool:
    """Whether a table that can be read, a heading or another caption stands at `i`."""
    here = paragraphs[i]
    if tables.at(here.start) is not None or number_at(clean, paragraphs, i):
        return True
    return _PART_BEGINS.match(clean.of(here)) is not None


def _is_cell(words: str) -> bool:
    return len(words) <= _LONGEST_CELL and _SENTENCE.search(words) is None


def _is_box(words: str) -> bool:
    return len(words) < _BOX_HEAD and BOX.match(words) is not None


def _is_unnamed_box(clean: Clean, paragraphs: Sequence[Paragraph], i: int, outside: dict[str, int]) -> bool:
    """A title without a number behind the duty list that closes an item, above the only 1. 2. 3. of the text: a box but for the word."""
    if not 0 < i < len(paragraphs) - 1 or "arabic" in outside:
        return False
    above, here, below = (clean.of(each) for each in paragraphs[i - 1 : i + 2])
    first = number_at(clean, paragraphs, i + 1)
    titled = 4 <= len(here) <= _LONGEST_CELL and numbering(here) is None and _SENTENCE.search(here) is None
    opens = first is not None and first.level == "arabic" and first.ordinal == 1 and _LISTS.search(below) is None
    return titled and opens and above[-1] in "）。" and _LISTS.search(above) is not None


def _take_table(node: Node, table: Table) -> None:
    if not node.tables or node.tables[-1] is not table:
        node.tables.append(table)
        if not table.assigns:
            node.boxes.append((table.start, table.end))


def _push(stack: list[Node], number: Numbering, paragraph: Paragraph) -> None:
    while stack[-1].rank >= RANK[number.level]:
        stack.pop()
    child = Node(number, paragraph, (*stack[-1].path, number.numeral))
    stack[-1].children.append(child)
    stack.append(child)


def _is_heading(number: Numbering, stack: list[Node], outside: dict[str, int]) -> bool:
    """A number that could only be a stray figure (a year's rest, a line broken before 12. or 1.5) heads nothing."""
    if number.above:
        parent = next(node for node in reversed(stack) if node.rank < RANK[number.level])
        return parent.number is None or parent.number.ordinal == int(number.above.rpartition(".")[2])
    if number.level != "arabic" or number.ordinal is None:
        return True
    last = outside.get("arabic", 0)
    return number.ordinal == 1 or 0 < number.ordinal - last <= 3 or (last == 0 and number.ordinal < 60)
