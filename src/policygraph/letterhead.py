"""What a plan says of itself outside its clauses: title, status, 文号, date, issuers.

（征求意见稿） makes a draft; 筑环通〔2023〕71号 is the number; the bodies above 2023年11月6日 issued it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policygraph.clean import Clean, Paragraph
from policygraph.lexicon.departments import looks_like_body
from policygraph.model import Status
from policygraph.numbering import han_number
from policygraph.outline import Outline

_KIND = r"(?:方案|计划|规划|意见|通知|办法|措施|要点|清单|分工|细则|纲要|行动|政策|条例|规定|决定|公告|函|指引|报告|决议|工作安排)"
# …的意见, …方案（2024—2026年）, …的意见（国发（2018）9号）, 2025年度工作任务, 2019年政府工作报告预期目标
_ENDS_TITLE = re.compile(
    rf"(?:{_KIND}|责任分解|20\d\d.{{0,20}}任务)(?:（[^）]{{1,20}}）|（[^（）]{{1,14}}（20\d\d）\d{{1,5}}号）)?$|政府工作报告》?[一-鿿]{{0,8}}目标$"
)
_OWN_NUMBER = re.compile(r"[（(][^（）()]{1,14}[（(〔\[]20\d\d[）)〕\]]\d{1,5}号[）)]$")
_DRAFT = re.compile(r"征求意见|草案|讨论稿|送审稿|公开征求|意见稿")
_NUMBER = re.compile(r"[一-鿿]{1,14}（20\d\d）\d{1,5}号")
_DATE = re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_HAN_DATE = re.compile(r"(?P<y>20\d\d)年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日")
_NOTICE = re.compile(
    rf"(?:关于)?(?:印发|转发|发布)(?:《(?P<title>.*)》|(?P<bare>.{{6,}}(?:{_KIND}|任务)))的通知(?:[（(][^（()）]*日[)）])?$"
)
_SENT_ROUND = re.compile(
    rf"(?:印发|转发|出台|发布)《(?P<title>[^《》]*{_KIND}(?:（[^（）]*）)?)》$"
)  # …办公厅印发《…行动方案》
# what a site prints behind the title: 印发日期：2025-04-22
_META = re.compile("(?:印发|发布|成文|公布|发文|生成)(?:日期|时间)：|索引号|发文字号|(?:信息)?来源：|浏览次数")
# what a site tells of a document above it, side by side: 文号|苏市监（2022）1号|主题词|
_INFO = re.compile(
    r"(?:索引号|索取号|信息分类|分类|主题分类|组配分类|体裁分类|标题|名称|信息名称|文件名称|文号|发文字号|文件编号|主题词|关键词|内容概述|内容概要|概述|发文机关|发文机构|发布机构|发布单位|公开方式|公开范围|公开时限|时效|时效性|有效性|文种|公文种类|服务对象"
    r"|(?P<date>(?:发文|成文|印发|发布|公开|公布|生成|生效)(?:日期|时间)))[|｜\t：:](?P<value>[^|｜\t]*)"
)
_ISO = re.compile(r"(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_YEARS = re.compile(r"（20\d\d年?[-～至到]20\d\d年?）")
# Lines above the title that are no part of it; the last ones are a web page's
_NO_TITLE = re.compile(
    r"|附件\d*|.*号|.*文件|.*\d日|(?:方案|通知|文件|政策|意见|规划|计划)?(?:全文|正文|原文|内容)(?:如下)?|印发通知|目录|政策解读|来源|浏览次数"
)
_LISTED_ANNEX = re.compile(r"附件\d*：|\d{1,2}[.、]")  # 附件：1.任务分工表, 2.指标计划
_IN_SENTENCE = re.compile(r"日(?:之?前|起|以来)|[。；]")
_ISSUER_AHEAD = re.compile(r"^(?P<issuers>.{2,60}?)(?:关于|(?:印发|转发)《)")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is printed, with nothing inferred: a title that is not printed is None."""

    title: str | None
    status: Status
    document_number: str | None
    issued_on: datetime.date | None
    issuers: tuple[str, ...]


def letterhead(clean: Clean, outline: Outline) -> Letterhead:
    """Reads the paragraphs before the first clause and after the last one."""
    preamble = outline.units[0] if outline.units and outline.units[0].key == "preamble" else None
    front = [p for p in outline.front if preamble is None or p.start < preamble.start]
    title = _title(clean, front)
    outside = [*outline.front, *outline.back]
    dates = [(found, clean.of(p).endswith("印发")) for p in outside if (found := _date(clean.of(p)))]
    # 2024年6月20日印发 at the very end is the printer's day, where the signature has one of its own
    own = [found for found, printers in dates if not printers] or [found for found, _ in dates]
    date = own[-1] if own else _told_by_site(clean, front)
    signed = _signatures(clean, front) or _signatures(clean, outline.back) or _issuers_ahead(clean, front)
    issuers = max(signed, _red_head(clean, front), key=len)  # a signature may be broken between its lines
    number = next(  # on a line of its own, or behind the title
        (
            clean.words(p.start + m.start(), p.start + m.end())
            for p in front
            if (m := _NUMBER.search(words := clean.of(p)))
            and (p.end - p.start < 40 or _OWN_NUMBER.search(words) or _META.search(words))
        ),
        None,
    )
    draft = any(_DRAFT.search(clean.of(p)) for p in front if p.end - p.start < 80)
    status: Status = "draft" if draft else "issued" if number or date or issuers else "unknown"
    return Letterhead(title, status, number, date, issuers)


def _told_by_site(clean: Clean, front: Sequence[Paragraph]) -> datetime.date | None:
    """The date in what a site tells of the document: 发文日期|2022-03-09."""
    for paragraph in front:
        info = _INFO.match(clean.of(paragraph))
        match = _ISO.search(info["value"]) if info and info["date"] else None
        if match:
            return _calendar(int(match["y"]), int(match["m"]), int(match["d"]))
    return None


def _title(clean: Clean, front: Sequence[Paragraph]) -> str | None:
    """The last heading before the plan's first words; a notice that sends it round names it in 《》."""
    found: str | None = None
    begin: int | None = None
    years_follow: int | None = None  # where the title begins whose years stand on the next line: （2024—2028年）
    for paragraph in front:
        paragraph = _without_meta(clean, paragraph)
        words = clean.of(paragraph)
        if _INFO.match(words):
            begin = None
            continue
        if years_follow is not None and _YEARS.fullmatch(words):
            found = _printed(clean, years_follow, paragraph.end)
        years_follow = None
        if not _may_be_title(words):
            begin = None
            continue
        begin = paragraph.start if begin is None else begin
        whole = clean.text[begin : paragraph.end].replace("\n", "")
        whole = re.sub(r"（[^）]*(?:稿|试行|文本[^）]*)）$", lambda m: m[0] if "试行" in m[0] else "", whole)
        if (_ENDS_TITLE.search(whole) or _SENT_ROUND.search(whole)) and 4 < len(whole) < 120:
            found, years_follow, begin = _printed(clean, begin, paragraph.end), begin, None
    if found is None:
        return None
    if sent := _SENT_ROUND.search(found):
        return sent["title"]
    notice = _NOTICE.search(found)
    return notice["title"] or notice["bare"] if notice else found


def _without_meta(clean: Clean, paragraph: Paragraph) -> Paragraph:
    """A title's line without what a site prints behind it: …的通知|印发日期：2025-04-22."""
    meta = _META.search(clean.text, paragraph.start + 1, paragraph.end)
    return replace(paragraph, end=meta.start()) if meta else paragraph


def _printed(clean: Clean, begin: int, end: int) -> str:
    words = _OWN_NUMBER.sub("", clean.words(begin, end))
    return re.sub(r"^附件\d*[：:]?|[（(][^）)]*(?:征求意见|草案|讨论|送审|意见)稿?[^）)]*[）)]", "", words)


def _may_be_title(words: str) -> bool:
    body = re.sub(r"《[^》]*》|（[^）]*）", "", words)
    return (
        len(words) < 100
        and not re.search(r"[，。；：？]", body)
        and not _NO_TITLE.fullmatch(body)
        and not _LISTED_ANNEX.match(words)
        and "\t" not in words
    )


def _date(words: str) -> datetime.date | None:
    """A date that stands alone or behind a signature, not one inside a sentence."""
    if len(words) >= 60 or _IN_SENTENCE.search(words):
        return None
    match = _DATE.search(words)
    if match:
        return _calendar(int(match["y"]), int(match["m"]), int(match["d"]))
    match = _HAN_DATE.search(words)
    if match is None:
        return None
    return _calendar(int(match["y"]), han_number(match["m"]) or 0, han_number(match["d"]) or 0)


def _calendar(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _signatures(clean: Clean, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The bodies on the lines right above a date."""
    for i, paragraph in enumerate(paragraphs):
        if not _date(clean.of(paragraph)):
            continue
        same = re.split(r"\d{4}年", clean.of(paragraph))[0]
        names = _bodies_on(clean, paragraph.start, paragraph.start + len(same))
        if same and not names:  # …工作方案的通知（2024年5月6日）
            continue
        for other in reversed(paragraphs[:i]):
            line = _bodies_on(clean, other.start, other.end)
            if not line:
                break
            names = [*line, *names]
        if names:
            return tuple(names)
    return ()


def _red_head(clean: Clean, front: Sequence[Paragraph]) -> tuple[str, ...]:
    """The bodies on the lines above the word 文件, which heads a letter in red."""
    head = next((i for i, paragraph in enumerate(front) if clean.of(paragraph) == "文件"), 0)
    return tuple(name for paragraph in front[:head] for name in _bodies_on(clean, paragraph.start, paragraph.end))


def _bodies_on(clean: Clean, start: int, end: int) -> list[str]:
    """The bodies that sign on one line, side by side with space between them; none where anything else stands there."""
    cuts = [
        start,
        *(i for i in range(start + 1, end) if clean.spaced(i) and clean.text[i - 1] in "局委会府厅办部院署行"),
        end,
    ]
    stretches = [(a, b) for a, b in pairwise(cuts) if b > a]
    names = [clean.text[a:b] for a, b in stretches]
    if not all(looks_like_body(name) and len(name) <= 30 and not re.search("[，。：]", name) for name in names):
        return []
    return [clean.words(a, b) for a, b in stretches]


def _issuers_ahead(clean: Clean, front: Sequence[Paragraph]) -> tuple[str, ...]:
    """贵阳市人民政府办公室关于印发…的通知: the issuers open the notice's title, several with space between them."""
    for paragraph in front:
        match = _ISSUER_AHEAD.match(clean.of(paragraph))
        if match is None:
            continue
        end = paragraph.start + match.end("issuers")
        if several := _bodies_on(clean, paragraph.start, end):
            return tuple(several)
        if looks_like_body(match["issuers"]) and not re.search("[，。]", match["issuers"]):
            return (clean.words(paragraph.start, end),)
    return ()
