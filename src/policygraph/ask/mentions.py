"""The names in a question: 贵阳的减污降碳方案 is a plan, 市住建局 a body, 2025年 a deadline.

Names come before words, the longest first, and each is taken whole: 杭州市生态环境局 is nobody that a graph of Guiyang knows,
not Guiyang's bureau with 杭州 before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policygraph import ids
from policygraph.ask.catalogue import Catalogue, Entity
from policygraph.ask.spelling import inside_word, translated
from policygraph.ask.titles import PLAN_END, abbreviated, abbreviates, titled
from policygraph.ask.words import folded
from policygraph.lexicon.indicators import dimension
from policygraph.lexicon.regions import area, find_areas

_GONE = "\x00"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|(?!\d))|[“]?(十[二三四五六])五[”]?(?:规划)?(?:期?末|时期|期间)?")
_FIVE_YEARS = {"十二": 2015, "十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
# 排名前五的, top 5, top three
_LIMIT = re.compile(
    r"(?:排名)?前\s*(\d+|十五|二十|[二三四五六七八九十])\s*(?:名|位|个|家|项)?(?:的)?|\btop\s+(\d+|two|three|four|five|ten)\b"
)
_NUMBERS = {"二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十五": 15, "二十": 20,
            "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}  # fmt: skip
_PLAN_OF = re.compile(r"\bplan (?:of|for|in) (?:the )?([\u4e00-\u9fff]+)")
_RANK_BEFORE = re.compile(r"[省市县区州盟旗]$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the question and what it may mean; `value` is a year or a number of rows."""

    words: str
    options: tuple[Entity, ...] = ()
    kind: str = ""
    value: int | str | None = None


@dataclass(slots=True)
class Found:
    """The mentions in order, the words between them, and the names that the graph does not know."""

    mentions: list[Mention] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    strangers: list[tuple[str, str]] = field(default_factory=list)


class _Text:
    """A question under the pen: what is taken as a name is blotted out for the finders that come after."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.open = words
        self.taken: list[tuple[int, int, Mention]] = []
        self.strangers: list[tuple[str, str]] = []

    def take(self, start: int, end: int, mention: Mention) -> None:
        self.taken.append((start, end, mention))
        self.open = self.open[:start] + _GONE * (end - start) + self.open[end:]

    def found(self) -> Found:
        self.taken.sort(key=lambda each: each[0])
        pieces, at = [], 0
        for start, end, _ in self.taken:
            pieces.append(self.words[at:start])
            at = end
        return Found([mention for _, _, mention in self.taken], [*pieces, self.words[at:]], self.strangers)


def find(question: str, known: Catalogue) -> Found:
    """The names in `question`, and the words that remain."""
    text = _Text(translated(folded(question), known))
    _quoted(text, known)
    _plans(text, known)
    _names(text, known)
    _areas(text, known)
    _joined(text)
    _years(text, known)
    _limits(text)
    return text.found()


def _quoted(text: _Text, known: Catalogue) -> None:
    """《…》 is a plan or a document, “…” a name if the graph knows it, else words to look for."""
    for match in re.finditer(r"《([^》]+)》|“([^”]+)”", text.words):
        words = match[1] or match[2]
        if re.fullmatch(r"十[二三四五六]五", words):
            continue
        options = _exact(words, known.forms.get(words, ())) or (titled(words, known) if match[1] else ())
        if options:
            text.take(match.start(), match.end(), Mention(words, options))
        elif match[1]:
            text.strangers.append(("document", match[0]))
        else:
            text.take(match.start(), match.end(), Mention(words, kind="words", value=words.strip()))


def _exact(form: str, options: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Those whose whole name the form is, where there are any: a title before the same title with （2024年本）.

    Not so for bodies, whose names are told apart by their areas.
    """
    whole = tuple(each for each in options if folded(each.name) == form and each.kind != "department")
    return whole or options


def _plans(text: _Text, known: Catalogue) -> None:
    """贵阳方案, 六盘水市的节能减排方案: words that a title holds in this order, closed by 方案."""
    for start, end, form in known.matcher.find(text.open):
        plans = tuple(each for each in known.forms[form] if each.kind == "plan")
        if plans:
            text.take(start, end, Mention(form, known.forms[form]))
    for match in PLAN_END.finditer(text.open):
        start, plans = abbreviated(text.open, match, known)
        if plans:
            text.take(start, match.end(), Mention(text.words[start : match.end()], plans))
    for match in _PLAN_OF.finditer(text.open):
        plans = tuple(plan for plan in known.plans if abbreviates(match[1], plan))
        if len(plans) == 1:
            text.take(match.start(), match.end(), Mention(match[0], plans))


def _names(text: _Text, known: Catalogue) -> None:
    """Bodies, companies, indicators, regions, places and documents by any of their forms."""
    for start, end, form in list(known.matcher.find(text.open)):
        if inside_word(text.words, start, end):
            continue
        options = _exact(form, known.forms[form])
        if all(each.kind == "department" for each in options) and _of_another_rank(text.words, start, form, options):
            text.strangers.append(("department", text.words[start - 1 : end]))
            continue
        text.take(start, end, Mention(form, options))


def _of_another_rank(words: str, start: int, form: str, options: tuple[Entity, ...]) -> bool:
    """Whether 区 before 住建局 makes it a body of another level than those known; 六盘水市 before it is an area."""
    before = words[max(0, start - 12) : start]
    if not _RANK_BEFORE.search(before) or any(each.name == form for each in options):
        return False
    areas = find_areas(before, None)
    if areas and areas[-1][1] == len(before):
        return False
    return not any(each.home.endswith(before[-1]) for each in options)


def _areas(text: _Text, known: Catalogue) -> None:
    """Areas that the lists know and the graph does not: 杭州市."""
    for start, end, found in find_areas(text.open, None):
        entity = known.by_id.get(ids.shared("region", found.path))
        if entity:
            text.take(start, end, Mention(text.words[start:end], (entity,)))
        else:
            text.strangers.append(("region", found.called()))


def _joined(text: _Text) -> None:
    """贵阳 before 生态环境局, of Guiyang behind the ecology bureau: the area says whose body is meant."""
    text.taken.sort(key=lambda each: each[0])
    at = 0
    while at + 1 < len(text.taken):
        (start, middle, first), (resumed, end, second) = text.taken[at], text.taken[at + 1]
        between = text.words[middle:resumed].strip()
        bodies = _whose(first, second) if between in ("", "的", "之") else None
        if bodies is None and between in ("of", "in", "for"):
            bodies = _whose(second, first) or None
        if bodies is not None:
            words = text.words[start:end]
            if not bodies:
                text.strangers.append(("department", words))
            text.taken[at : at + 2] = [(start, end, Mention(words, bodies, "" if bodies else "stranger"))]
        at += 1


def _whose(place: Mention, body: Mention) -> tuple[Entity, ...] | None:
    """Of the bodies that `body` may mean, those of the area `place`; None where the two are no area and body."""
    areas = {each.id for each in place.options if each.kind == "region"}
    if not areas or not body.options or any(each.kind != "department" for each in body.options):
        return None
    return tuple(
        each for each in body.options if _home(each) in areas or (each.name == body.words and _around(each) & areas)
    )


def _home(body: Entity) -> str | None:
    home = area(body.home)
    return ids.shared("region", home.path) if home else None


def _around(body: Entity) -> set[str]:
    home = area(body.home)
    return {ids.shared("region", each.path) for each in home.above()} if home else set()


def _years(text: _Text, known: Catalogue) -> None:
    for match in _YEAR.finditer(text.open):
        year = int(match[1]) if match[1] else _FIVE_YEARS[match[2]]
        if year in known.years:
            text.take(match.start(), match.end(), Mention(match[0], kind="year", value=year))
        else:
            text.strangers.append(("year", str(year)))


def _limits(text: _Text) -> None:
    for match in _LIMIT.finditer(text.open):
        words = match[1] or match[2]
        text.take(
            match.start(), match.end(), Mention(match[0], kind="integer", value=_NUMBERS.get(words) or int(words))
        )


def strange_indicator(words: str) -> bool:
    """Whether `words` name an indicator that the lists know: 森林覆盖率, though no loaded plan sets it."""
    return dimension(words) is not None
