"""A reader that meets a commit asks again: what was seen meanwhile never comes out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stores import servers
from tests.stores.plans import ALL, GUIYANG, LIUPANSHUI

from policygraph.errors import PolicyGraphError
from policygraph.stores import Store, open_store, undivided
from policygraph.stores.statements import statement
from policygraph.stores.undivided import FileSigns

pytestmark = pytest.mark.every_release


@pytest.fixture
def signs(store: Store) -> undivided.Signs:
    """A writer's signs, as another process would put them up."""
    return store._place.signs(store._connection)


def test_a_reader_waits_while_a_commit_is_applied(
    store: Store, signs: undivided.Signs, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load(GUIYANG)
    digest = store.digest()
    waited = []

    def pause(_: float) -> None:
        waited.append(signs.look()[0])
        signs.take_down()

    monkeypatch.setattr(undivided.time, "sleep", pause)
    signs.put_up()
    assert store.digest() == digest
    assert waited == [True]
    assert store.plans()
    assert waited == [True]


def test_what_was_read_across_a_commit_is_read_again(store: Store, signs: undivided.Signs) -> None:
    store.load(GUIYANG)
    answers: Iterator[int] = iter([551, 400])

    def work() -> int:
        answer = next(answers)
        if answer == 551:
            store.load(LIUPANSHUI)
        return answer

    assert undivided.read(signs, work) == 400


def test_an_error_across_a_commit_is_no_answer(store: Store, signs: undivided.Signs) -> None:
    store.load(GUIYANG)
    tries: list[int] = []

    def work() -> str:
        tries.append(1)
        if len(tries) == 1:
            store.load(LIUPANSHUI)
            raise PolicyGraphError("the store says: Record #9:57 not found")
        return "whole"

    assert undivided.read(signs, work) == "whole"
    with pytest.raises(PolicyGraphError, match="wrong in itself"):
        undivided.read(signs, _raises)


def _raises() -> None:
    raise PolicyGraphError("wrong in itself")


def test_the_sign_of_a_killed_writer_is_passed_over_and_leaves_no_trace(
    store: Store, server: servers.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load_all(ALL)
    digest = store.digest()
    if server.kind == "embedded":
        signs = FileSigns(Path(server.where))
        signs.put_up()
        monkeypatch.setattr(undivided, "OLD_SECONDS", 0.0)
    else:
        store._connection.run("CREATE (:_Commit {id: 'killed', at: timestamp() - 60000})")
    with open_store(server.where) as reader:
        assert reader.digest() == digest
        store.load(GUIYANG)
        assert reader.digest() == digest
        assert reader.query("MATCH (n:_Commit) RETURN count(n)").rows == [(0,)]


def test_a_commit_that_is_tried_again_after_a_while_puts_its_sign_up_anew(
    store: Store, server: servers.Server, signs: undivided.Signs
) -> None:
    signs.put_up()
    if server.kind == "embedded":
        os.utime(Path(server.where) / "committing", (0, 0))
    else:
        store._connection.run("MATCH (m:_Commit) SET m.at = timestamp() - 60000")
    assert not signs.look()[0]
    signs.put_up()
    assert signs.look()[0]
    signs.take_down()
    assert not signs.look()[0]


def test_a_sign_of_half_a_minute_is_old_on_both(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("marked", "unmark"):
        assert f"timestamp() - {undivided.OLD_SECONDS * 1000:.0f}" in statement("lock", name)
