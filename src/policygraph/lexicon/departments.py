"""What public bodies are called: 市发改委 is the city's 发展和改革委员会, 市税务局 is 国家税务总局贵阳市税务局.

The names stand in `departments.yml`; here are the lookups. Whose body it is, is for `resolve` to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from policygraph.lexicon import gazetteer
from policygraph.lexicon.area_names import short_of
from policygraph.lexicon.regions import find_areas
from policygraph.script import simplified

_STEM_END = re.compile(r"(局|厅|委员会|委|办公室|办|部)(?=$|[^员政])")
_SECOND_NAME = re.compile(r"\([^()]*\)$")


@cache
def _table(section: str) -> Mapping[str, str]:
    """Short form → official form (stems) or template (whole, branches, party), every official form included."""
    found: dict[str, str] = {}
    for official, entry in gazetteer("departments")[section].items():
        found |= dict.fromkeys([simplified(short) for short in entry["short"]], official)
    for official in gazetteer("departments")[section]:
        found.setdefault(official.removeprefix("{J}").removeprefix("中共{J}委"), official)
    return found


@cache
def _stems() -> re.Pattern[str]:
    """A stem at the beginning, the longest first."""
    return re.compile("|".join(sorted(_table("stems"), key=lambda stem: (-len(stem), stem))))


def official(core: str, name: str, *, brief: str | None = None, county: bool = False) -> str:
    """The official name of the body that prints as `core` (发改委, 委宣传部) behind its jurisdiction, called `name`.

    `brief` is the jurisdiction's short name, given where the plan printed that one: 浙江 in 浙江金融监管局. `county` says
    whether the jurisdiction is a county.
    """
    short = brief or short_of(name)
    template = (_table("branches").get(core) if brief else None) or _table("whole").get(core) or _party(core)
    if template:
        return template.replace("{J}", name).replace("{S}", short)
    zone = _zone_committee(core, county=county)
    if zone:
        return short + zone
    return (brief or name) + unabridged(core)


def _party(core: str) -> str | None:
    """委宣传部 (of 市委宣传部) as a template; 党委宣传部 is an autonomous region's."""
    if core.startswith("党委"):
        known = _party(core[1:])
        return known and known.replace("{J}委", "{J}党委")
    if not core.startswith("委") or core.startswith("委员"):
        return None
    rest = core[1:]
    both = _PARTY_AND_GOVERNMENT.match(rest)
    if both:
        return "中共{J}委{J}人民政府" + rest[both.end() :]
    return _table("party").get(rest) or "中共{J}委" + (whole_suffix(rest) or rest)


_PARTY_AND_GOVERNMENT = re.compile("[省市县区州](?:人民)?政府(?=.)")  # 县委|县政府|督查室


def unabridged(core: str) -> str:
    """`core` with its stem and suffix in full: 住建局 → 住房和城乡建设局; what no list knows stays as printed."""
    stem = _stems().match(core)
    if stem:
        end = _STEM_END.match(core, stem.end())
        if end:
            return _table("stems")[stem[0]] + _long(end[0]) + core[end.end() :]
    core = _AVIATION.sub(r"中国民用航空\g<area>安全监督管理局", core)
    core = re.sub("^民航(..)(?:地区)?管理局$", r"中国民用航空\1地区管理局", core)
    core = re.sub("执委会$", "执行委员会", core)
    core = re.sub(r"管委会$", "管理委员会", re.sub(r"(?<!人民)政府$", "人民政府", core))
    return whole_suffix(core) or core


def whole_suffix(core: str) -> str | None:
    """重点办 with its suffix in full: 重点办公室."""
    suffixes: Mapping[str, str] = gazetteer("departments")["suffixes"]
    if len(core) < 3 or core[-1] not in suffixes:
        return None
    return core[:-1] + suffixes[core[-1]]


_AVIATION = re.compile(r"^民航(?P<area>[^省市]{2,4}?)(?:安全)?(?:监管局|监督管理局)$")
_ZONE = re.compile(r"(高新区|经开区|综保区)(?:管委会|管理委员会)")


def _zone_committee(core: str, *, county: bool) -> str | None:
    """高新区管委会 is 高新技术产业开发区管理委员会, 经开区管委会 经济技术开发区管理委员会, a county's 经济开发区管理委员会.

    None of any other body, 化工高新区管委会 among them.
    """
    match = _ZONE.fullmatch(core)
    if not match:
        return None
    whole = {
        "高新区": "高新技术产业开发区",
        "综保区": "综合保税区",
        "经开区": "经济开发区" if county else "经济技术开发区",
    }
    return whole[match[1]] + "管理委员会"


def _long(suffix: str) -> str:
    return str(gazetteer("departments")["suffixes"].get(suffix, suffix))


@cache
def _national(section: str) -> Mapping[str, str]:
    entries: Mapping[str, Any] = gazetteer("departments")["national"]
    found = {simplified(short): name for name, entry in entries.items() for short in entry.get(section, ())}
    return found | ({name: name for name in entries} if section == "short" else {})


def national(words: str, *, in_national_text: bool) -> str | None:
    """The official name of a national body: 税务总局 in any text, 发展改革委 in a national text only."""
    return _national("short").get(words) or (_national("plain").get(words) if in_national_text else None)


@cache
def national_opening() -> re.Pattern[str]:
    """A national body's name at the beginning of a longer one: 国家税务总局 in 国家税务总局贵阳市税务局."""
    names = sorted(_national("short"), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names)))


# the central bank's branches of 1998 to 2023, each for several provinces
_REGIONAL = ("天津", "沈阳", "上海", "南京", "济南", "武汉", "广州", "成都", "西安")


_RAILWAY = re.compile(
    "(?:中国铁路)?(哈尔滨|沈阳|北京|太原|呼和浩特|郑州|武汉|西安|济南|上海|南昌|广州|南宁|成都|昆明|兰州|乌鲁木齐)"
    "(?:铁路)?局(?:集团)?(?:有限)?(?:公司)?"
)


def railway(words: str) -> str:
    """成都铁路局 is 中国铁路成都局集团有限公司 since 2017, with whatever office of it is named behind."""
    return (
        _RAILWAY.sub(r"中国铁路\1局集团有限公司", words, count=1) if re.match("中国铁路|.{2,4}铁路局", words) else words
    )


def bank_branch(words: str, name: str) -> str:
    """资阳分行 of the area called 资阳市 is 资阳市分行, 江油支行 江油市支行; 武汉分行 keeps its name.

    中支 is 中心支行: 岳阳市中支.
    """
    words = re.sub("中支$", "中心支行", words)
    printed = re.fullmatch(r"(.+?)([分支]行)", words)
    whole = printed and printed[1] in (name[:-1], short_of(name)) and printed[1] not in _REGIONAL
    return name + printed[2] if printed and whole else words


_COLLECTIVE = re.compile(
    r"^(?:各|其[他它余]|有关|相关|所有|全体|[市省县区州](?:级|直(?!属))(?!机关)|沿[江河线]|地方(?:各级)?人民政府|属地|辖区)"
    r"|[各](?:有关|相关|级|市|县|区|乡|镇|街|行业|成员|单位|部门|地|团场|团镇|师)|(?:有关|相关|主管|职能|责任|成员|监管)(?:部门|单位|机构)"
    r"|(?:部门|成员单位|单位|监管机构|牵头人)$|(?:相关|有关|重点|所属)(?:企业|高校|院校|单位|机构)|\([^()]*[市县区旗][、,][^()]*\)"
    r"|^[局厅委部](?:属|直属|系统)|^[市县区][、(]|^(?:市县|区县|县区|县市(?!场)|市州)|^(?:试点|示范|项目所在|所在)(?:城市|地|市|县)|^乡镇|^街道"
)


@lru_cache(maxsize=16384)
def is_collective(words: str) -> bool:
    """Whether `words` name bodies by kind and not by name: 各有关部门, 各县(市、区)人民政府, 市级相关部门."""
    folded = simplified(words).translate(BRACKETS)
    return bool(_COLLECTIVE.search(folded))


# 省直各有关单位, 省直相关单位: the same ones; 县市人民政府 are all of them
_CONCERNED = re.compile("(?<=.)各相关|相关各")
_SEVERAL = re.compile("^(?=(?:县市|市县|区县|县区|市区|市州|乡镇|镇街|街镇)[一-鿿（）、]*(?:政府|管委会|办事处)$)")


def collective_name(words: str) -> str:
    """One name for bodies that differ in wording alone: 省直相关单位 for 省直各有关单位, 各县市人民政府 for 县市政府."""
    name = re.sub(r"(?<!人民)政府$", "人民政府", words)
    return _SEVERAL.sub("各", _CONCERNED.sub("相关", name.replace("有关", "相关")))


BRACKETS = str.maketrans("（）〔〕［］【】[]", "()()()()()")
"""Every kind of bracket as (): the form in which names of bodies are compared."""
_BODY_END = re.compile(
    r"(?:局|委|厅|部|办|会|院|署|处|所|行|站|社|政府|管委会|办公室|中心|公司|集团|大学|学校|党校|支队|总队|大队|银行|分行|支行|开发区|园区|新区|法院|检察院|总部|电网|专班|部门|单位|室|队)$"
)
_KNOWN_END = re.compile(
    r"(?:局|委员会|厅|部门|办公室|人民政府|管委会|公司|集团|大学|学院|研究院|支队|总队|分行|支行|法院|检察院|海关|兵团|主管单位|有关单位|相关单位|成员单位|责任单位|(?:推进|协调|工作|领导小组|委员会|指挥部)办|指挥部|领导小组|联席会议)$"
)
# of the corps in Xinjiang: 十四团, 第一师三团
_REGIMENT = re.compile("(?:第?[一二三四五六七八九十]{1,3}师)?[一二三四五六七八九十百]{1,5}团(?:场|镇|部)?")
_PLACE_PREFIX = re.compile(
    r"^(?:中共)?(?:师市?|第[一二三四五六七八九十]{1,3}师|[市省县区州盟旗]|自治区|新区|国家|中央|全国|中国)"
)
_QUOTED = re.compile("(?<=[一-鿿])“([^“”]{2,12})”(?=[一-鿿])")  # 市推进“一城两带”建设领导小组成员单位
_NO_BODY = re.compile(r"[“”\"《》，。；：,;:％%0-9]|以下|简称|不含|含|包括|征求|意见|^[“”]|按照|根据")


@lru_cache(maxsize=16384)
def looks_like_body(words: str) -> bool:
    """Whether `words` could name a body or bodies: 市发改委, 各县（市、区）政府, 贵州电网公司; not 含网约车."""
    whole = simplified("".join(words.split())).translate(BRACKETS)
    folded = _QUOTED.sub(r"\1", _SECOND_NAME.sub("", whole).removesuffix("等"))
    if folded != whole and all(map(looks_like_body, re.split("[、,，]", whole[len(folded) + 1 : -1]))):
        return True  # 一港五谷（鹿城区政府、龙湾区政府）
    lists = gazetteer("departments")
    if not 1 < len(folded) <= 40 or folded in lists["no_body"] or _NO_BODY.search(folded):
        return False
    if national(folded, in_national_text=True) or folded in lists["bare"] or _REGIMENT.fullmatch(folded):
        return True
    if _PLACE_PREFIX.match(folded) and any(folded.endswith(name) for name in lists["bare"]):
        return True
    if is_collective(folded):
        return bool(
            re.search(
                r"(?:部门|单位|机构|政府|管委会|企业|高校|院校|区|县|市|街道|乡镇|团场|团镇|委|办|局)(?:\(.*\))?$",
                folded,
            )
        )
    if _KNOWN_END.search(folded):
        return True
    return bool(_BODY_END.search(folded)) and (bool(_PLACE_PREFIX.match(folded)) or _named(folded))


def is_field(words: str) -> bool:
    """Whether `words` name a body by its field alone: 财政, 卫生计生."""
    folded = simplified(words)
    return folded in gazetteer("departments")["fields"] or _stems().fullmatch(folded) is not None


def _named(words: str) -> bool:
    """发改委, 交委, 教育厅, 贵阳综合保税区管委会: a listed short form, or an area before it."""
    stem = _stems().match(words)
    if words in _table("whole") or (stem and _STEM_END.fullmatch(words, stem.end())):
        return True
    areas = find_areas(words.removeprefix("中共"), None)
    return bool(areas) and areas[0][0] == 0
