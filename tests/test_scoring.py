"""A record against an annotation: what is right, missed and extra, by name; and against a floor."""

from __future__ import annotations

import copy
import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from tests import gold_floor
from tests.cases import source

from policygraph import record as records
from policygraph import scoring
from policygraph.errors import DataError, PolicyGraphError
from policygraph.extract import extract
from policygraph.model import PlanRecord, Span
from policygraph.scoring.entities import stands_in
from policygraph.scoring.likeness import alike, match, within

TEXT = (
    "贵阳市冷链发展方案\n一、主要目标\n到2025年，冷库容量达到12—15万吨，力争损耗率比2020年下降5%以上，流通体系更加健全。\n"
    "二、重点任务\n1.建设冷库。落实《冷链物流规划》（筑商发〔2024〕2号）。（市商务局牵头，市财政局、市商务局配合）\n"
    "2.培育企业。（市市场监管局、市税务局负责，以下均需各区（市、县）人民政府落实，不再列出）\n3.加强监测。（市统计局负责）\n"
)
GOLD: dict[str, Any] = {
    "plan": {"title": "贵阳市冷链发展方案", "status": None, "document_number": None, "issued_on": None, "jurisdiction": "贵阳市", "issuers": []},
    "clauses": [
        {"key": "一", "kind": "statement", "begin": "一、主要目标到2025年", "end": "流通体系更加健全。"},
        {"key": "二/1", "kind": "measure", "begin": "1.建设冷库。落实", "end": "市商务局配合）"},
        {"key": "二/2", "kind": "measure", "begin": "2.培育企业。", "end": "不再列出）"},
        {"key": "二/3", "kind": "measure", "begin": "3.加强监测。", "end": "（市统计局负责）"},
    ],
    "assignments": [
        {"clause": "二/1", "lead": ["市商务局"], "responsible": [], "support": ["市财政局", "市商务局"], "implement": []},
        {"clause": "二/2", "lead": [], "responsible": ["市市场监管局", "市税务局"], "support": [], "implement": ["各区（市、县）人民政府"],
         "applies_to_all_following": True},
        {"clause": "二/3", "lead": [], "responsible": ["市统计局"], "support": [], "implement": []},
    ],
    "departments": [
        {"canonical": "贵阳市商务局", "surfaces": ["市商务局"], "collective": False},
        {"canonical": "贵阳市财政局", "surfaces": ["市财政局"], "collective": False},
        {"canonical": "贵阳市统计局", "surfaces": ["市统计局"], "collective": False},
        {"canonical": "各区（市、县）人民政府", "surfaces": ["各区（市、县）人民政府"], "collective": True},
        {"canonical": "贵阳市市场监督管理局", "surfaces": ["市市场监管局"], "collective": False},
        {"canonical": "国家税务总局贵阳市税务局", "surfaces": ["市税务局"], "collective": False},
    ],
    "targets": [
        {"clause": "一", "indicator": "冷库容量", "op": "eq", "value": 12, "value_to": 15, "unit": "万吨", "year": 2025, "baseline_year": None,
         "stance": "firm", "approx": False},
        {"clause": "一", "indicator": "损耗率", "op": "decrease", "value": 5, "unit": "%", "year": 2025, "baseline_year": 2020, "stance": "aspire",
         "approx": False, "or_more": True},
    ],
    "commitments": [{"clause": "一", "year": 2025, "what": "流通体系更加健全", "vague": True}],
    "projects": [], "companies": [],
    "citations": [{"clause": "二/1", "title": "冷链物流规划", "number": "筑商发〔2024〕2号"}],
    "places": [],
}  # fmt: skip


@pytest.fixture
def gold() -> dict[str, Any]:
    return copy.deepcopy(GOLD)


@pytest.fixture(scope="module")
def record() -> PlanRecord:
    return extract(source(TEXT))


def kinds(gold: dict[str, Any], record: PlanRecord, text: str | None = TEXT) -> dict[str, scoring.Score]:
    return dict(scoring.score(gold, record, text, plan="冷链").kinds)


def test_a_right_reading_scores_full_marks(gold: dict[str, Any], record: PlanRecord) -> None:
    wrong = {kind: (each.missed, each.extra) for kind, each in kinds(gold, record).items() if each.f1 < 1}
    assert wrong == {}


def test_how_many_are_right(gold: dict[str, Any], record: PlanRecord) -> None:
    right = {kind: each.right for kind, each in kinds(gold, record).items()}
    assert (right["clauses"], right["measures"], right["assignments"]) == (4, 3, 7)
    assert (right["lead basis"], right["inherited duties"]) == (3, 1)
    assert (right["targets"], right["stance and baseline"], right["target ranges"], right["commitments"]) == (
        2,
        2,
        1,
        1,
    )
    assert (right["citations"], right["citation numbers"]) == (1, 1)


def test_a_body_that_was_missed_and_one_that_is_extra(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["assignments"][0]["support"][0] = "市水务局"
    found = kinds(gold, record)["assignments"]
    assert (found.missed, found.extra) == (("二/1 市水务局 support",), ("二/1 市财政局 support",))
    assert found.precision == found.recall == found.f1 == pytest.approx(6 / 7)


def test_the_same_body_in_another_role_is_right_but_for_the_role(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["assignments"][0]["support"].remove("市财政局")
    gold["assignments"][0]["responsible"].append("市财政局")
    found = kinds(gold, record)
    assert found["assignments"].f1 < 1
    assert found["bodies in any role"].f1 == 1


def test_a_basis_other_than_the_annotated_one(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["assignments"][0]["lead_basis"] = "declared"
    found = kinds(gold, record)["lead basis"]
    assert (found.missed, found.extra) == (("二/1 市商务局 declared",), ("二/1 市商务局 stated",))


def test_nothing_is_inherited_where_no_rule_says_so(gold: dict[str, Any], record: PlanRecord) -> None:
    del gold["assignments"][1]["applies_to_all_following"]
    assert kinds(gold, record)["inherited duties"].extra == ("二/3 各区(市、县)人民政府 implement",)


@pytest.mark.parametrize(
    ("field", "value"), [("year", 2030), ("op", "ge"), ("unit", "吨"), ("value", 13), ("clause", "二/1")]
)
def test_a_target_must_be_right_in_all_that_is_to_be_reached(
    gold: dict[str, Any], record: PlanRecord, field: str, value: object
) -> None:
    gold["targets"][0][field] = value
    found = kinds(gold, record)["targets"]
    assert (found.right, len(found.missed), len(found.extra)) == (1, 1, 1)


def test_an_indicator_may_be_worded_another_way(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["targets"][0]["indicator"] = "全市冷库总容量"
    assert kinds(gold, record)["targets"].f1 == 1
    gold["targets"][0]["indicator"] = "森林覆盖率"
    assert kinds(gold, record)["targets"].right == 1


def test_a_change_that_is_a_bound_may_be_read_as_either(gold: dict[str, Any], record: PlanRecord) -> None:
    bound = dataclasses.replace(record, targets=(record.targets[0], dataclasses.replace(record.targets[1], op="ge")))
    assert kinds(gold, bound)["targets"].f1 == 1
    del gold["targets"][1]["or_more"]
    assert kinds(gold, bound)["targets"].right == 1


def test_stance_baseline_and_range_are_scored_apart(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["targets"][1]["stance"] = "firm"
    gold["targets"][0]["value_to"] = 16
    found = kinds(gold, record)
    assert found["targets"].f1 == 1
    assert (found["stance and baseline"].right, found["target ranges"].right) == (1, 0)


def test_a_clause_that_covers_too_little_is_not_the_clause(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["clauses"][0]["end"] = "冷库容量达到"
    found = kinds(gold, record)["clauses"]
    assert (found.missed, len(found.extra)) == (("一",), 1)


def test_facts_of_a_clause_follow_it_though_its_bounds_differ(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["clauses"][0]["end"] = "冷库容量达到"
    assert kinds(gold, record)["targets"].f1 == 1


def test_without_the_text_clauses_align_by_their_own_words(gold: dict[str, Any], record: PlanRecord) -> None:
    found = kinds(gold, record, None)
    assert found["clauses"].f1 == found["assignments"].f1 == found["targets"].f1 == 1
    assert "evidence" not in found


def test_white_space_in_the_text_never_counts(gold: dict[str, Any]) -> None:
    wide = TEXT.replace("冷库", "冷 库").replace("。", "。\u3000")
    assert scoring.score(gold, extract(source(wide)), wide).kinds["clauses"].f1 == 1


def test_words_that_do_not_stand_at_their_span_are_no_evidence(gold: dict[str, Any], record: PlanRecord) -> None:
    moved = dataclasses.replace(
        record, assignments=(dataclasses.replace(record.assignments[0], span=Span(0, 4)), *record.assignments[1:])
    )
    assert kinds(gold, moved)["evidence"].extra == ("duty 市商务局 (0, 4)",)


def test_official_names_and_same_body(gold: dict[str, Any], record: PlanRecord) -> None:
    gold["departments"][0]["canonical"] = "贵阳市商业局"
    gold["departments"][1]["surfaces"].append("市商务局")
    found = kinds(gold, record)
    assert found["official names"].missed[0] == "贵阳市商业局 read as 贵阳市商务局"
    assert found["same body"].missed == ("市商务局 市财政局",)


def test_nothing_annotated_and_nothing_read_is_all_right(gold: dict[str, Any], record: PlanRecord) -> None:
    found = kinds(gold, record)["companies"]
    assert (found.right, found.precision, found.recall, found.f1) == (0, 1.0, 1.0, 1.0)


def test_an_annotation_without_its_lists_is_refused(gold: dict[str, Any], record: PlanRecord) -> None:
    del gold["targets"]
    with pytest.raises(DataError, match="not an annotation"):
        scoring.score(gold, record, TEXT)


def test_an_annotation_without_clauses_is_scored_as_one(gold: dict[str, Any], record: PlanRecord) -> None:
    assert len(kinds(gold | {"clauses": []}, record)["clauses"].extra) == len(record.clauses)


@pytest.mark.parametrize("broken", [{"clauses": []}, GOLD | {"targets": [GOLD["targets"][0] | {"value": "十"}]}])
def test_an_annotation_that_is_broken_is_refused(broken: dict[str, Any], record: PlanRecord) -> None:
    with pytest.raises(DataError, match="not an annotation"):
        scoring.score(broken, record, TEXT)


# -- floors


def test_a_floor_that_is_reached(gold: dict[str, Any], record: PlanRecord) -> None:
    scores = scoring.score(gold, record, TEXT, plan="冷链")
    floor = json.loads(json.dumps({"冷链": gold_floor.floor_of(scores)}))
    assert scoring.below(scores, floor) == []
    assert scoring.compare(scores, floor) == scoring.Changes((), ())


def test_what_was_lost_is_named(gold: dict[str, Any], record: PlanRecord) -> None:
    floor = {"冷链": gold_floor.floor_of(scoring.score(gold, record, TEXT, plan="冷链"))}
    worse = scoring.score(gold, dataclasses.replace(record, commitments=()), TEXT, plan="冷链")
    assert scoring.compare(worse, floor).losses == ("commitments: missed 一 2025 流通体系更加健全",)
    [line] = scoring.below(worse, floor)
    assert line.startswith("commitments F1 0.0000 under 1.0000")
    assert "流通体系更加健全" in line


def test_what_was_won_is_named(gold: dict[str, Any], record: PlanRecord) -> None:
    worse = scoring.score(gold, dataclasses.replace(record, commitments=()), TEXT, plan="冷链")
    now = scoring.score(gold, record, TEXT, plan="冷链")
    assert scoring.compare(now, {"冷链": gold_floor.floor_of(worse)}).gains == (
        "commitments: no longer missed 一 2025 流通体系更加健全",
    )


def test_a_kind_that_is_not_scored_any_more_is_below_its_floor(gold: dict[str, Any], record: PlanRecord) -> None:
    floor = {"冷链": gold_floor.floor_of(scoring.score(gold, record, TEXT, plan="冷链"))}
    assert scoring.below(scoring.score(gold, record, None, plan="冷链"), floor) == ["evidence is not scored any more"]


def test_a_floor_without_the_plan_says_which_it_has(gold: dict[str, Any], record: PlanRecord) -> None:
    with pytest.raises(DataError, match="no plan '冷链': it has 温室"):
        scoring.below(scoring.score(gold, record, TEXT, plan="冷链"), {"温室": {}})


# -- files


def test_files_are_scored_and_shown(gold: dict[str, Any], record: PlanRecord, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("冷链.json", "read.json", "plan.txt")]
    for path, words in zip(paths, (json.dumps(gold), records.dumps(record), TEXT), strict=True):
        path.write_text(words, "utf-8")
    scores = scoring.score_files(*paths)
    assert scores.plan == "冷链"
    assert ("assignments", 1.0, 1.0, 1.0, 7, 0, 0) in scoring.rows(scores)
    assert all(len(row) == len(scoring.COLUMNS) for row in scoring.rows(scores))
    assert list(scoring.named(scores, 5)) == []


def test_names_are_told_up_to_a_number(gold: dict[str, Any], record: PlanRecord) -> None:
    scores = scoring.score(gold, dataclasses.replace(record, targets=()), TEXT)
    assert len([line for line in scoring.named(scores, 1) if line.startswith("targets: missed")]) == 1


@pytest.mark.parametrize(("words", "error"), [(None, PolicyGraphError), ("{", DataError), ("[]", DataError)])
def test_a_file_that_is_no_annotation(
    words: str | None, error: type[PolicyGraphError], record: PlanRecord, tmp_path: Path
) -> None:
    gold, predicted = tmp_path / "gold.json", tmp_path / "read.json"
    predicted.write_text(records.dumps(record), "utf-8")
    if words is not None:
        gold.write_text(words, "utf-8")
    with pytest.raises(error) as caught:
        scoring.score_files(gold, predicted)
    assert str(gold) in str(caught.value)


# -- likeness


def test_likeness_from_none_to_all() -> None:
    assert alike("森林覆盖率", "森林覆盖率") == within("覆盖率", "森林覆盖率") == 1
    assert alike("森林覆盖率", "冷库容量") == within("森林覆盖率", "冷库容量") == 0
    assert 0.5 < alike("单位地区生产总值能耗", "单位生产总值能源消耗") < 1
    assert alike("甲的和乙，（丙）", "甲乙丙") == 1


def test_the_likest_are_matched_first_and_each_once() -> None:
    assert match(["ab", "b"], ["b", "ab"], lambda g, f: len(set(g) & set(f)) / len(set(g + f))) == [(0, 1), (1, 0)]
    assert match(["a"], ["a", "a"], lambda g, f: float(g == f)) == [(0, 0)]
    assert match(["a"], ["b"], lambda g, f: float(g == f)) == []


def test_words_stand_in_a_stretch_in_their_order() -> None:
    assert stands_in("市场监管局", "市场监— 7 —\n管局")
    assert not stands_in("管局市场", "市场监管局")
    assert not stands_in("", "市场监管局")
