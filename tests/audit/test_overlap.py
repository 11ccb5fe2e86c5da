from policygraph.audit import overlap


def test_the_same_task_under_other_bodies(facts, thresholds):
    same = [f for f in overlap(facts, thresholds).findings if f.kind == "same_task"]
    pairs = {(f.values["title_a"], f.values["title_b"]) for f in same}
    assert ("环境基础设施水平提升工程", "加强生活垃圾分类处置") in pairs
    finding = next(f for f in same if f.values["title_b"] == "加强生活垃圾分类处置")
    assert finding.values["only_a"] == "六盘水市城市管理局"
    assert "六盘水市生态环境局" in finding.values["only_b"]


def test_plans_of_two_cities_are_not_held_against_each_other(facts, thresholds):
    plans = {e.plan_title for f in overlap(facts, thresholds).findings if f.kind == "same_task" for e in f.evidence}
    assert "贵阳贵安减污降碳协同增效实施方案" not in plans


def test_bodies_that_always_work_together(facts, thresholds):
    (bound,) = [f for f in overlap(facts, thresholds).findings if f.kind == "together"]
    assert {bound.values["department_a"], bound.values["department_b"]} == {"贵阳市林业局", "贵阳市水务局"}
    assert (bound.values["tasks"], bound.values["share"]) == (4, 1.0)


def test_the_network_has_its_centres_and_communities(facts, thresholds):
    tables = {table.name: table for table in overlap(facts.only(["贵阳"]), thresholds).tables}
    centres = {row.cells[0]: row.cells[1:3] for row in tables["centres"].rows}
    assert centres["贵阳市水务局"] == (2, 6)  # with 林业局 in four clauses, with 生态环境局 in two
    assert centres["贵阳市城市管理局"] == (1, 1)
    members = [row.cells[2] for row in tables["communities"].rows]
    assert sorted("、".join(members).split("、")) == sorted(centres)


def test_one_plan_alone_has_no_like_tasks_and_an_empty_one_no_network(facts, thresholds):
    report = overlap(facts.only(["贵州省"]), thresholds)
    assert all(not table.rows for table in report.tables)
