"""Everyday words against names: each field's example is made of its words, names hold something else."""

from __future__ import annotations

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import is_ordinary, one_of, opens_proper, proper_part

FIELDS = gazetteer("ordinary")


@pytest.mark.parametrize("field", FIELDS)
def test_the_example_of_a_field_holds_no_name(field: str) -> None:
    assert is_ordinary(FIELDS[field]["example"])
    assert any(word in FIELDS[field]["example"] for word in FIELDS[field]["words"].split())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("望川抽水蓄能电站", "望川"),
        ("新渝贵高铁", "新渝贵"),
        ("生活垃圾焚烧发电", None),
        ("2×66万千瓦机组", None),
        ("", None),
    ],
)
def test_the_part_that_is_a_name(words: str, name: str | None) -> None:
    found = proper_part(words)
    assert (found and words[slice(*found)]) == name


def test_one_of_takes_the_longest() -> None:
    import re

    assert re.match(one_of(["产业园", "产业园区"]), "产业园区")[0] == "产业园区"  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "opens"), [("望川抽水蓄能电站", True), ("新建望川大道", False), ("产业基地", False), ("", False)]
)
def test_what_opens_with_a_word_of_its_own(words: str, opens: bool) -> None:
    assert opens_proper(words) is opens
