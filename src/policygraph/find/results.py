"""Whether words state what will be so, and not what to do: 格局基本形成 and 建成海绵城市, not 推进清洁生产.

The words stand in `loaders/gazetteers/commitments.yml`; which year they are due by is for `commitments` to say.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.find.edges import AREA_AHEAD
from policygraph.find.quantities import Quantity, quantities
from policygraph.find.wording import listed, pattern, words

# 到2025年底, 为…奠定基础, 下同, 均高于全国平均水平, 按国家标准执行, 一年内应改尽改, 甲公司等率先实施: no aims by themselves
_FRAGMENT = re.compile(
    r"^逾期|^在[^，]*方面$|(?:以下|如下|下列)[^，]{0,6}目标$|^(?:力争|争取)?(?:到|至)?“?(?:20\d\d|十.五).{0,8}$|^(?:为|以).*(?:基础|支撑|目标|贡献|动力|保障)$|为.{0,40}(?:奠定|提供|打下|注入|作出|贡献)|^(?:下同|以下)|仍有|仍然?存在|尚有|尚未|(?:^|的)由.*(?:依法|负责)|^对.*的[^，]{0,8}(?:企业|单位|项目|地区|人员)$|(?:达到?|超过|[到至在为])(?:[%％‰]|个百分点)|^(?:逐步|有序|持续|加快|稳步)(?:推广|推开|推进|推行|完善)$|(?:适时|择机|视情况?|条件成熟时)[一-鿿]{2}$|[?？]|^[（起]|(?:工作|计划|主要|总体|年度)目标(?:[是为]|如下)?$|(?:确定|明确|提出)了?[^，]*目标$|各项(?:要求|任务|部署)$|^从而|^为决[战胜]|^助[推力][^，]*(?:实现|发展)$|^满足[^，]*(?:需求|需要)$|以下简称|废止|不再执行$|应当"
    r"|(?:[一二两三四五六七八九十]|(?<!\d)\d{1,2})(?:年|个月)[之以]?内"
    r"|^（?(?:完成|办结|实施|建设|计划)?(?:时限|时间|期限|节点)|^(?:均|都|分别)(?:高于|低于|优于|快于|超过)|(?:按照?|参照|比照).*执行$|一律|率先(?:实施|开展|推进|启动)$|(?<!意)见附?[表图件]|经[^，]{2,}后，?[报送][^，]{2,}(?:备案|审批|批准|审定|审核)$|^覆盖[^，]*等[^，]{0,2}(?:业态|领域|环节|场景|行业)$|^(?:逐年|分批|分期)(?:推进|推动|实施|开展)|^(?:提供|协助)|[一-鿿]{2}一批[，、]?[一-鿿]{2}一批|(?:加快|抓紧)(?:研究|论证|谋划)$|分别(?:下降|降低|减少|提高|提升|增长|达到|为)$"
)
# 推动成果转化: a task, though 推动…迈上新台阶 and 推动一批企业… are none
_PUSHED = re.compile(
    r"(?:力争|努力|积极|大力)?(?:推动|加快|促进)(?!.*(?:一批|迈上|迈入|实现|形成|成为|进入|取得|达到|建成|全面|全部|基本|完成|显著|明显|更加|大幅|持续|竣工|投产|投运|投用|开工|签约|落户|通车|量产))"
)
# 渌坝水厂主体竣工, “越川大脑”一期上线运行
_ENDS_DONE = re.compile(
    "[^，]{4,}(?:竣工|完工|投产|投产达效|投运|投用|建成|上线|上线运行|通车|开工|挂牌|交付使用|交付)$"
)
# 水泥行业全面完成超低排放改造, 基本消除冒黑烟机械
_WHOLLY = re.compile(r"(?:全面|全部|基本)(?:完成|执行|实施|消除|建成|实现|达到|覆盖|淘汰|退出|关停|整改)")
_WHOLLY_REACHED = re.compile("(?:全面|全部|基本)(?:实现|建成|消除|形成|建立|解决)(?!.*(?:工程|项目|任务)$)")
# 码头堆场|基本完成抑尘设施建设和输送系统封闭改造: what has come of it stands in the midst
_WHOLLY_SO = re.compile(rf".{{4,}}{_WHOLLY.pattern}.")
# 出境断面水质保持Ⅱ类, 水质稳定达到Ⅲ类标准以上: a grade is no number
_GRADE = re.compile(r"(?:达到?|保持|稳定在?|优于|不低于|好于|改善到|提升到|恢复到|为)(?:地表水)?[ⅠⅡⅢⅣⅤ]类.{0,6}$")
# 完成隐患排查; 完成专用线扩能工程 is a project. 通过国家验收; 通过加强监管 is a way
_REACHED = re.compile(
    r"(?:分别|均|各自)(?:建成|投产|投用)(?=.{2})|全覆盖$|清零$|应(.)尽\1|零增长$|^完成(?!.*(?:工程|项目|建设|任务)$)"
    r"|^.{0,4}通过[^，]*(?:验收|评估|认定|认证|复核|考核|评审)$"
)
# 创新|能力显著增强, 发展|质量明显提升, 创新型园区发展壮大: what has become of it, though a verb opens it
_IS_NOUN = re.compile(
    "(?:创新|发展|组织|规范|研究|改革|建设|治理|监管|服务|保障|开放|合作|投资|消费|管理|监督|监测|应用|改造|推广|引导|落实|推进|应对|支持|对外)"
    "(?:型|化|能力|平台|体系|水平|质量|格局|环境|动能|活力|主体|机制|生态|要素|结构|方式|效率|基础|成果|成效|人才|资源|网络|模式|载体|制度|队伍|作用|政策|应用|效能|步伐|开放|贸易)"
    "[^，]*(?:(?:显著|明显|大幅|持续|不断|稳步|逐步|全面|进一步|有效|更加|更为|基本|初步|日益|日趋)[一-鿿]{2}|取得[^，]{0,4}(?:突破|进展|成效)|发展壮大)$"
)
_LED_BY = re.compile("以[^，]{1,14}为(?:主|主体|核心|重点|引领|支撑|代表)的")  # 以水电为主的能源体系|更加巩固
# 禽蛋供应保持基本自给, 物价水平保持总体稳定: how a thing is kept
_KEPT = re.compile(r"[^，]{2,}(?<!继续)保持在?[^，]{2,10}$")
# 着力提升发展质量: what is done to a thing, not what it has come to be
_DOES_FIRST = re.compile(
    "(?:着力|不断|持续|进一步|有效|切实|全面|大力|稳步|显著)*(?:提升|提高|增强|改善|优化|巩固|降低|减少|夯实|壮大|健全|完善|缩小|激发|释放)(?!.*(?:提升|提高|增强|改善|优化|扩大|巩固|降低|减少|壮大|健全|完善|缩小)$)"
)
# 服务供给更加充足, 试点工作全面推开: an adverb of degree and two signs say so of any thing
_BECOMES = re.compile(
    r"^[^，]{2,}?(?:(?:更加|更为|更趋|日益|日趋|愈加|越来越)[一-鿿]{2,4}|(?:显著|明显|大幅|持续|不断|稳步|逐步|全面|进一步|有效|有序|加快|加速|深入|初步|基本)[一-鿿]{2})$"
)
# 发展水平总体适应建设要求, 供给能力基本满足群众需要
_BACKS = re.compile("[^，]{2,}(?:有力|有效|有效地?|充分|更好)(?:支撑|服务|保障)[^，]{3,}$")
_SUITS = re.compile("[^，]{2,}(?:总体|基本|更加|全面|有效)(?:适应|满足|符合|匹配)[^，]{2,}(?:要求|需要|需求|发展)$")
# 新能源装机规模|超过火电装机规模: one measure and another
_SIZE = "(?:规模|总量|比重|占比|数量|容量|发电量|产量|能力|产值)"
_MORE_THAN = re.compile(rf"[^，\d]{{3,}}{_SIZE}(?:超过|大于|高于|多于)[^，\d]{{2,}}{_SIZE}$")
# 单位能耗处于全国较低水平, 综合实力稳居全省前列
_RANKED = re.compile(r"[^，]{2,}(?:处于|位居|位列|稳居|走在|保持在?)[^，\d]{2,10}(?:水平|前列|行列|方阵|地位|前茅)$")
# 生物质锅炉实施超低排放改造
_DONE_TO = re.compile(
    "[^，]{2,}(?:锅炉|机组|窑炉|炉窑|高炉|焦炉|企业|电厂|车辆|船舶|机械|设备|建筑|园区|生产线)(?:全面|全部|基本)?(?:实施|完成|采用|使用)[^，]{2,}(?:改造|治理|整治|替代|能源|标准)$"
    # 村卫生室实施基本药物制度
    "|[^，]{2,}(?:室|站|院|校|园|村|社区|机构|单位|部门|企业|医院)(?:全面|全部|普遍)?(?:实施|实行|执行|推行)[^，]{2,}(?:制度|标准|政策|管理|规范)$"
)
# 青岭中学新建工程实现开工
_FINISHED = re.compile("[^，]{3,}(?:实现|全部|全面|基本|主体)(?:开工|竣工|完工|封顶|通车|贯通|投用|投产|投运|建成)$")
# 煤炭集港改由铁路运输, 产业发展步入快车道: what a thing turns to
_TURNS = re.compile("(?!.*[可应]|符合)[^，]{3,}(?:改由|改为|改用|转为|转向|步入|迈入|跨入)[^，]{2,}$")
# 居民收入增速|高于经济增速: an aim among aims, among tasks a rule
_BEYOND = re.compile(r"(?:高于|快于|低于|优于)[^，]{2,14}(?:增速|增幅|水平)$")
_FURTHERS = re.compile(
    "(?:积极|加快|大力|深入|持续|扎实|稳步|有序|着力|不断|全面|进一步|有效|更好|逐步|切实|充分)*"
    "(?:加快|推进|推动|促进|拓展|深化|培育|壮大|提升|提高|增强|强化|优化|完善|健全|改善|扩大|巩固|释放|激发|彰显|带动|夯实)[^\\d]{4,}$"
)
# 积极创建一批星级农家乐, 在白石码头等新建驿站
_A_LOT = re.compile(
    "(?:积极|加快|重点|大力|努力|着力)*(?:建设|创建|培育|打造|形成|推出|引进|涌现|选树|认定|建成|落地|实施|培养|吸引|集聚|扶持|支持建设)一批[^，]{3,}$"
    "|在(?![^，]*(?:基础上|过程中|前提下|方面))[^，]{3,60}?(?:新建|建成|设立|开通|布设|建立)[^，的]{2,}$"
)
# 具备水质预警等功能, 投入使用青岭客运站; not 具备条件的企业
_SERVES_NOW = re.compile("具备(?!条件)[^，]{2,}(?:功能|能力|条件)$|投入使用(?![的后前])[^，]{2,}$")
# 支持创新的政策体系更加完善, 推进机制趋于成熟: no task, though it opens like one
_STANDS = re.compile(
    "[^，]{2,}(?:体系|机制|制度|模式|格局|环境|体制|网络)(?:更加|更为|更趋|趋于|日趋|日益|基本|初步|全面)"
    "(?:完善|健全|形成|建立|成熟|合理|优化|成型|定型|确立|构建)$"
)
_EFFECTS = re.compile(
    "(?:进一步|不断|持续|全面|有效|切实)*(?:促进(?=.*(?:快速|高质量|健康|协调|持续)发展$)|拓展|提升|提高|增强|改善|扩大|释放|激发|彰显)[^\\d]{4,}$"
)
# 静安区充分挖掘文化特质: how it is done, and not that anything has come to be ample
_FULLY_USED = re.compile("[^，]*充分(?:挖掘|发挥|利用|调动|尊重|考虑|运用|吸收|借鉴|征求)")
_MADE_INTO = re.compile(
    "(?:力争|努力)?将[^，]{2,10}(?:打造|建设|培育|发展)成(?:为)?[^，]{4,}"
)  # 将我市打造成为氢能枢纽
_MARKS = re.compile("[“”‘’]|（[^）]*）")
# 打造东村、西村等示范村: works with names of their own, and no state of things
_NAMED = re.compile(r"(?:重点)?(?:打造|培育|建设|创建)(?!.*一批)[^，]*、[^，]*等[^，]+$")
# 居民平等享有基本公共服务
_ENJOYED = re.compile("[^，]{2,}(?:享有|享受)[^，]{2,}(?:服务|待遇|权利|权益|保障)$")
# 将困难渔民纳入救助范围: what is done by a date
_TAKEN_IN = re.compile("(?:将|把)[^，]{3,}纳入[^，]{2,}(?:范围|体系|目录|名录|管理|保障)$")
_STATED = (_FINISHED, _WHOLLY_SO, _KEPT, _SUITS, _BACKS, _MORE_THAN, _RANKED, _DONE_TO, _TURNS)
# 硫分降到1%|以下的原煤, 形成5万吨|级制氢能力: which or what sort of thing, and not how much
_ONLY_WHICH = re.compile("(?:及)?(?:以[上下]|左右)?(?:级|[^，；、]{0,2}的)(?=[一-鿿])")
_END = 2
_TAIL = 12  # a state further from the end of its part says something of its middle
# 建成|560座, 实现连续稳定运行|1000小时: what is made is so many
_MADE = re.compile(
    r"(?:建成|形成|新增|新建|达到|实现|完成|增长|建设|培育|打造|增加|创建|改造)(?:了|约|近|超|超过|突破|至少|不少于|不低于|“[^”]*”)*$"
)


def is_result(said: str) -> bool:
    """建成…, 基本消除…, …全覆盖: a result though only the clause names the year, not the sentence."""
    if _FRAGMENT.search(said):
        return False
    outright = _opening("outright").match(said) is not None
    done = _ENDS_DONE.fullmatch(said) is not None
    return outright or done or any(rule.search(said) for rule in (_REACHED, _WHOLLY, _GRADE))


def is_aim(said: str, *, aims_section: bool, opens: bool) -> bool:
    """Whether a part that a deadline governs states an aim; `opens`: the deadline stands right before it."""
    said = said.removeprefix("具备条件的")
    if _FRAGMENT.search(said):
        return False
    if _PUSHED.match(said):
        return False
    if (
        _A_LOT.match(said)
        or _SERVES_NOW.match(said)
        or _MADE_INTO.match(said)
        or _STANDS.match(said)
        or (opens and _TAKEN_IN.match(said))
        or (_opening("results").match(said) and not _NAMED.match(said))
        or _GRADE.search(said)
        or _REACHED.search(said)
        or (opens and _is_milestone(said))
    ):
        return True
    if _opening("tasks").match(said) and not (_LED_BY.match(said) or _IS_NOUN.match(said)):
        return False
    if (aims_section and _BEYOND.search(said)) or any(rule.match(said) for rule in (*_STATED, _ENJOYED)):
        return True
    last = _last_state(said)
    if last is None or _NAMED.match(said) or _FULLY_USED.match(said):
        return False
    if _DOES_FIRST.match(said):
        return opens
    return len(_MARKS.sub("", said[last:])) <= _TAIL or aims_section or opens


def is_state(said: str) -> bool:
    """利用更加充分, 体系基本健全: what a thing has come to be, and nothing that is done to it."""
    if (
        _FRAGMENT.search(said)
        or _DOES_FIRST.match(said)
        or any(_opening(each).match(said) for each in ("tasks", "results"))
    ):
        return False
    last = _last_state(said)
    return last is not None and len(said) - last <= _END and _any("vague").search(said) is not None


def is_wholly_reached(said: str) -> bool:
    """全面实现城乡供水同网同质: a result in a sentence of its own, behind one that a deadline opens."""
    return _WHOLLY_REACHED.match(said) is not None and not _FRAGMENT.search(said)


def is_furthered(said: str, *, aims_section: bool) -> bool:
    """积极拓展应用场景: what is to be furthered, an aim behind another one of its sentence; among tasks only an effect: 提升能力."""
    furthers = _FURTHERS if aims_section else _EFFECTS
    return furthers.match(said) is not None and not _FRAGMENT.search(said)


def is_done(said: str) -> bool:
    """出台配套方案, 签约, 组织终期评估: what stands behind a date within a sentence and is done by then."""
    if _FRAGMENT.search(said):
        return False
    last = _last_state(said)
    opens = _opening("results").match(said) is not None or _is_milestone(said)
    stated = any(rule.search(said) for rule in (_GRADE, _REACHED)) or _SERVES_NOW.match(said) is not None
    return opens or last == len(said) or stated


def _is_milestone(said: str) -> bool:
    """组织终期评估, 开展总结验收: what a plan does about itself by a date."""
    return _opening("milestones").match(said) is not None


def is_fragment(said: str) -> bool:
    """Whether the words are no sentence of their own."""
    return _FRAGMENT.search(said) is not None


def is_vague(said: str) -> bool:
    """Whether nothing could verify the aim: 治理水平明显提升, 积极拓展应用场景."""
    rest, count = _any("vague").subn("", said)  # 基本建立 is vague, 建立 alone is not
    return (count > 0 or _FURTHERS.match(said) is not None) and not _any("verifiable").search(rest)


def is_counted(text: str, begin: int, end: int) -> bool:
    """建成充电桩2000个, 累计下降15.2%: a number that no target claims is a fact or a threshold, and no aim either."""
    return any(_is_reached(text, begin, end, quantity) for quantity in quantities(text, begin, end))


def _is_reached(text: str, begin: int, end: int, quantity: Quantity) -> bool:
    if _ONLY_WHICH.match(text, quantity.end, end):
        return False
    if quantity.share:  # not “三个100%”
        return text.rfind("“", begin, quantity.start) <= text.rfind("”", begin, quantity.start)
    if not quantity.unit or text.rfind("（", begin, quantity.start) > text.rfind("）", begin, quantity.start):
        return False
    return quantity.end == end or (not quantity.after and _MADE.search(text, begin, quantity.start) is not None)


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile(pattern(listed("commitments", name)))


@cache
def _opening(name: str) -> re.Pattern[str]:
    """The verbs of a list, with what may stand before them."""
    adverbs = pattern(listed("commitments", name, "adverbs"))
    return re.compile(rf"(?!{AREA_AHEAD}){adverbs}{{0,3}}{pattern(listed('commitments', name))}")


@cache
def _closing() -> tuple[str, ...]:
    return tuple(words("commitments", "closing").words)


def _last_state(said: str) -> int | None:
    """Where the last word ends that says what a thing has come to be."""
    if said.endswith(_closing()) or _BECOMES.search(said):
        return len(said)
    ends = [match.end() for match in _any("states").finditer(said)]
    return ends[-1] if ends else None
