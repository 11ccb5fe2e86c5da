"""The numbers that Word counts and does not store: 一、 （一） 1. （1） ①, computed from numbering.xml and styles.xml.

A paragraph names a list and a level; the list's levels say how to count (chineseCounting), where to begin, after which
level to begin again, and how to print it ("（%2）"). Lists that share one abstract definition share its counters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from policygraph.reading.docx_styles import is_on
from policygraph.reading.markup import Element, attribute, below, child, tag, value

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_STEMS = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is the level (from 1) whose use begins it again, 0 if none does, None if any."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class WordList:
    """A w:num: its abstract definition, its own levels, and where it begins anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbers:
    """The lists of one document and how far each has counted: read paragraphs in order."""

    lists: Mapping[str, WordList]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """The level that a heading style is tied to; 0 where it is tied to none."""
        known = self.lists.get(list_id)
        levels = known.levels if known else {}
        return next((i for i, level in levels.items() if style and level.style == style), 0)

    def next(self, list_id: str, at: int) -> str:
        """Counts one paragraph of that list and level, and gives the number as printed, "" for a bullet."""
        known = self.lists.get(list_id)
        level = known.levels.get(at) if known else None
        if known is None or level is None:
            return ""
        counters = self.counters.setdefault(known.abstract, {})
        if at in known.starts and (list_id, at) not in self.begun:
            counters[at] = known.starts[at]
        else:
            counters[at] = counters.get(at, level.start - 1) + 1
        self.begun.add((list_id, at))
        for deeper in [i for i in counters if i > at]:
            restart = known.levels[deeper].restart if deeper in known.levels else None
            if restart is None or at < restart:
                del counters[deeper]
        return _printed(known, level, counters)


def numbers(numbering: Element | None, styles: Element | None) -> Numbers:
    """The lists that a document defines; none where it has no numbering part."""
    if numbering is None:
        return Numbers({})
    abstracts = {attribute(each, "abstractNumId") or "": each for each in numbering if tag(each) == "abstractNum"}
    nums = [each for each in numbering if tag(each) == "num"]
    by_style: dict[str | None, str | None] = {}
    for each in below(styles, "style") if styles is not None else ():
        by_style[attribute(each, "styleId")] = value(each, "pPr", "numPr", "numId")
    of_num = {attribute(each, "numId") or "": value(each, "abstractNumId") or "" for each in nums}
    found: dict[str, WordList] = {}
    for num in nums:
        abstract = value(num, "abstractNumId") or ""
        link = value(abstracts.get(abstract), "numStyleLink")
        if link:  # the list is defined by a list style, which points at another list
            abstract = of_num.get(by_style.get(link) or "", abstract)
        found[attribute(num, "numId") or ""] = _word_list(num, abstract, abstracts.get(abstract))
    return Numbers(found)


def _word_list(num: Element, abstract: str, definition: Element | None) -> WordList:
    levels = _levels(definition) if definition is not None else {}
    starts: dict[int, int] = {}
    for override in (each for each in num if tag(each) == "lvlOverride"):
        at = _integer(attribute(override, "ilvl"), 0)
        start = value(override, "startOverride")
        if start is not None:
            starts[at] = _integer(start, 1)
        levels |= _levels(override)
    return WordList(abstract, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {_integer(attribute(each, "ilvl"), 0): _level(each) for each in parent if tag(each) == "lvl"}


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=_integer(value(element, "start"), 0),
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else _integer(restart, 0),
        legal=is_on(child(element, "isLgl")),
        style=value(element, "pStyle"),
    )


def _integer(words: str | None, otherwise: int) -> int:
    return int(words) if words and re.fullmatch(r"\d{1,6}", words) else otherwise


def _printed(known: WordList, level: Level, counters: dict[int, int]) -> str:
    if level.format == "bullet":
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = known.levels.get(at)
        if of is None:
            return ""
        return in_format(counters.setdefault(at, of.start), "decimal" if level.legal else of.format)

    return re.sub(r"%([1-9])", number, level.text)


def in_format(n: int, form: str) -> str:
    """`n` in one of Word's formats: 12 in chineseCounting is 十二; a format that is not known is decimal."""
    if form == "none":
        return ""
    if not 0 < n < _LARGEST:
        return str(n)
    if form.startswith(("chineseCounting", "taiwaneseCounting", "japaneseCounting")):
        return _han(n)
    if form in _STEMS:
        return _STEMS[form][(n - 1) % len(_STEMS[form])]
    if form in ("upperLetter", "lowerLetter"):
        letters = chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1)
        return letters if form == "upperLetter" else letters.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(n) if form == "upperRoman" else _roman(n).lower()
    return _in_digits(n, form)


def _in_digits(n: int, form: str) -> str:
    if form == "ideographDigital":
        return "".join(_DIGITS[int(digit)] for digit in str(n))
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(digit)) for digit in str(n))
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and n <= 20:
        return chr(0x245F + n)
    if form == "decimalEnclosedParen":
        return f"（{n}）"
    if form == "decimalEnclosedFullstop":
        return f"{n}."
    return f"{n:02}" if form == "decimalZero" else str(n)


def _han(n: int) -> str:
    """21 → 二十一, 105 → 一百〇五: Word writes 〇 where speech says 零, and 十 alone for 一十."""
    if n >= 10_000:
        rest = n % 10_000
        return _han(n // 10_000) + "万" + (("〇" if rest < 1000 else "") + _han(rest) if rest else "")
    words, gap = "", False
    for place, digit in zip(range(len(str(n)) - 1, -1, -1), map(int, str(n)), strict=True):
        if digit:
            words += ("〇" if gap and words else "") + _DIGITS[digit] + _UNITS[place]
        gap = digit == 0
    return words.removeprefix("一") if words.startswith("一十") and n < 20 else words


def _roman(n: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (n // size)
        n %= size
    return words
