"""One sentence's numbers, read from left to right; each may lean on the one before it.

到2025年，森林覆盖率提高3个百分点，达到62%，力争63%: the second and the third number take their indicator from the first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.find import aims, return_periods
from policygraph.find.enumerations import each_doing, indicators_of
from policygraph.find.quantities import UP, Quantity
from policygraph.find.set_aside import Surroundings, why_no_target
from policygraph.find.statements import Statement, statement
from policygraph.find.target_areas import areas_of, with_areas
from policygraph.find.target_brackets import counted_in_bracket
from policygraph.find.target_claims import Claims, alike
from policygraph.find.target_doing import fund
from policygraph.find.target_mentions import Reading, SetAside, Setting, TargetMention
from policygraph.find.target_numbers import JUNCTION, Numbers
from policygraph.find.target_subjects import subject_of
from policygraph.find.years import YearPhrase, YearScope

_CLOSES_ITEM = re.compile("[^（）、，；。]{0,6}）[、，；和及]")
_KEEPS = re.compile("(?:总体|基本|稳定|全面|整体)(?:达标|稳定|平稳|可控|向好)$")  # PM2.5浓度|总体达标，控制在35微克以内
_BACK = re.compile(r"(?:上述|以上|前述|该)[一二两三四五六七八九\d]*(?:项|个)?(?:指标|比例|占比|目标)?$")
# 在|钢铁、水泥|行业推广…，应用比例分别达到10%、8%
_FIELDS = re.compile(r"在(?P<list>[^，。；]{2,40}?)(?:等|三大|两大)?(?P<kind>行业|领域|产业|地区|环节)(?=[^，。；]+，)")


def _years_of(recent: list[TargetMention]) -> list[int | None]:
    """占比达到15%、2030年达到20%，废钢比|分别提高至18%和25%: the years of one thing's values; empty where they aren't apart."""
    years = [each.year for each in recent]
    return years if len({each.indicator for each in recent}) == 1 and len({*years}) == len(years) > 1 else []


_JOINED = re.compile("[、和及与]")
_BASIS = re.compile("的?(?:基础|水平)上")  # 在2022年62%|的基础上，提高5个百分点


class TargetSentence:
    """Reads the rows of quantities of one sentence and adds what it finds to `reading`."""

    def __init__(self, text: str, span: tuple[int, int], scope: YearScope, setting: Setting, reading: Reading) -> None:
        self.text = text
        self.start, self.end = span
        self.scope, self.setting, self.reading = scope, setting, reading
        self.claims = Claims(text, span, scope, setting, reading)
        self.numbers = Numbers(self.claims)
        self.resume = self.start  # where the words of the next number begin
        self.risen_from: tuple[int, int] | None = None  # 由2023年的33%: skipped by the next number's words
        self.risen_since: int | None = None
        self.outside: TargetMention | None = None  # the last target before the bracket that is open
        self.told_to = self.start  # the numbers before it are claimed already

    def read(self, rows: list[list[Quantity]]) -> None:
        """Claims or sets aside every quantity."""
        every = [quantity for row in rows for quantity in row]
        before = len(self.reading.targets)
        seen = 0
        for row in rows:
            seen += len(row)
            self.numbers.counts.following = every[seen : seen + 3]
            if row[0].start < self.told_to:
                continue
            self._mark_bracket(row[0].start)
            why = self._read_row(row)
            if why is None:
                self.resume = self._after(row[-1].end)
                self.risen_from = None
            elif why == "a description in brackets" and self._claim_bracket(every[seen - len(row) :]):
                continue
            else:
                if closed := _CLOSES_ITEM.match(self.text, row[-1].end, self.end):
                    self.resume = max(self.resume, closed.end())  # 15%（约60万吨）|、碳排放下降16%
                left = [q for q in row if q.unit and not self._is_claimed(q)]
                self.reading.aside.extend(SetAside(q.start, q.end, why or None) for q in left)
        found = self.reading.targets[before:]
        self.reading.targets[before:] = with_areas(self.text, (self.start, self.end), found)

    def _is_claimed(self, quantity: Quantity) -> bool:
        """Whether a target of the row holds it already: 专业人员|20名|、5位专家."""
        last = self.claims.last
        return last is not None and last.start <= quantity.start < last.end and last.value == quantity.value

    def _mark_bracket(self, at: int) -> None:
        """2500辆（其中重卡2000辆）、2030年1万辆: in a bracket the number before it holds on, and behind it goes on."""
        opened = self.text.rfind("（", self.start, at)
        within = opened >= 0 and "）" not in self.text[opened:at]
        if within and self.outside is None:
            self.outside = self.claims.last
            self.claims.year_outside = self.outside.year if self.outside and self.outside.end == opened else None
        elif not within and self.outside is not None:
            self.claims.last, self.outside, self.claims.year_outside = self.outside, None, None

    def _claim_bracket(self, found: list[Quantity]) -> bool:
        """Claims the quantities of a bracket, the first of `found` first, where they are the parts of a whole."""
        closed = self.text.find("）", found[0].start, self.end)
        whole, inside = self.claims.last, [each for each in found if each.start < closed]
        for quantity, start, name in counted_in_bracket(self.text, (self.start, self.end), inside, whole):
            self.claims.claim(quantity, name, start, Statement(start, quantity.start))
            self.told_to = closed
        self.claims.last = whole
        return self.told_to == closed

    def _after(self, end: int) -> int:
        """Where the next number's words begin: behind the thing just counted, where a joint closes it (4个样板|、改造企业)."""
        last, following = self.claims.last, self.numbers.counts.following
        if last and following and following[0].start < last.end:
            return end  # 新建3座|、改造5座污水处理厂
        return last.end if last and last.end > end and self.text[last.end : last.end + 1] in ("、", "和", "及") else end

    def _read_row(self, row: list[Quantity]) -> str | None:
        """Claims the row as targets and returns None, or returns why it is none ("" where no rule says why)."""
        first = row[0]
        part = self.claims.part(first.start)
        begin = self._begin(first, part)
        said = self._with_part_before(self._statement(begin, first.start), part)
        if size := fund(self.text, row[-1], part):
            self.claims.claim(row[-1], size.indicator, first.start, said, end=first.end + size.length)
            return None
        why = why_no_target(row, self._surroundings(first, part, begin, said))
        if said.from_here and (why in ("", "a length of time") or first.unit == return_periods.UNIT):
            self.risen_from = (said.end, row[-1].end)
            self.risen_since = said.baseline_year
            self.resume = begin
            return "where it starts from"
        aimed = first.after in UP and said.reached and said.year is None and self.claims.is_dated(first.start)
        basis = _BASIS.match(self.text, row[-1].end)
        if basis and aimed:  # 到2030年，|在|占比达到20%以上的基础上，…: an aim
            said = replace(said, start=said.start + self.text.startswith("在", said.start))
        elif basis:
            self.risen_from, self.risen_since, self.resume = (said.end, basis.end()), said.year, begin
            return "where it starts from"
        if why:
            if why != "a description in brackets":  # 掺氢（掺混比例3%）|示范里程500公里 keeps its first words
                self.resume = begin if why != "what has been reached" else row[-1].end
            return why
        slashed = len(row) == 2 and self.text[row[0].end] == "/"  # 储能规模达到30万千瓦/60万千瓦时
        # 武汉、襄阳|分别|建成换电站4座、2座; not 由A公司、B公司分别负责…
        respective = said.respective or ("分别" in (words := self.text[said.start : said.end]) and words[0] != "由")
        if len(row) > 1 and not slashed and (respective or said.predicate or self._by_years(row)):
            return self._read_respective(row, said)
        if self._in_several_units(row, said, begin):
            return None
        following = self.numbers.counts.following
        for i, quantity in enumerate(row):
            self.numbers.counts.following = [*row[i + 1 :], *following]
            left = self.numbers.read(quantity, said, begin)
            if left is not None:
                return left
        return None

    def _with_part_before(self, said: Statement, part: tuple[int, int]) -> Statement:
        """新能源汽车占比，|2025年底不低于30%: what is measured stands in the part before, where none does here."""
        before = next(((a, b) for a, b in self.claims.parts if b + 1 == part[0]), None)
        if not said.predicate or said.start < said.end or self.claims.last or before is None or before[0] < self.resume:
            return said
        words = _KEEPS.sub("", self.text[slice(*before)])
        return replace(said, start=before[0], end=before[0] + len(words)) if aims.measures(words, strict=True) else said

    # -- what stands around a number

    def _begin(self, first: Quantity, part: tuple[int, int]) -> int:
        """Where the words that lead up to a number begin: its part, the last number, the bracket that it stands in."""
        begin = max(part[0], self.resume)
        if self.risen_from and self.text[self.risen_from[1] : part[0]] == "，":
            begin = self.resume  # 处理能力由12万吨/日，|提高至24万吨/日
        opened = self.text.rfind("（", part[0], first.start)
        if opened >= 0 and "）" not in self.text[opened : first.start]:
            begin = max(begin, max(self.text.rfind(c, opened, first.start) for c in "（，；：") + 1)
        return begin

    def _statement(self, begin: int, end: int) -> Statement:
        """占比由33%提高至45%: read as 占比提高至45%."""
        if self.risen_from and begin <= self.risen_from[0] <= self.risen_from[1] <= end:
            said = statement(self.text, self.risen_from[1], end)
            if said.start >= said.end and said.predicate:
                said.baseline_year = said.baseline_year or self.risen_since
                return statement(self.text, begin, self.risen_from[0], said)
        return statement(self.text, begin, end)

    def _surroundings(self, first: Quantity, part: tuple[int, int], begin: int, said: Statement) -> Surroundings:
        phrase = self.scope.at(first.start)
        listed = self.text.endswith("等", begin, first.start) and aims.count_verb(self.text[begin : first.start]) != ""
        counted = first.counts and (listed or aims.counting_tail(self.text, begin, first.start))
        # 新建|20公里|绿道; not 甲公司建设|3万亩|基地
        counted = counted or (first.extent and aims.only_counts(self.text[said.start : said.end].lstrip("、和及")))
        joined = JUNCTION.search(self.text, begin, first.start) is not None
        opens = first.start == part[0] and first.after in UP  # 培育100家以上企业，|500家以上|智能工厂
        goes_on = (first.counts or first.extent) and self.numbers.counts.counting and (joined or opens)
        return Surroundings(
            self.text, (self.start, self.end), part, begin, said.predicate, counted or goes_on,
            dated=phrase is not None or said.year is not None, due=self.setting.deadline is not None, past_year=self._is_past(phrase, said),
        )  # fmt: skip

    def _is_past(self, phrase: YearPhrase | None, said: Statement) -> bool:
        """Whether the year in force lies before the plan's own: 2019年, 全市…; “十三五”期间, …累计下降."""
        year = said.year or (phrase.year if phrase else None)
        if year is None or self.setting.issued is None or year >= self.setting.issued:
            return False
        if phrase is None or said.year is not None or not phrase.explicit or self.text.startswith("截", phrase.start):
            return True
        return self.text.startswith(("期间", "时期"), phrase.end - 2)

    # -- several numbers in a row

    def _by_years(self, row: list[Quantity]) -> bool:
        """2024年、2025年分别完成企业60家和90家: a year for each number."""
        phrase = self.scope.at(row[0].start)
        several = phrase is not None and phrase.start >= self.start and len(phrase.years) == len(row)
        return (
            several
            and phrase is not None
            and ("分别" in self.text[self.start : row[0].start] or phrase.end <= row[0].start)
        )

    def _read_respective(self, row: list[Quantity], said: Statement) -> str | None:
        """A、B、C分别达到1、2、3单位; 2025年和2030年分别达到1、2; 上述两项指标分别达到1、2."""
        row = alike(row)
        subject, start = subject_of(self.text, said)
        last = self.claims.last
        if last and self._by_years(row) and aims.only_counts(subject) and last.unit == row[0].unit:
            subject, start = last.indicator, said.start  # 改造茶园4万亩，2024年、2025年分别|完成|2万亩、2万亩
        recent = self.reading.targets[-len(row) :]
        if (not subject or _BACK.fullmatch(subject)) and len(recent) == len(row):
            for quantity, before in zip(row, recent, strict=True):
                tail = "年均增长" if said.yearly and "年均" not in before.indicator else ""
                self.claims.claim(quantity, before.indicator + tail, said.start, said)
            return None
        phrase = self.scope.at(row[0].start)
        names = each_doing(subject, len(row)) or indicators_of(subject, len(row))
        years_first = (
            phrase is not None and self.claims.part(row[0].start)[0] <= phrase.start
        )  # 2024年、2025年|A及B产值分别…
        years_first = years_first or not _JOINED.search(subject)  # 到2025年和2030年，|城乡居民收入|分别达到
        if phrase and len(phrase.years) == len(row) and (len(names) != len(row) or years_first):
            dropped = aims.undropped(subject)
            for quantity, year in zip(row, phrase.years, strict=True):
                self.claims.claim(quantity, subject[dropped:].replace("分别", "", 1), start + dropped, said, year=year)
            return None
        if len(names) != len(row) and len(recent) == len(row) and (areas := areas_of([t.indicator for t in recent])):
            for quantity, area in zip(row, areas, strict=True):
                self.claims.claim(quantity, area + subject, start, said)
            return None
        if len(names) != len(row) and (fields := self._listed_before(row[0].start, len(row))):
            for quantity, words in zip(row, fields, strict=True):
                self.claims.claim(quantity, words + subject, start, said)
            return None
        if len(names) != len(row) and said.respective and (of_years := _years_of(recent)):
            for quantity, each_year in zip(row, of_years, strict=True):
                self.claims.claim(quantity, subject, start, said, year=each_year)
            return None
        if len(names) != len(row):
            return self.numbers.read(row[0], said, said.start) if subject else ""
        for quantity, name in zip(row, names, strict=True):
            self.claims.claim(quantity, name.words, start + name.offset, said)
        return None

    def _listed_before(self, at: int, count: int) -> list[str]:
        """在钢铁、水泥行业推广…，应用比例分别达到10%、8%: 钢铁行业 and 水泥行业; empty where no list of that length stands there."""
        match = _FIELDS.search(self.text, self.start, at)
        listed = re.split("[、和及]", match["list"]) if match else []
        return [each + match["kind"] for each in listed] if match and len(listed) == count else []

    def _in_several_units(self, row: list[Quantity], said: Statement, begin: int) -> bool:
        """新开工49个、256万平方米、3.2万户: one thing told in several units, with nothing behind the numbers."""
        part_end = self.claims.part(row[0].start)[1]
        if len({q.unit for q in row}) < max(2, len(row)) or any(q.share for q in row) or row[-1].end < part_end:
            return False
        subject, start = subject_of(self.text, said)
        if len(subject) < 4 or aims.only_counts(subject) or JUNCTION.search(self.text, begin, row[0].start):
            return False
        dropped = aims.undropped(subject)
        for quantity in row:
            self.claims.claim(quantity, subject[dropped:], start + dropped, said)
        return True
