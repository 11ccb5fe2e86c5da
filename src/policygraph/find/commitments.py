"""Commitments (定性目标): aims with a deadline but no number.

到2025年，减污降碳协同推进工作格局基本形成，绿色低碳发展取得明显成效 gives two, both vague; 城镇新建建筑全面执行绿色建筑标准 one
that can be verified.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from policygraph.clean import Clean
from policygraph.find.quantities import quantities
from policygraph.find.sentences import parts, sentences
from policygraph.find.target_mentions import TargetMention
from policygraph.find.wording import listed, pattern
from policygraph.find.years import YearScope, year_phrases

_LEAD = re.compile(r"(?:并|且|同时|以及|和|，|、|其中|使|[①-⑳]|确保)+")
# 到2025年底, 为…奠定基础, 下同: no aims by themselves
_FRAGMENT = re.compile(
    r"^(?:力争|争取)?(?:到|至)?“?(?:20\d\d|十.五).{0,8}$|^(?:为|以).*(?:基础|支撑|目标|贡献|动力|保障)$|为.{0,40}(?:奠定|提供|打下|注入|作出|贡献)|^(?:下同|以下)|[?？]|^[（起]|以下简称|废止|不再执行$|应当"
)
# 推动…建设: a task, though 推动…迈上新台阶 is none
_PUSHED = re.compile(r"(?:力争|努力|积极|大力)?(?:推动|加快).*(?:建设|发展|改造|应用)$")
# 项目2027年6月投运: the year stands before what will be done by then
_DUE_INSIDE = re.compile(
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?(?:全部|全面|基本)?(?:建成|投运|投产|投用|完工|竣工|通车|开工|达产|运营)"
)
# 水泥行业全面完成超低排放改造, 基本消除冒黑烟机械
_WHOLLY = re.compile(r"(?:全面|全部|基本)(?:完成|执行|实施|消除|建成|实现|达到|覆盖|淘汰|退出|关停|整改)")
_SHORT = 5
_TAIL = 12  # a state further from the end of its part says something of its middle


@dataclass(frozen=True, slots=True)
class CommitmentMention:
    """An aim without a number at [start, end) of the clean text; `vague` where nothing could verify it."""

    start: int
    end: int
    year: int
    vague: bool


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known where a sentence stands: its deadline, the targets already read, the duty lists."""

    text: str
    scope: YearScope
    claimed: Sequence[tuple[int, int]]
    barred: Sequence[tuple[int, int]]
    aims: bool
    deadline: int | None


def find_commitments(
    clean: Clean, stretches: Sequence[tuple[int, int]], targets: Sequence[TargetMention], *,
    aims_section: bool, barred: Sequence[tuple[int, int]] = (), deadline: int | None = None,
) -> Iterator[CommitmentMention]:  # fmt: skip
    """The aims in the stretches of one clause that a deadline governs and no target claims.

    `deadline` is that of the whole clause (完成时限：2025年); it only makes an aim of what is plainly a result.
    """
    claimed = sorted((target.start, target.end) for target in targets)
    for start, end in stretches:
        if deadline is None and not year_phrases(clean.text, start, end):
            continue
        scope = YearScope(clean.text, start, end, aims=aims_section)
        scene = _Scene(clean.text, scope, claimed, barred, aims_section, deadline)
        for s, e in sentences(clean.text, start, end):
            if not any(a <= s < b for a, b in barred):
                yield from _of_sentence(scene, s, e)


def _of_sentence(scene: _Scene, s: int, e: int) -> Iterator[CommitmentMention]:
    if scene.deadline is None and scene.scope.at(e) is None and not year_phrases(scene.text, s, e):
        return
    for a, b in parts(scene.text, s, e):
        if any(x < b and a < y for x, y in scene.barred):
            continue
        heads = [phrase for phrase in year_phrases(scene.text, a, b) if phrase.start - a < 6]
        begin = _begin(scene.text, heads[-1].end if heads else a, b)
        if b - begin < _SHORT or _overlaps(scene.claimed, begin, b) or _gives_share(scene.text, begin, b):
            continue
        said = scene.text[begin:b]
        year = _year(scene, said, b, opens=bool(heads))
        if year is not None:
            yield CommitmentMention(begin, b, year, _is_vague(said))


def _begin(text: str, begin: int, end: int) -> int:
    lead = _LEAD.match(text, begin, end)
    return lead.end() if lead else begin


def _gives_share(text: str, begin: int, end: int) -> bool:
    """累计下降15.2%: a share that no target claims is a fact of the past or a threshold, and no aim either."""
    shares = [quantity for quantity in quantities(text, begin, end) if quantity.share]
    return any(text.rfind("“", begin, q.start) <= text.rfind("”", begin, q.start) for q in shares)  # not “三个100%”


def _overlaps(claimed: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether a target claims some of [begin, end)."""
    before = bisect_left(claimed, (end, 0))
    return any(b > begin for _, b in claimed[max(0, before - 6) : before])


def _year(scene: _Scene, said: str, end: int, *, opens: bool) -> int | None:
    """The deadline of a part if it states an aim, else None."""
    phrase = scene.scope.at(end - 1)
    if phrase is not None:
        return phrase.year if _is_aim(said, aims_section=scene.aims, opens=opens) else None
    inside = _DUE_INSIDE.search(said)
    if inside and not _FRAGMENT.search(said):
        return int(inside["year"])
    return scene.deadline if scene.deadline and _is_result(said) else None


def _is_vague(said: str) -> bool:
    rest, count = _any("vague").subn("", said)  # 基本建立 is vague, 建立 alone is not
    return count > 0 and not _any("verifiable").search(rest)


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(pattern(listed("commitments", name)))


@cache
def _opening(name: str) -> re.Pattern[str]:
    """The verbs of a list, with what may stand before them."""
    adverbs = pattern(listed("commitments", name, "adverbs"))
    return re.compile(rf"{adverbs}{{0,3}}{pattern(listed('commitments', name))}")


def _is_result(said: str) -> bool:
    """建成…, 基本消除…, …全覆盖: a result though only the clause names the year, not the sentence."""
    if _FRAGMENT.search(said):
        return False
    outright = _opening("outright").match(said) is not None
    return outright or said.endswith("全覆盖") or _WHOLLY.search(said) is not None


def _is_aim(said: str, *, aims_section: bool, opens: bool) -> bool:
    """Whether a part states what will be so, not what to do: 格局基本形成 and 建成海绵城市, not 推进清洁生产."""
    if _FRAGMENT.search(said) or _PUSHED.match(said):
        return False
    if _opening("results").match(said):
        return True
    if _opening("tasks").match(said):
        return False
    last = _last_state(said)
    return last is not None and (len(said) - last <= _TAIL or aims_section or opens)


def _last_state(said: str) -> int | None:
    """Where the last word ends that says what a thing has come to be."""
    ends = [match.end() for match in _any("states").finditer(said)]
    return ends[-1] if ends else None
