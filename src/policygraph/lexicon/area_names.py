"""The forms in which an area's name is printed: 黔东南苗族侗族自治州 is 黔东南州 and 黔东南 too."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PEOPLE = (
    "蒙古族?|满族|朝鲜族|回族|维吾尔族?|哈萨克族?|柯尔克孜族?|塔吉克族?|锡伯族?|藏族|羌族|彝族|苗族|侗族|布依族|壮族|瑶族|仡佬族|土家族|白族|傣族|"
    "景颇族|傈僳族|哈尼族|纳西族|拉祜族|佤族|怒族|独龙族|普米族|布朗族|水族|毛南族|仫佬族|黎族|畲族|土族|撒拉族|东乡族|保安族|裕固族|"
    "达斡尔族?|鄂温克族?|鄂伦春族?|各族"
)
_NATIONAL = re.compile(rf"^(?P<own>.{{2,}}?)(?:{_PEOPLE})+自治(?P<kind>区|州|县|旗)$")
_PLAIN = re.compile(
    r"^(?P<own>.+?)(?P<kind>特别行政区|自治区|自治州|自治县|自治旗|地区|特区|林区|新区|省|市|盟|县|区|旗)$"
)
_ZONE = re.compile(
    r"(?P<own>.*?)(?P<kind>高新?技术产业开发区|高新技术产业园区|高新技术开发区|经济技术开发区|经济开发区|新区)$"
)
_BRIEF = {"高": "高新区", "经": "经开区"}


_RANK = re.compile(r"(?<=..)(?:省|市|地区|盟|自治区)$")


def short_of(name: str) -> str:
    """An area's name as branches bear it: 岳阳 of 岳阳市, 恩施 of 恩施土家族苗族自治州; 安吉县 stays."""
    people = _NATIONAL.match(name)
    return people["own"] if people else _RANK.sub("", name)


def full_names(name: str, level: str) -> Iterator[str]:
    """The names that stand for an area anywhere: as listed, 黔东南州 and 威宁县, 六盘水高新区."""
    yield name
    people = _NATIONAL.match(name)
    if people and people["kind"] != "区":
        yield people["own"] + people["kind"]
    zone = _ZONE.match(name)
    if level == "zone" and zone and zone["own"] and zone["kind"][0] in _BRIEF:
        yield zone["own"] + _BRIEF[zone["kind"][0]]


def short_names(name: str, level: str, above: str) -> Iterator[str]:
    """The names that stand for it where the text's own area decides: 贵阳, 黔东南, 高新区. `above`: the area above."""
    if level == "nation":
        return
    if level == "zone":
        yield from _zone_names(name, above)
        return
    parts = _NATIONAL.match(name) or _PLAIN.match(name)
    if parts:
        yield parts["own"]


def _zone_names(name: str, above: str) -> Iterator[str]:
    parts = _PLAIN.match(above)
    city = parts["own"] if parts else above
    own = name.removeprefix(city).removeprefix("市")
    zone = _ZONE.match(name)
    if zone and zone["kind"][0] in _BRIEF:
        if city in zone["own"]:  # 重庆经开区 is not that of 万盛
            yield _BRIEF[zone["kind"][0]]
    elif zone and zone["own"]:
        yield zone["own"]
    if own != name and len(own) > 2:
        yield own
