"""An item of a list that is not whole in itself: 修文县县城|、…|污水处理厂扩建工程 takes what closes the list for all.

A site that is built may stand alone (建成|平水公园), and in a list of projects so may a firm with its product.
"""

from __future__ import annotations

import re

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_anchors import is_anchored
from policygraph.find.project_carried import carried_on
from policygraph.find.project_lists import Row, in_list_of_projects, of_sites
from policygraph.find.project_parts import Item, Part, is_bare, is_proper, of_company
from policygraph.find.project_roads import ends_as_road
from policygraph.find.project_waters import is_waterworks
from policygraph.find.works import COUNT, is_hollow, is_thing, says_nothing, says_what, without_tail
from policygraph.lexicon.ordinary import is_ordinary, proper_part

_DIRECT = re.compile(r"建设|兴建|辟建|推展|建成|建好|新建|扩建|迁建|打造|推进|加快|实施|打通|开工|启动|运营")
# what is done to a road, and what becomes of it: 351国道|2027年完工
ROAD_BUILT = re.compile(f"{_DIRECT.pattern}|改扩建|改造|通车|贯通|完工|竣工|动工|投用|开通|推动")
# things that are an area rather than a work: bare, their names are places only
_AREAS = re.compile(r"(?:开发区|经开区|高新区|新区|沙漠|环线|大道|公园|景区|医院|学校|大学)$")
# built they are works all the same: 建设|荆州民用机场, 建设|兰州新区
_BUILDS = re.compile("(?:建设|兴建|新建|改扩建|扩建|迁建|开工|建成)$")
_BUILT_FIRST = re.compile("(?:加快|推进|积极)*(?:建成|新建|兴建|改扩建|扩建|迁建|开工建设)")
_ZONES = re.compile("(?:区|沙漠|大学|学院)$")
PROJECTS = re.compile("项目|工程")
_KIND = re.compile("(?:风电|光伏|水电|火电|煤电|气电|热电|核电|光热|储能|新能源|、|和)+(?:项目|工程)")
_LONG = 6
_SAYS = 3
_COMES = 4
_PRODUCT = 12
_EMPTY = re.compile("建设$|^重大|^重点")


def completed(row: Row, i: int, begin: int, words: str) -> str | None:
    """An item that is not whole in itself, with what closes the list: 修文县县城|污水处理厂扩建工程; else None."""
    part, item = row.part, row.items[i]
    printed = part.clean.words(begin, begin + len(words))
    whole = is_thing(words) and not _AREAS.search(words)
    if row.shared and is_waterworks(words, row.shared):
        return printed
    carried = carried_on(row, i)
    more = COUNT.sub("", carried or row.shared)
    if not carried and row.shared and says_nothing(more):
        return _closed(row, item, printed, words, more, whole=whole)
    if says_nothing(more) or (carried and whole and not says_what(without_tail(more))):
        if of_sites(item) and any(map(of_company, row.items)) and (end := in_list_of_projects(row, words, 0)):
            return printed + end
        if _in_open_list(row, item, words):
            return printed + "项目"
        return printed if _stands_alone(part, item, whole=whole) else None
    last = item.anchors[-1]
    works = without_tail(more)
    if not carried and ((whole and _KIND.fullmatch(works)) or _is_sort_of(words, works)):  # 金中风电场等|风电项目
        return printed
    if carried and whole and isinstance(last, PlaceMention) and _is_site(last, works):
        return printed
    if carried and isinstance(last, PlaceMention) and _unlike(row, item, last, works):
        return printed if whole or _stands_alone(part, item, whole=whole) else None
    rest = part.text[last.end : item.end]
    own = row.shared and rest[:1] not in ("至", "到") and proper_part(rest)  # 绍兴|地铁枫桥路、…等车辆基地光伏改造
    if is_hollow(works) or not says_what(works) or not (own or is_anchored(part, item.anchors, works)):
        return None
    return printed + part.printed(item.end, works)


def _is_sort_of(words: str, works: str) -> bool:
    """枫桥文化公园等9座|城市公园: what closes the list only says of what sort its items are."""
    return is_thing(words) and words.endswith(works[-2:]) and is_ordinary(works)


def _in_open_list(row: Row, item: Item, words: str) -> bool:
    """肃北渌鬃山50万千瓦风电、|…、乙热电联产项目: a place with what comes there, in a list whose last item ends in 项目."""
    last = without_tail(row.part.text[row.items[-1].start : row.items[-1].end])
    if row.shared or not last.endswith("项目") or is_bare(row.part, item) or is_hollow(words):
        return False
    return item.end - item.last >= _COMES and is_anchored(row.part, item.anchors, "大型工程项目")


def _is_site(place: PlaceMention, works: str) -> bool:
    """A site says nothing of another thing behind it: 汤浦水利枢纽、|瑞平平原排涝工程; a park nothing of another park."""
    return is_thing(works) and (place.kind == "site" or works.endswith(("园", "园区", "基地", "城", "区", "线", "镇")))


def _unlike(row: Row, item: Item, place: PlaceMention, works: str) -> bool:
    """Whether what stands behind another kind of place is not meant for this one: 甲产业园、|乙水库除险加固."""
    behind = row.items[row.items.index(item) + 1 :]
    after = next((each.anchors[-1] for each in behind if each.anchors and not is_bare(row.part, each)), None)
    if not isinstance(after, PlaceMention) or place.kind == "admin" or works.startswith("抽水蓄能"):
        return False
    text = row.part.text
    site = text[place.start : place.end]
    if after.kind == "admin":  # 甲保税区、|乙市物流中心; 甲至乙高铁、|丙市二桥改造
        return is_thing(works) or ends_as_road(site)
    built = (is_thing(site) or ends_as_road(site)) and text[place.end - 1] != text[after.end - 1]
    return built or (place.kind == "park") != (after.kind == "park")


def _closed(row: Row, item: Item, printed: str, words: str, more: str, *, whole: bool) -> str | None:
    """Before 等重大项目建设, which adds nothing: 都拉营国际陆海通物流港 is whole, 大气精细化管控服务 takes 项目 along."""
    if PROJECTS.search(more) and _of_firm(item, words):
        return printed + "项目"
    if row.shared == "建设" and is_bare(row.part, item) and _ZONES.search(words) and of_company(item):
        return printed  # 甲实验室、乙大学等建设
    if not is_anchored(row.part, item.anchors, "大型工程项目") or not (
        whole or of_sites(item) or (not is_bare(row.part, item) and _is_long(row, item, words))
    ):
        return None
    if whole or (PROJECTS.search(more) and is_thing(words) and not _ZONES.search(words) and of_sites(item)):
        return printed if len(printed) > 3 else printed + more
    return printed + row.part.printed(item.end, _EMPTY.sub("", without_tail(more)))


def _is_long(row: Row, item: Item, words: str) -> bool:
    """长沙|惠科光电, of six signs at most, says enough by a word of its own."""
    rest = row.part.text[item.last : item.end]
    if len(words) > _LONG or (len(rest) >= _SAYS and proper_part(rest) is not None):
        return True
    # 临沂|渌头|等项目, not 等地项目
    return is_proper(rest) and PROJECTS.match(row.shared) is not None


def _of_firm(item: Item, words: str) -> bool:
    """A firm with what it makes, in a list of projects: 中车氢能|机车 before 等28个重大产业项目."""
    first, *more = item.anchors
    placed = bool(more) and isinstance(first, PlaceMention) and first.kind == "admin" and first.start == item.start
    firm, at = (more[0], first.end) if placed else (first, item.start)  # 台州|滨化
    ours = isinstance(firm, CompanyMention) and firm.kind == "company" and firm.start == at
    made = len(words) - (item.last - item.start)
    return ours and (made == 0 or 2 <= made <= _PRODUCT) and not says_what(words)


def _is_built_zone(part: Part, item: Item) -> bool:
    """加快|镜湖新区|建设: nothing but the zone, and that it is built."""
    first = item.anchors[0]
    named = without_tail(part.text[first.start : item.end])
    return len(named) == item.last - first.start and _ZONES.search(named) is not None


def _ends_as_works(part: Part, item: Item) -> bool:
    """实施|渌湖遗址公园|、望渌塔修缮工程: the list closes as one of works."""
    return part.text.startswith("、", item.end) and part.text.endswith(("工程", "项目"), item.end, part.end)


def _stands_alone(part: Part, item: Item, *, whole: bool) -> bool:
    """A name by itself: 推进|息烽港区|建设 is a project; so is A公司氮化硅轴承球, where the list ends in 扩产项目."""
    firms = any(isinstance(a, CompanyMention) and a.kind == "company" for a in item.anchors)
    if firms and item.end - item.last < 4:  # 三钢闽光3号、|4号焦炉改造
        return False
    if is_bare(part, item) or _is_built_zone(part, item):
        builds = _BUILDS.search(part.text, part.start, item.start) or _BUILT_FIRST.match(part.text, part.start)
        builds = builds or _BUILDS.search(part.text, item.last, part.end)
        if builds or _ends_as_works(part, item):
            bare = without_tail(part.text[item.start : item.end])
            whole = whole or is_thing(bare) or _ZONES.search(bare) is not None
        direct = _DIRECT.search(part.text, part.start, item.start) or ROAD_BUILT.search(part.text, item.last, part.end)
        return whole and (part.titled or direct is not None) and not firms
    end = without_tail(part.text[part.start : part.end])
    return of_company(item) and says_what(end)
