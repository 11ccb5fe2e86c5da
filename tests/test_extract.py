"""Source → PlanRecord: any text gives a record whose facts stand in the text; why a body leads, in tests/cases/bases.txt."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import Case, cases, source
from tests.texts import examples, plans

from policygraph import record as records
from policygraph.extract import Known, extract
from policygraph.model import PlanRecord
from policygraph.scoring.entities import stands_in

PLAN = "城乡发展实施方案\n一、重点任务\n"
FACTS = ("assignments", "targets", "commitments", "projects", "citations", "mentions", "leftovers")


def words_of(fact: object) -> str:
    return next(getattr(fact, name) for name in ("surface", "quote", "title", "what") if hasattr(fact, name))


def test_a_number_too_large_for_any_machine_is_no_target() -> None:
    text = f"云岭市方案\n一、目标\n到2025年，粮食产量达到{'9' * 400}万吨，森林覆盖率达到55%。\n"
    record = extract(source(text))
    assert [target.value for target in record.targets] == [55]
    assert "too large a number" in [left.why for left in record.leftovers]
    assert json.loads(records.dumps(record))


def test_files_of_one_name_without_a_title_are_two_plans() -> None:
    one, other, again = (extract(source(text, "附件.docx")).plan for text in ("甲。\n", "乙。\n", "甲。\n"))
    assert (one.title, other.title) == ("附件", "附件")
    assert one.id == again.id != other.id


def assert_sound(record: PlanRecord, text: str) -> None:
    """Each fact belongs to a clause of the record, and its words stand at its span."""
    ids = {clause.id for clause in record.clauses}
    assert len(ids) == len(record.clauses)
    for name in FACTS:
        for fact in getattr(record, name):
            start, end = fact.span
            assert 0 <= start < end <= len(text)
            assert fact.clause in ids
            assert stands_in(words_of(fact), text[start:end]), (name, words_of(fact))
    for clause in record.clauses:
        assert clause.text == "" or stands_in(clause.text, text[clause.span.start : clause.span.end])
    assert {duty.department for duty in record.assignments} <= {department.id for department in record.departments}
    known = {each.id for each in (*record.companies, *record.places)}
    named = {id_ for project in record.projects for id_ in (*project.owners, *project.places)}
    assert named | {mention.entity for mention in record.mentions} <= known
    for kind in ("sections", "departments", "targets", "commitments", "companies", "places"):
        held = [fact.id for fact in getattr(record, kind)]
        assert len(held) == len(set(held)), kind


@pytest.mark.parametrize("case", cases("bases"))
def test_case(case: Case) -> None:
    record = extract(source(PLAN + case.printed + "\n"))
    keys = {clause.id: "/".join((*clause.path, clause.number or "")) for clause in record.clauses}
    printed = [f"{keys[a.clause]} | {a.surface} | {a.lead_basis}" for a in record.assignments if a.lead_basis]
    inherited = [f"{keys[a.clause]} | {a.surface} | inherited" for a in record.assignments if a.inherited]
    assert (*printed, *inherited) == case.expected


def test_the_lists_of_a_record_run_in_document_order() -> None:
    text = (
        PLAN
        + "1.甲。到2025年，甲率达到50%。（市商务局牵头）\n2.乙。到2026年，乙率达到60%。（市财政局牵头，市审计局配合）\n"
    )
    record = extract(source(text))
    for name in ("clauses", "assignments", "targets"):
        starts = [fact.span for fact in getattr(record, name)]
        assert starts == sorted(starts)
    assert [duty.position for duty in record.assignments] == [0, 0, 1]


def test_the_text_of_a_clause_has_each_paragraph_on_a_line() -> None:
    record = extract(source("甲市方案\n\n（一）节水。改造\n管网。\n牵头单位：市水利局\n配合单位：市财政局\n"))
    assert record.clauses[0].text.splitlines()[-2:] == ["牵头单位：市水利局", "配合单位：市财政局"]


def test_a_short_title_of_the_plan_itself_is_no_citation() -> None:
    text = "现就《甲市减排任务分工》（以下简称《任务分工》）通知如下。按照《甲省节能条例》（以下简称《节能条例》），落实《任务分工》。\n"
    record = extract(source("甲市减排任务分工\n\n一、压实责任\n\n" + text))
    assert [each.title for each in record.citations] == ["甲省节能条例"]


def test_a_plan_without_a_date_is_no_later_than_the_last_year_that_it_names() -> None:
    words = "{}年底前完成。（市编办牵头）\n"
    for year, name in (("2016", "贵阳市机构编制委员会办公室"), ("2025", "中共贵阳市委机构编制委员会办公室")):
        record = extract(source("贵阳市方案\n\n1.改革。" + words.format(year)))
        assert [each.name for each in record.departments] == [name]


def test_what_a_manifest_knows_overrides_what_is_read() -> None:
    known = Known(title="甲县食堂方案", jurisdiction="贵阳市", issuers=("贵阳市人民政府",), document_number="筑府发〔2024〕1号",
                  issued_on=datetime.date(2024, 3, 1), status="issued", sample=True)  # fmt: skip
    plan = extract(source(PLAN + "1.办食堂。\n"), known).plan
    assert (plan.title, plan.jurisdiction, plan.document_number, plan.status) == (
        "甲县食堂方案",
        "贵阳市",
        "筑府发〔2024〕1号",
        "issued",
    )
    assert plan.issued_on == datetime.date(2024, 3, 1)
    assert plan.sample
    assert plan.issuers == ("department:贵州省贵阳市/人民政府",)


def test_without_a_title_the_file_names_the_plan() -> None:
    assert extract(source("加强节约用水。\n", name="节水方案.txt")).plan.title == "节水方案"


def test_the_years_of_a_plan_are_those_of_its_aims() -> None:
    text = "健康发展方案\n一、总体要求\n（一）主要目标\n到2025年，甲率达到50%；到2030年，甲率达到60%。\n二、重点任务\n1.乙。2027年，建成医院1家。\n"
    assert extract(source(text)).plan.period_years == (2025, 2030)


def test_a_deadline_line_dates_the_clauses_targets() -> None:
    text = PLAN + "1.建设食堂。建成社区食堂20家。\n责任单位：县民政局\n完成时限：2026年12月\n"
    assert [target.year for target in extract(source(text)).targets] == [2026]


def test_the_sort_of_a_task_in_a_cell_of_its_own_is_no_aim() -> None:
    rows = "序号\t任务名称\t任务内容\t责任单位\t完成时限\n1\t推进全面覆盖\t社区食堂全面覆盖\t县民政局\t2026年\n"
    found = extract(source(PLAN + "附件\n分工表\n" + rows))
    assert [(each.what, each.year) for each in found.commitments] == [("社区食堂全面覆盖", 2026)]


def test_the_title_of_a_list_of_tasks_dates_its_rows_targets() -> None:
    rows = "序号\t重点任务\t责任单位\n1\t建成社区食堂20家\t县民政局\n2\t2025年建成驿站9处\t县民政局\n"
    [food, stops] = extract(source(PLAN + "附件\n重点任务清单（2024—2026年）\n" + rows)).targets
    assert (food.year, stops.year) == (2026, 2025)


def test_a_heading_that_names_a_year_dates_the_targets_below_it() -> None:
    text = (
        "甲市人才工作实施方案\n\n一、2025年工作回顾\n（一）引才。新引进人才500名。\n（二）留才。建成公寓2处。\n\n"
        "二、2026年重点任务\n（一）育才。培训技师300名。\n（二）用才。建成驿站9处。\n"
    )
    record = extract(source(text))
    assert [(each.value, each.year) for each in record.targets] == [(500, None), (2, None), (300, 2026), (9, 2026)]


def test_what_stands_behind_a_list_in_a_paragraphs_midst_is_read() -> None:
    text = "绍兴市稳增长措施\n\n一、任务\n（一）沿线开发。开展补贴。（市交通局牵头）加快渌越铁路沿线物流产业园建设。（市商务局牵头）年内新增就业500人。\n"
    found = extract(source(text))
    assert [each.name for each in found.projects] == ["渌越铁路沿线物流产业园"]
    assert [(each.value, len(found.clauses)) for each in found.targets] == [(500, 1)]


def test_a_year_that_leads_to_a_numbered_list_dates_its_items() -> None:
    items = "1、新建社区医院3家\n2、千人床位数达到6.5张\n3、2028年签约率达到80%以上\n"
    found = extract(source("甲市卫生强市实施方案\n\n一、总体要求\n（一）主要目标\n到2030年将实现：\n" + items)).targets
    assert [(each.value, each.year) for each in found] == [(3, 2030), (6.5, 2030), (80, 2028)]


def test_a_table_between_two_paragraphs_of_a_clause_is_read_once() -> None:
    text = (
        "绍兴市冷链实施方案\n一、重点项目\n（一）冷链。建设以下项目：\n表1 项目\n序号\t项目名称\t建设地点\n"
        "1\t枫桥冷链中心\t枫桥镇\n2\t店口屠宰场迁建\t店口镇\n加快推进上述项目。\n"
    )
    assert [each.name for each in extract(source(text)).projects] == ["枫桥冷链中心", "店口屠宰场迁建"]


def test_a_project_that_bodies_lead_is_a_clause_whose_size_is_no_aim() -> None:
    text = (
        "绍兴市2026年水利实施方案\n一、任务\n（一）治水。推进治水。\n附件\n重点项目清单\n"
        "序号\t项目名称\t建设内容\t完成时限\t牵头单位\t责任单位\n一、水利类\n"
        "1\t枫桥江店口段治理\t清淤6.5公里，护岸9公里\t12月底前\t市水利局\t店口镇、枫桥镇\n"
        "2\t城区燃气老化管道更新\t新铺管网65公里\t三季度末通水\t市水利局\t/\n"
    )
    found = extract(source(text))
    assert [(each.number, each.title) for each in found.clauses[1:]] == [
        ("1", "枫桥江店口段治理"),
        ("2", "城区燃气老化管道更新"),
    ]
    assert [(each.surface, each.role) for each in found.assignments] == [
        ("市水利局", "lead"), ("店口镇", "responsible"), ("枫桥镇", "responsible"), ("市水利局", "lead"),
    ]  # fmt: skip
    assert [each.name for each in found.projects] == ["枫桥江店口段治理", "城区燃气老化管道更新"]
    assert (found.targets, found.commitments) == ((), ())


def test_what_each_firm_of_a_table_is_to_do_is_its_project() -> None:
    rows = "序号\t企业名称\t改造内容\t完成时限\n1\t山西渌焦集团\t备煤筛焦系统封闭\t12月底\n2\t望峰水泥有限公司\t窑尾脱硝升级\t9月底\n"
    found = extract(source("临汾市超低排放改造方案\n一、任务\n（一）改造。改造任务见下表。\n" + rows))
    assert [each.name for each in found.projects] == ["山西渌焦集团备煤筛焦系统封闭", "望峰水泥有限公司窑尾脱硝升级"]
    assert all(each.owners for each in found.projects)


def test_a_row_that_heads_others_is_no_project() -> None:
    rows = "序号\t项目名称\t建设单位\t建设规模及内容\n一\t清洁运输类\n1\t望川皮带廊道工程\t越川港务有限公司\t全长12公里，起于渌石产业园\n"
    found = extract(source("渌州市大气治理方案\n一、任务\n（一）治理。重点工程如下。\n" + rows))
    assert [each.name for each in found.projects] == ["望川皮带廊道工程"]
    assert found.projects[0].places == ("place:park/渌石产业园",)


def test_what_is_done_at_each_place_of_a_table_is_a_project() -> None:
    rows = "序号　路段　建设内容　完成时限\n1　望川路　雨污分流管新建4公里　2026年9月\n2　越溪路　供水主管更换2公里　2026年10月\n"
    found = extract(source("渌州市管网更新计划\n一、任务\n（一）更新。重点路段如下。\n" + rows))
    assert [each.name for each in found.projects] == ["望川路雨污分流管新建4公里", "越溪路供水主管更换2公里"]


def test_the_year_in_an_annexs_title_dates_what_it_says() -> None:
    text = "甲市节水方案\n\n一、任务\n（一）管控。推进节水。\n\n附件\n2026年节水任务分解表\n改造渠道12公里。\n"
    [target] = extract(source(text)).targets
    assert (target.clause.rpartition("/")[2], target.year) == ("附件", 2026)


def test_the_rows_of_a_table_of_indicators_that_names_bodies_are_clauses_with_their_targets() -> None:
    rows = "指标\t2027年目标\t责任单位\n森林覆盖率（%）\t31\t市林业局\n湿地保护率（%）\t51\t市林业局、市水利局\n"
    record = extract(source("贵阳市方案\n\n一、目标\n（一）年度目标。目标见下表。\n" + rows))
    title_of = {clause.id: clause.title for clause in record.clauses}
    assert [(title_of[each.clause], each.indicator, each.value, each.year) for each in record.targets] == [
        ("森林覆盖率（%）", "森林覆盖率", 31, 2027),
        ("湿地保护率（%）", "湿地保护率", 51, 2027),
    ]
    assert [(title_of[each.clause], each.surface) for each in record.assignments] == [
        ("森林覆盖率（%）", "市林业局"),
        ("湿地保护率（%）", "市林业局"),
        ("湿地保护率（%）", "市水利局"),
    ]


def test_the_rows_of_a_table_by_year_are_targets_of_their_years() -> None:
    rows = "年份\tPM2.5浓度（微克/立方米）\t优良天数比率（%）\n2025年\t35\t85\n2026年\t34\t86\n"
    record = extract(source("贵阳市方案\n\n一、目标\n（一）年度目标。目标见下表。\n" + rows))
    assert [(each.indicator, each.value, each.unit, each.year) for each in record.targets] == [
        ("PM2.5浓度", 35, "微克/立方米", 2025),
        ("优良天数比率", 85, "%", 2025),
        ("PM2.5浓度", 34, "微克/立方米", 2026),
        ("优良天数比率", 86, "%", 2026),
    ]


def test_a_task_tables_deadline_dates_its_rows_targets() -> None:
    text = "序号\t重点任务\t责任单位\t完成时限\n1\t建成社区食堂20家\t县民政局\t2026年\n"
    assert [target.year for target in extract(source(text)).targets] == [2026]


def test_one_body_under_two_names_is_one_department() -> None:
    text = "贵阳市发展方案\n一、重点任务\n1.甲。（市住房城乡建设局负责）\n2.乙。（市住房和城乡建设局负责）\n"
    [department] = extract(source(text)).departments
    assert department.name == "贵阳市住房和城乡建设局"
    assert department.aliases == ("市住房城乡建设局", "市住房和城乡建设局")


@pytest.mark.parametrize(
    "text",
    ["", "\n", "　", "。", "）", "（（（", "一、", "\t\t", "1", "①", "²", "\x00", "《", "%", "\ufeff", "２０２５年"],
)
def test_the_least_of_texts_gives_a_record(text: str) -> None:
    assert_sound(extract(source(text)), text)


@examples(1500)
@given(plans())
def test_any_text_gives_a_sound_record(text: str) -> None:
    assert_sound(extract(source(text)), text)


@examples(150)
@given(plans(most=30), st.integers(1, 40))
def test_a_text_many_times_over_gives_a_sound_record(text: str, times: int) -> None:
    assert_sound(extract(source(text * times)), text * times)


@examples(300)
@given(plans())
def test_the_same_text_gives_the_same_record_to_the_byte(text: str) -> None:
    held = source(text)
    assert records.dumps(extract(held)) == records.dumps(extract(held))


HOSTILE = {
    "one line of aims": "到2025年，全市森林覆盖率达到55%以上，建成5个园区，",
    "one line of works": "推进长江物流集团有限公司建设冷链园区项目，",
    "numbers in a row": "10、",
    "brackets that nothing closes": "（",
    "brackets that nothing opens": "）",
    "titles that nothing closes": "《甲",
    "tabs": "\t甲",
    "headings that start over": "一、总体要求\n（一）目标\n1.甲\n",
    "lists of bodies": "（市商务局、市财政局负责）",
    "rows": "1\t建设平台\t市数据局\n",
    "boxes": "专栏1 重点工程\n建设园区一期\n",
    "annexes": "附件1\n2024年5月8日\n",
    "control characters": "\x00\x01\x1b甲\x7f",
    "quotes": "“",
    "spaces": "　",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_twenty_thousand_characters_of_one_thing_give_a_sound_record(name: str) -> None:
    text = (HOSTILE[name] * 20_000)[:20_000]
    assert_sound(extract(source(text)), text)


def test_fifty_kilobytes_on_one_line_give_a_sound_record() -> None:
    text = "".join(HOSTILE.values()).replace("\n", "") * 400
    assert len(text) > 50_000
    assert_sound(extract(source(text)), text)


def test_brackets_a_thousand_deep_give_a_sound_record() -> None:
    text = "一、任务\n1.甲。" + "（市商务局" * 1000 + "负责" + "）" * 1000
    assert_sound(extract(source(text)), text)


def test_a_firm_that_bears_a_duty_goes_by_its_full_name() -> None:
    text = (
        "绍兴市节能方案\n一、重点任务\n1.改造窑炉。支持浙江省渌钢（集团）有限责任公司、绍兴市水务投资集团有限公司改造。"
        "（市工信局、渌钢集团公司、市水务投资集团负责）\n"
    )
    record = extract(source(text))
    names = {department.id: department.name for department in record.departments}
    assert [names[duty.department] for duty in record.assignments] == [
        "绍兴市工业和信息化局",
        "浙江省渌钢（集团）有限责任公司",
        "绍兴市水务投资集团有限公司",
    ]


def test_a_text_without_a_title_speaks_of_the_area_that_it_names_most() -> None:
    """我市 says of what rank it is; a text that calls nothing its own and speaks of 全国 is the nation's."""
    words = "一、总体要求\n（一）{}\n（责任单位：市财政局）\n"
    city = extract(source(words.format("我市围绕广州发展，广州企业扩产，把广州建成枢纽，全市联动，与佛山合作。")))
    assert city.plan.jurisdiction == "广州市"
    assert [body.name for body in city.departments] == ["广州市财政局"]
    nation = extract(source("一、意义\n（一）我国草原广阔，全国各省（区、市）要加快发展，推广河北、山西经验。\n"))
    assert nation.plan.jurisdiction == "中国"


def test_a_plan_that_shares_out_a_reports_tasks_is_for_its_own_year() -> None:
    text = (
        "关于落实《政府工作报告》重点工作部门分工的意见（东府发〔2023〕9号）\n一、主要目标\n城镇新增就业5万人以上。\n"
    )
    [target] = extract(source(text)).targets
    assert target.year == 2023
