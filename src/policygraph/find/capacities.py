"""What named plants can do: 首台机组30万千瓦, 甲120万千瓦、乙180万千瓦等项目; each is a fact of a project, and no target."""

from __future__ import annotations

import re

from policygraph.find.quantities import Quantity

# 建成甲电站首台机组|30万千瓦: of one machine
_OF_ONE = re.compile("(?:首[台批期]|[一二三四1-9]号)[^，。；、\\d]{0,6}(?:机组|生产线|装置)$")
# 开工建设甲|120万千瓦|、乙180万千瓦等项目
_LISTED_WORKS = re.compile(
    r"(?:、[^，。；、\d]{2,14}\d[\d.]*[万亿]?[^，。；、\d]{1,6}){1,8}等[^，。；、]{0,8}(?:项目|工程|机组|电站|电厂)"
)
# 关停A电厂|2台|30万千瓦机组
_OF_PLANT = re.compile(r"(?:电厂|公司|集团|[^工]厂)(?:南厂|北厂|东厂|西厂)?(?:\d+[台座条]共?|各|共)?$")
_UNITS_OF_PLANT = re.compile(r"[^，。；、]{0,16}?(?:机组|锅炉|高炉|转炉|焦炉|烧结机|生产线|熟料线|窑)")


def is_of_plant(text: str, first: Quantity, part: int, ahead: str, behind: str, *, predicate: bool) -> bool:
    """Whether `first` says how big a plant is; its part begins at `part`, `predicate`: the words say that it is reached."""
    if _OF_PLANT.search(ahead) and _UNITS_OF_PLANT.match(behind):
        return True
    if predicate or first.counts:
        return False
    adds = text.startswith(("新增", "净增"), part)  # 新增风电50万千瓦、光伏80万千瓦等项目
    return _OF_ONE.search(ahead) is not None or (not adds and _LISTED_WORKS.match(behind) is not None)
