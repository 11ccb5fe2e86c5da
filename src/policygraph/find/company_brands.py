"""Firms by a short brand, where the words around it show that the firm is meant: 加快【巨化】硅氟新材料项目建设.

The brands stand in `brands.yml`. One counts behind a stop, a verb or an area, where something is built or done behind it or
where it stands in a list of firms; 金川区, 大唐文化 and 三一路 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.find.company_alone import ACTS, WORKS
from policygraph.find.company_forms import MEMBER, trades
from policygraph.find.edges import left_edge, name_start
from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.ordinary import one_of
from policygraph.lexicon.regions import Area, area, find_areas, in_full
from policygraph.script import simplified

_BEFORE = 18
# 金川|区, 三一|大道, 茅台|镇, 重钢|结构: a place, a product or another word that opens like the brand
_OTHER = re.compile(
    r"城(?!市)|铁路|高铁|高速|遗址|古|堆|景区|峡|谷|湾|洞|岭|峰|泉|溪|滩|屯|庄|坝|坪|沟|坡|路|街|大道|镇|乡|村|山(?![东西])|河(?![南北])|湖(?![南北州])|江(?![苏西门阴])|县|区|市|桥|社区|广场|大厦|小区|水库|机场|岛|公园|寺|庙|塔"
    r"|产业(?!园|基地)|行业|专业|线(?!束|缆|材)|站|台(?!州|山)|级|构|文化|精神|时代|开统|油田|多样|医药(?!基地|产业园)|质|杯|奖|股份|有限|银行|大学|学院|中学|小学|医院|[东西南北中]路|[东西南北两][翼侧片]|[地片]区|苑|花园|新村|绿地|云(?!南)|[一-鿿]{0,6}[〔\[（(〈](?:19|20)\d\d"
)
# what is built or done, in the same item, or in another of the list that the brand opens or goes on with: 茅台、习酒扩能
_DONE = rf"(?:{WORKS}|{ACTS}|产能|生产|扩能|合作|共建|落地|布局|联合|参与|设立|发展|扩大|转型|总部|建设|提升|升级|整合|数字化|一体化|接入|并网)"
_WORKS_BEHIND = re.compile(rf"[^，。；、：\n]{{0,40}}?{_DONE}|[^，。；：、\n]{{0,12}}、[^，。；：\n]{{0,60}}?{_DONE}")
# the list of firms: 巨化、渌化|等重点企业
_LIST_BEHIND = re.compile(
    r"[^，。；：\n]{0,120}?等(?:[^，。；、\n]{0,16}?(?:企业(?!家)|公司|集团|项目|基地|工程|工厂|平台|渠道|品牌|龙头|车企|厂商|巨头|电商)|合作)"
)
# what leads up to a firm and stands in no other name
_VERB_BEFORE = re.compile(
    "(?:促使|力促|紧盯|狠抓|带动|招引|牵手|紧抓|做优|盘活|激活|借力|借助|跟踪|跟进|洽谈|签约|稳住|助推|助力|扶优|推介|涵盖|保障好|服务好|吸引)$"
)
# 奇瑞和|蔚来, 肥东县|奇瑞; in 共和国能源法 no brand begins behind 和
_JOINED = re.compile("(?<![共饱温调缓])和$|[与及同市县区镇州]$")
_WITHIN = ("各", "我", "全", "本", "外", "多", "两", "他", "该", "共")  # 各|国能源, 我|国药品
_GOES_ON = ("有限", "股份", "集团", "公司", "厂")
_PLACE = re.compile("（[一-鿿]{2,4}）")


@cache
def _brands() -> Matcher:
    lists = gazetteer("brands")["shown"]["words"].values()
    return Matcher(simplified(brand) for words in lists for brand in words.split())


def branded(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that such brands take, with the trade that ends the name: 容百|锂电、."""
    for a, b, _ in _brands().find(text[start:end]):
        a, b = start + a, start + b
        if (_OTHER.match(text, b, end) and not _in_area(text, b, home)) or not _at_edge(text, start, a, home):
            continue
        if _WORKS_BEHIND.match(text, b, end) or _LIST_BEHIND.match(text, b, end):
            stop = _name_end(text, b, end, home)
            short = stop > b and not text.startswith(_GOES_ON, stop)
            yield (_area_before(text, start, a, home) if short else a), stop


def _area_before(text: str, start: int, a: int, home: Area | None) -> int:
    """Where a name begins whose brand, with its trade behind it, stands right behind an area's short name: |广西|桐昆石化."""
    for k in (3, 2):
        there = area(text[a - k : a], home) if a - k >= start else None
        if there and not in_full(text[a - k : a], there):
            return a - k
    return a


def opens_with_brand(own: str) -> bool:
    """中建材|玻璃新材料研究院集团有限公司."""
    found = next(_brands().find(own), None)
    return found is not None and found[0] == 0


def _name_end(text: str, b: int, end: int, home: Area | None) -> int:
    """Where the name that a brand opens ends: 容百|锂电、, 宝钢|湛江钢铁, 京能|吕临发电."""
    if whole := _whole().match(text, b, end):
        place = _PLACE.match(text, whole.end(), end)  # 国鸿氢能|（包头）
        return place.end() if place and find_areas(place[0], home) else whole.end()
    if of_it := MEMBER.match(text, b, end):
        return of_it.end()
    here = _in_area(text, b, home)
    behind = _trades().match(text, b + here, end) if here else None
    return behind.end() if behind else b


def _in_area(text: str, b: int, home: Area | None) -> int:
    """How many characters behind a brand name an area: 伊利|古蔺."""
    return next((k for k in (4, 3, 2) if area(text[b : b + k], home)), 0)


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(rf"{trades()}{{1,2}}(?!产业|基地|装备|项目|汽车|整车|电池)")


@cache
def _whole() -> re.Pattern[str]:
    """One trade or two before a stop, or a word of its own before a trade that only firms end in."""
    strict = one_of(gazetteer("companies")["firm_trades"]["words"])
    return re.compile(
        rf"(?:(?!集团|股份|建设|投资|控股){trades()}){{1,2}}(?=[、，。；等和与（]|$)|(?:[一-鿿]{{2,3}}?)?{strict}(?!联产)"
    )


def _at_edge(text: str, start: int, a: int, home: Area | None) -> bool:
    """Whether only verbs, a joint or an area stand between the last stop and `a`."""
    words = text[left_edge(text, max(start, a - _BEFORE), a) : a]
    if words.endswith(_WITHIN):
        return False
    lead = words[name_start(words) :]
    if not lead or _JOINED.search(lead) or _VERB_BEFORE.search(lead):
        return True
    areas = find_areas(lead, home)
    return bool(areas) and areas[0][0] == 0 and areas[-1][1] == len(lead)
