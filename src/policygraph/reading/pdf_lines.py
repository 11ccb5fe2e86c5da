"""Characters put together as printed lines: PM₂.₅ with its small figures is one line, 2023 年 keeps its blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from policygraph.reading.pdf_pages import GAP, Character


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, its box, its type size, and its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int

    @property
    def middle(self) -> float:
        """Half-way between its top and bottom."""
        return (self.top + self.bottom) / 2


def lines(characters: Iterable[Character], page: int) -> list[Line]:
    """The lines that `characters` make up, from the top."""
    return [line for group in _groups(characters) if (line := _line(group, page))]


def _groups(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Characters whose middles are less than half their size apart stand on one line; the tallest gives the measure."""
    group: list[Character] = []
    tallest: Character | None = None
    for each in sorted(characters, key=lambda c: (c.middle, c.left)):
        if tallest is not None and each.middle - tallest.middle > 0.45 * max(tallest.size, each.size):
            yield group
            group, tallest = [], None
        group.append(each)
        if tallest is None or each.size > tallest.size * 1.05:
            tallest = each
    if group:
        yield group


def _line(group: Sequence[Character], page: int) -> Line | None:
    """The line of a group, None where it holds only blanks."""
    inked = sorted((c for c in group if not c.text.isspace()), key=lambda c: c.left)
    if not inked:
        return None
    size = median(c.size for c in inked)
    words: list[str] = []
    above: Character | None = None
    gap = False
    for each in sorted(group, key=lambda c: c.left):
        if each.text == GAP:
            gap = True
            continue
        if above is not None:
            if each.text == above.text and each.left - above.left < 0.25 * size:
                continue  # drawn twice to look bold
            words.append(" " if _is_blank(above, each, size, gap=gap) else "")
        words.append(each.text)
        above, gap = each, False
    return Line(
        " ".join("".join(words).split()), inked[0].left, min(c.top for c in inked), max(c.right for c in inked), max(c.bottom for c in inked),
        size, page,
    )  # fmt: skip


def _is_blank(above: Character, each: Character, size: float, *, gap: bool) -> bool:
    """Whether a blank stands between two characters; the sliver that programs put between 年 and 2025 is none."""
    if " " in (above.text, each.text):
        return False
    wide = each.left - above.right
    if wide < 0.15 * size and not gap:
        return False
    kinds = [_script(c.text[0]) for c in (above, each)]
    if kinds == ["latin", "latin"]:
        return True
    return wide > 0.9 * size or (gap and wide > 0.2 * size and kinds == ["han", "han"])


def _script(character: str) -> str:
    if not character.isalnum():
        return ""
    return "latin" if character.isascii() else "han"
