"""A command line to run in, with an embedded store of its own that every test of the session shares."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from policygraph.cli import main
from policygraph.stores import upkeep


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of an embedded store that holds the plans that ship."""
    folder = str(tmp_path_factory.mktemp("cli") / "store")
    assert command("load", "--store", folder).code == 0
    yield folder
    upkeep.stop(folder)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The folder of an embedded store that holds nothing."""
    folder = str(tmp_path_factory.mktemp("cli") / "empty")
    assert command("store", "start", "--store", folder).code == 0
    yield folder
    upkeep.stop(folder)


@pytest.fixture
def run() -> Run:
    return command


def command(*words: str, cwd: Path | None = None) -> Ran:
    """Runs `policygraph WORDS` as a user would, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd or Path.cwd()), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(list(words))
        except SystemExit as end:
            return Ran(int(end.code or 0), out.getvalue(), err.getvalue())
