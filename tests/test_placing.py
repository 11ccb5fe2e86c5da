"""What belongs under which column."""

from __future__ import annotations

import pytest

from policygraph.columns import Column
from policygraph.placing import fits, placed, shares

TASKS: tuple[Column, ...] = ("ordinal", "task", "task", "deadline", "lead", "support")


@pytest.mark.parametrize(
    ("column", "words", "fitting"),
    [("year", "12-15", True), ("year", "千克", False), ("unit", "万人", True), ("unit", "107", False),
     ("support", "市科技局等", True), ("support", "2025年", False), ("deadline", "每年6月底", True), ("deadline", "印染", False),
     ("ordinal", "（三）", True), ("ordinal", "东桥", False), ("indicator", "IPv6用户数", True), ("indicator", "8.5", False)],
)  # fmt: skip
def test_what_fits_under_a_column(column: str, words: str, fitting: bool) -> None:
    assert fits(column, words) is fitting  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "under"),
    [
        (["2", "推广种植", "改良品种12个。", "2026年", "市林业局", "市科技局"], [1, 1, 1, 1, 1, 1]),
        (["改良品种12个，推广面积3万亩。", "2026年", "市林业局"], [0, 0, 1, 1, 1, 0]),
        (["2", "改良品种12个，推广面积3万亩。", "市林业局", "市科技局"], [1, 0, 1, 0, 1, 1]),
        (["改良品种12个。", "市林业局", "2026年"], None),  # bodies before a deadline, where it is the other way round
    ],
)
def test_a_row_short_of_cells_is_placed_by_what_they_hold(cells: list[str], under: list[int] | None) -> None:
    assert placed(cells, TASKS) == under


def test_lines_are_shared_out_in_order() -> None:
    lines = [
        "改良品种12个，推广面积3万亩，建设苗圃和",
        "繁育基地。",
        "2026年底",
        "市林业局、",
        "市农业农村局",
        "特色产业",
    ]
    assert shares(lines, TASKS[2:], 20) == [2, 1, 2, 0]
