"""Names of public bodies: every entry's example proves it, brackets of bodies are told from other brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.departments import is_collective, looks_like_body, national, official, unabridged
from policygraph.lexicon.regions import Area, area
from policygraph.resolve import bodies

BRACKETS = (Path(__file__).parents[1] / "cases" / "brackets.txt").read_text("utf-8")
LISTS = gazetteer("departments")


def under(heading: str) -> list[str]:
    """The lines under a heading of tests/cases/brackets.txt."""
    return BRACKETS.split(f"## {heading}\n")[1].split("\n\n")[0].split()


def examples(*sections: str) -> list[tuple[str, str]]:
    lines = [entry["example"] for section in sections for entry in LISTS[section].values()]
    return [(short.strip(), whole.strip()) for short, whole in (line.split("=>") for line in lines)]


def home_in(whole: str) -> Area:
    """The area that the examples are told for, by the name in the official form."""
    names = {"大方县": "大方县", "浙江": "浙江省", "贵州": "贵州省", "温州": "温州市", "六盘水": "六盘水市"}
    found = area(next((place for mark, place in names.items() if mark in whole), "贵阳市"))
    assert found is not None
    return found


def test_stems() -> None:
    for short, whole in examples("stems"):
        assert unabridged(short) == whole
        assert unabridged(whole) == whole


def test_whole_names() -> None:
    for short, whole in examples("whole", "party", "branches"):
        assert [body.name for body in bodies([short], home_in(whole))] == [whole], short


@pytest.mark.parametrize("example", [each for entry in LISTS["local"].values() for each in entry["examples"]])
def test_what_bodies_are_called_in_one_area(example: str) -> None:
    home, _, line = example.partition(" ")
    short, whole = (side.strip() for side in line.split("=>"))
    assert [body.name for body in bodies([short], area(home))] == [whole]


def test_national_bodies_under_all_their_names() -> None:
    for name, entry in LISTS["national"].items():
        for short in (name, *entry["short"]):
            assert national(short, in_national_text=False) == name, short
        for plain in entry.get("plain", ()):
            assert national(plain, in_national_text=True) == name, plain
            assert national(plain, in_national_text=False) is None, plain


def test_what_no_list_knows_stays() -> None:
    assert official("城市更新中心", "贵阳市") == "贵阳市城市更新中心"
    assert official("公安交通管理局", "贵阳市") == "贵阳市公安交通管理局"


@pytest.mark.parametrize("words", under("names bodies"))
def test_bodies(words: str) -> None:
    assert looks_like_body(words)


@pytest.mark.parametrize("words", under("names none"))
def test_no_bodies(words: str) -> None:
    assert not looks_like_body(words)


@pytest.mark.parametrize("words", under("collective"))
def test_collective_bodies(words: str) -> None:
    assert is_collective(words)


@pytest.mark.parametrize("words", under("single"))
def test_single_bodies(words: str) -> None:
    assert not is_collective(words)
