"""What makes an undertaking concrete: an owner, a plant, a place that is not the plan's own area, or a name of its own.

A plan for Guiyang that will 推进贵阳市绿色发展 names no project; 贵阳陆港型国家物流枢纽 is one all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Anchor, Item, Part, of_company
from policygraph.find.works import (
    is_hollow,
    is_public,
    is_specific,
    is_thing,
    is_work,
    names_infrastructure,
    says_what,
    without_tail,
)
from policygraph.lexicon.ordinary import is_ordinary, opens_proper, proper_part
from policygraph.lexicon.regions import Area, nation
from policygraph.lexicon.regions import area as area_of

_NTH = re.compile("第[一二三四五六七八九十]")  # 第二污水处理厂|提标扩容
# what the plan's own area has many of: its name makes none of them concrete
_MANY = re.compile(r"(?:试点|示范|示范区|系统|通道|机组|园区|医院|(?<!实验|聋人|盲人)学校|城市|城市群|都市)”?$")
# what each district has many of: 柯桥区|农村幼儿园; a word of its own or a town makes one of them
_EVERYWHERE = re.compile(
    r"(?:幼儿园|小学|中学|卫生院|敬老院|养老院|福利院|护理院|养老服务中心|停车场|农贸市场|中央厨房|厂房|公寓|安置房|安置区|生活圈|管网|空气站"
    r"|服务网|门诊楼|住院楼|教学楼|运动场|病区)$"
)
_TOWN = re.compile(r"[镇乡村]$|街道(?:片区)?$|社区$")
# 山阳县|大项目建设: no name of one
_ANY_PROJECT = re.compile("(?:重大|重点|大|好|民生|产业|工业|农业|文旅|交通|水利|招商引资|基础设施|建设)*(?:项目|工程)")
_QUARTER = ("政务云", "教育城", "知识城", "创新城", "健康城", "科教城", "职教城", "大学城")  # an area has one of it
# 渌州|人工智能计算中心扩容: there is one of it in the plan's own area
_ENLARGED = re.compile(
    "(?!服务|便民|党群|活动)[一-鿿]{4,}(?:中心|枢纽|机场)(?:扩容|扩建|改扩建|升级改造|提升改造|二期|三期|迁建)(?:工程|项目)?"
)
_POWER = ("抽水蓄能", "抽蓄", "核电", "海上风电")  # 平江|抽水蓄能: by the name of the place that it stands in
# what says only that it is a trial of some rank: 国家级试点
_RANK = re.compile("国家级|省级|市级|国家|全国|全省|试点|示范|项目|工程|建设|先行|城市|一批|重点")
# 国家农产品保鲜技术创新中心: there is one of it in the nation
_NATIONAL = re.compile(
    r"(?:国家|全国)(?!级?(?:产业|技术|制造业|工程|企业|重点)*(?:创新|研究|技术)?(?:中心|实验室)$).{4,}(?:中心|实验室|平台|基地|数据库)"
)
# what areas do by the hundred and only a firm or a park does as a project of its own: 国家森林城市创建
_CAMPAIGN = re.compile("(?:创建|攻关)$")
# what a firm becomes by its works: 创建|环保绩效A级企业
_GRADE = re.compile(
    "(?:环保|环境|重污染天气|大气|重点行业)*(?:绩效)?(?:分级)?[AB]级(?:环保|环境)?(?:绩效)?(?:引领性?)?企业"
)
_TAKEN_AWAY = (
    "关停",
    "拆除",
    "退出",
    "淘汰",
    "取缔",
    "搬迁",
    "排查",
    "审核",
    "更新",
    "应用",
)  # of an area, nothing that is named
# 小学3所、养老服务中心: how many of each
_COUNTED = re.compile("\\d[所个处座家]、")
_BUILT = re.compile("建设|兴建|新建|建成|启用|实施|推进|加快|启动")
# “千窑云”平台, not “一刻钟”生活圈, “5G+”平台 or the campaign “雪亮”工程
_QUOTED_NAME = re.compile(
    r"(?:国家级?|[省市]级?)?“(?P<own>[^“”\d一二三四五六七八九十百千万双+＋A-Za-z]{2,8})”(?P<what>[一-鿿]{2,14})"
)
_CAMPAIGNS = (
    "工程",
    "项目",
    "系统",
    "试点",
    "生活圈",
    "示范",
    "示范区",
    "示范点",
    "示范站",
    "基地",
    "先行区",
    "试验区",
)
# “疆电外送”第三通道, “东数西算”工程: what goes where
_FROM_TO = re.compile(
    r"“[一-鿿](?:[算电煤气水油数粮][东西南北外入进送][一-鿿]|[电煤气水油粮][一-鿿]送)”[一-鿿]{0,8}(?:工程|项目|通道)"
)
# 老旧小区改造|20个: an amount of what all areas have
_AMOUNT = re.compile(r"(?<!\d)(?:[2-9]|\d{2,})(?:万|余|多)*[个处座所家户台套间辆盏栋](?:以上|左右)?$")
# things that are too common to be named by a word that no list knows
COMMON = ("项目", "工程", "装置", "机组", "试点", "示范")


def is_anchored(part: Part, anchors: Sequence[Anchor], words: str) -> bool:
    """Whether the names make `words` concrete.

    The plan's own area does so only for what is built, a river or an area only for what says what is done:
    息烽河|总磷污染治理, not 北盘江流域|综合治理.
    """
    places = [a for a in anchors if isinstance(a, PlaceMention)]
    if all(each.kind == "admin" for each in places) and len(words) > 2 and _ANY_PROJECT.fullmatch(words):
        return bool(places) and len(places) < len(anchors)
    if len(places) < len(anchors):
        return True
    others = _others(part, places)
    if places and _EVERYWHERE.search(words) and not _is_one_of_them(part, places, words):
        return False
    if _CAMPAIGN.search(words) and all(p.kind in ("basin", "admin") for p in places):
        return False
    if places and not others:
        numbered = says_what(words) and _NTH.match(words) is not None
        long = len(words) > (
            3 if words.endswith(("中心", "馆")) else 2 if words.endswith(("剧院", *_QUARTER)) else 4
        )  # 长沙|奥体中心
        told = long or words.startswith(_POWER) or (len(words) > 3 and opens_proper(words))  # 海亮|大厦
        one = is_thing(words) and is_public("市" + words) and not _MANY.search(words)  # 上海市|儿童公园
        enlarged = _ENLARGED.fullmatch(words) is not None
        return numbered or one or enlarged or (is_thing(words) and told and not _MANY.search(words))
    if others and all(p.kind in ("basin", "admin") for p in others) and is_work(words) and not is_thing(words):
        return is_specific(words) or words.startswith("小流域")  # 甲玛沟|小流域治理
    return True


def _is_one_of_them(part: Part, places: Sequence[PlaceMention], words: str) -> bool:
    """Whether a town or a word of its own tells one school or market of an area from all others."""
    if any(p.kind != "admin" or _TOWN.search(part.text[p.start : p.end]) for p in places):
        return True
    end = _EVERYWHERE.search(words)
    own = re.sub("“[^“”]*”", "", words[: end.start()] if end else words)
    one_of_all = own not in ("中学", "小学") and is_public("市" + own)
    return one_of_all or _NTH.search(own) is not None or proper_part(own) is not None


def _others(part: Part, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places that are neither the plan's own area nor joined to it: 贵安 in 贵阳贵安."""
    own = [p for p in places if _is_own(part, p)]
    joined = {p.end for p in own}
    return [p for p in places if p not in own and not (p.start in joined and p.kind == "admin")]


def _is_own(part: Part, place: PlaceMention) -> bool:
    if place.kind != "admin":
        return False
    words = part.text[place.start : place.end]
    area = place.area
    wide = area is not None and area.level == "province" and part.own != nation().name and _holds(area, part.own)
    return words == part.own or wide or (area is not None and area.name == part.own)


@lru_cache(maxsize=256)
def _holds(province: Area, own: str | None) -> bool:
    """Whether the plan's own area lies in that province, or is not listed."""
    home = area_of(own) if own else None
    return home is None or province in home.above()


def counts(part: Part, subject: Item, works: str) -> bool:
    """Whether `works` by that owner or at that place are a project."""
    bare = without_tail(works)
    if of_company(subject) and _GRADE.fullmatch(bare):
        return True
    if len(bare) < 2 or is_hollow(bare) or not says_what(bare):
        return False
    if bare.startswith("具有") or (bare in _TAKEN_AWAY and not of_company(subject)):
        return False
    if bare.endswith("攻关") and not any(
        isinstance(a, CompanyMention) and a.kind == "company" for a in subject.anchors
    ):
        return False  # what institutes do every day
    in_area = any(isinstance(a, PlaceMention) and a.kind == "admin" for a in subject.anchors)
    if in_area and not of_company(subject) and is_ordinary(bare) and _AMOUNT.search(part.text, part.start, part.end):
        return False
    if not of_company(subject) and (len(_RANK.sub("", bare)) < 2 or _COUNTED.search(works)):
        return False
    own = part.text[subject.last : subject.end].split("等")[0]  # 盛湾镇|秧田沟
    more = bool(subject.anchors) and 2 <= len(own) <= 6 and proper_part(own) == (0, len(own))
    return of_company(subject) or more or is_anchored(part, subject.anchors, bare)


def bears_name(part: Part, item: Item, *, by_firms: bool = True) -> bool:
    """Whether what is built bears a name of its own: 建设|洛阳伊川果蔬预冷集配基地.

    A word that no list knows counts as a name only where companies build it (`by_firms`).
    """
    words = without_tail(part.text[item.start : item.end])
    if not is_thing(words) and not is_work(words):
        return False
    if is_national(words) or any(a.start - item.start <= 4 for a in item.anchors):
        return True
    if not by_firms or not is_thing(words) or len(words) < 6 or words.endswith(COMMON):
        return False
    own = proper_part(words[:-2])
    return own is not None and own[0] == 0 and not re.search(r"[\d“]", words[:4])


def is_national(words: str) -> bool:
    """Whether `words` name a centre or a base of which the nation has one: 国家农产品保鲜技术创新中心."""
    return _NATIONAL.fullmatch(words) is not None


def is_built_for_public(part: Part, begin: int, words: str) -> bool:
    """Whether a public body of an area, or a part of it, is built or put into use: 启用|市第二人民医院老年护理院."""
    led = _BUILT.search(part.text, part.start, begin) or words.endswith(("工程", "项目"))
    end = without_tail(part.text[part.start : part.end])
    return bool(led) and is_public(words) and says_what(words) and says_what(end) and "能力" not in words


def bears_quoted_name(words: str) -> bool:
    """Whether `words` open with a name in quotes, which no catchword makes up, and end in what is built: “越云”平台."""
    if _FROM_TO.fullmatch(words):
        return True
    match = _QUOTED_NAME.fullmatch(words)
    if not match or not is_thing(match["what"]):
        return False
    known = not match["what"].endswith(_CAMPAIGNS) or names_infrastructure(match["what"])
    return known and proper_part(match["own"]) == (0, len(match["own"]))


def opens_with_company(item: Item) -> bool:
    """Whether an item begins with a company."""
    return bool(item.anchors) and item.anchors[0].start == item.start and isinstance(item.anchors[0], CompanyMention)
