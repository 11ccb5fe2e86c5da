import datetime

import pytest

from policygraph.audit import deadlines


def statuses(facts, thresholds, day):
    report = deadlines(facts, thresholds, on=datetime.date.fromisoformat(day))
    return {row.cells[0]: row.cells[1] for row in report.tables[0].rows}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-06-30", {2025: "ahead", 2030: "ahead", None: "undated"}),
        ("2024-12-31", {2025: "near", 2030: "ahead", None: "undated"}),
        ("2025-12-31", {2025: "near", 2030: "ahead", None: "undated"}),
        ("2026-01-01", {2025: "past", 2030: "ahead", None: "undated"}),
    ],
)
def test_a_year_falls_due_on_its_last_day(facts, thresholds, day, expected):
    assert statuses(facts, thresholds, day) == expected


def test_what_is_past_names_its_bodies_and_quotes_the_plan(facts, thresholds):
    report = deadlines(facts, thresholds, on=datetime.date(2026, 3, 1))
    past = next(f for f in report.findings if "垃圾" in str(f.values["what"]) and f.evidence[0].number == "30")
    assert past.values["in_charge"] == "六盘水市住房和城乡建设局、六盘水市生态环境局"
    assert past.evidence[0].quote == "城市生活垃圾资源化利用率达到60%"
    assert report.exit_code(thresholds.fail_on) == 1


def test_the_summary_counts_each_aim_once(facts, thresholds):
    report = deadlines(facts, thresholds, on=datetime.date(2025, 1, 1))
    counted = sum(row.cells[2] + row.cells[3] for row in report.tables[1].rows)
    assert counted == len(facts.targets) + len(facts.commitments) == len(report.tables[0].rows)
