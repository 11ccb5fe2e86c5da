"""Documents that a clause names; the cases stand in tests/cases/citations.txt."""

from __future__ import annotations

import pytest
from tests.cases import Case, cases, source

from policygraph.extract import extract
from policygraph.find.citations import titles


@pytest.mark.parametrize("case", cases("citations"))
def test_case(case: Case) -> None:
    record = extract(source("城乡建设方案\n一、总体要求\n" + case.printed + "\n"))
    found = tuple(f"{each.title} | {each.number or '-'} | {each.issuer or '-'}" for each in record.citations)
    assert found == case.expected


def test_a_document_counts_once_in_a_clause_and_again_in_the_next() -> None:
    words = "落实《健康促进办法》，执行《健康促进办法》。"
    record = extract(source(f"城乡建设方案\n一、重点任务\n1.甲。{words}\n2.乙。{words}\n"))
    assert [(each.clause[-1], each.title) for each in record.citations] == [
        ("1", "健康促进办法"),
        ("2", "健康促进办法"),
    ]


def test_the_plans_own_title_is_no_citation() -> None:
    record = extract(source("健康促进方案\n一、总体要求\n为实施《健康促进方案》，落实《健康促进办法》。\n"))
    assert [each.title for each in record.citations] == ["健康促进办法"]


def test_the_outermost_marks_make_the_title() -> None:
    words = "《关于印发〈甲〉的通知》和《乙》"
    assert [words[a:b] for a, b in titles(words, 0, len(words))] == ["《关于印发〈甲〉的通知》", "《乙》"]
