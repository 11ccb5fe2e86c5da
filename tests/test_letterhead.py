"""What a plan says of itself; the cases stand in tests/cases/letterhead.txt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.cases import Case, cases
from tests.test_outline import outlined

from policygraph.clean import clean
from policygraph.letterhead import Letterhead, letterhead


def read(text: str) -> Letterhead:
    held = clean(text)
    return letterhead(held, outlined(held))


def told(head: Letterhead) -> Iterator[str]:
    if head.title:
        yield f"title {head.title}"
    yield f"status {head.status}"
    if head.document_number:
        yield f"number {head.document_number}"
    if head.issued_on:
        yield f"date {head.issued_on}"
    if head.issuers:
        yield f"issuers {'、'.join(head.issuers)}"


@pytest.mark.parametrize("case", cases("letterhead"))
def test_case(case: Case) -> None:
    assert tuple(told(read(case.printed))) == case.expected


def test_nothing_is_inferred_from_nothing() -> None:
    assert read("") == Letterhead(None, "unknown", None, None, ())
