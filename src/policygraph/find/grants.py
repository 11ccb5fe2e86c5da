"""Money that a plan grants, and prices: 每户最高补贴500元 grants; 争取上级资金5亿元, 售价不超过35元/千克 grant nothing."""

from __future__ import annotations

import re

from policygraph.find.quantities import Quantity

# 每户补贴500元, 奖励10万元, 单个项目最高200万元
_GRANT = re.compile(
    r"给予|奖励|奖补|补助|补贴|资助|罚款|处以|贴息|一次性|支持资金|配套资金|引导资金|专项资金|补偿|减免|退还|额度|单户|单笔|单项|单个|注册资本|首期规模|基金规模|共需|统筹资金|(?:市级|省级|县级|区级|财政|预算)(?:财政)?安排|(?:最高|最多|不超过)[^，。；]{0,8}元|罚金|每[人户亩台辆吨家个斤公村千][^，。；]{0,6}元"
)
# 终端售价不超过35元/千克 grants nothing
_PRICED = re.compile(r"(?:价|价格|成本|费用|造价)(?:分别|平均|均)?(?:$|[^，。；]{0,8}(?:不超过|最高))")
_PER_HEAD = re.compile(r"元/(?:人|户|亩|台|辆|吨|家|个|公斤|斤|千瓦时)")  # unless a measure 达到 it
# 单座驿站补助不超过3万元且需面积不低于|60平方米
_ON_CONDITION = re.compile("(?:补助|补贴|奖励|奖补)[^，。；]{2,20}且")
_IN_BRACKETS = re.compile("（[^（）\\d]*）")  # 售价（含补贴）|降至35元/公斤
_GOES_ON = re.compile("(?:原则上)?(?:最高)?(?:不超过|不高于)(?:合同|项目|总额|总投资|实际)")
_SHARE_GRANTED = re.compile("给予|补贴|贴息|补助|奖励|奖补|补偿|减免")
# 争取上级补助资金|5亿元以上: what comes in is no grant of the plan's
_WON = re.compile(r"(?:争取|引进|到位|撬动)[^，。；\d]{0,14}资金(?:不少于|超过|达到?)?$")
# 市财政每年|安排专项资金1亿元: a promise, not a grant
_BUDGETED = re.compile(r"每年[^，。；]{0,8}安排[^，。；]*$")


def is_granted(text: str, first: Quantity, last: Quantity, part: tuple[int, int], *, predicate: bool) -> bool:
    """Whether the quantities from `first` to `last` of a part say what is paid; `predicate`: the words say that it is reached."""
    if "元" not in last.unit and not last.share:
        return _ON_CONDITION.search(text, part[0], first.start) is not None
    begin = max(part[0], first.start - 24)
    if _GOES_ON.match(text, part[0], part[1]) and not predicate:  # …给予补助，|原则上不超过总额的30%
        begin = max(0, part[0] - 10)
    near = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), text[begin : min(part[1], last.end + 16)])
    if "（" in near[last.end - begin :]:
        near = near[: near.rindex("（")]  # 发放创业贷款6亿元（个人单笔最高30万元）
    if any(each.search(text, part[0], first.start) for each in (_WON, _BUDGETED)):
        return False
    if not last.share and _PRICED.search(text, part[0], first.start):
        return False
    per_head = not predicate and _PER_HEAD.search(last.unit) is not None
    return per_head or (_SHARE_GRANTED if last.share else _GRANT).search(near) is not None
