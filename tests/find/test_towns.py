"""Towns by their short names, where the plan prints them in full elsewhere."""

from __future__ import annotations

import pytest

from policygraph.clean import clean
from policygraph.find.towns import Towns
from policygraph.lexicon.regions import area

NAMED = "各镇街（望渌镇、枫溪街道）抓好落实。"


def bare(words: str, home: str | None = "绍兴市") -> list[tuple[str, str | None]]:
    text = clean(f"{NAMED}\n{words}")
    found = Towns(text, area(home) if home else None).bare([(len(NAMED) + 1, len(text.text))], [])
    return [(text.words(each.start, each.end), each.called) for each in found]


def test_a_town_that_is_printed_in_full_goes_by_its_short_name_too() -> None:
    assert bare("完成望渌湿垃圾中转站建设，推进枫溪片排水达标。") == [("望渌", "望渌镇"), ("枫溪", "枫溪街道")]


@pytest.mark.parametrize("words", ["改造望渌路。", "望渌镇抓好落实。", "改扩建望渌高级中学。", "建设新望渌中转站。"])
def test_what_is_another_name_or_the_full_one_is_no_short_name(words: str) -> None:
    assert bare(words) == []


def test_a_plan_whose_area_nobody_knows_has_no_towns() -> None:
    assert bare("完成望渌湿垃圾中转站建设。", None) == []
