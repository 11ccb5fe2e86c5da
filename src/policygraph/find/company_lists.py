"""Short forms that a list shows to be companies: 依托江铜贵冶、九江石化、晨鸣纸业等龙头企业.

Not each list of 企业 is one of names: 钢铁、水泥等行业企业 names trades. A list counts where no item of it is made of everyday
words alone (of a list that plainly names firms, a third may be: 三和铝业), and where an item ends in a trade (双元铝业) or
the list says that they are leaders (龙头企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.find.company_forms import FULL, trade_end, trades
from policygraph.find.company_known import is_known
from policygraph.find.edges import lead_length, name_start
from policygraph.find.years import BY_DATE
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import is_ordinary, one_of, proper_part
from policygraph.lexicon.regions import Area, find_areas, in_full

_NEVER_LISTED = "，。；\n"  # signs that stand in no list of names
_ITEM = r"[一-鿿A-Za-z（）\d]{2,22}"
# items, then 等, then what they are: 等“两高”以及白酒酿造等“双超双有”行业企业
_KIND = r"等(?P<kind>(?:[^，。；、（）]{0,8}(?:以及|和|及)[^，。；、（）]{0,10}等)?[^，。；、（）]{0,14}?(?:企业(?!家|化)|公司|集团))"
_CLOSED = re.compile(_KIND)
_LISTED = re.compile(rf"(?P<items>(?:{_ITEM}、)+{_ITEM}?|[一-鿿]{{2,12}}?){_KIND}")
# items, then how many of what: 大田红狮、将乐金牛两家水泥企业, 4家重点排污单位
_COUNTED = re.compile(
    rf"(?P<items>(?:{_ITEM}、)+[一-鿿A-Za-z（）]{{2,14}}?)(?:[两三四五六七八九十]|\d{{1,2}})"
    r"(?:[家户](?P<kind>[^，。；、（）]{0,14}?(?:企业|公司|单位))|[个座](?P<sites>[^，。；、（）]{0,4}?(?:基地|工厂|厂区|分厂)))"
)
# A公司|所属|甲、乙、丙
_BELONGING = re.compile(".*(?:(?:所属|旗下|下属)的?|拥有|集聚|聚集|汇聚|涌现出?|落户|入驻)(?=[一-鿿]{2})")
# A、B、C分别实施, A、B于2025年底前完成
_DOING = "(?:完成|实施|开展|承担|承建|建设|启动|扩能|扩产|扩大|技改|延链|负责)"
_DOERS = re.compile(
    rf"(?<![一-鿿A-Za-z（）\d])(?P<items>(?:{_ITEM}、)+{_ITEM}?)等?(?:分别|各自|共同|联合)*"
    rf"(?:于?到?{BY_DATE})?(?:分别|全部|率先|负责)*(?:联合[一-鿿]{{2,8}}?)?{_DOING}"
)
_ITEM_BEFORE = re.compile(r"(?:^|[，。；、\n]|\d年)(?P<item>[一-鿿A-Za-z]{4,15})、$")
_ITEM_BEHIND = re.compile(
    rf"、(?P<item>[一-鿿A-Za-z]{{4,10}}?)(?=[、，；。]|等|和[一-鿿]|(?:分别|全部|率先)*(?:于?20\d\d年[^，]{{0,6}}?前)?{_DOING})"
)
_MAY_DO = re.compile(rf"、[一-鿿A-Za-z（）\d]{{2,}}?{_DOING}")
_LEADING = re.compile(
    r"龙头|骨干|重点|链主|知名|品牌|优势|代表|领军|头部|大型|优强|标杆|支柱|亿级|本土|一批|^(?:\d+|[两三四五六七八九十])家"
)
_RELIED_ON = re.compile("[^、]*?(?:依托|发挥|引进|支持|招引|对接)")
_LEADERS = re.compile("(?:龙头|骨干|链主|领军|头部|行业龙头|重点|知名)[^，。；、]{0,4}企业")
# what may be the thing itself or a place: 钒钛|新材料, 藤椒|食品, 石门坪|水泥
_THING = re.compile(
    "[钢铁铜铝锌镁钛钒锂钠硅氟磷硫碳硼锰镍钴钨钼锡铅锆铌稀石煤油气膜酸酯醇烯烃胺酮醛纤维树脂布纱丝绸棉麻毛皮革纸竹木菌菇椰蔗麦烟草花苗参椒梨桃果枣茶药酒米面薯豆菜牛羊猪鸡鸭鹅鱼虾蟹蚕糖盐奶肉蛋茄咖硒瓷砖灯吨泵阀管板箱车船机器]"
    "|[山江河湖海岛湾坪坝沟镇村乡寨庄屯堡店营桥港岭坡塘溪泉峡坑园区县市省洲路街型式级类性用态基]$|^(?:[湾江河湖海山城港]|年|日|月|第|全|各|该|其)"
)
_STEEL = re.compile("[一-鿿]钢(?<![废炼轧粗型特])")
_NO_FIRM = re.compile(
    r"(?<!美)的|[等第]|集团.|公司.|改造.|建设.|项目|工程|行业|产业|领域|地区|[市县区镇乡]$|园区?$|基地$|大学$|学院$|电厂$"
)

# 金汇能|先进|负极材料: what a firm makes
_WHAT_SORT = re.compile("先进|高端|新型|高性能|高品质|高纯")


def listed(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that lists of named companies are made of."""
    closed = _CLOSED.search(text, start, end)
    if closed is not None:
        begin = max(start, *(text.rfind(stop, start, closed.start()) + 1 for stop in _NEVER_LISTED))
        for match in _LISTED.finditer(text, begin, end):
            spans = list(items_of(match["items"], match.start("items")))
            names = [text[a:b] for a, b in spans]
            if (match["kind"].endswith("公司") or _LEADING.search(match["kind"])) and _bear_own_names(names, home):
                yield from spans
            elif _relied_on(match, names, home):
                yield from (each for each in spans if len(spans) > 1 or each[1] - each[0] > 2)
            elif _are_firms(names, match["kind"], home):
                yield from _named(text, spans, home)
    for match in _COUNTED.finditer(text, start, end) if _may_be_counted(text, start, end) else ():
        spans = list(items_of(match["items"], match.start("items")))
        named = sum(1 for a, b in spans if _is_located(text[a:b], home) or _is_traded(text[a:b], home))
        if match["sites"] and named * 2 < len(spans):
            continue
        if all(proper_part(text[a:b]) is not None and len(text[a:b]) > 2 for a, b in spans):
            yield from _named(text, spans, home)


def is_own(name: str, home: Area | None) -> bool:
    """Whether a word of two to five characters is made of no everyday word and no area: 渌涂士."""
    return (
        2 <= len(name) <= 5
        and proper_part(name) == (0, len(name))
        and not find_areas(name, home)
        and not _NO_FIRM.search(name)
    )


def may_be_word_of_firm(name: str, home: Area | None) -> bool:
    """The same, and no product or sort of it: neither 藤椒 nor 射频."""
    return is_own(name, home) and not _THING.search(name) and not _sorts() & {name, name[:2], name[:3], name[-2:]}


@cache
def _sorts() -> frozenset[str]:
    return frozenset(gazetteer("companies")["sorts"]["words"].split())


def _may_be_counted(text: str, start: int, end: int) -> bool:
    """The cheap test: 两家水泥企业, 5个熟料基地."""
    return text.find("家", start, end) >= 0 or any(
        text.find(each, start, end) >= 0 for each in ("所属", "旗下", "下属")
    )


def _named(text: str, spans: Sequence[tuple[int, int]], home: Area | None) -> Iterator[tuple[int, int]]:
    return (
        (a + _area_in_full(text[a:b], home), b)
        for a, b in spans
        if (2 < b - a <= 14 or _STEEL.fullmatch(text, a, b)) and not _NO_FIRM.search(text[a:b])
    )


def _area_in_full(name: str, home: Area | None) -> int:
    """How many characters of `name` are an area in full that a name of its own stands behind: 丰县|建滔能源."""
    areas = find_areas(name, home)
    located = areas and areas[0][0] == 0 and in_full(name[: areas[0][1]], areas[0][2])
    return areas[0][1] if located and len(name) - areas[0][1] >= 4 else 0


def _are_firms(names: Sequence[str], kind: str, home: Area | None) -> bool:
    """Whether what closes with 等 and `kind` names companies: 包头韵升等企业 and 依托甲、乙等龙头企业 do."""
    formed = sum(
        1
        for name in names
        if _is_traded(name, home)
        or _is_located(name, home)
        or is_known(name)
        or _STEEL.fullmatch(name)
        or _opens_with_brand(name)
    )
    if sum(map(is_ordinary, names)) > (len(names) // 3 if formed > 1 else 0):
        return False
    leading = _LEADING.search(kind) is not None
    several = len(names) > 1
    things = any(_THING.search(name) for name in names)
    return bool(formed and (several or leading)) or (several and leading and "行业" not in kind and not things)


def _opens_with_brand(name: str) -> bool:
    """东软|睿驰."""
    return 4 <= len(name) <= 6 and is_known(name[:2]) and proper_part(name[2:]) == (0, len(name) - 2)


def _bear_own_names(names: Sequence[str], home: Area | None) -> bool:
    """唐钢、天柱、华西、荣程|等钢铁公司: four at least, most of them of no everyday word; or three, all of them."""
    own = sum(1 for name in names if is_own(name, home))
    return own == len(names) == 3 or (len(names) > 3 and own * 3 >= len(names) * 2)


def _relied_on(match: re.Match[str], names: Sequence[str], home: Area | None) -> bool:
    """依托|渌信、越配|等龙头企业: leaders by no everyday word and no product."""
    verb = match["items"].partition("、")[0]
    return (
        _LEADERS.search(match["kind"]) is not None
        and _RELIED_ON.match(verb) is not None
        and all(may_be_word_of_firm(name, home) for name in names)
    )


def _is_traded(name: str, home: Area | None) -> bool:
    """双元铝业, but not 诸暨水泥: a trade of an area is no firm."""
    if not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    return not areas or areas[0][0] != 0 or _traded().fullmatch(name, areas[0][1]) is not None


def _is_located(name: str, home: Area | None) -> bool:
    """An area, then a word of its own, or the other way round: 包头韵升, 大田红狮, 美的合肥."""
    areas = find_areas(name, home) if 4 <= len(name) <= 7 else []
    if areas and 2 <= areas[-1][0] <= 3 and areas[-1][1] == len(name):
        return is_known(name[: areas[-1][0]] + "集团") or proper_part(name[: areas[-1][0]]) == (0, areas[-1][0])
    if not areas or areas[0][0]:
        return False
    own = name[areas[0][1] :]
    return len(own) >= 2 and proper_part(own) == (0, len(own))


def doers(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """Short forms in a list of those who do something, beside a company or another short form: A石化、B有限公司完成改造."""
    if _MAY_DO.search(text, start, end) is None:
        return
    for match in _DOERS.finditer(text, start, end):
        spans = list(items_of(match["items"], match.start("items")))
        named = [(a, b) for a, b in spans if _is_short(text[a:b], home)]
        if named and len(spans) > 2 and all(_opens_with_own(text[a:b], home) for a, b in spans):
            yield from spans  # 渌荣钢管、越磊铸管、|望漠不锈|实施…
        elif named and (len(named) > 1 or any(FULL.search(text, a, b) for a, b in spans)):
            yield from named


def _opens_with_own(name: str, home: Area | None) -> bool:
    """Whether a name of four or five signs opens with a word of its own that is no area: 望漠|不锈."""
    own = proper_part(name)
    return (
        4 <= len(name) <= 5
        and own is not None
        and own[0] == 0
        and not (_NO_FIRM.search(name) or _THING.search(name[:2]) or find_areas(name, home))
    )


def beside(
    text: str, start: int, end: int, home: Area | None, firms: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Short forms that stand beside a company (`firms`) in a list: 临涣中利发电、|A公司.

    Behind two companies the area's own one, too: A公司、B公司、|临泉化工完成改造.
    """
    for i, (a, b) in enumerate(firms):
        before = _ITEM_BEFORE.search(text, max(start, a - 16), a)
        if before:
            at = before.start("item") + lead_length(before["item"])
            at += _area_in_full(text[at : a - 1], home)
            followed = i + 1 < len(firms) and text[b : firms[i + 1][0]] == "、"  # 渌州钢铁、|A钢铁、B钢铁
            named = _is_short(text[at : a - 1], home) or _is_located(text[at : a - 1], home)
            named = named or (followed and _is_of_area(text[at : a - 1], home))
            if named and not text.startswith(("（", "集团"), a):
                yield at, a - 1
        behind = _ITEM_BEHIND.match(text, b, end)
        several = i > 0 and text[firms[i - 1][1] : a] == "、"
        if behind and (_is_short(behind["item"], home) or (several and _is_of_area(behind["item"], home))):
            yield behind.span("item")


def _is_of_area(name: str, home: Area | None) -> bool:
    """An area and a trade: 临泉化工."""
    areas = find_areas(name, home)
    return bool(areas) and areas[0][0] == 0 and _trade_alone().fullmatch(name, areas[0][1]) is not None


def _is_short(name: str, home: Area | None) -> bool:
    """Whether a name of its own stands before a trade and behind an area, if one opens it: 诸暨越钢水泥, not 诸暨水泥."""
    if not 4 <= len(name) <= 10 or _NO_FIRM.search(name) or not _traded().fullmatch(name):
        return False
    areas = find_areas(name, home)
    own = name[areas[0][1] :] if areas and areas[0][0] == 0 else name
    bare = trade_end().sub("", own)
    return len(own) > 3 and not (is_ordinary(own) and is_ordinary(bare)) and _WHAT_SORT.search(own) is None


def items_of(words: str, at: int) -> Iterator[tuple[int, int]]:
    """The items of a list, printed at `at` as `words`; the first without what leads up to it."""
    for i, item in enumerate(words.split("、")):
        whose = None if i else _BELONGING.match(item)
        lead = whose.end() if whose else 0 if i else name_start(item) % max(1, len(item))
        yield at + lead, at + len(item)
        at += len(item) + 1


@cache
def _trade_alone() -> re.Pattern[str]:
    return re.compile(one_of(gazetteer("companies")["trades_of_areas"]["words"]))


@cache
def _traded() -> re.Pattern[str]:
    """双元铝业: a name, then a trade."""
    return re.compile(rf"[一-鿿（）]{{2,}}{trades()}")
