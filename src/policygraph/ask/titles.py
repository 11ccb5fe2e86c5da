"""Plans by less than their title: 六盘水的节能减排方案 is 六盘水市“十四五”节能减排综合工作实施方案.

An abbreviation leaves characters out and adds none: it is read from its end, 方案, leftwards as long as some title, with
its area before it, holds the characters in that order.
"""

from __future__ import annotations

import re

from policygraph.ask.catalogue import Catalogue, Entity
from policygraph.ask.words import folded
from policygraph.lexicon.regions import area

PLAN_END = re.compile(r"(实施方案|工作方案|方案|计划|规划|\bplan)(?:[（(]?(?:征求意见稿|草案|draft)[)）]?)?")
_TAKEN = "\x00"


def abbreviated(words: str, end: re.Match[str], known: Catalogue) -> tuple[int, tuple[Entity, ...]]:
    """Where the abbreviation of a title that closes at `end` begins, and the plans that it may mean."""
    start, said = end.start(), ""
    kept: tuple[Entity, ...] = ()
    draft = "征求意见稿" in end[0] or "draft" in end[0] or "草案" in end[0]
    candidates = tuple(p for p in known.plans if not draft or p.id.endswith("(征求意见稿)"))
    at = end.start()
    while at > 0 and words[at - 1] not in _TAKEN:
        at -= 1
        if words[at] in ' 的之“”"':
            continue
        fitting = tuple(plan for plan in candidates if abbreviates(words[at] + said, plan))
        if not fitting:
            break
        start, kept, said = at, fitting, words[at] + said
    if len(said) < 2 or (len(kept) > 1 and area(said)):
        return end.start(), ()
    return start, kept


def abbreviates(said: str, plan: Entity) -> bool:
    """Whether the plan's title, its area before it, holds the characters of `said` in this order."""
    title = iter(folded(plan.home + plan.name))
    return all(char in title for char in said)


def titled(words: str, known: Catalogue) -> tuple[Entity, ...]:
    """Plans and documents whose title holds the words, where that is one title."""
    found = {each for form, entities in known.forms.items() if words in form for each in entities}
    kept = sorted((each for each in found if each.kind in ("plan", "document")), key=lambda each: each.id)
    return tuple(kept) if len({each.name for each in kept}) == 1 else ()
