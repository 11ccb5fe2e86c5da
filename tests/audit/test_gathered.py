import pytest
from tests.audit.plans import ALL

from policygraph import resources
from policygraph.audit import audit_all, limits, read, to_json
from policygraph.errors import DataError, PolicyGraphError


def test_both_stores_give_the_same_facts(store, facts):
    store.load_all(ALL)
    assert read(store) == facts


def test_the_order_of_loading_makes_no_difference(store, facts):
    store.load_all(reversed(ALL))
    assert read(store) == facts


def test_an_empty_store_says_what_to_do(store):
    with pytest.raises(DataError, match="the store is empty: policygraph load"):
        read(store)


def test_facts_of_one_region_or_section(facts):
    assert {plan.jurisdiction for plan in facts.only(region="六盘水市").plans} == {"六盘水市"}
    assert {facts.sector(duty.clause) for duty in facts.only(sector="重点任务").duties} == {"重点任务"}
    with pytest.raises(PolicyGraphError, match="is of 上海市: they are of 六盘水市、贵州省、贵阳市"):
        facts.only(region="上海市")
    with pytest.raises(PolicyGraphError, match="no section of these plans is headed 外星"):
        facts.only(sector="外星")


def test_a_draft_is_marked_in_its_label(facts):
    assert facts.find_plan("六盘水市减污降碳").label == "六盘水市减污降碳协同增效实施方案（征求意见稿）"


def test_every_audit_runs_on_a_plan_that_says_nothing(facts):
    import datetime
    from dataclasses import replace

    bare = replace(facts.only(["贵州省"]), clauses=(), targets=(), duties=(), sections=())
    for report in audit_all(bare, limits(), on=datetime.date(2026, 1, 1)):
        assert to_json(report)["findings"] == []


@pytest.mark.parametrize(
    "path", sorted((resources.folder("cypher") / "audit").glob("*.cypher")), ids=lambda path: path.stem
)
def test_the_head_of_a_question_says_what_it_returns(store, path):
    store.load_all(ALL)
    text = path.read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("// ")]
    assert [line[:6] for line in lines[:2]] == ["// zh:", "// en:"]
    told = tuple(line.split()[2] for line in lines[2:] if line.startswith("// column: "))
    answer = store.query(text)
    assert answer.columns == told
    assert answer.rows
