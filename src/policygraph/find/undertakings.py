"""One part of a sentence → the projects that it names, by the first reading that fits.

A name in quotes that is founded or changed (推动“…全国重点实验室”重组); somebody who does something (`project_doers`); names in a row
(`project_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.clean import Clean
from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.project_anchors import bears_quoted_name
from policygraph.find.project_counted import counted
from policygraph.find.project_doers import done, next_doer, object_name, predicate
from policygraph.find.project_facilities import facilities, may_name_facilities
from policygraph.find.project_fields import fields
from policygraph.find.project_lines import lines
from policygraph.find.project_nothing import names_nothing
from policygraph.find.project_owned import owned
from policygraph.find.project_parts import Item, Part, ProjectMention, is_proper, items_of, project
from policygraph.find.project_platforms import may_name_platforms, platforms
from policygraph.find.project_rows import named
from policygraph.find.project_shared import with_shared
from policygraph.find.project_sited import sited
from policygraph.find.project_standing import standing, works_alone
from policygraph.find.project_streets import may_name_streets, streets
from policygraph.find.project_told import QUARTER_WORKS, may_be_named
from policygraph.find.project_undone import undone
from policygraph.find.project_waters import waters
from policygraph.find.works import is_public, is_thing, is_work, says_nothing, says_what, without_tail
from policygraph.find.years import BY_DATE
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import area

_FOUNDS = re.compile(r"建立|建设|打造|创建|组建|筹建|申建|设立|成立")
_FOUNDS_OWN = re.compile(r"(?:建立|设立|成立|组建|开设|建设|打造|建成|开通|开行|上线|做强|推出|创建|升级|迭代)(?=“)")
_COMPLETED = re.compile(
    rf"{BY_DATE}(?:建成投运|建成投用|建成启用|建成运行|建成|上线运行|上线|投运|启用)"
    r"(?P<name>(?:国家|全国|全省|全市|全区|全县)[^，。；、的（）\d]{4,24}?(?:平台|中心|实验室|系统))(?=[，。；、（]|$)"
)
_COMMISSIONED = re.compile(
    rf"(?:推动|推进|加快|力争|确保|实现|促进|{BY_DATE})+(?P<name>(?!底前|前)[一-鿿]{{6,24}}?)(?:建成投用|建成投产|建成投运|建成启用|投入使用|投入运行|正式投运)"
)
# 城关镇冷链物流中心|于2027年3月底前投入使用
_PUT_TO_USE = re.compile(
    rf"(?P<name>(?!全部|力争|确保|所有|各)[一-鿿“”A-Z]{{5,24}}?)(?:（[^（）]{{2,24}}）)?[于在]?(?:{BY_DATE}|年内|年底前)(?:全面|正式|实现|力争)?"
    r"(?:建成投[用产运]|实现整体搬迁|完成整体搬迁|投入运营|投入使用|投入运行|主体封顶|封顶|开工建设|开工|竣工|完工|交付使用|交付|开放|启用|投运|投用|开园|开业|开馆|通水|通车|竣工投用)"
)
# 在G60高速、甲服务区|新建超充站: where, and no name of what
_SITES = re.compile(
    "在(?!建)[^，；]{2,}?(?:新建|建设|布局|设立|设置|布设|安装)(?!路|街|银行|集团|兵团|项目|工程|用地)[^，；]{2,}"
)
_GROUP = re.compile(r"(?:组建|设立|成立)(?P<name>[省市县区州][一-鿿]{2,8}集团)(?=[，。；、（]|$)")
_TITLE = re.compile(r"“[^“”]{3,10}”[一-鿿]{2,12}项目")
_CHOSEN = re.compile(
    r"(?:选[择取定]|确定|遴选|明确)(?P<where>[^，；]{2,40}?)(?:等[^，；]{0,8}?)?(?:作为|列为|为)(?:[我本全][省市县区州])?(?P<what>[^，；]{3,20}?试点)(?:区域|地区|城市|单位|县|区)?$"
)
_QUARTERS = re.compile(
    r"(?:[^，；、]{2,6}(?=重点推进))?(?:加快|积极|稳步|有序|深入|继续|全面|持续|统筹|重点)*(?:推动|推进|促进|支持)?(?:实施|推进|开展|启动|完成)?"
    r"(?P<names>“?(?:(?![和与])[一-鿿]){2,5}?”?(?:[、和与]“?(?:(?![和与])[一-鿿]){2,5}?”?)*)(?:等(?:重点|重要|转型)?)?"
    rf"(?P<what>{QUARTER_WORKS})(?:工作|项目|工程)?"
)
_SECOND_NAME = re.compile(
    r"[一-鿿A-Za-z]{4,16}(?:平台|系统|中心)（“?(?P<own>[一-鿿]{2,6}?)”?(?:平台|系统|中心)?）(?:升级改造|迭代升级|升级|改造|扩容|建设)"
)
# 在越西片区|布局建设甲水库: a part of the country that no list of areas has
_IN_REGION = re.compile(
    "(?P<where>在(?P<names>[一-鿿、]{2,20}?)(?:片区|等?地区|等地))(?=[一-鿿]{0,4}(?:建设|实施|推进|新建|开工))"
)
# 推动|省甲平台|与国家乙平台等加强互联互通: what it is joined to is there
_LINKED = re.compile(
    r"(?P<one>[^，；、与和同]{6,})(?:与|和|同)[^，；]+(?:互联互通|互通共享|信息共享|数据共享|数据对接|系统对接|联网对接)$"
)
# 甲、乙|等特高压工程和|丙、丁等
_CLOSED_LIST = re.compile(
    r"(?<![高中初同平相对均])等(?!离子|级|量|效)(?P<what>[^，；、等和与及]{2,20})(?P<joint>以及|[和及、])(?=[^，；等]{2,}等(?!离子|级|量|效))"
)
# 甲、乙|等14个电网工程、|青渌联网通道建设
_ONE_MORE = re.compile(
    r"等(?:\d+个)?(?P<what>[^，；、等和及]{3,}?(?:工程|项目|基地|铁路|公路))(?P<joint>[、和及])(?=(?P<next>[^，；、等和及]{5,})$)"
)
_KIND_ALONE = 4  # 甲、乙等公园和丙、丁等景区|品质提升: what is done to both
# 对|110千伏甲变、乙变等输变电工程|开展攻坚: what is done to them all
_DONE_TO_ALL = re.compile("对(?P<what>[^，；]{6,}(?:项目|工程))(?:开展|进行|实施)[^，；]{2,8}$")
# 筹建|制氢技术国家重点实验室
_LABORATORY = re.compile(
    r"(?:筹建|组建|建设|创建|争创|申建|建成|获批)(?P<name>(?!国家|全国|省|一批|若干)[^，。；、的（）\d]{4,18}(?:国家|全国|省)(?:重点|工程|技术创新|制造业创新|产业创新)"
    r"(?:实验室|研究中心|中心)|(?!国家|全国|省|一批|若干)[^，。；、的（）\d]{4,18}省实验室)(?:建设)?(?=$|[，。；])"
)
# 建立|国家碳排放因子数据库
_OF_NATION = re.compile(
    r"(?:建设|搭建|构建|建成|建立|开发|升级|完善)(?P<name>国家(?!级)[^，。；、的（）\d]{5,24}?(?:平台|系统|数据库))(?:建设|升级|改造)?(?=$|[，。；])"
)
# 搭建|全市智慧公园管理平台: there is one of it
_OF_OWN_AREA = re.compile(
    r"(?:建设|搭建|构建|建成|开发|升级)(?P<name>(?:全|本)[省市县区州](?!统一|各|性)[^，。；、的（）\d]{2,16}?(?:监管|监测|管理|调度|服务|数据|信息|防控|运营)"
    r"(?:一体化|综合|智慧)?(?:平台|系统))(?:建设|升级|改造)?(?=$|[，。；])"
)
# 市级健康惠民工程包括|市血液中心、…
_INCLUDES = re.compile(r"[^，、；]{0,24}?(?:主要)?(?:包括|包含|涵盖)(?=[^，；]*、)")
# A公司在甲镇建设X、|在乙镇建设Y
_NEXT_PLACE = re.compile(r"、(?=在(?!建)[^、，；]{2,16}?(?:建设|打造|新建|布局|设立|建立))")
_LEANING = re.compile("(?P<on>(?:依托|利用|借助|围绕|发挥)[^，；]{2,}?)(?=建设|打造|布局|组建|创建)")
_QUOTED = re.compile(
    r"“(?P<name>[^“”、]{6,40}?(?:中心|实验室|平台|基地|工程|项目|园区|研究院|试验区|示范区))”"
    r"(?P<work>重组|建设|创建|组建|改造|升级|运营|挂牌)?"
)


def undertakings(part: Part) -> list[ProjectMention]:
    """The projects that one part of a sentence names."""
    read = _undertakings(part)
    told = None if part.titled else standing(part) or (None if read else works_alone(part))
    if all_told := counted(told or part):
        read = all_told
    elif told and len(whole := _undertakings(told)) >= max(1, len(read)):
        read = whole
    found = [each for found in read for each in _one_by_one(part, found)]
    named = platforms(part) if may_name_platforms(part) and not names_nothing(part) else []
    return [*found, *(each for each in named if not any(each.name in other.name for other in found))]


def _one_by_one(part: Part, found: ProjectMention) -> Iterator[ProjectMention]:
    """在长株潭都市圈建设|储能电站、调峰电站: one for each thing that is built at a place."""
    place = found.places[0] if len(found.places) == 1 and not found.owners and "、" in found.name else None
    built = place and part.text.startswith(("建设", "新建", "布局", "打造"), place.end)
    where = part.clean.words(place.start, place.end) if place and built else ""
    things = found.name.removeprefix(where).split("、") if where and found.name.startswith(where) else []
    if len(things) > 1 and all(is_thing(each) and len(each) > 3 for each in things):
        yield from (replace(found, name=where + each) for each in things)
    else:
        yield found


def _undertakings(part: Part) -> list[ProjectMention]:
    centres = fields(part)
    if centres:
        return centres
    if not (part.anchors or part.titled or may_be_named(part) or may_name_facilities(part) or may_name_streets(part)):
        return []
    if names_nothing(part):
        return []
    quoted = list(_quoted(part))
    if quoted:
        return quoted
    if closed := _second_list(part):
        led = part.titled or lead_length(part.text[part.start : part.end]) > 0
        first, second = part._replace(end=closed.start("joint")), part._replace(start=closed.end(), titled=led)
        return [*undertakings(first), *undertakings(second)]
    if done_to := _DONE_TO_ALL.match(part.text, part.start, part.end):
        start, end = done_to.span("what")
        part = part._replace(start=start, end=end, titled=True)
    if in_region := _IN_REGION.match(part.text, part.start, part.end):
        only_areas = re.split("[、和及]", in_region["names"])
        home = area(part.own) if part.own else None
        part = part if all(area(name, home) for name in only_areas) else part._replace(start=in_region.end("where"))
    linked = _LINKED.match(part.text, part.start, part.end)
    part = part._replace(end=linked.end("one")) if linked else part
    anchors = tuple(a for a in part.anchors if part.start <= a.start and a.end <= part.end)
    part = part._replace(anchors=anchors)
    listing = _INCLUDES.match(part.text, part.start, part.end)
    if listing and not any(a.start < listing.end() for a in anchors):
        part = part._replace(start=listing.end())
    at_each = lines(part) or sited(part) or streets(part) or waters(part) or facilities(part)
    if at_each:
        return at_each
    begin = part.start + lead_length(part.text[part.start : part.end])
    items = items_of(part, min([begin, *(a.start for a in anchors)]))
    if _goes_on_behind_list(part, items):
        joint = items[-1].start - 1
        return [*undertakings(part._replace(end=joint)), *undertakings(part._replace(start=joint + 1))]
    found = _by_readings(part, items)
    found = [*found, *owned(part, found)] if anchors else found
    return with_shared(part, found) or _with_help_of(part)


def _second_list(part: Part) -> re.Match[str] | None:
    """甲、乙等特高压工程|和|丙、丁等500千伏输变电工程: where the second of two lists begins, each with its own works."""
    for match in _CLOSED_LIST.finditer(part.text, part.start, part.end):
        last = without_tail(part.text[part.text.rfind("等", match.end(), part.end) + 1 : part.end])
        apart = is_thing(last) or (len(match["what"]) > _KIND_ALONE and is_work(last))
        if apart and is_thing(without_tail(match["what"])):
            return match
    more = _ONE_MORE.search(part.text, part.start, part.end)
    own = proper_part(more["next"]) if more else None
    return more if own and own[0] == 0 and more and is_thing(without_tail(more["next"])) else None


def _goes_on_behind_list(part: Part, items: Sequence[Item]) -> bool:
    """甲、乙等省级产业基地和|丙“渌火”双创基地|建设: a thing with its place behind what closes the list."""
    if len(items) < 2 or not items[-1].anchors or part.text[items[-1].start - 1] not in "和及与":
        return False
    closes = part.text.find("等", items[-2].last, items[-2].end)
    last = without_tail(part.text[items[-1].start : items[-1].end])
    left = part.text[closes + 1 : items[-2].end]
    return closes >= 0 and says_what(left) and not says_nothing(left) and is_thing(last) and "等" not in last


def _by_readings(part: Part, items: Sequence[Item]) -> list[ProjectMention]:
    """The first of the readings that gives anything."""
    if quarters := list(_quarters(part)):
        return quarters
    doing = predicate(part, items)
    if doing is None:
        if _SITES.match(part.text, part.start, part.end):
            return list(_alone(part))
        return undone(part) or named(part, items) or list(_own_named(part)) or list(_alone(part))
    other = next_doer(part, items[doing[0] + 1 :])
    if other is not None:
        return [*undertakings(part._replace(end=other - 1)), *undertakings(part._replace(start=other))]
    place = _NEXT_PLACE.search(part.text, doing[1].end(), part.end)
    if place:
        first = undertakings(part._replace(end=place.start()))
        second = undertakings(part._replace(start=place.end()))
        owner = first[0].owners[0] if first and first[0].owners else None
        return [*first, *(with_owner(part.clean, second, owner) if owner else second)]
    return done(part, items, *doing) or list(_own_named(part))


def _with_help_of(part: Part) -> list[ProjectMention]:
    """依托沿线楼宇|打造湛江湾航运服务集聚区: what is built, where what it leans on is no owner of it."""
    match = _LEANING.match(part.text, part.start, part.end)
    return undertakings(part._replace(start=match.end("on"))) if match else []


def with_owner(clean: Clean, found: Sequence[ProjectMention], owner: CompanyMention) -> list[ProjectMention]:
    """`found` as projects of `owner` too, who is named before them."""
    name = clean.words(owner.start, owner.end)
    return [
        replace(p, name=p.name if name in p.name else name + p.name, owners=(owner, *p.owners))
        for p in found
        if owner not in p.owners
    ]


def _alone(part: Part) -> Iterator[ProjectMention]:
    """What a part names that only its form tells: chosen for a trial, by a second name, founded, or done by a year."""
    yield from _chosen(part)
    yield from _by_second_name(part)
    yield from _completed(part)


def _quarters(part: Part) -> Iterator[ProjectMention]:
    """推动实施|望浦、越桥|地区整体转型: parts of a town that are changed as a whole."""
    match = _QUARTERS.fullmatch(part.text, part.start, part.end)
    home = area(part.own) if part.own else None
    names = re.split("[、和与]", match["names"]) if match else []
    bare = [name.strip("“”") for name in names]
    if not match or not all(is_proper(name) or area(name, home) for name in bare):
        return
    at, tail = match.start("names"), part.clean.words(*match.span("what"))
    for name in names:
        reach = match.end() if name is names[-1] else at + len(name)
        anchors = tuple(a for a in part.anchors if at <= a.start < reach)
        printed = part.clean.words(at, at + len(name)) + tail
        yield project(part, at, match.end(), printed, (Item(at, at + len(name), anchors),))
        at += len(name) + 1


def _completed(part: Part) -> Iterator[ProjectMention]:
    """2025年建成|全省交通碳排放监测平台, 组建|省数据集团: there is one of it."""
    named = (
        pattern.search(part.text, part.start, part.end)
        for pattern in (_COMPLETED, _GROUP, _LABORATORY, _OF_OWN_AREA, _OF_NATION)
    )
    match = next(filter(None, named), None) or _commissioned(part)
    if match:
        yield project(part, *match.span("name"), part.clean.words(*match.span("name")))


def _commissioned(part: Part) -> re.Match[str] | None:
    """推动|渌维风洞先导装置|建成投用: a thing with a word of its own that is put to use."""
    match = _COMMISSIONED.fullmatch(part.text, part.start, part.end)
    match = match or _PUT_TO_USE.fullmatch(part.text, part.start, part.end)
    if match is None or not is_thing(match["name"]):
        return None
    own = proper_part(match["name"])
    placed = any(a.start == match.start("name") for a in part.anchors) and match.re is _PUT_TO_USE
    public = match.re is _PUT_TO_USE and is_public(match["name"])
    return match if placed or public or (own and own[0] == 0) else None


def _own_named(part: Part) -> Iterator[ProjectMention]:
    """打造|“越乡水岸”精品民宿集群: what is founded bears a name of its own in quotes; 9.“越才计划”留学项目: a whole title."""
    if _is_title(part):
        yield project(part, part.start, part.end, part.clean.words(part.start, part.end))
        return
    for match in _FOUNDS_OWN.finditer(part.text, part.start, part.end):
        words = object_name(part.text[match.end() : part.end].split("等")[0])
        if bears_quoted_name(words):
            yield project(part, part.start, part.end, part.printed(match.end(), words))
            return


def _is_title(part: Part) -> bool:
    """Whether a part is the whole title of a numbered item, by a name in quotes: 9.|“越才计划”留学项目|。"""
    numbered = part.text[part.start - 1 : part.start] in (*".．、）",)
    ends = part.text[part.end : part.end + 1] in ("。", "\n")
    return numbered and ends and _TITLE.fullmatch(part.text, part.start, part.end) is not None


def _chosen(part: Part) -> Iterator[ProjectMention]:
    """选择|诸暨开发区、柯桥区|作为|我市人才特区试点|区域: each of them is on trial."""
    match = _CHOSEN.search(part.text, part.start, part.end)
    for a in part.anchors if match else ():
        if match and match.start("where") <= a.start and a.end <= match.end("where"):
            name = part.clean.words(a.start, a.end) + part.clean.words(*match.span("what"))
            yield project(part, a.start, part.end, name, (Item(a.start, a.end, (a,)),))


def _by_second_name(part: Part) -> Iterator[ProjectMention]:
    """推进|安全管控平台（越盾平台）|升级改造: the bracket gives it a name of its own."""
    match = _SECOND_NAME.search(part.text, part.start, part.end)
    if match and is_proper(match["own"]):
        begin = match.start() + lead_length(match[0])
        yield project(part, begin, match.end(), part.clean.words(begin, match.end()))


def _quoted(part: Part) -> Iterator[ProjectMention]:
    """建立“贵阳市新能源汽车产业技术创新中心”: in quotes, behind a verb that founds it or before one that changes it."""
    for match in _QUOTED.finditer(part.text, part.start, part.end):
        if match["work"] or _FOUNDS.search(part.text, max(part.start, match.start() - 2), match.start()):
            name = part.clean.words(*match.span("name")) + (match["work"] or "")
            at = next((a for a in part.anchors if a.end == match.start()), None)  # 诸暨新区|“人才合作示范区”建设
            if at is not None:
                name = part.clean.words(at.start, match.end("name") + 1) + (match["work"] or "")
            yield project(part, at.start if at else match.start("name"), match.end(), name)
