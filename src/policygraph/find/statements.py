"""What leads up to a number, read from the number leftwards: 森林覆盖率|力争|稳定在|55%.

Token after token is taken off until the bare indicator is left; each token says how the number is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policygraph.find import aims
from policygraph.find.wording import words
from policygraph.find.years import BASELINE, baseline
from policygraph.model import Operator, Stance

# 到2025年，, “十四五”末, 力争到2025年底前
YEAR_HEAD = re.compile(
    r"(?:(?:到|至|截至|力争|争取|确保|在|于|自|从)*“?(?:(?:20\d\d年?[-～至到、和])*(?:20\d\d年?[两三]年|20\d\d年|(?<=[到至])20[2-6]\d(?=[，全我城农规新]))|十[一二三四五六]五)”?(?:期末|期间|时期末?|\d{1,2}月(?:底|末|\d{1,2}日|[上中下]旬)?|底|末|中|起)?(?:之?前|以前)?(?:，|全面)?)+"
)
_YEAR_TAIL = re.compile(r"(?:到|至|自|从)?(?P<year>20\d\d)年(?:底|末|起)?(?:前)?$")
# 增加到|2010年的|4800亿元, 提高到|现在的|2倍, 增加到2023年的210万千瓦、|2025年的|360万千瓦
_REACHED_IN = re.compile(
    r"(?:(?<=[到至])|(?<=、)(?=20))(?:(?P<year>20\d\d)年(?:底|末)?|现在|目前|当前|现有|上年|去年|现状)的$"
)
_YEARS_TAIL = re.compile(r"(?:到|至)?(?:20\d\d年?[、和及与])+20\d\d年(?:底|末)?$")
_ABOUT = frozenset({"约", "大约", "近", "接近", "超", "超过", "不足"})  # 由2023年的|近|1000亿元增至4500亿元
_PHRASE_ENDS = frozenset(
    "初由从的约底末年前起在有期比上平准数五”，水划时础时"
)  # the last sign of a phrase that holds a year
_PHRASE = 24
_VERBS_TOO = ("完成", "实现", "新增", "净增", "满足", "拥有")  # 完成|136家企业整治: alone they are what is done
_MENDED = ("改造", "巩固", "提质", "扩容")  # 改造|提升30万亩: what is done, not how a number changes
_IN_PRINCIPLE_AHEAD = ("原则上", "预计")
_BEYOND = re.compile(r"(?:高于|快于|低于)[^，；\d的]{2,14}$")  # 增速高于全省平均水平|1个百分点
# 争取中央预算内投资: what is to be won, and no stance of what follows
_MONEY_WON = re.compile("争取(?:上级|中央|国家|省级?|各级|各类|专项|地方)[^，；]*(?:资金|投资|补助|债券|额度|贷款)$")
_AT_LEAST_AHEAD = re.compile("至少|不少于")
_OPERATORS: dict[str, Operator] = {
    "at_least": "ge", "at_most": "le", "decrease": "decrease", "increase": "increase", "hold": "le",
}  # fmt: skip
_REACHED = ("reach", "fall_to", "hold", "kept")


@dataclass(slots=True)
class Statement:
    """The bare indicator at [start, end) of the clean text, and what the tokens behind it say of the number."""

    start: int
    end: int
    op: Operator | None = None
    predicate: bool = False
    reached: bool = False  # 达到, 提高到: the value to reach, not by how much
    stance: Stance = "firm"
    approximate: bool = False
    respective: bool = False
    together: bool = False  # 均, 都: each of the indicators
    from_here: bool = False  # 由|33%提高到45%
    yearly: bool = False  # 年均
    year: int | None = None
    baseline_year: int | None = None
    governs: bool = False  # 力争|森林覆盖率达到55%，绿地率达到40%: the stance holds for what follows
    kept: str = ""  # 新增, which belongs to the indicator's name
    taken: list[str] = field(default_factory=list)


def statement(text: str, start: int, end: int, said: Statement | None = None) -> Statement:
    """Reads the words [start, end) before a number; `said`: what was read between them and the number."""
    head = YEAR_HEAD.match(text, start, end)
    found = said or Statement(start, end)
    if head:
        if head[0].startswith(("力争", "争取")) and found.stance == "firm":
            found.stance = "aspire"
        start = head.end()
    found.start = start
    while end > start:
        at = _take(found, text, start, end)
        if at == end:
            break
        end = at
    found.end = end
    _note_ahead(found, text[start:end])
    if found.kept and found.op is None and found.baseline_year:
        found.op, found.kept = "increase", ""  # 通过能力较2023年新增3500万吨
    return found


def _take(found: Statement, text: str, start: int, end: int) -> int:
    """Takes the token off that ends at `end` and returns where it begins; `end` where there is none."""
    listed = aims.token(text, start, end)
    if listed is None or listed[1] == "place":
        phrase = _take_phrase(found, text, start, end) if text[end - 1] in _PHRASE_ENDS else end
        if phrase < end or listed is None:
            return end - 1 if phrase == end and text[end - 1] == "，" else phrase
    at, kind = listed
    word = text[at:end]
    alone = at == start or (
        word in _VERBS_TOO[:2] and words("aims", "counted_over").run_before(text, at, start) == start
    )
    if (alone and word in _VERBS_TOO) or (kind == "increase" and text.endswith(_MENDED, start, at)):
        return end
    found.taken.append(word)
    _note(found, kind, word)
    return at


def _take_phrase(found: Statement, text: str, start: int, end: int) -> int:
    """The same for a phrase that may hold a year: 较2020年, 由2020年的, 到2025年."""
    window = text[max(start, end - _PHRASE) : end]
    for pattern in (aims.COMPARED, aims.FROM, _REACHED_IN, _YEARS_TAIL, _YEAR_TAIL):
        match = pattern.search(window)
        if match is None:
            continue
        if pattern in (_REACHED_IN, _YEAR_TAIL):
            found.year = int(match["year"]) if match["year"] else None
        elif pattern is not _YEARS_TAIL:
            base = baseline(match[0]) if pattern is aims.COMPARED else match["base"]
            found.baseline_year = found.baseline_year or (int(base) if base else None)
            found.respective |= "分别" in match[0]
            found.together |= match[0].startswith(("均", "都"))
            found.from_here |= pattern is aims.FROM and _ABOUT.issuperset(found.taken)
        found.taken.append(match[0])
        return end - len(match[0])
    return end


def _note(found: Statement, kind: aims.Kind, word: str) -> None:
    if kind in _OPERATORS:
        # 增长不低于35%: the direction beats the bound
        if found.op is None or kind in ("decrease", "increase"):
            found.op = _OPERATORS[kind]
        found.predicate = True
    if kind in _REACHED:
        found.predicate = found.reached = True
        found.kept = word if kind == "kept" else found.kept
    elif kind == "aspire":
        found.stance = "aspire"
    elif kind == "in_principle":
        found.stance = "in_principle"
    elif kind == "about":
        found.approximate = True
    elif kind == "respective":
        found.respective = True
    elif kind == "together":
        found.together = True
    found.yearly |= word == "年均"


def _note_ahead(found: Statement, ahead: str) -> None:
    """力争 and 较2020年 may also stand before the indicator."""
    if found.stance == "firm" and aims.STANCE_AHEAD.match(ahead):
        found.stance, found.governs = "aspire", not _MONEY_WON.match(ahead)
    if found.stance == "firm" and ahead.startswith(_IN_PRINCIPLE_AHEAD):
        found.stance = "in_principle"
    may_compare = found.baseline_year is None and ("20" in ahead or "五" in ahead)  # 2020, “十四五”
    compared = BASELINE.search(ahead) if may_compare else None
    if compared:
        found.baseline_year = baseline(ahead)
        if compared.start() < 2:
            found.start += compared.end()
    beyond = _BEYOND.search(ahead) if found.op is None else None
    if beyond:
        found.op = "le" if beyond[0].startswith("低") else "ge"
    if found.op is None and _AT_LEAST_AHEAD.search(ahead):
        found.op = "ge"
