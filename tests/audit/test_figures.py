"""Which charts stand beside which tables of a report; the reports are made by hand."""

import sys
from itertools import pairwise

import pytest

from policygraph.audit import Report, Row, Table
from policygraph.audit.figures import figures
from policygraph.audit.page import to_html

SECTORS = Table("by_sector", ("plan", "sector", "department", "lead", "tasks"), (
    Row(("甲方案", "加强源头防控", "市水务局", 0, 2)), Row(("甲方案", "加强源头防控", "市生态环境局", 1, 3)),
    Row(("甲方案", "突出重点领域", "市生态环境局", 0, 4)), Row(("乙方案", "重点任务", "市教育局", 0, 1)),
))  # fmt: skip
BODIES = Table("departments", ("department", "tasks"), (Row(("市生态环境局", 7)),))
BARS = (("市生态环境局", {"lead": 1, "responsible": 6}), ("市水务局", {"responsible": 2}))
WORKLOAD = Report("workload", (BODIES, SECTORS), (), bars=BARS)
YEARS = Table("by_deadline", ("year", "status"), (Row((2025, "past")),))
DEADLINES = Report("deadlines", (YEARS,), (), years=((2025, "firm"), (2030, "aspire")))
SIDE = ("indicator_{}", "op_{}", "value_{}", "value_to_{}", "unit_{}", "plan_{}", "number_{}")
COLUMNS = ("kind", "region", "year", *(each.format("a") for each in SIDE), *(each.format("b") for each in SIDE))


def conflict(kind, a, b):
    """A conflict; a side is (op, value, unit), or (op, lower end, upper end, unit)."""
    first, second = ((*side[:2], None, side[2]) if len(side) == 3 else side for side in (a, b))
    return Row((kind, "甲市", 2025, "废水排放量", *first, "甲方案", "3", "废水排放量", *second, "乙方案", None))


def strips(*rows):
    report = Report("conflicts", (Table("conflicts", COLUMNS, rows),), ())
    return "".join(figures(report, report.tables[0], "zh"))


def in_order(svg, *words):
    places = [svg.index(f">{each}<") for each in words]
    return all(before < after for before, after in pairwise(places))


def test_each_plan_has_a_heat_map_of_its_own_themes_the_busiest_first():
    first, second = figures(WORKLOAD, SECTORS, "zh")
    assert in_order(first, "甲方案", "加强源头防控", "突出重点领域", "市生态环境局", "市水务局")
    assert "市教育局 × 重点任务: 1" in second
    assert "重点任务" not in first


def test_a_heat_map_has_as_many_departments_as_the_bars():
    (first, *_) = figures(Report("workload", (BODIES, SECTORS), (), bars=BARS[:1]), SECTORS, "zh")
    assert "市水务局" not in first


def test_a_conflict_in_two_units_is_drawn_in_one():
    svg = strips(conflict("value", ("eq", 0.2, "万吨"), ("eq", 1000.0, "吨")))
    assert in_order(svg, "0.2万吨", "1000吨")
    assert 'cx="720.7"' in svg  # 2000 of 2240 吨
    assert "数值不同" in svg
    assert "甲方案 3" in svg


def test_a_fall_against_a_rise_has_zero_between_them():
    svg = strips(conflict("direction", ("decrease", 5.0, "%"), ("increase", 8.0, "%")))
    assert in_order(svg, "↓5%", "↑8%")
    assert "100%" not in svg


def test_a_range_is_written_with_both_ends():
    assert in_order(strips(conflict("value", ("eq", 30.0, 35.0, "%"), ("eq", 30.0, 40.0, "%"))), "30—35%", "30—40%")


def test_tables_without_a_chart_have_none_and_no_conflict_draws_nothing():
    assert list(figures(WORKLOAD, Table("by_plan", ("plan",), ()), "zh")) == []
    assert strips() == ""


def test_the_page_shows_charts_beside_their_tables():
    text = to_html([WORKLOAD, DEADLINES], {})
    assert text.count("<svg") == 4  # bars, two heat maps, the timeline
    assert text.count('class="pair"') == 3
    assert to_html([WORKLOAD, DEADLINES], {}) == text


def test_without_the_drawing_library_the_page_stands_without_bars_and_timeline(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pygal", None)
    monkeypatch.delitem(sys.modules, "policygraph.render.charts", raising=False)
    monkeypatch.delattr("policygraph.render.charts", raising=False)
    text = to_html([WORKLOAD, DEADLINES], {})
    assert text.count("<svg") == 2
    assert "<td>市生态环境局</td>" in text
