from dataclasses import replace

from policygraph.audit import conflicts


def told(report):
    return {(f.kind, f.values["indicator_a"], f.values["aim_a"], f.values["aim_b"]) for f in report.findings}


def test_the_two_conflicts_of_liupanshui_with_both_quotes(facts, thresholds):
    report = conflicts(facts, thresholds)
    quotes = [{e.quote for e in finding.evidence} for finding in report.findings if finding.kind == "value"]
    assert {"城市生活垃圾资源化利用率达到60%", "城市生活垃圾资源化利用率达到70%"} in quotes
    assert {"大宗工业固体废物综合利用率达到70%", "大宗固体废弃物综合利用率提至75%以上"} in quotes
    assert len(quotes) == 2


def test_kindred_indicators_are_marked_as_such(facts, thresholds):
    kinds = {f.values["indicator_a"]: f.values["indicators"] for f in conflicts(facts, thresholds).findings}
    assert kinds["城市生活垃圾资源化利用率"] == "same"
    assert kinds["大宗固体废弃物综合利用率"] == "kindred"


def test_same_number_other_operator_or_baseline(facts, thresholds):
    found = told(conflicts(facts, thresholds))
    assert ("operator", "氮氧化物重点工程减排量", "≥2825吨", "0.2825万吨") in found
    assert ("baseline", "单位地区生产总值二氧化碳排放", "↓18%", "↓18%") in found


def test_a_lower_plan_that_is_weaker_than_the_one_it_cites(facts, thresholds):
    weaker = {f.values["indicator_a"] for f in conflicts(facts, thresholds).findings if f.kind == "weaker"}
    assert weaker == {"城镇新建绿色建筑占比", "PM2.5浓度"}  # 建成公园 is an amount, which a city has less of by nature


def test_other_regions_and_other_years_are_no_conflict(facts, thresholds):
    moved = replace(facts, targets=tuple(replace(t, year=2030) if "十四五" in t.plan else t for t in facts.targets))
    assert {f.kind for f in conflicts(moved, thresholds).findings} == {"weaker"}
    assert not conflicts(facts.only(["贵阳贵安", "“十四五”"]), thresholds).findings


def test_an_aspired_value_beside_a_firm_one_that_agrees_is_no_conflict(facts, thresholds):
    firm = next(t for t in facts.targets if t.printed == "城市生活垃圾资源化利用率" and t.value == 60)
    agreed = [
        replace(t, value=60.0, base_value=60.0) if t.value == 70 and t.printed == firm.printed else t
        for t in facts.targets
    ]
    more = replace(firm, id=firm.id + "+", value=65.0, base_value=65.0, stance="aspire")
    report = conflicts(replace(facts, targets=(*agreed, more)), thresholds)
    assert not any(f.values["indicator_a"] == firm.printed for f in report.findings)


def test_exit_code_is_for_the_kinds_that_fail(facts, thresholds):
    report = conflicts(facts, thresholds)
    assert report.exit_code(thresholds.fail_on) == 1
    assert report.exit_code(["past"]) == 0
