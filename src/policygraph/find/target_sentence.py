"""One sentence's numbers, read from left to right; each may lean on the one before it.

到2025年，森林覆盖率提高3个百分点，达到62%，力争63%: the second and the third number take their indicator from the first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.find import aims
from policygraph.find.counted import DOES, noun_behind
from policygraph.find.enumerations import indicators_of, with_tail_of
from policygraph.find.quantities import Quantity
from policygraph.find.sentences import parts
from policygraph.find.set_aside import Surroundings, why_no_target
from policygraph.find.statements import YEAR_HEAD, Statement, statement
from policygraph.find.target_claims import UP, Claims, alike
from policygraph.find.target_counts import Counts
from policygraph.find.target_mentions import Reading, SetAside, Setting
from policygraph.find.years import YearPhrase, YearScope

_JUNCTION = re.compile(r"(?:、|和|及|以及|与|或|并)+$")
_BACK = re.compile(r"(?:上述|以上|前述|该)[一二两三四五六七八九\d]*(?:项|个)?(?:指标|比例|占比|目标)?$")
_STAKE = re.compile("的?(?:激励|奋斗|力争|预期|挑战)?目标")
_HAS = re.compile(r"(?:基本|均|都)?(?:具备|形成|拥有|保有)$")
# What a part without a number says of its subject: …水平【不低于全省平均水平】, 总额【实现倍增】
_SAID_WITHOUT_NUMBER = re.compile(
    r"(?:力争|确保|基本|全面)?(?:不?[高低]于|优于|达到|实现|保持|稳居|位居|进入|跻身|继续|持续|稳步|大幅|明显|显著|进一步|与).*$"
)
_PER_EACH = re.compile(r"每个?[^，。；\d]{1,10}?(?:至少|均|都|各|要|应)*(?:建|配|设)?有")  # 每个社区至少有|1名
_CONSISTS = re.compile("包括|包含|分为|涉及|涵盖")
_SHARE_EACH = re.compile(r"(?P<whose>[^，。；]+?)分别(?P<share>占[^，。；]+)$")  # A数、B数分别占总数
_OWNER_LEFT_OUT = re.compile(r"增[速幅]|总数|总面积|总规模")


class TargetSentence:
    """Reads the rows of quantities of one sentence and adds what it finds to `reading`."""

    def __init__(self, text: str, span: tuple[int, int], scope: YearScope, setting: Setting, reading: Reading) -> None:
        self.text = text
        self.start, self.end = span
        self.scope, self.setting, self.reading = scope, setting, reading
        self.parts = parts(text, *span)
        self.claims = Claims(text, span, scope, setting, reading)
        self.counts = Counts(self.claims)
        self.resume = self.start  # where the words of the next number begin
        self.risen_from: tuple[int, int] | None = None  # 由2023年的33%: skipped by the next number's words
        self.risen_since: int | None = None

    def read(self, rows: list[list[Quantity]]) -> None:
        """Claims or sets aside every quantity."""
        every = [quantity for row in rows for quantity in row]
        seen = 0
        for row in rows:
            seen += len(row)
            self.counts.following = every[seen : seen + 3]
            why = self._read_row(row)
            if why is None:
                self.resume = row[-1].end
            else:
                self.reading.aside.extend(SetAside(q.start, q.end, why or None) for q in row if q.unit)

    def _part(self, at: int) -> tuple[int, int]:
        return next(((a, b) for a, b in self.parts if a <= at <= b), (self.start, self.end))

    def _read_row(self, row: list[Quantity]) -> str | None:
        """Claims the row as targets and returns None, or returns why it is none ("" where no rule says why)."""
        first = row[0]
        part = self._part(first.start)
        begin = self._begin(first, part)
        said = self._statement(begin, first.start)
        why = why_no_target(row, self._surroundings(first, part, begin, said))
        if said.from_here and (not why or why == "a length of time"):
            self.risen_from = (said.end, row[-1].end)
            self.risen_since = said.baseline_year
            self.resume = begin
            return "where it starts from"
        if why:
            self.resume = begin if why != "what has been reached" else row[-1].end
            return why
        if len(row) > 1 and (said.respective or said.predicate):
            return self._read_respective(row, said)
        if self._in_several_units(row, said, begin):
            return None
        for i, quantity in enumerate(row):
            self.counts.following = [*row[i + 1 :], *self.counts.following]
            left = self._read_one(quantity, said, begin)
            if left is not None:
                return left
        return None

    def _in_several_units(self, row: list[Quantity], said: Statement, begin: int) -> bool:
        """新开工49个、256万平方米、3.2万户: one thing told in several units, with nothing behind the numbers."""
        part_end = self._part(row[0].start)[1]
        if len({q.unit for q in row}) < max(2, len(row)) or any(q.share for q in row) or row[-1].end < part_end:
            return False
        subject, start = self._subject(said)
        if len(subject) < 4 or aims.only_counts(subject) or _JUNCTION.search(self.text, begin, row[0].start):
            return False
        for quantity in row:
            self.claims.claim(quantity, subject, start, said)
        return True

    def _begin(self, first: Quantity, part: tuple[int, int]) -> int:
        """Where the words that lead up to a number begin: its part, the last number, the bracket that it stands in."""
        begin = max(part[0], self.resume)
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
        counted = first.counts and aims.counting_tail(self.text, begin, first.start)
        goes_on = first.counts and self.counts.counting and _JUNCTION.search(self.text, begin, first.start) is not None
        return Surroundings(
            self.text, (self.start, self.end), part, begin, said.predicate, counted or goes_on,
            dated=phrase is not None or said.year is not None, past_year=self._is_past(phrase, said),
        )  # fmt: skip

    def _is_past(self, phrase: YearPhrase | None, said: Statement) -> bool:
        """Whether the year in force lies before the plan's own: 2019年, 全市…; “十三五”期间, …累计下降."""
        year = said.year or (phrase.year if phrase else None)
        if year is None or self.setting.issued is None or year >= self.setting.issued:
            return False
        if phrase is None or said.year is not None or not phrase.explicit:
            return True
        return self.text.startswith(("期间", "时期"), phrase.end - 2)

    # -- several numbers in a row

    def _read_respective(self, row: list[Quantity], said: Statement) -> str | None:
        """A、B、C分别达到1、2、3单位; 2025年和2030年分别达到1、2; 上述两项指标分别达到1、2."""
        row = alike(row)
        subject, start = self._subject(said)
        recent = self.reading.targets[-len(row) :]
        if (not subject or _BACK.fullmatch(subject)) and len(recent) == len(row):
            for quantity, before in zip(row, recent, strict=True):
                tail = "年均增长" if said.yearly and "年均" not in before.indicator else ""
                self.claims.claim(quantity, before.indicator + tail, said.start, said)
            return None
        phrase = self.scope.at(row[0].start)
        names = indicators_of(subject, len(row))
        if phrase and len(phrase.years) == len(row) and len(names) != len(row):
            for quantity, year in zip(row, phrase.years, strict=True):
                self.claims.claim(quantity, subject, start, said, year=year)
            return None
        if len(names) != len(row):
            return self._read_one(row[0], said, said.start) if subject else ""
        for quantity, name in zip(row, names, strict=True):
            self.claims.claim(quantity, name.words, start + name.offset, said)
        return None

    def _subject(self, said: Statement) -> tuple[str, int]:
        """The indicator's words before the number, freed of what leads up to them, and where they begin."""
        start = said.start
        for leading in (aims.NEVER_SUBJECT, YEAR_HEAD, aims.NEVER_SUBJECT):
            match = leading.match(self.text, start, said.end)
            start = match.end() if match else start
        return self.text[start : said.end] + said.kept, start

    # -- one number

    def _read_one(self, quantity: Quantity, said: Statement, begin: int) -> str | None:
        subject, start = self._subject(said)
        joined = quantity.start - 1 > said.end and self.text[quantity.start - 1] in "、和及"
        if joined or _JUNCTION.search(self.text, begin, quantity.start):
            subject = ""
        self.counts.part_end = self._part(quantity.start)[1]
        noun = noun_behind(self.text, quantity, self.counts.following, self.counts.part_end)
        if _STAKE.match(self.text, quantity.end):  # 14.5%的激励目标 names the aim, not what is counted
            noun = None
        if said.op in ("decrease", "increase") and len(said.taken) == 1 and aims.only_counts(subject):
            said = replace(said, op=None, predicate=False)  # 改造提升500万亩
        if (
            said.predicate
            and not said.reached
            and noun
            and quantity.counts
            and said.op in ("ge", "le")
            and aims.counting_tail(subject, 0, len(subject))
        ):
            said = replace(said, predicate=False)  # 建设|不少于|10个|实验室
        bare = aims.only_counts(subject)
        if (
            bare
            and said.predicate
            and quantity.counts
            and not self.claims.last
            and not noun
            and not aims.count_verb(subject)
        ):
            return self._claim_object_before(quantity, said, "")
        if not subject and self.claims.last and not noun and self._leans(quantity, said):
            self._claim_again(quantity, said, begin)
            return None
        if said.kept and subject == said.kept and self.claims.last and noun is None:
            self._claim_again(quantity, said, begin)
            return None
        if bare and noun is None and len(subject) <= 4:
            return self._claim_object_before(quantity, said, subject)
        if (bare and noun) or (not subject and (self.counts.counting or quantity.counts or quantity.share)):
            return self.counts.read_counted(quantity, said, subject, start, noun)
        if not subject:
            return ""
        return self._read_subject(quantity, said, subject, start, noun)

    def _leans(self, quantity: Quantity, said: Statement) -> bool:
        """力争14.5%, 比2024年翻一番, 完成15%的激励目标: another value of the indicator just named."""
        if said.predicate or said.stance != "firm" or said.baseline_year is not None or said.year is not None:
            return True
        return quantity.unit == "番" or _STAKE.match(self.text, quantity.end) is not None

    def _claim_again(self, quantity: Quantity, said: Statement, begin: int) -> None:
        """Another value of the last indicator; 下降13%，力争14.5% goes on falling, 提高3个百分点，达到62% does not go on rising."""
        last = self.claims.last
        assert last is not None
        if last.unit == "番" and self.reading.targets[-1] is last:  # 翻一番，超100亿元: one aim
            self.reading.targets.pop()
            self.reading.aside.append(SetAside(last.start, last.end, "said again in figures"))
        named = self._named_since(begin)
        if named:
            return self.claims.claim(quantity, named + said.kept, begin, said)
        op = said.op or ("ge" if quantity.after in UP else None)
        stakes = said.stance != "firm" or not said.reached or _STAKE.match(self.text, quantity.end)
        if (
            op not in ("decrease", "increase")
            and last.op in ("decrease", "increase")
            and last.unit == quantity.unit
            and stakes
        ):
            op = last.op
        base = said.baseline_year or last.baseline_year
        return self.claims.claim(
            quantity, last.indicator + said.kept, last.start, replace(said, op=op, baseline_year=base)
        )

    def _named_since(self, begin: int) -> str:
        """What a part between the last number and this one speaks of: 居民健康素养水平不低于全省平均水平，力争达到28%."""
        assert self.claims.last is not None
        between = [(a, b) for a, b in self.parts if self.claims.last.end <= a and b < begin]
        if not between:
            return ""
        words = self.text[slice(*between[-1])]
        said = _SAID_WITHOUT_NUMBER.search(words)
        subject = words[: said.start()] if said else ""
        return subject[aims.undropped(subject) :] if aims.measures(subject) else ""

    def _claim_object_before(self, quantity: Quantity, said: Statement, verb: str) -> str | None:
        """改造升级骨干批发市场，到2028年改造120家以上; 建成高标准农田5万亩、改造提升3万亩: the thing was named before."""
        if not quantity.counts and not said.predicate and not self.claims.last:
            return ""
        part = self._part(quantity.start)
        if self.claims.last and self.claims.last.unit == quantity.unit:
            self.claims.claim(quantity, verb + aims.uncounted(self.claims.last.indicator), part[0], said)
            return None
        if not quantity.counts and not said.predicate:
            return ""
        earlier = [(a, b) for a, b in self.parts if b <= part[0] and not YEAR_HEAD.fullmatch(self.text, a, b)]
        if not earlier:
            return ""
        words = self.text[slice(*earlier[-1])]
        self.claims.claim(quantity, verb + words[aims.undropped(words) :], earlier[-1][0], said)
        return None

    def _read_subject(
        self, quantity: Quantity, said: Statement, subject: str, start: int, noun: tuple[int, int] | None
    ) -> str | None:
        """甲醇加注站10座 and 森林覆盖率稳定在55%以上: what is measured stands before the number."""
        verb = aims.count_verb(subject)
        measured = aims.measures(subject)
        if not said.predicate:
            if noun and quantity.share and quantity.after in UP and DOES.search(self.text, *noun):
                self.counts.claim_share(quantity, said, subject, start, noun)
                return None
            per = noun is not None and quantity.counts and _PER_EACH.match(subject) is not None
            if not (measured or verb or per or self._is_dated(quantity) or self.claims.last):
                return ""
            if noun and quantity.share and (has := _HAS.search(subject)) and aims.measures(self.text[slice(*noun)]):
                indicator = subject[: has.start()] + self.text[slice(*noun)]
                self.claims.claim(quantity, indicator, start, said, end=noun[1])
                return None
            if noun and not quantity.share and (not measured or quantity.counts):
                makes = verb or per or subject.endswith("等") or aims.counting_tail(subject, 0, len(subject))
                return self.counts.read_object(quantity, said, subject, start, noun) if makes else "a description"
        if not 1 < len(subject) <= 70:
            return ""
        if _CONSISTS.search(subject) and quantity.counts:
            return "a count of parts"
        if (
            (last := self.claims.last)
            and self.text[start - 1] == "、"
            and last.unit == quantity.unit
            and not said.predicate
        ):
            said = replace(said, op=last.op, baseline_year=last.baseline_year)  # 化学需氧量削减2.8%、|氨氮|2.4%
        self._claim_subject(quantity, said, subject, start, measured=measured)
        self.counts.counting = False
        return None

    def _is_dated(self, quantity: Quantity) -> bool:
        return self.scope.at(quantity.start) is not None or self.setting.deadline is not None

    def _complete(self, subject: str, quantity: Quantity) -> str:
        """产量占全国 is a 比重; 增速 after 社会消费品零售总额 is that total's."""
        if quantity.share and "占" in subject and not aims.measures(subject):
            return subject.removesuffix("的") + "比重"
        if self.claims.last and _OWNER_LEFT_OUT.match(subject):
            return self.claims.last.indicator.removesuffix("年均增长") + subject
        return subject

    def _claim_subject(self, quantity: Quantity, said: Statement, subject: str, start: int, *, measured: bool) -> None:
        dropped = aims.undropped(subject)
        start, subject = start + dropped, subject[dropped:]
        subject = self._complete(subject.strip(), quantity)
        if self.claims.last is not None and not measured:
            subject = with_tail_of(
                subject,
                self.claims.last.indicator,
                same_unit=quantity.unit == self.claims.last.unit,
                share=quantity.share,
            )
        each = said.together or said.respective
        names = indicators_of(subject) if each or quantity.share else []
        if share_each := _SHARE_EACH.match(subject):
            for name in indicators_of(share_each["whose"]):
                self.claims.claim(quantity, name.words + share_each["share"] + "比重", start + name.offset, said)
            return
        apart = len(names) > 1 and "总体" not in said.taken and (names[0].splits or (each and "中" not in subject))
        if apart:
            for name in names:
                self.claims.claim(quantity, name.words, start + name.offset, said)
        else:
            self.claims.claim(quantity, subject, start, said)
