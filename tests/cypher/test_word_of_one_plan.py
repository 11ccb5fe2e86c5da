"""What several plans say of one thing, counted by plan and by clause: 梅花山抽水蓄能电站, whose owner one of two plans gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.audit.plans import Aim, Says, plan
from tests.stores import servers

from policygraph.ask import ask
from policygraph.audit import conflicts, gaps, limits, read, workload
from policygraph.questions import filled, question
from policygraph.stores import Store, open_store

STATION = "梅花山抽水蓄能电站"
WATER, FORESTS = ("department:贵州省贵阳市/水务局", "department:贵州省贵阳市/林业局")
OWNED = Says(
    "1",
    "甲",
    f"实施{STATION}。",
    "市水务局:牵头 市水务局:落实 市林业局:负责 市林业局:配合",
    projects=((STATION, "某公司"),),
)
WITHOUT = Says("1", "乙", f"实施{STATION}。", "市林业局:负责", projects=((STATION, None),))


@pytest.fixture(scope="module")
def store(embedded_server: servers.Server) -> Iterator[Store]:
    with open_store(embedded_server.where, write=True) as store:
        store.clear()
        store.load_all([plan("贵阳市甲实施方案", "贵阳市", OWNED), plan("贵阳市乙实施方案", "贵阳市", WITHOUT)])
        yield store


def rows(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    asked = question(name)
    answer = store.query(asked.cypher, filled(asked, given))
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_an_owner_is_one_by_the_word_of_the_plan_that_names_it(store: Store) -> None:
    assert [row["plan"] for row in rows(store, "quality/no-owner")] == ["贵阳市乙实施方案"]
    assert {row["plan"][3]: row["owned"] for row in rows(store, "projects/by-plan")} == {"甲": 1, "乙": 0}
    for name, given in (("list", {}), ("named", {"words": "梅花山"}), ("of-department", {"department": FORESTS})):
        owners = {row["plan"][3]: row["owner"] for row in rows(store, f"projects/{name}", **given)}
        assert owners == {"甲": ["某公司"], "乙": []}, name
    without = [
        finding.evidence[0].plan_title for finding in gaps(read(store), limits()).findings if finding.kind == "no_owner"
    ]
    assert without == ["贵阳市乙实施方案"]


def test_a_task_is_a_clause_whatever_the_roles_that_it_gives_a_body(store: Store) -> None:
    answer = ask(store, "贵阳市水务局有哪些任务")
    assert answer.sentence.startswith("贵阳市水务局有1项任务")
    assert [row["role"] for row in rows(store, "duties/tasks-of", department=WATER)] == ["牵头、落实"]
    (shared,) = rows(store, "duties/shared", department=WATER, other=FORESTS)
    assert (shared["its_role"], shared["other_role"]) == ("牵头、落实", "负责、配合")
    table = workload(read(store), limits()).tables[0]
    assert {row.cells[0]: row.cells[table.columns.index("tasks")] for row in table.rows}["贵阳市水务局"] == 1


def test_ranges_with_one_lower_end_differ(store: Store) -> None:
    first, second = (
        plan(
            f"贵阳市{name}工作方案",
            "贵阳市",
            Says("1", "水", "水。", aims=(Aim("再生水利用率", "eq", 30, "%", to=end),)),
        )
        for name, end in (("丙", 35), ("丁", 40))
    )
    store.load_all([first, second])
    (row,) = rows(store, "targets/conflicts")
    assert {row["value"], row["other_value"]} == {"eq 30—35%", "eq 30—40%"}
    (finding,) = [each for each in conflicts(read(store), limits()).findings if each.kind == "value"]
    assert {finding.values["aim_a"], finding.values["aim_b"]} == {"30—35%", "30—40%"}
