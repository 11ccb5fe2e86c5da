"""The words in which plans state what is to be reached: 达到, 控制在…以内, 较2020年下降, 力争, 原则上, 建成.

The lists are in `loaders/gazetteers/aims.yml`; here is what asks for them, and the few phrases that hold a year.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from policygraph.find.edges import AREA_AHEAD, HEADS_ITEM
from policygraph.find.wording import Words, listed, pattern, words
from policygraph.find.years import BASELINE
from policygraph.lexicon import gazetteer

Kind = Literal[
    "reach", "kept", "fall_to", "hold", "decrease", "increase", "at_least", "at_most", "about", "place", "aspire",
    "in_principle", "respective", "together", "modal",
]  # fmt: skip

# 由, 由2020年的, 从目前的
FROM = re.compile(r"(?:由|从)(?:(?P<base>20\d\d)年?(?:底|末)?|目前|当前|现在|现有|上年)?的?(?:约|近|超过?|不足|不到)?$")
COMPARED = re.compile(rf"(?:{BASELINE.pattern}|[比较](?:年初|上年末?|上年同期|去年|去年同期))$")
STANCE_AHEAD = re.compile(r"(?:力争|争取|努力|奋力|力求)(?!.*(?:，|；))")
COVERS = ("覆盖", "惠及", "覆盖到")  # 覆盖|85%以上的行政村
# What never opens an indicator: 其中, 确保, ①, a stray comma
_NEVER_OPENS = (
    r"分别|各自|“[^”]{2,12}”-{1,2}|\d{1,2}、(?!\d)|[、，：；）]|其中|并|且|同时|另外?|以及|及|和|与|或|确保|使|促使|推动|促进|实现|力争|争取|努力|奋力"
    r"|积极|预计|预期|原则上|在?此基础上|到|至|其|又|还|也|则|是|的|总体上|届时|要求|鼓励|要|应|将|从而|进而|即|较(?![大重])|[一二两三四五六七八九十\d]{1,2}年内，?|年内|全年(?:将|计划|拟)?(?=[新完建改更淘培引实组开举])|\d{1,2}月(?:\d{1,2}日)?[底末]?之?前|年底|底|末|前|左右|以上"
)
# 培育企业50家，其中|国家级|10家
RANK = re.compile("(?:世界|国家|自治区|[部省市县区州])级")
NEVER_SUBJECT = re.compile(rf"(?:(?!{pattern(listed('aims', 'whole'))}|{AREA_AHEAD})(?:{HEADS_ITEM}|{_NEVER_OPENS}))+")
_BRACKET_BEHIND = re.compile(r"（[^）]*）$")
_MAKES_WORD_WITH_WEI = "作成认以因行人改变转名称视列化更尤大极"
_LEVEL_AT = ("水平在", "率在", "浓度在", "比例在", "比重在", "占比在", "时间在", "煤耗在", "能耗在", "指数在")
_JOINTS = ("并", "和", "、", "或", "及")


@cache
def _before_number() -> tuple[dict[str, Kind], tuple[int, ...]]:
    kinds: dict[str, Kind] = {}
    for kind in gazetteer("aims")["before_number"]:
        for word in words("aims", "before_number", kind).words:
            kinds.setdefault(word, kind)
    return kinds, tuple(sorted({len(word) for word in kinds}, reverse=True))


def token(text: str, start: int, end: int) -> tuple[int, Kind] | None:
    """The listed word that ends at `end`, by where it begins and what kind it is: 稳定在|55% → reach."""
    kinds, lengths = _before_number()
    if text.endswith(_LEVEL_AT, start, end):  # 储备水平|在|30天以上
        return end - 1, "reach"
    for length in lengths:
        if length <= end - start:
            kind = kinds.get(text[end - length : end])
            if kind is not None:
                one_sign_of_noun = length == 1 and words("aims", "nouns").before(text, end, start) < end
                return None if one_sign_of_noun else (end - length, kind)
    if end > start and text[end - 1] == "为" and (end - 1 == start or text[end - 2] not in _MAKES_WORD_WITH_WEI):
        return end - 1, "reach"  # 占比为, not 成为
    return None


@cache
def _verbs() -> Words:
    return Words(word for group in gazetteer("aims")["counts"] for word in listed("aims", "counts", group))


@cache
def _counting() -> Words:
    return Words([*_verbs().words, *listed("aims", "counted_over"), *_JOINTS])


def counting_tail(text: str, start: int, end: int) -> bool:
    """Whether [start, end) closes with a verb that counts what it makes: …，累计建成|5个园区."""
    return _counting().run_before(text, end, start) < end and text[end - 1] not in _JOINTS


def only_counts(subject: str) -> bool:
    """Whether `subject` is nothing but such verbs: 全市累计建成."""
    return bool(subject) and subject not in _JOINTS and _counting().run_before(subject, len(subject)) == 0


def count_verb(subject: str) -> str:
    """The verb that opens `subject`, with what it counts over: 每年新建甲醇加注站 → 每年新建; "" where none does."""
    begin = _verb_begins(subject)
    return subject[: _verbs().after(subject, begin)] if begin is not None else ""


def _verb_begins(subject: str) -> int | None:
    """Where the first verb that counts begins, behind nothing but what it counts over: 全市累计|新增."""
    scope, at = words("aims", "counted_over"), 0
    while _verbs().after(subject, at) == at:
        end = scope.after(subject, at)
        if end == at:
            return None
        at = end
    return at


def uncounted(indicator: str) -> str:
    """The thing without the verbs that make it: 新增建成高标准农田 → 高标准农田."""
    end = _counting().run_after(indicator)
    return indicator[end:] if len(indicator) - end > 1 else indicator


def owner_of_work(subject: str) -> str:
    """甲乡 of 推进甲乡|1.2万亩|灌区改造; "" where a verb stands last: 在全市新建|20公里|绿道."""
    return "" if counting_tail(subject, 0, len(subject)) else uncounted(subject)


def unmade(indicator: str) -> str:
    """The work without the verb that closes it: 棚户区改造新开工 → 棚户区改造; "" where none does, or nothing would be left."""
    end = _verbs().before(indicator, len(indicator))
    return indicator[:end] if 2 < end < len(indicator) and _verbs().before(indicator, end) < end else ""


def counted_thing(verb_and_scope: str) -> str:
    """The verb without what it counts over: 全市累计新增 → 新增."""
    return verb_and_scope[_verb_begins(verb_and_scope) or 0 :]


def undropped(subject: str) -> int:
    """Where `subject` begins once the verbs that only lead up to it are off: 稳步提高|耕地质量等级."""
    adverbs, verbs, whole = words("aims", "dropped", "adverbs"), words("aims", "dropped"), words("aims", "whole")
    at = 0
    while True:
        behind = adverbs.run_after(subject, at)
        end = verbs.after(subject, behind)
        if end == behind:  # 全面建成: an adverb may be a verb as well
            end = verbs.after(subject, at)
        stays = any(whole.after(subject, begin) > begin for begin in (at, behind))  # 重点|建设用地
        if end == at or len(subject) - end < 2 or stays:
            return at
        joined = subject[end] in "和并及" and verbs.after(subject, end + 1) > end + 1  # 引进|和|培养
        at = end + joined


def measures(subject: str, *, strict: bool = False) -> bool:
    """Whether `subject` names a measure with nothing missing: 垃圾处理率. `strict`: by the words that always do."""
    end = len(subject)
    if subject.endswith("）") and (bracket := _BRACKET_BEHIND.search(subject)):
        end = bracket.start()
    if words("aims", "measures").before(subject, end) < end:
        return True
    return not strict and words("aims", "measures", "may_end").before(subject, end) < end
