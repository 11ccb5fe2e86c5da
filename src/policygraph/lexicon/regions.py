"""Administrative areas: 六枝 in a Liupanshui plan is 贵州省六盘水市六枝特区; 鼓楼区 alone is five areas, so none.

The areas and codes come from `regions.csv`; former names, zones with a government of their own and the characters of
document numbers (筑 in 筑环通 is Guiyang's) from `regions.yml`. Every name is folded before it is compared.
"""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from policygraph import resources
from policygraph.lexicon import gazetteer
from policygraph.lexicon.area_names import full_names, short_names
from policygraph.lexicon.matcher import Layer, Layers
from policygraph.lexicon.ordinary import hides, is_ordinary
from policygraph.script import simplified

Level = Literal["nation", "province", "prefecture", "county", "zone"]

_RANKS: dict[str, Level] = {level: level for level in ("nation", "province", "prefecture", "county", "zone")}
_FAR = 9
_LONGEST_PATH = 60  # 新疆维吾尔自治区博尔塔拉蒙古自治州阿拉山口市 has 20 signs


@dataclass(frozen=True, slots=True)
class Area:
    """An administrative area as it is today; `path` (贵州省六盘水市钟山区) is unique, `name` (钟山区) need not be.

    `code` is that of GB/T 2260, None for zones. `within` is the path of the area directly above, None for the nation.
    """

    name: str
    code: str | None
    level: Level
    path: str
    within: str | None

    def above(self) -> tuple[Area, ...]:
        """The areas that this one lies within, nearest first, up to and including the nation."""
        found: list[Area] = []
        path = self.within
        while path is not None:
            found.append(_by_path()[path])
            path = found[-1].within
        return tuple(found)

    def is_apart(self, other: Area | None) -> bool:
        """Whether neither lies in the other."""
        return other is not None and self != other and self not in other.above() and other not in self.above()

    def called(self) -> str:
        """The shortest of name and path that means this area and no other: 贵阳市, but 江苏省南京市鼓楼区."""
        return self.name if area(self.name) == self else self.path


@cache
def _by_path() -> dict[str, Area]:
    found = {}
    paths = {"": ""}
    with (resources.folder("loaders") / "gazetteers" / "regions.csv").open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: list(_RANKS).index(row["level"])):
            above = paths[row["parent"]]
            path = paths[row["code"]] = row["name"] if above in ("", "中国") else above + row["name"]
            level = _RANKS[row["level"]]
            found[path] = Area(row["name"], None if level == "zone" else row["code"], level, path, above or None)
    for above, names in gazetteer("regions")["zones"].items():
        found |= {above + name: Area(name, None, "zone", above + name, above) for name in names}
    return found


def nation() -> Area:
    """中国."""
    return _by_path()["中国"]


def area_at(path: str) -> Area | None:
    """The area of a path: 贵州省六盘水市."""
    return _by_path().get(path)


def listed_names() -> Container[str]:
    """The full names that the table holds."""
    return _names()[0]


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(gazetteer("regions")["ordinary"].split())


@cache
def _names() -> tuple[dict[str, tuple[Area, ...]], dict[str, tuple[Area, ...]]]:
    """Every full (present, former, other) name and every short name, with the areas that bear it."""
    full: dict[str, dict[Area, None]] = {}
    short: dict[str, dict[Area, None]] = {}
    lists = gazetteer("regions")
    for each in _by_path().values():
        former = [entry.split()[0] for entry in lists["former"].get(each.path, ())]
        for name in [*full_names(each.name, each.level), *former, *lists["also"].get(each.path, ())]:
            full.setdefault(simplified(name), {})[each] = None
        above = _by_path()[each.within].name if each.within else ""
        for name in short_names(each.name, each.level, above):
            short.setdefault(name, {})[each] = None
    return {name: tuple(areas) for name, areas in full.items()}, {name: tuple(areas) for name, areas in short.items()}


@lru_cache(maxsize=65536)
def area(name: str, home: Area | None = None) -> Area | None:
    """The one area that `name` means in a text of `home`, or None: ambiguity is never decided by guess.

    Full, former and short names and paths (六盘水市钟山区). Of several areas with the name, the nearest to `home` is
    meant: home, what lies in it, its neighbours, what lies around it. One-character names and everyday words (大方)
    count as short names only near home.
    """
    words = simplified("".join(name.split()))
    if words in _by_path():
        return _by_path()[words]
    full, short = _names()
    if words in full:
        return _nearest(full[words], home) or (full[words][0] if len(full[words]) == 1 else None)
    if words in short:
        return _short(words, short[words], home)
    return _along_path(words, home)


def _short(words: str, areas: tuple[Area, ...], home: Area | None) -> Area | None:
    """What a short name means: near home any; elsewhere 贵阳 but not 大方."""
    near = _nearest(areas, home if home is None or home.level != "nation" else None)
    if near or len(words) < 2:
        return near
    if words in gazetteer("regions")["reviewed"]:
        reviewed: str = gazetteer("regions")["reviewed"][words]
        return _by_path()[reviewed]
    areas = tuple(each for each in areas if each.level != "zone")
    high = [each for each in areas if each.level in ("province", "prefecture")]
    known = high or areas
    return known[0] if len(known) == 1 and words not in _ordinary() else None


def _along_path(words: str, home: Area | None) -> Area | None:
    """六盘水市钟山区, 贵州六盘水: an area followed by one that lies in it."""
    if len(words) > _LONGEST_PATH:
        return None
    for cut in range(len(words) - 2, 1, -1):
        outer = area(words[:cut], home)
        inner = area(words[cut:], outer) if outer else None
        if inner and outer in inner.above():
            return inner
    return None


def _distance(home: Area, other: Area) -> int:
    """0 home, 1–3 in it by depth, then 4 its neighbours and the area above, 5 those around that, up to the nation."""
    if other == home:
        return 0
    above = other.above()
    if home in above:
        return 1 + above.index(home)
    return next((4 + i for i, outer in enumerate(home.above()) if other == outer or other.within == outer.path), _FAR)


def _nearest(areas: tuple[Area, ...], home: Area | None) -> Area | None:
    """The one of `areas` that is nearest to home; None where two are equally near or all are far."""
    if home is None:
        return None
    ranked = sorted((_distance(home, each), each.path) for each in areas)
    if ranked[0][0] == _FAR or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return _by_path()[ranked[0][1]]


@cache
def _anywhere() -> Layer:
    """What names an area in any plan: full names, but for everyday words (城区)."""
    return Layer(name for name in _names()[0] if len(name) > 2 and name not in _ordinary())


@cache
def _high() -> Layer:
    """The short names of provinces and prefectures, which count in any plan whose area is known."""
    high = ("province", "prefecture")
    short = ((name, areas) for name, areas in _names()[1].items() if len(name) > 1 and name not in _ordinary())
    return Layer(name for name, areas in short if any(each.level in high for each in areas))


@lru_cache(maxsize=1024)
def _matcher(home: Area | None) -> Layers:
    """Full names of all areas; short and everyday names (城区) of those in and around home."""
    return Layers(_anywhere(), _high(), Layer(_near_names(home))) if home else Layers(_anywhere())


def _near_names(home: Area) -> Iterator[str]:
    """In a plan of Guilin 全州县 is the county; elsewhere 全州县市 are a prefecture's counties and cities."""
    full, short = _names_by_area()
    for each in _near(home):
        yield from (name for name in full.get(each, ()) if len(name) > 2 and name in _ordinary())
        yield from (name for name in full.get(each, ()) if len(name) == 2 and name not in _ordinary())
        if home.level != "nation":
            # 大同 is a city in a plan of Shanxi, 永安 an everyday word in one of Sanming
            city = each.level == "prefecture"
            yield from (name for name in short.get(each, ()) if len(name) > 1 and (city or name not in _ordinary()))


def _near(home: Area) -> list[Area]:
    """Home, what lies in it, its neighbours and the area above: those that `_distance` finds no further than 4."""
    above = home.above()[:1]
    found = [home, *above, *_directly_in(above[0] if above else home)]
    inner = [home]
    while inner:
        inner = [each for outer in inner for each in _directly_in(outer)]
        found += inner
    return list(dict.fromkeys(found))


@cache
def _within() -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for each in _by_path().values():
        found.setdefault(each.within or "", []).append(each)
    return found


def _directly_in(outer: Area) -> list[Area]:
    return _within().get(outer.path, []) if _by_path().get(outer.path) == outer else []


@cache
def _names_by_area() -> tuple[dict[Area, list[str]], dict[Area, list[str]]]:
    """The full and the short names of each area."""
    full: dict[Area, list[str]] = {}
    short: dict[Area, list[str]] = {}
    for names, by_area in zip(_names(), (full, short), strict=True):
        for name, areas in names.items():
            for each in areas:
                by_area.setdefault(each, []).append(name)
    return full, short


def in_full(words: str, meant: Area) -> bool:
    """Whether `words`, which name `meant`, do so in full: 温州市 and 水城县 do, 温州 does not."""
    full, _ = _names()
    return words[-1] == meant.name[-1] or words in full or words in _by_path()


def find_areas(text: str, home: Area | None) -> list[tuple[int, int, Area]]:
    """Every (start, end, area) that `text` names, left to right; 贵州省六盘水市钟山区 is one, the innermost."""
    return list(_areas_in(text, home))


@lru_cache(maxsize=1024)  # the finders ask for the names of the same firms over and over
def _areas_in(text: str, home: Area | None) -> tuple[tuple[int, int, Area], ...]:
    folded = simplified(text)
    found: list[tuple[int, int, Area]] = []
    for start, end, name in _matcher(home).find(folded):
        before = found[-1] if found and found[-1][1] == start else None
        each = (area(name, before[2]) if before else None) or area(name, home)
        if each is None or (end - start == 2 and (hides(folded, start, end) or _of_river(folded, start, end))):
            continue
        if folded.endswith(_SORTS, 0, start) and is_ordinary(name):
            continue
        begin = start
        if before and before[2] in each.above():
            begin = found.pop()[0]
        county = _behind(folded, end, each)
        found.append((begin, end + len(county.name) - 1, county) if county else (begin, end, each))
    return tuple(found)


# 4家绿色|工业园区: a sort of them, and not that of 苏州
_SORTS = (
    "绿色",
    "零碳",
    "低碳",
    "智慧",
    "生态",
    "特色",
    "重点",
    "国家级",
    "省级",
    "市级",
    "现代",
    "示范",
    "新型",
    "循环",
    "各类",
    "化工",
)


def _of_river(folded: str, start: int, end: int) -> bool:
    """永定|河南|岸: not the province."""
    return folded[start] == "河" and folded[end : end + 1] in tuple("岸侧段路支延线渠街村滩")


def _behind(folded: str, at: int, outer: Area) -> Area | None:
    """The county that stands by its short name right behind its province or prefecture: 陕西|洛川."""
    words = folded[at : at + 2]
    if outer.level not in ("province", "prefecture") or words in _ordinary() or is_ordinary(words):
        return None
    fitting = [each for each in _names()[1].get(words, ()) if outer in each.above() and each.level == "county"]
    one = fitting[0] if len(fitting) == 1 and len(fitting[0].name) == 3 else None
    return None if one is None or folded.startswith(one.name, at) or hides(folded, at, at + 2) else one
