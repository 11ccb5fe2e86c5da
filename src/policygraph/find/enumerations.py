"""Lists that share a head or a tail: 氮氧化物、氨氮重点工程减排量 are two indicators, each with the whole tail.

单位地区生产总值能源消耗、二氧化碳排放 share the head, 化肥、农药利用率 the tail, 主要农作物化肥、农药利用率 both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policygraph.find.aims import measures
from policygraph.find.wording import listed, pattern, words
from policygraph.lexicon.regions import listed_names

_COMMA = re.compile("、|(?<=化肥)(?=农药)|(?<=”)(?=“)")  # 化肥农药利用率 are two rates, too
_JOINTS = re.compile(
    "、|(?<=”)(?=“)|以及|(?<![饱中温缓柔调])和(?![谐平睦县田])|(?<![普涉危触以顾])及(?![率时格物]|以[上下])|(?<![参赋])与(?!会)"
)
_WHOSE = re.compile(r"(?:全[市省县区国州]|我[市省县区]|本[市省县区])?")
_OWN_HEAD = re.compile("全[市省县区]|城|农村|人均|居民")
_AREA = re.compile(r"[一-鿿]{2,4}?[市区县州旗盟港](?![场级内口务])")
_AREA_HEAD = re.compile(
    r"(?:全[市省县区州]|中心城市建成区|中心城市|中心城区|城市建成区|主城区|高速公路|普通国省干线|国省干线|农村公路|铁路|内河|沿海|城市|城区|县城|建成区|城镇|城乡|农村|乡镇|县级|市级|省级|地级及以上城市|[一-鿿]{2,3}(?:[市区县州]|新城))+"
)
_AREAS_ALONE = re.compile(rf"{_AREA_HEAD.pattern}(?:[、和及]{_AREA_HEAD.pattern})*")  # 西部地区和东部新城
_COUNTY_TOWN = re.compile("[一-鿿]{2,3}?(?=县城|县域|城区|市区)")
_SHORT_NAME = re.compile("[一-鿿]{2,3}")
_SECTOR = re.compile("[一-鿿]{2,6}?(?=行业)")
_SHARE_TAIL = re.compile(r"(?:中)?(?:新能源|清洁能源|绿色|可再生)?[一-鿿]{0,4}(?:率|比例|占比|比重)$")
# 开展远程诊断的|乡镇卫生院|比例
_WHICH = re.compile("(?P<does>[^，。；]{4,}的)[^，。；的]{2,8}(?P<tail>比例|占比|比重)")
_TOWN_AND_COUNTRY = re.compile("((?:全[市省县区国州])?)城乡(?!融合|建设|规划|环境|一体)")
_AMONG = re.compile("中(?!心|[小医]?学|[医药央等型部期])")  # 新增车辆中新能源占比, not 血液中心
_SUBSTANCE = re.compile("需氧量$")  # 化学需氧量 ends like a measure and is what is measured, as 氨氮 is
_SO_MANY = re.compile("(?<=[一-鿿])[两二三四五六七八九](?:地|市|县|区|州|港)(?=[^、和及]*$)")  # 鹰潭、上饶|三地|开行量
_EMITTED = ("排放量", "排放总量", "浓度")
_METAL = re.compile("[铜铅锌铝镍锡钢铁镁钛](?=冶炼)")
_TRADE = len("化学纤维")
_SHORT = len("挥发性有机物")
_LIST_OF_FEW = 3  # a longer list of short words is a name rather than a list


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator of a list: its whole name, where its own words begin in the list, and whether the list may be split."""

    words: str
    offset: int
    splits: bool = False


@cache
def _tail() -> re.Pattern[str]:
    """重点工程减排量, 利用率, 综合处置率: a measure with what commonly stands before it."""
    return re.compile(
        rf"{pattern(listed('aims', 'tails'))}*(?:[一-鿿]{{2}}化|[一-鿿]{{2}})?{pattern(listed('aims', 'measures'))}$"
    )


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(rf"{pattern(listed('aims', 'measures'))}$")


def indicators_of(subject: str, count: int | None = None) -> list[Item]:
    """The indicators that `subject` lists, each complete; one item where it lists none. `count`: how many there must be."""
    both = _TOWN_AND_COUNTRY.match(subject) if count == 2 and "、" not in subject else None
    if both:  # 城乡居民收入分别增长7%、8%
        return [Item(both[1] + whose + subject[both.end() :], 0) for whose in ("城镇", "农村")]
    many = _SO_MANY.search(subject) if "、" in subject else None
    if many:
        named = _pieces(subject[: many.start()], count)
        return [Item(each + subject[many.end() :], offset, splits=True) for each, offset in named]
    pieces = _pieces(subject, count)
    if len(pieces) < 2:
        return [Item(subject, 0)]
    tail = _shared_tail([each for each, _ in pieces])
    first = pieces[0][0]
    head = first[: _head(first)]
    splits = _may_split(subject, pieces, tail)
    items = []
    for i, (each, offset) in enumerate(pieces):
        whole = each
        if i < len(pieces) - 1 and tail and not _complete(each):
            whole += tail
        if i and head and len(first) > len(head) and not _head(each) and not _OWN_HEAD.match(each):
            whole = head + whole
        items.append(Item(whole, offset, splits))
    return items


def each_doing(subject: str, count: int) -> list[Item]:
    """武汉、襄阳、宜昌|分别|建成加氢站: what each of `count` does; empty where no list of that length does anything."""
    whose, respectively, what = subject.partition("分别")
    named = indicators_of(whose, count) if respectively and what else []
    return [Item(each.words + what, each.offset) for each in named] if len(named) == count else []


def _may_split(subject: str, pieces: list[tuple[str, int]], tail: str) -> bool:
    """化肥、农药利用率 is two rates; 公交、出租领域新增车辆中新能源占比 is one."""
    if "等" in subject or _AMONG.search(subject):
        return len(pieces) == 2 and "、" not in subject and all(_names_rate(each) for each, _ in pieces)
    own = len(pieces[-1][0].removesuffix(tail)) - max(len(each) for each, _ in pieces[:-1])
    if tail and own > len("一次性塑料制品"):  # 机关、学校、景区|一次性塑料制品可降解|替代率
        return False
    trades = tail.startswith(("行业", "冶炼")) and all(len(each.removesuffix(tail)) <= _TRADE for each, _ in pieces)
    few = len(pieces) <= _LIST_OF_FEW or (trades and len(pieces) <= 2 * _LIST_OF_FEW)  # 炼油、乙烯、合成氨、电石|行业
    if few and not tail and all(len(each) > len("用水量") and _complete(each) for each, _ in pieces):
        return True  # 单位产值水耗、单位增加值水耗
    short = few and all(len(each.removesuffix(tail)) < 14 for each, _ in pieces)
    if len(pieces) == 2 and "、" not in subject and all(_names_rate(each) for each, _ in pieces):
        return True
    whole = subject.endswith(("率", "排放量", "排放总量", "浓度", "使用量", "施用量")) or tail.startswith(
        ("行业", "冶炼")
    )
    return bool(tail) and short and whole


def _head(words_: str) -> int:
    """Where the head ends that `words_` opens with and a list may share; 0 where there is none."""
    whose = _WHOSE.match(words_)
    begin = whose.end() if whose else 0
    end = words("aims", "heads").after(words_, begin)
    return end if end > begin else 0


def _pieces(subject: str, count: int | None) -> list[tuple[str, int]]:
    """`subject` cut at 、 and, where the count asks for it, at 和, 及, 与; brackets are kept whole."""
    for joint in (_COMMA, _JOINTS) if count is None or "、" in subject else (_JOINTS,):
        cuts = [m.span() for m in joint.finditer(subject) if not _in_bracket(subject, m.start())]
        pieces = _cut(subject, cuts)
        if count is None and len(pieces) == 1 and joint is _COMMA:
            whole = _cut(subject, [m.span() for m in _JOINTS.finditer(subject) if not _in_bracket(subject, m.start())])
            emitted = subject.endswith(_EMITTED) and len(whole[0][0]) <= _SHORT  # 氮氧化物|和|氨氮排放总量
            rates = all(_names_rate(each) for each, _ in whole)
            return whole if len(whole) == 2 and (emitted or rates) else pieces
        if count is None or len(pieces) == count:
            return pieces
    return _merged(subject, count) if count else []


def _names_rate(piece: str) -> bool:
    """A使用率|和|B使用率: each a rate in itself."""
    return len(piece) > 3 and piece.endswith(("率", "比例", "占比", "比重"))


def _in_bracket(subject: str, at: int) -> bool:
    return subject.count("（", 0, at) != subject.count("）", 0, at)


def _cut(subject: str, cuts: list[tuple[int, int]]) -> list[tuple[str, int]]:
    edges = [0, *(edge for cut in cuts for edge in cut), len(subject)]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(subject[a:b], a) for a, b in pairs if b > a]


def _merged(subject: str, count: int) -> list[tuple[str, int]]:
    """城市、县城污水处理率、垃圾处理率: pieces that only make sense together are put together until the count is right."""
    cuts = [m.span() for m in _JOINTS.finditer(subject) if measures(subject[: m.start()], strict=True)]
    return _cut(subject, cuts) if len(cuts) + 1 == count else []


def _complete(piece: str) -> bool:
    return measures(piece, strict=True) and not _SUBSTANCE.search(piece)


def _city_ahead(words_: str) -> int:
    """Where the short name of a city ends that `words_` opens with; 0 where it opens with none."""
    return next((end for end in (3, 2) if end <= len(words_) and f"{words_[:end]}市" in listed_names()), 0)


def _shared_tail(pieces: list[str]) -> str:
    """The words that only the last piece prints though all mean them: 重点工程减排量."""
    if all(_complete(piece) for piece in pieces[:-1]):
        return ""
    last = pieces[-1]
    if all(_AREA.fullmatch(piece) for piece in pieces[:-1]) and (area := _AREA.match(last)):
        return last[area.end() :]  # 蒙自市、个旧市空气质量优良天数比率
    if (town := _COUNTY_TOWN.match(last)) and all(_SHORT_NAME.fullmatch(piece) for piece in pieces[:-1]):
        return last[town.end() :]  # 中阳、柳林、方山|县城污水处理率
    if all(_city_ahead(piece) == len(piece) for piece in pieces[:-1]) and (end := _city_ahead(last)):
        return last[end:]  # 武汉、襄阳、宜昌|加氢站
    if (sector := _SECTOR.match(last)) and all(len(piece) <= sector.end() + 2 for piece in pieces[:-1]):
        return last[sector.end() :]  # 造纸、印染行业|中水回用率
    if (metal := _METAL.match(last)) and all(len(piece) == 1 for piece in pieces[:-1]):
        return last[metal.end() :]  # 铜、铅、锌|冶炼产能占比
    if all(_AREA_HEAD.fullmatch(piece) for piece in pieces[:-1]) and (area := _AREA_HEAD.match(last)):
        return last[area.end() :]  # 城区、乡镇污水处理率
    for length in range(len(pieces[0]) - 1, 1, -1):  # 公办幼儿园、普惠性幼儿园|在园幼儿占比
        at = last.find(pieces[0][-length:])
        if at >= 0:
            return last[at + length :]
    among = _AMONG.search(last, 2)
    if among and all(len(piece) <= _SHORT + 2 for piece in pieces[1:-1]):
        return last[among.start() :]  # 公交车、出租车、环卫车|中新能源车比例
    match = _tail().search(last)
    if match and match.start() == 0:
        match = _measure().search(last)  # 牛肉、羊肉|产量
    return match[0] if match and match.start() > 0 else ""


def is_area(subject: str) -> bool:
    """Whether `subject` names nothing but areas: 主城区, 西部地区和东部新城."""
    return _AREAS_ALONE.fullmatch(subject) is not None


def with_tail_of(subject: str, before: str, *, same_unit: bool, share: bool) -> str:
    """县城 after 中心城区污水处理率 is 县城污水处理率; 公务用车 after 公交车新能源比例 takes 新能源比例."""
    if not same_unit or measures(subject, strict=True):
        return subject
    if is_area(subject):
        head = _AREA_HEAD.match(before)
        if head and head.end() == len(before):
            return subject  # 平罗县 behind 惠农区, whose own thing nobody knows
        return subject + (before[head.end() :] if head else before)
    if not share or len(subject) > len("新增和更新的公务用车"):
        return subject
    if which := _WHICH.fullmatch(before):
        return which["does"] + subject + which["tail"]
    tail = _SHARE_TAIL.search(before)
    return subject + tail[0] if tail else subject
