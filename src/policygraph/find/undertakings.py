"""One part of a sentence → the projects that it names, by the first reading that fits.

A name in quotes that is founded or changed (推动“…全国重点实验室”重组); somebody who does something (`project_doers`); names in a row
(`project_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.clean import Clean
from policygraph.find.edges import lead_length
from policygraph.find.organizations import CompanyMention
from policygraph.find.project_anchors import bears_quoted_name
from policygraph.find.project_doers import done, next_doer, object_name, predicate
from policygraph.find.project_facilities import facilities, may_name_facilities
from policygraph.find.project_lines import lines
from policygraph.find.project_owned import owned
from policygraph.find.project_parts import Item, Part, ProjectMention, items_of, project
from policygraph.find.project_rows import named
from policygraph.find.project_undone import undone
from policygraph.find.project_unlisted import may_be_named

_FORBIDDEN = re.compile(r"禁止|避免|防止|严禁|不得|不再|不符合|严控|严格控制|限制|杜绝|遏制")
# 除甲、乙等项目外: what is left out; 甲水库、乙水库等湖库以及|丙湾等海域的污染治理: what is done to all of two sorts
_NO_NAMES = re.compile(
    r"除(?![险尘湿臭磷氮硫雪冰铁锰氟草杂垢霾盐])[^，；]*外$|.*等(?:湖库|水库|水体|河流|流域|湖泊)以及"
)
_FOUNDS = re.compile(r"建立|建设|打造|创建|组建|筹建|申建|设立|成立")
_FOUNDS_OWN = re.compile(r"(?:建设|打造|建成|开通|开行|上线|做强|推出|创建)(?=“)")
_COMPLETED = re.compile(
    r"\d{4}年(?:\d{1,2}月)?(?:底|末)?(?:前|之前)?(?:建成投运|建成投用|建成启用|建成运行|建成|上线运行|上线|投运|启用)"
    r"(?P<name>(?:国家|全国|全省|全市|全区|全县)[^，。；、的（）\d]{4,24}?(?:平台|中心|实验室|系统))(?=[，。；、（]|$)"
)
# 市级健康惠民工程包括|市血液中心、…
_INCLUDES = re.compile(r"[^，、；]{0,24}?(?:主要)?(?:包括|包含|涵盖)(?=[^，；]*、)")
# A公司在甲镇建设X、|在乙镇建设Y
_NEXT_PLACE = re.compile(r"、(?=在(?!建)[^、，；]{2,16}?(?:建设|打造|新建|布局|设立|建立))")
_LEANING = re.compile("(?P<on>(?:依托|利用|借助|围绕|发挥)[^，；]{2,}?)(?=建设|打造|布局|组建|创建)")
_QUOTED = re.compile(
    r"“(?P<name>[^“”]{6,40}?(?:中心|实验室|平台|基地|工程|项目|园区|研究院|试验区|示范区))”"
    r"(?P<work>重组|建设|创建|组建|改造|升级)?"
)


def undertakings(part: Part) -> list[ProjectMention]:
    """The projects that one part of a sentence names."""
    if not (part.anchors or part.titled or may_be_named(part) or may_name_facilities(part)):
        return []
    if _FORBIDDEN.search(part.text, part.start, part.end) or _NO_NAMES.match(part.text, part.start, part.end):
        return []
    quoted = list(_quoted(part))
    if quoted:
        return quoted
    anchors = tuple(a for a in part.anchors if part.start <= a.start and a.end <= part.end)
    part = part._replace(anchors=anchors)
    listing = _INCLUDES.match(part.text, part.start, part.end)
    if listing and not any(a.start < listing.end() for a in anchors):
        part = part._replace(start=listing.end())
    at_each = lines(part) or facilities(part)
    if at_each:
        return at_each
    begin = part.start + lead_length(part.text[part.start : part.end])
    items = items_of(part, min([begin, *(a.start for a in anchors)]))
    found = _by_readings(part, items)
    found = [*found, *owned(part, found)] if anchors else found
    return found or _with_help_of(part)


def _by_readings(part: Part, items: Sequence[Item]) -> list[ProjectMention]:
    """The first of the readings that gives anything."""
    doing = predicate(part, items)
    if doing is None:
        return undone(part) or named(part, items) or list(_own_named(part)) or list(_completed(part))
    other = next_doer(part, items[doing[0] + 1 :])
    if other is not None:
        return [*undertakings(part._replace(end=other - 1)), *undertakings(part._replace(start=other))]
    place = _NEXT_PLACE.search(part.text, doing[1].end(), part.end)
    if place:
        first = undertakings(part._replace(end=place.start()))
        second = undertakings(part._replace(start=place.end()))
        owner = first[0].owners[0] if first and first[0].owners else None
        return [*first, *(with_owner(part.clean, second, owner) if owner else second)]
    return done(part, items, *doing) or list(_own_named(part))


def _with_help_of(part: Part) -> list[ProjectMention]:
    """依托沿线楼宇|打造湛江湾航运服务集聚区: what is built, where what it leans on is no owner of it."""
    match = _LEANING.match(part.text, part.start, part.end)
    return undertakings(part._replace(start=match.end("on"))) if match else []


def with_owner(clean: Clean, found: Sequence[ProjectMention], owner: CompanyMention) -> list[ProjectMention]:
    """`found` as projects of `owner` too, who is named before them."""
    name = clean.words(owner.start, owner.end)
    return [
        replace(p, name=p.name if name in p.name else name + p.name, owners=(owner, *p.owners))
        for p in found
        if owner not in p.owners
    ]


def _completed(part: Part) -> Iterator[ProjectMention]:
    """2025年建成|全省交通碳排放监测平台: there is one of it, and a year by which it stands."""
    match = _COMPLETED.search(part.text, part.start, part.end)
    if match:
        yield project(part, *match.span("name"), part.clean.words(*match.span("name")))


def _own_named(part: Part) -> Iterator[ProjectMention]:
    """打造|“越乡水岸”精品民宿集群: what is founded bears a name of its own in quotes."""
    for match in _FOUNDS_OWN.finditer(part.text, part.start, part.end):
        words = object_name(part.text[match.end() : part.end].split("等")[0])
        if bears_quoted_name(words):
            yield project(part, part.start, part.end, part.printed(match.end(), words))
            return


def _quoted(part: Part) -> Iterator[ProjectMention]:
    """建立“贵阳市新能源汽车产业技术创新中心”: in quotes, behind a verb that founds it or before one that changes it."""
    for match in _QUOTED.finditer(part.text, part.start, part.end):
        if match["work"] or _FOUNDS.search(part.text, max(part.start, match.start() - 2), match.start()):
            name = part.clean.words(*match.span("name")) + (match["work"] or "")
            yield project(part, match.start("name"), match.end(), name)
