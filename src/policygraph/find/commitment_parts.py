"""The parts of a sentence that may each state an aim, and the deadline that opens one: 力争到2026年底前|建成一期.

一期2024年投产、二期2026年投产 are two parts, 服务质量全面提升、机制基本建立 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.edges import AREA_AHEAD, HEADS_ITEM
from policygraph.find.sentences import parts
from policygraph.find.years import IN_YEAR, year_phrases

# 并, 其中; 2025年|起新建…, 自2024年|起每年3月底前完成…
_LEAD = re.compile(
    rf"(?:(?!{AREA_AHEAD})(?:起(?=新|，|[^，]{{0,3}}每年)|每年\d{{1,2}}月底前(?=完成)|内(?=全部|全面|基本|完成|建成|启动|实现|开工)|并(?!网)|且|同时|以及|和(?![美谐平])|，|、|其中|使|{HEADS_ITEM}|确保))+"
)
# 项目2027年6月投运: the year stands before what will be done by then
DUE_INSIDE = re.compile(
    rf"(?P<year>20\d\d)年{IN_YEAR}(?:全部|全面|基本)?(?:建成|投运|投产|投用|完工|竣工|通车|开工|达产|运营)(?!的)"
)
# 9月1日前, 6月底, 年底前, 年内: a date whose year the plan itself gives; not 每年3月底前, 一年内
_DATE = re.compile(
    r"(?<![\d年])\d{1,2}月(?:(?:\d{1,2}日|上旬|中旬|下旬|份)?(?:之?前|以前)|[底末](?:之?前)?)"
    r"|(?<![\d年上次每明翌去往同一二两三四五六七八九十几半近])年(?:[底末](?:之?前)?|内)|今年(?:年?[底末内](?:之?前)?|[^，。；、]{0,4}前)?"
)
# what may stand before a part's own deadline: 力争到2025年, 一是2025年; but 一期|2025年投产 has a subject
OPENING = re.compile(
    rf"(?:力争|争取|确保|努力|计划|预计|要|应|在|于|到|从|自|并|且|同时|以及|和|其中|使|{HEADS_ITEM}|[“（])*"
)
# 2025年上半年|开工，2026年|建成: all that is said of a work that was named before
BARE_RESULT = re.compile(
    r"(?:上半年|下半年|年中|全部|全面|基本|正式|整体|力争)*(?:(?:建成|投运|投产|投用|完成|完工|竣工|通车|开工(?:建设)?|启用|达产|运营|投入(?:使用|运营|运行)|通[水气航]|运行"
    r"|核准|获批|批复|立项|开业|开园|签约|封顶|交付|并网|挂牌(?:启动|运营)?|落地)+)"
)
# 2025年填筑到顶|、2027年底前首台机组发电; 服务质量全面提升|、机制基本建立
_NEXT_DATED = re.compile(
    r"(?<![年月日底前末])、(?=(?:力争|争取)?(?:20\d\d年(?![、和及])|“?十[三四五六]五”?(?:期?末|期间)))"
)
_HOW = "(?:全面|基本|显著|明显|不断|持续|更加|大幅|有效|稳步|初步|逐步)"
_NEXT_STATE = re.compile(rf"(?:{_HOW}[一-鿿]{{2}}|领先|一流)(?P<cut>、)(?=[^、]{{4,}}{_HOW}[一-鿿]{{2}}$)")
# 实现|供水|设施智能开放、|供水|信息互联互通、|供水|服务安全便捷: three aims of one thing
_OF_ONE_THING = re.compile(r"实现(?P<thing>[一-鿿]{2,4})[^、，；（]{4,}(?:、(?P=thing)[^、，；（]{4,}){2,}$")


def aim_parts(text: str, s: int, e: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence; 一期2024年投产、二期2026年投产 are two."""
    for a, b in parts(text, s, e):
        for cut in _cuts(text, a, b):
            yield a, cut
            a = cut + 1
        yield a, b


def _cuts(text: str, a: int, b: int) -> list[int]:
    """Where the 、 stand that part two aims."""
    if text.find("、", a, b) < 0:
        return []
    cuts = {match.start() for match in _NEXT_DATED.finditer(text, a, b) if year_phrases(text, a, match.start())}
    cuts |= {match.start("cut") for match in _NEXT_STATE.finditer(text, a, b)}
    alike = _OF_ONE_THING.search(text, a, b) if text.find("实现", a, b) >= 0 else None
    if alike:
        cuts |= {at for at in range(alike.start(), b) if text[at] == "、"}
    for match in DUE_INSIDE.finditer(text, a, b):
        if text[match.end() : match.end() + 1] == "、" and DUE_INSIDE.search(text, match.end(), b):
            cuts.add(match.end())
    return sorted(cuts)


def opened(text: str, a: int, b: int) -> int | None:
    """Where the deadline ends that opens a part; None where none does."""
    dates = [phrase for phrase in year_phrases(text, a, b) if OPENING.fullmatch(text, a, phrase.start)]
    if dates:
        return dates[-1].end
    date = plain_date(text, a, b)
    return date.end() if date and OPENING.fullmatch(text, a, date.start()) else None


def begins(text: str, begin: int, end: int) -> int:
    """Where the aim's own words begin, freed of 并, 其中, （1） and the like."""
    lead = _LEAD.match(text, begin, end)
    return lead.end() if lead else begin


def plain_date(text: str, a: int, b: int) -> re.Match[str] | None:
    """A date whose year the plan itself gives; none has neither of the two signs."""
    return _DATE.search(text, a, b) if text.find("月", a, b) >= 0 or text.find("年", a, b) >= 0 else None
