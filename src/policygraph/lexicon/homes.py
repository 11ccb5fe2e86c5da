"""The area that a plan is for, by its title, its issuers or its number: 黔府发〔2022〕14号 is Guizhou's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import Area, Level, area, area_at, find_areas, in_full, listed_names, nation
from policygraph.script import simplified

_OPENING = re.compile(r"^(?:关于)?(?:印发|转发)?[《〈“\"\s]*(?:中共)?")
_SORTS = ("行动方案", "实施方案", "工作方案", "行动计划", "实施意见")


# 新疆生产建设兵团|第一师阿拉尔市: a division of the corps and the city that it runs, one administration
_DIVISION = re.compile("(?:新疆生产建设)?(?:兵团)?(?P<name>第[一二三四五六七八九十]{1,3}师(?:[一-鿿]{2,5}?市)?)")


def home_of(title: str, issuers: Iterable[str] = (), document_number: str | None = None) -> Area | None:
    """The area that a plan is for, by how its title opens (贵阳贵安… is Guiyang's), its issuers or its number."""
    for words in (title, *issuers):
        opening = simplified("".join(words.split()))
        opening = opening[_OPENING.match(opening).end() :]  # type: ignore[union-attr]
        found = _division(opening) or _opening_area(opening)
        if found:
            return found
    inside = [each for _, _, each in find_areas(title, None) if each.level != "nation"]
    return inside[0] if inside else _closing_area(title) or _numbered(document_number)


def _division(words: str) -> Area | None:
    match = _DIVISION.match(words)
    within = area("新疆维吾尔自治区")
    return Area(match["name"], None, "prefecture", match["name"], within.path) if match and within else None


def _opening_area(words: str) -> Area | None:
    for end in range(min(len(words), 30), 1, -1):
        found = area(words[:end])
        if found and (found.level != "county" or in_full(words[:end], found)):
            return found
    bodies = gazetteer("departments")["national"]
    if any(words.startswith((name, *entry["short"])) for name, entry in bodies.items()):
        return nation()
    return None


def _closing_area(title: str) -> Area | None:
    """推动设备更新|盐都|行动方案: a county by its short name, right before what sort of document it is."""
    words = simplified("".join(title.split()))
    sort = next((each for each in _SORTS if words.endswith(each)), "")
    shorts = (words.removesuffix(sort)[-length:] for length in (2, 3) if sort)
    named = (area(short) for short in shorts if proper_part(short) == (0, len(short)))
    return next(filter(None, named), None)


def _numbered(number: str | None) -> Area | None:
    """黔府发〔2022〕14号 is Guizhou's."""
    words = simplified("".join((number or "").split()))
    marks = gazetteer("regions")["number_marks"]
    fitting = [(len(mark), path) for path, known in marks.items() for mark in known if words.startswith(mark)]
    path: str = max(fitting, default=(0, ""))[1]
    return area_at(path)


_UNLISTED = re.compile(
    r"^(?:关于)?(?:印发|转发)?[《〈“\"]?(?P<name>[一-鿿]{2,4}?(?:省|市|自治州|州|县|区|盟|旗))(?!场|政|民|域|级|委)"
)
_SUFFIX_LEVELS: dict[str, Level] = {"省": "province", "市": "prefecture", "州": "prefecture", "盟": "prefecture"}


def unlisted(words: str) -> Area | None:
    """The area that a title opens with though the table does not hold it (a made-up one, one founded since): 云岭市."""
    match = _UNLISTED.match(simplified("".join(words.split())))
    if match is None or match["name"] in listed_names():
        return None
    name = match["name"]
    return Area(name, None, _SUFFIX_LEVELS.get(name[-1], "county"), name, nation().path)
