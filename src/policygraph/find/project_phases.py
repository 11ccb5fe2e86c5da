"""Phases of one undertaking: 建设人才公寓，|一期480套年底交付，|二期择机启动 are two projects, each with the name of the whole.

Phases in a bracket or of something else (完成一期云平台部署) belong to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policygraph.clean import Clean
from policygraph.find.project_parts import ProjectMention
from policygraph.find.works import capacity

_PHASE = re.compile(
    r"(?:(?<=[，；、])|^)(?:适时|择机|尽快|力争|同步|有序|加快|启动|建设|实施|推进|谋划)*"
    r"(?P<phase>[一二三四]期)(?:工程|项目|建设)?(?=\d|[月适择尽力同启建投完开已计预拟用，；、。于将]|年|$)"
)
_BY_PHASES = re.compile(r"分[两二三四]期(?:建设|实施|推进)?")
_OWN_PHASE = re.compile(r"(?:（[^（）]*）|[一二三四]期(?:工程|项目)?)+$")


def _phases(clean: Clean, a: int, b: int, whole: ProjectMention) -> list[ProjectMention]:
    """The phases of `whole` that the part [a, b) behind it names."""
    base = _OWN_PHASE.sub("", whole.name)
    spans = list(_PHASE.finditer(clean.text[a:b]))
    ends = [*(match.start() for match in spans[1:]), b - a][: len(spans)]
    return [
        replace(
            whole, start=a + match.start(), end=a + end, name=base + match["phase"],
            capacity=capacity(clean.text, a + match.start(), a + end),
        )
        for match, end in zip(spans, ends, strict=True)
    ]  # fmt: skip


def with_phases(clean: Clean, found: Sequence[ProjectMention], a: int, b: int) -> list[ProjectMention]:
    """`found`, the projects of the sentence up to [a, b), with the phases of the last of them that [a, b) names."""
    *before, whole = found
    more = _phases(clean, a, b, whole)
    first = bool(more) and more[0].name.endswith("一期") and not whole.name.endswith("期")
    return [*before, *([] if first else [whole]), *more]


def names_phase(text: str, a: int, b: int) -> bool:
    """Whether a part opens with a phase or says that there are some: 二期择机启动, 分两期实施."""
    return _PHASE.match(text[a:b]) is not None or _BY_PHASES.fullmatch(text, a, b) is not None
