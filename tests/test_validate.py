"""`validate.report` names what is wrong, in either language, with the thing, its plan and its clause."""

from __future__ import annotations

import sys

import pytest

from policygraph import resources, validate
from policygraph.errors import DataError, PolicyGraphError
from policygraph.validate import Finding

SAMPLE = (resources.folder("ontology") / "examples" / "sample.ttl").read_text("utf-8")
PLAN = "plan:云泽市减污降碳协同增效实施方案"
CLAUSE = "clause:云泽市减污降碳协同增效实施方案/三/1"

VAGUE = """
:clause pg:commitsTo :aim .
:aim a pg:Commitment ; pg:id "commitment:甲" ; pg:inPlan :plan ; pg:inClause :clause ; pg:what "全面达标" ; pg:year 25 ;
    pg:vague false ; pg:quote "全面达标" ; pg:start 950 ; pg:end 954 .
"""


def test_a_sound_graph_conforms() -> None:
    assert validate.report(SAMPLE) == validate.Report(True, ())


def test_a_finding_names_thing_plan_clause_and_what_was_found() -> None:
    report = validate.report(SAMPLE + VAGUE)
    message = "A Commitment needs 'year' exactly once: the year by which it is due. (found: 25)"
    assert report == validate.Report(False, (Finding("commitment:甲", message, PLAN, CLAUSE),))


def test_findings_speak_chinese_on_request() -> None:
    (finding,) = validate.report(SAMPLE + VAGUE, language="zh").findings
    assert finding.message == "定性目标的“目标年”须填且只填一次：期限年份。（现为：25）"


def test_a_clause_stands_in_itself_and_a_shared_node_in_no_plan() -> None:
    report = validate.report(SAMPLE + ":clause pg:page 0 . :company pg:name '另一名称' .")
    assert [(each.what, each.plan, each.clause) for each in report.findings] == [
        ("company:云泽钢铁", None, None),
        (CLAUSE, PLAN, CLAUSE),
    ]


def test_evidence_stands_where_its_fact_stands() -> None:
    evidence = (
        "<https://w3id.org/policygraph/id/%E4%BE%9D%E6%8D%AE> a pg:Evidence ; <http://www.w3.org/ns/oa#hasBody> :aim ."
    )
    found = validate.report(SAMPLE + VAGUE.replace("25", "2025") + evidence).findings
    assert {(each.what, each.plan, each.clause) for each in found} == {("依据", PLAN, CLAUSE)}


def test_what_a_property_wrongly_points_at_is_named_by_its_id() -> None:
    (finding,) = validate.report(SAMPLE + ":project pg:ownedBy :department .").findings
    assert finding.message == "Each 'owned by' of a Project must be a company. (found: department:云泽市/生态环境局)"


def test_findings_come_in_a_fixed_order() -> None:
    bad = "".join(f":n{n} a pg:Indicator . " for n in range(9))
    found = validate.report(SAMPLE + bad).findings
    assert len(found) == 18
    assert list(found) == sorted(found, key=lambda each: (each.what, each.message))


@pytest.mark.parametrize("text", ["这不是图", ":a pg:b", '@prefix pg: <x> . pg:a pg:b "'])
def test_what_is_no_turtle_is_told_in_one_line(text: str) -> None:
    with pytest.raises(DataError, match="no Turtle") as caught:
        validate.report(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "<http://example.org/a> a <http://example.org/B> ."])
def test_a_graph_that_says_nothing_in_our_terms_does_not_pass_for_sound(text: str) -> None:
    with pytest.raises(DataError, match="nothing to validate"):
        validate.report(text)


def test_without_pyshacl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(PolicyGraphError, match=r"pip install 'policygraph\[validate\]'") as caught:
        validate.report(SAMPLE)
    assert caught.value.exit_code == 2
