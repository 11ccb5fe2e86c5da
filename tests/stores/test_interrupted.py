"""kill -9 at any moment: no half plan is ever seen, and loading again gives what was meant.

A plan of 60 clauses is replaced by one of 110 under the same name, while a reader counts its clauses all the time.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
graph = large(clauses=110)
with open_store(sys.argv[1], write=True) as store:
    print("open", flush=True)
    store.load_all([graph, ALL[0]])
    print("done", flush=True)
"""
OLD, PLAN = large(clauses=60), large(clauses=110)
LONG = pytest.mark.slow
COUNT = "MATCH (c:Clause {plan: $plan}) RETURN count(c)"


def _loader(where: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LOADER, where, str(ROOT)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _digests(store: Store) -> tuple[str, str, float]:
    """The digest before and after what the loader does, and how long that takes; the store is as before."""
    _set_back(store)
    before = store.digest()
    store.load_all([PLAN, ALL[0]])
    after = store.digest()
    _set_back(store)
    began = time.monotonic()  # the second time is what a warm server takes
    store.load_all([PLAN, ALL[0]])
    took = time.monotonic() - began
    _set_back(store)
    return before, after, took


def _set_back(store: Store) -> None:
    store.load_all([OLD, *ALL[:2]])


@contextmanager
def _watched(where: str) -> Iterator[set[int]]:
    """How many clauses the plan has, asked over and over; while a server is down there is no answer."""
    seen: set[int] = set()
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            try:
                with open_store(where) as reader:
                    while not over.is_set():
                        seen.add(reader.query(COUNT, {"plan": PLAN.plan}).rows[0][0])
                        over.wait(0.02)  # leaves the processors to whoever writes
            except PolicyGraphError:
                over.wait(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def _moments(took: float, rounds: int) -> list[float]:
    chance = random.Random(20221122)
    return [chance.uniform(0, took * 1.2) for _ in range(rounds)]


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=LONG)])
def test_a_killed_loader_leaves_all_or_nothing(store: Store, rounds: int) -> None:
    before, after, took = _digests(store)
    with _watched(store.address) as seen:
        for moment in _moments(took, rounds):
            with _loader(store.address) as loader:
                assert loader.stdout is not None
                assert loader.stdout.readline() == "open\n"
                time.sleep(moment)
                loader.kill()
            assert _settled(store) in {before, after}
            store.load_all([PLAN, ALL[0]])
            assert store.digest() == after
            _set_back(store)
            assert store.digest() == before
    assert seen == {60, 110}


def _settled(store: Store) -> str:
    """The digest once it stays the same: the server may still be about the last words of the killed loader."""
    now, then = store.digest(), ""
    while now != then:
        time.sleep(0.2)
        now, then = store.digest(), now
    return now


@pytest.mark.parametrize("rounds", [1, pytest.param(50, marks=LONG)])
def test_a_killed_server_leaves_all_or_nothing(store: Store, server: servers.Server, rounds: int) -> None:
    if server.kind == "neo4j" and server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to kill")
    before, after, took = _digests(store)
    chance, in_the_middle = random.Random(20221122), 0
    with _watched(store.address) as seen:
        for _ in range(rounds):
            with _loader(store.address) as loader:
                assert loader.stdout is not None
                assert loader.stdout.readline() == "open\n"
                time.sleep(chance.uniform(0, took * 0.7))  # setting back, which `took` is, takes nearly twice as long
                in_the_middle += loader.poll() is None
                _kill(server)
                loader.communicate(timeout=120)
            with open_store(server.where, write=True) as again:
                assert again.digest() in {before, after}
                again.load_all([PLAN, ALL[0]])
                assert again.digest() == after
                began = time.monotonic()
                _set_back(again)
                took = time.monotonic() - began  # what the next loader will take of a server so lately started
                assert again.digest() == before
    assert seen == {60, 110}
    assert in_the_middle >= rounds / 2


def _kill(server: servers.Server) -> None:
    """Kills the server the hard way; Neo4j is started again, the embedded one by whoever asks next."""
    if server.home is not None:
        server.home.stop(signal.SIGKILL)
        server.home.start()
    else:
        running = embedded.status(Path(server.where))
        assert running is not None
        os.kill(running.server, signal.SIGKILL)


def test_neo4j_restarted_under_a_loader_gets_the_rest(
    neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    if neo4j_server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to stop")
    neo4j_server.enter(monkeypatch)
    with open_store(neo4j_server.where, write=True) as store:
        store.clear()
        before, after, took = _digests(store)
        with _watched(store.address) as seen, _loader(store.address) as loader:
            assert loader.stdout is not None
            assert loader.stdout.readline() == "open\n"
            time.sleep(took / 2)
            neo4j_server.home.stop()
            neo4j_server.home.start()
            said, trouble = loader.communicate(timeout=120)
        # a loader waits half a minute for its server, which may take longer to come back
        assert said == "done\n" or "nothing answers at" in trouble, trouble
        assert store.digest() in ({after} if said else {before})
        store.load_all([PLAN, ALL[0]])
        assert store.digest() == after
    assert seen <= {60, 110}


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
