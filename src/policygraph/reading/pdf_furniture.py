"""What a page carries that is not the plan's: running heads and feet, page numbers, watermarks.

What stands at one place on most pages is furniture, and so is a first or last line that only counts: — 11 —, 第 3 页 共 20 页.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from policygraph.reading.pdf_lines import Line, lines
from policygraph.reading.pdf_pages import Character, Page

_PAGE_NUMBER = re.compile(
    r"[-—–―─·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，]?\s*共?\s*\d{1,4}(?:\s*页)?)?[-—–―─·•\s]*"
)
_FEWEST_PAGES = 3
_EDGE_LINES = 3


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], str]:
    """`pages` without what recurs on them and without their numbers; and the words of a watermark, if there was one."""
    marks = _marks(pages)
    plain = [page._replace(characters=_without_marks(page, spots)) for page, spots in zip(pages, marks, strict=True)]
    edges = [_edges(page) for page in plain]
    times = Counter(key for lines_ in edges for key in {_key(line) for line in lines_})
    recurring = {key for key, n in times.items() if n >= _FEWEST_PAGES and n * 5 >= len(pages) * 2}
    kept = [_without_lines(page, lines_, recurring) for page, lines_ in zip(plain, edges, strict=True)]
    return kept, next((_printed(page, spots) for page, spots in zip(pages, marks, strict=True) if spots), "")


def _spot(character: Character) -> tuple[str, int, int]:
    return character.text, round(character.left), round(character.top)


def _marks(pages: Sequence[Page]) -> list[set[tuple[str, int, int]]]:
    """For each page, the spots whose large type stands on most pages: a watermark, over text or table alike."""
    sizes = [c.size for page in pages for c in page.characters]
    if len(pages) < _FEWEST_PAGES or not sizes:
        return [set() for _ in pages]
    large = median(sizes) * 1.5
    spots = [{_spot(c) for c in page.characters if c.size > large} for page in pages]
    times = Counter(spot for each in spots for spot in each)
    return [{spot for spot in each if times[spot] >= max(_FEWEST_PAGES, 0.6 * len(pages))} for each in spots]


def _without_marks(page: Page, marks: set[tuple[str, int, int]]) -> list[Character]:
    return [c for c in page.characters if _spot(c) not in marks] if marks else page.characters


def _printed(page: Page, marks: set[tuple[str, int, int]]) -> str:
    return "".join(c.text for c in page.characters if _spot(c) in marks).strip()


def _edges(page: Page) -> list[Line]:
    """The first and last lines of a page, as far as they stand in its upper or lower seventh."""
    upper, lower = page.height / 7, page.height * 6 / 7
    head = lines((c for c in page.characters if c.bottom < upper), page.number)
    foot = lines((c for c in page.characters if c.top > lower), page.number)
    return head[:_EDGE_LINES] + foot[-_EDGE_LINES:]


def _key(line: Line) -> tuple[str, int]:
    """What makes a line the same from page to page: its words without figures, and how high it stands."""
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.middle / 8)


def _without_lines(page: Page, edges: Sequence[Line], recurring: set[tuple[str, int]]) -> Page:
    outermost = (min(edges, key=_top, default=None), max(edges, key=_top, default=None))
    numbers = [line for line in outermost if line is not None and _PAGE_NUMBER.fullmatch(line.text.strip())]
    gone = numbers + [line for line in edges if _key(line) in recurring]
    if not gone:
        return page
    kept = [
        c
        for c in page.characters
        if not any(line.top - 0.5 <= c.top and c.bottom <= line.bottom + 0.5 for line in gone)
    ]
    return page._replace(characters=kept)


def _top(line: Line) -> float:
    return line.top
