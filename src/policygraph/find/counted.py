"""Things that are counted: where they stand behind their number, and what they are called.

建成5个以上特色产业园区 counts 特色产业园区; 1支30人以上的综合性应急救援队伍 counts the team, not its people.
"""

from __future__ import annotations

import re

from policygraph.find.aims import only_counts
from policygraph.find.quantities import Quantity
from policygraph.find.wording import words

# What happens to a share of things: 90%以上的村庄【达到】…
DOES = re.compile(
    r"达到|实现|完成|采用|使用|建成|建立|纳入|配备|开展|覆盖|具备|符合|通过|接入|设立|设有|成为|得到|参加|参与|得以|拥有|实行|安装|推行|落实|建有|配有|普及|享有|获得|消除|淘汰|退出|达标|解决|落户|签订|申请"
)
# 不少于10人的, 30人以上的
_QUALIFIER = re.compile(
    r"(?:不少于|不低于|至少|超过|面积|规模)*\d[\d.]*[^，。；\d的]{1,4}?(?:以上|以下|及以上|左右)?的"
)
_PHRASE = re.compile(r"[^，。；：\n\t]*")
# 6个产业园|、; and 6个产业园|、甲新区等|15个园区
_REST_OF_LIST = re.compile(r"(?:、|和|及|以及|、其中|，其中|[、和及][^，。；：\n]*等)$")
_NEXT_MADE = re.compile(
    r"(?:和|及|以及|、)(?:一批|一系列|若干|多个).*$|、(?![^（）]*）).*(?<!可)(?:建设|打造|培育|形成|新增|改造|新建|建成|引进|组织|完成|培养|发展|推广).*$"
)
_NEXT_YEAR = re.compile(r"、(?=(?:力争|争取|确保)?(?:到)?20\d\d年)")  # 投产1台机组|、2026年全部投产
# 安排资金3亿元|支持技改: what money is for is not what is counted
_PURPOSE = re.compile("(?:专项|重点)?(?:支持|用于|保障|助力|推动|促进|带动|撬动)")
# 200名|能够突破关键技术、带动新兴学科的|领军人才
_RELATIVE = re.compile(
    "(?:能够?|善于|熟悉|掌握|具有|具备|拥有|从事|紧跟|精通)[^，；的]*、[^，；]*的(?P<thing>[一-鿿“][^，；、的]{2,20})"
)
_NEXT_VERB = re.compile("(?:、|和|及|并)(?P<verb>[一-鿿]{2,4})")
_THING = re.compile("[一-鿿“]")
_SIZE = re.compile("规模|大关|台阶|关口|左右|以上|目标|产值|投资|消费|市场|产业(?!集群|园|链)|[的和及、]")
_SIZED_BRACKET = re.compile(r"（[^（）]*\d[^（）]*）(?=[一-鿿])")  # 6座|（日处理3万吨）|污水处理厂
_NEARLY = re.compile("（[一-鿿]{1,2}）[一-鿿]{2}")  # 8家|（近）无废工厂
_WHICH_HAVE = re.compile("(?:以上)?[一-鿿]{2,10}(?:达到?|超过?|突破|不低于|过)")
_BOUND = re.compile(r"(?:的|不少于|不低于|至少|超过|面积|规模)*$")
_ATTRIBUTE = re.compile(r"(?:以上|以下|及以上|左右)?的|(?:以上|以下|及以上)(?=[一-鿿])|级(?=[一-鿿])")


def names_class(text: str, quantity: Quantity) -> bool:
    """5亿元以上|企业, 千亿元|产业集群: a sum that says which things are meant, not how much is to be reached."""
    if "亿" not in quantity.unit and "万元" not in quantity.unit:
        return False
    if text[quantity.start].isdigit():
        return quantity.after != "" and _THING.match(text, quantity.end) is not None
    if text[quantity.start - 1] in "大个条家":
        return True  # 三大|千亿|产业
    return _THING.match(text, quantity.end) is not None and not _SIZE.match(text, quantity.end)


def noun_behind(text: str, quantity: Quantity, following: list[Quantity], end: int) -> tuple[int, int] | None:
    """What is counted, where it stands behind the number: 10家【人工智能应用标杆企业】. `end`: that of the part."""
    bracket = _SIZED_BRACKET.match(text, quantity.end)
    begin = bracket.end() if bracket else quantity.end + (text[quantity.end : quantity.end + 1] == "的")
    for after in following:
        if after.start < begin:
            continue
        if after.start >= end:
            break
        if _qualifies(text, quantity.end, after):
            continue  # 1支【30人以上的】应急队伍
        if after.start >= begin:
            rest = _REST_OF_LIST.search(text, begin, after.start)
            end = rest.start() if rest else after.start
        break
    match = _PHRASE.match(text, begin, end)
    noun = match[0] if match else ""
    if relative := _RELATIVE.fullmatch(noun):
        begin, noun = begin + relative.start("thing"), relative["thing"]
    if noun.count("）") > noun.count("（"):
        noun = noun[: noun.index("）")]
    noun = _NEXT_YEAR.split(noun, maxsplit=1)[0]
    if not (quantity.share and DOES.search(noun)):  # 90%的|卫生院、卫生站建设达标
        noun = _NEXT_MADE.sub("", noun)
    noun = noun.rstrip("（")
    if "元" in quantity.unit and _PURPOSE.match(noun):
        return None
    return (begin, begin + len(noun)) if len(noun) > 1 and (noun[0] not in "、）（左/" or _NEARLY.match(noun)) else None


def noun_of_next(text: str, quantity: Quantity, following: list[Quantity], end: int) -> tuple[int, int] | None:
    """新建|3座|、改造|5座|污水处理厂: the noun behind the next number of the same unit, where a verb alone stands between."""
    after = following[0] if following else None
    if after is None or after.start >= end or after.unit != quantity.unit or not quantity.counts:
        return None
    between = _NEXT_VERB.fullmatch(text, quantity.end, after.start)
    return noun_behind(text, after, following[1:], end) if between and only_counts(between["verb"]) else None


def _qualifies(text: str, end: int, after: Quantity) -> bool:
    """Whether a number right behind another only says how big the counted things are."""
    between = text[end : after.start]
    if not between and (names_class(text, after) or after.unit in ("千伏", "kV")):
        return True  # 8个|百亿|企业, 3座|220千伏|变电站
    if _WHICH_HAVE.fullmatch(between) and text.startswith(("的", "以上的"), after.unit_end):
        return True  # 2家|年销售收入达|500亿元|的企业
    return (
        len(between) < 6
        and _BOUND.fullmatch(between) is not None
        and _ATTRIBUTE.match(text, after.unit_end) is not None
    )


def unqualified(noun: str) -> str:
    """30人以上的应急救援队伍 → 应急救援队伍: how big each is is not what is counted."""
    match = _QUALIFIER.match(noun)
    return noun[match.end() :] if match and match.end() < len(noun) - 1 else noun


def naming_verb(verb: str) -> str:
    """The verb that belongs to the name of what is counted: 新增 of 每年新增; "" for 打造 of 打造5个园区."""
    return verb[: words("aims", "naming").after(verb)]


def completed(noun: str, text: str, following: list[Quantity], end: int) -> str:
    """万亿级 of 2个万亿级、10个千亿级产业集群 is 万亿级产业集群: the next one prints what both are."""
    if noun.endswith("级") and following and following[0].start < end:
        behind = _PHRASE.match(text, following[0].end, end)
        rest = behind[0].partition("级")[2] if behind else ""
        return noun + rest
    return noun
