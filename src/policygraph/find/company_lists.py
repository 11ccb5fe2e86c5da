"""Short forms that a list shows to be companies: 依托江铜贵冶、九江石化、晨鸣纸业等龙头企业.

Not each list of 企业 is one of names: 钢铁、水泥等行业企业 names trades. A list counts where no item of it is made of everyday
words alone (of a list that plainly names firms, a third may be: 三和铝业), and where an item ends in a trade (双元铝业) or
the list says that they are leaders (龙头企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.find.company_forms import FULL, trade_end
from policygraph.find.edges import lead_length
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import is_ordinary, one_of, proper_part
from policygraph.lexicon.regions import Area, find_areas

_NEVER_LISTED = "，。；\n"  # signs that stand in no list of names
_ITEM = r"[一-鿿A-Za-z（）\d]{2,14}"
# items, then 等, then what they are: 等“两高”以及白酒酿造等“双超双有”行业企业
_KIND = r"等(?P<kind>(?:[^，。；、（）]{0,8}(?:以及|和|及)[^，。；、（）]{0,10}等)?[^，。；、（）]{0,14}?(?:企业(?!家|化)|公司|集团))"
_CLOSED = re.compile(_KIND)
_LISTED = re.compile(rf"(?P<items>(?:{_ITEM}、)+{_ITEM}?|[一-鿿]{{2,12}}?){_KIND}")
# items, then how many of what: 大田红狮、将乐金牛两家水泥企业, 4家重点排污单位
_COUNTED = re.compile(
    rf"(?P<items>(?:{_ITEM}、)+[一-鿿A-Za-z（）]{{2,14}}?)(?:[两三四五六七八九十]|\d{{1,2}})[家户](?P<kind>[^，。；、（）]{{0,14}}?(?:企业|公司|单位))"
)
# A、B、C分别实施, A、B于2025年底前完成
_DOING = "(?:完成|实施|开展|承担|承建|建设|启动)"
_DOERS = re.compile(
    rf"(?<![一-鿿A-Za-z（）\d])(?P<items>(?:{_ITEM}、)+{_ITEM}?)(?:分别|各自|共同|联合)*"
    rf"(?:于?到?\d{{4}}年(?:\d{{1,2}}月)?(?:底|末)?(?:前|之前)?)?(?:分别|全部|率先|负责)*{_DOING}"
)
_MAY_DO = re.compile(rf"、[一-鿿A-Za-z（）\d]{{2,}}?{_DOING}")
_LEADING = re.compile("龙头|骨干|重点|链主|知名|优势|代表|领军|头部|大型|优强|标杆")
_NO_FIRM = re.compile(r"[的等]|项目|工程|行业|产业|领域|地区|[市县区镇乡]$|园区?$|基地$|大学$|学院$|电厂$")


def listed(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that lists of named companies are made of."""
    closed = _CLOSED.search(text, start, end)
    if closed is not None:
        begin = max(start, *(text.rfind(stop, start, closed.start()) + 1 for stop in _NEVER_LISTED))
        for match in _LISTED.finditer(text, begin, end):
            spans = list(_items(text, match))
            if _are_firms([text[a:b] for a, b in spans], match["kind"], home):
                yield from _named(text, spans)
    for match in _COUNTED.finditer(text, start, end) if text.find("家", start, end) >= 0 else ():
        spans = list(_items(text, match))
        if all(proper_part(text[a:b]) is not None and len(text[a:b]) > 2 for a, b in spans):
            yield from _named(text, spans)


def _named(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((a, b) for a, b in spans if 2 < b - a <= 14 and not _NO_FIRM.search(text[a:b]))


def _are_firms(names: Sequence[str], kind: str, home: Area | None) -> bool:
    """Whether what closes with 等 and `kind` names companies: 包头韵升等企业 and 依托甲、乙等龙头企业 do."""
    formed = sum(1 for name in names if _is_traded(name, home) or _is_located(name, home))
    if sum(map(is_ordinary, names)) > (len(names) // 3 if formed > 1 else 0):
        return False
    leading = _LEADING.search(kind) is not None
    several = len(names) > 1
    return bool(formed and (several or leading)) or (several and leading and "行业" not in kind)


def _is_traded(name: str, home: Area | None) -> bool:
    """双元铝业, but not 诸暨水泥: a trade of an area is no firm."""
    if not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    return not areas or areas[0][0] != 0 or _traded().fullmatch(name, areas[0][1]) is not None


def _is_located(name: str, home: Area | None) -> bool:
    """An area, then a word of its own: 包头韵升, 大田红狮."""
    areas = find_areas(name, home) if 4 <= len(name) <= 7 else []
    if not areas or areas[0][0]:
        return False
    own = name[areas[0][1] :]
    return len(own) >= 2 and proper_part(own) == (0, len(own))


def doers(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """Short forms in a list of those who do something, beside a company or another short form: A石化、B有限公司完成改造."""
    if _MAY_DO.search(text, start, end) is None:
        return
    for match in _DOERS.finditer(text, start, end):
        spans = list(_items(text, match))
        named = [(a, b) for a, b in spans if _is_short(text[a:b], home)]
        if named and (len(named) > 1 or any(FULL.search(text, a, b) for a, b in spans)):
            yield from named


def _is_short(name: str, home: Area | None) -> bool:
    """Whether a name of its own stands before a trade and behind an area, if one opens it: 诸暨越钢水泥, not 诸暨水泥."""
    if not 4 <= len(name) <= 10 or _NO_FIRM.search(name) or not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    own = name[areas[0][1] :] if areas and areas[0][0] == 0 else name
    return len(own) > 3 and not (is_ordinary(own) and is_ordinary(trade_end().sub("", own)))


def _items(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    at = match.start("items")
    for i, item in enumerate(match["items"].split("、")):
        lead = 0 if i else lead_length(item)
        yield at + lead, at + len(item)
        at += len(item) + 1


@cache
def _traded() -> re.Pattern[str]:
    """双元铝业: a name, then a trade."""
    return re.compile(rf"[一-鿿（）]{{2,}}{one_of(gazetteer('companies')['trades']['words'])}")
