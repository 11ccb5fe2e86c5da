"""What makes an undertaking concrete: an owner, a plant, a place that is not the plan's own area, or a name of its own.

A plan for Guiyang that will 推进贵阳市绿色发展 names no project; 贵阳陆港型国家物流枢纽 is one all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Anchor, Item, Part, of_company
from policygraph.find.works import is_hollow, is_specific, is_thing, is_work, without_tail
from policygraph.lexicon.ordinary import proper_part

# what the plan's own area has many of: its name makes none of them concrete
_MANY = re.compile(r"(?:试点|示范|示范区|系统|通道|机组|园区|医院|学校)$")
# 国家农产品保鲜技术创新中心: there is one of it in the nation
_NATIONAL = re.compile(r"(?:国家|全国).{4,}(?:中心|实验室|平台|基地)")
# what areas do by the hundred and only a firm or a park does as a project of its own: 国家森林城市创建
_CAMPAIGN = re.compile("(?:创建|攻关)$")
# things that are too common to be named by a word that no list knows
_COMMON = ("项目", "工程", "装置", "机组")


def is_anchored(part: Part, anchors: Sequence[Anchor], words: str) -> bool:
    """Whether the names make `words` concrete.

    The plan's own area does so only for what is built, a river or an area only for what says what is done:
    息烽河|总磷污染治理, not 北盘江流域|综合治理.
    """
    places = [a for a in anchors if isinstance(a, PlaceMention)]
    if len(places) < len(anchors):
        return True
    others = _others(part, places)
    if _CAMPAIGN.search(words) and all(p.kind in ("basin", "admin") for p in places):
        return False
    if places and not others:
        return is_thing(words) and len(words) > 4 and not _MANY.search(words)
    if others and all(p.kind in ("basin", "admin") for p in others) and is_work(words) and not is_thing(words):
        return is_specific(words)
    return True


def _others(part: Part, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places that are neither the plan's own area nor joined to it: 贵安 in 贵阳贵安."""
    own = [p for p in places if _is_own(part, p)]
    joined = {p.end for p in own}
    return [p for p in places if p not in own and not (p.start in joined and p.kind == "admin")]


def _is_own(part: Part, place: PlaceMention) -> bool:
    if place.kind != "admin":
        return False
    words = part.text[place.start : place.end]
    area = place.area
    return words == part.own or (area is not None and (area.name == part.own or area.level == "province"))


def counts(part: Part, subject: Item, works: str) -> bool:
    """Whether `works` by that owner or at that place are a project."""
    bare = without_tail(works)
    if len(bare) < 2 or is_hollow(bare) or not (is_thing(bare) or is_work(bare)):
        return False
    if bare.endswith("攻关") and not any(
        isinstance(a, CompanyMention) and a.kind == "company" for a in subject.anchors
    ):
        return False  # what institutes do every day
    return of_company(subject) or is_anchored(part, subject.anchors, bare)


def bears_name(part: Part, item: Item, *, by_firms: bool = True) -> bool:
    """Whether what is built bears a name of its own: 建设|洛阳伊川果蔬预冷集配基地.

    A word that no list knows counts as a name only where companies build it (`by_firms`).
    """
    words = without_tail(part.text[item.start : item.end])
    if not is_thing(words) and not is_work(words):
        return False
    if _NATIONAL.fullmatch(words) or any(a.start - item.start <= 4 for a in item.anchors):
        return True
    if not by_firms or not is_thing(words) or len(words) < 6 or words.endswith(_COMMON):
        return False
    own = proper_part(words[:-2])
    return own is not None and own[0] == 0 and not re.search(r"[\d“]", words[:4])


def opens_with_company(item: Item) -> bool:
    """Whether an item begins with a company."""
    return bool(item.anchors) and item.anchors[0].start == item.start and isinstance(item.anchors[0], CompanyMention)
