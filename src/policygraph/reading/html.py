"""Saved web pages: the article and its tables, not the menu, the breadcrumbs and the foot of the site.

The article is the smallest part of the page that still holds (nearly) all its sentences: what ends in 。 or ； and is
no link. A title that stands above it (公文 pages print it in a heading of their own) is put before it.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading.blocks import Block, Box, Cell, Paragraph, Table, source
from policygraph.reading.encodings import guess, mended
from policygraph.reading.markup import Element, attribute, below, page, tag, words

_DROPPED = frozenset({
    "aside", "audio", "button", "canvas", "dialog", "embed", "footer", "form", "head", "iframe", "input", "link",
    "map", "meta", "nav", "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p",
    "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_SENTENCE = re.compile(r"[。；]|，.*，")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_PLAN_TITLE = re.compile(r"方案|计划|計劃|规划|規劃|意见|意見|通知|办法|辦法|措施|要点|要點")
_REST = 200
"""So many characters of sentences may stand outside the article: a site's foot has fewer."""


def read(name: str, data: bytes) -> Source:
    """The source that a saved web page holds; `DataError` where it holds no words."""
    return _read(name, data, None)


def _read(name: str, data: bytes, charset: str | None) -> Source:
    hint = _CHARSET.search(data[:4096])
    declared = charset or (hint[1].decode("ascii") if hint else None)
    text, encoding, lost = mended(data, hint=declared)
    root = page(text)
    weights = _weigh(root)
    article = _article(root, weights)
    reader = _Reader(weights)
    blocks = list(reader.blocks(article))
    notices = [_broken(lost)] if lost else guess(data, encoding, hint=declared)
    return source(name, [*_title(root, blocks), *blocks], media_type="text/html", encoding=encoding, notices=notices)


def _broken(lost: int) -> str:
    return f"{lost} broken character{' was' if lost == 1 else 's were'} not read"


@dataclass(frozen=True, slots=True)
class _Weight:
    """How many characters of an element stand in sentences, in links, and in all."""

    sentences: int = 0
    links: int = 0
    all: int = 0


def _weigh(root: Element) -> dict[Element, _Weight]:
    """The weight of every element, from the leaves up."""
    weights: dict[Element, _Weight] = {}
    for each in reversed(list(root.iter())):
        if not _is_dropped(each):
            own = _words(each.text) + "".join(_words(below_.tail) for below_ in each)
            inner = [weights[below_] for below_ in each if below_ in weights]
            sentences = sum(w.sentences for w in inner) + (len(own) if _SENTENCE.search(own) else 0)
            total = sum(w.all for w in inner) + len(own)
            links = sum(w.links for w in inner)
            weights[each] = _Weight(0, total, total) if tag(each) == "a" else _Weight(sentences, links, total)
    return weights


def _article(root: Element, weights: Mapping[Element, _Weight]) -> Element:
    """Goes down as long as one child holds nearly all sentences; never into the cells of a table of data."""
    at = chosen = root
    while True:
        inner = [each for each in at if each in weights and tag(each) in _BLOCKS and tag(each) != "p"]
        best = max(inner, key=lambda each: weights[each].sentences, default=None)
        rest = weights[at].sentences - weights[best].sentences if best is not None else 0
        if best is None or not weights[best].sentences or rest > min(_REST, weights[at].sentences // 20):
            return chosen
        at = best
        if tag(at) not in ("table", "thead", "tbody", "tr"):
            chosen = at


def _title(root: Element, blocks: list[Block]) -> Iterator[Block]:
    """The title that the page declares, where the article does not begin with it."""
    metas = [each for each in below(root, "meta") if (attribute(each, "name") or "").lower() == "articletitle"]
    declared = [attribute(each, "content") for each in metas]
    headings = [" ".join(words(each).split()) for each in below(root, "h1")]
    opening = "".join("".join(block.text.split()) for block in blocks[:12] if isinstance(block, Paragraph))
    for title in filter(None, [*declared, *headings]):
        printed = "".join(title.split())
        if _PLAN_TITLE.search(printed) and len(printed) < 100 and printed not in opening:
            yield Paragraph(title, "title")
            return


def _words(text: str | None) -> str:
    return "".join((text or "").split())


def _is_dropped(element: Element) -> bool:
    """What no reader sees, and what is the site's and not the article's."""
    if tag(element) in _DROPPED or attribute(element, "hidden") is not None:
        return tag(element) not in ("html", "body")
    style = "".join((attribute(element, "style") or "").lower().split())
    return "display:none" in style or "visibility:hidden" in style


@dataclass(slots=True)
class _Reader:
    """Walks the article once; words gather in `line` until a block begins or ends."""

    weights: Mapping[Element, _Weight]
    paragraphs: int = 0
    tables: int = 0
    line: list[str] = field(default_factory=list)

    def blocks(self, element: Element) -> Iterator[Block]:
        """The paragraphs and tables of `element`."""
        yield from self._inside(element, within_pre=False)
        yield from self._flush()

    def _inside(self, element: Element, *, within_pre: bool) -> Iterator[Block]:
        self._write(element.text, within_pre=within_pre)
        for each in element:
            kind = tag(each)
            if kind == "br":
                self.line.append("\n")
            elif kind == "table" and each in self.weights:
                yield from self._flush()
                yield from self._table(each)
            elif each in self.weights and not self._is_links(each):
                block = kind in _BLOCKS
                if block:
                    yield from self._flush()
                yield from self._inside(each, within_pre=within_pre or kind == "pre")
                if block:
                    yield from self._flush()
            self._write(each.tail, within_pre=within_pre)

    def _write(self, text: str | None, *, within_pre: bool) -> None:
        if text:
            self.line.append(text if within_pre else re.sub(r"[ \t\r\n\f]+", " ", text))

    def _flush(self) -> Iterator[Paragraph]:
        """Ends a paragraph; where its author broke lines with <br>, each line is one."""
        lines, self.line = "".join(self.line).split("\n"), []
        for line in lines:
            if line.strip():
                self.paragraphs += 1
                yield Paragraph(line.strip(" "), f"paragraph {self.paragraphs}")

    def _is_links(self, element: Element) -> bool:
        """A list of links (相关链接, 上一篇) is the site's."""
        weight = self.weights[element]
        if tag(element) not in ("div", "ul", "ol", "dl", "section", "p") or weight.links * 10 < weight.all * 7:
            return False
        return sum(1 for _ in below(element, "a")) >= 3

    def _table(self, element: Element) -> Iterator[Block]:
        shown = [row for row in _rows(element) if row in self.weights]
        rows = [[each for each in row if tag(each) in ("td", "th") and each in self.weights] for row in shown]
        rows = [row for row in rows if row]
        if all(len(row) == 1 for row in rows) or _is_layout(element, rows, self.weights):
            inside = [block for row in rows for cell in row for block in self.blocks(cell)]
            yield Box(tuple(inside))
            return
        self.tables += 1
        yield Table(tuple(self._grid(rows)), self.tables)

    def _grid(self, rows: list[list[Element]]) -> Iterator[tuple[Cell, ...]]:
        """Rows with the cells that reach down from above put in their place."""
        reaching: dict[int, int] = {}
        for row in rows:
            cells: list[Cell] = []
            at = 0
            for element in [*row, None]:
                while reaching.get(at, 0) > 0:
                    reaching[at] -= 1
                    cells.append(Cell(below=True))
                    at += 1
                if element is None:
                    break
                width, height = _span(element, "colspan"), _span(element, "rowspan")
                cells.append(Cell(tuple(self._lines(element)), width))
                for column in range(at, at + width):
                    reaching[column] = height - 1
                at += width
            yield tuple(cells)

    def _lines(self, cell: Element) -> Iterator[str]:
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Box):
                yield from (inner.text for inner in block.blocks if isinstance(inner, Paragraph))
            else:
                yield from (" ".join(line for each in row for line in each.lines) for row in block.rows)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of a table within it."""
    for each in table:
        if tag(each) == "tr":
            yield each
        elif tag(each) in ("thead", "tbody", "tfoot"):
            yield from (row for row in each if tag(row) == "tr")


def _is_layout(element: Element, rows: list[list[Element]], weights: Mapping[Element, _Weight]) -> bool:
    """Whether a table only arranges the page: one of its cells holds nearly all its words, or a table that does."""
    whole = weights[element].all
    largest = max((weights[cell].all for row in rows for cell in row), default=0)
    return whole > 600 and largest * 10 >= whole * 9


def _span(cell: Element, which: str) -> int:
    words = attribute(cell, which) or "1"
    return min(200, max(1, int(words))) if words.isdecimal() and len(words) < 6 else 1


def read_mht(name: str, data: bytes) -> Source:
    """The source that a web archive (.mht) holds: its first page."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _read(name, payload, part.get_content_charset())
    raise DataError("a web archive without a page in it: save the page as .html")
