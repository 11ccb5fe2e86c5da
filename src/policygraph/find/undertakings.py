"""One part of a sentence → the projects that it names, by the first reading that fits.

A name in quotes that is founded or changed (推动“…全国重点实验室”重组); somebody who does something (`project_doers`); names in a row
(`project_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from policygraph.find.edges import lead_length
from policygraph.find.project_doers import done, next_doer, predicate
from policygraph.find.project_parts import Part, ProjectMention, items_of, project
from policygraph.find.project_rows import may_be_named, named

_FORBIDDEN = re.compile(r"禁止|严禁|不得|不再|不符合|严控|严格控制|限制|杜绝|遏制")
_FOUNDS = re.compile(r"建立|建设|打造|创建|组建|筹建|申建|设立|成立")
_QUOTED = re.compile(
    r"“(?P<name>[^“”]{6,40}?(?:中心|实验室|平台|基地|工程|项目|园区|研究院|试验区|示范区))”"
    r"(?P<work>重组|建设|创建|组建|改造|升级)?"
)


def undertakings(part: Part) -> list[ProjectMention]:
    """The projects that one part of a sentence names."""
    if not (part.anchors or part.titled or may_be_named(part)) or _FORBIDDEN.search(part.text, part.start, part.end):
        return []
    quoted = list(_quoted(part))
    if quoted:
        return quoted
    anchors = tuple(a for a in part.anchors if part.start <= a.start and a.end <= part.end)
    part = replace(part, anchors=anchors)
    begin = part.start + lead_length(part.text[part.start : part.end])
    items = items_of(part, min([begin, *(a.start for a in anchors)]))
    doing = predicate(part, items)
    if doing is None:
        return named(part, items)
    other = next_doer(part, items[doing[0] + 1 :])
    if other is not None:
        return [*undertakings(replace(part, end=other - 1)), *undertakings(replace(part, start=other))]
    return done(part, items, *doing)


def _quoted(part: Part) -> Iterator[ProjectMention]:
    """建立“贵阳市新能源汽车产业技术创新中心”: in quotes, behind a verb that founds it or before one that changes it."""
    for match in _QUOTED.finditer(part.text, part.start, part.end):
        if match["work"] or _FOUNDS.search(part.text, max(part.start, match.start() - 2), match.start()):
            name = part.clean.words(*match.span("name")) + (match["work"] or "")
            yield project(part, match.start("name"), match.end(), name)
