"""Stable, readable ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph import ids


@pytest.mark.parametrize(
    ("words", "folded"),
    [("２０２５ 年", "2025年"), ("甲　乙\n丙", "甲乙丙"), ("（试行）", "(试行)"), ("ＰＭ２．５", "PM2.5")],
)
def test_width_and_white_space_never_tell_things_apart(words: str, folded: str) -> None:
    assert ids.fold(words) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(words: str) -> None:
    assert ids.fold(ids.fold(words)) == ids.fold(words)
    assert not any(c.isspace() for c in ids.fold(words))


def test_a_draft_and_the_plan_as_issued_are_two() -> None:
    assert ids.plan_id("甲市方案", draft=True) != ids.plan_id("甲市方案", draft=False)


def test_what_stands_in_a_plan_is_named_by_it() -> None:
    plan = ids.plan_id("甲市方案", draft=False)
    assert ids.within_plan("clause", plan, "三/二/1") == "clause:甲市方案/三/二/1"


def test_shared_things_are_named_by_their_words_alone() -> None:
    assert ids.shared("department", "贵州省 贵阳市", "生态环境局") == ids.shared(
        "department", "贵州省贵阳市", "生态环境局"
    )
    assert ids.shared("indicator", "森林覆盖率") == "indicator:森林覆盖率"


def test_a_digest_is_of_the_words_and_not_of_their_lines() -> None:
    assert ids.digest("甲 乙\n丙") == ids.digest("甲乙\t丙") != ids.digest("甲乙丁")
