"""Firms, banks and institutes that the gazetteer knows, with what belongs to their name: 国家电网, 工商银行海门支行.

A branch or a works in an area is one of its own (祁连山水泥古浪公司), and so is a garden or a branch of an academy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policygraph.find.company_forms import MEMBER
from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.ordinary import hides, one_of, proper_part
from policygraph.lexicon.regions import Area, area, find_areas, in_full
from policygraph.model import CompanyKind
from policygraph.script import simplified
from policygraph.spans import inside

# 深圳能源|体系, 四川能源|结构: the trade of an area and no firm
_TRADE_ITSELF = re.compile(
    "体系|结构|消费|革命|安全|转型|市场|资源|禀赋|利用|供应|保障|产业|发展|规划|生产|强[省市]|领域|行业"
)
_TRADES_TOO = ("能源", "电力", "水务", "环保", "交通", "农业", "燃气", "化工", "医药", "文旅", "物流", "建材")
_SHORT = 3
_PLACE_BEHIND = re.compile("（[一-鿿]{2,4}）")
_INSTITUTE_OF = re.compile(r"[^，。；、（）共建与和开设]*?(?:研究院|研究所|分院|中心)")
_OTHER_BODY = re.compile(
    r"[东西南北中]部|总部|分公司|有限|股份|集团|公司|研究|大学|学院|科学|银行|财产|人寿|业(?!务)|云(?:数据|计算|基地|平台)|[一-鿿]{2,3}铁路办"
)
# 国家开发银行|河南省分行
_BANK_BRANCH = re.compile("[一-鿿]{2,8}?(?:分行|支行|营业部)")
_ACADEMY_BRANCH = re.compile("[一-鿿]{2,6}?(?:植物园|天文台)")
# 中科院|宁波|材料所, 中国科学院大学|重庆|学院
_SITED = re.compile(
    "(?:[一-鿿]{2,4}所(?![在有属需长以])|(?:科创|创新|产业)?(?:研究院|创新中心|科创中心|学院|校区|分校|院(?![士校所长系])))"
)
_WITHIN_WORDS = frozenset({"华为"})  # brands that other words run into
# 与|华为|合作, but no 光华为民服务中心
_ALONE = re.compile("(?:^|[，。；：、（“\n\t与和同合托持进动接及由励导用在向让前鉴习])$")
_ACADEMICIAN = re.compile("(?:[、和]中国工程院)?(?:院士|学部委员)")
_UNIT_IN_AREA = re.compile("(?:供电|石油|热电|销售|水泥|置业)?(?:分公司|公司)(?!有限|股份)")  # 祁连山水泥古浪|公司
# 特变电工|沈变公司, 中石油|国际事业公司
_OWN_COMPANY = re.compile(
    "(?![和及与等、为将在的])(?:(?P<own>[一-鿿]{2})|[一-鿿]{0,3}(?:事业|销售|物流|炼化|化工|稀土|水泥|电力|能源|检修|储运|置业))(?:分)?公司(?!有限|股份|制)"
)
_NUMBERED_WORKS = re.compile("第?[一二三四五六七八九]工?厂(?!房|区)")  # 东风本田|四厂
_SMART = re.compile("传感|制造|装备|终端|家居|汽车|网联|工厂|化|产业|机器人|设备|电网")


class CompanyMention(NamedTuple):
    """A company, plant or institute named at [start, end) of the clean text. `short`: only a short form is printed there."""

    start: int
    end: int
    kind: CompanyKind
    short: bool = False


_BUILDS = re.compile("(?:牵头|负责|承担|参与)?(?:建设|组建|打造|筹建|创建)(?=[一-鿿]{2})")


@cache
def _firms() -> tuple[Matcher, dict[str, CompanyKind]]:
    kinds: dict[str, CompanyKind] = {}
    for section in ("known", "banks"):
        for name, entry in gazetteer("companies")[section].items():
            kinds |= dict.fromkeys([name, *entry["short"]], entry.get("kind", "company"))
    kinds |= {brand: "company" for brand in _of_list("anywhere") if brand not in kinds}
    return Matcher(kinds, lasting=False), kinds  # made in a third of the time, and as fast in a text


@cache
def _shown() -> frozenset[str]:
    """The brands that count only in a context; `company_brands` finds them."""
    return frozenset(_of_list("shown"))


def _of_list(name: str) -> Iterator[str]:
    """The brands of a list of `brands.yml`, as clean text spells them."""
    for words in gazetteer("brands")[name]["words"].values():
        yield from map(simplified, words.split())


@cache
def _firm_trades() -> re.Pattern[str]:
    return re.compile(one_of(gazetteer("companies")["firm_trades"]["words"]))


@cache
def _banks() -> frozenset[str]:
    entries = gazetteer("companies")["banks"].items()
    return frozenset(form for name, entry in entries for form in (name, *entry["short"]))


def known(
    text: str, start: int, end: int, home: Area | None, lists: Sequence[tuple[int, int]] = ()
) -> Iterator[CompanyMention]:
    """国家电网, 中粮集团: but 中国电信中部云计算基地 and 中国科学院赣江创新研究院 are longer names of other things.

    In a duty list (`lists`) a bank is a department and no firm.
    """
    matcher, kinds = _firms()
    for a, b, name in matcher.find(text[start:end]):
        a, b = start + a, start + b
        if name in _banks():
            if not inside(a, lists):
                branch = _BANK_BRANCH.match(text, b, end)
                yield CompanyMention(
                    a, branch.end() if branch else b, "company", short=name not in gazetteer("companies")["banks"]
                )
            continue
        if name in _WITHIN_WORDS and not _ALONE.search(text, max(start, a - 1), a):
            continue
        if name.endswith("智能") and _SMART.match(text, b):
            b -= 2  # 先导|智能传感器
        if len(name) <= _SHORT and hides(text, a, a + len(name)):
            continue  # 创|新和成|果
        if name.endswith(_TRADES_TOO) and _TRADE_ITSELF.match(text, b) and find_areas(name, home):
            continue
        stop = _end(text, b, kinds[name], home)
        if stop:
            yield CompanyMention(a, stop, kinds[name], short=name not in gazetteer("companies")["known"])


def _end(text: str, b: int, kind: CompanyKind, home: Area | None) -> int | None:
    """Where a known name that ends at `b` ends with its branch; None where it opens the longer name of something else."""
    if kind == "institute":
        here = next((k for k in (4, 3, 2) if area(text[b : b + k], home)), 0)
        sited = _SITED.match(text, b + here) if here else None
        if sited:
            return sited.end()
        branch = _ACADEMY_BRANCH.match(text, b)
        if branch or _ACADEMICIAN.match(text, b):
            return branch.end() if branch else None
        return None if _INSTITUTE_OF.match(text, b, b + 16) else b
    after = text[b : b + 6]
    there = next((stop for at, stop, _ in find_areas(after, None) if at == 0), 0)
    here = next((stop for at, stop, _ in find_areas(after, home) if at == 0), 0)
    if numbered := _NUMBERED_WORKS.match(after):
        return b + numbered.end()
    if of_it := MEMBER.match(text, b):
        return of_it.end()
    if trade := _firm_trades().match(text, b):  # 靖西天桂|铝业
        return trade.end()
    own = _OWN_COMPANY.match(text, b)
    if own and (not own["own"] or proper_part(own["own"]) == (0, len(own["own"]))):
        return own.end()
    unit = _UNIT_IN_AREA.match(text, b + here) if here else None
    if unit:
        return unit.end()
    # 国家电网|贵阳市公司 is a firm of its own, 三峡能源|固阳县制氢项目 a project in a county
    if _OTHER_BODY.match(after) or (there and "公司" in text[b : b + 10]):
        return None
    place = _PLACE_BEHIND.match(after)  # 中国移动（包头）
    return b + (place.end() if place and find_areas(place[0], home) else 0)


def is_bank(name: str) -> bool:
    """国家开发银行河南省分行: a bank lends and builds nothing."""
    return name.endswith(("银行", "分行", "支行", "国开行", "农发行"))


def is_known(name: str) -> bool:
    """Whether `name` is a firm of the gazetteer, in full, in short or by its brand."""
    return _firms()[1].get(name) == "company" or name in _shown()


def opens_with_known(own: str) -> bool:
    """中国石化|销售股份有限公司."""
    found = next(_firms()[0].find(own), None)
    return found is not None and found[0] == 0


def is_known_in_area(name: str, home: Area | None) -> bool:
    """Whether `name` is an area in full and a firm that is known: 将乐县|温氏集团, not 蚌埠丰原集团."""
    areas = find_areas(name, home)
    firms = [(a, b) for a, b, _ in _firms()[0].find(name)] if areas else []
    return (
        bool(firms and areas)
        and firms[-1] == (areas[0][1], len(name))
        and areas[0][0] == 0
        and in_full(name[: areas[0][1]], areas[0][2])
    )


def behind_builder(own: str) -> int:
    """How much of `own` says which known firm builds what is named behind it: 宁德时代建设|动力电池创新中心."""
    ends = [match.end() for _, b, _ in _firms()[0].find(own) if (match := _BUILDS.match(own, b))]
    return max(ends, default=0)
