"""Everyday words against names: in 望川抽水蓄能电站 only 望川 is no everyday word, in 城市中水回用工程 nothing is.

The words stand in `ordinary.yml` by field; each list of patterns elsewhere that needs "any of these words" is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from policygraph.lexicon import gazetteer
from policygraph.lexicon.choices import any_of

_JOINTS = frozenset("的了与和及等或在于为每各第")
_NO_WORD = re.compile(r"[^一-鿿A-Za-z]+")


@cache
def _words() -> frozenset[str]:
    return frozenset(word for field in gazetteer("ordinary").values() for word in field["words"].split())


@cache
def _longest() -> int:
    return max(map(len, _words()))


@cache
def _openings() -> frozenset[str]:
    """The first two signs of every word: the cheap test of whether any begins at a place."""
    return frozenset(word[:2] for word in _words())


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first: 产业园区 before 产业园."""
    return any_of(map(re.escape, words))


@lru_cache(maxsize=65536)
def proper_part(words: str) -> tuple[int, int] | None:
    """The first stretch of `words`, two characters or more, that no everyday word covers: (0, 2) in 望川抽水蓄能电站."""
    bare = uncovered(words)
    at = 0
    for i in range(len(words) + 1):
        if i < len(words) and bare[i]:
            continue
        start, end = at, i
        while start < end and words[start] in _JOINTS:
            start += 1
        while end > start and words[end - 1] in _JOINTS:
            end -= 1
        if end - start >= 2:
            return start, end
        at = i + 1
    return None


def opens_proper(words: str) -> bool:
    """Whether a stretch that no everyday word covers opens `words`: 望川|抽水蓄能电站, not 新|望川大道."""
    own = proper_part(words)
    return own is not None and own[0] == 0


def uncovered(words: str) -> list[bool]:
    """For each character of `words` whether it lies outside every everyday word, covering as many as can be covered."""
    size = len(words)
    best = [0] * (size + 1)  # the most characters covered from i on
    step = [1] * (size + 1)
    known, longest = _words(), _longest()
    for i in range(size - 1, -1, -1):
        best[i] = best[i + 1] + bool(_NO_WORD.match(words[i]))
        for length in range(2, min(longest, size - i) + 1):
            if words[i : i + length] in known and best[i + length] + length >= best[i]:
                best[i], step[i] = best[i + length] + length, length
    bare = [True] * size
    i = 0
    while i < size:
        if step[i] > 1:
            bare[i : i + step[i]] = [False] * step[i]
        elif _NO_WORD.match(words[i]):
            bare[i] = False
        i += step[i]
    return bare


def is_ordinary(words: str) -> bool:
    """Whether everyday words and joints make up all of `words`: 城市中水回用工程."""
    return proper_part(words) is None


def hides(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is no word of its own: 合肥 within 复合肥, 南通 across 西南 and 通道."""
    known, longest, openings = _words(), _longest(), _openings()
    left = right = False
    for begin in range(max(0, start - longest + 1), end):
        if text[begin : begin + 2] not in openings:
            continue
        for stop in range(max(begin + 2, start + 1), min(len(text), begin + longest) + 1):
            if text[begin:stop] not in known:
                continue
            before, behind = begin < start, stop > end
            if (before and stop >= end) or (behind and begin <= start):
                return True
            left, right = left or before, right or behind
    return left and right
