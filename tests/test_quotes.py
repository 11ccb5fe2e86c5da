"""Straight quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.quotes import curled


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ('推广"一网通办"和"赣服通"', "推广“一网通办”和“赣服通”"),
        ('推广“一网通办"，深化＂一业一证＂', "推广“一网通办”，深化“一业一证”"),
        ('实施"百县\n千镇"工程，建"两园"', "实施“百县\n千镇”工程，建“两园”"),
        ("推广“一网通办”", "推广“一网通办”"),
        ('宽5" 的管\n"甲"', "宽5“ 的管\n“甲”"),
    ],
)
def test_straight_marks_are_read_as_the_curled_ones_that_they_stand_for(printed: str, read: str) -> None:
    assert curled(printed) == read


@given(st.text(alphabet='甲“”"＂\n，'))
def test_any_text_keeps_its_length_and_all_its_other_signs(text: str) -> None:
    assert len(curled(text)) == len(text)
    assert all(one == other or one in '"＂' for one, other in zip(text, curled(text), strict=True))
