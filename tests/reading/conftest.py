"""The plans that the readers are tried on: those that ship, those of the gold standard, and the four in POLICYGRAPH_PLANS."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.reading.facts import Facts, facts
from tests.reading.render import Piece, pieces

from policygraph import resources
from policygraph.extract import extract
from policygraph.model import PlanRecord, Source
from policygraph.reading import read
from policygraph.reading.pdf_pages import opened, pages

_GOLD = Path(__file__).parents[1] / "gold"
_AS_PAGES = ("prefwrap", "provsaving", "ministrydata")  # broken into lines as a page shows them, sentences or cells


@cache
def source_of(path: Path) -> Source:
    return read(path)


@cache
def record_of(path: Path) -> PlanRecord:
    return extract(source_of(path))


@cache
def facts_of(path: Path) -> Facts:
    return facts(record_of(path))


@cache
def pieces_of(path: Path) -> list[Piece]:
    return pieces(source_of(path))


@cache
def _has_chinese_font() -> bool:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas.setFont("STSong-Light", 16)
    canvas.drawString(100, 700, "；")
    canvas.save()
    with opened(stream.getvalue()) as document:
        return any(page.characters for page in pages(document))


def needs_chinese_font() -> None:
    """Skips where no font can draw what a PDF only names: pdfium drops a sign that stands alone then, and text on its side."""
    if _has_chinese_font():
        return
    if os.environ.get("CI") == "true":
        pytest.fail("a Chinese font is missing: install fonts-noto-cjk")
    pytest.skip("no Chinese font (fonts-noto-cjk) is installed")


def sample() -> Path:
    return resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt"


def gold() -> list[Path]:
    """The annotated plans, every second one: each file format takes a while, and the layouts recur."""
    return sorted(path for path in _GOLD.glob("*.txt") if path.stem not in _AS_PAGES)[::2]


def plans() -> list[Path]:
    folder = os.environ.get("POLICYGRAPH_PLANS")
    return [sample(), *(sorted(Path(folder).glob("*.txt")) if folder else [])]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`plan`: each plan in full; `gold_plan`: each of the gold standard."""
    if "gold_plan" in metafunc.fixturenames:
        metafunc.parametrize("gold_plan", gold(), ids=lambda path: path.stem)
    if "plan" in metafunc.fixturenames:
        found: list[object] = list(plans())
        if not os.environ.get("POLICYGRAPH_PLANS"):
            reason = "POLICYGRAPH_PLANS names no folder with the four plans"
            found.append(pytest.param(sample(), marks=pytest.mark.skip(reason=reason), id="the-four"))
        metafunc.parametrize("plan", found, ids=lambda path: path.parent.name if path.stem == "plan" else path.stem[:3])
