"""Cells and Markdown tables: what a document prints stays text."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from policygraph.tabular import escaped, markdown, worded


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "True"),
        (0.2825, "0.2825"),
        (1234567.5, "1234567.5"),
        (60.0, "60"),
        (datetime.date(2022, 6, 1), "2022-06-01"),
        (["市财政局", None, 3], "市财政局、、3"),
        ({"id": "department:甲", "name": "甲局"}, "甲局"),
        ({"clause": "一", "quote": "达到60%"}, '{"clause": "一", "quote": "达到60%"}'),
    ],
)
def test_a_cell_reads_as_a_person_says_it(value: Any, words: str) -> None:
    assert worded(value) == words


def test_a_cell_ends_neither_its_row_nor_its_cell() -> None:
    lines = list(markdown(("部门", "原文"), [("甲|乙", "第一行\n第二行 <b>")]))
    assert lines == ["| 部门 | 原文 |", "| --- | --- |", "| 甲\\|乙 | 第一行 第二行 \\<b> |"]


def test_marks_of_markdown_are_only_signs() -> None:
    assert escaped("*甲* _乙_ [丙](丁) `戊` \\") == "\\*甲\\* \\_乙\\_ \\[丙\\](丁) \\`戊\\` \\\\"


def test_what_strikes_out_and_what_names_a_sign_are_only_signs() -> None:
    assert escaped("~~甲~~ &lt;b&gt; &#60; R&D") == "\\~\\~甲\\~\\~ \\&lt;b\\&gt; \\&#60; R&D"


def test_a_mark_within_a_word_needs_no_guard() -> None:
    assert escaped("first_listed __init__") == "first_listed \\_\\_init\\_\\_"
