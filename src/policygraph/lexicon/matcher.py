"""Many names in one pass over a text: 贵州省六盘水市 is found once, as its longest name, leftmost first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Matcher:
    """An automaton over `names`; empty names are left out. Fold names and text alike before you come here."""

    def __init__(self, names: Iterable[str], *, lasting: bool = True) -> None:
        """`lasting`: made once to read many texts fast; one for a single text is made fast."""
        self.names = tuple(dict.fromkeys(name for name in names if name))
        kind = Implementation.DFA if lasting else Implementation.NoncontiguousNFA
        self._automaton = AhoCorasick(self.names, matchkind=MatchKind.LeftmostLongest, implementation=kind)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each (start, end, name) in `text`, left to right, none overlapping, the longest name at each place."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self.names[index]


class Layers:
    """The same over several lists of names, each with an automaton of its own: a long one made once, short ones for each plan."""

    def __init__(self, *layers: Layer) -> None:
        self._layers = layers

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each (start, end, name) in `text`, as one `Matcher` over the names of all layers would find it."""
        every = sorted((start, -end, name) for layer in self._layers for start, end, name in layer.everywhere(text))
        at = 0
        for start, end, name in every:
            if start >= at:
                at = -end
                yield start, at, name


class Layer:
    """The names of one of the layers."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(name for name in names if name))
        self._automaton = AhoCorasick(self.names, matchkind=MatchKind.Standard)

    def everywhere(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each (start, end, name) in `text`, one within another too."""
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            yield start, end, self.names[index]
