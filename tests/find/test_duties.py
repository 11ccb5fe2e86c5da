"""Lists of bodies with their roles; the cases stand in tests/cases/duties.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases, source

from policygraph.clean import Clean, clean
from policygraph.extract import extract
from policygraph.find.duties import duty_lists
from policygraph.find.duty_list import DutyList, surface
from policygraph.find.duty_rules import LeadRule, lead_rule, sorted_by
from policygraph.model import ROLES
from policygraph.tables import tables


def lists_of(text: Clean) -> tuple[DutyList, ...]:
    return duty_lists(text, tables(text))


def told(text: Clean, duty: DutyList) -> str:
    """lead 市发展改革委 | support 市财政局、市商务局 | open"""
    words = []
    for role in ROLES:
        bodies = [surface(text, entry) for entry in duty.entries if entry.role == role]
        words += [f"{role} {'、'.join(bodies)}"] if bodies else []
    return " | ".join(words + (["open"] if duty.open else []))


@pytest.mark.parametrize("case", cases("duties"))
def test_case(case: Case) -> None:
    text = case.clean()
    assert tuple(told(text, duty) for duty in lists_of(text)) == case.expected


def test_the_span_of_a_list_takes_in_its_brackets() -> None:
    text = clean("一、重点任务\n发展冷链物流。（市商务局负责）\n")
    [duty] = lists_of(text)
    assert text.text[duty.start : duty.end] == "（市商务局负责）"
    assert not duty.own_line


def test_governments_and_committees_of_all_areas_are_one_body() -> None:
    [duty] = lists_of(clean("治理扬尘。（各县、区人民政府（管委会）负责落实）\n"))
    assert len(duty.entries) == 1


def test_a_label_line_is_a_list_of_its_own() -> None:
    text = clean("发展冷链物流。\n责任单位：市商务局\n")
    [duty] = lists_of(text)
    assert duty.own_line


def test_the_rule_that_the_first_leads_holds_from_where_it_stands() -> None:
    text = clean(
        "1.甲项任务。（财政部、税务总局负责，列第一位者为牵头单位，下同）\n2.乙项任务。（商务部、海关总署负责）\n"
    )
    rule = lead_rule(text, lists_of(text))
    assert rule is not None
    assert text.text.index("甲项") < rule.start + len("财政部") < text.text.index("乙项")


def test_a_note_under_a_table_speaks_of_the_whole_plan() -> None:
    text = clean("1.甲项任务。（财政局、税务局负责）\n2.乙项任务。（商务局、海关负责）\n注：排在首位的为牵头单位。\n")
    assert lead_rule(text, lists_of(text)) == LeadRule(0)


def test_without_a_rule_nobody_leads_by_order() -> None:
    text = clean("1.甲项任务。（财政局、税务局负责）\n")
    assert lead_rule(text, lists_of(text)) is None


def test_lists_never_lie_within_another() -> None:
    text = clean("加强监管。（省市场监管局（省知识产权局）牵头，省公安厅（经侦总队）配合）\n")
    assert len(lists_of(text)) == 1


def test_the_bodies_of_a_table_of_projects_are_charged_with_the_clause_before_it() -> None:
    table = "序号\t项目名称\t建设内容\t投资\t责任单位\n1\t东桥水厂\t扩建\t560\t县水利局、东桥镇人民政府\n2\t北山路\t硬化\t83\t县林业局"
    found = extract(source(f"方案\n一、重点工程\n实施重点工程。\n{table}\n二、保障\n加强保障。\n"))
    assert [(a.clause[-2:], a.surface, a.role) for a in found.assignments] == [
        ("/一", name, "responsible") for name in ("县水利局", "东桥镇人民政府", "县林业局")
    ]
    assert [clause.kind for clause in found.clauses] == ["measure", "statement"]
    assert {project.name for project in found.projects} >= {"东桥水厂"}


def test_a_rule_with_a_sign_says_what_those_behind_it_bear() -> None:
    text = clean(
        "1.甲项任务。（市财政局，市税务局。列逗号之前的为牵头单位，其他单位配合，下同）\n2.乙项任务。（市商务局、市公安局，市法院）\n"
    )
    lists = lists_of(text)
    rule = lead_rule(text, lists)
    assert rule is not None
    assert [(surface(text, entry), role) for entry, role in sorted_by(rule, text, lists[1])] == [
        ("市商务局", "lead"), ("市公安局", "lead"), ("市法院", "support"),
    ]  # fmt: skip


def test_a_rule_with_a_semicolon() -> None:
    text = clean("1.甲项任务。（市财政局；市税务局）\n注：分号前为牵头单位，分号后为责任单位。\n")
    assert lead_rule(text, lists_of(text)) == LeadRule(0, "；", "responsible")
