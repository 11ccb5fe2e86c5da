"""Numbers that were found to be targets, written down: with the operator, the year and the stance that the words give them.

力争到2027年，利用率达到57%以上 is ge 57, 2027, aspire.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.find.quantities import DOWN, UP, Quantity
from policygraph.find.sentences import parts
from policygraph.find.statements import Statement
from policygraph.find.target_mentions import Reading, Setting, TargetMention
from policygraph.find.years import BASELINE, IN_YEAR, TASK_FOLLOWS, YearPhrase, YearScope, baseline
from policygraph.model import Operator, Stance

_ASPIRED = ("力争", "争取", "努力", "力争在", "努力在")
_NO_LONGER = re.compile("[；：]|确保|必须|严格|不得|全部")
# 三年新改建公路260公里, 五年累计培养
_WHOLE_PERIOD = re.compile(
    r"(?<![近前每\d第])[两三四五]年(?:内|累计|共|总共|新|再|改|建|整|完|扩|回|培|治|实|达|翻|增|引|发|谋|打|推|创|投|组|种|造|处|安|配|统)"
)
_EVERY_YEAR = re.compile("每(?:半|两)?年|每(?:个?季度?|个?月)")  # 每年清淤3次 is not done by the clause's own deadline
_PLANNED = re.compile("^(全[市省县区州国])?(?:计划|拟)(?=[新建改扩打培引完实开推发投])")  # 全县|计划|建成充电桩
_ALL_YEARS = re.compile(
    "^[两三四五]年(?:内|累计|总?共)*(?=[新改建整扩培引治处推创投组种造完统安])"
)  # 三年|处置闲置土地
_BASIS = re.compile(r"以20\d\d年[^，。；]{0,12}为基[数准期年值]")  # 以2017年积水点数量为基值
_THIS_YEAR = re.compile("今年(?!以来)|本年度")
_IN_MONEY = re.compile(
    "(?:产值|收入|营收|交易额|贸易额|销售额|零售总额|生产总值|GDP|投资额?|(?:产业|经济|市场|基金|集群|业务|消费|资产|融资|行业|总)规模)$"
)  # 产值突破千亿大关
_SETS_ASIDE = re.compile(
    "(?:安排|拨付|列支|筹措|筹集|落实|^(?:每年|累计|计划|完成)*投入)$"
)  # 县财政2026年|安排|1.2亿元
_OWN_YEAR = re.compile(r"(?:20\d\d[-—~至])?20\d\d年(?=[^，。；]{2,4}$)")
_DONE_BEHIND = re.compile(
    rf"，(?P<year>20\d\d)年{IN_YEAR}(?:全部|全面|基本)?(?:完成|建成|投用|投运|竣工|达产|完工)+(?=[，。；）\n]|$)"
)


class Claims:
    """Writes down the targets of one sentence; `last` is the one before, which the next may lean on."""

    def __init__(self, text: str, span: tuple[int, int], scope: YearScope, setting: Setting, reading: Reading) -> None:
        self.text = text
        self.start, self.end = span
        self.scope, self.setting, self.reading = scope, setting, reading
        self.parts = parts(text, *span)
        self.last: TargetMention | None = None
        self.year_outside: int | None = None  # of the number before the bracket that is open
        self.aspired: int | None = None  # from where on a 力争 holds for what follows
        alone = [(a, b) for a, b in self.parts if BASELINE.fullmatch(text, a, b) or _BASIS.fullmatch(text, a, b)]
        self.compared = [(b, baseline(text[a:b])) for a, b in alone]

    def part(self, at: int) -> tuple[int, int]:
        """The part of the sentence that the character at `at` stands in."""
        return next(((a, b) for a, b in self.parts if a <= at <= b), (self.start, self.end))

    def is_dated(self, at: int) -> bool:
        """Whether a deadline holds at `at`: of the sentence, of the clause, of a plan for one year."""
        return self.scope.at(at) is not None or self.setting.deadline is not None

    def claim(
        self, quantity: Quantity, indicator: str, start: int, said: Statement, *,
        year: int | None = None, end: int | None = None,
    ) -> None:  # fmt: skip
        """`quantity` as a target of `indicator`; it begins at `start` and, where more follows the number, ends at `end`."""
        if quantity.unit == "倍" and said.year is not None and said.reached:  # 达到|2024年的|1.5倍
            said = replace(said, year=None, baseline_year=said.year)
        if quantity.unit == "倍" and said.op is None and self.text.startswith("翻", quantity.start):
            said = replace(said, op="increase")
        phrase = self.scope.at(quantity.start)
        each_year = phrase and year is None and said.year is None and _each_year(self.text, phrase, quantity)
        several = phrase.years if phrase and each_year else ()
        for each in several or (year or said.year or self.year_outside or self._year(phrase, quantity),):
            unit = "亿元" if quantity.unit == "亿" and _IN_MONEY.search(indicator) else quantity.unit
            self.last = TargetMention(
                start=min(start, quantity.start), end=max(quantity.end, end or 0),
                indicator=_named(indicator, each, unit), op=_operator(quantity, said),
                value=quantity.value, value_to=quantity.value_to, unit=unit, year=each,
                baseline_year=said.baseline_year or self._compared_with(quantity, said), stance=self._stance(phrase, said),
                approximate=said.approximate or quantity.after in ("左右", "上下"),
            )  # fmt: skip
            self.reading.targets.append(self.last)

    def _compared_with(self, quantity: Quantity, said: Statement) -> int | None:
        """与2020年相比，单位能耗下降14%，单位水耗下降16%: a comparison that stands alone holds for the rest of the sentence."""
        if _operator(quantity, said) not in ("decrease", "increase"):
            return None
        return next((year for end, year in reversed(self.compared) if end <= quantity.start), None)

    def _takes_whole_period(self, phrase: YearPhrase | None, quantity: Quantity) -> bool:
        begin = max(self.start, phrase.end) if phrase else self.start
        begin = max([begin, *(task.start() for task in TASK_FOLLOWS.finditer(self.text, begin, quantity.start))])
        return _WHOLE_PERIOD.search(self.text, begin, quantity.start) is not None

    def _stance(self, phrase: YearPhrase | None, said: Statement) -> Stance:
        """力争到2027年，…: what leads up to the year holds for the sentence."""
        if said.governs:
            self.aspired = said.start
        if said.stance != "firm":
            return said.stance
        if phrase and phrase.start >= self.start and (self.aspired is None or phrase.start > self.aspired):
            return "aspire" if self.text.endswith(_ASPIRED, self.start, phrase.start) else "firm"
        held = self.aspired is not None and not _NO_LONGER.search(self.text, self.aspired, said.end)
        return "aspire" if held else "firm"

    def _year(self, phrase: YearPhrase | None, quantity: Quantity) -> int | None:
        """The deadline in force; else one that follows (…5200处，2026年完成); else that of the whole clause."""
        if self.setting.last_year and self._takes_whole_period(phrase, quantity):
            return self.setting.last_year
        if phrase:
            return phrase.year
        done = _DONE_BEHIND.search(self.text, quantity.end, self.end)
        if done and not re.search(r"；|20\d\d", self.text[quantity.end : done.start()]):
            return int(done["year"])
        if _EVERY_YEAR.search(self.text, self.part(quantity.start)[0], quantity.start):
            return None
        if _THIS_YEAR.search(self.text, self.start, self.end):
            return self.setting.deadline or self.setting.issued
        return self.setting.deadline or self.setting.aims_by


def _named(indicator: str, year: int | None, unit: str) -> str:
    """全县计划新建…, and 三年处置闲置土地 where the year says by when, without those words; money that is set aside."""
    plain = _PLANNED.sub(r"\g<1>", indicator.strip("-，、：；的"))
    if unit.endswith("元") and _SETS_ASIDE.search(plain):
        plain = _OWN_YEAR.sub("", plain) + "资金"
    return _ALL_YEARS.sub("", plain) if year else plain


def alike(row: list[Quantity]) -> list[Quantity]:
    """下降2个和0.5个百分点, 5个、10个工作日, 达到98%、97.5%以上: what the last one prints holds for the row."""
    last = row[-1]
    bound = last.after if last.after in (*UP, *DOWN) and not any(q.after for q in row[:-1]) else ""
    whole = last.unit if last.unit.startswith("个") else "个"
    return [q._replace(unit=whole if q.unit == "个" else q.unit, after=q.after or bound) for q in row]


def _each_year(text: str, phrase: YearPhrase, quantity: Quantity) -> bool:
    """“十四五”“十五五”期间分别新增4000万千瓦: one value for each period."""
    if not phrase.years or re.search("[，。；\n]", text[phrase.end : quantity.start]):
        return False
    return "分别" in text[phrase.start : min(quantity.start, phrase.end + 6)]


def _operator(quantity: Quantity, said: Statement) -> Operator:
    """达到43%以上 ge, 控制在35以内 le, 下降13%左右 decrease, 建成25万亩 eq."""
    if quantity.unit == "番" and said.op is None:
        return "increase"
    if said.op in ("decrease", "increase"):
        return said.op
    if quantity.after in UP:
        return "ge"
    if (quantity.value_to or quantity.after in ("左右", "上下")) and any("控制" in word for word in said.taken):
        return "eq"  # 控制在1亿吨左右, 控制在80—90座 are no bounds
    if quantity.after in DOWN:
        return "le"
    return said.op or "eq"
