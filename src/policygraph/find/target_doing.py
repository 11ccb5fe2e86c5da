"""Things counted by what they will do or what becomes of them: 推动300家企业接入平台, 为10万名老人提供助餐, 首批80个中心全面建成.

The number stands before the thing, and the thing before its verb: what is counted are 接入平台的企业.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policygraph.find.counted import DOES
from policygraph.find.quantities import Quantity

# what leads others to do it, or is done for them
_LED = re.compile(
    "(?:推动|促进|实现|帮助|支持|引导|带动|助力|组织|指导|服务|协助|辅导|确保|为|使)(?:全[市省县区州])?(?:约|近|超过|超|不少于|不低于|至少)?$"
)
_FOR_OTHERS = re.compile("为(?:全[市省县区州])?(?:约|近|超过|超|不少于|不低于|至少)?$")
_WHO = "(?P<who>[^，。；、的]{2,20}?)"
ACTS = "上云|上市|挂牌|入库|入驻|进入|进驻|参保|就业|创业|脱贫|增收|升级|转型|投产|达产|落地|应用|创建"
# not 转型|重点应用场景布局落地, where the first of the verbs is part of a name
_NAMED = "重点|应用|服务|场景|平台|中心|项目|基地|示范|园|技术|发展|领域|试点"
_ACTING = re.compile(
    rf"{_WHO}(?P<does>(?:全面|基本|率先|常态化|深度|积极|广泛)?(?:(?:{ACTS})(?!{_NAMED})|{DOES.pattern}).*)"
)
_GIVEN = re.compile(
    rf"{_WHO}(?P<does>(?:免费|集中|分批)?(?:提供|更新|开展|实施|安装|配备|发放|办理|建立|建设|改造|解决|缴纳|购买|减免|进行).+)"
)
# 推动25家|企业实施管道保温, 实现5个|小区充电入户
_DONE_BY = re.compile(
    r"(?P<who>企业|小区|社区|行政村|村|乡镇|学校|医院|园区|景区|农户|家庭|单位|机构|工业企业|规上企业)(?P<does>(?!达到|全部|均)[^，。；、的达]{4,24})"
)
# 首批80个中心|全面建成: not 全部, which says no more than that all are
_STANDING = re.compile(
    r"(?P<who>[^，。；]{3,30}?)(?:全面|基本|如期|陆续|顺利)?(?:建成(?:投用|投产|投运|运营|使用|并投入使用)?|投产|投用|投运|开工(?:建设)?|竣工(?:投产)?|落地(?:建设)?|挂牌(?:运营)?|投入(?:使用|运营))"
)
# 50平方公里以上|建设用地面积达到海绵城市要求
MEETING = re.compile("(?P<who>[^，。；、的]{2,20}?)(?P<does>(?:达到|符合|满足)[^，。；]{2,24}?(?:要求|标准|规定))")
# 对|35个|园区予以整合
_TREATS = re.compile("(?:^|[，；法序年前、])对(?:其余|剩余|上述)?(?:约|近|超过|不少于|不低于)?$")
_TREATED = re.compile("(?P<who>[^，。；、的]{2,24}?)(?P<does>(?:予以|实施|进行|完成|开展)[^，。；]{2,16})")
_OPENS = re.compile(r"(?:全[市省县区州国]|首批|第一批|新增|累计|共|有)*")
_ALL = re.compile("全部|均|都")
# 设立规模不低于|20亿元|的成果转化基金; one with a place in its name is a project, and its first part no aim
_SETS_UP = re.compile("(?:设立|组建|成立|发起|打造|形成|筹建|建立|募集|做大|做强)(?![^，。；]*首期)[^，。；\\d]{0,14}$")
_FUND = re.compile(
    "(?:左右|以上)?的(?P<fund>[^，。；、省市县州]{2,24}?(?:基金群?|资金池|(?:引导|周转|补偿|专项)资金))(?=[，。；、\n）]|$)"
)


class Doing(NamedTuple):
    """What is counted, complete: 接入平台的企业; and where its words end, counted from those behind the number."""

    indicator: str
    length: int


def doing(text: str, quantity: Quantity, part: tuple[int, int], noun: str, *, dated: bool) -> Doing | None:
    """What the words behind a number say that so many will do; None where nothing says so."""
    sized = quantity.after != "" and text.startswith("的", quantity.end)  # 20户以上的|自然村
    if (
        not (quantity.counts or quantity.extent)
        or sized
        or _ALL.search(noun)
        or noun.endswith(("达到", "实现", "超过"))
    ):
        return None
    meeting = MEETING.fullmatch(noun) if dated and _OPENS.fullmatch(text, part[0], quantity.start) else None
    if meeting:
        return Doing(f"{meeting['does']}的{meeting['who']}", len(noun))
    if not quantity.counts:
        return None
    if led := _LED.search(text, part[0], quantity.start):
        acting = (_GIVEN if _FOR_OTHERS.fullmatch(led[0]) else _ACTING).fullmatch(noun)
        acting = acting or (_DONE_BY.fullmatch(noun) if dated else None)
        return Doing(f"{acting['does']}的{acting['who']}", len(noun)) if acting else None
    treated = _TREATED.fullmatch(noun) if dated and _TREATS.search(text[part[0] : quantity.start]) else None
    if treated:
        return Doing(f"{treated['does']}的{treated['who']}", len(noun))
    standing = _STANDING.fullmatch(noun) if dated else None
    if standing and _OPENS.fullmatch(text, part[0], quantity.start):
        return Doing(text[part[0] : quantity.start] + standing["who"], len(noun))
    return None


def fund(text: str, quantity: Quantity, part: tuple[int, int]) -> Doing | None:
    """The fund that a sum is the size of, where it is to be set up: 设立规模不低于20亿元的成果转化基金."""
    if "元" not in quantity.unit or not _SETS_UP.search(text, part[0], quantity.start):
        return None
    found = _FUND.match(text, quantity.end, part[1])
    return Doing(found["fund"] + "规模", found.end() - quantity.end) if found else None
