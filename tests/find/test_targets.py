"""What a clause commits to reach; the cases stand in tests/cases/targets.txt."""

from __future__ import annotations

import re

import pytest
from tests.cases import Case, cases, source

from policygraph.extract import extract
from policygraph.model import PlanRecord, Target

AIMS = "城乡发展实施方案\n一、总体要求\n（一）主要目标\n"
TASKS = "城乡发展实施方案\n一、重点任务\n"


def read(printed: str) -> PlanRecord:
    """The record of a small plan in which `printed` stands under 主要目标, or as a task where it has a number."""
    return extract(source((TASKS if printed[0].isdigit() else AIMS) + printed + "\n"))


def told(target: Target) -> str:
    """森林覆盖率 | ge 55 % | 2025 | from 2020 | aspire | about"""
    value = f"{target.value:g}" + (f"—{target.value_to:g}" if target.value_to is not None else "")
    words = [f"{target.op} {value} {target.unit}", f"{target.year or '-'}"]
    words += [f"from {target.baseline_year}"] if target.baseline_year else []
    words += [target.stance] if target.stance != "firm" else []
    words += ["about"] if target.approximate else []
    return " | ".join(words)


def pattern(indicator: str) -> str:
    """Words in ( ) may be left out; (a/b) stands for either."""
    parts = re.split(r"\(([^()]*)\)", indicator)
    return "".join(
        f"(?:{'|'.join(map(re.escape, part.split('/')))})?" if i % 2 else re.escape(part)
        for i, part in enumerate(parts)
    )


@pytest.mark.parametrize("case", cases("targets"))
def test_case(case: Case) -> None:
    found = [(target.indicator, told(target)) for target in read(case.printed).targets]
    expected = [[part.strip() for part in line.split("|", 1)] for line in case.expected]
    assert [rest for _, rest in found] == [rest for _, rest in expected]
    wrong = [
        name for (name, _), (form, _) in zip(found, expected, strict=True) if not re.fullmatch(pattern(form), name)
    ]
    assert wrong == []


def test_the_quote_runs_from_the_indicator_to_the_value() -> None:
    [target] = read("到2025年，全市森林覆盖率达到58%。").targets
    assert target.quote.endswith("森林覆盖率达到58%")


def test_every_number_with_a_unit_is_claimed_or_set_aside_with_a_reason() -> None:
    record = read("1.发展公转铁。到2026年，铁路货运量达到800万吨，推动年货运量150万吨以上的园区接入专用线。")
    assert [target.value for target in record.targets] == [800]
    assert [(left.what, bool(left.why)) for left in record.leftovers] == [("150万吨以上", True)]


def test_a_target_of_a_box_belongs_to_the_clause_before_it() -> None:
    text = TASKS + "1.建设园区。加快建设。\n专栏1 重点工程\n到2026年，建成冷库容量12万吨。\n"
    record = extract(source(text))
    assert {target.clause for target in record.targets} == {record.clauses[-1].id}


def test_a_date_at_the_end_of_a_duty_list_is_the_clauses_deadline() -> None:
    text = "方案\n一、任务\n1.改善出行。改造公交站台60座。（市交通局负责，2026年9月底前完成）\n2.改善供水。改造泵房8座。（市水务局负责）\n"
    assert [(t.value, t.year) for t in extract(source(text)).targets] == [(60, 2026), (8, None)]


@pytest.mark.parametrize(
    ("aim", "year"), [("——产前筛查率达到90%以上。", 2030), ("到2028年，产前筛查率达到90%以上。", 2028)]
)
def test_the_period_of_the_title_dates_aims_that_print_no_year(aim: str, year: int) -> None:
    [target] = extract(source(f"妇幼健康规划（2021—2030年）\n一、主要目标\n{aim}\n")).targets
    assert (target.indicator, target.year) == ("产前筛查率", year)


def test_the_period_of_the_title_dates_no_task() -> None:
    [target] = extract(source("妇幼健康规划（2021—2030年）\n一、任务\n1.筛查。产前筛查率达到90%以上。\n")).targets
    assert target.year is None


@pytest.mark.parametrize(
    ("title", "aims", "years"),
    [
        ("“十四五”体育发展规划", "——人均场地面积达到3平方米。", [2025]),
        ("“十四五”体育发展规划", "参与人数年均增长4%。到2025年，人均场地面积达到3平方米。", [2025, 2025]),
        ("体育发展规划（2021—2030年）", "参与人数年均增长4%。到2025年，人均场地面积达到3平方米。", [2030, 2025]),
        ("关于落实《“十四五”体育发展规划》的意见", "——人均场地面积达到3平方米。", [None]),
    ],
)
def test_aims_before_any_year_are_due_by_the_end_of_the_titles_period(
    title: str, aims: str, years: list[int | None]
) -> None:
    assert [each.year for each in extract(source(f"{title}\n一、主要目标\n{aims}\n")).targets] == years
