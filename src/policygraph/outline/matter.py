"""What stands around the plan's body: letterhead and preamble before it, annexes within it, signature and date behind it.

为贯彻落实…，制定本方案。 is a preamble and a clause; 各区（市、县）人民政府： is a letter's address and none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policygraph.clean import Clean, Paragraph
from policygraph.numbering import numbering
from policygraph.outline.tree import number_at
from policygraph.outline.units import Annex
from policygraph.spans import Ordered
from policygraph.tables import Table

_ANNEX_NUMBER = r"[\d一二三四五六七八九十]*(?:[-.—]\d{1,2})*"  # 附件2, 附件1-2, 附件1—2
_ANNEX = re.compile(rf"(?P<number>附(?:件|表|录){_ANNEX_NUMBER})[：:.]?")
_ANNEX_LIST = re.compile(r"附(?:件|表)[：:]1(?:[-—]1)?[.、][^。；]{2,50}$")
_ONE_ANNEX = re.compile(
    rf"(?P<number>附(?:件|表){_ANNEX_NUMBER})[：:](?P<title>[^。；，]{{2,50}}(?:表|清单|目录|名单|方案|计划|图)(?:（[^（）]*）)?)"
)
_ENDS_TITLE = re.compile("(?:表|清单|目录|名单|方案|计划|图|分工)(?:（[^（）]*）)?$")
_TITLE_LINES = 3  # no title is longer
_DATE_LINE = re.compile(
    r".{0,24}?(?:\d{4}年\d{1,2}月\d{1,2}日|(?:二[〇○Oo0零].{1,3}|20\d\d)年.{1,3}月.{1,3}日)(?:印发)?"
)
_DATED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日.{0,3}|(?:二[〇○Oo0零].{2}|20\d\d)年.{1,3}月.{1,3}日")
_TAIL_NOISE = re.compile(
    r"(?:注|备注|填表说明)[：:].*|附(?:件|表)[\d一二三四五六七八九十]*(?:[-.]\d{1,2})*[：:].*|抄送.*|（?(?:此件|本文|本件|信息)(?:公开|主动|依申请|不|有删).*"
    r"|(?:信息)?公开(?:选项|方式|属性).*|主动公开|.{2,30}(?:办公室|秘书处)\d{4}年.*印发|\d{4}年\d{1,2}月\d{1,2}日.{0,8}"
    r"|.*(?:二[〇○Oo0零].{1,3}|20\d\d)年.{1,3}月.{1,3}日|（?联系人.*"
)
_SIGNATURE = re.compile(r"[^，。；：、]{2,30}(?:政府|委员会|[局委厅部办会院署组行]|办公厅|办公室|中心)")
_SPEAKS = re.compile("[。；]|，.*，|：$|通知如下")
_SAYS_MORE = re.compile("如下|方案|计划|意见")
_LETTER = re.compile(r"(?:印发|转发)给你们|现(?:予以?)?印发|请(?:结合实际)?(?:认真|遵照|抓好|贯彻)")
_IN_BRACKETS = re.compile(r"（[^）]{2,40}）")
_STOP = re.compile("[，。；]")


def first_heading(clean: Clean, tables: Ordered[Table]) -> int:
    """The index of the paragraph that opens the plan's body: 一、, or the first row of a table of tasks."""
    first_number: int | None = None
    for i, paragraph in enumerate(clean.paragraphs):
        table = tables.at(paragraph.start)
        if table is not None and table.assigns and table.start == paragraph.start:
            return i
        number = number_at(clean, clean.paragraphs, i) if table is None else None
        if number is None:
            continue
        first_number = i if first_number is None else first_number
        if number.ordinal == 1 or number.level != "arabic":
            return i
    return len(clean.paragraphs) if first_number is None else first_number


def back_matter(clean: Clean, first: int) -> int:
    """The index of the first paragraph of the signature, the date and the list of annexes at the end."""
    last = len(clean.paragraphs)
    while last > first + 1:
        words = clean.of(clean.paragraphs[last - 1])
        if not (_TAIL_NOISE.fullmatch(words) or (last < len(clean.paragraphs) and _SIGNATURE.fullmatch(words))):
            break
        last -= 1
    return last


@dataclass(slots=True)
class Body:
    """The paragraphs of the plan or of an annex to it, without the annex's title."""

    annex: Annex | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


def bodies(clean: Clean, paragraphs: Sequence[Paragraph], tables: Ordered[Table]) -> tuple[list[Body], list[Paragraph]]:
    """The plan's body and the annexes behind it; and what stands between: signature, date, titles."""
    found = [Body()]
    between: list[Paragraph] = []
    titles = 0  # where in `between` the title of the next body begins
    opening = False
    listed = 0  # annexes counted so far in a list of them
    for i, paragraph in enumerate(paragraphs):
        words = clean.of(paragraph)
        in_table = tables.at(paragraph.start) is not None
        listed = 1 if _ANNEX_LIST.match(words) else listed + 1 if listed and _is_next(words, listed) else 0
        if listed or (not in_table and _parts_bodies(clean, words, paragraphs[i + 1 : i + 3])):
            opening = True
        elif opening and (in_table or number_at(clean, paragraphs, i) or _STOP.search(words)):
            opening = False
            annex, rest = _annex(clean, between[titles:])
            del between[len(between) - len(rest) :]
            found.append(Body(annex, rest))
            titles = len(between)
        (between if opening else found[-1].paragraphs).append(paragraph)
    return found, between


def _annex(clean: Clean, lines: Sequence[Paragraph]) -> tuple[Annex | None, list[Paragraph]]:
    """The last 附件2 among the lines above a body, with its title behind a colon or below it; and what stands below that."""
    for i in range(len(lines) - 1, -1, -1):
        words = clean.of(lines[i])
        match = _ANNEX.fullmatch(words) or _ONE_ANNEX.fullmatch(words)
        if match is None:
            continue
        below = [clean.of(line) for line in lines[i + 1 :]]
        closing = [n for n, line in enumerate(below[:_TITLE_LINES], 1) if _ENDS_TITLE.search(line)]
        ends = max(closing, default=min(1, len(below)))
        own = match.groupdict().get("title")
        title = own or "".join(below[:ends])
        last = i if own else i + ends
        return Annex(match["number"], title or None, lines[i].start, lines[last].end), list(lines[last + 1 :])
    return None, []


def _is_next(words: str, listed: int) -> bool:
    """附件：1.任务分工表, and below it |2.项目清单."""
    number = numbering(words)
    return number is not None and number.ordinal == listed + 1 and _STOP.search(words) is None


def _parts_bodies(clean: Clean, words: str, below: Sequence[Paragraph]) -> bool:
    """附件2, a date, or a body's name above a date."""
    if len(words) > 60:
        return False
    if _DATE_LINE.fullmatch(words) or _ANNEX.fullmatch(words) or _ONE_ANNEX.fullmatch(words):
        return True
    return _SIGNATURE.fullmatch(words) is not None and any(_DATE_LINE.fullmatch(clean.of(p)) for p in below)


def preamble(clean: Clean, front: Sequence[Paragraph], *, has_body: bool) -> list[Paragraph]:
    """The paragraphs that open the plan itself: not its title, not the letter that sends it round."""
    texts = [clean.of(paragraph) for paragraph in front]
    dated = [i for i, words in enumerate(texts) if _DATED.fullmatch(words)]
    begin = dated[-1] + 1 if dated and has_body else 0
    pairs = list(zip(front, texts, strict=True))[begin:]
    kept = [paragraph for paragraph, words in pairs if _SPEAKS.search(words) and not _is_letterhead(words)]
    return kept or ([] if has_body else list(front))


def _is_letterhead(words: str) -> bool:
    """各区（市、县）人民政府，市政府各工作部门：; 《…》已经…同意，现印发给你们，请认真贯彻执行。; （征求意见稿）; a site's meta line."""
    if words.endswith("：") and len(words) < 260 and not _SAYS_MORE.search(words[-12:]):
        return True
    letter = len(words) < 220 and "制定本" not in words and _LETTER.search(words)
    return bool(letter) or _IN_BRACKETS.fullmatch(words) is not None
