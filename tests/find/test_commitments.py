"""Aims with a deadline but no number; the cases stand in tests/cases/commitments.txt."""

from __future__ import annotations

import itertools
import re

import pytest
from tests.cases import Case, cases, source
from tests.find.test_targets import pattern, read

from policygraph.extract import extract
from policygraph.model import Commitment


def aims(printed: str) -> tuple[Commitment, ...]:
    """The aims of a whole plan where the first line is its title, else of a small one that `printed` stands in."""
    is_plan = re.match(r"[^。，]+方案(?:（.*）)?\n", printed)
    return (extract(source(printed + "\n")) if is_plan else read(printed)).commitments


@pytest.mark.parametrize("case", cases("commitments"))
def test_case(case: Case) -> None:
    found = [(str(aim.year), "vague" if aim.vague else "verifiable", aim.what) for aim in aims(case.printed)]
    expected = [tuple(part.strip() for part in line.split("|")) for line in case.expected]
    assert [aim[:2] for aim in found] == [aim[:2] for aim in expected]
    assert [
        what for (*_, what), (*_, form) in zip(found, expected, strict=True) if not re.fullmatch(pattern(form), what)
    ] == []


def test_no_words_are_both_a_target_and_a_commitment() -> None:
    record = read("到2026年，电商交易额达到50亿元，物流体系更加完善。")
    spans = sorted([*(target.span for target in record.targets), *(aim.span for aim in record.commitments)])
    assert len(spans) == 2
    assert all(above.end <= below.start for above, below in itertools.pairwise(spans))
