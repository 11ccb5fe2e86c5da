"""How far works have got, said behind their names: 渌湾综合整治、望浦沙滩修复|已纳入项目清单, 越川储能电站|已完成备案.

What stands before is then a list of works that needs no verb. What is built already (某公园已建成) is left alone.
"""

from __future__ import annotations

import re

from policygraph.find.project_parts import Part
from policygraph.find.works import is_thing, is_work, says_what, without_tail
from policygraph.find.years import BY_DATE

_WHEN = rf"(?:[于在]?{BY_DATE}|年内|今春|明春|[一二三四上下][季半]?[度年]末?|[汛主]?汛期[前后]|分别|均|全部|按期|如期|正在|抓紧|加快|同步|先行|力争|争取|同时)*"
# what is decided of a work, and what it is waiting for
_SETTLED = (
    r"(?:已|均|全部)*(?:经|被)?(?:纳入|列入|进入)[^，；]{2,40}?(?:清单|名单|名录|规划|计划|项目库|盘子|范围|首批)[^，；]{0,6}"
    r"|作为[^，；]{2,30}?(?:项目|工程|任务)"
    r"|已?(?:完成|通过|取得|获得|办理)(?:全部|了)?(?:项目)?(?:备案|招标|选址(?:论证)?|环评(?:批复)?|核准|立项|可研(?:批复|评审)?|建设规划批复|初步设计(?:批复)?|预可研审查|可研审查|用地预审|征地拆迁|主体(?:厂房)?(?:封顶|结构)?)"
    r"|(?:可研报告|初步设计|环评报告|规划设计|施工图)(?:编制)?(?:完成|批复|评审)"
    r"|开展(?:前期工作|线路比选|选址论证|可研|用地预审)[^，；]{0,10}|按[^，；]{2,12}?推进|用海报批|用地报批|采[取用][^，；、]{2,14}|分[两三四]期实施"
    # 完成|钢屋盖提升, 落户|南港, 由|县产投公司|代建, 与运河通航|衔接
    r"|完成[^，；、]{2,12}(?:移交|提升|开挖|联调|安装|吊装|浇筑|合龙|截流|调试|铺设|铺轨|架设|贯通|采购)|落户[^，；、]{2,10}|开通(?:客运|货运|运营)|具备[^，；、]{2,10}条件"
    r"|由[^，；、]{3,24}?(?:直接|具体|独家|负责|承担|组织)?(?:实施|代建|承建|增建|投资建设|建设运营|运营管理)|与[^，；、企]{2,16}衔接"
)
_DONE = (
    "(?:全面|全部|正式|基本|实现|整体)*"
    "(?:主体(?:竣工|完工|建成|铺开|全面铺开)|试通水|填筑到顶|消缺移交|秋季迎新|迎新|招生|施工|贯通|全面铺开|上线运行|首届招生|达产|试生产|试运行|上线试运行|通水|调试|推进|恢复施工|开展环评|开通(?:初期)?运营|建成使用|投入使用|投入运行|复工|续建|打桩|中交|交付使用|交付|移交|竣工投产|竣工|完工|封顶|并网|通车|建成投用|建成投产|建成投运|建成启用|投用|投运|投产"
    "|开工|动工|开业|开园|实体化运作|收尾)"
)
_STANDING = re.compile(rf"(?P<when>{_WHEN})(?:{_SETTLED}|{_DONE})$")
# what a work does next: 望川大道渌浦段|加快盾构掘进, 越湖湿地提升|随后启动, 渌港船坞二期|进入联合调试
_MOVES = re.compile(
    rf"{_WHEN}(?:首台|首段|首批|主体|全线|剩余(?:节点)?|随后|先行|另行|按时序|从快|加紧)*"
    r"(?:启动|加快|转入|进入|转为|列为|开通|校飞|热试|浇筑|扫尾|收尾|论证|发挥效益|勘察|比选|报批|掘进|加密|交付)[^，；、]{0,10}$"
)
_BUILT_ALREADY = re.compile("已(?:经|全部|全面)?$")
_SAYS_MORE = re.compile(
    "规范|管控|限制|推行|推广|消除|实行|执行|加强|严格|落实|必须|应当|鼓励|禁止|实现|达到|开展|杜绝|控制|结合|以.+为|[是在对]"
)
_SHORTEST = 6


def standing(part: Part) -> Part | None:
    """The part without what it says of how far its works have got, to be read as a list of works; None where it says nothing."""
    told = _STANDING.search(part.text, part.start, part.end) or _moving(part)
    if told is None or told.start() - part.start < _SHORTEST:
        return None
    if _BUILT_ALREADY.search(part.text[part.start : told.start()]):
        return None
    anchors = tuple(a for a in part.anchors if a.end <= told.start())
    return part._replace(end=told.start(), anchors=anchors, titled=True)


def _moving(part: Part) -> re.Match[str] | None:
    """What a named work, with which the part opens, does next."""
    told = _MOVES.search(part.text, part.start + _SHORTEST, part.end)
    if told is None or not part.anchors or part.anchors[0].start - part.start > 1:
        return None
    named = without_tail(part.text[part.start : told.start()])
    return told if says_what(named) and (is_thing(named) or is_work(named)) else None


def works_alone(part: Part) -> Part | None:
    """The part as a list of works, where it ends in one and a listed name stands in it: 西湖镇2座填埋场|封场治理."""
    words = part.text[part.start : part.end]
    if _SAYS_MORE.search(words):
        return None
    return part._replace(titled=True) if part.anchors and is_work(words) and says_what(without_tail(words)) else None
