"""The library as a whole: heads, columns, rows, and the same rows on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests import library

from policygraph.errors import PolicyGraphError
from policygraph.questions import THEMES, filled, question, questions, read, worded
from policygraph.stores import Store, open_store

_HEAD = """\
// zh: 有哪些方案？
// en: Which plans?
// ask: 方案
// say-zh: {rows}
// say-en: {rows}
// param: limit integer 5 at most so many rows
// column: plan 方案 the title
// evidence: none
"""


@pytest.fixture(scope="module", params=["neo4j", "newest"])
def neo4j(request: pytest.FixtureRequest) -> Iterator[Store]:
    server = request.getfixturevalue(f"{request.param}_server")
    with pytest.MonkeyPatch.context() as patch:
        server.enter(patch)
        with open_store(server.where, write=True) as store:
            library.fill(store)
            yield store
            store.clear()


def _rows(store: Store, name: str) -> list[list[Any]]:
    """The rows of a question, the proofs in an order of their own: how a store gathers them is its own affair."""
    asked = question(name)
    answer = store.query(asked.cypher, library.example(asked))
    hidden = answer.columns.index(asked.evidence) if asked.evidence else None
    return [
        [sorted(map(str, _flat(cell))) if at == hidden else cell for at, cell in enumerate(row)] for row in answer.rows
    ]


def _flat(proof: Any) -> list[Any]:
    return [each for part in proof for each in (_flat(part) if isinstance(part, list) else [sorted(part.items())])]


def test_at_least_forty_questions_and_each_theme_has_some() -> None:
    assert len(questions()) >= 40
    assert {each.theme for each in questions().values()} == set(THEMES)


@pytest.mark.parametrize("name", questions())
def test_a_head_gives_three_more_ways_to_ask_in_both_languages(name: str) -> None:
    asked = question(name)
    chinese = [each for each in asked.asks if any("一" <= char <= "鿿" for char in each)]
    assert len(asked.asks) >= 3
    assert chinese, "no Chinese wording"
    assert len(chinese) < len(asked.asks), "no English wording"


@pytest.mark.parametrize("name", questions())
def test_a_question_has_the_columns_that_its_head_declares(library_store: Store, name: str) -> None:
    asked = question(name)
    declared = [each.name for each in asked.columns] + ([asked.evidence] if asked.evidence else [])
    assert list(library_store.query(asked.cypher, library.example(asked)).columns) == declared


@pytest.mark.parametrize("name", questions())
def test_a_question_gives_rows_on_the_shipped_plans_or_says_why_not(library_store: Store, name: str) -> None:
    assert _rows(library_store, name) or question(name).maybe_empty


@pytest.mark.parametrize("name", questions())
def test_a_row_with_evidence_leads_to_clauses_that_exist(library_store: Store, name: str) -> None:
    asked = question(name)
    if asked.evidence is None:
        pytest.skip("its rows are about plans as a whole")
    answer = library_store.query(asked.cypher, library.example(asked))
    at = answer.columns.index(asked.evidence)
    pairs = [dict(each) for row in answer.rows for each in _flat(row[at])]
    assert all(any(True for _ in _flat(row[at])) for row in answer.rows)
    known = {row[0] for row in library_store.query("MATCH (c:Clause) RETURN c.id").rows}
    assert {pair["clause"] for pair in pairs} <= known


@pytest.mark.parametrize("name", questions())
def test_both_stores_give_the_same_rows(library_store: Store, neo4j: Store, name: str) -> None:
    assert _rows(library_store, name) == _rows(neo4j, name)


def test_stated_and_declared_leads_of_guiyang(library_store: Store) -> None:
    asked = question("duties/most-leads")
    rows = library_store.query(asked.cypher, filled(asked, {"plan": library.GUIYANG})).rows
    assert [row[:2] for row in rows[:2]] == [("贵阳市生态环境局", 9), ("贵安新区生态环境局", 7)]
    assert ("贵阳市工业和信息化局", 5) in [row[:2] for row in rows]


def test_tasks_in_any_role_of_the_liupanshui_draft(library_store: Store) -> None:
    asked = question("duties/most-tasks")
    first = library_store.query(asked.cypher, filled(asked, {"plan": library.DRAFT})).rows[0]
    assert first[:3] == ("六盘水市生态环境局", 33, 41)


def test_other_bases_of_lead_count_only_when_asked_for(library_store: Store) -> None:
    asked = question("duties/most-leads")
    assert library_store.query(asked.cypher, filled(asked, {"plan": library.DRAFT})).rows == []
    assert library_store.query(asked.cypher, filled(asked, {"plan": library.DRAFT, "basis": ["first_listed"]})).rows


def test_a_question_is_found_by_its_last_name_where_that_is_unique() -> None:
    assert question("most-leads").name == "duties/most-leads"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("duties/most-lead", "duties/most-leads"), ("list", "targets/list"), ("zzz", "policygraph questions")],
)
def test_an_unknown_or_doubtful_name_says_what_to_do(name: str, hint: str) -> None:
    with pytest.raises(PolicyGraphError, match=hint):
        question(name)


def test_a_question_takes_what_was_given_into_its_words() -> None:
    assert (
        worded("{department}在{year}年有哪些任务到期？", {"department": "市水务局", "year": 2025})
        == "市水务局在2025年有哪些任务到期？"
    )
    assert worded("{company}有哪些项目？", {}) == "…有哪些项目？"


def test_a_parameter_that_is_foreign_or_missing_is_refused() -> None:
    with pytest.raises(PolicyGraphError, match="no parameter colour"):
        filled(question("duties/most-leads"), {"colour": "red"})
    with pytest.raises(PolicyGraphError, match="needs department"):
        filled(question("duties/tasks-of"), {})


@pytest.mark.parametrize(
    ("spoilt", "complaint"),
    [
        (_HEAD.replace("// en: Which plans?\n", ""), "lacks en"),
        (_HEAD.replace("integer 5", "integer"), "param line"),
        (_HEAD.replace("integer 5", "colour 5"), "param line"),
        (_HEAD.replace("// ask: 方案\n", ""), "lacks ask"),
        (_HEAD + "// colour: red\n", "colour"),
    ],
)
def test_a_broken_head_is_refused(tmp_path: Any, spoilt: str, complaint: str) -> None:
    path = tmp_path / "plans.cypher"
    path.write_text(spoilt + "\nMATCH (p:Plan) RETURN p.title AS plan LIMIT $limit\n", "utf-8")
    with pytest.raises(PolicyGraphError, match=complaint):
        read(path, "structure/plans")
