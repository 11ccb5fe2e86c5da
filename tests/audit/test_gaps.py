import pytest

from policygraph.audit import gaps
from policygraph.audit.bodies import likeness


@pytest.fixture(scope="module")
def found(facts, thresholds):
    held = {}
    for finding in gaps(facts, thresholds).findings:
        held.setdefault(finding.kind, []).append(finding)
    return held


def quotes(findings):
    return [finding.evidence[0].quote for finding in findings]


def test_a_task_without_a_body_but_not_the_guiding_thought(found):
    assert "加强宣传教育" in quotes(found["no_duty"])
    assert "指导思想" not in quotes(found["no_duty"])


def test_a_list_closed_with_and_others_and_a_list_of_nobody(found):
    assert set(quotes(found["open_ended"])) == {"市能源局等按职责分工负责", "各相关部门"}


def test_measures_without_any_aim(found):
    titles = quotes(found["no_target"])
    assert "保护水环境" in titles
    assert "加强生活垃圾分类处置" not in titles


def test_vague_undated_and_baseless_aims(found):
    assert quotes(found["vague"]) == ["资源循环水平显著提升"]
    assert quotes(found["no_year"]) == ["森林覆盖率"]
    assert "no_baseline" not in found


def test_projects_without_owner_or_year(found):
    assert quotes(found["no_owner"]) == ["发耳电厂铁路专用线项目"]
    assert quotes(found["project_no_year"]) == ["发耳电厂铁路专用线项目"]


def test_names_that_may_be_one_body():
    assert likeness("自然资源局", "自然资源和规划局") == 5 / 8
    assert likeness("住建局", "住房和城乡建设局") == 3 / 8
    assert likeness("生态环境局", "教育局") == 0


def test_counts_are_set_against_what_could_have_the_gap(facts, thresholds):
    table = gaps(facts, thresholds).tables[0]
    rows = {(row.cells[0], row.cells[1]): row.cells[2:] for row in table.rows}
    assert rows["no_target", "贵阳贵安减污降碳协同增效实施方案"] == (4, 5, 0.8)
    assert rows["no_lead", "六盘水市减污降碳协同增效实施方案（征求意见稿）"][:2] == (1, 4)
