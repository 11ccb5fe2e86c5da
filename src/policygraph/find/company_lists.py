"""Short forms that a list shows to be companies: 依托江铜贵冶、九江石化、晨鸣纸业等龙头企业.

Not each list of 企业 is one of names: 钢铁、水泥等行业企业 names trades. A list counts where no item of it is made of everyday
words alone (of a list that plainly names firms, a third may be: 三和铝业), and where an item ends in a trade (双元铝业) or
the list says that they are leaders (龙头企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.find.company_forms import FULL
from policygraph.find.company_known import is_known
from policygraph.find.company_names import (
    NO_FIRM,
    STEEL,
    THING,
    area_in_full,
    is_located,
    is_of_area,
    is_own,
    is_short,
    is_traded,
    may_be_word_of_firm,
    opens_with_brand_name,
    opens_with_own,
)
from policygraph.find.edges import name_start
from policygraph.find.years import BY_DATE
from policygraph.lexicon.ordinary import is_ordinary, proper_part
from policygraph.lexicon.regions import Area

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
_DOING = "(?:完成|实施|开展|承担|承建|建设|启动|扩能|扩产|扩大|技改|延链|负责|增开|加密|开行|设立)"
_DOERS = re.compile(
    rf"(?<![一-鿿A-Za-z（）\d])(?P<items>(?:{_ITEM}、)+{_ITEM}?)等?(?:分别|各自|共同|联合)*"
    rf"(?:于?到?{BY_DATE})?(?:分别|全部|率先|负责)*(?:(?:联合|围绕)[一-鿿]{{2,14}}?)?{_DOING}"
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
        named = sum(1 for a, b in spans if is_located(text[a:b], home) or is_traded(text[a:b], home))
        if match["sites"] and named * 2 < len(spans):
            continue
        if all(proper_part(text[a:b]) is not None and len(text[a:b]) > 2 for a, b in spans):
            yield from _named(text, spans, home)


def _may_be_counted(text: str, start: int, end: int) -> bool:
    """The cheap test: 两家水泥企业, 5个熟料基地."""
    return text.find("家", start, end) >= 0 or any(
        text.find(each, start, end) >= 0 for each in ("所属", "旗下", "下属")
    )


def _named(text: str, spans: Sequence[tuple[int, int]], home: Area | None) -> Iterator[tuple[int, int]]:
    return (
        (a + area_in_full(text[a:b], home), b)
        for a, b in spans
        if (2 < b - a <= 14 or STEEL.fullmatch(text, a, b)) and not NO_FIRM.search(text[a:b])
    )


def _are_firms(names: Sequence[str], kind: str, home: Area | None) -> bool:
    """Whether what closes with 等 and `kind` names companies: 包头韵升等企业 and 依托甲、乙等龙头企业 do."""
    formed = sum(
        1
        for name in names
        if is_traded(name, home)
        or is_located(name, home)
        or is_known(name)
        or STEEL.fullmatch(name)
        or opens_with_brand_name(name)
    )
    if sum(map(is_ordinary, names)) > (len(names) // 3 if formed > 1 else 0):
        return False
    leading = _LEADING.search(kind) is not None
    several = len(names) > 1
    things = any(THING.search(name) for name in names)
    return bool(formed and (several or leading)) or (several and leading and "行业" not in kind and not things)


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


def doers(text: str, start: int, end: int, home: Area | None) -> Iterator[tuple[int, int]]:
    """Short forms in a list of those who do something, beside a company or another short form: A石化、B有限公司完成改造."""
    if _MAY_DO.search(text, start, end) is None:
        return
    for match in _DOERS.finditer(text, start, end):
        spans = list(items_of(match["items"], match.start("items")))
        named = [(a, b) for a, b in spans if is_short(text[a:b], home)]
        if named and len(spans) > 2 and all(opens_with_own(text[a:b], home) for a, b in spans):
            yield from spans  # 渌荣钢管、越磊铸管、|望漠不锈|实施…
        elif named and (len(named) > 1 or any(FULL.search(text, a, b) for a, b in spans)):
            yield from named


def beside(
    text: str, start: int, end: int, home: Area | None, firms: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Short forms that stand beside a company (`firms`) in a list: 临涣中利发电、|A公司.

    Behind two companies the area's own one, too: A公司、B公司、|临泉化工完成改造.
    """
    for i, (a, b) in enumerate(firms):
        before = _ITEM_BEFORE.search(text, max(start, a - 16), a)
        if before:
            at = before.start("item") + name_start(before["item"]) % len(before["item"])
            at += area_in_full(text[at : a - 1], home)
            followed = i + 1 < len(firms) and text[b : firms[i + 1][0]] == "、"  # 渌州钢铁、|A钢铁、B钢铁
            named = is_short(text[at : a - 1], home) or is_located(text[at : a - 1], home)
            named = named or (followed and is_of_area(text[at : a - 1], home))
            if named and not text.startswith(("（", "集团"), a):
                yield at, a - 1
        behind = _ITEM_BEHIND.match(text, b, end)
        several = i > 0 and text[firms[i - 1][1] : a] == "、"
        if behind and (is_short(behind["item"], home) or (several and is_of_area(behind["item"], home))):
            yield behind.span("item")


def items_of(words: str, at: int) -> Iterator[tuple[int, int]]:
    """The items of a list, printed at `at` as `words`; the first without what leads up to it."""
    for i, item in enumerate(words.split("、")):
        whose = None if i else _BELONGING.match(item)
        lead = whose.end() if whose else 0 if i else name_start(item) % max(1, len(item))
        yield at + lead, at + len(item)
        at += len(item) + 1
