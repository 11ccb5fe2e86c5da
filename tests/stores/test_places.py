"""Which store is meant, and what is said when it can't be reached."""

from __future__ import annotations

import logging

import pytest
from tests.stores import servers

from policygraph.errors import PolicyGraphError
from policygraph.stores import Store, open_store
from policygraph.stores.places import place

SECRET = "hunter2-方案"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POLICYGRAPH_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)


def test_what_is_named_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert place(None, daemon=True, password=None).kind == "embedded"
    monkeypatch.setenv("NEO4J_URI", "neo4j://db.example:7687")
    assert place(None, daemon=True, password=None).address == "neo4j://db.example:7687"
    monkeypatch.setenv("POLICYGRAPH_STORE", "/tmp/store")
    assert place(None, daemon=True, password=None).address == "/tmp/store"
    assert place("bolt://other:7687", daemon=True, password=None).address == "bolt://other:7687"
    assert place("here", daemon=True, password=None).kind == "embedded"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc"])
def test_every_scheme_of_neo4j_is_known(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert place(f"{scheme}://host", daemon=True, password=None).kind == "neo4j"


def test_another_scheme_is_no_store() -> None:
    with pytest.raises(PolicyGraphError, match="http://host:7474 is no store") as caught:
        open_store(f"http://someone:{SECRET}@host:7474")
    assert SECRET not in str(caught.value)


def test_a_missing_password_is_asked_for_or_told() -> None:
    with pytest.raises(PolicyGraphError, match="set NEO4J_PASSWORD"):
        open_store("bolt://127.0.0.1:1")
    asked = []
    with pytest.raises(PolicyGraphError, match=r"nothing answers at bolt://127\.0\.0\.1:1"):
        open_store("bolt://127.0.0.1:1", password=lambda: asked.append(1) or SECRET)
    assert asked == [1]


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(PolicyGraphError, match="NEO4J_PASSWORD") as caught:
        open_store(f"bolt://neo4j:{SECRET}@127.0.0.1:1")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://no-such-host.invalid:7687"])
def test_an_address_where_nothing_answers_is_told_in_one_line(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(PolicyGraphError, match=f"nothing answers at {address}") as caught,
    ):
        open_store(address)
    assert "\n" not in str(caught.value)
    assert SECRET not in caplog.text
    assert capfd.readouterr() == ("", "")


def test_a_wrong_password_is_told_in_one_line(
    neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    neo4j_server.enter(monkeypatch)
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with caplog.at_level(logging.DEBUG), pytest.raises(PolicyGraphError, match="refuses user neo4j") as caught:
        open_store(neo4j_server.where)
    assert SECRET not in str(caught.value) + caplog.text


def test_a_database_that_is_not_there_is_told(neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_server.enter(monkeypatch)
    monkeypatch.setenv("NEO4J_DATABASE", "nosuch")
    with pytest.raises(PolicyGraphError, match="has no database nosuch: check NEO4J_DATABASE"):
        open_store(neo4j_server.where)


def test_the_environment_alone_is_enough(neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_server.enter(monkeypatch)
    monkeypatch.setenv("NEO4J_URI", neo4j_server.where)
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with open_store() as store:
        assert (store.kind, store.address) == ("neo4j", neo4j_server.where)


def test_an_open_store_shows_no_password(store: Store) -> None:
    assert servers.PASSWORD not in repr(store._connection.server)
    assert "root" not in repr(store._connection.server)
