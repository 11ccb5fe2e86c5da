"""Projects in sentences, boxes and tables; the cases stand in tests/cases/projects.txt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import Case, cases

from policygraph.clean import Clean, clean
from policygraph.find.organizations import find_companies
from policygraph.find.places import find_places
from policygraph.find.project_facilities import facility_nouns
from policygraph.find.project_frames import of_table, project_of
from policygraph.find.project_parts import ProjectMention
from policygraph.find.projects import find_projects
from policygraph.find.works import is_hollow, is_public, is_thing, is_work, names_infrastructure, says_nothing
from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import area
from policygraph.tables import tables

LISTS = gazetteer("projects")


def read(text: Clean, home: str, *, boxed: bool = False) -> list[ProjectMention]:
    own = area(home)
    everything = [(0, len(text.text))]
    companies, places = find_companies(text, everything, own), find_places(text, everything, own)
    return find_projects(text, everything, companies, places, own=home, boxes=everything if boxed else ())


def line(text: Clean, project: ProjectMention) -> str:
    owners = "、".join(text.words(o.start, o.end) for o in project.owners)
    places = [place.area.name if place.area else text.words(place.start, place.end) for place in project.places]
    size = text.words(*project.capacity) if project.capacity else ""
    return " | ".join([project.name, owners or "-", "、".join(places) or "-", size or "-"])


@pytest.mark.parametrize("case", cases("projects"))
def test_case(case: Case) -> None:
    home, _, words = case.printed.partition("｜")
    text = clean(words.removeprefix("□"))
    found = read(text, home, boxed=words.startswith("□"))
    assert tuple(line(text, project) for project in found) == case.expected


def test_each_name_in_the_script_that_is_printed() -> None:
    text = clean("支持泉州市正骨醫院創建國家中醫骨傷特色重點醫院。")
    assert [project.name for project in read(text, "泉州市")] == ["泉州市正骨醫院國家中醫骨傷特色重點醫院"]


def test_a_fuller_mention_of_a_plants_works_stands_for_both() -> None:
    text = clean("加快镜岭电厂节能改造。\n推动浙江越州能源有限公司镜岭电厂2×66万千瓦机组完成超低排放改造。")
    assert [p.name for p in read(text, "绍兴市")] == ["浙江越州能源有限公司镜岭电厂2×66万千瓦机组超低排放改造"]


def test_no_project_in_a_duty_list() -> None:
    text = clean("强化统筹。（诸暨市负责枫桥污水处理厂扩建工程）")
    start = text.text.index("（")
    places = find_places(text, [(0, len(text.text))], area("绍兴市"))
    barred = [(start, len(text.text))]
    assert not find_projects(text, [(0, len(text.text))], [], places, own="绍兴市", barred=barred)


TABLE = """序号\t项目名称\t建设地点\t建设单位\t建设规模及内容
1\t高纯氮化硅粉体项目\t诸暨经开区\t诸暨枫桥新材料有限公司\t新建厂房4.2万平方米
2\t枫桥文创园\t枫桥镇\t待定\t修缮古窑
3\t越州水库\t待定\t待定\t加固
4\t光伏发电项目\t全市\t各相关企业\t20万千瓦
合计\t3个\t\t\t"""


def test_a_row_of_a_project_table_is_a_project() -> None:
    text = clean(TABLE)
    home = area("绍兴市")
    everything = [(0, len(text.text))]
    companies, places = find_companies(text, everything, home), find_places(text, everything, home)
    found = [line(text, project) for project in of_table(text, tables(text)[0], companies, places)]
    assert found == [
        "高纯氮化硅粉体项目 | 诸暨枫桥新材料有限公司 | 诸暨经开区 | 4.2万平方米",
        "枫桥文创园 | - | 枫桥文创园、枫桥镇 | -",
        "越州水库 | - | 越州水库 | -",
    ]


BOX = """专栏1 重点工程
（1）诸暨市枫桥水库除险加固工程
新增库容300万立方米。
到2025年完成护岸12公里。
（2）水土保持工程
治理水土流失面积40平方公里。"""


@pytest.mark.parametrize(
    ("number", "expected"),
    [("300万", "诸暨市枫桥水库除险加固工程"), ("12公里", "诸暨市枫桥水库除险加固工程"), ("40平方", None)],
)
def test_a_number_in_a_titled_item_belongs_to_its_project(number: str, expected: str | None) -> None:
    text = clean(BOX)
    stretches = [(0, 0), (0, len(text.text))]
    found = project_of(text.text.index(number), read(text, "绍兴市", boxed=True), text, stretches)
    assert (found and found.name) == expected


def test_a_number_in_running_text_belongs_to_no_project() -> None:
    text = clean("推进诸暨市枫桥水库除险加固工程，新增库容300万立方米。")
    stretches = [(0, len(text.text))]
    assert project_of(text.text.index("300"), read(text, "绍兴市"), text, stretches) is None


@given(st.text(alphabet="推进建设诸暨市枫桥镇、和等（）“”，。；电厂有限公司项目工程改造2×66万千瓦\n", max_size=80))
def test_whatever_is_printed_the_name_of_a_project_stands_in_it(words: str) -> None:
    text = clean(words)
    for project in read(text, "绍兴市"):
        assert 0 <= project.start < project.end <= len(text.text)
        assert set(project.name) <= set(text.text)


TESTS = {
    "things": is_thing,
    "works": is_work,
    "hollow": is_hollow,
    "rest": says_nothing,
    "infrastructure": names_infrastructure,
    "publics": is_public,
    "facilities": lambda words: facility_nouns().search(words) is not None,
    "offices": lambda words: facility_nouns().search(words) is not None,
}


@pytest.mark.parametrize("section", LISTS)
def test_every_list_proves_its_example(section: str) -> None:
    example = LISTS[section]["example"].removeprefix("等")
    assert TESTS[section](example)
    assert any(word in example for word in LISTS[section]["words"])
