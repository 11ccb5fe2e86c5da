"""Which plan or entity a user means."""

from __future__ import annotations

import pytest

from policygraph import graph, naming, sources
from policygraph.errors import PolicyGraphError
from policygraph.stores import Store


@pytest.fixture
def filled(store: Store) -> Store:
    store.load_all([graph.build(record) for record in sources.shipped()])
    return store


def test_names(filled: Store) -> None:
    assert naming.plan_named(filled, "贵阳贵安")["title"] == "贵阳贵安减污降碳协同增效实施方案"
    assert naming.plan_named(filled, "贵阳市")["jurisdiction"] == "贵阳市"
    assert naming.entity_named(filled, "首钢水钢")[1] == "首钢水城钢铁集团有限责任公司"
    assert naming.entity_named(filled, "贵阳市生态环境局")[0] == "department:贵州省贵阳市/生态环境局"


def test_what_several_things_are_called_is_asked_back(filled: Store) -> None:
    with pytest.raises(PolicyGraphError, match="say which"):
        naming.plan_named(filled, "六盘水市")
    with pytest.raises(PolicyGraphError, match="say which"):
        naming.entity_named(filled, "市生态环境局")


def test_what_nothing_is_called(filled: Store) -> None:
    with pytest.raises(PolicyGraphError, match="no plan is called"):
        naming.plan_named(filled, "火星")
    with pytest.raises(PolicyGraphError, match="no entity is called"):
        naming.entity_named(filled, "火星局")


def test_an_empty_store_says_how_to_fill_it(store: Store) -> None:
    with pytest.raises(PolicyGraphError, match="policygraph load"):
        naming.plan_named(store, "贵阳")
