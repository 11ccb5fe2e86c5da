"""How alike two clauses are, and why: 推进建材行业协同增效 here and there share 推进建材行业协同增效, 水泥, 熟料 ….

Title and text are each a set of character pairs, weighted by how rare the pair is among the clauses compared
(ln(1 + N/df)). Titles are compared by the cosine. Texts by the geometric mean of the cosine and of the part of the
shorter one that the other holds too, since one plan's paragraph is another's sentence. The likeness is the weighted
mean of both; every shared run of characters has its part in it, and the parts of all runs add up to the whole.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policygraph.audit.facts import ClauseFact
from policygraph.script import simplified

_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z0-9.%]+")
# (市发展改革委、市生态环境局等按职责分工负责): who has the task says nothing of what it is.
_TOLD = 0.005
_DUTIES = re.compile(
    r"[（(][^（()）]*(?:[（(〔][^（()）]*[)）〕][^（()）]*)*(?:负责|牵头|配合|落实|单位)[^（()）]*[)）]"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A clause as compared: its runs of letters and, by pair of characters, nothing but that it has it."""

    title: tuple[str, ...]
    text: tuple[str, ...]

    def pairs(self, part: str) -> frozenset[str]:
        """The character pairs of "title" or "text"."""
        runs = self.title if part == "title" else self.text
        return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 1; `terms` are the shared runs of characters with their part of the score, the heaviest first."""

    score: float
    terms: tuple[tuple[str, float], ...]

    def explained(self, most: int) -> str:
        """The heaviest terms on one line: 建材行业 0.21、水泥 0.08."""
        return "、".join(f"{term} {part:.2f}" for term, part in self.terms[:most] if part >= _TOLD)


def profile(clause: ClauseFact) -> Profile:
    """What is compared of a clause: its title, and its text without title and duty list."""
    title, text = clause.title or "", _DUTIES.sub("", clause.text or "")
    return Profile(_runs(title), _runs(text.replace(title, "", 1) if title else text))


def _runs(words: str) -> tuple[str, ...]:
    return tuple(run for run in _WORDS.findall(simplified("".join(words.split()))) if len(run) > 1)


class Measure:
    """Compares the clauses that it was made of; a class because the weights of the pairs belong to all of them."""

    def __init__(self, clauses: Iterable[ClauseFact], *, title_weight: float, by_title: float) -> None:
        """`by_title` is the least likeness of clauses of which only the titles can be compared."""
        self._by_title = by_title
        self._profiles = {clause.id: profile(clause) for clause in clauses}
        self._share = {"title": title_weight, "text": 1 - title_weight}
        self._pairs = {part: {id_: each.pairs(part) for id_, each in self._profiles.items()} for part in self._share}
        self._weights = {part: _weights(list(held.values())) for part, held in self._pairs.items()}
        self._lengths = {
            part: {id_: self._length(part, pairs) for id_, pairs in held.items()} for part, held in self._pairs.items()
        }

    def _length(self, part: str, pairs: Iterable[str]) -> float:
        return math.sqrt(sum(self._weights[part][pair] ** 2 for pair in sorted(pairs)))

    def score(self, a: str, b: str) -> float:
        """The likeness of two clauses by id, without the reasons."""
        return round(sum(self._parts(part, a, b)[0] for part in self._share), 6)

    def alike(self, a: str, b: str, least: float) -> bool:
        """Whether two clauses reach `least`; titles alone, which are short and formulaic, must reach more."""
        has_text = self._pairs["text"][a] and self._pairs["text"][b]
        return self.score(a, b) >= (least if has_text else max(least, self._by_title))

    def likeness(self, a: str, b: str) -> Likeness:
        """The likeness with its reasons."""
        terms: defaultdict[str, float] = defaultdict(float)
        for part in self._share:
            _, unit, shared = self._parts(part, a, b)
            runs = self._profiles[a].title if part == "title" else self._profiles[a].text
            for run, pairs in _shared_runs(runs, shared):
                terms[run] += sum(self._weights[part][pair] ** 2 for pair in pairs) * unit
        ordered = sorted(terms.items(), key=lambda item: (-item[1], item[0]))
        return Likeness(self.score(a, b), tuple((term, round(part, 4)) for term, part in ordered))

    def _parts(self, part: str, a: str, b: str) -> tuple[float, float, frozenset[str]]:
        """(what this part gives to the score, what a squared weight of one pair gives, the shared pairs)."""
        shared = self._pairs[part][a] & self._pairs[part][b]
        short, long = sorted((self._lengths[part][a], self._lengths[part][b]))
        length = short * long if part == "title" else short * math.sqrt(short * long)
        unit = self._share_of(part, a, b) / length if length else 0.0
        return sum(self._weights[part][pair] ** 2 for pair in sorted(shared)) * unit, unit, shared

    def _share_of(self, part: str, a: str, b: str) -> float:
        """What both have counts: the title alone where a plan was loaded without its sentences, the text without titles."""
        both = {each: bool(self._pairs[each][a] and self._pairs[each][b]) for each in self._share}
        return self._share[part] if all(both.values()) else float(both[part])


def _weights(documents: Sequence[frozenset[str]]) -> Mapping[str, float]:
    counts = Counter(pair for pairs in documents for pair in pairs)
    return {pair: math.log(1 + len(documents) / count) for pair, count in counts.items()}


def _shared_runs(runs: Iterable[str], shared: frozenset[str]) -> Iterable[tuple[str, list[str]]]:
    """Stretches of `runs` all of whose pairs are shared, each with those pairs that no earlier stretch has counted."""
    seen: set[str] = set()
    for run in runs:
        start = 0
        while start < len(run) - 1:
            end = start
            while end < len(run) - 1 and run[end : end + 2] in shared:
                end += 1
            fresh = {run[at : at + 2] for at in range(start, end)} - seen
            if fresh:
                seen |= fresh
                yield run[start : end + 1], sorted(fresh)
            start = end + 1 if end == start else end
