"""Laboratories and centres of the nation by their fields, which share what closes or opens their list.

建设|氢能、机器人|等一批国家级重点实验室, 支持国家|新型显示、医疗器械|等创新中心提升能力: one for each field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.edges import lead_length
from policygraph.find.project_parts import Part, ProjectMention, project

_ITEM = "[^，；、（）“”]{2,16}(?:（[^（）]{1,4}）)?"
_LIST = re.compile(f"(?P<fields>{_ITEM}(?:、{_ITEM})+)$")
_SO_MANY = r"(?:一批|\d+[个家]|[一二两三四五六七八九十]+[个大家])?"
_CENTRE = re.compile(
    rf"等{_SO_MANY}(?P<what>(?P<nation>国家级?)?(?:重点|制造业|工程技术|工程|技术|产业|企业|临床医学)*(?:实验室|研究中心|创新中心|工程中心|技术中心))"
)
_BUILT = re.compile("建设|打造|组建|筹建|创建|布局|推进|推动|支持|提升|优化|加快|争创|建成")
_WHO = re.compile(
    "企业|高校|院校|院所|单位|机构|园区|平台|政府|部门|学校|医院"
)  # 支持企业、高校等|建设: who builds, no fields
_FIELD = re.compile("[^、]+")
_LONGEST = 160  # no list of fields is longer


def fields(part: Part) -> list[ProjectMention]:
    """The centres of a list of fields, where the part says that they are built or made better."""
    centre = _CENTRE.search(part.text, part.start, part.end)
    if centre is None or _BUILT.search(part.text, part.start, part.end) is None:
        return []
    ahead = max(part.start, centre.start() - _LONGEST)
    listed = _LIST.search(part.text, ahead, centre.start())
    if listed is None or _WHO.search(listed["fields"]):
        return []
    words = part.text[listed.start() : centre.start()]
    lead = lead_length(words)
    ahead_of_all = words.startswith("国家", lead)  # 支持|国家|新型显示、医疗器械等创新中心
    if not (centre["nation"] or ahead_of_all):
        return []
    begin = listed.start() + lead + 2 * ahead_of_all
    return list(_each(part, begin, centre, "国家" if not centre["nation"] else ""))


def _each(part: Part, begin: int, centre: re.Match[str], whose: str) -> Iterator[ProjectMention]:
    for field in _FIELD.finditer(part.text, begin, centre.start()):
        name = whose + part.clean.words(*field.span()) + part.clean.words(*centre.span("what"))
        yield project(part, field.start(), centre.end(), name)
