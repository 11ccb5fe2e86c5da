"""A part of a sentence with the names in it, cut into the items of its list: A公司|、B公司完成改造 are two.

What the readings of projects (`project_doers`, `project_rows`) share: parts, items, and the mention that comes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from policygraph.clean import Clean
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.works import capacity, is_thing, without_tail, work_end
from policygraph.lexicon.ordinary import proper_part

Anchor = CompanyMention | PlaceMention

# 316国道, 地铁13号线: a name of a road or a line is its number
NUMBERED = re.compile(
    r"(?:[一二三四五六七八九]|[内中外])环(?:线|路|快速路)|\d{1,3}[国省]道|[GS]\d{1,4}|(?:城市)?(?:地铁|轨道交通|轻轨)[A-Z]?\d{1,3}号?线|(?:城市)?(?:轨道交通|轨道|地铁)第?[一二三四五六七八]期|(?:轨道交通|市[域郊]铁路)(?!网|骨|干|支|沿|路|产|运|主|快|专|外|环|建|在|既|延)[一-鿿]{2,4}?线(?![路网上下])|机场(?:联络线|快线)|[东西南北][二三四五六]环(?:[线路]|快速路|高速)?|\d{1,2}号线"
)
_GROUP_OF = re.compile(r"[一-鿿]{2,10}?(?:旗下|所属|下属)的?")
# what may cut a list, and what keeps it from being cut
_MARKS = re.compile("[、和及与（）“”]")
# 7、8号机组: two of a plant in one item
_BETWEEN_NUMBERS = re.compile(
    r"(?:\d|(?<=\d)[#号])、\d{1,2}[#号]|年、20\d\d年|[一二三四五六七八九]、[一二三四五六七八九](?:、|号|海上)"
)
_TOGETHER = re.compile(
    "[^、，；与]{2,12}(?:企业|高校|院所|机构)(?:共建|合作|联合|共同)"
)  # A学院|与链上企业共建产业学院
_LONGEST = 80  # no name of a thing is longer
# what joins two names into one: 贵阳|至|成渝经济圈
_JOINT = re.compile(r"[至到与\-]?")
# what a bare name may carry: 金沙江|上游, 钟山|区
_CARRIED = re.compile(r"[至到\-和与县市区的]|[上中下]{1,2}游|沿线|流域|沿岸|两岸")


class Part(NamedTuple):
    """A part of a sentence, [start, end) of the clean text, with the companies and places named in it, in order.

    `own` is the name of the plan's own area, which alone anchors little; `titled` marks a title of a box, which needs
    no verb.
    """

    clean: Clean
    start: int
    end: int
    anchors: tuple[Anchor, ...]
    own: str | None = None
    titled: bool = False

    @property
    def text(self) -> str:
        """The clean text that the offsets belong to."""
        return self.clean.text

    def printed(self, begin: int, words: str) -> str:
        """`words`, read from the clean text at `begin` or behind it, as they are printed."""
        at = self.text.find(words, begin, self.end)
        return self.clean.words(at, at + len(words)) if at >= 0 else words


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """An undertaking as printed. `name` is its fullest name; `owners` and `places` are mentions in the sentence."""

    start: int
    end: int
    name: str
    owners: tuple[CompanyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    capacity: tuple[int, int] | None = None


class Item(NamedTuple):
    """One item of a list, with the names in it."""

    start: int
    end: int
    anchors: tuple[Anchor, ...]

    @property
    def last(self) -> int:
        """Where its last name ends."""
        return max((a.end for a in self.anchors), default=self.start)


def items_of(part: Part, begin: int) -> list[Item]:
    """From `begin` on, cut at 、 and at 和, 及 and 与 outside brackets and names, where a name or thing begins."""
    pairs = _in_pairs(part, begin)
    cuts = [at for at in _outside(part, begin) if _cuts(part, begin, at) and not (pairs and part.text[at] == "与")]
    bounds = [begin, *(at + 1 for at in cuts), part.end + 1]
    return [Item(a, b - 1, tuple(x for x in part.anchors if a <= x.start < b)) for a, b in pairwise(bounds)]


def _outside(part: Part, begin: int) -> Iterator[int]:
    """Where 、 和 及 与 stand from `begin` on, in no bracket, quote or name."""
    depth = 0
    bounds = [(a.start, a.end) for a in part.anchors if a.end > begin]
    for match in _MARKS.finditer(part.text, begin, part.end):
        c, at = match[0], match.start()
        depth += (c in "（“") - (c in "）”" and depth > 0)
        if not depth and not any(start <= at < end for start, end in bounds):
            yield at


def _in_pairs(part: Part, begin: int) -> bool:
    """甲区与A电厂、乙区与B电厂|供热联网: each item of the list is a pair."""
    items = part.text[begin : part.end].split("、")
    return len(items) > 1 and all(item.count("与") == 1 for item in items)


def _cuts(part: Part, begin: int, at: int) -> bool:
    c = part.text[at]
    if c == "、":
        return _BETWEEN_NUMBERS.match(part.text, at - 1, part.end) is None
    if c in "（）“”" or (c == "与" and _TOGETHER.match(part.text, at + 1, part.end)):
        return False
    group = _GROUP_OF.match(part.text, at + 1, part.end)  # 和|南方水泥旗下|广德南方水泥有限公司
    first = group.end() if group else at + 1
    begins = any(a.start == first for a in part.anchors) or NUMBERED.match(part.text, at + 1) is not None
    return begins or _joins_things(part.text, begin, at, part.end)


def _joins_things(text: str, begin: int, at: int, end: int) -> bool:
    """和 between two whole things: 一期项目及|扩能项目, not 石漠化综合治理和生物多样性保护工程."""
    left = text[max(begin, text.rfind("、", begin, at) + 1, at - _LONGEST) : at]
    right = re.split("[、，]", text[at + 1 : end], maxsplit=1)[0]
    if _done_alike(left, without_tail(right)) or (right.startswith("各") and is_thing(left)):
        return True
    return (
        is_thing(left)
        and is_thing(without_tail(right).removesuffix("功能"))
        and not right.startswith(("配套", "附属", "相关", "外输", "送出"))
    )


def _done_alike(left: str, right: str) -> bool:
    """静安公园改造|和|不夜城绿地改造: the same is done to each."""
    done = work_end(left)
    return bool(done) and len(left) - len(done) > 2 and len(right) - len(done) > 2 and work_end(right) == done


def chain_end(part: Part, item: Item) -> int:
    """Where the names that open an item end: 陇东-山东|±800千伏特高压直流工程."""
    end = item.anchors[0].end
    for anchor in item.anchors[1:]:
        if not _JOINT.fullmatch(part.text, end, anchor.start):
            break
        end = anchor.end
    return end


def is_bare(part: Part, item: Item) -> bool:
    """Whether an item is nothing but names: 盘州, 陇东-山东, 金沙江上游."""
    rest = part.text[item.start : item.end]
    for anchor in item.anchors:
        rest = rest.replace(part.text[anchor.start : anchor.end], "", 1)
    return bool(item.anchors) and not _CARRIED.sub("", rest)


def is_proper(words: str) -> bool:
    """Whether no everyday word covers any of `words`: 滕王阁."""
    return proper_part(words) == (0, len(words))


def of_company(item: Item) -> bool:
    """Whether a company, plant or institute stands in an item."""
    return any(isinstance(anchor, CompanyMention) for anchor in item.anchors)


def project(part: Part, start: int, end: int, name: str, items: Sequence[Item] = ()) -> ProjectMention:
    """The project `name` at [start, end), with the owners and places of `items`, or of its own words without any."""
    own = [a for a in part.anchors if start <= a.start < end]
    anchors = [a for item in items for a in item.anchors] if items else own
    companies = tuple(a for a in anchors if isinstance(a, CompanyMention))
    owners = tuple(c for c in companies if c.kind != "plant") or companies
    places = tuple(a for a in anchors if isinstance(a, PlaceMention))
    reach = items[-1].end if items else end
    size = capacity(part.text, start, reach) or capacity(part.text, start, end)
    return ProjectMention(start, end, name.replace("\v", "").strip("，、：的"), owners, places, size)
