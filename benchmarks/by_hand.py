"""What we do by hand beside the library that could do it, on the annotated plans of tests/gold, which ship with us.

    pip install trafilatura lxml_html_clean charset-normalizer cn2an pdfplumber numpy
    PYTHONPATH=. python benchmarks/by_hand.py

docs/dependencies.md quotes what it prints. The libraries are no dependencies of PolicyGraph: only this comparison needs them.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TypeVar

import cn2an
import networkx
import opencc
import pdfplumber
import trafilatura
from charset_normalizer import from_bytes
from tests.reading import render

from policygraph import reading
from policygraph.errors import DataError
from policygraph.extract import extract
from policygraph.graph import build
from policygraph.model import Source
from policygraph.numbering import han_number
from policygraph.reading.encodings import decoded
from policygraph.reading.html import read as read_html
from policygraph.reading.pdf import read as read_pdf
from policygraph.render import department_network
from policygraph.render.forces import by_forces
from policygraph.sources import shipped

ROOT = Path(__file__).resolve().parents[1]
PLANS = [reading.read(path) for path in sorted((ROOT / "tests" / "gold").glob("*.txt"))]
T = TypeVar("T")
Place = dict[tuple[str, str], tuple[float, float]]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What `work` gives, and its seconds."""
    begin = time.perf_counter()
    return work(), time.perf_counter() - begin


def lines(source: Source) -> set[str]:
    """The distinct lines of a plan, tables cell by cell, without white space."""
    cells = {"".join(cell.split()) for line in source.text.splitlines() for cell in line.split("\t")}
    return {cell for cell in cells if len(cell) > 3}


def kept(plan: Source, text: str) -> tuple[int, int]:
    """(lines of the plan that stand in `text`, lines of the plan)."""
    squeezed = "".join(text.split())
    return sum(line in squeezed for line in lines(plan)), len(lines(plan))


def share(counts: list[tuple[int, int]]) -> str:
    """5 of 10 as a share."""
    right, whole = map(sum, zip(*counts, strict=True))
    return f"{right}/{whole} = {right / whole:.1%}"


def facts(text: str) -> set[tuple[object, ...]]:
    """The duties and targets of a text, each with the number and title of its clause."""
    record = extract(Source("plan", text, "text/plain", "utf-8", ""))
    place = {clause.id: (clause.number, clause.title) for clause in record.clauses}
    found: set[tuple[object, ...]] = {(place[a.clause], a.surface, a.role) for a in record.assignments}
    return found | {(place[t.clause], t.indicator, t.op, t.value, t.unit, t.year) for t in record.targets}


def articles() -> None:
    """The article of a web page: html.py beside trafilatura, by the facts that are then read from it."""
    sites = [render.page(render.pieces(plan), plan.name) for plan in PLANS]
    ours, our_time = timed(lambda: [read_html("a.html", site).text for site in sites])
    theirs, their_time = timed(
        lambda: [trafilatura.extract(site, include_tables=True, favor_recall=True) or "" for site in sites]
    )
    wanted = [facts(plan.text) for plan in PLANS]
    print(f"{sum(map(len, wanted))} facts of {len(sites)} plans on a web page")
    for name, texts, seconds in (("html.py", ours, our_time), ("trafilatura", theirs, their_time)):
        read = [facts(text) for text in texts]
        right = sum(len(want & have) for want, have in zip(wanted, read, strict=True))
        print(f"  {name:20} {right} right, {sum(map(len, read)) - right} wrong  {seconds:.1f} s")


def encodings() -> None:
    """The encoding of a text: encodings.py beside charset-normalizer, on stretches of plans, Big5 in traditional script."""
    traditional = opencc.OpenCC("s2t")
    for most in (200, 60, 20, 10):
        stretches = [
            plan.text[at : at + most] for plan in PLANS for at in range(0, len(plan.text), len(plan.text) // 6)
        ]
        texts = [(each, coding) for each in stretches for coding in ("gb18030", "utf-16-le", "utf-16-be", "utf-8")]
        texts += [(each, "big5hkscs") for each in map(traditional.convert, stretches) if _in_big5(each)]
        ours, our_time = timed(lambda held=texts: sum(_decoded(t.encode(c)) == t for t, c in held))
        theirs, their_time = timed(lambda held=texts: sum(str(from_bytes(t.encode(c)).best()) == t for t, c in held))
        print(f"of {len(texts)} texts of {most} characters decoded right: {ours} in {our_time:.2f} s, "
              f"charset-normalizer {theirs} in {their_time:.2f} s")  # fmt: skip


def _in_big5(text: str) -> bool:
    try:
        return bool(text.encode("big5hkscs"))
    except UnicodeEncodeError:
        return False


def _decoded(data: bytes) -> str | None:
    try:
        return decoded(data)[0]
    except DataError:
        return None


def layouts() -> None:
    """The department network of the plans that ship: forces.py beside networkx, in a picture of one size."""
    picture = department_network([build(record) for record in shipped()])
    keys = [(node.label, node.id) for node in picture.nodes]
    weights = {(tie.start, tie.end): float(str(tie.properties["tasks"])) for tie in picture.relationships}
    ours, our_time = timed(lambda: by_forces(keys, weights, reach=175.0))
    graph = networkx.Graph()
    graph.add_nodes_from(keys)
    graph.add_weighted_edges_from((start, end, weight) for (start, end), weight in weights.items())
    theirs, their_time = timed(lambda: networkx.spring_layout(graph, seed=1, scale=_radius(ours)))
    print(f"pairs of {len(keys)} departments nearer than 60 pixels, whose names then run into each other")
    for name, place, seconds in (("forces.py", ours, our_time), ("networkx", theirs, their_time)):
        near = sum((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 < 60**2 for a, b in combinations(place.values(), 2))
        print(f"  {name:20} {near}  {seconds:.2f} s")


def _radius(place: Place) -> float:
    return max(abs(each) for point in place.values() for each in point)


def numerals() -> None:
    """Chinese numerals from 1 to 9,999: numbering.py beside cn2an."""
    words = {n: cn2an.an2cn(n) for n in range(1, 10_000)}
    ours, our_time = timed(lambda: sum(han_number(each) == n for n, each in words.items()))
    theirs, their_time = timed(lambda: sum(cn2an.cn2an(each, "smart") == n for n, each in words.items()))
    print(f"numerals read: {ours} in {our_time:.2f} s, theirs {theirs} in {their_time:.2f} s")


def pages() -> None:
    """The text of PDF pages: pdf.py beside pdfplumber."""
    files = [render.paper(render.pieces(plan)) for plan in PLANS]
    ours, our_time = timed(lambda: [read_pdf("a.pdf", file).text for file in files])
    theirs, their_time = timed(lambda: [_plumbed(file) for file in files])
    print(f"lines of {len(files)} plans kept of a PDF")
    for name, texts, seconds in (("pdf.py", ours, our_time), ("pdfplumber", theirs, their_time)):
        print(f"  {name:20} {share([kept(p, t) for p, t in zip(PLANS, texts, strict=True)])}  {seconds:.1f} s")


def _plumbed(file: bytes) -> str:
    with pdfplumber.open(io.BytesIO(file)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


if __name__ == "__main__":
    for compared in (articles, encodings, layouts, numerals, pages):
        compared()
