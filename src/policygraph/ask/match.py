"""Which question is meant: 贵阳哪个部门牵头最多的任务 is duties/most-leads with the region 贵阳市.

A question fits where its concepts are those of one of the heads' wordings, it asks for the same thing, every name has a
parameter and every parameter that must be filled is. One fit is an answer; none or several are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from policygraph.ask.catalogue import Catalogue, Entity
from policygraph.ask.mentions import Mention
from policygraph.ask.words import Reading, folded, read
from policygraph.model import ROLES
from policygraph.questions import Question, questions

_SLOT = re.compile(r"“?\{\w+\}”?(?:年)?")
_WORDS = ("topic", "words")
_CONTEXT = ("plan", "region", "place")


@dataclass(frozen=True, slots=True)
class Fit:
    """A question that says what was asked, with the parameters that its names give; `literal` ranks a closer wording."""

    question: Question
    given: Mapping[str, Any]
    names: Mapping[str, str]
    literal: int


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that may mean several things that the question could be asked of."""

    words: str
    options: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording of a head: its concepts without names, what it asks for, and whether it needs a role."""

    concepts: frozenset[str]
    focus: str | None
    role: bool
    text: str


@cache
def wordings() -> tuple[tuple[Question, tuple[_Wording, ...]], ...]:
    """The wordings of every question of the library."""
    return tuple(
        (each, tuple(_wording(each, text) for text in (each.zh, each.en, *each.asks))) for each in questions().values()
    )


def _wording(question: Question, text: str) -> _Wording:
    reading = read(_SLOT.split(folded(text)))
    concepts = reading.concepts - set(ROLES) if question.parameter("role") else reading.concepts
    return _Wording(concepts, reading.focus, "{role}" in text, text)


def fits(reading: Reading, mentions: Sequence[Mention], known: Catalogue) -> list[Fit | Ambiguous]:
    """The questions that say the same as `reading` with these names, the closest wordings only."""
    found = [
        fit for question, known_as in wordings() for fit in [_fit(question, known_as, reading, mentions, known)] if fit
    ]
    sure = [fit for fit in found if isinstance(fit, Fit)]
    best = max((fit.literal for fit in sure), default=0)
    return [fit for fit in sure if fit.literal == best] or found[:1]


def _fit(
    question: Question, wordings: Sequence[_Wording], reading: Reading, mentions: Sequence[Mention], known: Catalogue
) -> Fit | Ambiguous | None:
    by_role = bool(question.parameter("role"))
    concepts = reading.concepts - set(ROLES) if by_role else reading.concepts
    roles = reading.roles if by_role else ()
    if len(roles) > 1 or (reading.basis and not question.parameter("basis")):
        return None
    same = [each for each in wordings if each.focus == reading.focus and _same(each, concepts, bool(roles))]
    if not same:
        return None
    given: dict[str, Any] = {"role": roles[0]} if roles else {}
    if reading.basis:
        default = question.parameter("basis")[0].default if reading.more_basis else []
        given["basis"] = list(dict.fromkeys([*default, *reading.basis]))
    names = _filled(question, mentions, known, given, located="located" in concepts)
    if names is None or isinstance(names, Ambiguous):
        return names
    if any(each.required and each.name not in given for each in question.parameters):
        return None
    return Fit(question, given, names, len(concepts) + (len(reading.roles) if not by_role else 0))


def _same(wording: _Wording, concepts: frozenset[str], role: bool) -> bool:
    """Whether the concepts agree; a wording that speaks of tasks by its role alone (X牵头什么) needs one."""
    thin = wording.role and not wording.concepts & {"task", "target", "project"}
    return wording.concepts == concepts and (role or not thin)


def _filled(
    question: Question, mentions: Sequence[Mention], known: Catalogue, given: dict[str, Any], *, located: bool
) -> dict[str, str] | Ambiguous | None:
    """Puts each mention into a parameter of `given`; the names by parameter, None where one has no place."""
    names: dict[str, str] = {}
    context = _homes(mentions, known)
    for mention in sorted(mentions, key=lambda each: not any(option.kind in _CONTEXT for option in each.options)):
        free = [each for each in question.parameters if each.name not in given]
        if mention.kind:
            kinds = _WORDS if mention.kind == "words" else (mention.kind,)
            slot = next((each for each in free if each.kind in kinds), None)
            if slot is None:
                return None
            given[slot.name], names[slot.name] = mention.value, str(mention.value)
            continue
        fitting = [
            (slot, option) for slot in free for option in mention.options if _takes(slot.kind, option, known, located)
        ]
        fitting = [pair for pair in fitting if pair[0] is fitting[0][0]]
        near = [pair for pair in fitting if pair[1].home in context]
        chosen = near if len(near) == 1 else fitting
        if not chosen:
            if _redundant(mention, mentions, known):
                continue
            return None
        if len(chosen) > 1:
            return Ambiguous(mention.words, tuple(option for _, option in chosen))
        slot, option = chosen[0]
        given[slot.name], names[slot.name] = option.id, option.name
    return names


def _takes(kind: str, option: Entity, known: Catalogue, located: bool) -> bool:
    """Whether a parameter of this kind takes the thing; an area that has plans is a place only where 位于 is said."""
    if option.kind == "region":
        covered = bool(known.plans_of(option.id))
        return kind == "region" if covered and not located else kind == "place"
    return kind == option.kind


def _homes(mentions: Sequence[Mention], known: Catalogue) -> set[str]:
    """The areas that the question itself names, by plan or region: 市生态环境局 is a body of one of them."""
    options = [each for mention in mentions for each in mention.options if len(mention.options) == 1]
    return {each.home for each in options if each.kind == "plan"} | {
        each.name for each in options if each.kind == "region"
    }


def _redundant(mention: Mention, mentions: Sequence[Mention], known: Catalogue) -> bool:
    """Whether the region says no more than a plan or body beside it: 贵阳市 in 贵阳市的《贵阳贵安…方案》."""
    regions = [each for each in mention.options if each.kind == "region"]
    homes = {each.home for other in mentions for each in other.options if each.kind in ("plan", "department")}
    return any(each.name in homes for each in regions)


def nearest(reading: Reading, mentions: Sequence[Mention], text: str) -> list[Question]:
    """The three questions whose wordings share most with what was asked: rare concepts count more."""
    kinds = {option.kind for mention in mentions for option in mention.options}
    scored = [(max(_likeness(reading, each, text) for each in found) + 0.3 * _room(question, kinds), question.name, question)
              for question, found in wordings()]  # fmt: skip
    return [question for _, _, question in sorted(scored, key=lambda each: (-each[0], each[1]))[:3]]


def _room(question: Question, kinds: set[str]) -> float:
    """How many of the names' kinds the question has a parameter for, from 0 to 1, less where one must be filled and isn't."""
    taken = {each.kind for each in question.parameters}
    lacking = sum(each.required and each.kind not in kinds for each in question.parameters)
    return len(kinds & taken) / len(kinds) - lacking if kinds else -float(lacking)


def _likeness(reading: Reading, wording: _Wording, text: str) -> float:
    both = _weight(reading.concepts & wording.concepts)
    either = _weight(reading.concepts | wording.concepts)
    ours, theirs = _pairs(text), _pairs(folded(wording.text))
    letters = len(ours & theirs) / max(1, len(ours | theirs))
    return (both / either if either else 0.0) + 0.2 * (reading.focus == wording.focus) + 0.3 * letters


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


@cache
def _weights() -> Mapping[str, float]:
    """How much a concept tells: the logarithm of how few questions have it."""
    sets = [frozenset[str]().union(*(each.concepts for each in found)) for _, found in wordings()]
    return {
        concept: math.log(1 + len(sets) / sum(concept in each for each in sets)) for concept in frozenset().union(*sets)
    }


def _weight(concepts: Iterable[str]) -> float:
    return sum(_weights().get(each, 1.0) for each in concepts)


def with_words(pieces: Sequence[str], mentions: Sequence[Mention]) -> Iterator[tuple[Reading, list[Mention]]]:
    """The question again with a stretch of its words taken as words to look for: 绿色建筑 in 谁负责绿色建筑; longest first."""
    spans = [(at, start, end) for at, piece in enumerate(pieces) for start, end in _stretches(piece)]
    for at, start, end in sorted(spans, key=lambda each: (each[1] - each[2], each)):
        words = pieces[at][start:end]
        inner = read([words])
        if not inner.unknown or inner.asks:
            continue
        around = [*pieces[:at], pieces[at][:start], pieces[at][end:], *pieces[at + 1 :]]
        reading = read(around)
        topical = reading.concepts & {"appear", "project", "responsible", "lead"}
        if topical and not reading.unknown and not reading.beyond:
            yield reading, [*mentions, Mention(words, kind="words", value=words)]


def _stretches(piece: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[\u4e00-\u9fff0-9a-z.]+", piece):
        for start in range(match.start(), match.end()):
            for end in range(start + 2, min(match.end(), start + 16) + 1):
                if re.match(r"[\u4e00-\u9fff]", piece[start]) and re.match(r"[\u4e00-\u9fff]", piece[end - 1]):
                    yield start, end
