"""What is measured, where its words stand before the number: freed of what leads up to them, complete, one by one.

化肥、农药利用率达到43% is claimed for each of the two; 增速 after 社会消费品零售总额 is that total's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policygraph.find import aims
from policygraph.find.enumerations import indicators_of, is_area, with_tail_of
from policygraph.find.quantities import Quantity
from policygraph.find.statements import YEAR_HEAD, Statement
from policygraph.find.target_claims import Claims
from policygraph.find.target_mentions import TargetMention

# 储能容量|不低于|新能源装机|的10%, 响应能力|达到|最大负荷|的5%
OF_BASE = re.compile(
    r"(?P<what>[^，；]{3,}?)(?:应|要)?(?P<op>不(?:应|得)?[低少小高多大]于|不超过|达到(?!.*(?:比[例重]|[率比]|标准|要求)$)|(?<=[率重例比])提[高升][到至]|降低?[到至])(?P<base>[^，；\d]{3,24}?)的?"
)
_RATE = ("率", "比重", "比例", "占比")
_SHARE_EACH = re.compile(r"(?P<whose>[^，。；]+?)分别(?P<share>占[^，。；]+)$")  # A数、B数分别占总数
_ON_TOP_OF = re.compile("(?<=..)在[^，。；在]{2,14}(?:基础|水平)上(?:再|平均)?$")  # 建筑能效|在现行标准基础上|提升30%
_PERIOD_BEHIND = re.compile(
    "(?<=..)(?:[两三四五]年(?:内|累计)?|“?十[一二三四五六]五”?(?:期间|时期)?)$"
)  # 绿色信贷余额|三年|翻番
_PLACE = "[一-鿿](?:(?![和及])[一-鿿])+?[县区市州镇乡]"
# 甲县、乙县各创建绿色矿山
EACH_PLACE = re.compile(rf"(?P<places>{_PLACE}(?:[、和及]{_PLACE})+)各(?=[新创建打培改完引组])")
# 依托直播电商等渠道|建设直采基地20个: by what means
_MEANS = re.compile(
    "(?:依托|借助|通过|利用|发挥|面向|针对|立足|结合)[^，。；]+?(?=(?:择优|公开|累计)?(?:建设|打造|建成|培育|新建|开展|形成|引进|创建|设立|选拔|遴选|选派|招聘|布局))"
)
# 减少|氨氮排放3万吨, 累计压减|炼钢产能500万吨; not 压缩空气储能装机
_LESS = re.compile("(?:累计|合计|共|再|确保|力争)*(?:减少|降低|削减|压减|压缩(?!空气|天然气|机|包)|压降|缩减)(?!率|幅)")
# 甲市、乙市|社零额突破2000亿元: so much each, where no 合计 says otherwise
_AREAS = re.compile(r"[一-鿿]{2,4}?(?:[县区市州]|新城)(?:[、和及][一-鿿]{2,4}?(?:[县区市州]|新城))+(?=[^、和及])")
_TOGETHER = re.compile("合计|总计|共计?|累计|之和|总和")
_LISTED = re.compile("[、和及]")
_ALL = re.compile("(?:均|都|分别)$")  # 床位数、门诊量|均|达到全市总量的15%
_UNITS = re.compile("(.{1,2})（(.{1,2})）")  # 绿色学校、绿色社区各50|所（个）
_SUMMED = ("合计", "总计", "共", "共计", "累计")
# 湖北将|建成示范县10个
_WILL = re.compile(
    "[一-鿿]{2,6}?将(?=再?(?:建|打造|培育|形成|新增|引进|完成|实施|开展|创建|改造))"
    "|[^，。；]{2,12}?将(?=[^，。；]{2,30}(?:率|份额|比例提高至[^，。；]+|比例|占比|比重|标准|时限|时间|规模)$)"  # 按规定将|预留份额
)
_SIZE_OF_WORK = re.compile("(?P<work>改造|治理|整治|修复|更新)规模")
_SIZE_OF_FUND = re.compile("(?:总|首期|资金|基金)?规模")
_FUND_SET_UP = re.compile("(?:设立|组建|成立|发起)(?P<fund>[^，；]{2,24}基金)$")
_TO = re.compile("(?<!达)[到至]$")
_FALL = re.compile("(?:下降|降低|减少)(?:率|幅度|比例)$|降幅$")  # 填埋量下降幅度|达10%
_EXAMPLES = re.compile("^[^，；]{2,30}等(?=各[级类种])")  # 白石学校等|各类学校20所
_YIELD = re.compile("(?:平均)?(?:亩均?)?单产|总?产量|总?产值|总产")
_THAT = re.compile("[该此](?:项)?(?P<kind>[^，；]{0,6}(?:[率量值度数]|比例|占比|比重|规模|浓度|强度))")
_GROWN = re.compile("(?P<crop>[^，。；、]{2,12}?)(?:播种|种植|养殖|栽培|生产)?(?:面积|规模)$")  # 粮食播种面积…、|总产量
_OWNER_LEFT_OUT = re.compile(r"(?:年均|年)?增[速幅]|总数|总面积|总规模|总量$|占比$|占[^，]{2,}比[重例]")
_OWN_MEASURE = re.compile(
    "(?<=..)(?:(?:年均|年)?增[速幅长]|(?<=[额量值）])总量)$"
)  # 零售总额|增速, whose 总量 is told next


def subject_of(text: str, said: Statement) -> tuple[str, int]:
    """The indicator's words before the number, freed of what leads up to them, and where they begin."""
    start = said.start
    for leading in (aims.NEVER_SUBJECT, YEAR_HEAD, aims.NEVER_SUBJECT, _MEANS, _WILL):
        match = leading.match(text, start, said.end)
        start = match.end() if match else start
    if text.startswith("“", start) and text.find("”", start, said.end) < 0:  # 实现|“全市人才总量达到…
        start += 1
    compared = _ON_TOP_OF.search(text, start, said.end)
    period = compared or _PERIOD_BEHIND.search(text, start, said.end)
    return text[start : period.start() if period else said.end] + said.kept, start


def _sized(claims: Claims, subject: str, start: int) -> str:
    """供热管网更新，完成|更新规模|120公里: what the part before says is worked on."""
    size = _SIZE_OF_WORK.fullmatch(subject) or _SIZE_OF_FUND.fullmatch(subject)
    before = [part for part in claims.parts if part[1] < start]
    words = claims.text[slice(*before[-1])] if size and before else ""
    whole = words[aims.undropped(words) :]
    if size and size.re is _SIZE_OF_FUND:  # 设立绿色转型基金，|规模|20亿元
        fund = _FUND_SET_UP.search(words)
        return fund["fund"] + "规模" if fund else subject
    return whole + "规模" if size and whole.endswith(size["work"]) and len(whole) > len(subject) else subject


def claim_subject(claims: Claims, quantity: Quantity, said: Statement, subject: str, start: int) -> None:
    """Claims `quantity` for what `subject` names, or for each of the things that it lists."""
    measured = aims.measures(subject)
    dropped = aims.undropped(subject)
    dropped = 0 if subject[dropped : dropped + 1] in ("和", "及", "并") else dropped  # 建设|和筹集保障性住房
    subject = _sized(claims, subject[dropped:].strip(), start)
    start, subject = start + dropped, _complete(claims, subject, quantity)
    if said.op is None and _FALL.search(subject):
        said = replace(said, op="decrease")
    less = _LESS.match(subject)
    to = any(_TO.search(word) for word in said.taken)  # 压减审批事项到|50项 says what is left
    if less and (measured or quantity.share) and said.op in (None, "ge") and not to:
        start, subject, said = start + less.end(), subject[less.end() :], replace(said, op="decrease")
    last = _of_same_unit(claims, quantity, subject)
    changes = ("decrease", "increase")
    if last is not None and not measured and (said.op in changes) <= (last.op in changes):
        subject = with_tail_of(subject, last.indicator, same_unit=quantity.unit == last.unit, share=quantity.share)
    bound = OF_BASE.fullmatch(subject) if quantity.share else None
    if bound:
        said = (
            said
            if bound["op"][-1] in "到至"
            else replace(said, op="ge" if re.search("[低少小]", bound["op"]) else "le")
        )
    named = list(_indicators(quantity, said, subject, bound))
    units = _UNITS.fullmatch(quantity.unit) if len(named) == 2 else None
    for i, (indicator, offset) in enumerate(named):
        each_in = quantity._replace(unit=units[i + 1]) if units else quantity
        claims.claim(each_in, indicator, start + offset, said)


def _of_same_unit(claims: Claims, quantity: Quantity, subject: str) -> TargetMention | None:
    """锅炉9台，共136蒸吨，其中甲县|3台: an area's share is one of what was counted in the same unit; else the last target."""
    last = claims.last
    if last is None or last.unit == quantity.unit or not is_area(subject):
        return last
    earlier = (each for each in reversed(claims.reading.targets) if each.start >= claims.start)
    return next((each for each in earlier if each.unit == quantity.unit and not is_area(each.indicator)), last)


def _indicators(
    quantity: Quantity, said: Statement, subject: str, bound: re.Match[str] | None
) -> Iterator[tuple[str, int]]:
    """What is measured, each complete, with where its own words begin in `subject`."""
    if bound:
        listed = _LISTED.split(_ALL.sub("", bound["what"])) if _ALL.search(bound["what"]) else []
        for what in listed if len(listed) > 1 and all(map(aims.measures, listed)) else [bound["what"]]:
            yield what if what.endswith(_RATE) else f"{what}占{bound['base']}比例", bound["what"].index(what)
    elif share := _SHARE_EACH.match(subject):
        for name in indicators_of(share["whose"]):
            yield name.words + share["share"] + "比重", name.offset
    elif several := EACH_PLACE.match(subject):
        for place in re.split("[、和及]", several["places"]):
            yield place + subject[several.end() :], 0
    else:
        areas = (
            not quantity.counts and _AREAS.match(subject) and aims.measures(subject) and not _TOGETHER.search(subject)
        )
        each = said.together or said.respective or bool(areas)
        names = indicators_of(subject) if each or quantity.share else []
        if each and len(names) == 1:  # 氮氧化物|和|挥发性有机物排放总量分别下降10%
            names = indicators_of(subject, 2)
        whole = {"总体", *_SUMMED} & {*said.taken}
        apart = len(names) > 1 and not whole and (names[0].splits or (each and "中" not in subject))
        yield from [(name.words, name.offset) for name in names] if apart else [(subject, 0)]


def _complete(claims: Claims, subject: str, quantity: Quantity) -> str:
    """产量占全国 is a 比重; 增速 after 社会消费品零售总额 is that total's; 国家级 one of those before it."""
    if quantity.counts:
        subject = _EXAMPLES.sub("", subject)
    if quantity.share and "占" in subject and "分别占" not in subject and not aims.measures(subject):
        return subject.removesuffix("的") + "比重"
    if aims.RANK.fullmatch(subject):  # 培育企业50家，其中|国家级|10家
        earlier = (each for each in reversed(claims.reading.targets) if each.start >= claims.start)
        whole = next((each for each in earlier if each.unit == quantity.unit), None)
        return subject + aims.uncounted(whole.indicator) if whole else subject
    if that := _THAT.fullmatch(subject):  # 该比率|降至14.3%以内
        named = (each.indicator for each in reversed(claims.reading.targets) if that["kind"] in each.indicator)
        return next(named, subject)
    if claims.last and _YIELD.fullmatch(subject) and (crop := _GROWN.match(claims.last.indicator)):
        return crop["crop"] + subject
    if claims.last and _OWNER_LEFT_OUT.match(subject):
        return _OWN_MEASURE.sub("", claims.last.indicator) + subject
    return subject
