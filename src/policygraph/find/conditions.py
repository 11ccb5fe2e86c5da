"""Numbers that only say when a rule applies: to whom a grant goes, what a recognition asks for, what starts an alarm.

有下列情形之一的，启动二级响应： and the items below it state conditions; so does 年纳税达到100万元以上，一次性给予20万元奖励.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

# 应当符合下列条件：, 出现以下情形之一的，启动Ⅱ级响应：; the list stands in the lines below
_LEAD = re.compile(
    r"(?:以下|下列|如下)(?:[一二两三四五六七八九十]个?|各项|各类|基本|申报|所有|任一|任意一[项种个]){0,2}(?:条件|情形|情况)[^。；\n]{0,40}(?:：|。)?(?=\n)"
)
# （1）, 1., ①, --: an item of such a list, and what it is numbered with
_ITEM = re.compile(
    r"(?P<han>（[一二三四五六七八九十]{1,3}）)|(?P<digit>（\d{1,2}）|\d{1,2}）)|(?P<dot>\d{1,2}[.、．])|(?P<ring>[①-⑳])|(?P<dash>-{1,2})"
)
# （二）配建标准。新建小区按…: a paragraph of rules, by its first words
_RULES = re.compile(
    r"(?:（?[\d一二三四五六七八九十]{1,3}[）.、．])?[^，。；：\n]{0,6}(?:(?:建设|配建|认定|申报|申请|奖励|补助|补贴|奖补|评定|评价|验收|准入|支持|扶持|享受|适用|实施|收费)(?:标准|条件|对象|范围|程序|流程|资格))[。：]"
)
# 一次性给予, 由县财政奖励, 按投资额的5%补助, 再奖励
_REWARDS = re.compile(
    r"(?:由|从|在)?[^，。；]{0,10}?(?:一次性|分别|再|另行?|额外|最高|每[家户人]|按[^，。；]{1,16}){0,4}(?:给予|予以|奖励|奖补|补助|补贴|资助)"
)


def in_condition(text: str, at: int) -> bool:
    """Whether the character at `at` stands in a list of conditions."""
    starts, ends = _lists(text)
    i = bisect_right(starts, at) - 1
    return i >= 0 and at < ends[i]


def in_rules(text: str, at: int) -> bool:
    """Whether the paragraph that the character at `at` stands in says by what rule things are done: 建设标准。…."""
    return _RULES.match(text, text.rfind("\n", 0, at) + 1) is not None


def is_rewarded(text: str, end: int) -> bool:
    """Whether the part behind `end` says what is paid for it: …达到100万元以上，|一次性给予20万元奖励."""
    return text.startswith("，", end) and _REWARDS.match(text, end + 1) is not None


@lru_cache(maxsize=2)
def _lists(text: str) -> tuple[list[int], list[int]]:
    """Where the lists of conditions begin, lead included, and where each ends."""
    spans = [(lead.start(), _end(text, lead.end())) for lead in _LEAD.finditer(text)]
    return [a for a, _ in spans], [b for _, b in spans]


def _end(text: str, at: int) -> int:
    """The end of the last line from `at` on that is numbered like the first."""
    sort: str | None = None
    while at < len(text):
        item = _ITEM.match(text, at + 1)
        if item is None or (sort and item.lastgroup != sort):
            return at
        sort = item.lastgroup
        line = text.find("\n", at + 1)
        at = line if line >= 0 else len(text)
    return at
