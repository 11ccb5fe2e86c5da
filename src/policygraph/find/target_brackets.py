"""Counts in a bracket that are aims as well: 新建公园9个（新城5个、其他区域4个）, 建成“1+5”（科学装置1个、试验区5个）布局.

The parts of a whole are proven by their sum, those of a plus sign by the numbers that it adds up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.find.quantities import Quantity
from policygraph.find.target_mentions import TargetMention

# 新城|5个, 试验区|5个
_NAMED = re.compile("(?<=[（、，；和及])(?!其中|含|包括)(?P<name>[^（）、，；。：\\d]{2,16}?)(?:约|为|共)?$")
_PLUS = re.compile("(?:建成|形成|打造|构建|建立|建设|创建)“(?P<sum>\\d+(?:\\+\\d+)+)(?:\\+N)?”$")


def counted_in_bracket(
    text: str, sentence: tuple[int, int], found: Sequence[Quantity], last: TargetMention | None
) -> Iterator[tuple[Quantity, int, str]]:
    """The quantities `found` in one bracket that count parts, each with where its name begins and what is counted."""
    opened = text.rfind("（", sentence[0], found[0].start) if found else -1
    named = [(each, _NAMED.search(text, max(opened, sentence[0]), each.start)) for each in found]
    if opened < 0 or not found[0].counts or not all(name for _, name in named):
        return
    whole = last.indicator if last and _is_whole(last, opened, found) else ""
    plus = _PLUS.search(text, sentence[0], opened)
    if whole or (plus and [float(each) for each in plus["sum"].split("+")] == [each.value for each in found]):
        for each, name in named:
            assert name is not None
            yield each, name.start("name"), name["name"] + whole


def _is_whole(last: TargetMention, opened: int, found: Sequence[Quantity]) -> bool:
    """Whether the number right before the bracket is the sum of those in it."""
    alike = all(each.unit == last.unit and not each.after for each in found)
    return last.end == opened and alike and len(found) > 1 and sum(each.value for each in found) == last.value
