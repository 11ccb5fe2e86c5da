"""Many names in one pass over a text: 贵州省六盘水市 is found once, as its longest name, leftmost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind


class Matcher:
    """An automaton over `names`; empty names are left out. Fold names and text alike before you come here."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if name))
        self._automaton = AhoCorasick(self.names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each (start, end, name) in `text`, left to right, none overlapping, the longest name at each place."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self.names[index]
