"""Lines → paragraphs: which line goes on with the sentence of the line above it.

A text broken at a fixed width prints 单位生产总值能耗比2020年下降 on one line and 13%。 on the next: one paragraph of two lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.lines import LABEL, Line, ends_sentence
from policygraph.numbering import numbering

_OPENERS = "（《“"
_BRACKET = re.compile("[（《“）》”]")
_STOP = re.compile("[，。；、]")
_STOPS = "，。；：、"
_OVER = 8
_LONG = 30  # a line so long is no heading
_ENOUGH = 20
_NARROWEST = 22  # hardly a page is narrower; letters, headings and cells are
# 突破100|家: a number and its unit; 2023|年, 12|万户
_UNIT = re.compile("[年月日个家项条座所处户人万亿吨亩公平立千%％元台套件名张]")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The width at which a text was broken into lines, in full-width characters.

    `twice`: behind commas and full stops too, as some PDFs give their text, so that several lines make up one row of the page.
    """

    width: float
    twice: bool = False

    def is_full(self, row: float) -> bool:
        """Whether a row of the page so wide goes on in the next one."""
        return row >= self.width - 3.5

    def shares_row(self, above: Line, row: float, line: Line) -> bool:
        """Whether `line` stands in the row of the page, so wide up to there, that the line above it stands in."""
        together = row + line.width
        if not self.twice or above.text[-1] not in _STOPS or together > self.width + 2.5:
            return False
        return self.is_full(together) or line.text[-1] in _STOPS


def wrap_of(lines: list[Line]) -> Wrap | None:
    """At what width the text was broken into lines; None where paragraphs are whole."""
    whole = [line for line in lines if "\t" not in line.text]
    plain = [line for line in whole if not numbering(line.text)]
    if len(plain) < 8:
        return None
    bins = Counter(round(line.width) for line in plain if _NARROWEST <= line.width <= 60)
    if not bins:
        return None
    mode = max(bins, key=lambda width: (sum(bins[width + d] for d in (-1, 0, 1)), width))
    full = [line for line in whole if mode - 3 <= line.width <= mode + 2.5]
    unfinished = sum(1 for line in full if line.text[-1] not in "；：" and not ends_sentence(line.text))
    longer = sum(1 for line in plain if line.width > mode + _OVER)  # a line that was broken at a width is no longer
    broken = len(full) * 2 >= len(plain) and unfinished * 2 >= len(full) and longer * 4 <= len(plain)
    # no line is longer, and hardly a full one ends a sentence, though many are shorter
    broken |= not longer and len(full) >= _ENOUGH and len(full) * 4 >= len(plain) and unfinished * 5 >= len(full) * 4
    short = sum(1 for line in plain if line.text[-1] in "，、" and line.width < mode - 3.5)
    return Wrap(float(mode), twice=short * 20 >= len(plain)) if broken else None


@dataclass(slots=True)
class _Open:
    """The paragraph so far: its lines, the brackets left open, whether a sentence has begun or ended, its last row's width."""

    lines: list[Line]
    depth: int = 0
    speaks: bool = False
    ended: bool = False
    row: float = 0.0

    def take(self, line: Line, wrap: Wrap | None) -> None:
        same = wrap is not None and bool(self.lines) and wrap.shares_row(self.lines[-1], self.row, line)
        self.row = self.row + line.width if same else line.width
        before = self.depth
        self.lines.append(line)
        self.depth = _depth(line.text, before)
        self.speaks = self.speaks or _STOP.search(line.text) is not None
        closed = before > 0 and self.depth == 0 and line.text[-1] == "）"  # …市财政局配合）
        self.ended = closed or ends_sentence(line.text)


def paragraphs_of(lines: list[Line], wrap: Wrap | None) -> Iterator[list[Line]]:
    """The lines that make up each paragraph, given how the text was broken."""
    paragraph = _Open([])
    for line in lines:
        if paragraph.lines and not _continues(paragraph, line, wrap):
            yield paragraph.lines
            paragraph = _Open([])
        paragraph.take(line, wrap)
    if paragraph.lines:
        yield paragraph.lines


def _depth(text: str, depth: int) -> int:
    """How many brackets stay open after `text`; a closing bracket without its opening one counts for nothing."""
    for c in _BRACKET.findall(text):
        if c in _OPENERS:
            depth += 1
        elif depth:
            depth -= 1
    return depth


def _closes(text: str) -> bool:
    """Whether `text` closes a bracket before it opens one: “退二进|三、退城入园”, whatever the number that it opens with."""
    first = _BRACKET.search(text)
    return first is not None and first[0] not in _OPENERS


def _continues(paragraph: _Open, line: Line, wrap: Wrap | None) -> bool:
    """Whether `line` goes on with the sentence of the line above it."""
    above = paragraph.lines[-1]
    if "\t" in above.text or "\t" in line.text:
        return False
    full = wrap is not None and wrap.is_full(paragraph.row)
    labelled = LABEL.match(line.text) is not None
    if labelled or numbering(line.text) is not None:
        if not paragraph.depth or paragraph.ended or labelled or line.text[0] == "（":
            return False
        return full or (above.width > _LONG and _closes(line.text))
    if above.text[-1].isdigit() and above.width > _OVER and _UNIT.match(line.text):
        return True
    if paragraph.depth and not paragraph.ended and (wrap is None or wrap.twice or full or above.width > 12):
        return True
    if wrap is not None:
        return wrap.shares_row(above, paragraph.row, line) or _goes_on(paragraph, wrap, full=full)
    if paragraph.ended or above.text[-1] in "：；":
        return False
    if above.text[-1] in "，、":
        return True
    heading = numbering(above.text) is not None and above.width <= 40
    return not heading and above.width >= _LONG and paragraph.speaks


def _goes_on(paragraph: _Open, wrap: Wrap, *, full: bool) -> bool:
    """The same where lines were broken at a width; a line that a page's end cut short goes on all the same."""
    above = paragraph.lines[-1]
    if full:
        return not (paragraph.ended and paragraph.row < wrap.width - 1.5)
    if above.text[-1] in "，、":
        return True
    return paragraph.speaks and not paragraph.ended and above.text[-1] not in "：；" and above.width >= wrap.width / 3
