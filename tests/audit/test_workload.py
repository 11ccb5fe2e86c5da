import pytest

from policygraph.audit import workload
from policygraph.errors import PolicyGraphError


def table(report, name):
    found = next(table for table in report.tables if table.name == name)
    return [dict(zip(found.columns, row.cells, strict=True)) for row in found.rows]


def of(report, department):
    return next(row for row in table(report, "departments") if row["department"] == department)


def test_tasks_by_role_and_basis(facts, thresholds):
    row = of(workload(facts, thresholds), "贵阳市生态环境局")
    assert [row[column] for column in ("lead", "stated", "support", "tasks")] == [2, 2, 1, 3]


def test_a_convention_counts_as_lead_only_on_request(facts, thresholds):
    strict, wide = workload(facts, thresholds), workload(facts, thresholds, basis=["stated", "sole", "first_listed"])
    body = "六盘水市城市管理局"
    assert (of(strict, body)["lead"], of(strict, body)["responsible"], of(strict, body)["sole"]) == (0, 1, 1)
    assert (of(wide, body)["lead"], of(wide, body)["responsible"], of(wide, body)["sole"]) == (1, 0, 1)
    assert (strict.basis, wide.basis) == (("stated", "declared"), ("stated", "sole", "first_listed"))


def test_every_number_has_as_many_clauses_behind_it(facts, thresholds):
    for each in workload(facts, thresholds).tables:
        for row in each.rows:
            for column, behind in row.behind.items():
                assert row.cells[each.columns.index(column)] == len({e.clause for e in behind}) == len(behind)


def test_share_is_of_the_clauses_that_have_duties(facts, thresholds):
    report = workload(facts.only(["贵阳"]), thresholds)
    assert of(report, "贵阳市水务局")["share"] == 4 / 5


def test_a_body_that_never_leads_where_leads_are_named(facts, thresholds):
    named = {f.values["department"] for f in workload(facts, thresholds).findings if f.kind == "never_leads"}
    assert named == set()  # 贵阳市水务局 has four tasks, the threshold is five
    low = {
        f.values["department"]
        for f in workload(facts, _with(thresholds, never_leads_from=4)).findings
        if f.kind == "never_leads"
    }
    assert low == {"贵阳市水务局"}


def _with(thresholds, **values):
    from dataclasses import replace

    return replace(thresholds, **values)


def test_sole_charge_and_the_years_in_which_work_falls_due(facts, thresholds):
    report = workload(facts, thresholds)
    sole = {f.values["department"] for f in report.findings if f.kind == "sole"}
    assert sole == {"六盘水市交通运输局", "六盘水市城市管理局"}
    due = {(row["year"], row["department"]): row["tasks"] for row in table(report, "by_year")}
    assert due[2030, "六盘水市生态环境局"] == 1
    assert due[2025, "六盘水市生态环境局"] == 2


def test_collective_bodies_stay_out_of_concentration(facts, thresholds):
    report = workload(facts.only(["六盘水市减污降碳"]), thresholds)
    (row,) = table(report, "concentration")
    assert row["departments"] == 4  # 各相关部门 is a fifth name and no body
    assert row["hhi_tasks"] == round((2 * 2 + 1 + 1 + 1) / 25, 4)


def test_a_merger_counts_shared_clauses_once(facts, thresholds):
    report = workload(facts, thresholds, merge=["贵阳市水务局", "贵阳市林业局"])
    rows = {row["department"]: row["tasks"] for row in table(report, "merge")}
    assert rows == {"贵阳市水务局": 4, "贵阳市林业局": 4, "shared": 4, "贵阳市水务局 + 贵阳市林业局": 4}


def test_a_name_that_fits_several_bodies_or_none_is_refused(facts, thresholds):
    with pytest.raises(PolicyGraphError, match=r"市生态环境局 may be .*贵阳市生态环境局"):
        workload(facts, thresholds, merge=["市生态环境局", "贵阳市水务局"])
    with pytest.raises(PolicyGraphError, match="no department with a duty is called 火星局"):
        workload(facts, thresholds, merge=["火星局", "贵阳市水务局"])
    with pytest.raises(PolicyGraphError, match="is one department"):
        workload(facts, thresholds, merge=["贵阳市水务局"])
    with pytest.raises(PolicyGraphError, match="guessed is no basis of lead"):
        workload(facts, thresholds, basis=["guessed"])
