"""What the shipped plans must show, as an analyst counted it in their text."""

import pytest
from tests.stores import servers

from policygraph.audit import conflicts, limits, overlap, read, workload
from policygraph.graph import build
from policygraph.sources import shipped
from policygraph.stores import open_store


@pytest.fixture(scope="module")
def facts(embedded_server: servers.Server):
    with pytest.MonkeyPatch.context() as environment:
        embedded_server.enter(environment)
        with open_store(embedded_server.where, write=True) as store:
            store.clear()
            store.load_all(build(record) for record in shipped())
            return read(store)


def tasks(facts, column, **options):
    table = workload(facts, limits(), **options).tables[0]
    at = table.columns.index(column)
    return {row.cells[0]: row.cells[at] for row in table.rows}


def test_the_two_conflicts_of_liupanshui_with_both_quotes(facts):
    found = {frozenset(e.quote for e in f.evidence) for f in conflicts(facts, limits()).findings if f.kind == "value"}
    assert {"城市生活垃圾资源化利用率达到60%", "城市生活垃圾资源化利用率达到70%"} in found
    assert {"大宗工业固体废物综合利用率达到70%", "大宗固体废弃物综合利用率提至75%以上"} in found


def test_who_leads_in_guiyang_by_stated_lead(facts):
    leads = tasks(facts.only(["贵阳贵安"]), "lead", basis=["stated"])
    assert leads["贵阳市生态环境局"] == 9
    assert leads["贵安新区生态环境局"] == 7
    assert leads["贵阳市工业和信息化局"] == 5
    assert sorted(leads.values(), reverse=True)[:3] == [9, 7, 5]


def test_who_has_the_most_tasks_in_the_liupanshui_plan(facts):
    plan = facts.only(["六盘水市减污降碳"])
    counts = tasks(plan, "tasks")
    assert (counts["六盘水市生态环境局"], len(plan.duties_of)) == (33, 41)
    assert max(counts.values()) == 33


def test_plans_without_their_sentences_are_named_and_still_compared_by_title(facts):
    report = overlap(facts, limits())
    assert "六盘水市减污降碳协同增效实施方案" in str(report.notes["without_text"])
    assert any(f.kind == "same_task" for f in report.findings)
