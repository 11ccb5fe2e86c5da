"""Names as printed → one body in its jurisdiction: 市住建局 in a Guiyang plan is 贵阳市住房和城乡建设局.

Only here is it said who a body is. A body is its official name within its jurisdiction, so 市生态环境局 of Liupanshui
is one across plans and Guiyang's another. Where list and plan do not say whose body it is, the name stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policygraph import ids
from policygraph.lexicon import utilities
from policygraph.lexicon.decisions import decision
from policygraph.lexicon.departments import (
    BRACKETS,
    bank_branch,
    collective_name,
    is_collective,
    is_field,
    national,
    national_opening,
    official,
    railway,
    unabridged,
    whole_suffix,
)
from policygraph.lexicon.divisions import division_of
from policygraph.lexicon.firms import known_firms
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.own_names import has_own_name
from policygraph.lexicon.ranks import branch_in, court, local, of_year, styled
from policygraph.lexicon.regions import Area, area, find_areas, in_full, nation
from policygraph.script import simplified

_NOISE = re.compile(r"[—－–-]+\d{1,3}[—－–-]+|(?<=[\u4e00-\u9fff])\d{1,3}(?=[\u4e00-\u9fff])|[*#]+")
_SECOND_NAME = re.compile(r"(?<=.)\([^()]*\)$")
# 市场监管局 without its prefix begins with no prefix; 市市场监管局 does.
_NO_PREFIX = re.compile(r"市(?:场监|容|政(?:园林|公用|管理|工程|设施)|域|民(?:中心|服务))|区(?:域|块链)|县域|省际|州际")
_PREFIX = re.compile(r"自治区|自治州|自治县|新区|特区|[省市州盟县区旗]")
# What may stand behind an area's short name and still be that area's: 温州金融监管分局, but 建设局 is no body of 建设.
_BRANCH = re.compile(
    r"(?:金融监管|国家金融监管|银保监|银监|证监|保监)(?:局|[分支]局)$|监管分局$|(?:人民)?政府|海关$|海事局$|供电|电力|电网|电业|.*(?:管委会|开发区|园区|高新区|经开区)$|铁路局|铁路集团"
    r"|气象局$|邮政|烟草|消防|税务|通信管理局|军分区|警备区|外汇|矿山安|煤矿安|能源监管办|调查总?队$|日报社$|广播电视台$"
)
_INSTITUTE = re.compile(
    r"(?:公司|集团|大学|学院|学校|研究院|研究所|研究中心|银行|分行|支行|总部|医院|电厂|联盟|交易所|实验室|协会|学会|商会)$"
)
_GOVERNMENT_OFFICE = re.compile(
    r"(?<!人民)政府(?=督查室|研究室|口岸|驻|(?:合作交流|参事|发展研究|侨务|港澳|信访)[一-鿿]{0,4}[办室局委]$)"
)
_GOVERNMENT = re.compile(r"^$|政府$|管委会$|管理委员会$")
_OFFICE = re.compile(r"(?:局|厅|委|办|部|会|院|署|处|队|社|中心|站|联|协|海关|室|政府|开发区|园区|高新区)$")
_WIDE = str.maketrans("()", "（）")
_PARK = re.compile(
    r"(?:新港区|经开区|高新区|开发区|产业园区|工业园区|化工园区|物流园区|保税区|示范区|管理区|功能区|度假区|新区)$"
)  # the park bears the duty: its committee
_CENTRE = re.compile(r"国家[一-鿿]{4,}(?:中心|实验室)(?:\([一-鿿]{2,4}\))?")  # 国家纺织产品质检中心(南通)
_CUSTOMS = re.compile("[一-鿿]{2,4}海关")
_OF_PORT = re.compile("海事[局处]|海关办事处")
# of an area that no table holds
_UNLISTED_ZONE = re.compile(r"[一-鿿]{2,4}(?:(?:高新区|经开区|综保区)管委会|海事[局处])")
_OF_TOWN = re.compile("街道|[镇乡](?:人民)?政府")
# of the corps in Xinjiang: 师市水利局 is that of 第一师阿拉尔市, 三团 第一师三团
_DIVISION = re.compile("第[一二三四五六七八九十]{1,3}师")
_OF_DIVISION = re.compile("^(?:师市|师(?=[一-鿿]{2,}[局委办院会]$))")
_REGIMENT = re.compile("(?:第?[一二三四五六七八九十]{1,3}师)?[一二三四五六七八九十百]{1,5}团(?:场|镇)?")
_CITY_DISTRICT = re.compile("^城区(?=.{2})")  # 城区|住建局, as a district of Nanning calls its own
_STREETS, _STREET = re.compile("(?<=[一-鿿]{2})街道(?:办事处|办)?$"), re.compile("[一-鿿]{1,3}[^镇乡村园区县市州]")
_TOWN = re.compile(r"[一-鿿]{2,5}街道|(?!各|有关|相关)[一-鿿]{2,4}[镇乡]")


@dataclass(frozen=True, slots=True)
class Body:
    """Who a printed name means. `name` is official; `jurisdiction` names the area (贵阳市), "" where none is known."""

    id: str
    name: str
    jurisdiction: str
    collective: bool


def bodies(
    surfaces: Sequence[str],
    home: Area | None,
    known: Collection[str] = (),
    *,
    year: int | None = None,
    bureau: str = "",
) -> list[Body]:
    """Who is meant by each of `surfaces`, one duty list in printed order, in a plan of `home` and of `year`.

    `known` are other names that the plan prints: 贵安新区财政局 elsewhere tells what 新区 is in 新区财政局. `bureau` is
    the official name of the bureau whose own plan it is: its 基教处 is its division.
    """
    zones = _zones(tuple(surfaces), home) | _zones(frozenset(known), home)
    found: list[Body] = []
    carried: Area | None = None
    for plain in _with_shared_end([_plain(surface) for surface in surfaces]):
        words = of_year(plain, home, year)
        part = division_of(bureau, words)
        body, owner = (_made(part, home), carried) if part and home else _body(words, home, zones, carried)
        found.append(body)
        carried = owner or carried
    return found


def _with_shared_end(names: Sequence[str]) -> list[str]:
    """北湖、望河|街道办事处: each of the streets, with what the last of them prints for all."""
    found: list[str] = []
    end = ""
    for name in reversed(names):
        match = _STREETS.search(name)
        end = match[0] if match else end if _STREET.fullmatch(name) and not _OFFICE.search(name) else ""
        found.append(name if match else name + end)
    return found[::-1]


@lru_cache(maxsize=16384)
def _plain(surface: str) -> str:
    """The words of a surface: folded, without spaces, page numbers and the closing 等."""
    words = simplified("".join(surface.split())).translate(BRACKETS)
    words = _NOISE.sub("", words).strip("、，,；;。.：:")
    return words.removesuffix("等") if len(words) > 2 else words


@lru_cache(maxsize=16)
def _zones(names: Collection[str], home: Area | None) -> frozenset[Area]:
    """The 新区 that the plan names in full."""
    found = [each for name in names if "新区" in name for _, _, each in find_areas(name, home)]
    return frozenset(each for each in found if each.name.endswith("新区"))


@lru_cache(maxsize=16384)  # the same bodies stand in list after list
def _body(words: str, home: Area | None, zones: frozenset[Area], carried: Area | None) -> tuple[Body, Area | None]:
    """The body, and the area whose bodies may follow without their prefix: 贵安新区 after 贵安新区财政局."""
    if is_collective(words):
        return _collective(words, home), None
    if _CENTRE.fullmatch(words):
        return _as_printed(words, home), None
    words = _reordered(_SECOND_NAME.sub("", words))
    if home and home.level == "county" and home.name.endswith("区"):
        words = _CITY_DISTRICT.sub("区", words)
    if home and (division := _DIVISION.match(home.name)):
        if _REGIMENT.fullmatch(words):
            return _made(division[0] + words.removeprefix(division[0]), home), None
        words = _OF_DIVISION.sub(home.name, words)
    whole = national(words, in_national_text=home is not None and home.level == "nation")
    if whole:
        return _made(whole, nation()), None
    branch = _branch(words, home) or _utility(words, home)
    if branch:
        return branch, None
    words = known_firms().get(words, words)
    for owner, core, brief in (_led_by_area(words, home), _led_by_rank(words, home, zones)):
        if owner:
            passing = brief or _GOVERNMENT.search(core) or (home and owner in home.above())
            return _of(owner, core, brief, words), None if passing else owner
        if core:  # 县发改局 in a city's plan: which county is not said
            return _as_printed(words, home), None
    return _without_prefix(words, home, carried), carried


def _collective(words: str, home: Area | None) -> Body:
    name = collective_name(words).translate(_WIDE)
    return Body(ids.shared("department", home.path if home else "", name), name, home.called() if home else "", True)


def _as_printed(words: str, home: Area | None) -> Body:
    name = decision("department", words, home) or words.translate(_WIDE)
    return Body(ids.shared("department", home.path if home else "", name), name, home.called() if home else "", False)


def _made(name: str, owner: Area) -> Body:
    """The body of `owner` with the official `name`, which a reviewed decision may replace."""
    name = (decision("department", name, owner) or name).translate(_WIDE)
    key = name if owner.level == "nation" else name.removeprefix(styled(owner)).removeprefix(owner.name)
    return Body(ids.shared("department", owner.path, key), name, owner.called(), False)


def _reordered(words: str) -> str:
    """团市委 and 共青团市委 as 市团委, 中共贵阳市委宣传部 as 贵阳市委宣传部, 国网市供电公司 as 市供电公司."""
    words = railway(re.sub(r"^国网(?=[省市县区州](?:供电|电力))", "", words))
    words = _GOVERNMENT_OFFICE.sub("人民政府", words)
    if _PARK.search(words):
        return words + "管委会"
    if _TOWN.fullmatch(words):
        return words + ("办事处" if words.endswith("街道") else "人民政府")
    league = re.fullmatch(r"(?:共青)?团(?P<whose>.+?)委(?:员会)?", words)
    if league:
        return league["whose"] + "团委"
    return words.removeprefix("中共") if not national(words, in_national_text=False) else words


def _branch(words: str, home: Area | None) -> Body | None:
    """国家税务总局贵阳市税务局, 人民银行六盘水市中心支行: a national body's name with the area behind it."""
    opening = national_opening().match(words)
    if not opening or opening.end() == len(words):
        return None
    body, rest = national(opening[0], in_national_text=False), words[opening.end() :]
    rank = _PREFIX.match(rest)
    owner = _ranked(rank[0], home, frozenset()) if rank else None
    if owner and rank:
        return _made(f"{body}{owner.name}{rest[rank.end() :]}", owner)
    areas = find_areas(rest, home)
    owner = areas[0][2] if areas else nation()
    if areas and areas[0][0] == 0 and in_full(rest[: areas[0][1]], owner):
        rest = owner.name + rest[areas[0][1] :]  # 恩施州分行
    rest = whole_suffix(rest) or rest  # 国家能源局|贵州监管办
    return _made(f"{body}{bank_branch(rest, owner.name) if body == '中国人民银行' else rest}", owner)


def _utility(words: str, home: Area | None) -> Body | None:
    """岳阳移动, 国网岳阳供电公司: a branch in a province or a prefecture; 供电公司 alone is that of home."""
    told = utilities.printed(words)
    if told is None or home is None:
        return None
    rank = _PREFIX.fullmatch(told.where)
    owner = _ranked(rank[0], home, frozenset()) if rank else area(told.where, home) if told.where else home
    name = utilities.branch(told.trade, owner) if owner else None
    return _made(name, owner) if owner and name else None


@lru_cache(maxsize=65536)
def _led_by_area(words: str, home: Area | None) -> tuple[Area | None, str, str | None]:
    """(whose, the rest, the short name if that is printed): 贵安新区财政局, 钟山区政府, 温州金融监管分局."""
    if home and words.startswith(home.name) and area(home.name) is None:  # an area that no table holds
        return home, words[len(home.name) :], None
    if home and _UNLISTED_ZONE.fullmatch(words) and words.startswith(home.name[:-1]) and area(home.name) is None:
        return home, words[len(home.name) - 1 :], home.name[:-1]
    for end in range(min(len(words), 24), 1, -1):
        owner = area(words[:end], home)
        if owner is None or owner.level == "nation":
            continue
        rest = words[end:]
        if in_full(words[:end], owner) or not rest or owner.level == "zone":
            return owner, rest, None
        if _BRANCH.match(rest) or _INSTITUTE.search(rest):
            return owner, rest, words[:end]
        if (
            len(rest) > 2
            and _OFFICE.search(rest)
            and not rest.startswith(("街道", "镇", "乡", "江", "湖", "山"))
            and (owner == home or (area(words[:end]) and not (_OF_TOWN.search(rest) and owner.is_apart(home))))
        ):
            return (
                owner,
                rest,
                words[:end] if rest.endswith("分局") else None,
            )  # 广州港务局 is 广州市港务局; not 江宁|路街道
    return None, "", None


def _led_by_rank(words: str, home: Area | None, zones: frozenset[Area]) -> tuple[Area | None, str, str | None]:
    """市发改委 of a plan whose home says which city; (None, rest, None) where a prefix has no owner."""
    rank = None if _NO_PREFIX.match(words) else _PREFIX.match(words)
    if rank is None or rank.end() == len(words):
        return None, "", None
    core = words[rank.end() :]
    owner = _ranked(rank[0], home, zones)
    if owner and owner.level == "county" and re.search(r"局.+分局$", core):
        owner = _ranked(rank[0], owner.above()[0], zones)  # 市生态环境局盘州分局 is the prefecture's, not 盘州市's
    return owner, core, None


def _ranked(rank: str, home: Area | None, zones: frozenset[Area]) -> Area | None:
    """The plan's own area of that rank, or the one above: 市 in a county's plan is its prefecture."""
    if home is None:
        return None
    if home.level == "zone" and rank in ("新区", "区"):
        return home
    if rank == "新区":
        return next(iter(zones)) if len(zones) == 1 else None
    if rank == "区" and home.level == "province" and home.name.endswith("自治区"):
        return home
    high = rank in ("省", "自治区")
    fitting = [
        each for each in (home, *home.above()) if each.name.endswith(rank) and each.level not in ("zone", "nation")
    ]
    return next((each for each in fitting if rank != "区" or each.level == "county" or high), None)


def _of(owner: Area, core: str, brief: str | None, words: str) -> Body:
    if _INSTITUTE.search(words) and (brief or not _PREFIX.match(words)) and not _BRANCH.match(core):
        return _made(words, owner)
    if core and not _GOVERNMENT.search(core) and _is_of_prefecture(words, owner):
        return _made(words, owner)
    if not core:
        return _made(styled(owner) + ("管理委员会" if owner.level == "zone" else "人民政府"), owner)
    if _OF_PORT.fullmatch(core) and words.endswith(core) and not words.startswith((owner.name, styled(owner))):
        return _made(words, owner)  # 海门海事处, 温江海关办事处
    if core == "海关" and brief:
        return _made(f"中华人民共和国{words}", owner)
    return _made(_official(core, owner, brief), owner)


def _official(core: str, owner: Area, brief: str | None = None) -> str:
    core = court(core, owner)
    name = local(core, owner) or branch_in(core, owner)
    name = name or official(core, styled(owner), brief=brief, county=owner.level == "county")
    # a division of the corps has no government of its own
    return name.replace("人民政府国有", "国有") if _DIVISION.match(owner.name) else name


def _is_of_prefecture(words: str, owner: Area) -> bool:
    """广元市苍溪生态环境局: the prefecture's bureau in a county, whose short name stands behind the prefecture's."""
    above = owner.above()[:1] if owner.level == "county" else ()
    return any(words.startswith(each.name) and not words.startswith(each.name + owner.name) for each in above)


def _without_prefix(words: str, home: Area | None, carried: Area | None) -> Body:
    """科技厅 is the province's, 发改局 in a county's list the county's, 国网贵阳供电公司 of the area that it names."""
    if _INSTITUTE.search(words):
        inside = find_areas(words, home)
        owner = inside[0][2] if inside else nation() if words.startswith(("中国", "国家")) else None
        return _made(words, owner) if owner else _as_printed(words, home)
    if _CUSTOMS.fullmatch(words) and proper_part(words[:-2]) == (0, len(words) - 2):
        return _made(f"中华人民共和国{words}", home or nation())  # 城陵矶海关
    inside = find_areas(words, home) if _OFFICE.search(words) else []
    if inside and _OF_TOWN.match(words, inside[0][1]):  # 海门|街道办事处 of 海门区
        inside = []
    if inside and (home is None or home.level != "nation"):  # 民航贵州监管局
        return _made(unabridged(words), inside[0][2])
    whose = carried or home
    if is_field(words) and home and home.level != "nation":  # 财政、水利等省有关部门
        words += "厅" if home.level == "province" else "局"
    if words.endswith("厅"):
        whose = next((each for each in (home, *home.above()) if each.level == "province"), None) if home else carried
    if whose is None or not _OFFICE.search(words):
        return _as_printed(words, home)
    if whose.level == "nation" or has_own_name(words) or words.startswith("民航"):
        return _made(unabridged(words), whose)
    return _made(_official(words, whose), whose)
