"""kill -9 at any moment: no half plan is ever there, and loading again gives what was meant."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.stores import servers
from tests.stores.plans import ALL, large

from policygraph.errors import PolicyGraphError
from policygraph.stores import Store, embedded, open_store

ROOT = Path(__file__).parents[2]
LOADER = """
import sys
sys.path.insert(0, sys.argv[2])
from policygraph.stores import open_store
from tests.stores.plans import ALL, large
graph = large(clauses=400)
with open_store(sys.argv[1], write=True) as store:
    print("open", flush=True)
    store.load_all([graph, ALL[0]])
    print("done", flush=True)
"""
PLAN = large(clauses=400)
LONG = pytest.mark.slow


def _loader(where: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LOADER, where, str(ROOT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _digests(store: Store) -> tuple[str, str, float]:
    """The digest before and after what the loader does, and how long that takes."""
    store.load_all(ALL[:2])
    before = store.digest()
    store.load_all([PLAN, ALL[0]])
    after = store.digest()
    store.remove(PLAN.plan)
    began = time.monotonic()  # the second time is what a warm server takes
    store.load_all([PLAN, ALL[0]])
    took = time.monotonic() - began
    store.remove(PLAN.plan)
    return before, after, took


def _moments(took: float, rounds: int) -> list[float]:
    chance = random.Random(20221122)
    return [chance.uniform(0, took * 1.2) for _ in range(rounds)]


@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=LONG)])
def test_a_killed_loader_leaves_all_or_nothing(store: Store, rounds: int) -> None:
    before, after, took = _digests(store)
    for moment in _moments(took, rounds):
        with _loader(store.address) as loader:
            assert loader.stdout is not None
            assert loader.stdout.readline() == "open\n"
            time.sleep(moment)
            loader.kill()
        assert _settled(store) in {before, after}
        store.load_all([PLAN, ALL[0]])
        assert store.digest() == after
        store.remove(PLAN.plan)
        assert store.digest() == before


def _settled(store: Store) -> str:
    """The digest once it stays the same: the server may still be about the last words of the killed loader."""
    now, then = store.digest(), ""
    while now != then:
        time.sleep(0.2)
        now, then = store.digest(), now
    return now


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=LONG)])
def test_a_killed_server_leaves_all_or_nothing(store: Store, server: servers.Server, rounds: int) -> None:
    if server.kind == "neo4j" and server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to kill")
    before, after, took = _digests(store)
    for moment in _moments(took, rounds):
        with _loader(store.address) as loader:
            assert loader.stdout is not None
            assert loader.stdout.readline() == "open\n"
            time.sleep(moment)
            _kill(server)
            loader.communicate(timeout=120)
        with open_store(server.where, write=True) as again:
            assert again.digest() in {before, after}
            again.load_all([PLAN, ALL[0]])
            assert again.digest() == after
            again.remove(PLAN.plan)
            assert again.digest() == before


def _kill(server: servers.Server) -> None:
    """Kills the server the hard way; Neo4j is started again, the embedded one by whoever asks next."""
    if server.home is not None:
        server.home.stop(signal.SIGKILL)
        server.home.start()
    else:
        running = embedded.status(Path(server.where))
        assert running is not None
        os.kill(running.server, signal.SIGKILL)


def test_two_writers_at_once_both_get_through(store: Store) -> None:
    before, after, _ = _digests(store)
    with _loader(store.address) as first, _loader(store.address) as second:
        outputs = [first.communicate(timeout=120), second.communicate(timeout=120)]
    assert [out for out, _ in outputs] == ["open\ndone\n"] * 2, outputs
    assert store.digest() == after
    assert before != after


def test_neo4j_that_stays_away_is_told(neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    if neo4j_server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to stop")
    neo4j_server.enter(monkeypatch)
    with open_store(neo4j_server.where) as store:
        neo4j_server.home.stop()
        try:
            with pytest.raises(PolicyGraphError, match="nothing answers at"):
                store.digest()
        finally:
            neo4j_server.home.start()
        assert store.digest()
