"""Parts that speak of projects and name none as theirs: 印发某基地建设方案, 加大某项目的补贴力度, 某公园已建成.

What is written, paid for, watched, left out or there already is no undertaking of the plan.
"""

from __future__ import annotations

import re

from policygraph.find.project_parts import Part

_FORBIDDEN = re.compile(r"禁止|避免|防止|严禁|不得|不再|不符合|严控|严格控制|限制|杜绝|遏制")
# 除甲、乙等项目外: what is left out
_LEFT_OUT = re.compile(r"除(?![险尘湿臭磷氮硫雪冰铁锰氟草杂垢霾盐])[^，；]*外$")
# 甲水库、乙水库等湖库以及|丙湾等海域的污染治理: what is done to all of two sorts
_ALL_OF_TWO = re.compile(r".*等(?:湖库|水库|水体|河流|流域|湖泊)以及")
# 印发甲、乙基地等建设方案: what is written
_WRITTEN = re.compile(
    r"(?:加快|抓紧|适时|及时|研究|科学|组织|统筹|完善)*(?:印发|出台|修订|制定|起草)[^，；]*"
    r"(?:规划|方案|办法|细则|意见|文件|政策|规范|标准|指南|导则)$"
    # 完成甲街区、乙街区保护规划编制工作, 研究甲公园等的复合利用政策
    r"|[^，；]*(?:规划|方案)(?:的)?编制(?:工作)?$|(?:研究|探索|完善)[^，；]*的[^，；]*(?:政策|机制|办法|标准)$"
)
# 在甲保护区、乙江岸线一公里范围内: where
_WITHIN = re.compile("在[^，；]*(?:范围|区域|流域|岸线)内$")
# 加大甲、乙项目的补贴力度, 加强对甲项目的监管: what is done for it
_HELPED = re.compile(r"[^，；]{0,6}加大[^，；]*力度$|[^，；]*加强对[^，；]*(?:审查|监管|监督|管理|检查|指导|服务)$")
# 排摸本区农贸市场, 以联席会议为平台: what is looked at, or leaned on
_LOOKED_AT = re.compile(
    r"(?:全面|深入|重点|持续|定期|组织|开展)*(?:排摸|摸排|摸清|排查|关注|梳理|调研|走访|检查|抽查)"
    r"|(?:充分|积极|有效|更好)?(?:依托|利用|借助|发挥)[^，；]*等[^，；、]{0,8}(?:平台|优势|作用|资源)$|[^，；]*联[动合]申报[^，；]*"
    r"|以[^，；]{2,40}为(?:平台|抓手|依托|牵引|主线|基础|契机|纽带|支点)$"
)
# 打造“一核（甲区）两翼（乙区、丙区）”的产业集聚区: how things are laid out
_LAID_OUT = re.compile(
    r"“[一双两][核轴带心廊环都极区园港城][^”]*[一二两三四五六七八九多][翼带区核轴极廊点组片园基链群][^”]*”"
)
# 加强与甲市、乙市等地通道建设: with whom
_WITH_OTHERS = re.compile("(?:加强|推动|推进|深化|强化|加快|拓展|促进)*与[^，；]*(?:等地|等[省市区县州]|之间|周边)")
# 加密甲至乙、丙至丁航线, 支持甲园区通过安全等级复核: what there is goes on
_GOES_ON = re.compile(
    "(?:稳定|巩固|加密|维持|拓展)(?:运行|开行|运营)?[^，；]*(?:航线|班列|班轮)"
    "|[^，；]{2,}通过[^，；]{2,16}(?:复核|认定|评估|评审|认证)$"
)
# 甲公园已建成
_THERE = re.compile(
    r"已于(?:去年|上年)|(?:用好|擦亮|打响)[^，；]*(?:招牌|品牌|名片)$|已(?:经|全部|全面)?(?:完成|建成|投产|投运|竣工)(?!(?:投[产运用])?的)"
)
# 甲学院教育基地、乙厂科普馆等现有场馆, 甲经开区等国家级绿色园区: what there is, and what it is called
_CALLED = re.compile(
    "[^，；]*等(?:现有|既有|已建)"
    "|(?![^，；]*(?:建设|打造|创建|争创|推进|推动|支持|培育|申报|改造|提升))[^，；]*等(?:国家级|省级|市级)[^，；]{2,}(?:工厂|园区|基地|示范区|企业|平台|景区)$"
)
# 鼓励甲公司、乙公司越州基地等企业|加大研发投入: what firms do every day
_FIRMS_DO = re.compile(r"等[^，；、]{0,14}(?:企业|公司|单位)(?:加大|提高|参与|带动|发挥|加强|做大|做强|走出|成为|开拓)")


def names_nothing(part: Part) -> bool:
    """Whether nothing in a part is a project of the plan."""
    text, start, end = part.text, part.start, part.end
    return any(
        each is not None
        for each in (
            _FORBIDDEN.search(text, start, end), _LEFT_OUT.match(text, start, end), _ALL_OF_TWO.match(text, start, end),
            _WRITTEN.match(text, start, end), _HELPED.match(text, start, end), _THERE.search(text, start, end),
            _FIRMS_DO.search(text, start, end), _LOOKED_AT.match(text, start, end), _CALLED.match(text, start, end),
            _WITHIN.match(text, start, end), _LAID_OUT.search(text, start, end), _WITH_OTHERS.match(text, start, end), _GOES_ON.match(text, start, end),
        )
    )  # fmt: skip
