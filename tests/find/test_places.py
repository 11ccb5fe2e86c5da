"""Places; the cases stand in tests/cases/places.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases

from policygraph.clean import clean
from policygraph.find.places import find_places
from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import area

KINDS = {"parks": "park", "sites": "site", "waters": "basin", "great_waters": "basin", "regions": "admin"}


def read(words: str, home: str | None) -> list[tuple[str, str]]:
    text = clean(words)
    found = find_places(text, [(0, len(text.text))], area(home) if home else None)
    return [(text.words(p.start, p.end), p.kind) for p in found]


@pytest.mark.parametrize("case", cases("places"))
def test_case(case: Case) -> None:
    home, _, words = case.printed.partition("｜")
    assert tuple(f"{name} | {kind}" for name, kind in read(words, home)) == case.expected


@pytest.mark.parametrize(("section", "kind"), KINDS.items())
def test_every_list_proves_its_example(section: str, kind: str) -> None:
    entry = gazetteer("places")[section]
    assert read(entry["example"], "六盘水市") == [(entry["example"], kind)]


@pytest.mark.parametrize("section", ["water_matters", "hill_matters"])
def test_what_goes_on_behind_a_name_lets_it_end(section: str) -> None:
    entry = gazetteer("places")[section]
    name = {"water_matters": ("洋水河", "basin"), "hill_matters": ("大苗山", "site")}[section]
    assert all(read(name[0] + word, None)[0][0].startswith(name[0]) for word in entry["words"])
    assert name in read(entry["example"], None)


@pytest.mark.parametrize("word", gazetteer("places")["no_waters"]["words"])
def test_what_begins_like_a_water_is_no_place(word: str) -> None:
    assert read(f"对接{word}建设", None) == []


@pytest.mark.parametrize("word", gazetteer("places")["bodies"]["words"])
def test_an_area_in_a_bodys_name_is_no_place(word: str) -> None:
    assert read(f"由贵阳{word}负责", "贵阳市") == []
