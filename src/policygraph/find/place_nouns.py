"""The nouns that places' names end in, as one pattern: 经开区, 风电场, 河, 镇.

The words come from `places.yml`; each match tells by its group which kind of place it may end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.ordinary import one_of


def listed(section: str) -> list[str]:
    """The words of one section of `places.yml`."""
    words: list[str] = gazetteer("places")[section]["words"]
    return words


@cache
def nouns() -> re.Pattern[str]:
    """Any noun of the gazetteer with what must not, and for waters and hills what must, stand behind it."""
    ends = r"[、，。；和与及等的（）“”\-\t\n]|$"
    return re.compile(
        rf"(?P<park>(?<!区){one_of(listed('parks'))})(?!管委会|管理委员会|管理局|党工委|创建(?![国省市一])|域)"
        rf"|(?P<site>(?!(?:铁路|公路)(?:专用线|货运|物流|运输)){one_of(listed('sites'))})(?!管委会|管理|局|集团|公司|段|网|站房|办|型|屿|礁|窑|内外)"
        # 澜沱港, not 香港 or 港口
        r"|(?P<port>(?<![航海空口])港)(?![口区务湾航籍人澳股币资珠])"
        r"|(?P<island>(?<![海用出离上全各本进半])岛(?![屿礁内外上民]))"
        rf"|(?P<hill>[山岭])(?={one_of(listed('hill_matters'))}|[、，和等])"
        rf"|(?P<basin>水库|(?!海公路|海路|海岸|海洋|海水|海绵|海域){one_of(listed('waters'))}(?={one_of(listed('water_matters'))}|[一-鿿]{{1,4}}段|{ends}))"
        r"|(?P<town>(?<![城乡村])镇|(?<![城家农])乡|街道|(?<![农乡])村|苏木|社区)(?![镇村级居民庄容寨规企道振户委集头落史情土域城乡直])"
        r"|(?P<county>县|(?<![地院场养落公山城库矿园港厂校营小灌景社湖牧林])区(?!域|间|块|位|别|内|外|级|划|管|属))(?![镇村级居民庄容寨规企道振户委集头落史情土域城乡直])"
    )


@cache
def _anchors() -> Matcher:
    sections = ("parks", "sites", "waters")
    return Matcher(
        [*(word for section in sections for word in listed(section)), *"港山岭岛镇乡村县区", "街道", "苏木", "社区"]
    )


def ends(text: str) -> Iterator[re.Match[str]]:
    """Where a noun of the gazetteer ends a name in `text`: its words are found first, all in one pass, then tried."""
    for start, _, _ in _anchors().find(text):
        match = nouns().match(text, start)
        if match:
            yield match


@cache
def known() -> Matcher:
    """Great waters and regions by name, and what begins like them."""
    waters = [name + more for name in listed("great_waters") for more in ("流域", "")]
    return Matcher([*waters, *regions(), *listed("no_waters")])


@cache
def regions() -> frozenset[str]:
    """成渝经济圈, 晋北 and their kin, which count as areas though no code is theirs."""
    parts = gazetteer("places")["parts"]
    sides = (province + side for province in parts["provinces"] for side in parts["sides"])
    return frozenset([*listed("regions"), *(each + more for each in sides for more in ("", "地区"))])


@cache
def no_waters() -> frozenset[str]:
    """长江经济带 and its kin, which no place is made of."""
    return frozenset(listed("no_waters"))


@cache
def bodies() -> tuple[str, ...]:
    """银行, 海关: behind an area's name they make it part of a body's."""
    return tuple(listed("bodies"))
