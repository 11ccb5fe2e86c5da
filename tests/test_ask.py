"""Questions in a person's words: the cases of cases/questions.txt, and what an answer says of itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests import library

from policygraph.ask import Answer, ask, to_json
from policygraph.ask.match import wordings
from policygraph.ask.words import folded, read
from policygraph.errors import PolicyGraphError
from policygraph.questions import question
from policygraph.stores import Store

CASES = Path(__file__).parent / "cases" / "questions.txt"


@dataclass(frozen=True)
class Case:
    """A question, the name or status that must come of it, and its parameters by the ends of their values."""

    asked: str
    expected: str
    parameters: dict[str, str]


def _cases() -> list[Case]:
    found = []
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            asked, _, rest = line.partition(" => ")
            expected, _, parameters = rest.partition(" | ")
            found.append(Case(asked, expected, dict(each.split("=", 1) for each in parameters.split(", ") if each)))
    return found


@pytest.fixture
def store(library_store: Store) -> Store:
    return library_store


def _right(case: Case, answer: Answer) -> bool:
    if case.expected != (answer.question or answer.status):
        return False
    if answer.question is None:
        return not answer.rows
    defaults = {each.name: each.default for each in question(answer.question).parameters}
    given = {name: value for name, value in answer.parameters.items() if value != defaults[name]}
    said = {name: "+".join(value) if isinstance(value, list) else str(value) for name, value in given.items()}
    return said.keys() == case.parameters.keys() and all(
        said[name].endswith(end) for name, end in case.parameters.items()
    )


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.asked)
def test_a_question_is_understood_or_refused(store: Store, case: Case) -> None:
    if library.texts() is None and {"topic"} & case.parameters.keys():
        pytest.skip("the clauses' sentences are not here: set POLICYGRAPH_PLANS")
    answer = ask(store, case.asked)
    assert _right(case, answer), f"{answer.question} {dict(answer.parameters)} {answer.sentence}"


def test_nothing_in_one_role_tells_of_what_there_is_in_any(store: Store) -> None:
    [[name]] = store.query(
        "MATCH (d:Department)-[:LEADS]->(:Clause) WHERE NOT (d)-[:SUPPORTS]->(:Clause) RETURN d.name AS name ORDER BY d.id LIMIT 1"
    ).rows
    found = len(ask(store, f"{name}有哪些任务").rows)
    answer = ask(store, f"{name}配合哪些任务")
    assert (answer.rows, answer.sentence.endswith(f"不限角色有{found}项。")) == ((), True)
    assert ask(store, f"which tasks does {name} support").sentence.endswith(f" In any role: {found}.")


def test_there_are_a_hundred_to_answer_and_thirty_to_decline() -> None:
    declined = [case for case in _cases() if case.expected == "declined"]
    assert len(declined) >= 30
    assert len(_cases()) - len(declined) >= 100


def test_every_word_of_the_heads_is_known() -> None:
    for _, found in wordings():
        for wording in found:
            reading = read(re.split(r"“?\{\w+\}”?年?", folded(wording.text)))
            assert (reading.unknown, reading.beyond) == ((), ()), wording.text


def test_no_wording_stands_for_two_questions_with_the_same_names() -> None:
    seen: dict[object, str] = {}
    for asked, found in wordings():
        needs = tuple(sorted(each.kind for each in asked.parameters if each.required))
        for wording in found:
            owner = seen.setdefault((wording.concepts, wording.focus, needs), asked.name)
            assert owner == asked.name, wording.text


@pytest.mark.parametrize("words", ["which department leads the most tasks", "哪个部门牵头的任务最多"])
def test_the_leads_of_guiyang(store: Store, words: str) -> None:
    answer = ask(store, words, plan="贵阳")
    assert answer.rows[0][:2] == ("贵阳市生态环境局", 9)
    assert answer.rows[1][:2] == ("贵安新区生态环境局", 7)
    assert ("贵阳市工业和信息化局", 5) in [row[:2] for row in answer.rows]
    assert answer.basis == ("stated", "declared")
    assert "贵阳市生态环境局" in answer.sentence
    assert "9" in answer.sentence


@pytest.mark.parametrize(
    ("words", "project", "owner"),
    [("首钢水钢有哪些项目", "烧结机", "首钢水城钢铁集团有限责任公司"), ("美锦的项目", "煤焦氢", "美锦")],
)
def test_a_company_s_projects_come_with_owner_clause_and_box(
    store: Store, words: str, project: str, owner: str
) -> None:
    answer = ask(store, words, evidence=True)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    found = next(row for row in rows if project in row["project"])
    assert owner in str(found.get("owner") or found.get("company") or found["project"])
    assert found["clause"]
    assert found["box"] == "专栏"
    assert any(project in (each.quote or "") for each in answer.evidence)


def test_each_row_has_its_clauses_and_the_count_agrees(store: Store) -> None:
    answer = ask(store, "贵阳方案里谁牵头的任务最多", evidence=True)
    clauses = {each.clause for each in answer.evidence if each.row == 0}
    assert len(clauses) == answer.rows[0][1]
    assert all(each.quote and each.title and each.plan == library.GUIYANG for each in answer.evidence)


def test_what_is_level_with_the_first_is_named_too(store: Store) -> None:
    answer = ask(store, "哪家企业的项目最多")
    most = [row[0] for row in answer.rows if row[1] == answer.rows[0][1]]
    assert all(name in answer.sentence for name in most)


def test_the_answer_is_in_the_language_of_the_question(store: Store) -> None:
    assert ask(store, "how many plans are there").sentence.isascii()
    assert "个方案" in ask(store, "有多少个方案").sentence


def test_an_answer_as_json_has_the_keys_of_the_contract(store: Store) -> None:
    found = json.loads(json.dumps(to_json(ask(store, "贵阳方案的印发日期", evidence=True)), ensure_ascii=False))
    assert found["schema"] == "policygraph/answer/1"
    contract = {
        "asked",
        "status",
        "question",
        "parameters",
        "basis",
        "sentence",
        "columns",
        "rows",
        "cypher",
        "nearest",
        "evidence",
    }
    assert contract <= found.keys()
    assert found["rows"][0][found["columns"].index("issued_on")] == "2023-11-06"


def test_the_query_and_parameters_given_give_the_rows_again(store: Store) -> None:
    answer = ask(store, "贵阳市住建局牵头哪些任务")
    again = store.query(answer.cypher, answer.parameters)
    assert len(again.rows) == len(answer.rows)


def test_no_answer_has_no_rows_and_three_questions_that_come_near(store: Store) -> None:
    answer = ask(store, "哪个部门牵头的任务最少")
    assert answer.status != "answered"
    assert answer.rows == ()
    assert question("duties/most-leads").zh in answer.nearest
    assert len(answer.nearest) == 3


def test_a_name_that_several_bodies_share_is_asked_back(store: Store) -> None:
    answer = ask(store, "市生态环境局有哪些任务")
    assert answer.status == "unsure"
    assert "六盘水市生态环境局" in answer.sentence
    assert "贵阳市生态环境局" in answer.sentence


def test_the_plan_says_whose_body_is_meant(store: Store) -> None:
    answer = ask(store, "市生态环境局有哪些任务", plan=library.GUIYANG)
    assert answer.parameters["department"] == "department:贵州省贵阳市/生态环境局"


def test_a_plan_that_is_not_loaded_or_not_one_is_an_error(store: Store) -> None:
    with pytest.raises(PolicyGraphError, match="no loaded plan"):
        ask(store, "有哪些目标", plan="火星方案")
    with pytest.raises(PolicyGraphError, match="several plans"):
        ask(store, "有哪些目标", plan="六盘水")


@pytest.mark.parametrize(
    "words", ["", "？", "的", "(((", "a" * 3000, "牵头" * 500, "\x00", "MATCH (n) DETACH DELETE n", "“”", "《》"]
)
def test_any_text_gets_an_answer_or_a_reason(store: Store, words: str) -> None:
    answer = ask(store, words)
    assert answer.status in ("unsure", "declined")
    assert answer.sentence
