"""Numbers that take what they measure from words said before: another value of the last indicator, a thing named earlier.

下降13%，力争14.5%; 居民健康素养水平不低于全省平均水平，力争达到28%; 改造升级骨干批发市场，到2028年改造120家以上.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.find import aims
from policygraph.find.quantities import UP, Quantity
from policygraph.find.statements import YEAR_HEAD, Statement
from policygraph.find.target_claims import Claims
from policygraph.find.target_mentions import SetAside, TargetMention

# 14.5%的激励目标 names the aim, not what is counted
STAKE = re.compile("的?(?:激励|奋斗|力争|预期|挑战)?目标")
# What a part without a number says of its subject: …水平【不低于全省平均水平】, 总额【实现倍增】
_SAID_WITHOUT_NUMBER = re.compile(
    r"(?:力争|确保|基本|全面)?(?:不?[高低]于|优于|达到|实现|保持|稳居|位居|进入|跻身|继续|持续|稳步|大幅|明显|显著|进一步|与).*$"
)
# 对在用锅炉|实施|节能改造
_DONE_TO = re.compile(r"对(?P<what>[^，。；]{2,}?)(?:全面|逐步|分批)?(?:实施|开展|进行)(?P<work>[^，。；]{2,})")
_HELD = re.compile("(?:定期|积极|广泛|深入|每年|持续)?(?:组织开展|组织|开展|举办|举行|召开|办好)(?=..)")
_WORKED_OVER = re.compile("(?:改造|治理|整治|修复|绿化|更新)$")  # 推进既有建筑节能改造，|完成|600万平方米
_NEXT_YEAR = re.compile("[，、；](?:其中)?20\\d\\d年(?:底)?")  # 更新电脑150台，其中2025年40台|，2026年|50台
_LATER = re.compile(r"20\d\d年|“?十[三四五六]五”?期?末")
_SUMMED, _ADDED = {"累计", "总计", "共计"}, re.compile("新增|净增")  # 新增学位5000个，累计达到|9万个
_MAKES = re.compile("[^，。；]*(?:改建|新建|建设|建成|打造|培育|推广|布局|发展|创建)(?=[^，。；]{2})")


def leans(text: str, quantity: Quantity, said: Statement, last: TargetMention | None) -> bool:
    """力争14.5%, 比2024年翻一番, 完成15%的激励目标: whether it is another value of the indicator just named."""
    if last is not None and last.unit == quantity.unit and _NEXT_YEAR.fullmatch(text, last.end, quantity.start):
        return True
    if said.approximate and last is not None and last.op in ("decrease", "increase"):
        return True  # 削减6%以上、|约240万吨
    if said.predicate or said.stance != "firm" or said.baseline_year is not None or said.year is not None:
        return True
    return quantity.unit == "番" or STAKE.match(text, quantity.end) is not None


def claim_again(claims: Claims, quantity: Quantity, said: Statement, begin: int) -> None:
    """Another value of the last indicator; 下降13%，力争14.5% goes on falling, 提高3个百分点，达到62% does not go on rising."""
    last = _whole_before(claims, quantity) or _alike_before(claims, quantity, said) or claims.last
    assert last is not None
    doubled = last.unit == "番" or (last.unit == "倍" and last.op == "increase")
    if doubled and claims.reading.targets[-1] is last:  # 翻一番，超100亿元: one aim
        claims.reading.targets.pop()
        claims.reading.aside.append(SetAside(last.start, last.end, "said again in figures"))
    named = _named_since(claims, begin)
    if named:
        claims.claim(quantity, named + said.kept, begin, said)
        return
    op = said.op or ("ge" if quantity.after in UP else None)
    stakes = said.stance != "firm" or not said.reached or STAKE.match(claims.text, quantity.end)
    goes_on = op not in ("decrease", "increase") and last.op in ("decrease", "increase")
    if goes_on and ((last.unit == quantity.unit and stakes) or (said.approximate and not said.predicate)):
        op = last.op
    base = said.baseline_year or last.baseline_year
    again = (
        last.indicator.removeprefix("每年") if said.kept and said.kept in last.indicator else last.indicator + said.kept
    )
    if _SUMMED & {*said.taken}:
        again = again.removeprefix("每年")  # 每年造林10万亩，累计|55万亩
        again = _ADDED.sub("", again, count=1) if said.reached and not said.kept else again
    claims.claim(quantity, again, last.start, replace(said, op=op, baseline_year=base))


def _whole_before(claims: Claims, quantity: Quantity) -> TargetMention | None:
    """建成充电站100座，其中快充站20座，|2027年达到150座: more than the whole by a later year is the whole again."""
    last = claims.last
    at = claims.text.rfind("其中", claims.start, last.end) if last else -1
    if last is None or at < 0 or _LATER.search(claims.text, last.end, quantity.start) is None:
        return None
    wholes = (each for each in reversed(claims.reading.targets) if claims.start <= each.start and each.end <= at)
    whole = next((each for each in wholes if each.unit == quantity.unit), None)
    return whole if whole and quantity.value > whole.value else None


def _alike_before(claims: Claims, quantity: Quantity, said: Statement) -> TargetMention | None:
    """装机突破1.3亿千瓦，年发电量超2600亿千瓦时；到2030年突破|2亿千瓦: what was measured alike, where the last was not."""
    last = claims.last
    if (
        last is None
        or last.unit == quantity.unit
        or not said.predicate
        or _LATER.search(claims.text, last.end, quantity.start) is None
    ):
        return None
    before = (each for each in reversed(claims.reading.targets) if each.start >= claims.start)
    return next((each for each in before if each.unit == quantity.unit), None)


def _named_since(claims: Claims, begin: int) -> str:
    """What a part between the last number and this one speaks of: 居民健康素养水平不低于全省平均水平，力争达到28%."""
    assert claims.last is not None
    between = [(a, b) for a, b in claims.parts if claims.last.end <= a and b < begin]
    if not between:
        return ""
    words = claims.text[slice(*between[-1])]
    said = _SAID_WITHOUT_NUMBER.search(words)
    subject = words[: said.start()] if said else ""
    return subject[aims.undropped(subject) :] if aims.measures(subject) else ""


def claim_object_before(claims: Claims, quantity: Quantity, said: Statement, verb: str) -> str | None:
    """改造升级骨干批发市场，到2028年改造120家以上; 建成高标准农田5万亩、改造提升3万亩: the thing was named before.

    Returns None where it was claimed, "" where nothing was named.
    """
    part = claims.part(quantity.start)
    if quantity.share and verb.endswith("完成"):
        return _claim_share_done(claims, quantity, said, part)
    if not (quantity.counts or quantity.extent or said.predicate or claims.last):
        return ""
    last = _whole_before(claims, quantity) or claims.last
    if last and last.unit == quantity.unit:
        thing = aims.uncounted(last.indicator)
        work = aims.unmade(thing)  # 棚户区改造|新开工5000套、|基本建成8000套
        if aims.RANK.fullmatch(verb) and aims.RANK.search(thing):  # 国家级工厂10家、|省级|20家
            claims.claim(quantity, aims.RANK.sub(verb, thing, count=1), part[0], said)
        else:
            claims.claim(quantity, work + verb if work else verb + thing, part[0], said)
        return None
    before = _part_before(claims, part)
    words = claims.text[slice(*before)] if before else ""
    worked_over = quantity.extent and _WORKED_OVER.search(words) is not None
    if before is None or not (quantity.counts or said.predicate or worked_over):
        return ""
    if claims.last and claims.last.end > before[0]:
        return _claim_beside_counts(claims, quantity, said, verb)
    claims.claim(quantity, verb + words[aims.undropped(words) :], before[0], said)
    return None


def _claim_beside_counts(claims: Claims, quantity: Quantity, said: Statement, verb: str) -> str | None:
    """新建户厕5000户、公厕40座，|再改造|8200户: the thing of the same unit; 新增就业5000人，|培训|2万人次: the verb alone."""
    alike = next(
        (
            each
            for each in reversed(claims.reading.targets)
            if each.unit == quantity.unit and each.start >= claims.start
        ),
        None,
    )
    thing = aims.uncounted(alike.indicator) if alike else ""
    sized = claims.text[quantity.end : quantity.end + 1].isdigit()  # 实施2台|60万千瓦机组改造
    if not verb + thing or (sized and not thing):
        return ""
    claims.claim(quantity, verb + thing, claims.part(quantity.start)[0], said)
    return None


def _claim_share_done(claims: Claims, quantity: Quantity, said: Statement, part: tuple[int, int]) -> str | None:
    """对燃煤锅炉实施节能改造，2025年底前完成|70%以上: so much of what the part before sets out to do."""
    before = _part_before(claims, part)
    words = claims.text[slice(*before)] if before else ""
    done_to = _DONE_TO.fullmatch(words)
    work = done_to["what"] + done_to["work"] if done_to else words[aims.undropped(words) :]
    if before is None or not claims.is_dated(quantity.start) or not (done_to or len(work) < len(words)):
        return ""
    claims.claim(quantity, work + "完成比例", before[0], said)
    return None


def claim_held_before(claims: Claims, quantity: Quantity, said: Statement) -> str | None:
    """组织技能竞赛，全年不少于|12场: how often what the part before holds; "" where it holds nothing."""
    before = _part_before(claims, claims.part(quantity.start))
    held = _HELD.match(claims.text, *before) if before and said.op == "ge" else None
    if before and held is None and claims.is_dated(quantity.start):
        held = _MAKES.match(claims.text, *before)  # 利用既有场站改建|综合能源站，2028年累计达到600座
    if before is None or held is None:
        return ""
    claims.claim(quantity, claims.text[held.end() : before[1]], held.end(), said)
    return None


def claim_covered(claims: Claims, quantity: Quantity, said: Statement, what: str, noun: tuple[int, int]) -> None:
    """电商服务站|覆盖85%以上的行政村: the share of what is covered, by what the words before or the part before name."""
    before = None if what else _part_before(claims, claims.part(quantity.start))
    makes = _MAKES.match(claims.text, *before) if before else None
    start = makes.end() if makes else min(said.start, quantity.start)
    what = claims.text[start : before[1]] if makes and before else what
    if makes and before and claims.last and claims.last.end == before[1]:
        what = aims.uncounted(claims.last.indicator)  # 建成500个|超充站|，覆盖80%的服务区
    claims.claim(quantity, f"{what}覆盖{claims.text[slice(*noun)]}比例", start, said, end=noun[1])


def _part_before(claims: Claims, part: tuple[int, int]) -> tuple[int, int] | None:
    """The part right before `part`, deadlines that stand alone aside."""
    earlier = [(a, b) for a, b in claims.parts if b <= part[0] and not YEAR_HEAD.fullmatch(claims.text, a, b)]
    return earlier[-1] if earlier else None
