"""Many files at once: folders, zips and stdin as one list of named files; each read and worked on, in order, come what may.

方案.zip/市级/实施方案.docx is the name of a file in a zip. Nothing is unpacked to disk and no link is followed.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Generic, TypeVar

from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import Source
from policygraph.reading import LARGEST, read, read_data
from policygraph.reading.archive import Member, archived, member_bytes
from policygraph.reading.kinds import SUFFIXES, suffix_of

T = TypeVar("T")
MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Item:
    """A file to be read: on disk, in a zip (`inside`), or given whole (`data`).

    `problem` says why it can't be; `passed_over` that no one asked for it by name (a picture in a folder), so that this is no error.
    """

    name: str
    path: Path | None = None
    inside: tuple[int, ...] = ()
    data: bytes | None = None
    problem: str | None = None
    passed_over: bool = False

    def read(self) -> Source:
        """Reads it; raises `PolicyGraphError` or `DataError`."""
        if self.problem:
            raise DataError(f"{self.name}: {self.problem}")
        if self.data is not None:
            return read_data(self.name, self.data)
        assert self.path is not None
        if not self.inside:
            return read(self.path)
        try:
            data = member_bytes(self.path, self.inside, LARGEST)
        except DataError as error:
            raise DataError(f"{self.name}: {error}") from None
        return read_data(self.name, data)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What `function` made of a file."""

    item: Item
    value: T


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read or worked on, and why, in one line that names it."""

    item: Item
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the files of a call."""

    read: int
    failures: tuple[Failure, ...]
    passed_over: int

    @property
    def exit_code(self) -> int:
        """0 where every file was read, 1 where one was not."""
        return 1 if self.failures else 0

    def sentence(self) -> str:
        """12 files read, 1 not, 3 passed over (not documents)"""
        parts = [f"{self.read} file{'' if self.read == 1 else 's'} read"]
        parts += [f"{len(self.failures)} not"] if self.failures else []
        parts += [f"{self.passed_over} passed over (not documents)"] if self.passed_over else []
        return ", ".join(parts)


def gather(paths: Iterable[str | Path]) -> Iterator[Item]:
    """The files that `paths` name: "-" is stdin, a folder its files in order of their names, a zip its members in its own order."""
    count = 0
    for path in paths:
        for item in _expanded(path):
            count += 1
            if count > MOST_FILES:
                raise PolicyGraphError(f"more than {MOST_FILES:,} files: name fewer of them in one call")
            yield item


def _expanded(path: str | Path) -> Iterator[Item]:
    if str(path) == "-":
        yield _from_stdin()
        return
    path = Path(path)
    try:
        yield from _in_folder(path) if path.is_dir() else _one(path)
    except OSError as error:
        yield Item(str(path), problem=error.strerror or str(error))


def _in_folder(folder: Path) -> Iterator[Item]:
    for file in _files(folder):
        suffix = suffix_of(file.name)
        if file.is_symlink() or not file.is_file():
            yield Item(str(file), problem="a link or no ordinary file: not followed", passed_over=True)
        elif not _is_document(suffix):
            yield Item(str(file), problem=f"no document ({suffix or 'no suffix'})", passed_over=True)
        else:
            yield from _one(file)


def _files(folder: Path) -> Iterator[Path]:
    """The files under a folder, hidden ones and Word's lock files (~$方案.docx) aside; links to folders are not followed."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith((".", "~$")))


def _one(path: Path) -> Iterator[Item]:
    if suffix_of(path.name) != ".zip" or not path.is_file():
        yield Item(str(path), path)
        return
    try:
        for member in archived(path):
            yield _item(path, member)
    except DataError as error:
        yield Item(str(path), path, problem=str(error))


def _item(path: Path, member: Member) -> Item:
    name = f"{path}/{member.name}"
    if member.problem:
        return Item(name, path, problem=member.problem)
    suffix = suffix_of(member.name)
    if not _is_document(suffix):
        return Item(name, problem=f"no document ({suffix or 'no suffix'})", passed_over=True)
    return Item(name, path, inside=member.chain)


def _is_document(suffix: str) -> bool:
    """Whether a file that no one asked for by name is read: a README in a folder or a zip is not."""
    return suffix != "" and suffix in SUFFIXES


def _from_stdin() -> Item:
    data = sys.stdin.buffer.read(LARGEST + 1)
    return Item(
        "stdin",
        data=data,
        problem=None if len(data) <= LARGEST else f"larger than {LARGEST // 1_000_000} MB, which no plan is",
    )


def run_all(
    items: Iterable[Item], function: Callable[[Source], T], jobs: int | None = None
) -> Iterator[Result[T] | Failure]:
    """`function` of each file's source, in the order of `items`, by `jobs` processes at a time (None: one per core).

    A file that can't be read or worked on gives a `Failure` and the others go on. With more than one job `function` must be
    one that can be pickled (defined at the top of a module), and a script calls this under `if __name__ == "__main__"`.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        yield from (_done(item, function) for item in items)
        return
    waiting: deque[tuple[Item, Future[Result[T] | Failure]]] = deque()
    pool = _pool(jobs)
    try:
        for item in items:
            waiting.append((item, _submitted(pool, item, function)))
            if len(waiting) < 3 * jobs:
                continue
            yield from (outcomes := _first(waiting, function))
            if len(outcomes) > 1 or not waiting:  # the pool broke and was worked off one by one
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
        while waiting:
            yield from _first(waiting, function)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _submitted(pool: ProcessPoolExecutor, item: Item, function: Callable[[Source], T]) -> Future[Result[T] | Failure]:
    """The outcome to come; where a process died while no one waited for it, one that says so."""
    try:
        return pool.submit(_done, item, function)
    except BrokenProcessPool as error:
        broken: Future[Result[T] | Failure] = Future()
        broken.set_exception(error)
        return broken


def _first(
    waiting: deque[tuple[Item, Future[Result[T] | Failure]]], function: Callable[[Source], T]
) -> list[Result[T] | Failure]:
    """The first outcome; where a process died, all that wait, each in a process of its own."""
    item, future = waiting.popleft()
    try:
        return [future.result()]
    except BrokenProcessPool:
        alone = [item, *(each for each, _ in waiting)]
        waiting.clear()
        return [_done_alone(each, function) for each in alone]


def _done_alone(item: Item, function: Callable[[Source], T]) -> Result[T] | Failure:
    with _pool(1) as pool:
        try:
            return pool.submit(_done, item, function).result()
        except BrokenProcessPool:
            return Failure(item, f"{item.name}: the process that worked on it died, of too little memory perhaps")


def _done(item: Item, function: Callable[[Source], T]) -> Result[T] | Failure:
    """The outcome for one file; an error of the program's own is told in one line too."""
    try:
        return Result(item, function(item.read()))
    except PolicyGraphError as error:
        return Failure(item, str(error))
    except Exception as error:
        words = " ".join(str(error).split())[:120]
        return Failure(
            item, f"{item.name}: an error of policygraph's own ({type(error).__name__}: {words}): please report it"
        )


def summary(outcomes: Iterable[Result[T] | Failure]) -> Summary:
    """What became of all files."""
    read_, failures, passed_over = 0, [], 0
    for each in outcomes:
        if isinstance(each, Result):
            read_ += 1
        elif each.item.passed_over:
            passed_over += 1
        else:
            failures.append(each)
    return Summary(read_, tuple(failures), passed_over)
