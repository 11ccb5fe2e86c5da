"""Bodies that bear a name of their own, so that no area is put before it: 柳东新区管委会, 东洞庭湖国家级自然保护区管理局."""

from __future__ import annotations

import re

from policygraph.lexicon.ordinary import proper_part

_NAMED_ZONE = re.compile(
    r"(?P<own>[一-鿿]{2,}?)(?P<name>)(?:新港区|经开区|高新区|开发区|产业园区?|工业园区?|化工园区?|保税区|示范区|管理区|度假区|新区|科学城|医学城|新片区)(?:管委会|管理委员会|执委会)"
)
# 东洞庭湖|国家级自然保护区管理局, 异龙湖|保护治理管理局
_NATURE = re.compile(
    r"(?:(?P<own>[一-鿿]{0,3}?[^湖江河山海岛洲湾水][湖江河山海岛洲湾])(?:国家级)?(?:自然保护区|风景名胜区|风景区|湿地|景区|流域|水库|灌区|保护|治理|管理)"
    r"|(?P<name>[一-鿿]{2,5}?)(?:国家级自然保护区|自然保护区|风景名胜区|湿地|水库|灌区))[一-鿿]{0,6}(?:局|处|站|中心|管委会|委员会)"
)
_AVIATION = re.compile("民航.{2}地区管理局")


def has_own_name(words: str) -> bool:
    """余家湖工业园管委会, 柳东新区管委会: a zone's committee bears the zone's name; 高新区管委会 its city's."""
    named = _NAMED_ZONE.fullmatch(words) or _NATURE.fullmatch(words)
    own = named and (named["own"] or named["name"])
    return _AVIATION.fullmatch(words) is not None or (own is not None and proper_part(own) is not None)
