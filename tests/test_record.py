"""PlanRecord ↔ the JSON contract."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from tests import gold_floor
from tests.cases import source
from tests.texts import examples, plans

from policygraph import record as records
from policygraph.errors import DataError
from policygraph.extract import extract
from policygraph.model import PlanRecord

TEXT = (
    "贵阳市发展方案\n一、主要目标\n到2025年，绿化率达到45.5%，治理12—15处，环境更加优美。\n二、重点任务\n"
    "1.发展冷链。落实《冷链规划》，支持贵阳顺和冷链物流有限公司建设观山湖冷链园。（市商务局牵头，市财政局配合）\n贵阳市人民政府\n2024年5月8日\n"
)
KEYS = {
    "plan": {"id", "title", "document_number", "issued_on", "status", "jurisdiction", "issuers", "period_years"},
    "source": {"name", "media_type", "encoding", "sha256", "characters", "pages"},
    "sections": {"id", "number", "title", "parent", "span"},
    "clauses": {"id", "number", "path", "title", "kind", "text", "section", "span", "page"},
    "departments": {"id", "name", "aliases", "jurisdiction", "collective"},
    "assignments": {"clause", "department", "role", "lead_basis", "surface", "position", "inherited", "span"},
    "targets": {"id", "clause", "indicator", "indicator_id", "op", "value", "value_to", "unit", "year", "baseline_year", "stance",
                "approximate", "project", "quote", "span"},
    "commitments": {"id", "clause", "year", "what", "vague", "quote", "span"},
    "projects": {"id", "clause", "name", "owners", "places", "capacity", "quote", "span"},
    "companies": {"id", "name", "aliases", "kind"},
    "citations": {"clause", "title", "number", "issuer", "span"},
    "places": {"id", "name", "kind"},
    "leftovers": {"clause", "what", "why", "span"},
}  # fmt: skip


@pytest.fixture(scope="module")
def record() -> PlanRecord:
    return extract(source(TEXT))


def test_every_key_of_the_contract_is_there(record: PlanRecord) -> None:
    data = records.to_json(record)
    assert data["schema"] == "policygraph/plan/1"
    assert KEYS.keys() <= data.keys()
    for kind, keys in KEYS.items():
        held = data[kind] if isinstance(data[kind], list) else [data[kind]]
        assert all(keys <= fact.keys() for fact in held), kind


def test_values_are_plain(record: PlanRecord) -> None:
    data = json.loads(records.dumps(record))
    assert data["plan"]["issued_on"] == "2024-05-08"
    assert [target["value"] for target in data["targets"]] == [45.5, 12]
    assert all(isinstance(fact["span"], list) for fact in data["assignments"])


def test_chinese_is_written_as_it_is(record: PlanRecord) -> None:
    assert "市商务局" in records.dumps(record)
    assert "\n" not in records.dumps(record)
    assert records.dumps(record, indent=1).count("\n") > 20


def test_a_record_comes_back_as_it_was(record: PlanRecord) -> None:
    assert records.from_json(json.loads(records.dumps(record))) == record


@pytest.mark.parametrize("plan", gold_floor.own_plans(), ids=lambda plan: plan.name)
def test_the_record_of_a_whole_plan_comes_back(plan: gold_floor.Annotated) -> None:
    record = gold_floor.record_of(plan)
    assert records.from_json(json.loads(records.dumps(record))) == record


@examples(200)
@given(plans())
def test_the_record_of_any_text_comes_back(text: str) -> None:
    found = extract(source(text))
    assert records.from_json(json.loads(records.dumps(found))) == found


def test_facts_only_keeps_no_sentence(record: PlanRecord) -> None:
    long = dataclasses.replace(record.targets[0], quote="长" * 100)
    data = records.to_json(dataclasses.replace(record, targets=(long,)), facts_only=True)
    assert {clause["text"] for clause in data["clauses"]} == {""}
    assert data["targets"][0]["quote"] == "长" * records.QUOTE_LIMIT
    assert records.from_json(data).clauses[0].span == record.clauses[0].span


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"schema": "policygraph/plan/2"},
        {"schema": records.SCHEMA},
        {"schema": records.SCHEMA, "plan": {}},
    ],
)
def test_what_is_no_record_is_refused_in_one_line(data: object) -> None:
    with pytest.raises(DataError) as caught:
        records.from_json(data)
    assert "\n" not in str(caught.value)


def test_a_broken_fact_is_refused(record: PlanRecord) -> None:
    data = records.to_json(record)
    del data["clauses"][0]["id"]
    with pytest.raises(DataError, match="broken plan record"):
        records.from_json(data)


@pytest.mark.parametrize(
    "broken",
    [{"plan": 5}, {"source": None}, {"clauses": ["x"]}, {"clauses": 5}, {"sections": [None]}, {"targets": [[]]}],
)
def test_a_fact_that_is_no_object_is_refused(record: PlanRecord, broken: dict[str, object]) -> None:
    with pytest.raises(DataError, match="broken plan record"):
        records.from_json(records.to_json(record) | broken)


def test_counts(record: PlanRecord) -> None:
    counts = records.count([record, record])
    assert (counts["clauses"], counts["assignments"]) == (4, 4)
