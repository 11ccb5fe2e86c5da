"""Which year governs: 到2025年, “十四五”末, 2025年底前 set a deadline; 较2020年 a baseline; 自2020年以来 neither.

The phrases of a text are read once; which one is in force at a number is a lookup.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from policygraph.find.sentences import parts, sentences
from policygraph.numbering import number_of

_PLAN_PERIODS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
_PERIOD = "|".join(_PLAN_PERIODS)
_COMPARED_CLOSE = "相比|相较|比较|基础|为基[数准期年值]"
# 比2020年, 较“十三五”末; 与, 同, 在 and 以 only where a word behind closes the comparison: 在2020年基础上, 与2015年相比
BASELINE = re.compile(
    rf"(?:分别|均|都|平均)?(?:(?<![占对])比|较|相比于?|相较于?|相对于?|对比|同比|(?:与|同|和|在|以)(?=“?(?:20\d\d|{_PERIOD})[^，。；、]{{0,12}}?(?:{_COMPARED_CLOSE})))"
    rf"“?(?:(?P<base>20\d\d)年?”?年?(?:底|末|同期)?|(?P<base_period>{_PERIOD})”?(?:期末|时期末|末|时期|规划)?)"
    r"的?(?:相比较?|相较|同期|(?:水平)?的?基础上|水平|为基数|为基准|为基期)?，?"
)
# 2025年|6月30日前, 2025年|底
IN_YEAR = r"(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬)?)?(?:底|末)?(?:之?前)?"
# and 6月底前, 今年6月30日前, 年底, of the plan's own year
BY_DATE = rf"(?:20\d\d年{IN_YEAR}|(?:今年)?(?:\d{{1,2}}月(?:\d{{1,2}}日|[上中下]旬)?[底末]?|年[底末])(?:之?前)?|“?(?:{_PERIOD})”?(?:期间|时期|期末|末))"
_YEAR_ANCHOR = re.compile(rf"20\d\d年?|{_PERIOD}")
_DEADLINE = re.compile(
    # 到2025年底, 至2030年, 2025年12月底前, 2023-2025年, 2025年
    r"(?:(?P<to>到|至|截至|截止|截止到)“?)?(?<![\d.])(?:20\d\d年?[-～至到、和])*?(?P<year>20\d\d)(?:年(?:[两三]年)?|[两三]年|(?<=[到至]20[2-6]\d)(?=[，全我城农规新]))(?P<month>\d{1,2}月)?(?:\d{1,2}日)?(?P<rest>年?底|末|中(?=[，、]))?(?P<before>之?前|以前)?"
    # 到“十四五”末, “十四五”期间
    rf"|(?:到|至)?“?(?P<period>{_PERIOD})”?(?P<tail>期末|时期末|末|期间|时期|(?=全[市省县区国州]|累计|再[下降提新增减]|年均))"
)
_REACH_BACK = 24  # characters before an anchor that a phrase may take in: 截止到“2023-2025年
_REACH_BEHIND = 14  # and behind one: 2020年同期水平的基础上
_PAST = re.compile(
    r"(?:\d{1,2}月)?(?:以来|以后|开始|版|本(?=）)|(?:建成|建造|竣工|投产|投运|开工|注册|登记|核准|取得|印发|发布)(?:并[^，。]{0,6})?的|度?实绩|实际|现状|的(?:\d[\d.]*|[一二两三四五六])[多余]?倍|的[^，。]{0,12}(?:提高|提升|下降|降低|增加|减少|增长))"
)
_DONE = re.compile("已|共有|累计建成|现有|拥有|登记|注册|在册|先后")
# 截至2020年，龙头企业|3639家: how many there are, where nothing says that they are to be reached
_COUNT_BEHIND = re.compile(r"，[^，。；\d]{2,24}?(?<![达到现成争保于在过超增至突破])\d")
# 2025年和2030年, where the sentence goes on to say 分别 or gives as many values: 新增企业80家、90家
_RESPECTIVE = re.compile(
    r"(20\d\d)年?(?:、|和|及|与)(20\d\d)年(?:、|和|及|与)?(20\d\d)?年?(?:底|末)?"
    r"(?=[^。；\n]{0,160}?(?:分别|各(?=达|为|有|增))|(?<=年)(?<!两年)[^。；，、\d]{2,24}\d[\d.]*(?:[^。；，、\d]{1,4}、\d[\d.]*){1,2}[^。；，、\d]{1,4}(?:[，。；\n]|$))"
)
_PERIODS = re.compile(rf"“?({_PERIOD})”?[、和]?“?({_PERIOD})”?(?:期间|时期)(?=分别)")
# 到2027年，…实现以下目标：…; 到2027年，…：⏎--效率更高。…; 《规划》提出，到2027年，…
_AIMS_FOLLOW = re.compile(
    r"(?:实现|达到|完成)(?:以下|如下)[^，。；]{0,6}目标"
    r"|到“?(?:20\d\d|十[三四五六]五)[^。\n]{0,120}(?:：\n-|。\n--?[^，。；\n]{2,16}(?:更加|更为|显著|明显|大幅|全面|基本|持续|不断|稳步|有效|进一步)[^，。；\n]{2,6}。)"
    r"|《[^》\n]{2,40}》(?:明确)?(?:提出|指出|明确|要求)，(?:力争)?到“?20\d\d年"
    r"|(?:规划|方案|计划|意见)(?:明确)?提出，(?:力争)?到“?20\d\d年"
)
_MANY = "(?P<many>[一二两三四五六七八九十]|\\d{1,2})"
_FROM_YEAR = re.compile(rf"(?P<year>20\d\d)年(?:起|开始)，?(?:用|在|力争)?{_MANY}年(?:内|时间)")
_WITHIN = re.compile(rf"(?<![\d起]){_MANY}年内")
_TITLE = re.compile("《[^》\n]*》")


@dataclass(frozen=True, slots=True)
class YearPhrase:
    """A phrase that sets a deadline from its place on. `explicit`: 到, 底前 or 末 is printed, not the bare year."""

    start: int
    end: int
    year: int
    explicit: bool
    lasting: bool = False  # 到2025年, “十四五”末: it goes on over the sentences that state aims
    years: tuple[int, ...] = ()  # 2025年和2030年分别: one after the other


@lru_cache(maxsize=2)
def _all(text: str) -> tuple[list[int], list[YearPhrase]]:
    """Every deadline that `text` prints, none from inside a title or a baseline, with where each begins."""
    if _YEAR_ANCHOR.search(text) is None:
        return [], []
    barred = sorted([m.span() for m in _TITLE.finditer(text)] + list(_baselines(text)))
    together = {match.start(): match for match in _RESPECTIVE.finditer(text)}
    periods = {match.start(): match for match in _PERIODS.finditer(text)}
    found: list[YearPhrase] = []
    at = 0
    for anchor in _YEAR_ANCHOR.finditer(text):
        if anchor.start() < at:
            continue
        match = _DEADLINE.search(text, max(at, anchor.start() - _REACH_BACK), min(len(text), anchor.end() + 12))
        if match is None or match.start() > anchor.start():
            continue
        at = match.end()
        phrase = None if _is_barred(text, match, barred) else _phrase(text, match, together, periods)
        if phrase and not (found and found[-1].end > phrase.start):
            found.append(phrase)
    found = _with_lengths(text, found)
    return [phrase.start for phrase in found], found


def _with_lengths(text: str, found: list[YearPhrase]) -> list[YearPhrase]:
    """5年内 is a deadline too, where the text says from when: 2012年起5年内, then 5年内."""
    spans = {(int(match["year"]), number_of(match["many"]) or 0): None for match in _FROM_YEAR.finditer(text)}
    if len(spans) != 1:
        return found
    ((year, many),) = spans
    taken = {match.start("year"): match.end() for match in _FROM_YEAR.finditer(text)}
    within = {at for a, b in taken.items() for at in range(a - 4, b + 1)}
    kept = [phrase for phrase in found if phrase.start not in within]
    kept += [YearPhrase(a, b, year + many - 1, explicit=True, lasting=True) for a, b in taken.items()]
    for match in _WITHIN.finditer(text):
        if match.start() not in within and number_of(match["many"]) == many:
            kept.append(YearPhrase(match.start(), match.end(), year + many - 1, explicit=True, lasting=True))
    return sorted(kept, key=lambda phrase: phrase.start)


def _baselines(text: str) -> Iterator[tuple[int, int]]:
    """Where years stand that values are compared with: 较2020年."""
    for anchor in _YEAR_ANCHOR.finditer(text):
        match = BASELINE.search(text, max(0, anchor.start() - 8), anchor.end() + _REACH_BEHIND)
        if match and match.start() < anchor.start() < match.end():
            yield match.span()


def _is_barred(text: str, match: re.Match[str], barred: list[tuple[int, int]]) -> bool:
    i = bisect_right(barred, (match.end() - 1, len(text))) - 1
    if i >= 0 and match.start() < barred[i][1]:
        return True
    if match["to"] and match["to"].startswith("截") and _tells_what_is(text, match.end()):
        return True
    if text[match.start() - 1 : match.start()] in ("由", "从") and not match["to"]:
        return True  # 由2023年底的65艘增至150艘
    alone = text[match.start() - 1 : match.start()] == "（" and text[match.end() : match.end() + 1] == "）"
    heads = match["to"] or text.startswith("）：", match.end())  # 近期目标（到2025年）：, 第一阶段（2025年）：
    return (alone and not heads) or _PAST.match(text, match.end()) is not None


def _tells_what_is(text: str, at: int) -> bool:
    """截至2023年底，|已…; 截至2020年，|龙头企业3639家."""
    return _DONE.search(text, at, at + _REACH_BACK) is not None or _COUNT_BEHIND.match(text, at) is not None


def _phrase(
    text: str, match: re.Match[str], together: dict[int, re.Match[str]], periods: dict[int, re.Match[str]]
) -> YearPhrase:
    explicit = bool(match["to"] or match["before"] or match["rest"] or match["period"]) or text.startswith(
        "起", match.end()
    )
    lasting = bool(match["to"] or match["period"])
    if match["period"]:
        before = range(match.start() + 1, match.start() - _REACH_BACK, -1)
        pair = next((periods[at] for at in before if at in periods and match.start() + 1 < periods[at].end()), None)
        years = tuple(_PLAN_PERIODS[name] for name in pair.groups()) if pair else ()
        return YearPhrase(
            match.start(), match.end(), years[-1] if years else _PLAN_PERIODS[match["period"]], explicit, lasting, years
        )
    several = next((together[at] for at in range(match.start(), match.end()) if at in together), None)
    if several is None:
        return YearPhrase(match.start(), match.end(), int(match["year"]), explicit, lasting)
    years = tuple(int(year) for year in several.groups() if year)
    return YearPhrase(match.start(), several.end(), years[-1], explicit, lasting, years)


def year_phrases(text: str, start: int, end: int) -> list[YearPhrase]:
    """The deadlines printed in [start, end), in order."""
    starts, phrases = _all(text)
    return phrases[bisect_left(starts, start) : bisect_left(starts, end)]


def period_begins(words: str) -> int | None:
    """The first year of the plan period that `words` name: 2026 of “十五五”规划."""
    named = re.search(_PERIOD, words)
    return _PLAN_PERIODS[named[0]] - 4 if named else None


def baseline(words: str) -> int | None:
    """The year that a value is compared with: 较2020年 → 2020."""
    match = BASELINE.search(words)
    if match is None:
        return None
    return _PLAN_PERIODS[match["base_period"]] if match["base_period"] else int(match["base"])


class YearScope:
    """Answers which deadline is in force at an offset of one stretch of text.

    A deadline governs from its phrase to the next one. In a section of aims it does so to the end of the stretch; elsewhere
    one with 到 (到2025年) as long as the sentences go on stating aims and don't turn to tasks (推进…, 加强…), any other
    (2025年底前) to the end of its sentence or to a ； behind which a task begins. `aims`: whether the stretch states aims, by
    its heading or by its own words.
    """

    def __init__(self, text: str, start: int, end: int, *, aims: bool) -> None:
        self._starts: list[int] = []
        self._phrases: list[YearPhrase | None] = []
        self.aims = aims
        if not year_phrases(text, start, end):
            return
        current: YearPhrase | None = None
        self.aims = aims = aims or _AIMS_FOLLOW.search(text, start, end) is not None
        latest: YearPhrase | None = None
        for s, e in sentences(text, start, end):
            opens = year_phrases(text, s, e)
            if current is not None and not aims and _ends(text, s, current):
                current = None
                self._mark(s, None)
            whole_year = _WHOLE_YEAR.search(text, s, e) if latest and current is None and not opens else None
            opens_it = whole_year is not None and (whole_year.start() == s or not (latest and latest.explicit))
            if latest and whole_year and opens_it and "\n" not in text[latest.end : whole_year.start()]:
                current = replace(latest, lasting=False)
                self._mark(whole_year.start(), current)
            for i, phrase in enumerate(opens):
                if aside := _only_in_bracket(text, s, e, phrase):
                    self._mark(phrase.start, phrase)
                    self._mark(aside, current)
                    continue
                over = current is None or "；" in text[current.end : phrase.start]
                first = over and _STATES.match(text, phrase.end) is not None
                opens_part = _opens_part(text, s, e, phrase) and not (current and text.endswith(_DOES, s, phrase.start))
                if phrase.explicit or phrase.years or first or opens_part:
                    self._mark(phrase.start, phrase)
                    if current and current.explicit and _is_second(text, s, phrase):
                        stop = _STOP.search(text, phrase.end, e)
                        self._mark(stop.start() if stop else e, current)
                        continue
                    current = phrase
                    latest = latest if text[phrase.end : phrase.end + 1] in _SEASONS else phrase
                    until = opens[i + 1].start if i + 1 < len(opens) else e
                    if not (aims or phrase.lasting) and (stop := TASK_FOLLOWS.search(text, phrase.end, until)):
                        self._mark(stop.start(), None)
                elif current and not current.lasting and _STATES.match(text, phrase.end):
                    until = opens[i + 1].start if i + 1 < len(opens) else e
                    if (
                        ends := text.find("；", phrase.end, until)
                    ) > 0:  # …底前完成，开展率2025年达到85%；|及时率保持99%
                        self._mark(ends, phrase)
                        current = latest = phrase

    def _mark(self, at: int, phrase: YearPhrase | None) -> None:
        self._starts.append(at)
        self._phrases.append(phrase)

    def at(self, offset: int) -> YearPhrase | None:
        """The phrase in force at `offset`."""
        i = bisect_right(self._starts, offset)
        return self._phrases[i - 1] if i else None


def _ends(text: str, s: int, current: YearPhrase) -> bool:
    """Whether a deadline of the sentence before holds no more in the one at `s`; behind …；⏎ the sentence goes on in a new line."""
    breaks = text[s - 1] == "\n"
    if breaks and text[s - 2] not in "；：":
        return True
    if _TASK.match(text, s) and not _COUNTS_ON.match(text, s):
        return not (current.lasting and opens_paragraph(text, current))
    goes_on = breaks and text[s - 2] == "；" and not _NUMBERED.match(text, s)
    return not (current.lasting or goes_on or text.startswith("其中", s))


def _is_second(text: str, s: int, phrase: YearPhrase) -> bool:
    """到2025年，占比达到15%、|2030年|达到20%，…: a second value of one thing; the first year goes on behind it."""
    return not (phrase.explicit or phrase.years) and phrase.start > s and text[phrase.start - 1] == "、"


def _only_in_bracket(text: str, s: int, e: int, phrase: YearPhrase) -> int:
    """Where a bracket ends that tells of another year: 生存率不低于46%（|2022年为43%|），…; 0 where the year governs on."""
    opened = text.rfind("（", s, phrase.start)
    closed = text.find("）", phrase.end, e)
    if opened <= s or closed < 0 or "）" in text[opened : phrase.start] or "\n" in text[opened:closed]:
        return 0
    return closed if _WAS.match(text, phrase.end) else 0


def opens_paragraph(text: str, phrase: YearPhrase) -> bool:
    """到2025年，… at the head of a paragraph holds for all of it."""
    return text.rfind("\n", max(0, phrase.start - 6), phrase.start) >= 0


def _opens_part(text: str, s: int, e: int, phrase: YearPhrase) -> bool:
    """A bare 2030年 governs where it opens a part (，2030年电解铝…), not inside one (完成2030年目标)."""
    if phrase.start - s <= 4 or text[phrase.start - 1] in "（、" or _AIMS_OF.match(text, phrase.end):
        return True
    inside = parts(text, s, e)
    before = bisect_right(inside, phrase.start, key=itemgetter(0))
    return before > 0 and phrase.start - inside[before - 1][0] <= 4


_SEASONS = ("春", "夏", "秋", "冬", "暑")  # 2025年秋季学期启用: no year as a whole
_WAS = re.compile("[全年]?(?:为|是|已?达到?|仅)")
# 确定了2026年|水环境改善目标：总磷浓度…
_AIMS_OF = re.compile("(?:全[市省县区])?[^，。；：\\d]{0,12}目标(?:任务)?(?:为|是|如下)?：")
# behind 2026年底前，
_DOES = ("完成", "实现", "落实", "达到", "编制", "制定", "执行", "对照", "明确")  # 完成|2030年|示范片区设计编制
# 2026年度…。|全年新建公园3处; 推进河道整治，|全年治理河道9公里
_WHOLE_YEAR = re.compile("(?<![^。；，：\n])全年(?!龄|级|段)")
# 通达率2025年|分别实现100%: where no other year is in force this one is, for the rest of the sentence
_STATES = re.compile("(?:分别|力争|均|原则上)?(?:达|实现|超|完成|控制|不[高低少]于|下降|增长|提高|提升|降)")
# A sentence that opens with what to do: 推进…, 积极加强…, 在…
_TASK = re.compile(
    r"(?:[”）]?)(?:进一步|继续|积极|加快|大力|全面|深入|持续|扎实|稳步|有序|严格|科学|着力|切实|不断|逐步|充分|统筹|协同|重点|依法|定期|因地制宜|优先|探索){0,3}"
    r"(?:推进|推动|加强|强化|开展|实施|鼓励|支持|推广|完善|健全|落实|引导|优化|发展|构建|加大|深化|执行|促进|培育|组织|建设|提倡|倡导|研究|制定|编制|发挥|围绕|聚焦|坚持|依托|严禁|禁止|对|以|在|按照|根据|通过|将|引进|严控|控制|拓展|创新|规范|打造|改造|加快|统筹|探索)"
)
_STOP = re.compile("[，；]")
_NUMBERED = re.compile(r"[（(\d①-⑳-]|[一二三四五六七八九十]+[、是]")
# 到2025年，建成5个园区。|重点建设30家服务站: what goes on counting
_COUNTS_ON = re.compile(rf"{_TASK.pattern}(?:约|近|超过|不少于|不低于|至少)?\d")
# 2025年底前建成一期74公里|；推进城乡公交一体化: a task that no year before it dates; not ；改造公厕30座
TASK_FOLLOWS = re.compile(rf"；(?:{_TASK.pattern}|开工|启动|续建)(?![^，。；]*\d)")
