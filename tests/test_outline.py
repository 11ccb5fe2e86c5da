"""一、（一）1. → sections and clauses; the cases stand in tests/cases/outline.txt."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import Case, cases
from tests.texts import examples, plans

from policygraph.clean import Clean, clean
from policygraph.find.duties import duty_lists
from policygraph.outline import Outline, outline
from policygraph.tables import tables


def outlined(text: Clean) -> Outline:
    held = tables(text)
    return outline(text, duty_lists(text, held), held)


def told(text: Clean) -> tuple[str, ...]:
    """The headings and clauses in the order of the text: "§ 一 总体要求", "一/一 measure 指导思想 +box"."""
    lists = duty_lists(text, tables(text))
    found = outlined(text)
    lines = [(heading.start, 0, f"§ {heading.number} {heading.title}") for heading in found.headings]
    for unit in found.units:
        bears = any(unit.start <= duty.start < unit.end and duty.entries for duty in lists)
        box = " +box" if unit.boxes else ""
        lines.append((unit.start, 1, f"{unit.key} {'measure' if bears else 'statement'} {unit.title or '-'}{box}"))
    return tuple(line for *_, line in sorted(lines))


@pytest.mark.parametrize("case", cases("outline"))
def test_case(case: Case) -> None:
    assert told(case.clean()) == case.expected


@examples(400)
@given(plans())
def test_any_text_gives_an_outline_that_keeps_its_words(text: str) -> None:
    held = clean(text)
    found = outlined(held)
    stretches = [stretch for unit in found.units for stretch in unit.stretches]
    assert all(0 <= start <= end <= len(held.text) for start, end in stretches)
    told = [*stretches, *((p.start, p.end) for p in (*found.headings, *found.front, *found.back))]
    of_tasks = [(table.start, table.end) for table in tables(held) if table.assigns]
    lost = [p for p in held.paragraphs if not any(a <= p.start and p.end <= b for a, b in (*told, *of_tasks))]
    assert [held.of(p) for p in lost] == []


@examples(400)
@given(plans())
def test_clauses_follow_upon_each_other_and_their_keys_are_their_own(text: str) -> None:
    held = clean(text)
    units = outlined(held).units
    assert len({unit.key for unit in units}) == len(units)
    if not any(table.assigns for table in tables(held)):  # its rows are listed behind what stands around it
        assert all(above.end <= below.start for above, below in itertools.pairwise(units))


@examples(400)
@given(plans())
def test_a_headings_parent_is_a_heading_before_it(text: str) -> None:
    seen: set[str] = set()
    for heading in outlined(clean(text)).headings:
        assert heading.parent is None or heading.parent in seen
        seen.add(heading.key)


@examples(80)
@given(st.lists(st.sampled_from("甲乙丙丁戊己庚辛"), min_size=1, max_size=8))
def test_as_many_clauses_as_numbered_items(names: list[str]) -> None:
    items = [f"{i}.推进{name}项工作。加快建设。（市商务局负责）" for i, name in enumerate(names, 1)]
    text = clean("城乡建设方案\n一、重点任务\n" + "\n".join(items) + "\n")
    assert [unit.key for unit in outlined(text).units] == [f"一/{i}" for i in range(1, len(names) + 1)]
