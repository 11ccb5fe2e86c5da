"""The grammar of roles: which words make a body lead, be responsible, support or implement."""

from __future__ import annotations

import pytest

from policygraph.find.duty_words import FIRST_LEADS, FOR_ALL, FOR_ALL_SENTENCE, GLUED, LABEL, OPEN_TAIL, ROLE_TAIL

BODY = "市财政局"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头", "lead"), ("牵头负责", "lead"), ("分别牵头", "lead"), ("共同牵头", "lead"), ("为牵头单位", "lead"), ("主办", "lead"),
        ("配合", "support"), ("参与", "support"), ("协同", "support"), ("指导", "support"), ("按职责分工配合", "support"), ("协办", "support"),
        ("落实", "implement"), ("负责落实", "implement"), ("结合实际落实", "implement"), ("具体落实", "implement"), ("推进", "implement"),
        ("负责", "responsible"), ("分别负责", "responsible"), ("按职责分工负责", "responsible"), ("按照职责分工", "responsible"),
        ("按责任分工负责", "responsible"), ("根据各自职责负责", "responsible"), ("为责任单位", "responsible"),
    ],
)  # fmt: skip
def test_a_role_word_behind_a_body(words: str, role: str) -> None:
    match = ROLE_TAIL.search(BODY + words)
    assert match is not None
    assert (match.lastgroup, match.start()) == (role, len(BODY))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("牵头单位：", "lead"), ("牵头部门：", "lead"), ("牵头责任单位：", "lead"), ("责任单位：", "responsible"), ("责任部门：", "responsible"),
        ("主要责任单位：", "responsible"), ("部门分工：", "responsible"), ("配合单位：", "support"), ("协同责任单位：", "support"),
        ("参与单位：", "support"), ("指导单位：", "support"), ("落实单位：", "implement"), ("具体实施单位：", "implement"),
        ("市级牵头单位：", "lead"), ("完成时限：", "nobody"), ("责任领导：", "nobody"), ("联系人：", "nobody"),
    ],
)  # fmt: skip
def test_a_label_before_bodies(words: str, role: str) -> None:
    match = LABEL.match(words)
    assert match is not None
    assert match[role]
    assert match["colon"]


@pytest.mark.parametrize(
    "words", ["等", "等部门", "等有关部门", "等单位", "等省级有关单位", "等相关部门和单位", "等12个部门"]
)
def test_words_that_leave_a_list_open(words: str) -> None:
    match = OPEN_TAIL.search(BODY + words)
    assert match is not None
    assert match[0] == words


@pytest.mark.parametrize("words", [BODY, "市均等化服务中心", "高等学校"])
def test_names_that_leave_nothing_open(words: str) -> None:
    assert OPEN_TAIL.search(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的部门为牵头部门，下同",
        "排名首位的为牵头责任单位",
        "第一位为牵头单位",
        "排在首位的单位为牵头单位",
    ],
)
def test_rules_that_the_first_leads(words: str) -> None:
    assert FIRST_LEADS.search(words) is not None


def test_a_body_that_leads_is_no_such_rule() -> None:
    assert FIRST_LEADS.search("市财政局为牵头单位") is None


def test_a_rule_that_charges_everybody() -> None:
    match = FOR_ALL.search("以下均需各市（特区、区）人民政府落实，不再列出")
    assert match is not None
    assert match["bodies"] == "各市（特区、区）人民政府"
    sentence = FOR_ALL_SENTENCE.search("所列各项任务均需各县（市、区）人民政府落实，表中不再列出")
    assert sentence is not None
    assert sentence["bodies"] == "各县（市、区）人民政府"


@pytest.mark.parametrize(
    "words", ["各市、县（市、区）人民政府", "各省、自治区、直辖市人民政府", "各区、县政府", "各镇、街道办事处"]
)
def test_one_body_though_a_comma_stands_in_it(words: str) -> None:
    match = GLUED.match(words)
    assert match is not None
    assert match[0] == words
