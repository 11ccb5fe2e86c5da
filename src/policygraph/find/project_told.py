"""Works that are told from all others by their form: 316国道改造, 鲁山南麓废弃矿山修复工程, 渌东南至越珠湾±800千伏直流输电工程.

A number, a slope, two ends, the nation's centre or a public body's house says which one is meant; no list need know it.
"""

from __future__ import annotations

import re

from policygraph.find.project_anchors import is_built_for_public, is_national
from policygraph.find.project_parts import NUMBERED, Part, is_proper
from policygraph.find.project_streets import is_street_works
from policygraph.find.project_waters import is_diversion, is_works_on_water
from policygraph.find.works import OWN_CHANGED, OWN_NAMED, is_specific, is_work, says_what
from policygraph.lexicon.ordinary import is_ordinary, opens_proper, proper_part

# 中国南方数字人才产业园, of which there is one
_OF_CHINA = re.compile(
    "中国[一-鿿]{4,16}?(?:产业园|博物馆|交易所|研究院)|中国[-－][一-鿿]{2,16}?(?:产业园|示范区|合作区|试验区|信息港|中心)"
)
_MAY_BE_NAMED = re.compile(
    r"“|[省市县区州][一-鿿\d]{2,12}?(?:中心|馆|医院|学校|剧院|宫)|第[一二三四五六七八九十]|国家|全国|至[^，、]+、"
    r"|[市县区州][特人中妇儿图博科体文第档急老福社青]|消除|(?:建成|上线|投运|启用)|等[^，]{0,6}(?:商圈|街区|片区|景区|小区)"
    r"|捷运|轻轨|平台）|[全本][省市县区州][^，；]{4,}(?:平台|系统)|(?:地|片|工业)区|组建[省市县区州]|引[一-鿿]{1,2}[济入补]|引[洮绰嫩松洱额哈滦]|[湾山沟岛岭滩峡峪坝塬梁][一-鿿]{2,}(?:修复|治理|整治|加固|更新|改造|提升)|[电气煤][入送]|[引调]水|南水北调|西气东输|特高压|天然气管道|千伏|等[^，]{2,}(?:集聚区|度假区|旅游区)|[一-鿿][二三四]期|[东西南北][麓岸坡]"
    rf"|{_OF_CHINA.pattern}|{OWN_NAMED}|{OWN_CHANGED}|{NUMBERED.pattern}|历史文化|历史街区|中[德日韩法俄意瑞新马泰以欧][一-鿿]{{2}}|(?:工程|项目)"
)
_NUMBERED_PLANT = re.compile(
    "(?:中心城区|主城区|城区|县城)?第[一二三四五六七八九十]{1,3}(?:污水|水质|净水|再生水|水厂|自来水|生活垃圾|人民医院|医院|中学|高级中学|高中|初中|小学|实验|幼儿园)"
)
_BESIDE = re.compile("(?P<own>[一-鿿]{1,4}[山岭湖河江])[东西南北]{1,2}[麓岸坡]")  # 鲁山南麓|废弃矿山修复工程
_AT_SITE = re.compile(
    "(?P<own>[一-鿿]{1,4}[湾山沟岛岭洲滩峡峪坝塬梁])(?![路街道巷镇乡村区县市大站桥])(?P<works>[一-鿿]{4,16})"
)  # 唐家湾|沙滩修复
# 引江济淮二期, 西气东输四线江西段, 疆电入渝工程
_DIVERTS = re.compile(
    r"(?:引[一-鿿]{1,2}[济入补][一-鿿]{1,2}|引[洮绰嫩松洱额哈滦][一-鿿]{0,6}(?=工程)|[疆蒙陇宁青藏川滇黔晋陕皖吉辽冀西北外][电气煤]东?[入送外][一-鿿](?!电)|南水北调[东中西]{1,2}线|中[俄缅](?:[东西]线)?天然气管道|西气东输[一二三四五]线|西电东送|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂渝川黔滇藏陕甘陇青宁新]{2}(?:特高压)?(?:直流|交流)(?:外送|背靠背|联网|[东南西北]?环网)?(?:通道|工程)?)(?:[一二三四]期|[一-鿿]{1,4}段|后续|配套(?:电源|煤电|新能源)?|直流|特高压)?(?:工程|项目|建设)?"
)
# 渌东南至越珠湾±800千伏直流输电工程
_GRID_LINE = re.compile(
    r"[一-鿿]{2,8}(?:至|—|-)[一-鿿]{2,8}?(?:(?:第[一二三四]|[单双])回)?(?:±?\d+千伏(?:[一-鿿]{0,12}(?:工程|项目|通道|线路)|(?:特高压)?(?:柔性)?[直交]流)|特高压(?:直流|交流)?(?:输电)?(?:工程|通道)?|[单双]回(?:线路|路))(?:[一-鿿]{2,6}段|配套(?:煤电|电源|新能源))?"
)
# 老渌州·桥街历史文化街区修缮
_HISTORIC = re.compile(
    r"(?P<own>[一-鿿·“”]{2,10}?)(?:历史文化街区|历史文化名[镇村]|历史街区)(?:整体|一期|二期)?(?:保护|修缮|利用|活化|更新|提升|改造|修复|整治|环境|风貌|和|与)+(?:工程|项目)?"
)
# 中德智能制造创新港, 中新渌州国际物流园: what two nations build
_OF_TWO_NATIONS = re.compile(
    "中(?:[德日韩法俄意瑞新马泰老越缅印以匈白荷沙]|欧)[一-鿿（）]{2,16}(?:园|港|城|中心|基地|合作区|示范区|创新谷|产业园区)(?:[一二三]期)?"
)
# 青山220千伏输变电工程
_SUBSTATION = re.compile(
    r"(?P<own>(?![一二三四五六七八九十两几]|新建|扩建|一批|若干|全[省市县区])[一-鿿]{2,6})\d{2,4}千伏(?:输变电|变电站|开关站|汇集站|升压站)(?:[一二三]期|扩建|新建|增容|改造)*(?:工程|项目)?"
)
# 渌越核电3、4号机组
_UNITS = re.compile(r"(?P<own>[一-鿿]{2,4})(?:核电|电厂|热电)(?:站|厂)?(?:\d{1,2}、)*\d{1,2}号机组")
_OWN_PHASE = re.compile("(?P<own>[一-鿿]{2,5})[一二三四五]期(?:工程|项目)?")  # 九洲池二期
_FOUNDED_INDEED = re.compile("申建|建设|兴建|新建|建成|组建|设立")
FOUNDED = re.compile("建设|兴建|新建|建成|打造|组建|布局|创建|争创")
# what is done to a part of a town as a whole: 望浦|片区整体开发
QUARTER_WORKS = (
    r"(?:地区|片区|区域|街区|老工业区|老工业基地)(?:（[^（）]{2,16}）)?"
    r"(?:整体转型|(?:整体|城市|有机|保护|存量)?更新(?:改造)?|(?:综合|连片|整体|成片)?开发(?:建设)?|搬迁改造"
    r"|规划研究|(?:存量)?(?:工业)?用地(?:转型|盘活)|风貌保护)"
)
_QUARTER = re.compile(rf"“?(?P<own>[一-鿿]{{2,5}}?)”?{QUARTER_WORKS}")
# works by their part of the town and their phase: 中心城区雨污系统改造二期工程
_STAGE = re.compile(
    r"[^，；（）\d]{4,}?(?:（[一二三四五]期）(?:建设|改造)?(?:工程|项目)?|[一二三四五]期(?:建设|改造)?(?:工程|项目))"
)
_PHASE = re.compile(r"[市县]?(?:中心城区|主城区|老城区|城区|县城|城市建成区).{2,}[一二三四五]期(?:工程|项目)")


def may_be_named(part: Part) -> bool:
    """The cheap test of a part that no listed name stands in: whether a name of its own could."""
    return _MAY_BE_NAMED.search(part.text, part.start, part.end) is not None


def is_quarter(words: str) -> bool:
    """Whether `words` are what is done to a part of a town with a word of its own as a whole: 望浦片区整体开发."""
    old = _HISTORIC.fullmatch(words)
    if old and not is_ordinary(old["own"]):
        return True
    quarter = _QUARTER.fullmatch(words)
    return quarter is not None and proper_part(quarter["own"]) == (0, len(quarter["own"]))


def runs_between(words: str) -> bool:
    """Whether `words` are a line of the grid by its two ends: 渌东至望武第三回750千伏线路."""
    return _GRID_LINE.fullmatch(words) is not None


def tells_itself(part: Part, begin: int, words: str) -> bool:
    """Whether an item is told from all others by its form: a number, a slope, the nation's centre, a public body's house."""
    built = says_what(words)
    phase = _OWN_PHASE.fullmatch(words) or _UNITS.fullmatch(words)
    if (
        _DIVERTS.fullmatch(words)
        or is_diversion(words)
        or is_works_on_water(words)
        or runs_between(words)
        or _SUBSTATION.fullmatch(words)
        or (_OF_TWO_NATIONS.fullmatch(words) and FOUNDED.search(part.text, part.start, begin))
        or (phase and opens_proper(phase["own"]))
    ):
        return True
    line = NUMBERED.fullmatch(words) and words.startswith(("轨道交通", "市域铁路", "市郊铁路"))  # 轨道交通枫桥线
    if line or (NUMBERED.match(words) and (built or words.endswith("延"))):
        return True
    if (site := _AT_SITE.fullmatch(words)) and is_proper(site["own"]) and is_work(words) and is_specific(site["works"]):
        return True
    side = _BESIDE.match(words)
    if (side and not is_ordinary(side["own"]) and built) or (_NUMBERED_PLANT.match(words) and built):
        return True
    if _OF_CHINA.fullmatch(words) and _FOUNDED_INDEED.search(part.text, part.start, begin):
        return True
    national = is_national(words) and words.endswith(("中心", "实验室", "数据库")) and not words.startswith("国家级")
    if national and FOUNDED.search(part.text, part.start, begin):
        return True
    if built and _STAGE.fullmatch(words):  # 智慧水务（一期）工程: a campaign has no phases that are built
        return True
    return _PHASE.fullmatch(words) is not None or is_street_works(words) or is_built_for_public(part, begin, words)
