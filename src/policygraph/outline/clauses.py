"""The tree of headings → sections and clauses, in order, each under a key that no other has: 三/二/1, 三/二/1#2.

9.推动工业绿色发展。… is one clause with all its paragraphs, unless each closes with a duty list of its own. （六） with its
1. 2. 3. is one where the only list closes the last of them, and such a plan's items bear one list each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from policygraph.clean import Clean, Paragraph
from policygraph.find.duty_list import DutyList
from policygraph.numbering import RANK, numbering
from policygraph.outline.tree import Node
from policygraph.outline.units import Annex, Heading, Unit
from policygraph.spans import Ordered
from policygraph.tables import Table, is_group, is_sum

# 9.推动工业绿色发展。|… and 9.推动工业绿色发展|（市工信局牵头）
_TITLE_END = re.compile(r"[。：；]|（(?=[^）]*(?:负责|牵头|单位：|配合|落实|部门：))")
# …。（市公安局负责）|再… and …（市公安局负责）。|再…
_CLOSES = re.compile("(?P<stop>[。；])?(?=[^，；、。])")
_TITLE_LIMIT = 30
_BARE_TITLE_LIMIT = 60  # of an item that is nothing but its title


class Writer:
    """Walks the tree and writes down headings and clauses."""

    def __init__(self, clean: Clean, lists: Sequence[DutyList]) -> None:
        self.clean = clean
        self.lists = Ordered(lists)
        self.headings: list[Heading] = []
        self.units: list[Unit] = []
        self._titles: dict[str | None, str] = {}
        self._used: dict[tuple[str, str], int] = {}
        self._boxed: set[int] = set()
        self._one_list: frozenset[int] = frozenset()

    def write(self, roots: Sequence[Node], annexes: Sequence[Annex | None]) -> None:
        """Writes down what stands under the roots of a plan and of its annexes."""
        self._one_list = self._ranks_with_one_list(roots)
        for root, annex in zip(roots, annexes, strict=True):
            self.walk(root, self._annex(root, annex) if annex else None)

    def walk(self, node: Node, parent: str | None) -> None:
        """Writes down what stands under `node`, itself a clause or a section of clauses."""
        if node.number and not node.children and not node.task_tables:
            self._clauses(node, parent, list(node.own()), node.boxes)
            return
        if node.children and self._is_whole(node):
            self._clauses(node, parent, list(node.all()), self._boxes(node))
            return
        key = self._section(node, parent) if node.head and node.number else parent
        self._intro(node, parent)
        for table in node.task_tables:
            self._rows(table, node, key)
        for child in node.children:
            self.walk(child, key)

    def _section(self, node: Node, parent: str | None) -> str:
        assert node.head
        assert node.number
        key = self._unique("section", node.key)
        title = self._heading_words(node)
        end = node.head.start + node.number.end + len(title)
        self.headings.append(Heading(key, node.number.numeral, title, parent, node.head.start, end))
        self._titles[key] = title
        return key

    def _annex(self, root: Node, annex: Annex) -> str | None:
        """An annex is a section of its clauses, or, where it has neither headings nor rows of tasks, a clause itself."""
        if root.children or root.task_tables:
            key = self._unique("section", root.key)
            self.headings.append(Heading(key, annex.number, annex.title or "", None, annex.start, annex.end))
            return key
        if not root.body:
            key = self._unique("clause", root.key)
            self.units.append(Unit(key, annex.number, (), annex.title, None, annex.start, annex.end))
        self._titles[root.key] = annex.title or ""
        return None

    # -- whether an item's parts are clauses

    def _is_whole(self, node: Node) -> bool:
        """Whether an item's （1）（2） are parts of one clause: they are, unless they bear duty lists of their own."""
        if not node.number or not node.head or any(child.task_tables for child in node.children):
            return False
        bearing = [self._bears(child.head.start, _end(child)) for child in node.children if child.head]
        if node.children[0].rank >= RANK["arabic_bracket"]:
            return sum(bearing) <= 1 and (len(bearing) == 1 or not any(bearing[:-1]))
        if not self._closes_with_list(node) or len(node.children) == 1:
            return False
        last = list(node.all())[-1]
        alone = any(duty.own_line and duty.start == last.start for duty in self._lists_in(last))
        return alone or node.rank in self._one_list

    def _closes_with_list(self, node: Node) -> bool:
        """Whether the last of the parts of an item bears a list, and nothing before it does."""
        assert node.head
        last = node.children[-1].head
        return last is not None and not self._bears(node.head.start, last.start) and self._bears(last.start, _end(node))

    def _ranks_with_one_list(self, roots: Iterable[Node]) -> frozenset[int]:
        """How deep the items stand of which each bears one list, at its end, whether or not it has parts 1. 2. 3."""
        once: Counter[int] = Counter()
        apart: set[int] = set()
        for node in chain.from_iterable(map(_items, roots)):
            if not self._bears(node.head.start, _end(node)):  # type: ignore[union-attr]
                continue
            if node.children and (node.children[0].rank < RANK["arabic"] or not self._closes_with_list(node)):
                apart.add(node.rank)
            else:
                once[node.rank] += 1
        items = (rank for rank in once if rank >= RANK["han_bracket"] and rank not in apart)  # a chapter is no item
        return frozenset(rank for rank in items if once[rank] > 1)

    def _bears(self, start: int, end: int) -> bool:
        return bool(self.lists.beginning_in(start, end))

    def _lists_in(self, paragraph: Paragraph) -> Sequence[DutyList]:
        return self.lists.beginning_in(paragraph.start, paragraph.end)

    # -- titles

    def _heading_words(self, node: Node) -> str:
        assert node.head
        assert node.number
        words = self.clean.text[node.head.start + node.number.end : node.head.end]
        return words[: match.start()] if (match := _TITLE_END.search(words)) else words

    def _title(self, node: Node, parent: str | None) -> str | None:
        """The short heading of an item; that of its section where it opens with a sentence of its own."""
        if node.number and node.head:
            words = self._heading_words(node)
            whole = node.head.end - node.head.start - node.number.end
            if 0 < len(words) <= (_TITLE_LIMIT if len(words) < whole else _BARE_TITLE_LIMIT):
                return words
        return self._titles.get(parent if parent or node.number else node.key) or None

    # -- clauses

    def _intro(self, node: Node, parent: str | None) -> None:
        """What stands under a heading before its first sub-heading is a clause of its own if it says anything."""
        paragraphs = list(node.own())
        if node.head and node.number:
            rest = node.head.end - node.head.start - node.number.end - len(self._heading_words(node))
            if rest <= 1 and not node.body:
                paragraphs = []
        if paragraphs:
            boxes = self._boxes(node) if node.children and self._is_whole(node) else node.boxes
            self._clauses(node, parent, paragraphs, boxes)
        else:
            self.attach(node.boxes)

    def _clauses(
        self, node: Node, parent: str | None, paragraphs: list[Paragraph], boxes: list[tuple[int, int]]
    ) -> None:
        """One clause, or one for each paragraph that closes with a duty list of its own."""
        title = self._title(node, parent)
        parts = self._parts(paragraphs)
        number = node.path[-1] if node.path else None
        key = node.key or "text"
        for i, part in enumerate(parts, 1):
            own_key = f"{key}#{i}" if len(parts) > 1 else key
            self._add(own_key, number, node.path[:-1], title, parent, part)
            limit = part[-1].end + 1 if i < len(parts) else None
            self.attach(box for box in boxes if (limit is None or box[0] < limit) and box[0] not in self._boxed)

    def _boxes(self, node: Node) -> list[tuple[int, int]]:
        """The boxes of an item and of all its parts."""
        return sorted([*node.boxes, *(box for child in node.children for box in self._boxes(child))])

    def _parts(self, paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
        """A paragraph without a list of its own belongs to the one that follows, the last ones to the one before."""
        found = [self._lists_in(paragraph) for paragraph in paragraphs]
        last_closing = max((i for i, lists in enumerate(found) if lists), default=-1)
        parts: list[list[Paragraph]] = [[]]
        bears = False
        for i, (paragraph, lists) in enumerate(zip(paragraphs, found, strict=True)):
            is_line = any(duty.own_line and duty.start == paragraph.start for duty in lists)
            if bears and (not is_line if lists else i < last_closing):
                parts.append([])
                bears = False
            parts[-1].append(paragraph)
            bears = bears or bool(lists)
        return parts

    def _pieces(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """The stretches of a paragraph without a number that close with lists of their own.

        修订目录。（市教育局负责）|开展抽查。（市公安局负责）: in a numbered item both are one clause's.
        """
        for duty in self._lists_in(paragraph)[:-1]:
            closing = _CLOSES.match(self.clean.text, duty.end, paragraph.end)
            if closing and (closing["stop"] or self.clean.text[duty.start - 1] in "。！？"):
                yield replace(paragraph, end=closing.end())
                paragraph = replace(paragraph, start=closing.end())
        yield paragraph

    def _rows(self, table: Table, node: Node, parent: str | None) -> None:
        """Each row of a table of tasks is a clause, and of one of indicators that names bodies."""
        text = self.clean.text
        tasks = [row for row in table.rows if not is_sum(self.clean, row) and not is_group(self.clean, table, row)]
        for i, row in enumerate(tasks, 1):
            ordinal = table.cell(row, "ordinal")
            task = next((cell for cell in reversed(table.cells(row, "task")) if cell.end > cell.start), None)
            task = task or table.cell(row, "project") or table.cell(row, "indicator")
            number = text[ordinal.start : ordinal.end] if ordinal else str(i)
            key = self._unique("clause", "/".join([*node.path, number]))
            words = text[task.start : task.end] if task else ""
            words = words[head.end :] if (head := numbering(words)) else words
            match = _TITLE_END.search(words)
            title = words[: match.start()] if match and match.start() <= _TITLE_LIMIT else words
            self.units.append(Unit(key, number, node.path, title or None, parent, row.start, row.end, row=row))

    def opening(self, paragraphs: list[Paragraph]) -> None:
        """What stands before the first heading: one clause, or, in a text without headings, one for each duty list."""
        parts = self._parts([piece for paragraph in paragraphs for piece in self._pieces(paragraph)])
        if len(parts) == 1:
            self._add("preamble", None, (), None, None, paragraphs)
            return
        for i, part in enumerate(parts, 1):
            end = _TITLE_END.search(self.clean.text, part[0].start, part[0].start + _TITLE_LIMIT + 1)
            title = self.clean.text[part[0].start : end.start()] if end else None
            self._add(f"preamble#{i}", None, (), title, None, part)

    def _add(
        self, key: str, number: str | None, path: tuple[str, ...], title: str | None, parent: str | None,
        part: Sequence[Paragraph],
    ) -> None:  # fmt: skip
        """Writes down a clause that covers the paragraphs of `part`."""
        if part:
            unique = self._unique("clause", key)
            self.units.append(Unit(unique, number, path, title, parent, part[0].start, part[-1].end))

    def attach(self, boxes: Iterable[tuple[int, int]]) -> None:
        """Gives boxes to the clause before them; with no clause before them the first is one."""
        for start, end in boxes:
            self._boxed.add(start)
            if not self.units:
                self.units.append(Unit(self._unique("clause", "text"), None, (), None, None, start, end))
            else:
                last = self.units[-1]
                self.units[-1] = replace(last, boxes=(*last.boxes, (start, end)))

    def _unique(self, kind: str, key: str) -> str:
        """`key`, told apart from an earlier one where a plan prints a number twice."""
        unique = key
        while (kind, unique) in self._used:
            self._used[kind, key] += 1
            unique = f"{key}~{self._used[kind, key]}"
        self._used[kind, unique] = 1
        return unique


def _items(node: Node) -> Iterator[Node]:
    """`node` and all below it that have a number."""
    if node.number and node.head:
        yield node
    for child in node.children:
        yield from _items(child)


def _end(node: Node) -> int:
    return max(paragraph.end for paragraph in node.all())
