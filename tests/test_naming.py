"""Which plan or entity a user means."""

from __future__ import annotations

from typing import Any, cast

import pytest

from policygraph import graph, naming, sources
from policygraph.errors import PolicyGraphError
from policygraph.stores import Answer, Store


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


def test_a_plan_goes_by_its_area_or_a_part_of_that() -> None:
    plans = [("plan:甲方案", "甲方案", "上海市宝山区", None), ("plan:乙方案", "乙方案", "上海市", None)]
    assert naming.plan_among("宝山区", plans) == "plan:甲方案"
    assert naming.plan_among("上海市", plans) == "plan:乙方案"


class ManyProjects:
    """A store with 10,001 projects, which gives as many rows as it is asked for."""

    def query(self, cypher: str, limit: int = 10_000) -> Answer:
        numbers = range(10_001) if ":Project" in cypher else ()
        rows: list[tuple[Any, ...]] = [(f"project:项目{n:06}", f"项目{n:06}", None) for n in numbers]
        return Answer(("id", "name", "aliases"), rows[:limit], len(rows) > limit)


def test_the_last_of_many_is_found() -> None:
    assert naming.entity_named(cast("Store", ManyProjects()), "项目010000")[0] == "project:项目010000"


def test_an_empty_store_says_how_to_fill_it(store: Store) -> None:
    with pytest.raises(PolicyGraphError, match="policygraph load"):
        naming.plan_named(store, "贵阳")
