"""Commitments (定性目标): aims with a deadline but no number.

到2025年，减污降碳协同推进工作格局基本形成，绿色低碳发展取得明显成效 gives two, both vague; 城镇新建建筑全面执行绿色建筑标准 one
that can be verified.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.clean import Clean
from policygraph.find.commitment_parts import BARE_RESULT, DUE_INSIDE, OPENING, aim_parts, begins, opened, plain_date
from policygraph.find.results import (
    is_aim,
    is_counted,
    is_done,
    is_fragment,
    is_furthered,
    is_result,
    is_state,
    is_vague,
    is_wholly_reached,
)
from policygraph.find.sentences import sentences
from policygraph.find.target_mentions import TargetMention
from policygraph.find.years import YearPhrase, YearScope, opens_paragraph, year_phrases
from policygraph.spans import inside

# 表1 2025年空气质量改善目标, 注：文昌湖区参照执行
_ASIDE = re.compile(r"(?:附?[表图]\d|(?:附?注|备注|说明)[：\d])")
_SLOGAN = re.compile(r"-{1,2}[^，。；\n]{2,20}。(?=[^\n])")  # --产业规模迈上新台阶。到2026年，…
_EVERY_YEAR = re.compile("每年|逐年|次年|每月|每季")
_SERVES = re.compile("为.*(?:奠定|提供|打下|打牢|创造|作出|贡献)")  # 为2060年前实现碳中和奠定坚实基础
_TO_WHOM = re.compile("对[^，]*的[^，的]{2,8}$")  # 对2025年10月底前完成改造的钢铁企业，降低限产比例
_ALL_OF_IT = re.compile("(?:以上|上述)(?:各项|所有|全部)?(?:任务|工作|目标|项目|措施|指标)")  # …2027年底前完成
_SHORT = 4  # 2026年|整体建成
_WORK = 8  # no work that a bare result is said of has a shorter name
# 48个班，总投资4.6亿元，由某公司代建: what is said of a work before the year in which it stands
_OF_WORK = re.compile(
    r"由[^，。；]{2,}?(?:实施|代建|承建|承担|建设|负责|投资|运营)|\d|新建[^，。；]{2,}?(?:楼|馆)$|新增"
    r"|(?:计划|估算|概算|预计)投资|(?:计划|估算|概算|预计)?总(?:投资|建筑面积|长|规模|装机|库容|占地)|投资|全长|建筑面积|占地|库容|装机|床位|年产|日处理|设计"
)


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """An aim without a number at [start, end) of the clean text; `vague` where nothing could verify it."""

    start: int
    end: int
    year: int
    vague: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """The years that stand outside the sentences: the clause's own (完成时限：2025年), the plan's, of 年底前, the first
    of the plan's period, before which nothing is an aim, and the one that a plan for one year is for.
    """

    deadline: int | None = None
    own: int | None = None
    first: int | None = None
    only: int | None = None


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known where a sentence stands: its deadline, the targets already read, the duty lists."""

    text: str
    scope: YearScope
    claimed: Sequence[tuple[int, int]]
    barred: Sequence[tuple[int, int]]
    aims: bool
    dates: Dates


def find_commitments(
    clean: Clean, stretches: Sequence[tuple[int, int]], targets: Sequence[TargetMention], *,
    aims_section: bool, barred: Sequence[tuple[int, int]] = (), dates: Dates | None = None,
) -> Iterator[CommitmentMention]:  # fmt: skip
    """The aims in the stretches of one clause that a deadline governs and no target claims.

    The clause's own deadline only makes an aim of what is plainly a result; a year before the plan's own is past.
    """
    claimed = sorted((target.start, target.end) for target in targets)
    dates = dates or Dates()
    for start, end in stretches:
        if not (
            dates.deadline or dates.only or year_phrases(clean.text, start, end) or plain_date(clean.text, start, end)
        ):
            continue
        scope = YearScope(clean.text, start, end, aims=aims_section)
        scene = _Scene(clean.text, scope, claimed, barred, scope.aims, dates)
        for s, e in sentences(clean.text, start, end):
            aside = _ASIDE.match(clean.text, s) or _SLOGAN.match(clean.text, s)
            if not inside(s, barred) and not aside:
                found = _of_sentence(scene, s, e)
                yield from (each for each in found if each.year >= (dates.own or dates.first or 0))


def _of_sentence(scene: _Scene, s: int, e: int) -> Iterator[CommitmentMention]:
    text = scene.text
    work: int | None = None  # where the last part without a deadline begins: what 2026年建成 is said of
    states = False  # whether a part before states an aim
    dated = False  # whether the part before is nothing but a deadline: 2026年，
    for a, b in aim_parts(text, s, e):
        if text.find("\t", a, b) >= 0 or any(x < b and a < y for x, y in scene.barred):
            continue
        behind = a if dated else opened(text, a, b)
        begin = begins(text, behind or a, b)
        dated = behind == b
        claimed = _overlaps(scene.claimed, begin, b)
        if behind is None:
            work = _work(text, a, b, work, claimed=claimed)
        may_be_dated = behind is not None or _may_be_dated(scene, a, b)
        states |= claimed
        if claimed or not may_be_dated or _ALL_OF_IT.match(text, begin, b) or is_counted(text, begin, b):
            continue
        bare = behind is not None and BARE_RESULT.fullmatch(text, begin, b) is not None
        if bare and work is not None:
            year, begin = _year_of(scene, a, b), work
        else:
            year = _year(scene, s, begin, b, opens=behind is not None) if b - begin >= _SHORT else None
        if year is None and states and is_furthered(text[begin:b], aims_section=scene.aims):
            year = _year_of_sentence(scene, s, b)
        if year is not None:
            states = True
            yield CommitmentMention(begin, b, year, is_vague(text[begin:b]))


def _work(text: str, a: int, b: int, before: int | None, *, claimed: bool) -> int | None:
    """Where the work begins that a bare result behind the part [a, b) is said of."""
    if before is not None and _OF_WORK.match(text, a, b):
        return before
    return None if claimed or b - a < _WORK or year_phrases(text, a, b) else begins(text, a, b)


def _may_be_dated(scene: _Scene, a: int, b: int) -> bool:
    """The cheap test of a part: whether a year or a date is in force at its end or stands in it."""
    if (
        scene.dates.deadline is not None
        or scene.dates.only is not None
        or scene.scope.at(b - 1) is not None
        or scene.text.find("20", a, b) >= 0
    ):
        return True
    return bool(year_phrases(scene.text, a, b)) or plain_date(scene.text, a, b) is not None


def _year_of(scene: _Scene, a: int, b: int) -> int | None:
    """The year of a deadline that opens a part: its own, or the plan's (年底前)."""
    printed = year_phrases(scene.text, a, b)
    return printed[-1].year if printed else scene.dates.deadline or scene.dates.own


def _year_of_sentence(scene: _Scene, sentence: int, end: int) -> int | None:
    """The year that a sentence of aims prints before `end`."""
    phrase = scene.scope.at(end - 1)
    return phrase.year if phrase and phrase.start >= sentence else None


def _overlaps(claimed: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether a target claims some of [begin, end)."""
    before = bisect_left(claimed, (end, 0))
    return any(b > begin for _, b in claimed[max(0, before - 6) : before])


def _year(scene: _Scene, sentence: int, begin: int, end: int, *, opens: bool) -> int | None:
    """The deadline of a part if it states an aim, else None."""
    said = scene.text[begin:end]
    inside = year_phrases(scene.text, begin, end)
    if (
        inside and not (_SERVES.match(said) or _TO_WHOM.match(said)) and is_done(scene.text[inside[-1].end : end])
    ):  # 各设区市要在|2024年8月底前|出台配套方案
        return inside[-1].year
    due = DUE_INSIDE.search(said)
    if due and not is_fragment(said):
        return int(due["year"])
    phrase = scene.scope.at(end - 1)
    if phrase is not None and phrase.start < sentence and _is_of_own_year(scene, begin, end):
        return scene.dates.own
    carried = phrase is not None and phrase.start < sentence and not scene.aims  # on from the sentence before
    whole = carried and phrase is not None and opens_paragraph(scene.text, phrase)
    if carried and not (whole or is_state(said) or is_wholly_reached(said)):
        phrase = None
    if phrase is not None and _governs(scene, phrase, sentence, begin):
        return phrase.year if is_aim(said, aims_section=scene.aims, opens=opens) else None
    if scene.dates.deadline and (is_result(said) or is_state(said)):
        return scene.dates.deadline
    if scene.dates.only and phrase is None and is_state(said):
        return scene.dates.only  # 小区治理水平明显改善, in a plan for 2025
    return scene.dates.deadline or scene.dates.own if _is_dated(scene, sentence, begin, end, opens=opens) else None


def _is_of_own_year(scene: _Scene, begin: int, end: int) -> bool:
    """13座电站今年内全部核准: done in the plan's own year, whatever year the sentence before names."""
    date = plain_date(scene.text, begin, end)
    if date is None or not date[0].startswith("今年"):
        return False
    return is_done(scene.text[date.end() : end]) or is_aim(scene.text[begin:end], aims_section=scene.aims, opens=True)


def _governs(scene: _Scene, phrase: YearPhrase, sentence: int, begin: int) -> bool:
    """Outside a section of aims a year governs its own sentence; 2030年 in its midst what stands before the next ；."""
    if scene.aims:
        return True
    whole = (phrase.explicit and phrase.lasting) or OPENING.fullmatch(scene.text, sentence, phrase.start) is not None
    return (phrase.lasting or phrase.start >= sentence) and (whole or scene.text.find("；", phrase.end, begin) < 0)


def _is_dated(scene: _Scene, sentence: int, begin: int, end: int, *, opens: bool) -> bool:
    """Whether a part says what is done by a date without a year: 叶集区史河湾幼儿园|9月1日前|建成投用."""
    date = plain_date(scene.text, begin, end)
    at = date.end() if date else begin if opens else end
    return is_done(scene.text[begins(scene.text, at, end) : end]) and not _EVERY_YEAR.search(scene.text, sentence, end)
