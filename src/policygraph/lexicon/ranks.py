"""What the rank of an area says about the names of its bodies: a district goes by its city, a prefecture's court is 中级人民法院.

成都市温江区 opens the names of a district's bodies, 安吉县 those of a county's; 区公安分局 is the city's bureau in the district.
"""

from __future__ import annotations

import re

from policygraph.lexicon import gazetteer
from policygraph.lexicon.area_names import short_of
from policygraph.lexicon.regions import Area

_COURTS = {"province": "高级人民法院", "prefecture": "中级人民法院"}
# bureaus that a prefecture runs in its counties: 县生态环境分局
_OF_PREFECTURE = re.compile(
    r"(?P<field>生态环境|公安|自然资源|自然资源和规划|规划和自然资源|规划资源|资规|自规|规划)分局"
)
# where the national supervisors of finance took over from the local ones, which are called 地方金融 since
_NATIONAL_SINCE = 2024
_FINANCE = re.compile("(?P<whose>[省市州县区盟]|自治区)?(?:金融监管|金融监督管理)局")
_PARTY_SINCE = 2019
_STAFFING = re.compile("(?P<whose>[省市州县区盟旗]?)编办")
_OF_THEIR_OWN = ("大连市", "宁波市", "厦门市", "青岛市", "深圳市")  # cities whose supervisor answers to the nation


_CITYS_ZONE = re.compile("^(?P<city>[一-鿿]{2,3})市(?=高新技术|经济)")


def is_district(area: Area) -> bool:
    """温江区, but no 特区."""
    return area.level == "county" and area.name.endswith("区") and not area.name.endswith("特区")


def styled(area: Area) -> str:
    """The area as it opens a body's official name: 贵阳市, 安吉县, but 成都市温江区 of a district, and a zone without 市."""
    if area.level == "zone":  # the statistics office lists 蚌埠市高新技术开发区
        return _CITYS_ZONE.sub(r"\g<city>", area.name).replace("高新技术开发区", "高新技术产业开发区")
    return area.above()[0].name + area.name if is_district(area) else area.name


def local(core: str, owner: Area) -> str | None:
    """What `core` is called where `owner` lies, if not as elsewhere: 区国资委 of Shanghai and Chongqing has no 人民政府."""
    for each in (owner, *owner.above()):
        names = gazetteer("departments")["local"].get(each.path, {})
        template = names.get("own" if each is owner else "below", {}).get(core)
        if template:
            return str(template).format(
                J=styled(owner), S=owner.name[:-1] if is_district(owner) else short_of(owner.name)
            )
    return None


def court(core: str, area: Area) -> str:
    """法院 of a prefecture is its 中级人民法院, of a province 高级人民法院; any other `core` stays."""
    return _COURTS.get(area.level, core) if core in ("法院", "人民法院") else core


def branch_in(core: str, area: Area) -> str | None:
    """公安分局 of 温江区 is 成都市公安局温江区分局, 生态环境分局 of 安吉县 湖州市生态环境局安吉分局; None of any other body."""
    match = _OF_PREFECTURE.fullmatch(core)
    if match is None or area.level != "county":
        return None
    own = area.name if match["field"] == "公安" else area.name[:-1] if len(area.name) > 2 else area.name
    return f"{area.above()[0].name}{match['field']}局{own}分局"


def of_year(words: str, home: Area | None, year: int | None) -> str:
    """`words` as they were meant in `year`: 省金融监管局 since 2024 is the national body's 江西金融监管局."""
    match = _FINANCE.fullmatch(words) if year and year >= _NATIONAL_SINCE and home else None
    if match is None or home is None:
        return _office(words, year)
    level = {"省": "province", "自治区": "province", "市": "prefecture", "州": "prefecture", "盟": "prefecture"}.get(
        match["whose"] or "", home.level
    )
    owner = next((each for each in (home, *home.above()) if each.level == level), None)
    if owner is None or owner.level not in ("province", "prefecture"):
        return words
    whole = owner.level == "province" or owner.name in _OF_THEIR_OWN
    return short_of(owner.name) + ("金融监管局" if whole else "金融监管分局")


def _office(words: str, year: int | None) -> str:
    """市编办 is the party's 市委编办 since the reform of 2018."""
    match = _STAFFING.fullmatch(words)
    if match is None:
        return words
    old = year is not None and year < _PARTY_SINCE
    return f"{match['whose']}编委办" if old else f"{match['whose']}委编办"
