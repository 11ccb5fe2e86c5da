"""Sentences and their parts: the stretches of clean text within which a year governs and an indicator is complete.

到2025年，建成5个园区；到2030年，…。 is one sentence of several parts; a bracket never ends a part. A text is cut into
sentences once; after that every question about a stretch of it is a lookup.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_SENTENCE = re.compile(r"[^。！？\n]+")
_END = frozenset("”’")
_STOPS = re.compile(r"[，；：\n（）]")
_BARE_STOP = re.compile(r"[，；：\n]")


@lru_cache(maxsize=2)
def _all(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of `text` begin and end; a closing quote behind a full stop belongs to neither."""
    begins, ends = [], []
    for match in _SENTENCE.finditer(text):
        begin, end = match.span()
        if begin and text[begin] in _END and text[begin - 1] != "\n":
            begin += 1
        if begin < end:
            begins.append(begin)
            ends.append(end)
    return begins, ends


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of [start, end), without their full stops."""
    begins, ends = _all(text)
    for i in range(max(0, bisect_right(begins, start) - 1), len(begins)):
        a, b = begins[i], ends[i]
        if a >= end:
            return
        if b > start:
            yield max(a, start), min(b, end)


def sentence_at(text: str, index: int, start: int, end: int) -> tuple[int, int]:
    """The sentence of [start, end) that holds the character at `index`."""
    begins, ends = _all(text)
    i = bisect_right(begins, index) - 1
    return max(begins[i], start), min(ends[i], end)


@lru_cache(maxsize=1024)  # the finders ask for those of one sentence in turn
def parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of a sentence between ，；： outside brackets."""
    bracketed = text.find("（", start, end) >= 0 or text.find("）", start, end) >= 0
    found: list[tuple[int, int]] = []
    depth, at = 0, start
    for match in (_STOPS if bracketed else _BARE_STOP).finditer(text, start, end):
        c = match[0]
        if c == "（":
            depth += 1
        elif c == "）":
            depth = max(0, depth - 1)
        elif not depth:
            if match.start() > at:
                found.append((at, match.start()))
            at = match.end()
    if at < end:
        found.append((at, end))
    return tuple(found)
