r"""Rows of a table whose cells are parted by bars or by spaces alone: 指标 | 2020年 | 2025年, 指标 2020年 2025年 属性.

A bar or a space that parts two cells is given back as a tab, one sign for one, so that every offset stays what it was;
<br> within a cell is \v and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)  # between the lines of a cell in Markdown
_BAR = re.compile(r"[|｜]")
_OPENED = re.compile(r"(?m)^[ \u3000\t]*\|[ \u3000\t]*$")
_FEWEST_BARS = 2
_NEAR = 2  # so many lines off, a note between them
_TOKEN = re.compile(r"20\d\d[ \u3000]?年\S*|\S+")
_LINE = re.compile(r"[^\n]+")
_INDICATOR = re.compile("指[ \u3000]*标")  # 指 标 2020年 2025年 属性
_LONGEST_HEAD = 80
_NAME = re.compile(r"(?:主要|核心|具体|约束性)?指标(?:名称|内容)?")
_YEAR = re.compile(r"20\d\d[ \u3000]?年\S{0,8}")
_UNIT = re.compile(r"[^\d\s]{1,12}")
_VALUE = re.compile(
    r"[（(\[]?[≥≤<>＞＜]{0,2}\d[\d.,，]*(?:[-—–―～~]\d[\d.]*)?[^\s\d]{0,6}[)）\]]?|[-—–－―─−/]{1,2}|一|无"
)
_NATURE = re.compile("(?:约束|预期|指导|引导|激励)性?")
_ORDINAL_HEAD = re.compile(r"(?<![^\n])[ \u3000]*(?:序号|编号|序 号)[ \u3000]")
_FEWEST_COUNTED = 4  # columns
_FEWEST_COLUMNS = 2  # from the first year on
_LEFT = 3  # so many lines that are no rows end the table


def with_tabs(source: str) -> str:
    """`source` with a tab for each bar and space that parts two cells, each row on one line."""
    source = _BREAK.sub(lambda tag: "\v" + " " * (len(tag[0]) - 1), source) if "<" in source else source
    source = _changed(source, _breaks(source), " ")
    return _changed(source, [*_bars(source), *_spaces(source), *_counted(source)], "\t")


def _changed(source: str, places: Iterable[int], sign: str) -> str:
    """`source` with `sign` in all `places`."""
    signs: list[str] = []
    for at in places:
        signs = signs or list(source)
        signs[at] = sign
    return "".join(signs) or source


def _breaks(source: str) -> Iterator[int]:
    """The line breaks within rows whose cells stand one a line, each closed by a bar: |, 1 |, 东桥冷库 |, 东桥镇 |.

    A row opens with a bar alone, as an empty cell is one too: it has as many cells as the head, which has none empty.
    """
    if not _OPENED.search(source):
        return
    lines = [line for line in _LINE.finditer(source) if line[0].strip()]
    words = [line[0].strip() for line in lines]
    i = 0
    while i < len(lines):
        count = 0
        while (
            i + count + 1 < len(lines)
            and words[i] == "|"
            and words[i + count + 1].strip("|")
            and words[i + count + 1][-1] == "|"
        ):
            count += 1
        rows = list(_broken_rows(words, i, count)) if count > _FEWEST_COLUMNS else []
        for first, last in rows if len(rows) > _FEWEST_COLUMNS else ():
            yield from (at for at in range(lines[first].start(), lines[last].start()) if source[at] == "\n")
        i = rows[-1][1] + 1 if rows else i + 1


def _broken_rows(words: list[str], at: int, count: int) -> Iterator[tuple[int, int]]:
    """The first and the last line of each row from `at` on, as long as rows of `count` cells follow one another."""
    while at < len(words) and words[at] == "|":
        cells, last = 0, at
        while cells < count and last + 1 < len(words) and words[last + 1][-1] == "|":
            last += 1
            cells += words[last].count("|")
        if cells != count:
            return
        yield at, last
        at = last + 1


def _bars(source: str) -> Iterator[int]:
    """The bars of lines that hold several and stand near another such line; | a | b | is known by its first sign."""
    if not _BAR.search(source):
        return
    lines = [line for line in _LINE.finditer(source) if line[0].strip()]
    bars = [0 if _BAR.match(line[0].lstrip()) else len(_BAR.findall(line[0])) for line in lines]
    barred = [count >= _FEWEST_BARS for count in bars]
    last = -_NEAR - 1  # the last row of a table
    for i, line in enumerate(lines):
        near = barred[i] and sum(barred[max(0, i - _NEAR) : i + _NEAR + 1]) > 1
        if near or (bars[i] and i - last <= _NEAR):  # 4 | 建设…: the other cells are merged with those of the row above
            last = i
            yield from (line.start() + bar.start() for bar in _BAR.finditer(line[0]))


def _spaces(source: str) -> Iterator[int]:
    """The spaces between the cells of tables whose head names an indicator and years."""
    for word in _INDICATOR.finditer(source):
        begin = source.rfind("\n", 0, word.start()) + 1
        line = _LINE.match(source, begin)
        if line is None or len(line[0]) > _LONGEST_HEAD or "\t" in line[0]:
            continue
        tokens = _tokens(source, *line.span())
        first = next((i for i, token in enumerate(tokens) if _YEAR.fullmatch(token[0])), 0)
        leading = [token[0] for token in tokens[:first]]
        if not leading or len(tokens) - first < _FEWEST_COLUMNS:
            continue
        ordinal, unit = leading[0] in ("序号", "编号"), leading[-1] == "单位"
        if _NAME.fullmatch("".join(leading[ordinal : len(leading) - unit])):
            head = [token[0] for token in tokens[first:]]
            yield from _seams(tokens, len(head), ordinal=ordinal, unit=unit)
            yield from _rows(source, line.end(), head, ordinal=ordinal, unit=unit)


def _counted(source: str) -> Iterator[int]:
    """The spaces between the cells of tables that count their rows: 序号 项目名称 建设地点, 1 东桥冷库 东桥镇.

    Each row must have as many words as the head, so that no cell holds a blank of its own.
    """
    for word in _ORDINAL_HEAD.finditer(source):
        line = _LINE.match(source, word.start())
        head = _tokens(source, *line.span()) if line else []
        if len(head) < _FEWEST_COUNTED or "\t" in word.string[word.start() : head[-1].end()]:
            continue
        rows = [head]
        for below in _LINE.finditer(source, head[-1].end() + 1):
            tokens = _tokens(source, *below.span())
            if tokens and (tokens[0][0] != str(len(rows)) or len(tokens) != len(head)):
                break
            if tokens:
                rows.append(tokens)
        if len(rows) > _FEWEST_COLUMNS:
            yield from (token.start() - 1 for row in rows for token in row[1:])


def _tokens(source: str, begin: int, end: int) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(source, begin, end))


def _seams(tokens: list[re.Match[str]], trailing: int, *, ordinal: bool, unit: bool) -> Iterator[int]:
    """Where the cells of a row part: behind its ordinal, before its unit, before each of its last ones."""
    if ordinal and len(tokens) > trailing + unit + 1:
        yield tokens[0].end()
    for token in tokens[len(tokens) - trailing - unit :]:
        yield token.start() - 1


def _rows(source: str, at: int, head: list[str], *, ordinal: bool, unit: bool) -> Iterator[int]:
    """The same for the rows below a head whose columns from the first year on are `head`."""
    missed: list[list[re.Match[str]]] = []
    for line in _LINE.finditer(source, at):
        tokens = _tokens(source, *line.span())
        if not tokens:
            continue
        if _fits([token[0] for token in tokens], head, unit=unit):
            for rest in missed:  # a row of several in one keeps the table together
                if len(rest) > len(head):
                    yield rest[0].end()
            missed = []
            yield from _seams(tokens, len(head), ordinal=ordinal, unit=unit)
            continue
        missed.append(tokens)
        if len(missed) == _LEFT or "。" in line[0]:
            return


def _fits(row: list[str], head: list[str], *, unit: bool) -> bool:
    """Whether the last words of a line are what stands under the years of `head`, and a name stands before them."""
    named = len(row) - len(head) - unit
    if named < 1 or (unit and not _UNIT.fullmatch(row[named])) or _is_value(row[named - 1]):
        return False
    cells = row[-len(head) :]
    return any(re.search(r"\d", cell) for cell in cells) and all(
        _VALUE.fullmatch(c) or _NATURE.fullmatch(c) for c in cells
    )


def _is_value(word: str) -> bool:
    return word[0].isdigit() and word[-1] != "." and _VALUE.fullmatch(word) is not None and len(word) > 1
