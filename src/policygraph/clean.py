r"""Source text ↔ clean text, offsets both ways, never lost.

Clean text is what every finder reads: simplified characters, one form of each bracket, comma and dash, no hard line
breaks, no page furniture (— 11 —), no white space but "\n" between paragraphs, "\t" between the cells of a row and
"\v" between the lines of a cell. Each of its characters knows the offset in the source that it was read from, so that
`words(start, end)` gives back what is printed there.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass

from policygraph.lines import lines_of, without_furniture
from policygraph.model import Span
from policygraph.stacked import in_rows
from policygraph.wrapping import wrap_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of clean text that the author wrote as one; `gap` counts the blank lines above it."""

    start: int
    end: int
    gap: int


@dataclass(frozen=True, slots=True)
class Clean:
    """The clean text of a source, with the road back."""

    text: str
    source: str
    offsets: array[int]
    paragraphs: tuple[Paragraph, ...]

    def of(self, paragraph: Paragraph) -> str:
        """The words of a paragraph in clean text."""
        return self.text[paragraph.start : paragraph.end]

    def span(self, start: int, end: int) -> Span:
        """Where the clean stretch [start, end) stands in the source; it may hold line breaks and page numbers there."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1) if end > start else Span(0, 0)

    def words(self, start: int, end: int) -> str:
        """The clean stretch [start, end) as printed: in its own script and brackets, white space and noise left out."""
        if end <= start:
            return ""
        first, last = self.offsets[start], self.offsets[end - 1]
        whole = last - first == end - start - 1  # nothing was left out
        printed = self.source[first : last + 1] if whole else self._letters(start, end)
        if whole and "\n" in printed and self.text.find("\t", start, end) >= 0:
            printed = self._letters(start, end)
        return printed.replace("\n", "").replace("\r", "") if "\n" in printed or "\r" in printed else printed

    def _letters(self, start: int, end: int) -> str:
        """The characters printed for the stretch; a line break in a cell (<br>) is none, one between cells a tab."""
        clean = self.text[start:end]
        if "\t" not in clean and "\v" not in clean:
            return "".join([self.source[at] for at in self.offsets[start:end]])
        signs = zip(clean, map(self.source.__getitem__, self.offsets[start:end]), strict=True)
        return "".join(
            [sign if sign == "\t" and printed in "\r\n" else printed for sign, printed in signs if sign != "\v"]
        )

    def forms(self, start: int, end: int) -> dict[int, str]:
        """For each character of the clean stretch that is printed otherwise, digits aside, how: {ord("单"): "單"}."""
        if self._is_verbatim(start, end):
            return {}
        pairs = zip(self.text[start:end], map(self.source.__getitem__, self.offsets[start:end]), strict=True)
        otherwise = [(c, printed) for c, printed in pairs if printed != c]
        return {ord(c): printed for c, printed in otherwise if c != "\n" and not c.isdigit() and not printed.isspace()}

    def _is_verbatim(self, start: int, end: int) -> bool:
        """Whether the source prints the clean stretch [start, end) just so."""
        return start >= end or self.source.startswith(self.text[start:end], self.offsets[start])

    def gaps(self, start: int, end: int) -> list[int]:
        """The places in (start, end) before which something was left out: white space, a line break, a page number."""
        offsets = self.offsets
        if end - start < 2 or offsets[end - 1] - offsets[start] == end - 1 - start:
            return []
        return [i for i in range(start + 1, end) if offsets[i] - offsets[i - 1] > 1]

    def spaced(self, index: int) -> bool:
        """Whether white space on one line stands before the character at `index`: 市财政局 市科技局."""
        if index <= 0 or index >= len(self.offsets):
            return False
        between = self.source[self.offsets[index - 1] + 1 : self.offsets[index]]
        return bool(between) and between.isspace() and "\n" not in between

    def opens_line(self, index: int) -> bool:
        """Whether the character at `index` is the first of a printed line, be it within a paragraph."""
        return index == 0 or "\n" in self.source[self.offsets[index - 1] + 1 : self.offsets[index]]

    def at(self, offset: int) -> int:
        """The index in the clean text of the first character read from `offset` in the source or after it."""
        return bisect_left(self.offsets, offset)


def clean(source: str) -> Clean:
    """Reads `source` once and returns its clean text. Any text will do, the empty one too."""
    lines = without_furniture(list(lines_of(source)))
    wrap = wrap_of(lines)
    characters: list[str] = []
    offsets: array[int] = array("q")
    paragraphs: list[Paragraph] = []
    for cells in in_rows(lines, wrap):
        if offsets:
            characters.append("\n")
            offsets.append(min(offsets[-1] + 1, len(source) - 1))
        start = len(offsets)
        for i, cell in enumerate(cells):
            if i:
                characters.append("\t")
                offsets.append(min(offsets[-1] + bool(cells[i - 1]), len(source) - 1))
            for line in cell:
                characters.append(line.text)
                for begin, end in line.kept:
                    offsets.extend(range(begin, end))
        paragraphs.append(Paragraph(start, len(offsets), next((cell[0].gap for cell in cells if cell), 0)))
    return Clean("".join(characters), source, offsets, tuple(paragraphs))
