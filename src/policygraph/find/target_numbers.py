"""One number of a sentence: what it measures or counts, by the words before it, behind it or earlier in the sentence.

森林覆盖率稳定在55%以上 measures; 建设不少于10个科学家实验室 counts; 力争14.5% leans on what was named last.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.find import aims, return_periods
from policygraph.find.counted import DOES, noun_behind, noun_of_next
from policygraph.find.quantities import UP, Quantity
from policygraph.find.statements import Statement
from policygraph.find.target_claims import Claims
from policygraph.find.target_counts import PER_EACH, Counts, lessened, substance
from policygraph.find.target_doing import doing
from policygraph.find.target_leaning import (
    STAKE,
    claim_again,
    claim_covered,
    claim_held_before,
    claim_object_before,
    leans,
)
from policygraph.find.target_subjects import EACH_PLACE, OF_BASE, claim_subject, subject_of

# what joins a number to the one before it
JUNCTION = re.compile(r"(?:、|和|及|以及|与|或|并)+$")
_HAS = re.compile(r"(?:基本|均|都)?(?:具备|形成|拥有|保有)$")
_SHARED_OUT = re.compile("分别[为是]?[：:]")  # 减排任务|分别为：|化学需氧量削减11%，氨氮12%
_PER_HEAD = re.compile("每?[千百万]人口?|人均|户均|每百户")  # 每千人口床位|6.1张
_CONSISTS = re.compile("包括|包含|分为|涉及|涵盖")
_DOES_WORK = re.compile("(?:累计|全面)?(?:完成|实施|开展|组织)")
_SPENDS = re.compile("每年[^，。；]{0,8}安排")  # 县财政|每年安排|奖补资金2000万元
_BUILDS = re.compile("(?:公司|集团|[^工]厂|[县区市镇乡])(?:新建|建设|改造|扩建)$")
_OF_ITSELF = ("造林", "植树", "打井", "育苗", "放流", "招商", "引资")  # 完成|造林|50万亩: the work is what is counted
_TOLD = ("共计", "合计", "总计")
_WORK = re.compile("(?:建设|改造|治理|修复|整治|评估|铺设|绿化|造林|更新|养护)$")
_FEW = 8
_LONGEST = 70

_Noun = tuple[int, int] | None
_AMOUNT = re.compile(r"\d[\d.]*[万亿]?(?:[个家座项处条台套辆户人所件张间名公里亩元吨]|公里|万元|亿元)(?:（.）)?")


class Numbers:
    """Claims the numbers of one sentence, one at a time. Each method returns None where it claimed, else why not."""

    def __init__(self, claims: Claims) -> None:
        self.text, self.claims, self.counts = claims.text, claims, Counts(claims)

    def read(self, quantity: Quantity, said: Statement, begin: int) -> str | None:
        """`said`: what the words from `begin` on say of the number."""
        subject, start = self._subject(quantity, said, begin)
        noun = self._noun(quantity)
        if noun and self._claim_doing(quantity, said, noun):
            return None
        if noun and quantity.share and said.taken[:1] in ([word] for word in aims.COVERS):
            claim_covered(self.claims, quantity, said, subject, noun)
            return None
        if _only_names_a_verb(said, subject, noun) or _bounds_a_count(quantity, said, subject, noun):
            subject = subject or said.taken[0]
            said = replace(said, op=said.op if said.op in ("ge", "le") else None, predicate=False)
        if said.op in ("decrease", "increase") and _names_a_work(quantity, said, subject):
            subject, said = subject + said.taken[0], replace(said, op=None, predicate=False)
        if noun and not subject and (less := lessened(quantity, said, self.text[slice(*noun)])):
            indicator = substance(quantity) + self.text[slice(*noun)]
            self.claims.claim(less, indicator, quantity.start, said, end=noun[1])
            return None
        if noun and not subject and _is_summed_work(quantity, said, self.text[slice(*noun)]):
            self.claims.claim(quantity, self.text[slice(*noun)], quantity.start, said, end=noun[1])
            return None
        bare = aims.only_counts(subject)
        last = self.claims.last
        if bare and said.predicate and quantity.counts and not (last or noun or aims.count_verb(subject)):
            return claim_object_before(self.claims, quantity, said, "")
        again = not subject and leans(self.text, quantity, said, last)
        if last and not noun and (again or (said.kept and subject == said.kept)):
            claim_again(self.claims, quantity, said, begin)
            return None
        if not (subject or last or noun) and said.predicate and quantity.counts:
            return claim_held_before(self.claims, quantity, said)
        if bare and noun is None and len(subject) <= 4 and not subject.endswith(_OF_ITSELF):
            return claim_object_before(self.claims, quantity, said, subject)
        if (bare and noun) or (not subject and (self.counts.counting or quantity.counts or quantity.share)):
            return self.counts.read_counted(quantity, said, subject, start, noun)
        return self._read_subject(quantity, said, subject, start, noun) if subject else ""

    def _claim_doing(self, quantity: Quantity, said: Statement, noun: tuple[int, int]) -> bool:
        """推动300家企业接入平台: claims what so many will do, where the words behind the number say so."""
        part, dated = self.claims.part(quantity.start), self.claims.is_dated(quantity.start)
        done = doing(self.text, quantity, part, self.text[slice(*noun)], dated=dated)
        if done:
            self.claims.claim(quantity, done.indicator, quantity.start, said, end=noun[0] + done.length)
            self.counts.counting = True
        return done is not None

    def _subject(self, quantity: Quantity, said: Statement, begin: int) -> tuple[str, int]:
        subject, start = subject_of(self.text, said)
        subject = "" if _AMOUNT.fullmatch(subject) else subject  # 2024年|5家|、2025年5家
        joined = quantity.start - 1 > said.end and self.text[quantity.start - 1] in "、和及"
        return ("" if joined or JUNCTION.search(self.text, begin, quantity.start) else subject), start

    def _noun(self, quantity: Quantity) -> _Noun:
        end = self.counts.part_end = self.claims.part(quantity.start)[1]
        if STAKE.match(self.text, quantity.end):
            return None
        following = self.counts.following
        return noun_of_next(self.text, quantity, following, end) or noun_behind(self.text, quantity, following, end)

    def _read_subject(self, quantity: Quantity, said: Statement, subject: str, start: int, noun: _Noun) -> str | None:
        """甲醇加注站10座 and 森林覆盖率稳定在55%以上: what is measured stands before the number."""
        if noun and quantity.counts and said.predicate and _each_has(subject):  # 每个社区|拥有|3个|社会组织
            return self.counts.read_object(quantity, said, subject + "有", start, noun)
        if not said.predicate:
            measured = aims.measures(subject) or _PER_HEAD.match(subject) is not None
            raised = OF_BASE.fullmatch(subject) if quantity.share else None  # 首付款比例提高至合同总额|的25%
            measured = measured or (raised is not None and raised["op"][0] in "提降")
            makes = _makes(subject, noun) or _ends_making(quantity, subject, noun)
            whole = quantity.after in UP or self.text.startswith("的", quantity.end)  # 建成区|40%|的区域达到…要求
            if noun and quantity.share and whole and DOES.search(self.text, *noun):
                self.counts.claim_share(quantity, said, subject, start, noun)
                return None
            if not (measured or makes or self.claims.is_dated(quantity.start) or self.claims.last):
                return ""
            if noun and quantity.share and (has := _HAS.search(subject)) and aims.measures(self.text[slice(*noun)]):
                indicator = subject[: has.start()] + self.text[slice(*noun)]
                self.claims.claim(quantity, indicator, start, said, end=noun[1])
                return None
            if noun and (per := PER_EACH.match(subject)) and aims.measures(self.text[slice(*noun)]):
                self.claims.claim(quantity, per["each"] + self.text[slice(*noun)], start, said, end=noun[1])
                return None  # 每个基地至少形成|10万吨/年|制氢能力
            if noun and _BUILDS.search(subject) and not (quantity.counts or quantity.share):
                measured = False  # 甲公司建设|800平方米|展厅
            if noun and not quantity.share and (not measured or quantity.counts):
                tail = makes or subject.endswith("等") or aims.counting_tail(subject, 0, len(subject))
                return self.counts.read_object(quantity, said, subject, start, noun) if tail else "a description"
            said = self._as_the_one_before(quantity, said, start)
        if noun and quantity.unit == return_periods.UNIT:  # 排水系统达到|5年一遇|排水能力
            self.claims.claim(quantity, subject + self.text[slice(*noun)], start, said, end=noun[1])
            return None
        if not 1 < len(subject) <= _LONGEST:
            return ""
        if _CONSISTS.search(subject) and quantity.counts:
            return "a count of parts"
        claim_subject(self.claims, quantity, said, subject, start)
        self.counts.counting = False
        return None

    def _as_the_one_before(self, quantity: Quantity, said: Statement, start: int) -> Statement:
        """化学需氧量削减2.8%、|氨氮|2.4%: the direction holds for the items that follow."""
        last = self.claims.last
        falls = last is not None and last.op in ("decrease", "increase")
        listed = last is not None and (
            self.text[start - 1] == "、" or _SHARED_OUT.search(self.text, self.claims.start, last.start)
        )
        if last is None or not (falls and listed) or last.unit != quantity.unit:
            return said
        return replace(said, op=last.op, baseline_year=last.baseline_year)


def _only_names_a_verb(said: Statement, subject: str, noun: _Noun) -> bool:
    """改造提升500万亩, 每年突破20项技术: what is done, not how the number changes or where it goes."""
    if said.taken[:1] == ["突破"]:
        return noun is not None and (not subject or aims.only_counts(subject))
    return said.op in ("decrease", "increase") and len(said.taken) == 1 and aims.only_counts(subject)


def _bounds_a_count(quantity: Quantity, said: Statement, subject: str, noun: _Noun) -> bool:
    """建设|不少于|10个|实验室: the bound stands between the verb and what it makes."""
    bound = said.predicate and not said.reached and said.op in ("ge", "le")
    return bool(bound and noun and quantity.counts) and aims.counting_tail(subject, 0, len(subject))


def _is_summed_work(quantity: Quantity, said: Statement, words: str) -> bool:
    """推进甲片区、乙片区，|共计|15平方公里|达标评估: how much is worked on, all told."""
    return quantity.extent and said.taken[:1] in ([word] for word in _TOLD) and _WORK.search(words) is not None


def _names_a_work(quantity: Quantity, said: Statement, subject: str) -> bool:
    """完成|林分质量提升|150万亩: what is done over so much land, not how much it rises."""
    alone = len(said.taken) == 1 and not said.reached and not quantity.share
    return alone and _DOES_WORK.match(subject) is not None and not aims.measures(subject)


def _each_has(subject: str) -> bool:
    """Whether what stands before 拥有 or 至少 is each of its sort: 每个社区."""
    return PER_EACH.fullmatch(subject + "有") is not None


def _makes(subject: str, noun: _Noun) -> bool:
    """Whether `subject` opens with what makes the counted thing (新建…) or says how many each has (每个社区至少有)."""
    if noun is not None and PER_EACH.match(subject) is not None:
        return True
    return (
        _SPENDS.search(subject) is not None or EACH_PLACE.match(subject) is not None or bool(aims.count_verb(subject))
    )


def _ends_making(quantity: Quantity, subject: str, noun: _Noun) -> bool:
    """优化整合|形成|2家联合企业: the verb that makes it stands last."""
    if noun is None or not (quantity.counts or quantity.extent):
        return False
    return len(subject) <= _FEW and quantity.value > 1 and aims.counting_tail(subject, 0, len(subject))
