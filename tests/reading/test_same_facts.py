"""A plan says the same in whatever file it comes: its facts from Word, PDF, HTML and old encodings are those of its text."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from tests.reading import render
from tests.reading.conftest import facts_of, gold, needs_chinese_font, pieces_of, record_of, sample, source_of
from tests.reading.facts import differences, facts
from tests.reading.render import Piece
from tests.texts import THOROUGH

from policygraph.extract import extract
from policygraph.reading import convert, read_data
from policygraph.script import simplified

Render = Callable[[Sequence[Piece], str], bytes]
FORMATS: dict[str, Render] = {
    ".docx": lambda found, _: render.word(found),
    ".pdf": lambda found, _: render.paper(found),
    ".html": render.page,
    ".htm": lambda found, title: render.page(found, title, charset="gb2312"),
}


def _differences(path: Path, suffix: str, data: bytes) -> list[str]:
    return differences(facts_of(path), facts(extract(read_data(path.stem + suffix, data))))


def _assert_none(differences: Iterable[str]) -> None:
    """Prints every difference where there is one, not the first few."""
    if found := list(differences):
        pytest.fail("\n".join(["other facts than those of the text:", *found]), pytrace=False)


def _title(path: Path) -> str:
    return record_of(path).plan.title


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_kind_of_fact_in_every_field_is_that_of_the_text(plan: Path, suffix: str) -> None:
    if suffix == ".pdf":
        needs_chinese_font()
    _assert_none(_differences(plan, suffix, FORMATS[suffix](pieces_of(plan), _title(plan))))


def _of_gold() -> Iterator[object]:
    """Each gold plan in two of the formats, by turns; `make slow` has it in all."""
    for i, path in enumerate(gold()):
        for suffix in FORMATS if THOROUGH else list(FORMATS)[i % 2 :: 2]:
            yield pytest.param(path, suffix, id=f"{path.stem}-{suffix}")


@pytest.mark.parametrize(("path", "suffix"), list(_of_gold()))
def test_duties_and_targets_of_the_gold_plans_are_those_of_the_text(path: Path, suffix: str) -> None:
    if suffix == ".pdf":
        needs_chinese_font()
    found = _differences(path, suffix, FORMATS[suffix](pieces_of(path), _title(path)))
    _assert_none(line for line in found if line.startswith(("assignments", "targets")))


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_a_text_in_another_encoding_is_the_same_source(plan: Path, encoding: str) -> None:
    text = source_of(plan).text
    if encoding == "gbk":
        text = "".join(c for c in text if _fits(c, "gbk"))
    read_back = read_data("plan.txt", text.replace("\n", "\r\n").encode(encoding))
    assert read_back.text == text


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def test_big5_gives_the_duties_and_targets_of_the_same_text_in_utf8(plan: Path) -> None:
    traditional, data = render.big5(source_of(plan).text)
    found = read_data(plan.name, data)
    assert found.text == traditional
    expected = facts(extract(read_data(plan.name, traditional.encode())))
    _assert_none(differences(expected, facts(extract(found))))
    assert list(map(_folded, expected["targets"])) == list(map(_folded, facts_of(plan)["targets"]))


def _folded(line: str) -> str:
    """A fact in simplified script; the id of a plan without a title tells by eight digits in which script it is printed."""
    return re.sub(r"\([0-9a-f]{8}\)", "", simplified(line))


@pytest.fixture
def soffice() -> str:
    """LibreOffice, which CI installs."""
    program = convert.program()
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing: install libreoffice-writer-nogui")
        pytest.skip("LibreOffice (soffice) is not installed")
    return program


def test_word_printed_by_libreoffice_gives_the_same_duties_and_targets(plan: Path, soffice: str) -> None:
    data = render.office(render.word(pieces_of(plan)), "pdf", soffice)
    found = _differences(plan, ".pdf", data)
    _assert_none(line for line in found if line.startswith(("assignments", "targets")))


@pytest.mark.slow
def test_tables_printed_by_libreoffice_give_the_same_duties_and_targets(gold_plan: Path, soffice: str) -> None:
    data = render.office(render.word(pieces_of(gold_plan)), "pdf", soffice)
    found = _differences(gold_plan, ".pdf", data)
    _assert_none(line for line in found if line.startswith(("assignments", "targets")))


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf"])
def test_old_word_is_converted_by_itself(suffix: str, soffice: str) -> None:
    """The numbers are typed: LibreOffice does not write those that Word counts into these files as they were."""
    data = render.office(render.word(pieces_of(sample()), counted=False), suffix[1:], soffice)
    _assert_none(_differences(sample(), suffix, data))
