"""Every annotated plan reads at least as well as the floor says; `python -m tests.gold_floor --renew` raises it."""

from __future__ import annotations

import json

import pytest
from tests import gold_floor
from tests.gold_floor import Annotated

from policygraph import scoring
from policygraph.model import ROLES

OWN = gold_floor.own_plans()
KEPT = gold_floor.kept_plans()


@pytest.mark.parametrize("plan", OWN, ids=lambda plan: plan.name)
def test_no_plan_reads_worse_than_its_floor(plan: Annotated) -> None:
    assert scoring.below(gold_floor.scores_of(plan), gold_floor.floor()) == []


@pytest.mark.skipif(not KEPT, reason="POLICYGRAPH_PLANS and POLICYGRAPH_GOLD name no annotated plans")
@pytest.mark.parametrize("plan", KEPT, ids=lambda plan: plan.name)
def test_no_kept_plan_reads_worse_than_its_floor(plan: Annotated) -> None:
    assert scoring.below(gold_floor.scores_of(plan), gold_floor.floor()) == []


@pytest.mark.parametrize("plan", [*OWN, *KEPT], ids=lambda plan: plan.name)
def test_every_word_of_evidence_stands_at_its_span(plan: Annotated) -> None:
    assert gold_floor.scores_of(plan).kinds["evidence"].extra == ()


@pytest.mark.parametrize("plan", OWN, ids=lambda plan: plan.name)
def test_an_annotation_quotes_its_plan_and_names_its_clauses(plan: Annotated) -> None:
    text, gold = gold_floor.source_of(plan).text, json.loads(plan.gold.read_text("utf-8"))
    printed = "".join(text.split())
    keys = [clause["key"] for clause in gold["clauses"]]
    assert len(keys) == len(set(keys))
    named = [
        fact["clause"]
        for kind in ("assignments", "targets", "commitments", "projects", "citations")
        for fact in gold[kind]
    ]
    assert set(named) <= set(keys)
    quoted = [
        *(t["quote"] for t in gold["targets"]),
        *(p["quote"] for p in gold["projects"]),
        *(c["title"] for c in gold["citations"]),
    ]
    assert [quote for quote in quoted if "".join(quote.split()) not in printed] == []
    known = {surface for department in gold["departments"] for surface in department["surfaces"]}
    assert {body for duty in gold["assignments"] for role in ROLES for body in duty[role]} <= known


def test_the_plans_are_of_many_kinds() -> None:
    texts = [gold_floor.source_of(plan).text for plan in OWN]
    assert len(texts) >= 12
    for mark in ("列第一位者为牵头单位", "责任单位：", "\t牵头单位\t", "健康", "县", "省", "國"):
        assert any(mark in text for text in texts), mark


def test_twelve_plans_of_many_layouts_are_read_in_every_kind() -> None:
    """A county, a province, a ministry, the state; tables of tasks, targets and projects; wrapped lines, traditional script."""
    kinds = (
        "clauses", "assignments", "same body", "official names", "targets", "commitments", "projects", "companies", "citations",
    )  # fmt: skip
    floor = gold_floor.floor()
    read = {plan.name for plan in OWN if all(floor[plan.name][kind]["f1"] >= 0.95 for kind in kinds)}
    assert len(read) >= 12
    assert {
        "countyrural", "provdigital", "ministrycarbon", "stateplan", "tasktable", "goaltable", "projtable", "prefwrap", "tradhealth",
    } <= read  # fmt: skip
