"""Fixtures that several folders of tests share: a clean store on each kind of server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import library
from tests.stores import servers

from policygraph.stores import Store, open_store

# how long one example takes says nothing on a machine that does other things too
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A server that lives for a few minutes does not win back what its Java would spend on making it fast.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

STORES = Path(__file__).parent / "stores"
SERVERS = {
    "server", "embedded_server", "library_store", "neo4j_server", "newest_server", "store", "shared_store", "empty_store", "two_plans", "filled",
    "folder", "embedded", "neo4j",
}  # fmt: skip


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs each test that asks for `server` on the embedded store and on Neo4j, `every_release` on its newest too."""
    if "server" in metafunc.fixturenames:
        every = metafunc.definition.get_closest_marker("every_release")
        kinds = ["embedded", "neo4j", "newest"] if every else ["embedded", "neo4j"]
        metafunc.parametrize("server", kinds, indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what needs a server, a browser or LibreOffice, so that `make check` can leave it out, and of these what needs a Neo4j."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & SERVERS or item.path.is_relative_to(STORES):
            item.add_marker(pytest.mark.server)
        if _on_neo4j(item, fixtures):
            item.add_marker(pytest.mark.neo4j)
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "soffice" in fixtures:
            item.add_marker(pytest.mark.office)


def _on_neo4j(item: pytest.Item, fixtures: set[str]) -> bool:
    chosen = item.callspec.params.get("server") if hasattr(item, "callspec") else None
    return chosen in ("neo4j", "newest") or bool(fixtures & {"neo4j_server", "newest_server", "neo4j", "encrypted"})


@pytest.fixture(scope="session")
def embedded_server() -> Iterator[servers.Server]:
    with servers.embedded() as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[servers.Server]:
    with servers.neo4j() as server:
        yield server


@pytest.fixture(scope="session")
def newest_server() -> Iterator[servers.Server]:
    with servers.newest() as server:
        yield server


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> servers.Server:
    """The server of the kind that a test was made for."""
    return request.getfixturevalue(f"{request.param}_server")


@pytest.fixture(scope="session")
def library_store() -> Iterator[Store]:
    """An embedded store of its own that holds the plans that ship: for tests that only read."""
    with servers.embedded() as server, open_store(server.where, write=True) as opened:
        library.fill(opened)
        yield opened


@pytest.fixture
def store(server: servers.Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store, open for writing."""
    server.enter(monkeypatch)
    with open_store(server.where, write=True) as opened:
        opened.clear()
        yield opened
