"""One script, one width, the same length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policygraph.script import simplified


def test_traditional_and_full_width() -> None:
    assert simplified("單位能耗下降１３．５％（ＧＤＰ），萬噸／日") == "单位能耗下降13.5%（GDP），万吨/日"


def test_simplified_writing_stays_the_same_object() -> None:
    text = "显著提升乾县、覆盖率，著名的瞭望塔"
    assert simplified(text) is text


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0xFFFF, blacklist_categories=["Cs"])))
def test_lengths_stay_and_folding_twice_is_folding_once(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)
