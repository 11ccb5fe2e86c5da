"""How fast plans are read: the whole pipeline beside jieba's bare segmentation of the same text, and where the time goes.

    python benchmarks/pipeline.py [--repeat 5] [FILE ...]

Without files it reads the sample plan and the annotated plans of tests/gold. Three tables: MB/s of UTF-8 of both in the
same run; the time for one document of 37 KB, 370 KB and 3.7 MB, which should be a straight line; the share of each stage.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from policygraph import outline as outlines
from policygraph.clean import clean
from policygraph.extract import Known, extract
from policygraph.extract.duties import assignments
from policygraph.extract.facts import Reader
from policygraph.extract.opened import OpenPlan
from policygraph.find.citations import find_citations
from policygraph.find.commitments import Dates, find_commitments
from policygraph.find.duties import duty_lists
from policygraph.find.organizations import find_companies
from policygraph.find.places import find_places
from policygraph.find.projects import find_projects
from policygraph.find.targets import Setting, read_targets
from policygraph.model import Source
from policygraph.reading import read
from policygraph.tables import tables

ROOT = Path(__file__).resolve().parents[1]
SIZES = (37_000, 370_000, 3_700_000)
_OTHER_NUMBERS = re.compile(r"(?<![\d.])\d{2,3}(?=[.\d]*[%个万亿家])")
HAN = "一二三四五六七八九十"


def main() -> None:
    """Prints the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=5, help="runs, of which the fastest counts")
    options = parser.parse_args()
    sources = [read(path) for path in options.files or _plans()]
    extract(sources[0])  # gazetteers are loaded once, before the clock runs
    _compare(sources, options.repeat)
    _grow(sources, options.repeat)
    _stages(sources, options.repeat)


def _plans() -> list[Path]:
    return [*sorted((ROOT / "loaders/sources/sample").rglob("*.txt")), *sorted((ROOT / "tests/gold").glob("*.txt"))]


def _fastest(work: Callable[[], object], repeat: int) -> float:
    best = float("inf")
    for _ in range(repeat):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def _compare(sources: list[Source], repeat: int) -> None:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.lcut("单位地区生产总值能耗")
    megabytes = sum(len(source.text.encode()) for source in sources) / 1e6
    ours = theirs = float("inf")
    for _ in range(repeat):  # in turn, so that a busy machine slows both
        theirs = min(theirs, _fastest(lambda: [list(jieba.cut(source.text)) for source in sources], 1))
        ours = min(ours, _fastest(lambda: [extract(source) for source in sources], 1))
    print(f"{len(sources)} plans, {megabytes:.3f} MB of UTF-8, the fastest of {repeat} runs")
    print(f"  policygraph.extract  {megabytes / ours:6.3f} MB/s")
    print(f"  jieba.cut            {megabytes / theirs:6.3f} MB/s")
    print(f"  ratio                {theirs / ours:6.2f}")


def _grow(sources: list[Source], repeat: int) -> None:
    print("\none document of     seconds    seconds per MB")
    for size in SIZES:
        source = one_document(sources, size)
        seconds = _fastest(partial(extract, source), max(1, repeat if size < 1e6 else 1))
        megabytes = len(source.text.encode()) / 1e6
        print(f"  {megabytes * 1000:7.0f} KB       {seconds:8.3f}   {seconds / megabytes:8.2f}")


def one_document(sources: list[Source], size: int) -> Source:
    """A plan of about `size` bytes: the parts of the plans one after another, headings renumbered, numbers changed."""
    pieces = [f"示例市综合实施方案\n示例政发〔2023〕{size % 97}号\n"]
    total, part = 0, 0
    while total < size:
        for source in sources:
            part += 1
            # 以下均需…落实，不再列出 would charge the bodies of each plan with every clause of all that follow
            body = re.sub(r"^[一二三四五六七八九十]{1,3}、", "", source.text, flags=re.MULTILINE).replace("不再", "")
            body = _OTHER_NUMBERS.sub(partial(_changed, part), body)
            piece = f"{_numeral(part)}、第{part}项行动\n{body}\n"
            pieces.append(piece)
            total += len(piece.encode())
            if total >= size:
                break
    text = "".join(pieces)
    return Source(f"{size}.txt", text, "text/plain", "utf-8", hashlib.sha256(text.encode()).hexdigest())


def _changed(part: int, number: re.Match[str]) -> str:
    return str((int(number[0]) + part) % 997 + 1)


def _numeral(number: int) -> str:
    tens, ones = divmod(number % 100, 10)
    return ((HAN[tens - 1] if tens > 1 else "") + "十" if tens else "") + (HAN[ones - 1] if ones else "") or "一"


def _stages(sources: list[Source], repeat: int) -> None:
    best: dict[str, float] = {}
    for _ in range(repeat):
        spent: dict[str, float] = {}
        for source in sources:
            for name, seconds in timed(source):
                spent[name] = spent.get(name, 0.0) + seconds
        best = spent if not best or sum(spent.values()) < sum(best.values()) else best
    whole = sum(best.values())
    print(f"\n{'stage':12} {'ms':>8} {'share':>6}")
    for name, seconds in best.items():
        print(f"{name:12} {seconds * 1000:8.1f} {seconds / whole:6.1%}")


def timed(source: Source) -> Iterator[tuple[str, float]]:
    """Each stage of one plan by itself, with the seconds that it took."""
    clock = _Clock()
    text = clean(source.text)
    yield "clean", clock.lap()
    found = tables(text)
    yield "tables", clock.lap()
    lists = duty_lists(text, found)
    yield "duties", clock.lap()
    outlines.outline(text, lists, found)
    yield "outline", clock.lap()
    opened = OpenPlan(source, Known())
    clock.lap()
    units = opened.outline.units
    assignments(opened)
    yield "resolve", clock.lap()
    settings = [
        (u, opened.texts(u), Setting(opened.states_aims(u), opened.year, opened.deadline(u), opened.barred_in(u)))
        for u in units
    ]
    clock.lap()
    targets = [read_targets(opened.clean, stretches, setting).targets for _, stretches, setting in settings]
    yield "targets", clock.lap()
    for (_, stretches, setting), known in zip(settings, targets, strict=True):
        list(
            find_commitments(
                opened.clean,
                stretches,
                known,
                aims_section=setting.aims,
                barred=setting.barred,
                dates=Dates(setting.deadline, opened.only_year or opened.year),
            )
        )
    yield "commitments", clock.lap()
    companies = [find_companies(opened.clean, u.stretches, opened.home, setting.barred) for u, _, setting in settings]
    yield "companies", clock.lap()
    places = [find_places(opened.clean, u.stretches, opened.home) for u in units]
    yield "places", clock.lap()
    for (u, stretches, setting), firms, sites in zip(settings, companies, places, strict=True):
        find_projects(opened.clean, stretches, firms, sites, own=None, boxes=u.boxes, barred=setting.barred)
    yield "projects", clock.lap()
    for unit in units:
        list(find_citations(opened.clean, unit.stretches))
    yield "citations", clock.lap()
    facts = clock.since_targets
    reader = Reader(opened)
    for unit in units:
        reader.read(unit)
    yield "record", max(0.0, clock.lap() - facts)


class _Clock:
    """Seconds since the last lap; `since_targets` sums the laps of the finders, which the record runs again."""

    def __init__(self) -> None:
        self.last = time.perf_counter()
        self.laps: list[float] = []

    def lap(self) -> float:
        now = time.perf_counter()
        self.laps.append(now - self.last)
        self.last = now
        return self.laps[-1]

    @property
    def since_targets(self) -> float:
        return sum(self.laps[-6:])


if __name__ == "__main__":
    main()
