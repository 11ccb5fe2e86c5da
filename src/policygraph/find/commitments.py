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
from policygraph.find.results import is_aim, is_counted, is_done, is_fragment, is_result, is_vague
from policygraph.find.sentences import parts, sentences
from policygraph.find.target_mentions import TargetMention
from policygraph.find.years import YearPhrase, YearScope, year_phrases

_LEAD = re.compile(r"(?:并|且|同时|以及|和(?![美谐平])|，|、|其中|使|[①-⑳]|确保)+")
# 项目2027年6月投运: the year stands before what will be done by then
_DUE_INSIDE = re.compile(
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?(?:全部|全面|基本)?(?:建成|投运|投产|投用|完工|竣工|通车|开工|达产|运营)"
)
# 9月1日前, 6月底, 年底前, 年内: a date whose year the plan itself gives; not 每年3月底前, 一年内
_DATE = re.compile(
    r"(?<![\d年])\d{1,2}月(?:(?:\d{1,2}日|上旬|中旬|下旬|份)?(?:之?前|以前)|[底末](?:之?前)?)"
    r"|(?<![\d年上次每明翌去往同一二两三四五六七八九十几半近])年(?:[底末](?:之?前)?|内)|今年(?:年?[底末内](?:之?前)?|[^，。；、]{0,4}前)?"
)
# what may stand before a part's own deadline: 力争到2025年, 一是2025年; but 一期|2025年投产 has a subject
_OPENING = re.compile(
    r"(?:力争|争取|确保|努力|计划|预计|要|应|在|于|到|从|自|并|且|同时|以及|和|其中|使|[一二三四五六七八九]是|[“（①-⑳])*"
)
# 表1 2025年空气质量改善目标, 注：文昌湖区参照执行
_ASIDE = re.compile(r"(?:附?[表图]\d|(?:附?注|备注|说明)[：\d])")
_EVERY_YEAR = re.compile("每年|逐年|次年|每月|每季")
_SHORT = 4  # 2026年|整体建成


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """An aim without a number at [start, end) of the clean text; `vague` where nothing could verify it."""

    start: int
    end: int
    year: int
    vague: bool


@dataclass(frozen=True, slots=True)
class Dates:
    """The years that stand outside the sentences: the clause's own (完成时限：2025年), and the plan's, of 年底前."""

    deadline: int | None = None
    own: int | None = None


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
        if dates.deadline is None and not year_phrases(clean.text, start, end) and not _date(clean.text, start, end):
            continue
        scope = YearScope(clean.text, start, end, aims=aims_section)
        scene = _Scene(clean.text, scope, claimed, barred, aims_section, dates)
        for s, e in sentences(clean.text, start, end):
            if not any(a <= s < b for a, b in barred) and not _ASIDE.match(clean.text, s):
                found = _of_sentence(scene, s, e)
                yield from (each for each in found if dates.own is None or each.year >= dates.own)


def _of_sentence(scene: _Scene, s: int, e: int) -> Iterator[CommitmentMention]:
    for a, b in _parts(scene.text, s, e):
        in_cells = scene.text.find("\t", a, b) >= 0
        if in_cells or not _may_be_dated(scene, a, b) or any(x < b and a < y for x, y in scene.barred):
            continue
        opened = _opened(scene.text, a, b)
        begin = _begin(scene.text, opened or a, b)
        if b - begin < _SHORT or _overlaps(scene.claimed, begin, b) or is_counted(scene.text, begin, b):
            continue
        year = _year(scene, s, begin, b, opens=opened is not None)
        if year is not None:
            yield CommitmentMention(begin, b, year, is_vague(scene.text[begin:b]))


def _may_be_dated(scene: _Scene, a: int, b: int) -> bool:
    """The cheap test of a part: whether a year or a date is in force at its end or stands in it."""
    if scene.dates.deadline is not None or scene.scope.at(b - 1) is not None or scene.text.find("20", a, b) >= 0:
        return True
    return bool(year_phrases(scene.text, a, b)) or _date(scene.text, a, b) is not None


def _parts(text: str, s: int, e: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence; 一期2024年投产、二期2026年投产 are two."""
    for a, b in parts(text, s, e):
        for match in _DUE_INSIDE.finditer(text, a, b):
            if text[match.end() : match.end() + 1] == "、" and _DUE_INSIDE.search(text, match.end(), b):
                yield a, match.end()
                a = match.end() + 1
        yield a, b


def _opened(text: str, a: int, b: int) -> int | None:
    """Where the deadline ends that opens a part; None where none does."""
    dates = [phrase for phrase in year_phrases(text, a, b) if _OPENING.fullmatch(text, a, phrase.start)]
    if dates:
        return dates[-1].end
    date = _date(text, a, b)
    return date.end() if date and _OPENING.fullmatch(text, a, date.start()) else None


def _date(text: str, a: int, b: int) -> re.Match[str] | None:
    """A date whose year the plan itself gives; none has neither of the two signs."""
    return _DATE.search(text, a, b) if text.find("月", a, b) >= 0 or text.find("年", a, b) >= 0 else None


def _begin(text: str, begin: int, end: int) -> int:
    lead = _LEAD.match(text, begin, end)
    return lead.end() if lead else begin


def _overlaps(claimed: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether a target claims some of [begin, end)."""
    before = bisect_left(claimed, (end, 0))
    return any(b > begin for _, b in claimed[max(0, before - 6) : before])


def _year(scene: _Scene, sentence: int, begin: int, end: int, *, opens: bool) -> int | None:
    """The deadline of a part if it states an aim, else None."""
    said = scene.text[begin:end]
    inside = year_phrases(scene.text, begin, end)
    if inside and is_done(scene.text[inside[-1].end : end]):  # 各设区市要在|2024年8月底前|出台配套方案
        return inside[-1].year
    due = _DUE_INSIDE.search(said)
    if due and not is_fragment(said):
        return int(due["year"])
    phrase = scene.scope.at(end - 1)
    if phrase is not None and _governs(scene, phrase, sentence, begin):
        return phrase.year if is_aim(said, aims_section=scene.aims, opens=opens) else None
    if scene.dates.deadline and is_result(said):
        return scene.dates.deadline
    return scene.dates.deadline or scene.dates.own if _is_dated(scene, sentence, begin, end, opens=opens) else None


def _governs(scene: _Scene, phrase: YearPhrase, sentence: int, begin: int) -> bool:
    """Outside a section of aims a year governs its own sentence; 2030年 in its midst what stands before the next ；."""
    if scene.aims:
        return True
    whole = phrase.explicit or _OPENING.fullmatch(scene.text, sentence, phrase.start) is not None
    return phrase.start >= sentence and (whole or scene.text.find("；", phrase.end, begin) < 0)


def _is_dated(scene: _Scene, sentence: int, begin: int, end: int, *, opens: bool) -> bool:
    """Whether a part says what is done by a date without a year: 叶集区史河湾幼儿园|9月1日前|建成投用."""
    date = _date(scene.text, begin, end)
    at = date.end() if date else begin if opens else end
    return is_done(scene.text[_begin(scene.text, at, end) : end]) and not _EVERY_YEAR.search(scene.text, sentence, end)
