"""Laws, plans, standards and notices named in 《》, with the number and the issuer that stand beside them.

Without 《》 a document is read only where `documents.yml` knows it: 依据环境保护法; or where it is a standard named by its
number alone: 执行GB 8978—1996.
生态环境部《关于印发〈减污降碳协同增效实施方案〉的通知》（环综合〔2022〕42号） gives title, issuer and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policygraph.clean import Clean
from policygraph.find.edges import AREA_AHEAD
from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.spans import inside

# 环综合〔2022〕42号, GB/T37099-2018, DB52/1115-2016
_DOCUMENT_NUMBER = r"[一-鿿]{1,12}(?:[一-鿿]|\s)?（(?:19|20)\d\d）第?\d{1,5}号"
# those of the nation, of its ministries and trades, of groups (T) and of the world
_CODES = (
    "AQ|BB|CB|CECS|CH|CJ|CJJ|CY|DA|DB|DL|DY|DZ|EJ|FZ|GA|GB|GC|GD|GH|GM|GY|HB|HG|HJ|HS|HY|IEC|ISO|JB|JC|JG|JGJ|JJF|JJG|JR|JT|JTG|JTS|JY"
    "|LB|LD|LS|LY|MH|MR|MT|MZ|NB|NY|QB|QC|QJ|QX|RB|RFJ|SB|SC|SF|SH|SJ|SL|SN|SW|SY|TB|TD|TY|WB|WH|WJ|WM|WS|WW|XB|XF|YB|YC|YD|YS|YY|YZ|ZY|T"
)
_STANDARD_NUMBER = (
    rf"(?:{_CODES})(?:[/ ]?[A-Z])?(?:/T|/Z)?"
    r"[\dA-Z/]*\s?\d+(?:\.\d+)*(?:-(?:19|20)?\d\d)?"
)
_BEHIND = re.compile(
    rf"（(?P<number>{_DOCUMENT_NUMBER}|{_STANDARD_NUMBER}|(?:第?[一-鿿]*令)?第?\d+号(?:令|公告)?"
    r"|[一-鿿（）〔〕\d]{2,24}(?:令第?\d+号|第\d+号令?))(?:，?以下(?:简称|称).*?)?）"
)
_NUMBER_AHEAD = re.compile(rf"(?<![A-Za-z0-9])(?P<number>{_STANDARD_NUMBER})$")  # GB/T 23331-2020|《能源管理体系》
_NUMBER_BEHIND = re.compile(rf"(?P<number>{_STANDARD_NUMBER})(?<=\d\d\d\d)")  # 《能源管理体系》|GB/T 23331-2020
_AHEAD = re.compile(
    r"(?P<issuer>(?:国家|中共中央|国务院|党中央|中央|省人民政府|省政府|市人民政府|市政府|[一-鿿、（）]{2,24}?(?:部|委员会|委|局|厅|办公厅|办公室|人民政府|总署|总局|人大常委会|人大))(?:等(?:[一二三四五六七八九十\d]+个?)?(?:部门|单位|部委))?(?:办公厅|办公室)?)(?:联合)?(?:印发|发布|出台|制定|下发)?(?:的|了)?$"
)
# GB/T37244-2018 ⇥ 燃料氢气: a row of a table of standards
_ROW = re.compile(
    rf"(?:^|(?<=[\t\n]))(?P<number>{_STANDARD_NUMBER})\t(?P<title>[一-鿿][^\t\n《》]{{3,60}})(?=[\t\n]|$)"
)
_MARK = re.compile("[《》\n]")
# 按照|GB/T 23331-2020|核算: with its year, or with digits enough for a national one
_BARE_STANDARD = re.compile(
    rf"(?<![A-Za-z0-9/.-])(?=GB|[A-Z][A-Z\d/]*\s?[\d.]+-(?:19|20)\d\d){_STANDARD_NUMBER}(?<=\d\d\d\d)(?![\d.])"
)
# 云和县, 呼和浩特: no joint
_JOINING_HE = rf"(?!{AREA_AHEAD}|和回族)(?<!呼)(?:(?<![云仁共兴南太平政新永泰西])和|和(?![县区]))"
_LEADING = re.compile(rf".*(?:根据|按照|依据|落实|贯彻|执行|遵循|对照|符合|及|{_JOINING_HE}|与|、|，|按|结合)")
_PARTY_AHEAD = re.compile(r"(?:中共中央|党中央|[省市县区州]委|自治区党委)(?:办公厅|办公室)?、?$")  # 中共中央、|国务院
_LONGER = re.compile(r"[》〉律规制度官院治定庭人师条执实]")
_SHORT_TITLE = re.compile(
    '《(?P<title>[^《》\n]{4,60})》[^《》\n。]{0,40}?简称[为：:]?[“"]?《(?P<short>[^《》\n]{2,20})》'
)
# 《森林法》 is a law, 《人民》 no document
_NO_DOCUMENT = re.compile(r"^(?!(?:.{1,2}法|民法典|党章)$).{0,3}$|报$|杂志$|课程$|证书?$|专栏$|歌$|电影$|纪录片$")


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A cited document at [start, end) of the clean text, its 《》 included; title, number and issuer as offsets."""

    start: int
    end: int
    title: tuple[int, int]
    number: tuple[int, int] | None = None
    issuer: tuple[int, int] | None = None


def find_citations(clean: Clean, stretches: Sequence[tuple[int, int]]) -> Iterator[CitationMention]:
    """The documents named in the stretches of one clause: those in 《》, then those known without."""
    text = clean.text
    for start, end in stretches:
        marked = list(titles(text, start, end))
        for a, b in marked:
            if _NO_DOCUMENT.search(text[a + 1 : b - 1]):
                continue
            number = _number(text, start, a, b)
            ahead = _AHEAD.search(text[max(start, a - 40) : a])
            issuer = _issuer(text, start, max(start, a - 40), ahead) if ahead else None
            yield CitationMention(a, b, (a + 1, b - 1), number.span("number") if number else None, issuer)
        yield from _unmarked(text, start, end, marked)
        for row in _ROW.finditer(text, start, end) if text.find("\t", start, end) >= 0 else ():
            yield CitationMention(row.start("number"), row.end("title"), row.span("title"), row.span("number"))
        yield from _by_number(text, start, end, marked)


def _number(text: str, first: int, a: int, b: int) -> re.Match[str] | None:
    """The number that stands in brackets behind the title at [a, b), or right before it."""
    return (
        _BEHIND.match(text, b)
        or _NUMBER_AHEAD.search(text, max(first, a - 24), a)
        or _NUMBER_BEHIND.match(text, b, b + 40)
    )


@cache
def _laws() -> Matcher:
    names = gazetteer("documents")["laws"]["words"]
    return Matcher([*names, *(f"中华人民共和国{name}" for name in names)])


def _unmarked(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> Iterator[CitationMention]:
    """依据环境保护法: a law by its own name, not as part of a longer one (实施条例, 执法检查)."""
    for a, b, _ in _laws().find(text[start:end]):
        a, b = start + a, start + b
        if not inside(a, marked) and not _LONGER.match(text, b) and text[a - 1 : a] not in ("“", "〈"):
            yield CitationMention(a, b, (a, b))


def _by_number(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> Iterator[CitationMention]:
    """执行GB 8978-1996: a standard whose number is all that is printed of it."""
    named = [match.span("number") for a, b in marked if (match := _number(text, start, a, b))]
    taken = [*marked, *named, *(row.span() for row in _ROW.finditer(text, start, end))]
    known = {text[a:b].replace(" ", "") for a, b in named}
    for match in _BARE_STANDARD.finditer(text, start, end):
        if not inside(match.start(), taken) and match[0].replace(" ", "") not in known:
            yield CitationMention(match.start(), match.end(), match.span(), match.span())


def short_titles(text: str) -> dict[str, str]:
    """Titles that stand for longer ones: 《甲市任务分工》（以下简称《任务分工》） gives 任务分工 → 甲市任务分工."""
    return {match["short"]: match["title"] for match in _SHORT_TITLE.finditer(text)} if "简称" in text else {}


def titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost 《》 of a stretch; one that nothing closes is none."""
    depth = opened = 0
    for match in _MARK.finditer(text, start, end):
        c = match[0]
        if c == "《":
            opened = match.start() if not depth else opened
            depth += 1
        elif c == "》" and depth:
            depth -= 1
            if not depth:
                yield opened, match.end()
        elif c == "\n":
            depth = 0


def _issuer(text: str, first: int, base: int, ahead: re.Match[str]) -> tuple[int, int] | None:
    """The issuer's own words, freed of 根据, 落实 and what else leads up to them; 中共中央、国务院 are one."""
    words = ahead["issuer"]
    lead = _LEADING.match(words)
    cut = lead.end() if lead and lead.end() < len(words) else 0
    start = base + ahead.start("issuer") + cut
    party = _PARTY_AHEAD.search(text, first, start)
    if party and text.startswith(("国务院", "省", "市", "县", "区", "州", "自治区"), start):
        start = party.start()
    return (start, base + ahead.end("issuer")) if len(words) - cut >= 2 else None
