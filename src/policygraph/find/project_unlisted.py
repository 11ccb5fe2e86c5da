"""An item of a row that holds no listed name: its own proper word makes it a project (望川抽水蓄能电站), or the item before it.

双元铝业技改升级一期项目及|扩能项目: the second is the firm's too.
"""

from __future__ import annotations

import re

from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_anchors import COMMON, bears_quoted_name, is_anchored
from policygraph.find.project_carried import carried_on
from policygraph.find.project_houses import house
from policygraph.find.project_lists import OWN_WORD, Row, in_list_of_projects, of_areas, of_sites
from policygraph.find.project_parts import NUMBERED, Item, Part, is_bare, of_company
from policygraph.find.project_told import FOUNDED, tells_itself
from policygraph.find.project_waters import is_waterworks
from policygraph.find.works import (
    CAPACITY,
    COUNT,
    bears_names,
    is_public,
    is_specific,
    is_thing,
    is_work,
    names_infrastructure,
    says_nothing,
    says_what,
    without_tail,
)
from policygraph.lexicon.ordinary import proper_part

_MORE_OF_IT = re.compile(r"(?:扩能|扩建|技改|配套|续建|[一二三四五]期|.{2,6})(?:项目|工程)")
_KILOVOLTS = re.compile(r"±?\d+千伏")
_GRID = re.compile(
    "(?:输变电|变电站|换流站|开关站|特高压|直流|送出|线路|电网|通道)[一-鿿]{0,8}(?:工程|项目|扩建|新建)?$"
)
_NEXT_PHASE = re.compile("[二三四五六七八]期(?![间限])")
_PHASED = re.compile("(?P<what>[一-鿿]{2,16}?)第?[一二三四五六七八]期[一-鿿]{0,6}")
# what closes a list of projects and of nothing else: 等31个重大项目, 等项目建成投产, 等开工建设
_PROJECTS = re.compile(r"(?:\d+[个项])?(?:[一-鿿]{2,})?(?P<what>项目|工程)|(?=开工建设|建成投产|建成投运)")
_BUILT = ("项目", "工程", "生产线", "产线", "基地", "扩建", "扩能", "技改", "一期", "二期", "三期")
_PLANT_WORKS = ("技改", "扩能", "扩产", "搬迁", "技改扩能")  # 衡钢|扩能
_PLACED_QUOTE = re.compile("“[^“”]{2,10}”$")  # 渌枫绵|“创新走廊”
_CODED = re.compile("[一-鿿]{2,5}[A-Za-z\\d]")  # 维信诺|AMOLED
_ROADS = re.compile("高速|铁路|公路|国道|航道|运河")  # 京沪、京港澳|等国家高速公路拥挤路段扩容改造
_SITE = re.compile(
    "古街|老街|古镇|古城|街区|商圈|公园|广场|水厂|大桥|港区|码头|矿区|灌区|水库|泵站|渔港|干线|航道|大通道|干渠"
)  # 枫桥|古街保护修缮
_SHARED_SITE = re.compile(
    "(?:大型|大中型|中型|小型|重点|主要)*(?:灌区|水库|泵站|水闸|水电站|煤矿|矿区|港区)"
)  # 东圳、山美|等大型灌区续建配套
_RESORTS = re.compile("(?:集聚区|度假区|旅游区|景区|街区)$")  # 苏马荡、绿葱坡|等高山避暑康养集聚区
_AMOUNT_OF = re.compile(r"[一二两三四五六七八九十\d]+[座个条]")  # 新建|四座500千伏变电站
_WATERS = re.compile(
    "等[^，、]{0,4}(?:湖库|水库|水体|流域|水源|湖泊).*(?:污染|水质|水环境|水生态|保护)"
)  # 甲水库、乙水库|等湖库污染治理
# 国际供应链示范中心|等一批重大项目: beside projects one of them, alone a sort
_OF_THE_WORLD = re.compile(
    "(?:国家|国际|全球)(?!级)[一-鿿]{3,}(?:中心|总部|基地|枢纽|平台)(?:升级|改造|扩建)?(?:项目|工程)?"
)
_PREPARED = re.compile("的?前期|选址|可研|立项|用地")  # 溪洛渡翻坝转运设施项目|前期工作: of a work and no campaign
THERE_BEFORE = ("既有", "原有")
_WHOLE = 5


def unlisted(row: Row, i: int, begin: int, words: str) -> str | None:
    """An item without a listed name: its own proper word (望川抽水蓄能电站), or that of the item before it."""
    part = row.part
    if _AMOUNT_OF.match(words) or (words.endswith("水库") and _WATERS.search(part.text, row.items[i].end, part.end)):
        return None
    if words.startswith(THERE_BEFORE) and len(words) > _WHOLE:  # 既有|望渌铁路扩能改造
        begin, words = begin + 2, words[2:]
    printed = part.clean.words(begin, begin + len(words))
    more = COUNT.sub("", row.shared or carried_on(row, i))
    works = without_tail(more)
    before = row.items[i - 1] if i else None
    if owner := _owner_before(row, i, words):
        return owner + printed
    if whole := _next_phase(row, i, words):
        return whole + printed
    if before and before.anchors and (name := _of_before(row, before, words, printed)):
        return name
    first = row.items[0].anchors[0] if before and before.anchors and row.items[0].anchors else None
    if is_work(works) and not is_thing(works) and not is_specific(works):  # 运河|等流域综合治理
        works, more = "", ""
    shares = not row.counted and is_thing(works) and not says_nothing(more)
    if shares and isinstance(first, PlaceMention) and first.kind in ("admin", "park"):
        return part.clean.words(first.start, first.end) + printed + part.printed(begin, works)
    if tells_itself(part, begin, words) or (_PROJECTS.match(row.shared) and _OF_THE_WORLD.fullmatch(words)):
        return printed
    if is_waterworks(words, row.shared) and proper_part(words):
        return printed
    if beside := house(row, i, words):
        return beside
    if amount := _next_amount(row, i, words):
        return amount
    if _KILOVOLTS.match(words) and (kind := _kind_of_grid(row, words)) is not None:
        return printed + part.printed(begin, kind)
    if bears_quoted_name(words) or (works and bears_quoted_name(words + works)):
        return printed if bears_quoted_name(words) else printed + part.printed(begin, works)
    return _by_own_word(row, words, printed, works, says_nothing(more))


def _kind_of_grid(row: Row, words: str) -> str | None:
    """What works of the grid the list is of: 500千伏红石、|220千伏望坪|输变电工程; empty where `words` say it themselves."""
    own = proper_part(words)
    if own is None:
        return None
    if _GRID.search(words):
        return ""
    last = row.shared or row.part.text[row.items[-1].start : row.items[-1].end]
    kind = _GRID.search(without_tail(last))
    return kind[0] if kind and own[1] == len(words) else None


def _next_amount(row: Row, i: int, words: str) -> str | None:
    """The next product of the same owner or site: 甲科技园200万吨/年聚酯、|60万吨/年BDO|等项目."""
    amount = CAPACITY.match(words)
    if not i or not amount or amount.end() == len(words) or not _PROJECTS.match(row.shared):
        return None
    named = next((item for item in reversed(row.items[:i]) if item.anchors), None)
    earlier = CAPACITY.search(row.part.text, row.items[i - 1].start, row.items[i - 1].end)
    if named is None or earlier is None:
        return None
    more = "" if says_what(words) else "项目"
    clean = row.part.clean
    return clean.words(named.anchors[0].start, named.last) + row.part.printed(row.items[i].start, words) + more


def _of_before(row: Row, before: Item, words: str, printed: str) -> str | None:
    """What goes on with the item before: 双元铝业技改升级一期项目及|扩能项目, 诸暨市垃圾资源化利用中心、|厨余垃圾处理厂."""
    clean = row.part.clean
    own = proper_part(words)
    if own and own[0] == 0:  # 闽江干流防洪工程、|九江溪防洪工程
        return None
    if _MORE_OF_IT.fullmatch(words) and is_thing(words) and not of_sites(before):
        return clean.words(before.anchors[0].start, before.last) + printed
    plain = len(words) > 4 and not words.startswith("“") and is_thing(words)
    plain = plain and (is_bare(row.part, before) or _is_whole_item(row.part, before))
    if plain and of_areas(before) and is_anchored(row.part, before.anchors, words):
        return clean.words(before.anchors[0].start, before.anchors[0].end) + printed
    return None


def _next_phase(row: Row, i: int, words: str) -> str | None:
    """轨道三期、|四期工程: what the phase before it is one of."""
    if not _NEXT_PHASE.match(words):
        return None
    text = row.part.text
    earlier = (item for item in reversed(row.items[:i]) if not _NEXT_PHASE.match(text, item.start))
    first = next(earlier, None)
    phase = _PHASED.fullmatch(text, first.start, first.end) if first else None
    if not phase:
        return None
    what = phase.start() + lead_length(phase["what"])
    named = proper_part(text[what : phase.end("what")]) or NUMBERED.match(text, what)
    return row.part.clean.words(what, phase.end("what")) if named else None


def _is_whole_item(part: Part, item: Item) -> bool:
    """Whether an item says what is built or done, as the next does: not 辽西风光资源富集区、|沿海核电基地."""
    return says_what(without_tail(part.text[item.start : item.end]))


def _owner_before(row: Row, i: int, words: str) -> str | None:
    """A公司炼铁工序改造、|焦炉煤气综合利用: the firm that opened the list, where this too is a work of some length."""
    named = [item for item in row.items[:i] if item.anchors]
    if not named or row.shared or len(words) < 6 or not is_work(words) or proper_part(words) is not None:
        return None
    built = row.part.text[named[-1].start : named[-1].end]
    if is_thing(words) and is_thing(built):  # 杭钢旧址公园、|渌海会展中心二期
        return None
    if named[-1].end - named[-1].last < 4:  # 三钢闽光3号、|4号焦炉脱硫脱硝
        return None
    first = named[-1].anchors[0]
    ours = isinstance(first, CompanyMention) and first.start == named[-1].start and first.kind == "company"
    return row.part.clean.words(first.start, first.end) if ours else None


def _is_built_beside(row: Row, words: str, own: int) -> bool:
    """打造观音湖公园、|宋瓷文化中心: a thing with a word of its own, built beside what a listed place names."""
    text, part = row.part.text, row.part
    founded = FOUNDED.search(text, part.start, row.items[0].last) or text.endswith("建设", part.start, part.end)
    return bool(founded) and own <= OWN_WORD and len(words) >= _WHOLE and is_thing(words) and not words.endswith(COMMON)


def _by_own_word(row: Row, words: str, printed: str, works: str, empty: bool) -> str | None:
    own = None if is_public(words) else _own_part(words)  # 省美术馆免费开放 is no building
    if own is not None and (name := _in_closed_list(row, words, own, printed, "" if empty else works)):
        return name
    in_company = any(item.anchors for item in row.items)
    if own is None or (own[0] and not in_company):
        return None
    if not own[0] and len(words) >= 4:
        if _tells_by_word(row, words, own[1], in_company=in_company):
            return printed
        beside = in_company and in_list_of_projects(row, words, own[1])
        if beside or beside == "":
            return printed + beside
    if not row.shared and len(words) > _WHOLE and is_thing(words) and is_work(works):
        return printed  # 渌浦河清水绿廊、|阳澄湖生态清淤
    all_own = own == (0, len(words))
    road = all_own and len(words) <= 3 and _ROADS.search(works) is not None and says_what(works)
    shares = len(words) <= 8 and (all_own or not empty) and _may_share(row, works, own, len(words))
    return printed + row.part.printed(row.items[0].start, works) if works and (road or shares) else None


def _own_part(words: str) -> tuple[int, int] | None:
    """The proper part of `words`; all of 15号线|枫桥, where a station or a base goes by its line."""
    line = NUMBERED.match(words)
    if line and line.end() < len(words) and proper_part(words[line.end() :]) == (0, len(words) - line.end()):
        return 0, len(words)
    return proper_part(words)


def _in_closed_list(row: Row, words: str, own: tuple[int, int], printed: str, works: str) -> str | None:
    """国信大丰85万千瓦等|海上风电项目: an item of a list that closes as one of projects, where it opens with its own word."""
    projects = _PROJECTS.match(row.shared)
    coded = _CODED.match(words) is not None
    if not projects or own[0] or (len(words) < _WHOLE and not coded):
        return None
    if own[1] > OWN_WORD and not (coded or words.endswith(_BUILT)):
        return None
    if says_what(words):
        return printed
    if names_infrastructure(words + "工程"):  # 渌江引黄、枫山供水等|水网工程
        return printed + projects["what"] if projects["what"] else printed
    if works.endswith("项目"):
        return printed + row.part.printed(row.items[-1].end, works)
    # what kind of works may stand before 工程
    return None if projects["what"] == "工程" else printed + (projects["what"] or "")


def _tells_by_word(row: Row, words: str, own: int, *, in_company: bool) -> bool:
    """Whether an item that opens with its own word is told from all others by it and by the kind of works that it is."""
    thing, built = is_thing(words), says_what(words)
    of_firms = any(map(of_company, row.items))  # 攀钢钛白项目、国钛科技海绵钛三期、|伟力得钒电池储能装备基地
    return (
        bears_names(words)
        or (len(words) > 4 and thing and (row.part.titled or names_infrastructure(words)))
        or (len(words) > _WHOLE and built and of_firms)
        or (_PLACED_QUOTE.match(words, own) is not None and thing)
        or (0 < len(words) - own <= 3 and words.endswith(_PLANT_WORKS))
        or (is_work(words) and _SITE.search(words, 2, own + 3) is not None)
        or (built and CAPACITY.match(words, own) is not None)
        or (in_company and _is_built_beside(row, words, own))
        or (words.endswith(("项目", "工程")) and _PREPARED.match(row.part.text, _end_of(row, words)) is not None)
    )


def _end_of(row: Row, words: str) -> int:
    """Where `words`, which the row prints, end."""
    return row.part.text.find(words, row.part.start) + len(words)


def _holds_numbered(row: Row) -> bool:
    """Whether a road or a line with its number stands in the list."""
    return any(NUMBERED.match(row.part.text, item.start, item.end) for item in row.items)


def _may_share(row: Row, works: str, own: tuple[int, int], size: int) -> bool:
    """Whether what closes the list says what all its names are: 苏马荡、绿葱坡|等高山避暑康养集聚区."""
    all_own = own == (0, size)
    in_company = any(item.anchors for item in row.items)
    listed = row.counted or (bool(row.shared) and all_own and _RESORTS.search(works) is not None)
    listed = listed or (bool(row.shared) and own[0] == 0 and _holds_numbered(row))
    if is_thing(works) and (in_company or listed or bears_names(works) or names_infrastructure(works)):
        return True
    return is_work(works) and all_own and (in_company or _all_own(row) or _SHARED_SITE.match(works) is not None)


def _all_own(row: Row) -> bool:
    """Whether a list names nothing but what no everyday word is part of: 冷江雨巷、南桥源等|公园绿地建设."""
    text = row.part.text
    if not row.shared or "区" in row.shared[:4]:  # 望浦、越桥|等重点地区整体转型
        return False
    spans = [(item.start + lead_length(text[item.start : item.end]), item.end) for item in row.items]
    return len(spans) > 1 and all(proper_part(text[a:b]) == (0, b - a) for a, b in spans)
