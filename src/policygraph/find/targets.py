"""Targets (目标值): what a clause commits to reach, by how much, until when.

单位地区生产总值能耗比2020年下降13%，力争完成14.5%的激励目标 gives two: firm 13 and aspired 14.5, both decrease, from 2020.
Every number with a unit is claimed here, or set aside by a named rule, or left over: see `Reading`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policygraph.clean import Clean
from policygraph.find.counted import names_class
from policygraph.find.quantities import DOWN, JOINTS, UP, Quantity, quantities
from policygraph.find.sentences import sentence_at
from policygraph.find.target_areas import under_areas
from policygraph.find.target_mentions import Reading, SetAside, Setting, TargetMention
from policygraph.find.target_sentence import TargetSentence
from policygraph.find.years import YearScope
from policygraph.spans import inside

__all__ = ["Reading", "SetAside", "Setting", "TargetMention", "read_targets"]

# “一网通办”; “人才总量达到2000名，贡献率达到40%” is no name, but what is to be reached
_QUOTED = re.compile(r"“(?![^”，\n]*(?:达到?|不[低高少]于)\d[^”，\n]*，)[^”\n]*”|《[^》\n]*》")
_THING = re.compile("的?[一-鿿]{2}")


def read_targets(clean: Clean, stretches: Sequence[tuple[int, int]], setting: Setting) -> Reading:
    """The targets in the stretches of one clause, and every other quantity with its reason."""
    reading = Reading()
    for start, end in stretches:
        found = quantities(clean.text, start, end)
        if not found:
            continue
        scope = YearScope(clean.text, start, end, aims=setting.aims)
        before = len(reading.targets)
        for span, numbers in _by_sentence(clean.text, start, end, found):
            sentence = TargetSentence(clean.text, span, scope, setting, reading)
            sentence.read(list(_rows(clean.text, _in_force(clean.text, numbers, setting, reading))))
        reading.targets[before:] = under_areas(clean.text, (start, end), reading.targets[before:])
    return reading


def _by_sentence(
    text: str, start: int, end: int, found: Sequence[Quantity]
) -> Iterator[tuple[tuple[int, int], list[Quantity]]]:
    """The quantities of a stretch, sentence by sentence."""
    at = 0
    while at < len(found):
        span = sentence_at(text, found[at].start, start, end)
        after = at + 1
        while after < len(found) and found[after].start < span[1]:
            after += 1
        yield span, list(found[at:after])
        at = after


def _in_force(text: str, found: Sequence[Quantity], setting: Setting, reading: Reading) -> Iterator[Quantity]:
    """`found` without what stands in a duty list, a title or a quotation."""
    starts, ends = _quoted(text)
    for quantity in found:
        if inside(quantity.start, setting.barred):
            continue
        i = bisect_right(starts, quantity.start) - 1
        if i < 0 or quantity.start >= ends[i]:
            yield quantity
        elif quantity.unit:
            reading.aside.append(SetAside(quantity.start, quantity.end, "within a name or quotation"))


@lru_cache(maxsize=2)
def _quoted(text: str) -> tuple[list[int], list[int]]:
    """Where titles and quotations begin and end."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    return [a for a, _ in spans], [b for _, b in spans]


def _rows(text: str, found: Iterator[Quantity]) -> Iterator[list[Quantity]]:
    """Quantities that stand in one row: 0.2825万吨、0.163万吨、0.271万吨."""
    row: list[Quantity] = []
    for quantity in found:
        apart = text.startswith("级", quantity.end) or names_class(text, quantity)
        apart = apart or (row != [] and _says_which(text, row[-1], quantity))
        joined = row != [] and (text[row[-1].end : quantity.start] in JOINTS or _told_twice(text, row[-1], quantity))
        if row and (apart or not joined):
            yield row
            row = []
        if row and text[row[-1].end] == "/":
            row[-1] = row[-1]._replace(after=row[-1].after or quantity.after)
        row.append(quantity)
    if row:
        yield row


def _told_twice(text: str, before: Quantity, quantity: Quantity) -> bool:
    """改造机组6台|120万千瓦|，: how many and how much, with nothing behind; not 12台60万千瓦机组, 3座220千伏."""
    beside = before.end == quantity.start and before.counts and not before.after
    beside = beside or text[before.end : quantity.start] == "/"  # 储能30万千瓦/|60万千瓦时|以上
    measure = not (quantity.counts or quantity.share or quantity.unit.endswith(("伏", "V")))
    return beside and measure and text[quantity.end : quantity.end + 1] in ("", *"，。；、\n）")


def _says_which(text: str, before: Quantity, quantity: Quantity) -> bool:
    """…比例达到85%、|30户以上|自然村: another unit, and a thing right behind it."""
    other = before.unit != quantity.unit and quantity.after in (*UP, *DOWN)
    return other and _THING.match(text, quantity.end) is not None
