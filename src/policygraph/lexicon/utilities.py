"""The branches of the operators and of the grid, printed by their area alone: 岳阳移动, 国网岳阳供电公司, 省电力公司.

`printed` tells which firm and which area a name speaks of; `branch` gives the full name of that firm's branch there:
中国移动通信集团湖南有限公司岳阳分公司. A county's branch keeps the name that is printed.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import gazetteer
from policygraph.lexicon.area_names import short_of
from policygraph.lexicon.choices import any_of
from policygraph.lexicon.regions import Area

_FIRM = "(?:集团)?(?:(?:有限|分)?公司)"
_SOUTHERN = re.compile("(?:南方电网)?(?P<where>省|[一-鿿]{2})(?P<trade>电网公司)")  # 云南|电网公司
_GRID = re.compile(rf"(?P<state>国网)?(?P<where>[一-鿿]{{0,10}}?)(?P<trade>供电|电力)(?P<firm>{_FIRM})?")


class Printed(NamedTuple):
    """A firm of the gazetteer (or 供电, 电力 of the grid) and the words for the area that its branch serves, "" for none."""

    trade: str
    where: str


@cache
def _operators() -> re.Pattern[str]:
    """岳阳电信, 市移动分公司, 中国联通岳阳分公司: the area before the operator, or between it and 分公司."""
    shorts = any_of(short for entry in gazetteer("utilities")["operators"].values() for short in entry["shorts"])
    return re.compile(
        rf"(?P<where>[一-鿿]{{0,10}}?)(?P<operator>{shorts})(?P<firm>{_FIRM})?"
        rf"|(?P<ahead>{shorts})(?:集团|公司)?(?P<there>[一-鿿]{{2,10}}?)(?:分公司|公司)"
    )


def printed(words: str) -> Printed | None:
    """What `words` speak of if they name a branch of a utility by its area: (移动, 岳阳) of 岳阳移动公司."""
    match = _operators().fullmatch(words)
    if match:
        operator = (match["operator"] or match["ahead"]).removeprefix("中国")
        where = match["where"] if match["operator"] else match["there"]
        national = (match["operator"] or "").startswith("中国")
        needs_firm = gazetteer("utilities")["operators"][operator].get("only_firm", False) or not where
        lacking = match["operator"] and needs_firm and not match["firm"]
        return None if national or lacking else Printed(operator, where)
    southern = _SOUTHERN.fullmatch(words)
    if southern:
        return Printed(southern["trade"], southern["where"])
    grid = _GRID.fullmatch(words)
    if grid is None or not (grid["firm"] or (grid["state"] and grid["where"])):
        return None
    return Printed(grid["trade"], grid["where"])


def branch(trade: str, owner: Area) -> str | None:
    """The full name of the branch in `owner`, a province or a prefecture; None where no list knows it."""
    if owner.level not in ("province", "prefecture"):
        return None
    places = [each for each in (owner, *owner.above()) if each.level != "nation"]
    entry = gazetteer("utilities")["operators"].get(trade)
    if entry is None:
        return _of_grid(trade, places)
    names = {"J": owner.name, "S": short_of(owner.name), "P": short_of(places[-1].name)}
    return str(entry[owner.level]).format(**names)


def _of_grid(trade: str, places: list[Area]) -> str | None:
    """国网湖南省电力有限公司 in the province, 国网湖南省电力有限公司岳阳供电分公司 in its city.

    电网公司 is the southern grid's alone; its 供电局 go by their own names.
    """
    known = gazetteer("utilities")["grid"]
    entry = next((known[each.path] for each in places if each.path in known), None)
    if entry is None:
        return None
    if (trade == "电网公司") != entry["firm"].endswith("电网有限责任公司"):
        return None
    in_city = short_of(places[0].name) + entry["branch"] if places[0].level == "prefecture" else ""
    return str(entry["firm"]) + in_city
