"""The pages of a PDF as characters with boxes and as straight rules. The one module that knows pypdfium2.

Coordinates are points (1/72 inch) from the upper left of the page as it is read: a page on its side is turned upright, and what
stands askew on it (a watermark) is left out. 二号 type is 22 points, 三号 16.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from policygraph.errors import DataError

GAP = "\u2009"
"""Stands where two characters are set apart without a blank between them."""
_MOST_RULES = 4000
_THIN = 3.0
_REASONS = {"password": "locked with a password: save a copy without one"}


class Character(NamedTuple):
    """One printed character and its box: `left`, `top`, `right`, `bottom`."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of its box, about its type size."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way between its top and bottom."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight line: across if `across`, else down; at `at`, from `start` to `end`."""

    across: bool
    at: float
    start: float
    end: float


class Page(NamedTuple):
    """One page; `unknown` counts the characters that no one can tell, `pictures` the images on it.

    `askew` is what stands askew on it.
    """

    number: int
    width: float
    height: float
    characters: list[Character]
    rules: list[Rule]
    unknown: int = 0
    pictures: int = 0
    broken: bool = False
    askew: str = ""


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document in `data`; `DataError` where it can't be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        reason = next((words for key, words in _REASONS.items() if key in str(error).lower()), None)
        raise DataError(
            reason or "broken: no PDF that can be opened: get the file again, or print it to PDF anew"
        ) from None
    if not count:
        raise DataError("a PDF without pages")
    with document:
        yield document


def pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """The pages, in order; a broken one comes empty and marked as such."""
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            yield Page(number, 0, 0, [], [], broken=True)
            continue
        try:
            yield _page(page, number)
        except pypdfium2.PdfiumError:
            yield Page(number, 0, 0, [], [], broken=True)
        finally:
            page.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    left, bottom, right, top = page.get_bbox()
    text = page.get_textpage()
    try:
        drawn = list(_drawn(text))
    finally:
        text.close()
    angle = Counter(quarter for *_, quarter in drawn if quarter is not None).most_common(1)
    quarter = (angle[0][0] if angle else 0) or 0
    turn = _Turn(quarter, left, bottom, right, top)
    known = [Character(c, *turn.box(*box)) for c, box, at in drawn if c and at == quarter]
    unknown = sum(1 for c, _, _ in drawn if not c)
    rules, pictures = _rules(page, turn)
    width, height = (right - left, top - bottom) if quarter % 2 == 0 else (top - bottom, right - left)
    askew = "".join(c for c, _, at in drawn if at != quarter and c != GAP)
    return Page(number, width, height, known, rules, unknown, pictures, askew=askew.strip())


class _Turn(NamedTuple):
    """How to turn a page upright whose text runs at `quarter` × 90°, clockwise (as pdfium measures it)."""

    quarter: int
    page_left: float
    page_bottom: float
    page_right: float
    page_top: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the file stands from the upper left."""
        if self.quarter == 1:
            return self.page_top - y, self.page_right - x
        if self.quarter == 2:
            return self.page_right - x, y - self.page_bottom
        if self.quarter == 3:
            return y - self.page_bottom, x - self.page_left
        return x - self.page_left, self.page_top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box as left, top, right, bottom."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return min(a, c), min(b, d), max(a, c), max(b, d)


_Drawn = tuple[str, tuple[float, float, float, float], int | None]


def _drawn(text: pypdfium2.PdfTextPage) -> Iterator[_Drawn]:
    """Each visible character ("" if it can't be told), its box in the file's own coordinates, and its quarter turn or None."""
    box = pdfium.FS_RECTF()
    half = 0
    quarter: int | None = None
    for i in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if pdfium.FPDFText_IsGenerated(text, i) == 1:
            if code == 0x20 and box.top > box.bottom:  # no blank is drawn, but a gap
                yield GAP, (box.right, box.bottom, box.right + 0.01, box.top), quarter
            continue
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + (half - 0xD800) * 0x400 + (code - 0xDC00) if half else 0
            half = 0
        character = _character(code)
        if (
            character is None
            or not pdfium.FPDFText_GetLooseCharBox(text, i, ctypes.byref(box))
            or box.top <= box.bottom
        ):
            continue
        turns = pdfium.FPDFText_GetCharAngle(text, i) / (math.pi / 2)
        quarter = round(turns) % 4 if abs(turns - round(turns)) < 0.03 else None
        yield character, (box.left, box.bottom, box.right, box.top), quarter


def _character(code: int) -> str | None:
    """The character, "" where the font doesn't say which, None for what is not printed; ⽤ (a radical) is read as 用."""
    if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF:
        return ""
    character = chr(code)
    if unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.category(character).startswith(("C", "Z")):
        return None
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", character)
    return character


def _rules(page: pypdfium2.PdfPage, turn: _Turn) -> tuple[list[Rule], int]:
    """The straight lines drawn on the page, and how many pictures there are; none of the former where it is a drawing."""
    rules: list[Rule] = []
    pictures = 0
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        rules += _rules_of(item, turn)
        if len(rules) > _MOST_RULES:
            return [], pictures
    return rules, pictures


def _rules_of(item: pypdfium2.PdfObject, turn: _Turn) -> Iterator[Rule]:
    """The rules of one path: the edges of what is stroked, and what is filled and thin."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    for points in _subpaths(item, turn):
        across = max(x for x, _ in points) - min(x for x, _ in points)
        down = max(y for _, y in points) - min(y for _, y in points)
        if min(across, down) <= _THIN:
            yield from _edges(
                [
                    (min(x for x, _ in points), min(y for _, y in points)),
                    (max(x for x, _ in points), max(y for _, y in points)),
                ]
            )
        elif stroke.value:
            yield from _edges(points)


def _edges(points: list[tuple[float, float]]) -> Iterator[Rule]:
    for (a, b), (c, d) in pairwise(points):
        if abs(b - d) <= _THIN and abs(a - c) > abs(b - d):
            yield Rule(True, (b + d) / 2, min(a, c), max(a, c))
        elif abs(a - c) <= _THIN and abs(b - d) > abs(a - c):
            yield Rule(False, (a + c) / 2, min(b, d), max(b, d))


def _subpaths(item: pypdfium2.PdfObject, turn: _Turn) -> Iterator[list[tuple[float, float]]]:
    """The corners of each stretch of a path that is drawn in one go; a closed one comes back to its start."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(turn.point(*matrix.on_point(x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
