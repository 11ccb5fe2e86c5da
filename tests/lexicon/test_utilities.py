"""The branches of operators and grid: every entry of `utilities.yml` gives what its example says."""

from __future__ import annotations

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import area
from policygraph.lexicon.utilities import printed
from policygraph.resolve import bodies

EXAMPLES = [entry["example"] for section in gazetteer("utilities").values() for entry in section.values()]


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_entry_gives_its_example(example: str) -> None:
    given, whole = example.split(" => ")
    place, short = given.split()
    assert [body.name for body in bodies([short], area(place))] == [whole]


@pytest.mark.parametrize("words", ["电力", "市邮政", "中国电信", "铁塔公司总部", "通信管理局", "国家电网", "市电力局"])
def test_what_names_no_branch(words: str) -> None:
    assert printed(words) is None
