import pytest

from policygraph.audit import compare
from policygraph.errors import PolicyGraphError

LIUPANSHUI, GUIYANG = "六盘水市减污降碳", "贵阳贵安"


def rows(report, name):
    table = next(table for table in report.tables if table.name == name)
    return [dict(zip(table.columns, row.cells, strict=True)) for row in table.rows]


def test_measures_are_aligned_by_meaning_with_the_reason(facts, thresholds):
    report = compare(facts, thresholds, LIUPANSHUI, GUIYANG)
    row = next(row for row in rows(report, "measures") if row["number_a"] == "30")
    assert (row["kind"], row["number_b"]) == ("aligned", "1")
    assert row["terms"].startswith("加强生活垃圾分类处置 0.4")


def test_bodies_of_two_cities_are_compared_by_what_they_are(facts, thresholds):
    report = compare(facts, thresholds, LIUPANSHUI, GUIYANG)
    row = next(row for row in rows(report, "measures") if row["number_a"] == "30")
    assert row["only_b"] == "贵阳市城市管理局"
    assert "六盘水市生态环境局" in row["only_a"]  # in Guiyang it only supports


def test_what_only_one_plan_has(facts, thresholds):
    report = compare(facts, thresholds, LIUPANSHUI, GUIYANG)
    alone = {
        (row["kind"], row["number_a"] or row["number_b"])
        for row in rows(report, "measures")
        if row["kind"] != "aligned"
    }
    assert {("only_a", "31"), ("only_b", "3")} <= alone
    assert report.notes["aligned"] == 1


def test_targets_side_by_side(facts, thresholds):
    report = compare(facts, thresholds, LIUPANSHUI, "“十四五”节能减排")
    aims = {row["indicator"]: (row["kind"], row["aim_a"], row["aim_b"]) for row in rows(report, "targets")}
    assert aims["城市生活垃圾资源化利用率"] == ("other", "60%", "70%")
    assert aims["大宗工业固体废物综合利用率"] == ("only_a", "70%", None)
    assert any(f.kind == "other_value" and f.values["aim_b"] == "70%" for f in report.findings)


def test_a_plan_that_is_not_there_or_not_one_is_refused(facts, thresholds):
    with pytest.raises(PolicyGraphError, match="no plan is called '火星'"):
        compare(facts, thresholds, "火星", GUIYANG)
    with pytest.raises(PolicyGraphError, match=r"'减污降碳' could be .*六盘水市.*: say which"):
        compare(facts, thresholds, "减污降碳", GUIYANG)
    with pytest.raises(PolicyGraphError, match="are one plan"):
        compare(facts, thresholds, GUIYANG, "贵阳贵安减污降碳协同增效实施方案")
