"""Names in a row: 推进开阳县金中风电场、首钢水钢焦系统结构调整项目建设; 加强息烽河、洋水河等小流域总磷污染治理.

An item counts where it bears an owner, a place or a word of its own and ends in what is built or done, or where the list ends in that
for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policygraph.find.edges import lead_length
from policygraph.find.places import PlaceMention
from policygraph.find.project_anchors import bears_quoted_name, is_anchored, is_built_for_public, is_national
from policygraph.find.project_carried import carried_on
from policygraph.find.project_completed import PROJECTS, ROAD_BUILT, completed
from policygraph.find.project_lists import AFTERWARDS, Row, counted_from, of_sites, row_of
from policygraph.find.project_parts import (
    NUMBERED,
    Item,
    Part,
    ProjectMention,
    is_bare,
    project,
)
from policygraph.find.project_roads import done_to_road, ends_as_road, is_road
from policygraph.find.project_told import is_quarter, runs_between
from policygraph.find.project_unlisted import THERE_BEFORE, unlisted
from policygraph.find.works import COUNT, is_hollow, is_public, is_thing, is_work, says_nothing, says_what, without_tail
from policygraph.lexicon.ordinary import proper_part

_BUILDING = re.compile(
    r"建设|兴建|辟建|推展|推进|推动|争取|促使|加快|打造|实施|建成|开工|启动|构建|完善|深化|落实|打通|疏通|开行|续建|新建|支持|创建|争创|建立|设立|组建"
    r"|统筹|改造|提升|加强|鼓励|完成|扩建|运营|开展|布局|谋划|形成|培育|建好|办好|做强|做大|引导|督促|指导"
    r"|升级|迭代|优化|丰富|改建|动工|做深|提速|启用|上线|投产|投运|投用|投入|并网|通车|通航|通水|贯通|竣工|完工|动工|开通|交付|抓好|前期工作"
)
_USING = re.compile(
    r"(?:充分)?(?:借鉴|参照|参考)|做[优精]|擦亮|叫响|唱响|推介|紧盯|紧扣|抢抓|把握|锚定|瞄准|依托|发挥|利用|围绕(?!建设|打造)|聚焦|以(?!及)|对接|结合"
)
# a sentence about all of a sort, no name: 400总吨以上货船全部安装
_OF_ALL = re.compile(
    r"国家\dA级|的(?:行业|企业|单位|机组|锅炉|地区)|[型性]的|[建造]或|(?<![个项家座条处元])以上|以下|全部|逐步|接入|安装|必须|应当|所有|累计|新的|前提下|重点区域|为(?:中心|核心|枢纽)$|“一带一路”|面向|(?:作|列)?为[^，]{2,14}试点$|(?:开展|先行|进行)(?:先行)?(?:试点|示范)$"
)
# a sentence within what looks like a name: 成都|将加快建设|骨干路网
_TELLS = re.compile(
    "企业参与|将(?:加快|新开工|开工|新建|完成|打造|推进|推动|建设|实施|启动)|加快(?:建设|推进|实施)|(?:积极|大力|稳步|持续)推进|[是也]|采取|(?<=.)推动|促请|于.{2,10}完成|成为|入选|获批|获评|荣获|列为|评为|(?<=公司|集团)负责"
)
# what is said of a thing with a name: 能耗监管平台|的动态监控功能
_WHAT_OF_IT = re.compile(
    r"(?<=平台|中心|基地|系统|工程|项目)的.+$|(?<=计画|工程|项目)方面$|(?<=平台|系统|模型)(?:服务)?功能$"
)
# 引导A公司、乙物流港|加强冷链能力建设: what they are called on to do is no project of theirs
_CALLED_ON = re.compile(
    "(?:引导|督促|鼓励|指导|支持)[^，；]*?(?:加强|提升|提高|落实|健全|完善|强化)[^，；]*(?:能力|水平|管理|机制|责任|制度)"
)
# 聚焦利咸高速、351国道|等关键项目: what is looked at is a list of projects
_LISTED = re.compile(
    r"(?:紧盯|聚焦|围绕|盯紧|紧扣)(?:[^，；]+等(?:\d+[个项])?[^，；、]{0,8}|[^，；]*\d万(?:吨|千瓦)[^，；]*)(?:项目|工程)(?:建设)?"
)
# “湘才回归”工程: a place in the quotes anchors nothing
_CAMPAIGN = re.compile("(?:“[^“”]*”)+(?:工程|计划|行动|项目)")
# 绍兴|液化天然气接收站扩建|等项目: one facility of the plan's own area
_LARGER = re.compile("[一-鿿]{6,}(?:扩建|迁建|改扩建)$")
# 总投资3亿元的|县中医院迁建项目, 占地200亩的|城南公园
_COST = re.compile(
    r"(?:(?:总?投资|计划投资|总?占地|总?建筑面积|总?面积|[总全]长|[一-鿿]{0,2}规模)[^，、的\d]{0,4})?\d[\d.]*(?:[万亿]*(?:美?元|亩|平方米|平方公里|公里|吨|千瓦))(?:以上|左右)?的(?=[一-鿿“])"
)
_LEADS_MORE = re.compile(
    "(?:促使|(?:重点|主要)?针对|(?:持续|加快|不断|推动)*(?:迭代升级|升级|迭代|上线)(?=“)|(?:扩容|扩能)?提质(?=建设|打造|[一-鿿]{2,4}“)|提标(?=建设)|服务保障|做好(?=[一-鿿]{2,4}(?:高铁|铁路|高速)))+"
)
_FOUNDS_QUOTED = re.compile("[^“”、]{2,12}(?:建立|设立|成立|组建|开设|建设|打造)(?=“)")  # 海外城市建立|“看绍兴”联络站
_QUOTES = re.compile("(?P<place>[^“”]{2,10})(?P<names>(?:“[^“”]+”){2,})")
_ALONG = re.compile("[^，；、]{0,8}沿(?![江海湖河])")  # 打造沿|二环线、三环线|绿道环线
_FOUNDS = re.compile("(?:搭建|构建|建设|建立|打造|开发)$")
_SYSTEM = re.compile("[一-鿿]{4,}(?:(?:管理|监测|服务|信息|交易|预警|调度)系统|数据库)")
_SO_MANY = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)[个项]")


def named(part: Part, items: Sequence[Item]) -> list[ProjectMention]:
    """The projects that stand in a row."""
    led = part.titled or _BUILDING.search(part.text, part.start, part.end)
    if not led and not any(is_thing(part.text[item.start : item.end]) for item in items):
        return []
    listed = _LISTED.fullmatch(part.text, part.start, part.end)
    if (_USING.match(part.text, part.start) and not listed) or _CALLED_ON.match(part.text, part.start, part.end):
        return []
    row = row_of(part, items)
    found: dict[str, ProjectMention] = {}
    for i, item in enumerate(row.items):
        name = _name(row, i)
        if name:
            of_own = (
                item.anchors
                or not i
                or row.counted
                or NUMBERED.match(name)
                or is_public(name)
                or name[0] == "“"
                or _own_name(part, item, name)
                or of_sites(row.items[i - 1])
            )
            before = next((each for each in reversed(row.items[:i]) if each.anchors), row.items[i - 1])
            whose = (item,) if of_own else (before, item)
            for each in _each_quoted(name):
                found.setdefault(each, project(part, item.start, part.end if row.shared else item.end, each, whose))
    return list(found.values())


def _each_quoted(name: str) -> list[str]:
    """川南|“渌走廊”|“望走廊”: what stands before several names in quotes is meant for each of them."""
    match = _QUOTES.fullmatch(name) if "”“" in name else None
    return [match["place"] + each for each in re.findall("“[^“”]+”", match["names"])] if match else [name]


def _own_name(part: Part, item: Item, name: str) -> bool:
    """Whether an item opens with a word of its own, so that nothing before it need tell whose it is: 中环|产业城."""
    begin = item.start + 2 * part.text.startswith(THERE_BEFORE, item.start)
    own = proper_part(part.text[begin : item.end])
    return own is not None and own[0] == 0 and name.startswith(part.clean.words(begin, begin + own[1]))


def _name(row: Row, i: int) -> str | None:
    """The name of the project that item `i` stands for, or None."""
    part, item = row.part, row.items[i]
    begin = _lead_end(part, item)
    begin = min([begin, *(a.start for a in item.anchors)])
    cost = _COST.match(part.text, begin, item.end)
    begin = cost.end() if cost else begin
    if item.anchors and part.text[item.anchors[0].start - 1] == "的":  # 设立首期规模10亿元的|柳州市绿色发展基金
        begin = item.anchors[0].start
    words = without_tail(_WHAT_OF_IT.sub("", AFTERWARDS.split(part.text[begin : item.end])[0]).removesuffix("以"))
    told = words + ("" if row.counted else row.shared or carried_on(row, i))
    if len(words) > 60 or _TELLS.search(told) or _OF_ALL.search(told):
        return None
    if NUMBERED.match(words) and _ALONG.match(part.text, part.start, begin):
        return None
    if is_quarter(words) or runs_between(words):
        return part.clean.words(begin, begin + len(words))
    if is_thing(words) and _is_public_works(row, begin, words):
        return part.clean.words(begin, begin + len(words))
    if _CAMPAIGN.fullmatch(words) and not bears_quoted_name(words):
        return None
    if is_road(words) and (road := _road(row, begin, words)):
        return road
    if not item.anchors:
        return unlisted(row, i, begin, words)
    if item.anchors[0].start - begin > 14:
        return None
    if not says_what(words):
        words = _without_second(words)
    if _is_own_system(part, item, begin, words):
        return part.clean.words(begin, begin + len(words))
    if is_bare(part, item) or not says_what(words):
        return completed(row, i, begin, words)
    rest = words[max(0, item.last - begin) :] or words
    if (is_hollow(words) and not is_national(words)) or not (
        is_anchored(part, item.anchors, rest) or is_national(words)
    ):
        return part.clean.words(begin, begin + len(words)) if _listed_as_project(row, item, rest) else None
    if carried_on(row, i - 1):  # 钟山|2个试点县|屋顶分布式光伏项目
        chain = counted_from(part, item, begin + len(words))
        return part.clean.words(begin, chain) + part.printed(chain, COUNT.sub("", words[chain - begin :]))
    return part.clean.words(begin, begin + len(words))


def _is_own_system(part: Part, item: Item, begin: int, words: str) -> bool:
    """搭建|深圳无废城市信息化管理系统: what is founded for an area alone, and named at some length."""
    area = item.anchors[0]
    if area.start != begin or _FOUNDS.search(part.text, part.start, begin) is None:
        return False
    return (
        isinstance(area, PlaceMention)
        and area.kind == "admin"
        and _SYSTEM.fullmatch(words, area.end - begin) is not None
    )


def _listed_as_project(row: Row, item: Item, rest: str) -> bool:
    """What only a list of projects makes one: 绍兴|接收站扩建, 渌川河|综合治理|等项目."""
    if not (PROJECTS.match(row.shared) and says_nothing(row.shared)):
        return False
    of_water = any(isinstance(a, PlaceMention) and a.kind == "basin" for a in item.anchors)
    return (of_water and is_work(rest)) or _LARGER.search(rest) is not None


def _lead_end(part: Part, item: Item) -> int:
    """Where what leads up to a name ends: 促使|渌科二期, 提质建设|越州新区."""
    more = _LEADS_MORE.match(part.text, item.start, item.end) or _FOUNDS_QUOTED.match(part.text, item.start, item.end)
    begin = more.end() if more else item.start
    return begin + lead_length(part.text[begin : item.end])


def _is_public_works(row: Row, begin: int, words: str) -> bool:
    """Whether an area's own hospital or library is built, or stands in a list of projects: 市血液中心等|十项建设项目."""
    listed = PROJECTS.search(row.shared) and (_SO_MANY.match(row.shared) or says_nothing(row.shared))
    return is_built_for_public(row.part, begin, words) or (bool(listed) and is_public(words))


def _road(row: Row, begin: int, words: str) -> str | None:
    """A road or line of its own name: 351国道, and what closes the list for all: G245线、S104线等|升级改造."""
    part = row.part
    built = part.titled or ROAD_BUILT.search(part.text, part.start, part.end) or PROJECTS.search(row.shared)
    last = row.items[-1].start
    end = without_tail(AFTERWARDS.split(part.text[last : row.items[-1].end])[0])
    if not built or not (row.shared or _is_whole(end)):
        return None
    printed = part.clean.words(begin, begin + len(words))
    if done_to_road(words) or words.endswith("段"):
        return printed
    if not row.shared:
        alike = all(ends_as_road(part.text[item.start : item.end]) for item in row.items[:-1])
        return printed + part.printed(last, done_to_road(end) if alike and is_road(end) else "")
    more = without_tail(COUNT.sub("", row.shared))
    if says_nothing(row.shared):
        return printed
    return printed + part.printed(row.items[-1].end, more) if says_what(more) else None


def _is_whole(words: str) -> bool:
    return says_what(words) or is_road(words)


def _without_second(words: str) -> str:
    """谋道镇污水处理厂扩容|和应急水源: the first of two works where only that one is whole; else `words`."""
    first = re.split("[和及](?!谐|其)", words, maxsplit=1)[0]
    return first if len(first) > 4 and is_work(first) else words
