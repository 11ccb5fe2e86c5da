"""Readers see what a writer commits whole or not at all, which neither server promises by itself.

Both show a commit while it is being applied: who counts the clauses of 六盘水…方案 just as 400 new ones replace 250 old
ones may count 551 (Neo4j), or be told that a record is missing (embedded). So a writer puts up a sign before it commits
and takes it down afterwards; a reader looks before and after its query whether a sign stands or a commit has come in
between, and if so asks again. Where others write without pause the last of a few tries counts.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from policygraph.errors import PolicyGraphError
from policygraph.stores.statements import statement

if TYPE_CHECKING:
    from policygraph.stores.driver import Connection

T = TypeVar("T")
OLD_SECONDS = 30.0  # the sign of a writer that was killed counts for nothing after that; lock.cypher says it in ms
_TRIES = 6
_PAUSE_SECONDS = 0.02
_SIGN_FILE = "committing"
_COUNT_FILE = "committed"


class Signs(Protocol):
    """Where writers and readers of one store see each other."""

    def look(self) -> tuple[bool, Hashable]:
        """Whether a commit is being applied, and something that is another after each commit."""

    def put_up(self) -> None:
        """Says that a commit follows; the last thing in its transaction, again if that is tried again."""

    def take_down(self) -> None:
        """Says that it is over, however it ended."""


def read(signs: Signs, work: Callable[[], T]) -> T:
    """What `work` reads, with no half of a commit in it."""
    for _ in range(_TRIES - 1):
        before = _quiet(signs)
        try:
            result = work()
        except PolicyGraphError:
            if signs.look() == before:
                raise
        else:
            if signs.look() == before:
                return result
    return work()


def _quiet(signs: Signs) -> tuple[bool, Hashable]:
    while (seen := signs.look())[0]:
        time.sleep(_PAUSE_SECONDS)
    return seen


@contextmanager
def marked(signs: Signs) -> Iterator[None]:
    """Sees to it that a sign that was put up in here comes down, as far as the server can still be told."""
    try:
        yield
    except PolicyGraphError as error:
        try:
            signs.take_down()
        except PolicyGraphError:
            raise error from None
        raise
    signs.take_down()


class FileSigns:
    """Files in the embedded store's folder: one that stands while a commit is applied, one touched after each."""

    def __init__(self, folder: Path) -> None:
        self._sign = folder / _SIGN_FILE
        self._count = folder / _COUNT_FILE

    def look(self) -> tuple[bool, Hashable]:  # noqa: D102 (the protocol says it)
        put_up = _changed(self._sign)
        marked = put_up is not None and time.time() - put_up / 1e9 < OLD_SECONDS
        return marked, _changed(self._count)

    def put_up(self) -> None:  # noqa: D102
        try:
            self._sign.touch()
        except OSError as error:
            raise PolicyGraphError(f"the store's folder {self._sign.parent} can't be used: {error.strerror}") from None

    def take_down(self) -> None:  # noqa: D102
        if self._sign.exists():
            self._count.touch()
            self._sign.unlink(missing_ok=True)


def _changed(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


class GraphSigns:
    """A node on Neo4j, written in transactions of its own; commits are told apart by the server's bookmark."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._id = str(uuid.uuid4())
        self._standing = False

    def look(self) -> tuple[bool, Hashable]:  # noqa: D102
        return self._connection.glance(statement("lock", "marked"), "marked")

    def put_up(self) -> None:  # noqa: D102
        self._connection.run(statement("lock", "mark"), {"id": self._id})
        self._standing = True

    def take_down(self) -> None:  # noqa: D102
        if self._standing:
            self._connection.run(statement("lock", "unmark"), {"id": self._id})
