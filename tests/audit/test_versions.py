"""A draft and the version as issued, loaded together: they share a title and are two plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.audit.plans import Aim, Says, plan
from tests.stores import servers

from policygraph.ask import ask
from policygraph.audit import compare, conflicts, limits, read
from policygraph.naming import plan_named
from policygraph.stores import Store, open_store

TITLE = "六盘水市减污降碳协同增效实施方案"
ISSUED, DRAFT = f"plan:{TITLE}", f"plan:{TITLE}(征求意见稿)"


def version(percent: float, *, draft: bool):
    text = f"到2025年，城市生活垃圾资源化利用率达到{percent}%。（市生态环境局负责）"
    says = Says(
        "30", "加强生活垃圾分类处置", text, "市生态环境局:独", (Aim("城市生活垃圾资源化利用率", "eq", percent, "%"),)
    )
    return plan(TITLE, "六盘水市", says, status="draft" if draft else "issued")


@pytest.fixture(scope="module")
def store(embedded_server: servers.Server) -> Iterator[Store]:
    with open_store(embedded_server.where, write=True) as store:
        store.clear()
        store.load_all([version(60, draft=True), version(65, draft=False)])
        yield store


@pytest.mark.parametrize(("words", "meant"), [(TITLE, ISSUED), (ISSUED, ISSUED), (DRAFT, DRAFT), (DRAFT[5:], DRAFT)])
def test_each_is_named_by_its_id(store: Store, words: str, meant: str) -> None:
    assert plan_named(store, words)["id"] == meant
    assert ask(store, "有多少个目标", plan=words).parameters["plan"] == meant


def test_a_question_names_each_of_them(store: Store) -> None:
    assert ask(store, f"《{TITLE}》有哪些目标").parameters["plan"] == ISSUED
    assert ask(store, f"《{TITLE}（征求意见稿）》有哪些目标").parameters["plan"] == DRAFT


def test_they_are_compared_and_are_no_conflict(store: Store) -> None:
    facts = read(store)
    report = compare(facts, limits(), DRAFT, ISSUED)
    assert [f.values["aim_b"] for f in report.findings if f.kind == "other_value"] == ["65%"]
    assert report.notes["aligned"] == 1
    assert not conflicts(facts, limits()).findings
