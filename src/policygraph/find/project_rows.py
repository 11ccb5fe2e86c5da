"""Names in a row: 推进开阳县金中风电场、首钢水钢焦系统结构调整项目建设; 加强息烽河、洋水河等小流域总磷污染治理.

An item counts where it bears an owner, a place or a word of its own and ends in what is built or done, or where the list ends in that
for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_anchors import bears_quoted_name, is_anchored, is_built_for_public, is_national
from policygraph.find.project_lists import Row, carried_on, counted_from, of_areas, of_sites, row_of
from policygraph.find.project_parts import (
    NUMBERED,
    Item,
    Part,
    ProjectMention,
    is_bare,
    of_company,
    project,
)
from policygraph.find.works import (
    COUNT,
    is_hollow,
    is_thing,
    is_work,
    names_infrastructure,
    says_nothing,
    without_tail,
)
from policygraph.lexicon.ordinary import proper_part

_BUILDING = re.compile(
    r"建设|推进|推动|加快|打造|实施|建成|开工|启动|构建|完善|深化|落实|打通|疏通|开行|续建|新建|支持|创建|争创|建立|设立|组建"
    r"|统筹|改造|提升|加强|鼓励|完成|扩建|运营|开展|布局|谋划|形成|培育|建好|办好|做强|做大|引导|督促|指导"
    r"|启用|上线|投产|投运|投用|并网|通车|贯通|竣工|完工|开通|交付|抓好"
)
_DIRECT = re.compile(r"建设|建成|新建|扩建|迁建|打造|推进|加快|实施|打通|开工|启动|运营")
_USING = re.compile(r"紧盯|抢抓|把握|锚定|瞄准|依托|发挥|利用|围绕|聚焦|以(?!及)|对接|结合")
# a sentence about all of a sort, no name: 400总吨以上货船全部安装
_OF_ALL = re.compile(r"以上|以下|全部|逐步|接入|安装|必须|应当|所有|累计|“一带一路”")
# where the name is over and what becomes of it begins: 平台|2025年投入运营
_AFTERWARDS = re.compile(r"(?<!\d)(?:20\d\d年|\d{1,2}月(?:\d{1,2}日|底)?前|年[底内]|年消纳)")
# a sentence within what looks like a name: 成都|将加快建设|骨干路网
_TELLS = re.compile(
    "将(?:加快|推进|建设|实施|启动)|加快(?:建设|推进|实施)|(?:积极|大力|稳步|持续)推进|成为|入选|获批|获评|荣获|列为|评为"
)
_MORE_OF_IT = re.compile(r"(?:扩能|扩建|技改|配套|续建|[一二三四五]期|.{2,6})(?:项目|工程)")
# what may bear a name that no list knows: 新渝贵高铁, 光华智算中心; not 揭盖亮水工程
_OWN_NAMED = (
    r"(?:线|高铁|铁路|高速(?:公路)?|大道|大桥|隧道|机场|航站楼|航道|码头|船闸|电站|电厂|风电场|枢纽|物流港|产业园|科技园|文创园"
    r"|(?:[算据新测易]|会展)中心|研究院|实验室|水库|灌区|公园|博物馆|图书馆|体育馆|矿井|储备林(?:基地)?|班列|水厂|处理厂|发电厂|填埋场"
    r"|大厦|综合体|院区|校区|中学|小学|幼儿园|敬老院|养老院|卫生院)"
)
_BEARS_NAME = re.compile(rf"{_OWN_NAMED}[一二三四]?期?(?:[一-鿿]{{1,4}}段)?$")
_MAY_BE_NAMED = re.compile(
    rf"“|[市县区州][特人中妇儿图博科体文第档急老福社青]|消除|(?:建成|上线|投运|启用)|等[^，]{{0,6}}(?:商圈|街区|片区|景区|小区)"
    rf"|{_OWN_NAMED}|{NUMBERED.pattern}|(?:工程|项目)"
)
# things that are an area rather than a work: bare, their names are places only
_AREAS = re.compile(r"(?:开发区|经开区|高新区|新区|沙漠|环线|大道|公园|景区|机场|医院|学校|大学)$")
# built they are works all the same: 建设|荆州民用机场; a zone is none
_BUILDS = re.compile("(?:建设|新建|改扩建|扩建|迁建|开工|建成)$")
_ZONES = re.compile("(?:区|沙漠)$")
# works by their part of the town and their phase: 中心城区雨污系统改造二期工程
_PHASE = re.compile(r"[市县]?(?:中心城区|主城区|老城区|城区|县城|城市建成区).{2,}[一二三四五]期(?:工程|项目)")
# what is said of a thing with a name: 能耗监管平台|的动态监控功能
_WHAT_OF_IT = re.compile(r"(?<=平台|中心|基地|系统|工程|项目)的.+$")
_PROJECTS = re.compile("项目|工程")
_EMPTY = re.compile("建设$|^重大|^重点")


def may_be_named(part: Part) -> bool:
    """The cheap test of a part that no listed name stands in: whether a name of its own could."""
    return _MAY_BE_NAMED.search(part.text, part.start, part.end) is not None


def named(part: Part, items: Sequence[Item]) -> list[ProjectMention]:
    """The projects that stand in a row."""
    led = part.titled or _BUILDING.search(part.text, part.start, part.end)
    if not led and not any(is_thing(part.text[item.start : item.end]) for item in items):
        return []
    if _USING.match(part.text, part.start):
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
                or name[0] == "“"
                or of_sites(row.items[i - 1])
            )
            before = next((each for each in reversed(row.items[:i]) if each.anchors), row.items[i - 1])
            whose = (item,) if of_own else (before, item)
            found.setdefault(name, project(part, item.start, part.end if row.shared else item.end, name, whose))
    return list(found.values())


def _name(row: Row, i: int) -> str | None:
    """The name of the project that item `i` stands for, or None."""
    part, item = row.part, row.items[i]
    begin = item.start + lead_length(part.text[item.start : item.end])
    begin = min([begin, *(a.start for a in item.anchors)])
    if item.anchors and part.text[item.anchors[0].start - 1] == "的":  # 设立首期规模10亿元的|柳州市绿色发展基金
        begin = item.anchors[0].start
    words = without_tail(_WHAT_OF_IT.sub("", _AFTERWARDS.split(part.text[begin : item.end])[0]).removesuffix("以"))
    told = words + (row.shared or carried_on(row, i))
    if len(words) > 60 or _TELLS.search(told) or _OF_ALL.search(told):
        return None
    if not item.anchors:
        return _without_anchor(row, i, begin, words)
    if item.anchors[0].start - begin > 14:
        return None
    if not (is_thing(words) or is_work(words)):
        words = _without_second(words)
    if is_bare(part, item) or not (is_thing(words) or is_work(words)):
        return _completed(row, i, begin, words)
    rest = words[max(0, item.last - begin) :] or words
    if (is_hollow(words) and not is_national(words)) or not (
        is_anchored(part, item.anchors, rest) or is_national(words)
    ):
        return None
    if carried_on(row, i - 1):  # 钟山|2个试点县|屋顶分布式光伏项目
        chain = counted_from(part, item, begin + len(words))
        return part.clean.words(begin, chain) + part.printed(chain, COUNT.sub("", words[chain - begin :]))
    return part.clean.words(begin, begin + len(words))


def _without_second(words: str) -> str:
    """谋道镇污水处理厂扩容|和应急水源: the first of two works where only that one is whole; else `words`."""
    first = re.split("[和及](?!谐|其)", words, maxsplit=1)[0]
    return first if len(first) > 4 and is_work(first) else words


def _completed(row: Row, i: int, begin: int, words: str) -> str | None:
    """An item that is not whole in itself, with what closes the list: 修文县县城|污水处理厂扩建工程; else None."""
    part, item = row.part, row.items[i]
    printed = part.clean.words(begin, begin + len(words))
    whole = is_thing(words) and not _AREAS.search(words)
    carried = carried_on(row, i)
    more = COUNT.sub("", carried or row.shared)
    if not carried and row.shared and says_nothing(more):
        return _closed(row, item, printed, words, more, whole=whole)
    if says_nothing(more) or (carried and whole and not (is_thing(without_tail(more)) or is_work(without_tail(more)))):
        return printed if _stands_alone(part, item, whole=whole) else None
    first = item.anchors[0]
    works = without_tail(more)
    if carried and whole and is_thing(works) and isinstance(first, PlaceMention) and first.kind == "site":
        return printed
    if is_hollow(works) or not (is_thing(works) or is_work(works)) or not is_anchored(part, item.anchors, works):
        return None
    return printed + part.printed(item.end, works)


def _closed(row: Row, item: Item, printed: str, words: str, more: str, *, whole: bool) -> str | None:
    """Before 等重大项目建设, which adds nothing: 都拉营国际陆海通物流港 is whole, 大气精细化管控服务 takes 项目 along."""
    if not is_anchored(row.part, item.anchors, "大型工程项目") or not (
        whole or of_sites(item) or (len(words) > 6 and not is_bare(row.part, item))
    ):
        return None
    if whole or (_PROJECTS.search(more) and is_thing(words) and not _ZONES.search(words) and of_sites(item)):
        return printed if len(printed) > 3 else printed + more
    return printed + row.part.printed(item.end, _EMPTY.sub("", without_tail(more)))


def _stands_alone(part: Part, item: Item, *, whole: bool) -> bool:
    """A name by itself: 推进|息烽港区|建设 is a project; so is A公司氮化硅轴承球, where the list ends in 扩产项目."""
    if of_company(item) and item.end - item.last < 4:  # 三钢闽光3号、|4号焦炉改造
        return False
    if is_bare(part, item):
        if _BUILDS.search(part.text, part.start, item.start) and not _ZONES.search(part.text[item.start : item.end]):
            whole = whole or is_thing(without_tail(part.text[item.start : item.end]))
        direct = _DIRECT.search(part.text, part.start, item.start) or _DIRECT.search(part.text, item.last, part.end)
        return whole and (part.titled or direct is not None) and not of_company(item)
    end = without_tail(part.text[part.start : part.end])
    return of_company(item) and (is_work(end) or is_thing(end))


def _without_anchor(row: Row, i: int, begin: int, words: str) -> str | None:
    """An item without a listed name: its own proper word (望川抽水蓄能电站), or that of the item before it."""
    part = row.part
    printed = part.clean.words(begin, begin + len(words))
    more = COUNT.sub("", row.shared or carried_on(row, i))
    works = without_tail(more)
    before = row.items[i - 1] if i else None
    if owner := _owner_before(row, i, words):
        return owner + printed
    if before and before.anchors:
        if (
            _MORE_OF_IT.fullmatch(words) and is_thing(words) and not of_sites(before)
        ):  # 双元铝业技改升级一期项目及|扩能项目
            return part.clean.words(before.anchors[0].start, before.last) + printed
        plain = len(words) > 4 and not words.startswith("“") and is_thing(words)
        if plain and of_areas(before) and is_anchored(part, before.anchors, words):
            return part.clean.words(before.anchors[0].start, before.anchors[0].end) + printed
        first = row.items[0].anchors[0] if row.items[0].anchors else None
        shares = not row.counted and is_thing(works) and not says_nothing(more)
        if shares and isinstance(first, PlaceMention) and first.kind != "site":
            return part.clean.words(first.start, first.end) + printed + part.printed(begin, works)
    if NUMBERED.match(words) and (is_thing(words) or is_work(words) or words.endswith(("线", "延"))):
        return printed
    if _PHASE.fullmatch(words) or is_built_for_public(part, begin, words):
        return printed
    if bears_quoted_name(words) or (works and bears_quoted_name(words + works)):
        return printed if bears_quoted_name(words) else printed + part.printed(begin, works)
    return _by_own_word(row, words, printed, works, says_nothing(more))


def _owner_before(row: Row, i: int, words: str) -> str | None:
    """A公司炼铁工序改造、|焦炉煤气综合利用: the firm that opened the list, where this too is a work of some length."""
    named = [item for item in row.items[:i] if item.anchors]
    if not named or row.shared or len(words) < 6 or not is_work(words) or proper_part(words) is not None:
        return None
    if named[-1].end - named[-1].last < 4:  # 三钢闽光3号、|4号焦炉脱硫脱硝
        return None
    first = named[-1].anchors[0]
    ours = isinstance(first, CompanyMention) and first.start == named[-1].start and first.kind == "company"
    return row.part.clean.words(first.start, first.end) if ours else None


def _by_own_word(row: Row, words: str, printed: str, works: str, empty: bool) -> str | None:
    own = proper_part(words)
    in_company = any(item.anchors for item in row.items)
    if own is None or (own[0] and not in_company):
        return None
    if not own[0] and len(words) >= 4:
        known = len(words) > 4 and is_thing(words) and (row.part.titled or names_infrastructure(words))
        if known or _BEARS_NAME.search(words):
            return printed
    all_own = own == (0, len(words))
    numbered = any(NUMBERED.match(row.part.text, item.start, item.end) for item in row.items)
    listed = row.counted or (bool(row.shared) and own[0] == 0 and numbered)
    fits = (is_thing(works) and (in_company or listed or _BEARS_NAME.search(works) or names_infrastructure(works))) or (
        is_work(works) and in_company and all_own
    )
    if not works or len(words) > 8 or not fits or (empty and not all_own):
        return None
    return printed + row.part.printed(row.items[0].start, works)
