"""The word lists of `loaders/gazetteers/aims.yml` and `commitments.yml` as lookups: which listed word begins or ends here.

稳定在 is one of the words that stand right before a number; in 森林覆盖率稳定在|55% it ends at the bar, so it is found in
one step by its length, however long the list is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Any

from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of

_CHOICE = re.compile(r"\(([^)]*)\)")


def spellings(word: str) -> list[str]:
    """What an entry stands for: (提高|降)到 is 提高到 and 降到."""
    pieces = _CHOICE.split(word)
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    return ["".join(parts) for parts in product(*choices)]


class Words:
    """Listed words, asked for at a place in a text; the longest one counts."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.words = frozenset(word for entry in entries for word in spellings(entry))
        self._lengths = sorted({len(word) for word in self.words}, reverse=True)

    def before(self, text: str, end: int, start: int = 0) -> int:
        """Where the word begins that ends at `end`; `end` itself where none does."""
        for length in self._lengths:
            if length <= end - start and text[end - length : end] in self.words:
                return end - length
        return end

    def after(self, text: str, start: int = 0) -> int:
        """Where the word ends that begins at `start`; `start` itself where none does."""
        for length in self._lengths:
            if text[start : start + length] in self.words:
                return start + length
        return start

    def run_before(self, text: str, end: int, start: int = 0) -> int:
        """Where a run of such words begins that ends at `end`."""
        while (begin := self.before(text, end, start)) < end:
            end = begin
        return end

    def run_after(self, text: str, start: int = 0) -> int:
        """Where a run of such words ends that begins at `start`."""
        while (end := self.after(text, start)) > start:
            start = end
        return start


def pattern(entries: Iterable[str]) -> str:
    """A regular expression's source for any of the words of the entries, the longest first."""
    return one_of(word for entry in entries for word in spellings(entry))


@cache
def listed(book: str, *path: str) -> tuple[str, ...]:
    """The entries of one list of a gazetteer, by its path: aims, before_number, reach."""
    entry: Any = gazetteer(book)
    for key in path:
        entry = entry[key]
    return tuple(entry["words"] if isinstance(entry, dict) else entry)


@cache
def words(book: str, *path: str) -> Words:
    """The same list as a lookup."""
    return Words(listed(book, *path))
