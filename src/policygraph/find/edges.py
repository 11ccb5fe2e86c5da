"""Where a proper name begins: behind the verbs, adverbs and prepositions that lead up to it.

积极推进|开阳县金中风电场: what stands before the bar leads up to the name and is no part of it.
"""

from __future__ import annotations

import re

from policygraph.find.years import BY_DATE

_NUMBER = re.compile(r"（[一二三四五六七八九十\dA-Za-z]{1,3}）$")
_SHORT_FORM = re.compile("（(?:以下)?[统简合下]称")
_BULLETS = "•●○■□◆◇▲△▪►▶➢★☆◎√※"
STOPS = f"，。；：、（“”《》〈！？.{_BULLETS}\n\t\v" + "".join(map(chr, range(0x2460, 0x249C)))  # ①, ⑴, ⒈
# what heads an item and belongs to no name in it: ●, ——, ①, 一是, （a）, 1）, 1.
HEADS_ITEM = (
    rf"[{_BULLETS}·①-⒛]|[-—]+|[一二三四五六七八九十]{{1,2}}是要?|（[A-Za-z\d]{{1,3}}）|[A-Za-z\d]{{1,2}}[）.](?!\d)"
)
_NEVER_FIRST = frozenset("-—–·*[")  # -A公司; but 中国—东盟信息港股份有限公司

# how: 积极, 因地制宜
_ADVERB = (
    r"全部|努力|基本(?=建成|完成|形成|建立)|初步|总计|稳定(?=运行|开行|运营)|先后|相继|陆续|主要|积极|大力|深入|持续|扎实|稳步|有序|有效|着力|全力|全面|不断|统筹|重点|同步|优先|继续|进一步|切实|适时|高质量|高标准|高水平"
    r"|稳妥|科学|协同|依法|逐步|率先|服务(?=保障|支持)|合力|共同|力争|务必|抓紧|有力|精心|高效(?=建设|推进|实施|推动)|高起点|提速|尽快|主动|按期|按时|如期|分类|分批"
    r"|因地制宜|超前|前瞻|计划|整体|系统|强力|一体(?!化)|分期|分步|安全|合理"
    r"|营造|支撑|规范|健全|挖掘|严格|禁止|严禁|限制|提高|调整|结合|筑牢|接入"
)
# what is done: 建成投用, 疏通提级
_VERB = (
    r"结转|学习借鉴|借鉴|帮扶|支援|拥有|每年实施|紧握|把握|推进|推动|推展|展开|搭建|办理|负责(?!人|制)|兴建|辟建|实施|开工建设|建成使用|建成启用|投运|动工建设|(?:已)?(?:聚集|集聚|汇聚|引进)(?=[一-鿿]{4,}(?:科技|光能|新材|能源|股份))|做深|构筑|建成投用|建设|打造|开展|完成|启动|开工|新建|新增(?=[一-鿿])|续建|新改扩建|新改建|扩建|改扩建|改造提升|改造|升级改造|加强|深化|建成|建立"
    r"|建好|做实|设立|组建|打通|疏通提级|疏通|构建|完善|创建|培育|引进|落实|督促|指导|支持|鼓励|引导|加快|强化|促进|提升|优化|治理|整治"
    r"|运营|运行(?!机制)|依托|围绕|聚焦|利用|发挥|申报|组织|申请|争取|布局|形成|做大做强|做大|做强|做优|做精|擦亮|壮大|扶持|招引|引育|谋划|推广|保障|协调|争创|投用|投运|发展|实现"
    r"|规划|论证|编制|修编|关停|关闭|取缔|淘汰|搬迁|退出|抓好|做好|办好|管好|用好|推行|列入|纳入|包括|涉及|选取|选择|确定|遴选|力推|确保|研究|探索|要求|通过"
    r"|对标|开辟|更新|配合(?!饲料|肥|力)|联合|联动|共建|加密(?!货|算|技|芯|通|传|机)|对接|会同|协助|帮助|委托|筹建|申建|承建|投资|采用|开行|开通|开发|巩固|加大|完工|竣工|投产|保护|修复|试点|复工|新开工|成立|拆除|消除|更换|修缮|启用|引入|携手|联手"
)
_SMALL = (
    r"(?:沿[江海河湖淮黄边线])?[\d一二两三四五六七八九十]+[市县区镇州](?=实施|开展|建设|推进|完成)"
    r"|以?下统?简称|简称|在|对|将|含|就(?![业近地医学诊餐读职])|以|由|把|向|从|沿|于|让|使(?!用)|为|到|至|与|和|及|并|等|如|其中|各|了|的|一批|一个|一座|[一二三四五六七八九]是"
    rf"|{BY_DATE}|年内|[今全]年将?|今后|明年|我[市省县区州]|本[市省县区州]|全[市省县区州国]"
)
# areas that open with a word that elsewhere leads up to a name or joins two: 于都县, 让胡路区, 和平区, 和平分局
AREA_AHEAD = (
    r"(?:于(?:[都田]县|洪区)|从(?:江县|化区)|如(?:东县|皋)|让胡路区|沿(?:河县|河土家族|滩区)|将乐县|即墨区|且末县|前(?:进区|锋区|郭县|郭尔罗斯)"
    r"|应(?:县(?![级域城])|城市(?![更建管规化绿污生]))|和(?:平(?:[区县]|分局)|田(?![间头野园径亩块土家东阳林横]|地(?!区))|[顺政静硕]县|龙市|林格尔|布克赛尔))"
)
# names that open with 和, where no body could: 和平公园, 和顺古镇
OPENS_WITH_HE = "和(?:平|田|县|顺|龙|林格尔|政|静|硕|布克)"
# what looks like a lead and opens a name: 重点实验室, 和平区, 发展大道, 建设银行
_NO_LEAD = (
    rf"(?!{AREA_AHEAD}|{OPENS_WITH_HE}|重点实验室|建设路|建设银行|发展大道|发展银行|含山|为民|向阳|向塘|向海(?!开放|洋|发展|经济)|对外|全国一体化|由里|向家[坝湾村寨]|安全环保"
    r"|在建|将乐|将军|沿江(?:高铁|铁路)|沿海(?!河)|到户|至诚|安全(?!有序|稳妥|推进|高效)|系统(?!推进|谋划|实施|治理|开展))"
)
_LEAD = re.compile(rf"(?:{_NO_LEAD}(?:{_ADVERB}|{_VERB}|{_SMALL}|、))+")
# verbs that are never part of a name, wherever they stand: 湖南理工学院|设立|碳中和产业研究院
_CUT = re.compile(
    r".*(?:帮扶|推动|推进|支持|鼓励|引导|督促|指导|依托|加快|加强|确保|会同|委托|发挥|培育|引进|完成|实施|开展|打造|建成|组建|设立|布局|创建"
    r"|签约|落户|不再新设|共建|开设|开办|联办|筹建|承建|引入|启用|拆除|关停|关闭|取缔|抓好|消除|更换|修缮|聘请|携手|联手|围绕|聚焦|协调|对接|包括|以及|要求|通过|纳入|列入|涉及|特别是|其中|作为|成为|各类|其他|所有|有条件|以外|之外|新[（(][扩改、]+[）)]建|争创|申报|所属|共有|旗下|下属|提高|接入|筑牢"
    rf"|{BY_DATE}"
    r"|(?<![自])由|(?<![所潜现内存实])在(?=[一-鿿]{2})|与(?!时)|^[）与]+|(?<![面方定意])向(?!阳|塘|家[坝湾村寨])|将(?!军|乐)|把|(?<![属关位基由对至低高大小等源便利善易适有])于(?=[一-鿿]{2})(?!都|洪|田|洼|家|桥)|(?<![针绝相])对(?!外)"
    r"|(?<![高中初平同天])等(?!离子)|(?<![目])的(?!士))"
)


def lead_length(words: str) -> int:
    """How many characters of `words` lead up to a name: 加快推进 before 息烽港区; 0 where it begins at once."""
    match = _LEAD.match(words)
    return match.end() if match and match.end() < len(words) else 0


def name_start(words: str) -> int:
    """Where the name that `words` end with begins: behind the last verb, preposition or joint that no name holds.

    The length of `words` where they only lead up to a name.
    """
    match = _CUT.match(words)
    start = match.end() if match else 0
    lead = _LEAD.match(words, start)
    return lead.end() if lead else start


def left_edge(text: str, begin: int, end: int) -> int:
    """The first character behind the last stop before `end`; a bracket that closes again belongs to the name: 福能（贵州）."""
    edge = _last_stop(text, begin, end)
    while edge < end and text[edge] in _NEVER_FIRST:
        edge += 1
    return edge


def _last_stop(text: str, begin: int, end: int) -> int:
    depth = 0
    for i in range(end - 1, begin - 1, -1):
        c = text[i]
        if c == "）":
            if _NUMBER.search(text, max(begin, i - 4), i + 1):
                return i + 1  # （3）|区第三人民医院
            opens = text.rfind("（", begin, i)
            if opens < 0 or _SHORT_FORM.match(text, opens):
                return i + 1  # 1）|A公司, （以下简称渌自所）|机器人国家重点实验室
            depth += 1
        elif c == "（" and depth:
            depth -= 1
        elif not depth and c in STOPS:
            return i + 1
    return begin
