"""What an outline is made of: headings that others stand under, annexes, and clauses with the boxes that belong to them."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.clean import Paragraph
from policygraph.tables import Row


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading that others stand under. Offsets are those of the clean text."""

    key: str
    number: str
    title: str
    parent: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annex:
    """附件1 and the lines of its title below: 重点项目表. Offsets are those of the clean text."""

    number: str
    title: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause as it stands in the clean text: its own words [start, end) and the boxes and tables that belong to it."""

    key: str
    number: str | None
    path: tuple[str, ...]
    title: str | None
    parent: str | None
    start: int
    end: int
    boxes: tuple[tuple[int, int], ...] = ()
    row: Row | None = None

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Its own words, without the boxes that stand among them, then its boxes."""
        own, at = [], self.start
        for start, end in self.boxes:
            if self.start <= start and end <= self.end:
                own.append((at, start))
                at = end
        own.append((at, self.end))
        return (*(each for each in own if each[0] < each[1]), *self.boxes)


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a text: headings and clauses in order; what stands before and after them is letterhead and signature."""

    headings: tuple[Heading, ...]
    units: tuple[Unit, ...]
    front: tuple[Paragraph, ...]
    back: tuple[Paragraph, ...]
