"""Companies, plants and institutes named as such: 首钢水城钢铁集团有限责任公司, 野马寨电厂, 清华大学, 国家电网.

A short form counts where the text shows that it is a company (依托首钢水钢、昊龙胜境等龙头企业) or where the gazetteer knows it;
never by its sound alone. In a duty list every body that bears a firm's or a school's form is one: 省电力公司、江西移动.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from policygraph.clean import Clean
from policygraph.find.company_alone import alone
from policygraph.find.company_brands import branded, opens_with_brand
from policygraph.find.company_context import bearing, city_banks, companions, operators, own_named, shops
from policygraph.find.company_edges import own_start
from policygraph.find.company_forms import FULL, GENERIC_OWNER, OPERATOR, forms
from policygraph.find.company_known import (
    CompanyMention,
    behind_builder,
    is_known,
    is_known_in_area,
    known,
    opens_with_known,
)
from policygraph.find.company_lists import beside, doers, listed
from policygraph.find.company_owning import owning
from policygraph.find.company_shorts import core_names, named_shorts, shortens
from policygraph.find.edges import left_edge
from policygraph.lexicon.departments import is_collective
from policygraph.lexicon.ordinary import is_ordinary
from policygraph.lexicon.regions import Area, find_areas
from policygraph.model import CompanyKind
from policygraph.spans import inside

__all__ = ["CompanyMention", "core_names", "find_companies", "named_shorts", "shortens"]

_LONGEST = 34
_FOUNDED = re.compile(
    r"(?:组建|设立|共建|筹建|建设|建好|打造|创建|建立|成立|争创|新建|建成投[运用产]|上线)[^，。；、]{0,6}$"
)
_FOUNDED_LIST = re.compile(
    r"(?:^|[，。；：\n])(?:高标准|高质量|加快|积极|推进|推动|统筹|支持|谋划|\d{4}年(?:底前)?)*"
    r"(?:建设|建成|打造|组建|新建|创建)(?:投运|投用)?[^，。；与]*、$"
)
_NO_NAME = re.compile(
    r"^至(?=[一-鿿]+新能源$)|国际科技$|(?:公立|公办|民办|私立)$|^(?:省内|市内|区内|县内|\d+万?千瓦|统调|自备|本地|第[一二两三四五六七八九十\d]+[所家座个间]|虚拟|本|该|其|某|每|以[上下]|[一二两三多几\d]+(?:个|家|所|座|级)|集团|股份|有限|责任|高水平|一流|应用型|外国)|[两三四五六七八九]家|\d+万?吨以[上下]|国外|海外|一流|和\d|虚拟$|[本全][省市县区州]$|(?:片区|地区|区域|一带)$"
)
_AREA_WORD = re.compile(r"^[省市县区州]")  # 市城市建设投资集团有限公司
# 市|公交集团, what a town calls its own firms
_TOWN_GROUP = re.compile(
    "[省市县区州](?:公交|公共交通|城投|城建|城发|交投|交建|交发|国投|国控|国资|水投|水务|文旅|旅投|产投|建投|建工|农投|农发|能投|能源|金控|轨道|地铁|机场|港口|港航|燃气|热力|粮食|粮油|环境|环保|公用|市政|新投|高速)集团"
)
_NATIONAL_CENTRE = re.compile(
    r"^国家(?!级?(?:产业|技术|制造业|工程|企业|重点)*(?:技术|研究)?(?:创新|研究|技术)?(?:中心|实验室)).{2,}(?:检验检测中心|质量检验中心|创新中心|研发中心|研究中心|专业中心|重点实验室)"
)
_CITY_ROLE = re.compile(
    "(?:[华中][东南北中部]|[西东][南北]|区域|国际|全国|全球)+性?科技创新中心"
)  # what a city is to become
_REGIONAL = re.compile(r"^(?:东[北南]|西[北南]|[南北]方|华[东南西北中]|中[央国南北]|首都|国家).{2,}")  # 东北农业大学
_ACADEMY = re.compile("(?:中国[一-鿿]{0,2}科学院|中科院)[一-鿿]{2,}(?:研究院|研究所)$")  # 中国科学院|过程工程研究所
_REGION = re.compile("东[北南]|西[北南]|华[东南北]|中[央南北]")  # 西北|大学
_OF_NATION = re.compile("中国[一-鿿]{2,4}公司")  # bears a duty by its own name
_WASTE = re.compile("垃圾|污水|污泥|固废|危废")  # 生活垃圾焚烧发电厂: a facility of the town
_LIST_ENDS = re.compile(r"[^，。；\n]{0,200}?等(?:[^，。；、\n]{0,14}?(?P<firms>企业|公司|集团|单位|品牌|渠道))?")
_WORKSHOP = re.compile("实验室|研究中心|创新中心|检测中心|检验中心")


def find_companies(
    clean: Clean, stretches: Sequence[tuple[int, int]], home: Area | None, barred: Sequence[tuple[int, int]] = ()
) -> list[CompanyMention]:
    """The companies, plants and institutes named in the stretches of one clause, in order. `barred`: the duty lists."""
    found: list[CompanyMention] = []
    text = clean.text
    for start, end in stretches:
        lists = [(max(a, start), min(b, end)) for a, b in barred if a < end and start < b]
        found += known(text, start, end, home, lists)
        brands = [
            CompanyMention(a, b, "company", short=True)
            for a, b in branded(text, start, end, home)
            if not inside(a, lists)
        ]
        found += brands
        found += _by_form(text, start, end, home, lists)
        found += [
            CompanyMention(a, b, "company", short=not FULL.search(text, a, b))
            for a, b in chain(
                _no_product(
                    text, companions(text, start, end, home, _well_known(text, found, start)), found, home, end
                ),
                shops(text, start, end, home),
                city_banks(text, start, end, home),
                operators(text, start, end, home),
                own_named(text, start, end, home),
                listed(text, start, end, home),
                _no_product(text, doers(text, start, end, home), found, home, end),
                _no_product(text, owning(text, start, end, home), found, home, end),
                (each for each in alone(text, start, end, home) if not _holds(found, *each)),
            )
            if not inside(a, lists) or _OF_NATION.fullmatch(text, a, b)
        ]
        found = _apart(found)
        found += _beside(text, start, end, home, found, lists)
        for a, b in lists:
            found += _bearers(text, a, b, home)
    return _apart(found)


def _well_known(text: str, found: Sequence[CompanyMention], start: int) -> list[tuple[int, int]]:
    """The firms found from `start` on that the gazetteer knows."""
    return [(m.start, m.end) for m in found if m.start >= start and is_known(text[m.start : m.end])]


def _beside(
    text: str,
    start: int,
    end: int,
    home: Area | None,
    found: Sequence[CompanyMention],
    lists: Sequence[tuple[int, int]],
) -> list[CompanyMention]:
    """The short forms that stand beside a company, and those that stand beside these."""
    firms = {(m.start, m.end) for m in found if start <= m.start < end and m.kind == "company"}
    more: set[tuple[int, int]] = set()
    while True:
        named = _no_product(text, beside(text, start, end, home, sorted(firms | more)), found, home, end)
        new = {each for each in named if not inside(each[0], lists)}
        if new <= firms | more:
            return [CompanyMention(a, b, "company", short=True) for a, b in sorted(more)]
        more |= new - firms


def _no_product(
    text: str, spans: Iterable[tuple[int, int]], found: Sequence[CompanyMention], home: Area | None, end: int
) -> Iterator[tuple[int, int]]:
    """Without what a firm that is found makes, where no list of firms says that it is its name: 渌化|硅氟新材料、…等项目."""
    for a, b in spans:
        within = next((each.end for each in found if a <= each.start and each.end <= b), b)
        listed_as = _LIST_ENDS.match(text, b, end) if within < b else None
        located = within < b and any(at == 0 for at, _, _ in find_areas(text[within:b], home))
        if within == b or (listed_as["firms"] if listed_as else located):
            yield a, b


def _by_form(
    text: str, start: int, end: int, home: Area | None, lists: Sequence[tuple[int, int]]
) -> Iterator[CompanyMention]:
    """The names that end in a legal form, 电厂, 大学 or 集团: each from the edge before it, none from within the one before."""
    behind = start
    for match in forms().finditer(text, start, end):
        kind: CompanyKind = match.lastgroup if match.lastgroup in ("plant", "institute") else "company"  # type: ignore[assignment]
        suffix = match.start() + (match.lastgroup == "group")
        begin = left_edge(text, max(behind, suffix - _LONGEST), suffix)
        quoted = text[begin - 1 : begin] == "“" and text[match.end() : match.end() + 1] == "”"
        own = text[begin:suffix]
        begin += 0 if quoted else own_start(own, kind, home, follows=begin == behind and behind > start)
        begin += 0 if quoted else behind_builder(text[begin:suffix])
        own = text[begin:suffix]
        if not (quoted and kind == "institute") and not _names_one(own, match, home, duty=inside(match.start(), lists)):
            continue
        if match.lastgroup == "group" and is_known_in_area(own + match[0][1:], home):
            continue  # 将乐县|温氏集团, which `_known` finds
        if kind == "institute" and text.startswith("等", begin - 1) and _WORKSHOP.search(match[0]):
            continue  # 渌海实验室等|浙江实验室: a sort of them
        if kind == "institute" and _is_founded(text, start, begin, match[0]):
            behind = match.end()
            continue
        short = match.lastgroup in ("group", "traded") or match[0] in ("集团公司", "总公司")
        yield CompanyMention(begin, match.end(), kind, short=short)
        behind = match.end()


def _is_founded(text: str, start: int, begin: int, form: str) -> bool:
    """Whether what is named at `begin` is yet to be: 设立|碳中和研究院, 建设A基地、|B实验室."""
    before = text[max(start, begin - 80) : begin]
    return bool(_FOUNDED.search(before[-10:]) or (_WORKSHOP.search(form) and _FOUNDED_LIST.search(before)))


def _names_one(own: str, match: re.Match[str], home: Area | None, *, duty: bool) -> bool:
    """Whether `own` with its form is the name of one body and not of a sort: 大型国有 in 大型国有集团 is not."""
    whole = own + match[0]
    of_town = match.lastgroup in ("branch", "traded") and _AREA_WORD.fullmatch(own) is not None  # 市|公交公司
    of_town = of_town or (match.lastgroup == "group" and _TOWN_GROUP.fullmatch(own + "集团") is not None)
    if (
        (len(own.strip("（）")) < 2 and not (own and (duty or of_town)))
        or _NO_NAME.search(own)
        or GENERIC_OWNER.match(whole)
        or _CITY_ROLE.fullmatch(whole)
    ):
        return False
    if duty and match.lastgroup != "plant":
        return match.lastgroup != "bank" and not whole.endswith("铁路办事处") and not is_collective(whole)
    if of_town:
        return True
    if match.lastgroup == "plant" and _WASTE.search(own):
        return False
    if match.lastgroup == "institute" and match[0] == "大学" and _REGION.fullmatch(own):
        return True
    if (
        match.lastgroup == "institute"
        and not _WORKSHOP.search(match[0])
        and (_REGIONAL.match(own) or _ACADEMY.match(whole) or any(a == 0 for a, _, _ in find_areas(own, home)))
    ):
        return True
    if (
        not is_ordinary(own)
        or _NATIONAL_CENTRE.match(whole)
        or (
            match.lastgroup == "full"
            and (opens_with_known(own) or opens_with_brand(own) or (own.startswith("中国") and len(own) > 3))
        )
        or (match.lastgroup == "full" and _AREA_WORD.match(own) and len(own) > 2)
    ):
        return True
    areas = find_areas(own, home)
    return bool(areas) and areas[0][0] == 0 and (match.lastgroup == "full" or areas[0][1] == len(own))


def _bearers(text: str, a: int, b: int, home: Area | None) -> Iterator[CompanyMention]:
    """江西移动, 江西铁塔公司, 省电力公司 in a duty list: an area, then a trade of public utility; 海门华润燃气."""
    yield from (CompanyMention(at, stop, "company", short=True) for at, stop in bearing(text, a, b, home))
    for match in OPERATOR.finditer(text, a, b):
        begin = left_edge(text, a, match.start())
        own = text[begin : match.start()]
        areas = find_areas(own, home)
        if _AREA_WORD.fullmatch(own) or (areas and areas[0][:2] == (0, len(own))):
            yield CompanyMention(begin, match.end(), "company", short=True)


def _holds(found: Sequence[CompanyMention], a: int, b: int) -> bool:
    """Whether a firm that is known stands within [a, b), with more around it: 长沙|比亚迪|新能源."""
    return any(a <= each.start < b for each in found)


def _apart(found: list[CompanyMention]) -> list[CompanyMention]:
    """None within another: the longest stays, and 盘北煤矸石电厂 stands beside the company that runs it."""
    kept: list[CompanyMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
