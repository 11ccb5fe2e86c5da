"""Short forms that no list shows to be companies, by a trade that hardly anything but a firm's name ends in: 宝山矿业.

An area before the name lets it end in more trades (永安智胜化工), and so does an edge where something is built:
推动|越鸿氢能|电堆基地建设. What a firm calls its branch by stands in a bracket behind: 国鸿氢能（包头）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.find.company_edges import own_start
from policygraph.find.company_forms import great_group, trade_end, trade_end_at, trades
from policygraph.find.edges import STOPS, left_edge
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of, proper_part, uncovered
from policygraph.lexicon.regions import Area, area, find_areas, in_full

_LONGEST = 12
_OF_A_CITY = ("石化", "公司", "炼化", "有色", "城投", "交投", "国投", "水投", "建投", "旅投", "产投", "控股")
_NOT_OWN = re.compile(
    r"[硒菌菇椒薯豆]|[一二三四五六七八九十两各级型类基性化改次乡镇村]$|^(?:本|该|其|某|[一二两三四五六七八九十几](?=[个家条座项批些种类位名次期级大]))"
)
# 石化产业, 汽车制造, 种业振兴: the trade itself
_GOES_ON = (
    r"(?!大脑|业[区园]|有限|股份|集团|公司|产业|行业|企业|工业|制造|振兴|发展|基地|开发区|集群|创新|服务|领域|消费|转型|示范|一体化|利用|替代|资源|结构|革命|体系|程"
    r"|大市|大道|强[省市县]|园|区|城(?!投|建|发|市)|站|车|化|类|级|型|人才|技术|装备|产品|生产|联产|供[热暖]|电机|材?料|体|工"
    r"|金属|＋|质|医药|多样|安全|汽车|物联|网联|终端|机器人|燃料(?!电池)|天然气|柴油|农药|肥|降解|基|支撑|基本|分析)"
)
# what a firm builds, behind its name in the same item, or behind the list that it opens or goes on with
WORKS = "项目|基地|工程|改造|扩建|扩产|搬迁|利用|生产线|产线|产业园|中心|工厂|[一二三]期|装置|车间|退城[入进]园|矿|牧场|示范|应用"
# what a firm does and nothing else, behind its name or a list of names
ACTS = "成功|获评|入选|荣登|获批|上市|挂牌|申报|投产|达产|扩产|复产|增资|落户|入驻|签约|报会|分获|创新发展|做[大强优]|牵头|技改|搬迁|重组|开工|竣工"
_BUILT = re.compile(
    rf"(?:、[^，。；\n]{{1,40}}?)?(?:成功|率先|加快|完成|实现|新)?(?:{ACTS})|"
    rf"[^，。；、\n]{{2,40}}?(?:{WORKS})|(?:、|和|等|加快|分别|实施|开展|完成|建设)[^。；\n]*?(?:{WORKS})"
)


@cache
def _trades() -> re.Pattern[str]:
    lists = gazetteer("companies")
    strict = one_of(lists["firm_trades"]["words"])
    mild = one_of([*lists["trades_of_areas"]["words"], *lists["trades_at_edge"]["words"]])
    every = [
        *lists["trades"]["words"],
        *lists["firm_trades"]["words"],
        *lists["trades_of_areas"]["words"],
        *lists["trades_at_edge"]["words"],
    ]
    return re.compile(
        rf"(?=[{''.join(sorted({word[0] for word in every}))}])(?:(?P<branched>{trades()})(?=（[一-鿿]{{2,4}}）)|(?P<strict>{strict})|(?P<mild>{mild}))"
        rf"{_GOES_ON}(?P<branch>（[一-鿿]{{2,4}}）)?"
    )


@cache
def _mild() -> tuple[frozenset[str], frozenset[str]]:
    """The trades that an area makes a firm's, and those that an edge does."""
    lists = gazetteer("companies")
    return frozenset(lists["trades_of_areas"]["words"]), frozenset(lists["trades_at_edge"]["words"])


def alone(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that such names take."""
    behind = start
    for match in _trades().finditer(text, start, end):
        firm = _firm(text, match, start, behind, end, home)
        if firm:
            yield firm
            behind = firm[1]


def _firm(
    text: str, match: re.Match[str], start: int, behind: int, end: int, home: Area | None
) -> tuple[int, int] | None:
    """The firm whose name ends in the trade of `match` and begins no earlier than `behind`; None where it is none."""
    begin = left_edge(text, max(behind, match.start() - _LONGEST), match.start())
    group = text.rfind("集团", begin, match.start() - 1)
    begin = group + 2 if group >= 0 else begin  # 包钢集团|宝山矿业
    own = text[begin : match.start()]
    lead = own_start(own, "company", home, follows=False)
    at_edge = lead > 0 or begin == start or text[begin - 1] in STOPS
    begin, own = begin + lead, own[lead:]
    located = _located(own, home)
    rest = own[located:]
    if located and not rest and match[0] in _OF_A_CITY and text[max(0, begin - 1)] not in "司团":
        return begin, match.end()  # 兰州|石化, 白银|公司
    if (match[0] == "公司" and _in_area(own, home)) or _of_group(own, home):
        return begin, _trades_end(text, match.end())  # 山钢|日照|公司, 中化|泉州|石化
    branch = area(match["branch"][1:-1], home) if match["branch"] else None
    if (match["branched"] and not branch) or not _may_be_own(rest, match[0]):
        return None
    if match["mild"] and not (located and match["mild"] in _mild()[0]):
        if not (at_edge and _builds(text, match, rest, end)):
            return None
        begin += located if _lies_in(own[:located], home) else 0  # in a plan of Hunan 宁乡|星邦智能
    elif located and len(rest) > 2 and in_full(own[:located], find_areas(own, home)[0][2]) and not branch:
        begin += located  # 独山县|金孟煤焦化
    if proper_part(rest) not in ((0, len(rest)), (0, len(trade_end().sub("", rest)))):
        return None
    return begin, match.end() if branch else match.end() - len(match["branch"] or "")


def _may_be_own(rest: str, trade: str) -> bool:
    """Whether `rest`, what stands between an area and a trade, may be a word of a firm's own."""
    return 2 <= len(rest) <= 4 and _NOT_OWN.search(rest) is None and any(uncovered(rest + trade))


def _builds(text: str, match: re.Match[str], rest: str, end: int) -> bool:
    """Whether a name that ends in a trade that many words end in is that of who builds what stands behind it."""
    own_word = trade_end().sub("", rest)  # 海尔生物|医疗
    return (
        match["mild"] in _mild()[1]
        and 2 <= len(own_word) < 4
        and rest[-1] not in "江河湖海"
        and _BUILT.match(text, match.end(), end) is not None
    )


def _trades_end(text: str, stop: int) -> int:
    """The end of another trade that goes on at `stop`: 国能宿州生物|发电."""
    more = trade_end_at().match(text, stop)
    return more.end() if more else stop


def _of_group(own: str, home: Area | None) -> bool:
    """Whether a great group's name stands before an area, and a word at most behind it: 国能|宿州|生物."""
    group = great_group().match(own)
    areas = [each for each in find_areas(own, home) if group and each[0] == group.end()]
    return bool(areas) and len(own) - areas[0][1] <= 2


def _in_area(own: str, home: Area | None) -> bool:
    """Whether `own` is a name of its own and the area that a company of it is in: 山钢|日照."""
    areas = find_areas(own, home) if 4 <= len(own) <= 8 else []
    return (
        bool(areas)
        and 2 <= areas[-1][0] <= 4
        and areas[-1][1] == len(own)
        and proper_part(own[: areas[-1][0]]) == (0, areas[-1][0])
    )


def _lies_in(name: str, home: Area | None) -> bool:
    """Whether an area is within the plan's own and not it: where the firm stands, then, and no part of its name."""
    there = area(name, home) if name else None
    return there is not None and home is not None and home in there.above()


def _located(own: str, home: Area | None) -> int:
    """How many characters of `own` name the area that it opens with."""
    areas = find_areas(own, home) if len(own) > 1 else []
    return areas[0][1] if areas and areas[0][0] == 0 else 0
