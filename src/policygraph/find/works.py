"""The words that make an undertaking: what is built, what is done to it, and how much of it there is.

水泥窑超低排放改造 is a work, 都拉营国际陆海通物流港 a thing, 2×66万千瓦 a capacity. The words come from `projects.yml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of

_BRACKET = r"（[^（）]*(?:（[^（）]*）[^（）]*)*）"
_BRACKETED = re.compile(_BRACKET)
# what may stand behind a name and is no part of it: 建成投产, 前期工作, 常态化开行, 2条
_TAIL = re.compile(
    rf"(?:{_BRACKET}|(?<=搬迁)[至到][一-鿿]{{2,10}}|(?<=迁建)[至到][一-鿿]{{2,10}}|建设|建成|投产|达产|达效|投运|投用|并网|(?:今|当年)?[春秋]季|通车|通航|通水|贯通|竣工|完工|封顶|动工|交付使用|交付|力争"
    r"|落地|见效|实施|尽快|尽早|早日|高质量发展|布局|收尾|的前期工作|前期|开工|推进|运营|的?(?:建设|施工|项目)(?:进度|速度|进程|步伐)|施工|立项审批|立项|审批|核准|获批|取得(?:实质性|突破性|阶段性|积极|明显|重大)?进展|(?:启动)?(?:预可研|工可|可研|初设)(?:编制|批复|报告)?|转场|主体结顶|结顶|(?<=[组场站目程源])\d+(?:\.\d+)?万?千瓦(?:时)?|(?<=项目)(?:合作|联合|共同)?开发|(?<=工程)(?:合作|联合|共同)?开发|的?规划(?=建设)|(?:(?:用地交地|用地报批|土地征收|房屋征收|征地拆迁|管线迁改|前期手续)[和及、]?)+(?=工作|$)|实现(?=开工|竣工|完工|投运|投用|通车|封顶)|(?:研究|前期|可研)?论证|前期研究|征地拆迁|竣工验收|下闸蓄水|建设保障|全线|后|等|常态化|稳定|有序|顺利|稳步|加速|加快|全面|纳入[^，；、]{2,24}|投入使用|投入|开通|开行|运行|并|工作"
    r"|(?<![\d.])\d+(?:\.\d+)?万?(?:条|座|个|所|亩|套|台|处|公里|家)|[一二两三四五六七八九十]+[条座个处](?:[一-鿿]{0,3}(?:项目|工程))?)+$"
)
CAPACITY = re.compile(
    r"(?:年?(?:处理|产|发电量?|消纳|回收|发运)(?:能力|规模)?)?(?:(?<![\d.])[±]?\d+(?:\.\d+)?[×*]\s?)?(?<![\d.年GS])\d+(?:\.\d+)?(?:万|亿|百|千)?"
    r"(?:千瓦时|千瓦|兆瓦时|兆瓦|MW|GW|千伏|吨/年|吨/日|吨/天|立方米/日|立方米/天|立方米/年|吨标准煤|千米|公里|吨级|吨|亩|平方米|平方公里|张床位|张|辆|台套|套|台|片|枝|升|件|立方米|蒸吨/小时|架|P(?![A-Za-z])|EFLOPS)"
    r"(?:/\d+(?:\.\d+)?(?:万)?(?:千瓦时|兆瓦时))?"
)
# how many, before what: 一批, 2个试点县, 三个方向的
COUNT = re.compile(
    r"^(?:的|(?:区县|县区|县市|市县|州市|旗县|镇街)(?![级域])|一批|若干|[两三四五六七八九十](?:大(?=[一-鿿]{2})|江(?=水电))|(?:\d+[—\-～])?(?:[\d一二两三四五六七八九十]+|[百千](?=个))(?:个|座|条|家|处|所)(?:以上)?(?:试点)?(?:方向的?|(?:县|市|区)(?:（[县市区旗、]{1,5}）)?(?![级域属城])|(?:镇|村)(?![级域属])|地区|学校|医院|企业|景区|商圈|街区)?|重要|重点|主要|(?:骨干|龙头|头部|链主|主机|领军|货源|临港|链上|优势)?企业(?!家|化|总部|研究|技术|服务|园|级|自|所|集|孵|培|上|用|码)(?:实施|开展|完成|推进)?"
    r"|上市公司(?=[一-鿿]{4})|单位(?=办公|公共|建筑|用房|屋顶|食堂)|等?(?:地区|地(?![下热铁方面质表块级市])|区域|产区)(?!性|分拨|中心|医疗|总部|公共|物流|协同))+"
)
# what is said of any river: 流域综合治理
_SPECIFIC = re.compile(
    r"流域|综合|水环境|水生态|水资源|、|生态|环境|系统|保护|治理|整治|修复|协同|污染|一体化|工作|开展|推进|建设|统筹|的|河道|水体|江河|河湖|试点|转型|升级|产业|地区|区域"
)

# told by their number, as 14号线东段 is, by who has it, or by where it lies
_TOLD = (
    "号线", "千伏直流", "国道", "省道", "环线", "轨道交通", "捷运", "组建省", "组建市", "打通", "开工建设", "路（", "巷", "修建", "路、", "路建设",
    "段、", "街、", "路等", "街等", "条道路", "段建设", "段改", "段扩", "保护区", "前期工作", "机场", "电入", "电送", "新区", "高新区", "经开区",
    "开发区", "合作区", "规划研究", "整体开发", "成片开发", "连片开发", "用地转型", "用地盘活", "风貌保护", "小程序", "APP", "门户", "网站", "客户端",
)  # fmt: skip


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = gazetteer("projects")
    thing, work = one_of(lists["things"]["words"]), one_of(lists["works"]["words"])
    closed = r"(?:（[^（）]*）|”)*$"
    stage = r"(?:[一二三四五六]期(?:[一二三]步)?)?"
    return (
        re.compile(
            rf"(?:{thing}{stage}|(?:公路|高速|铁路|高铁|国道|省道|文化公园|快速通道|线)[一-鿿]{{1,4}}(?:至[一-鿿]{{2,5}})?(?<!阶)段|国家.{{4,}}中心"
            rf"|(?:千瓦|兆瓦)(?:时)?(?:级)?(?:[风海陆农渔林牧光]+(?:上|互补)?)?(?:风电|光伏|光热|储能|煤电|火电|气电|热电|抽蓄|互补)(?:发电)?{stage}"
            rf"|“[^“”]{{2,10}}(?:谷|金三角|港|城|岛)”"
            rf"|\d{{1,2}}号线{stage}){closed}"
        ),
        re.compile(rf"{work}{closed}"),
        re.compile(rf"(?<!数据中心){one_of(lists['hollow']['words'])}$"),  # 数据中心集群 is built
        re.compile(rf"(?:\d+个|[一二两三四五六七八九十]+[个大]|{one_of(lists['rest']['words'])})*$"),
    )


@cache
def _any() -> re.Pattern[str]:
    lists = gazetteer("projects")
    return re.compile(one_of([*lists["things"]["words"], *lists["works"]["words"], *_TOLD]))


@lru_cache(maxsize=16384)
def is_thing(words: str) -> bool:
    """Whether `words` end in something that is built: 湖滨公园, 污水处理厂二期."""
    return _ends()[0].search(words) is not None


@lru_cache(maxsize=16384)
def is_work(words: str) -> bool:
    """Whether `words` end in something that is done: 烟气深度治理."""
    return _ends()[1].search(words) is not None


def says_what(words: str) -> bool:
    """Whether `words` say what is built or what is done: 污水处理厂, 污水处理厂提标改造; not 枫桥镇."""
    return is_thing(words) or is_work(words)


def work_end(words: str) -> str:
    """The word for what is done that `words` end in: 改造 in 一键炼钢改造; empty without one."""
    match = _ends()[1].search(words)
    return match[0] if match else ""


def is_hollow(words: str) -> bool:
    """Whether `words` end as a rule, a campaign or a state of things: 协同机制."""
    return _ends()[2].search(words) is not None


def says_nothing(words: str) -> bool:
    """Whether what closes a list adds nothing to the names in it: 等|重大项目建设."""
    return _ends()[3].match(words) is not None


# what may bear a name that no list knows: 新渝贵高铁, 光华智算中心; not 揭盖亮水工程
OWN_NAMED = (
    r"(?:橡胶坝|拦河坝|拦河闸|闸|线|高铁|铁路|客专|城际|高速(?:公路)?|快速通道|大道|大桥|隧道|通道|机场|航站楼|航站区|跑道|航道|运河|码头|船闸|电站|电厂|风电场|枢纽|物流港|产业园|养殖园|种植园|发展园|采摘园|集聚区|科技园|文创园|物流园|工业园|创业园|软件园|示范园|植物园|动物园|(?:电商|商贸|物流|汽车)城|大走廊|风景道|旅游公路|(?:文化|科创|创新|产业|数字|氢能|氢)走廊|(?:文化|科创|创新|产业|低空经济)带|客厅|文化园|商务区|商贸区|示范片区|滨水区|产城|科学城|金融城|停车场|停车楼|汽车站|管廊|核心区|小镇|度假区|景区|街区|港区|泵站"
    r"|(?:[算据新测易]|会展)中心|核电|抽水蓄能|抽蓄|海上风电|特高压直流|储气库|[煤铁铜锂磷金]矿|露天矿|净化厂|接收站|换流站|气田|屏障区|研究院|实验室|水库|灌区|公园|博物馆|图书馆|体育馆|学校|高中|游园|产业新城|人行桥|外绕线|绕行线|疏解线|引水工程|矿井|储备林(?:基地)?|班列|水厂|处理厂|发电厂|填埋场"
    r"|大厦|综合体|泵闸|水闸|节制闸|片林|储备库|医院|剧院|美术馆|文化馆|纪念馆|(?:文化|体育|奥体|运动|艺术|会议)中心|(?:科技|科学|教育|航空|航天|大学|影视)城|转运站|转运中心|社会住宅|焚化厂|抽水站|人工岛|发展区|新市镇|延线|地下化|高架化|计画|院区|校区|中学|小学|幼儿园|敬老院|养老院|卫生院)"
)
# more that may, where it is told what is done to it: 望川剧场|改建项目, 渌溪泵闸|建设工程
OWN_CHANGED = (
    r"(?:剧场|会堂|会馆|书店|旧址|故居|祠堂|宗祠|遗址|塔|墓|寺|王陵|文庙|城墙|石窟|牌坊|书院|教堂|陵园|泵闸|水闸|闸站|排涝站|农贸市场|批发市场|粮库|渔港|分拣场|堆场|净水厂|污水厂|体育场|游泳馆"
    r"|档案馆|科技馆|展览馆|福利院|客运站|变电站|风貌区|老街|古街|小区|新村|里弄|绿地|广场)"
)
_CHANGED = r"(?:新建|改建|扩建|改扩建|迁建|重建|拆除重建|修缮|修复|改造|提升改造|改造提升|加固|除险加固|保护|保护修缮|保护利用|活化利用|整体转型|建设)"
_BEARS_NAME = re.compile(
    rf"{OWN_NAMED}[一二三四五]?期?(?:工程|项目|扩建|改扩建|扩容)?(?:[一-鿿]{{1,4}}段)?$"
    rf"|(?:{OWN_NAMED}|{OWN_CHANGED})[一-鿿]{{0,4}}?{_CHANGED}(?:工程|项目)?$"
)


def bears_names(words: str) -> bool:
    """Whether `words` end in what may bear a name that no list knows: 望川|水电站二期."""
    return _BEARS_NAME.search(words) is not None


@cache
def _infrastructure() -> re.Pattern[str]:
    return re.compile(rf"{one_of(gazetteer('projects')['infrastructure']['words'])}.{{0,8}}(?:工程|项目|[一二三四]期)$")


def names_infrastructure(words: str) -> bool:
    """Whether `words` end as the works of a waterway, a road or a grid do: 小浪底引黄二期工程."""
    return _infrastructure().search(words) is not None


# 市|精神康复中心, 县|120指挥中心; not 区|域医疗中心, 市|级, 省|市共建
_ANY_PUBLIC = (
    r"(?![级域块位间段场民政区县省市城乡内外属辖本际道委直会镇街府])[一-鿿\d]{2,12}?(?:中心|馆|医院|学校|剧院|宫)"
)


@cache
def _public() -> re.Pattern[str]:
    publics = one_of(gazetteer("projects")["publics"]["words"])
    return re.compile(rf"[省市县区州](?:第[一二三四五六七八九十]{{1,2}})?(?:{publics}|{_ANY_PUBLIC})")


def is_public(words: str) -> bool:
    """Whether `words` open with a public body of which an area has one or numbers them: 市第二人民医院老年护理院."""
    return _public().match(words) is not None


def holds_undertaking(text: str, start: int, end: int) -> bool:
    """The cheap test before all others: whether any such word stands in [start, end)."""
    return _any().search(text, start, end) is not None


@lru_cache(maxsize=16384)
def without_tail(words: str) -> str:
    """`words` up to the end of the name: 都拉营国际陆海通物流港|建设; a name that is nothing but tail stays."""
    match = _TAIL.search(words)
    rest = words[: match.start()] if match else words
    if match and not says_what(rest):
        bracketed = _BRACKETED.match(match[0])
        kept = words[: match.start() + (bracketed.end() if bracketed else 0)]
        return words if says_what(words) else kept or words
    return rest or words


def is_specific(work: str) -> bool:
    """Whether a work on a river says what is done: 总磷污染治理 and 湿地修复 do, 流域综合治理 does not."""
    return len(_SPECIFIC.sub("", work)) >= 2


def capacity(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first capacity in [start, end): 2×66万千瓦, 200万吨/年."""
    match = CAPACITY.search(text, start, end)
    return match.span() if match else None
