"""The words of a question as concepts: 哪个部门牵头的任务最多 is {lead, task, most, department}, asked for: a department.

The words stand in `loaders/gazetteers/asking.yml`. Chinese is cut by the longest word of that list, English by the longest
wording, in the singular. What stands in no list is `unknown` and keeps a question from being answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.model import ROLES
from policygraph.script import simplified

NOUNS = frozenset(
    {"department", "task", "duty", "target", "indicator", "value", "commitment", "project", "company", "document", "plan",
     "section", "region", "year", "role", "basis", "owner", "name", "number", "date", "capacity", "baseline"}
)  # fmt: skip
_HAN = re.compile(r"[㐀-鿿]+")
_RUN = re.compile(r"[㐀-鿿]+|[a-z][a-z0-9.-]*|\d+(?:\.\d+)?|\x00")
_WORD = re.compile(r"[a-z]+")
_WITHIN = frozenset({"里", "中", "里面", "内", "里头", "当中"})
_KEPT = frozenset(
    {"does", "is", "was", "has", "this", "its", "as", "us", "always", "basis", "gas", "plus", "less", "versus", "yes"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question says apart from names.

    `focus` is the concept asked for, `roles` and `basis` are in the order of mention, `beyond` says why no library of
    facts can answer (cause, opinion …), `unknown` holds the words that stand in no list; `asks` is
    whether 哪个, 谁, which or the like is said.
    """

    concepts: frozenset[str]
    focus: str | None
    roles: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    more_basis: bool = False
    beyond: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    asks: bool = False


@dataclass(slots=True)
class _Token:
    """A word with the meanings that the lists give it; `?department` asks for a department."""

    words: str
    meanings: list[str] = field(default_factory=list)


@lru_cache(maxsize=65536)  # the names of a graph come again with each question
def folded(text: str) -> str:
    """`text` as all comparisons see it: simplified, lower case, English in the singular, quotes as “”."""
    words = simplified(text).casefold().replace("’", "'").replace("「", "“").replace("」", "”")
    words = re.sub(r"'s\b|\bmunicipal\b|\bmunicipality\b", "", words)
    words = re.sub(r'"([^"]*)"', r"“\1”", words)
    return _WORD.sub(lambda match: _singular(match[0]), words)


def _singular(word: str) -> str:
    if word in _KEPT or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


@cache
def _meanings() -> dict[str, list[str]]:
    """Every word and wording, folded → its meanings: concepts, which, ignored, basis:…, beyond:…."""
    lists = gazetteer("asking")
    found: dict[str, list[str]] = {}

    def add(words: Iterable[str], meanings: list[str]) -> None:
        for each in words:
            found[folded(str(each))] = meanings

    add(lists["ignored"], [])
    add(lists["basis_more"], ["more"])
    for concept, words in lists["concepts"].items():
        add(words, [concept])
    add(lists["which"], ["which"])
    for kind in ("basis", "beyond"):
        for name, words in lists[kind].items():
            add(words, [f"{kind}:{name}"])
    for wording, meanings in lists["wordings"].items():
        add([wording], list(meanings))
    return found


@cache
def _chinese() -> Matcher:
    return Matcher(sorted(word for word in _meanings() if _HAN.match(word)))


@cache
def _longest() -> int:
    return max(len(word.split()) for word in _meanings())


def read(pieces: Sequence[str]) -> Reading:
    """The reading of a question's words, in the stretches that names leave."""
    tokens: list[_Token] = []
    for piece in pieces:
        tokens += [*_tokens(piece), _Token("", ["slot"])]
    return _reading(tokens)


def _tokens(piece: str) -> list[_Token]:
    found: list[_Token] = []
    runs = [match[0] for match in _RUN.finditer(piece)]
    at = 0
    while at < len(runs):
        if _HAN.match(runs[at]):
            found += _cut(runs[at])
            at += 1
            continue
        for size in range(min(_longest(), len(runs) - at), 0, -1):
            words = " ".join(runs[at : at + size])
            if words in _meanings() or size == 1:
                found.append(_Token(words, _meanings().get(words, ["unknown"])))
                at += size
                break
    return found


def _cut(run: str) -> list[_Token]:
    """A run of Chinese as words of the lists and what is left between them."""
    found: list[_Token] = []
    at = 0
    for start, end, word in _chinese().find(run):
        if start > at:
            found.append(_Token(run[at:start], ["unknown"]))
        found.append(_Token(word, _meanings()[word]))
        at = end
    return [*found, _Token(run[at:], ["unknown"])] if at < len(run) else found


def _reading(tokens: Sequence[_Token]) -> Reading:
    said = [meaning for token in tokens for meaning in token.meanings]
    concepts = {
        each.lstrip("?") for each in said if ":" not in each and each not in ("which", "unknown", "slot", "more")
    }
    focus = _focus(tokens)
    if focus is None and "which" in said:
        concepts.add("what")
    basis = tuple(dict.fromkeys(each.partition(":")[2] for each in said if each.startswith("basis:")))
    beyond = [(e.partition(":")[2], t.words) for t in tokens for e in t.meanings if e.startswith("beyond:")]
    if len(concepts) == 2 and "tally" in concepts:
        concepts.discard("tally")
    return Reading(
        frozenset(concepts), focus, tuple(dict.fromkeys(each for each in said if each in ROLES)), basis,
        "more" in said and bool(basis), tuple(beyond), tuple(t.words for t in tokens if "unknown" in t.meanings),
        any(each == "which" or each.startswith("?") for each in said),
    )  # fmt: skip


def _focus(tokens: Sequence[_Token]) -> str | None:
    """The noun after which, 哪些 or in 谁; else the head: the last noun in Chinese (任务最多的部门), the first in English.

    方案里 says where and is no head.
    """
    nouns: list[tuple[str, bool]] = []
    asked = False
    for token in tokens:
        if token.words in _WITHIN and nouns:
            nouns.pop()
        for meaning in token.meanings:
            if meaning.startswith("?"):
                return meaning[1:]
            if meaning in NOUNS and asked:
                return meaning
            if meaning in NOUNS:
                nouns.append((meaning, bool(_HAN.match(token.words))))
            asked = meaning == "which" or (asked and meaning not in (*ROLES, "slot"))
    if not nouns:
        return None
    return nouns[-1][0] if nouns[-1][1] else nouns[0][0]
