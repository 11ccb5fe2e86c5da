"""Which deadline is in force; the cases stand in tests/cases/years.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases

from policygraph.clean import clean
from policygraph.find.years import YearScope, baseline, year_phrases


@pytest.mark.parametrize("case", cases("years"))
def test_case(case: Case) -> None:
    aims = not case.printed.startswith("task:")
    *before, _ = case.printed.removeprefix("task:").split("▲")
    whole = clean("".join(case.printed.removeprefix("task:").split("▲"))).text
    at = [len(clean("".join(before[: i + 1])).text) - 1 for i in range(len(before))]
    scope = YearScope(whole, 0, len(whole), aims=aims)
    found = [scope.at(offset) for offset in at]
    assert tuple(str(phrase.year) if phrase else "-" for phrase in found) == case.expected


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("比2020年下降", 2020),
        ("较2015年提高", 2015),
        ("与2023年相比", 2023),
        ("较“十三五”末", 2020),
        ("到2025年", None),
    ],
)
def test_a_baseline_is_the_year_that_a_value_is_compared_with(words: str, year: int | None) -> None:
    assert baseline(words) == year


def test_years_that_go_with_values_one_by_one() -> None:
    [phrase] = year_phrases("2025年和2030年分别达到62%和66%", 0, 20)
    assert phrase.years == (2025, 2030)


@pytest.mark.parametrize("words", ["三年", "第20条", "20个", "全年", "2025个", "12025年的"])
def test_what_is_no_year(words: str) -> None:
    assert year_phrases(words, 0, len(words)) == []
