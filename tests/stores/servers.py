"""The servers that the store tests run on: an embedded one in a fresh folder, and a real Neo4j of two releases.

Neo4j's long-term release is the one at `NEO4J_URI` if that is set; else, as the newest always, one that Maven puts
together in the cache folder. Where one is not to be had its tests skip and say why; where `CI` is set they fail.
"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import pytest
from tests.stores.neo4j_home import LTS, NEWEST, PASSWORD, SHORT_LIVED, Home, Release


@dataclass(frozen=True)
class Server:
    """A store's server under test; `environment` is what a process needs to reach it, `home` our own Neo4j."""

    kind: str
    where: str
    environment: dict[str, str] = field(default_factory=dict)
    home: Home | None = None

    def enter(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sets the environment variables that this server needs, and no others."""
        for name in ("POLICYGRAPH_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)


@contextmanager
def embedded() -> Iterator[Server]:
    from policygraph.stores.embedded import stop

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "store"
        try:
            yield Server("embedded", str(folder))
        finally:
            stop(folder)


@contextmanager
def neo4j(java: Sequence[str] = SHORT_LIVED) -> Iterator[Server]:
    """Neo4j's long-term release; `java` are options for one that Maven has put together."""
    if os.environ.get("NEO4J_URI"):
        yield Server("neo4j", os.environ["NEO4J_URI"], {k: v for k, v in os.environ.items() if k.startswith("NEO4J_")})
        return
    with _built(LTS, java) as server:
        yield server


@contextmanager
def newest(java: Sequence[str] = SHORT_LIVED) -> Iterator[Server]:
    """Neo4j's newest release."""
    with _built(NEWEST, java) as server:
        yield server


def needs(release: Release) -> None:
    """Skips the test where this machine can't put `release` together."""
    missing = release.missing()
    if missing:
        _give_up(f"no Neo4j {release.version}: this machine lacks {' and '.join(missing)}")


@contextmanager
def _built(release: Release, java: Sequence[str]) -> Iterator[Server]:
    needs(release)
    with tempfile.TemporaryDirectory() as scratch:
        home = Home(Path(scratch), release, java=java)
        try:
            home.create()
            yield Server("neo4j", home.uri, {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": PASSWORD}, home)
        finally:
            home.stop(signal.SIGKILL)  # its folder goes too


def _give_up(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
