"""Numbers with units that are no targets, each kind by a named rule: thresholds, capacities, money granted, facts of the past.

年货运量150万吨以上的园区 says which parks are meant; 2×66万千瓦 describes a plant; 每户最高补贴500元 grants money. What no rule
names is left over, and `policygraph extract --leftovers` shows it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policygraph.find import return_periods
from policygraph.find.aims import COVERS, counting_tail, measures
from policygraph.find.capacities import is_of_plant
from policygraph.find.conditions import in_condition, in_rules, is_rewarded
from policygraph.find.counted import DOES, names_class
from policygraph.find.grants import is_granted
from policygraph.find.past import is_past
from policygraph.find.quantities import DOWN, UP, Quantity
from policygraph.find.target_doing import MEETING

# 完成工业投资|5000亿元: money that is to be spent, not what a project costs
_SPENT = re.compile(r"(?:完成|实现|带动|拉动|力争|争取)[^，。；]{0,14}投资[^。；]*$")
# 按不低于新能源装机的|15%配置, 权重|10%, 按每百户|30平方米
_STANDARD = re.compile(
    r"(?:按照?|权重占?|占考核|分值|(?<!增)加分?|扣)(?:不低于|不高于|不少于|不超过|为|总分|实际支出|设备投资额的?)?$"
    r"|每(?:新)?增加?\d+[个人名家户台][^，。；\d]{0,8}(?:提高|增加|上浮|再|增发|补助)?$"
    r"|每\d+[^，。；\d]{1,4}(?:不少于|不低于|至少)?$|权重(?:不低于|不高于|为)?$"
    r"|按照?(?:不低于|不少于|不高于|不超过|不小于)[^，。；]{1,14}的?$|按照?[^，。；]{2,14}的$|按照?每[^，。；]{1,6}(?:不少于|不低于|至少)?$"
)
# 每户宅基地面积3人以下不超过90平方米、4人不超过|120平方米
_PER_HOUSE = re.compile(r"每[户人][^，。；]*不得?(?:超过|高于)$")
_RANK = re.compile(r"(?:前|(?<!落)后|第|位列|排名|排名(?:上升|前移|提升|提高))$")
_DESCRIBED = re.compile(
    r"(?:年产|年加工|年处理|日处理|年处理能力|日处理能力|年消纳|年回收[^，。；]{0,8}|年利用|年发电量?|年输送?电量|日处理能力(?:合计|共计?|总计)|总投资|投资约?|占地(?:面积)?|建筑面积|供暖面积|库容|全长|总长|装机(?:容量)?|设计(?:规模|能力|时速|荷载)|规模为?|最高|零下|高度|跨度)约?$"
)
_AIMED = re.compile("(?:同时|并)?(?:力争|争取|确保|努力)")  # 力争|在运核电装机250万千瓦
# 处理厂|共4家|，分别是…
_LISTED_BEHIND = re.compile("[^，。；]{0,8}，(?:分别[是为]|即)")
_SEVERAL = re.compile(r"(?:(?:[2-9]|\d{2,})[座个家处条]|一批)[^，。；]{2,}$")
# 全市|18家|钢铁企业，优化整合形成2家
_WHAT_THERE_IS = re.compile("(?:全[市省县区州国]|现有|共有|辖区内?)$")
_KIND_ALONE = re.compile(r"[^，。；、\d]{2,10}(?:企业|电厂|单位|园区|学校|医院|公司)，")
_ONCE_BUILT = re.compile("(?:建成|投产|达产|投运|投用|运营|竣工|完工)后")  # 建成投产后年发电量可达|12亿千瓦时
_COST = re.compile(r"(?:总投资|投资概算|工程概算|概算投资)(?:额)?(?:约|为|达)?$")
_DESIGN = re.compile(r"(?:左右)?(?:的?(?:设计|规模(?:建设|设计)|标准(?:建设|设计)|计算|计|标准))")
_TIME_UNITS = frozenset(("分钟", "小时", "天", "个月", "日", "工作日", "个工作日", "年", "周", "秒", "月"))
# 节能30万吨，相当于节约标准煤15万吨，减排二氧化碳40万吨: the same told once more, in other measures
_AS_MUCH_AS = re.compile("(?:相当于|折合|约合|等效于|等同于)[^。；]*$")
_SAME_AGAIN = re.compile("[^，]*|[^，]*，(?:可|每?年|约|预计)*(?:减排|减少|节约|替代)[^，]*")
# 51个|预增产值过|10亿元: how big each of them is
_EACH_SIZED = re.compile(
    r"\d[个家户只条款种](?:年|预增|新增|单体|主营)*(?:营业|销售)?(?:产值|收入|营收|规模|税收|市值|估值|投资额?)(?:达到?|超过?|过|突破|在)?$"
)
_AT_ONCE = re.compile("(?:实现|形成|打造|构建|建成|确保)$")  # 实现|15分钟|上高速
# 年销售收入超过1亿元|“大单品”50个
_COUNTED_BEHIND = re.compile(r"[一-鿿“][^，。；、\d]{1,12}\d+(?:家|个|户|只|款|种|名)")
# 存续期|20年: how long a thing lasts; 比例可提高至|30%: what is allowed
_LASTS = re.compile("(?:存续期|有效期|期限|任期|保质期|服务期|合同期|周期)(?:达到|达|为|不超过|不少于|最长|延长至)*$")
_ALLOWED = re.compile("可(?:适当|最高|相应)?(?:提高|上浮|放宽|延长|降低|下浮|扩大|增加)(?:到|至)?$")
# 对全县|15座处理厂逐一体检: all that there are
_OF_ALL = re.compile("对(?:全[市县区省州]|辖区|域)内?(?:现有|已建成?)?的?$")
# 在全国|169家|高新区综合评价中的位次
_AMONG_ALL = re.compile("(?:在|位居)(?:全[国省市]|世界|长三角)$")
_RANKED = re.compile("[^，。；]{2,24}(?:中|里)的?(?:位次|排名|名次|排位)")
# 续建A至B、C至D|等7个铁路项目
_GOES_ON_WITH = re.compile(
    r"(?:[\d（）一二三四五六七八九十是、]{0,4})(?:扎实|加快|重点|持续|深入|全力|统筹|有序)*(?:推进|加快|续建|实施|抓好|推动)"
)
_WORKS_BEHIND = re.compile("[^，。；、]{0,10}(?:项目|工程)")
# 推动A项目扩大|1000吨以上|电解槽产能: which things are meant
_SIZED = re.compile("(?:扩大|提高|提升|增加)$")
# 在|50个以上|城市开展试点
_DONE_IN = re.compile(
    "[^，。；]{0,8}?(?:城市|地市|县|区|乡镇|镇|村|社区|园区|企业|学校|医院|街道)(?:开展|实施|推广|推行|实现|布局|开通)"
)
# 申报精品村的，应在300人以上: who may apply
_APPLIES = re.compile(r"申[报请][^，。；]{1,14}的，|申报条件|(?:符合|具备|满足)(?:以下|下列|如下)(?:基本)?条件")
_CONDITION = re.compile(r"的?(?:条件|情况|前提|时(?:[，。]|$|(?:提前|及时|立即|自动)?(?:启动|采取|实施|发布)))")
_CLASS = re.compile(r"级|(?:以上|以下|及以上)级")
_DRUG_CLASS = re.compile("(?:改良型)?(?:新药|创新药|医疗器械|药品|疫苗|传染病)")  # 1类|新药
_CLASS_UNIT = re.compile("千伏(?!安)|kV|伏|摄氏度|℃")
# 500人以上|的村, 500人以上|、无公厕的村
_THING = re.compile(
    r"的?(?!（(?:不?含|其中|包括|约|较|比|以|同比))[一-鿿“（A-Za-z]|、[无未没][^，。；、\d]{1,10}的[一-鿿]"
)
# 占|3吨以下|叉车销量的70%: the whole of a share
_WHOLE_BEHIND = re.compile(r"[一-鿿]{2,12}的(?:比例|比重)?(?:不低于|不少于|达到?|超过)?\d[\d.]*%")
# 按年均|9%的增速, 到2027年产值突破…
_PACE_AHEAD, _PACE = re.compile("按照?[^，。；]{0,10}$"), re.compile("的(?:增速|速度|幅度)(?=，)")
# 占地面积原则上控制在|3亩以内: how much each may take
_FOOTPRINT = re.compile("占地(?:面积)?(?:原则上|一般|应|须)*(?:控制在|不超过|不大于|不小于|不少于|不低于)$")
# 综合节能率|15%以上的, 用电量占全部用电量|60%以上的
_OF_RATE = re.compile("(?:率|比例|占[^，。；]{1,12})$")
_ATTRIBUTE = re.compile("的(?!激励|奋斗|力争|预期|挑战|基础|同时|目标|水平)")
# 业务量超过|200亿件|或收入超过2000亿元的品牌: which are meant
_EITHER = re.compile(r"或者?[^，。；、\d]{2,14}\d[\d.]*[^，。；、\d]{1,8}的")
# 多个|方面, 2个|环节: parts of the plan itself
_SCOPE = re.compile(
    r"(?:试点[县区市]|大事|(?:[^，。；]{0,6}和)?(?:民生)?实事|方面|方向|领域|环节|层面|阶段|原则|步骤|角度|维度|渠道|百分之百|确保|必须|严禁|集群(?:实施|推行)|部门(?:和|、|参与|联合))"
)
_WORK_NAMED = re.compile(
    r"(?:项目|工程|基地|中心|示范线|生产线|园区?|电站|扩建|改造|建设|联网|连通|二期|三期|厂)(?:（[^）]*）)?(?:建设|扩建|实施)?$"
)
_OF_A_WORK = re.compile(r"(?:新增|配套|形成|年(?![内底])|日|可|总|设计|供|占地|建设|改造|铺设|安装)")
_ADDS = re.compile("(?:年内|全年|今年|累计|力争|确保)*[新净]增")
_DONE_SO_MUCH = re.compile("(?:累计|全年|力争|确保)*(?:完成|实现)")
_RAISED = (
    "提升至",
    "提高至",
    "提升到",
    "提高到",
    "扩大到",
    "扩大至",
    "增加到",
    "增加至",
)  # no size of a work, but an aim
_MADE = ("建设", "改造", "铺设", "安装")  # 数字化改造，建设智能工厂100家 goes on to other things
_MENDED = re.compile("[^，。；、\\d]{0,10}机组(?:[^，。；、\\d]{0,8}改造|“三改联动”)(?=[，。；、]|$)")
_PROJECT_NOUN = re.compile(
    r"(?:的|（[^）]*）|[A-Z]|左右|以上|以下)*[^，。；：、达实提]{0,22}?(?:项目|工程|机组|生产线|装置|基地|电站|电厂|铁路|专用线|高速|公路|线路|管道|管线|锅炉|窑炉|炉窑|叉车|船舶|车辆|水库|光伏|风电|焦炉|高炉|转炉|电解槽|码头|泊位|变电站|输变电|处理厂|焚烧厂|企业|用户|单位|村寨)"
)
# 下降15%（|力争|17%）
_ASPIRED = re.compile("(?:力争|争取|努力)(?:完成|达到|实现|下降|降低|提高|提升|增长|突破|超过)*$")
# 硫分降到1%以下|的原煤实现应洗尽洗: which of them
_WHICH_OF_THEM = re.compile("的[^，。；、\\d]{1,12}?(?:实现|全部|全面|应[一-鿿]尽|必须|一律|基本)")


class Surroundings(NamedTuple):
    """Where a row of quantities stands: its sentence, its part, the words that lead to it, and what they said."""

    text: str
    sentence: tuple[int, int]
    part: tuple[int, int]
    chunk: int
    predicate: bool
    counted: bool
    dated: bool
    due: bool  # by the clause's deadline or in a plan for one year
    past_year: bool


_FOR_EACH_MORE = re.compile("每(?:达到?|增加|增长|新增|完成|超过)$")  # 零售额增量每达|1000万元，给予奖励
# 新建住宅|最高不超过18|层: what no list of units knows
_STRANGE_UNIT = re.compile("(?!左右|上下|以[上下内]|之[内间]|[的和及与或至到为并且是等且即又则也])[一-鿿]|（\\d")
_CONGRESS = re.compile("[一二三四五六七八九十]*[次中]?全|人大|人民|党代|政协|委员|常委")  # 十一|届|三次全会
_HOUSE_NUMBER = re.compile(r"[路街道巷弄里]$")  # 安远路|899|项目
_SO_MANY = re.compile(r"[\d一二两三四五六七八九十]个$")  # 七个|百分之百, 六个|100%: a rule's name


def why_no_target(row: list[Quantity], at: Surroundings) -> str:
    """The rule that sets the quantities of `row` aside, or "" where none does."""
    text, first, last = at.text, row[0], row[-1]
    behind = text[last.end : min(last.end + 40, at.sentence[1])]
    ahead = text[max(at.sentence[0], first.start - 24) : first.start]
    if not at.predicate and not any(q.unit for q in row):
        return "no unit"
    if not first.unit and _STRANGE_UNIT.match(behind):
        return "no unit"
    if first.unit == "项" and behind[:1] == "目" and _HOUSE_NUMBER.search(ahead):
        return "within a name or quotation"
    if first.unit == "届" and _CONGRESS.match(behind):
        return "a rank"
    if why := _says_which_or_how(first, last, ahead, behind, at):
        return why
    if first.counts and (_LISTED_BEHIND.match(behind) or _is_listed_ahead(first, at)):
        return "a count of what is listed"
    if not first.share and is_of_plant(text, first, at.part[0], ahead, behind, predicate=at.predicate):
        return "capacity"
    if first.counts and _WHAT_THERE_IS.search(ahead) and _KIND_ALONE.match(behind):
        return "a count of what there is"
    if first.counts and _OF_ALL.search(ahead):
        return "a count of what there is"
    if at.past_year or is_past(text, first.start, at.sentence, at.part, dated=at.dated or at.due):
        return "what has been reached"
    granted = is_granted(text, first, last, at.part, predicate=at.predicate)
    if granted or _STANDARD.search(ahead) or _PER_HOUSE.search(text, at.part[0], first.start):
        return "money granted or a standard"
    if last.unit in _TIME_UNITS and not last.after and _AT_ONCE.search(ahead) and _THING.match(behind):
        return "a length of time"
    if last.unit in _TIME_UNITS and not (
        at.predicate or (at.dated and measures(text[at.chunk : first.start], strict=True))
    ):
        return "a length of time"
    if _APPLIES.search(text, at.sentence[0], first.start) or in_condition(text, first.start):
        return "a condition"
    if not at.dated and ((last.after in (*UP, *DOWN) and is_rewarded(text, at.part[1])) or in_rules(text, first.start)):
        return "a condition"
    if _FOR_EACH_MORE.search(ahead) or _CONDITION.match(behind) or ahead.endswith(("含量", "基准")):
        return "a condition"
    if _in_short_bracket(first, at):
        return "a description in brackets"
    if _describes_a_project(first, ahead, behind, at):
        return "a description of a project"
    return _threshold_or_capacity(row, behind, at)


def _says_which_or_how(first: Quantity, last: Quantity, ahead: str, behind: str, at: Surroundings) -> str:
    """220千伏, 亿元企业, 前10名, 15分钟上高速: numbers that belong to what is named, by the words right beside them."""
    squared = (
        at.predicate and first.unit and behind.startswith("×" + at.text[first.start : first.unit_end])
    )  # 小于|1公里|×1公里
    if at.text[first.start - 1] in "×*" or (behind[:1] in ("×", "*") and not squared):
        return "capacity"
    if first.value == 100 and first.share and _SO_MANY.search(ahead):
        return "within a name or quotation"
    if last.unit == "人" and behind[:1] == "间":  # 2人间病房
        return "a class of things"
    if first.unit == "类" and _DRUG_CLASS.match(behind):
        return "a class of things"
    if _CLASS.match(behind) or _CLASS_UNIT.match(first.unit) or _is_age(last, behind):
        return "a class of things"
    if names_class(at.text, first) and not at.text[first.start].isdigit():
        return "a class of things"
    if "元" in first.unit and _COUNTED_BEHIND.match(behind):
        return "a threshold"
    if "元" in first.unit and _EACH_SIZED.search(ahead):
        return "a threshold"
    again = _AS_MUCH_AS.search(at.text, at.sentence[0], first.start)
    if again and _SAME_AGAIN.fullmatch(again[0]):
        return "an effect of another aim"
    if last.after in (DOWN if last.share else (*UP, *DOWN)) and _WHICH_OF_THEM.match(behind):
        return "a threshold"
    if last.after in (*UP, *DOWN) and ahead.endswith("占") and _WHOLE_BEHIND.match(behind):
        return "a threshold"
    if _PACE.match(behind) and _PACE_AHEAD.search(ahead):
        return "an effect of another aim"
    if _FOOTPRINT.search(ahead):
        return "a threshold"
    if _RANK.search(ahead) or (_AMONG_ALL.search(ahead) and _RANKED.match(behind)):
        return "a rank"
    if last.unit in _TIME_UNITS and _LASTS.search(ahead):
        return "a length of time"
    if _ALLOWED.search(ahead):
        return "a permission"
    wanted = at.predicate and return_periods.is_to_be_reached(at.text[at.chunk : first.start], behind)
    if first.unit == return_periods.UNIT and not wanted:
        return "a class of things"
    return ""


def _is_listed_ahead(first: Quantity, at: Surroundings) -> bool:
    """A公司、B公司、C公司|等3家|企业: as many as the names before them."""
    listed = at.text[at.part[0] : first.start]
    if "、" not in listed:
        return False
    if not listed.endswith("等"):  # 甲、乙、丙|3个|项目
        alike = re.split("[、和及]", listed)
        return len(alike) == first.value > 2 and bool(_WORKS_BEHIND.match(at.text, first.end))
    in_hand = not (at.dated or at.due) and _GOES_ON_WITH.match(listed) and _WORKS_BEHIND.match(at.text, first.end)
    return bool(in_hand) or listed.count("、") + 1 == first.value > 2


def _is_age(last: Quantity, behind: str) -> bool:
    """3岁以下婴幼儿 says who is meant; 提高到78岁以上。 states."""
    return last.unit.endswith("岁") and last.after in (*UP, *DOWN) and _THING.match(behind) is not None


def _in_short_bracket(first: Quantity, at: Surroundings) -> bool:
    """（装机12万千瓦） describes; （即烟尘排放浓度不高于10毫克/立方米） states."""
    opened = at.text.rfind("（", at.sentence[0], first.start)
    if opened < 0 or at.text.rfind("）", opened, first.start) >= 0:
        return False
    closed = at.text.find("）", first.start, at.sentence[1] + 1)
    long = (closed if closed > 0 else at.sentence[1]) - opened > 16
    if at.text.startswith("其中：", opened + 1) and not at.predicate:
        return True  # （其中：风电15万千瓦、光伏10万千瓦）
    if _ASPIRED.match(at.text, opened + 1, first.start):
        return False  # 下降15%（力争17%）
    return not (at.text.startswith(("即", "其中"), opened + 1) or (at.predicate and long))


def _describes_a_project(first: Quantity, ahead: str, behind: str, at: Surroundings) -> bool:
    """库容12万立方米; 推进X扩建工程，新增处理能力3万吨/日: what a named work will have, where no deadline makes it an aim."""
    if _COST.search(ahead) or _ONCE_BUILT.search(at.text, at.part[0], first.start):
        return True
    if at.dated or first.share or _AIMED.match(at.text, at.part[0], first.start):
        return False
    described = _DESCRIBED.search(ahead)
    spent = described and described[0].startswith("投资") and _SPENT.search(at.text, at.sentence[0], first.start)
    # 年内新增光伏装机|30万千瓦, 完成改造规模|300万千瓦
    adds = _ADDS.match(at.text, at.part[0]) is not None or (
        described is not None and described[0] == "规模" and _DONE_SO_MUCH.match(at.text, at.part[0]) is not None
    )
    if not (at.counted or spent or adds) and (described or _DESIGN.match(behind)):
        return True
    if adds and first.after in UP:
        return False
    if at.part[0] <= at.sentence[0]:
        return False
    if at.predicate and at.text.endswith(_RAISED, at.part[0], first.start):
        return False
    named = _WORK_NAMED.search(at.text[at.sentence[0] : at.part[0] - 1])
    of_it = _OF_A_WORK.match(at.text, at.part[0], first.start)
    several = (
        _SEVERAL.search(at.text, at.sentence[0], at.part[0] - 1) is not None
    )  # 完成2座污水处理厂改造，新增处理能力
    return named is not None and of_it is not None and not several and not (first.counts and of_it[0] in _MADE)


_HAS = ("拥有", "建有", "设有", "配有", "配备")


def _threshold_or_capacity(row: list[Quantity], behind: str, at: Surroundings) -> str:
    first, last = row[0], row[-1]
    # 不低于35%的行政村生活污水得到治理 says how many do, not which are meant
    how_many = last.share and (not at.predicate or (first.start - at.part[0] < 6 and DOES.search(behind) is not None))
    # 综合节能率15%以上的建筑: of what rate they are, where the words before the number name one
    of_rate = last.share and not at.predicate and _OF_RATE.search(at.text, at.part[0], first.start) is not None
    if last.share and at.text.endswith(COVERS, at.part[0], first.start):
        return ""  # 服务站|覆盖85%以上的行政村
    about = last.after == "左右" and counting_tail(at.text, at.chunk, first.start)  # 完成|3000万千瓦左右|的机组改造
    if about and _ATTRIBUTE.match(behind):
        return ""
    if first.counts and at.dated and at.text.endswith(_HAS, at.part[0], first.start):
        return ""  # 每个社区拥有|3个以上|的社会组织
    if (_ATTRIBUTE.match(behind) or _EITHER.match(behind)) and not at.counted and (of_rate or not how_many):
        return "a threshold"
    sized = _SIZED.search(at.text, at.part[0], first.start) is not None and not first.counts
    if (
        (sized or not at.predicate)
        and last.after in (*UP, *DOWN)
        and not (at.counted or last.share)
        and _THING.match(behind)
    ):
        here = at.text.endswith("在", at.part[0], first.start) and _DONE_IN.match(behind)
        meets = at.dated and MEETING.match(behind)
        return "" if meets or (first.counts and (at.dated or here)) else "a threshold"
    if first.counts and not at.predicate and _SCOPE.match(behind):
        return "a count of parts"
    herd = first.unit.endswith(("头", "只", "羽")) and not at.counted  # 甲公司|50万头|生猪养殖项目
    made = first.extent and at.counted  # 改造|50公里|燃气管道, 完成|600万千瓦|煤电机组改造
    made = made or (at.text.endswith("完成", at.chunk, first.start) and _MENDED.match(behind) is not None)
    if not (at.predicate or made) and (herd or not first.counts) and not first.share and _PROJECT_NOUN.match(behind):
        return "capacity"
    return ""
