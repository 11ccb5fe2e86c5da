"""Stretches of a text in order, none overlapping, asked by place: which one holds a character, which begin in a stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar


class Stretched(Protocol):
    """Whatever stands at [start, end)."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Stretched)


class Ordered(Generic[T]):
    """Things in the order in which they stand; every question is one bisection, however many there are."""

    def __init__(self, things: Iterable[T]) -> None:
        self.things: Sequence[T] = sorted(things, key=lambda thing: thing.start)
        self._starts = [thing.start for thing in self.things]

    def at(self, index: int) -> T | None:
        """The thing that holds the character at `index`."""
        i = bisect_right(self._starts, index) - 1
        return self.things[i] if i >= 0 and index < self.things[i].end else None

    def beginning_in(self, start: int, end: int) -> Sequence[T]:
        """The things that begin in [start, end)."""
        return self.things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def inside(index: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the character at `index` stands in any of `spans`, in whatever order they come."""
    return any(start <= index < end for start, end in spans)
