"""Names as printed → bodies. The cases stand in tests/cases/departments.txt, one list of a plan per line."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph import resolve
from policygraph.lexicon.decisions import decision
from policygraph.lexicon.homes import home_of
from policygraph.lexicon.regions import Area, area
from policygraph.resolve import Body, bodies

CASES = Path(__file__).parent / "cases" / "departments.txt"
GOLD = os.environ.get("POLICYGRAPH_GOLD")


def case_lines() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def split(names: str) -> list[str]:
    """At 、 and ，, but not within 各市、县（市、区）, 各省、自治区、直辖市 or brackets."""
    return re.split(r"(?<!各市)(?<!各省)(?<!自治区)[、，](?![^（]*）)", names.strip()) if names.strip() else []


def printed(body: Body, home: Area) -> str:
    elsewhere = f"〔{body.jurisdiction}〕" if body.jurisdiction != home.called() else ""
    return ("*" if body.collective else "") + body.name + elsewhere


@pytest.mark.parametrize("line", case_lines())
def test_case(line: str) -> None:
    given, expected = line.split("=>")
    place, names, known = given.split("|")
    home = area(place.strip()) or home_of(place.strip())
    assert home is not None
    assert [printed(body, home) for body in bodies(split(names), home, split(known))] == split(expected)


def test_there_are_enough_cases_from_enough_places() -> None:
    assert len(case_lines()) >= 60
    assert len({line.split("|")[0] for line in case_lines()}) >= 30


def test_one_body_under_all_its_names_and_across_plans() -> None:
    home = area("六盘水市")
    names = ["市住房城乡建设局", "市住房和城乡建设局", "市住建局", "六盘水市住房和城乡建设局", "住建局"]
    assert len({body.id for body in bodies(names, home)}) == 1
    elsewhere = bodies(["市住建局"], area("贵阳市"))[0]
    assert elsewhere.id == "department:贵州省贵阳市/住房和城乡建设局"
    assert elsewhere.id not in {body.id for body in bodies(names, home)}


def test_a_county_body_is_not_its_citys() -> None:
    city, county = bodies(["市生态环境局"], area("六盘水市")), bodies(["区生态环境局", "市生态环境局"], area("钟山区"))
    assert county[1] == city[0]
    assert county[0].id != city[0].id


def test_without_a_home_a_name_stays_as_printed() -> None:
    assert bodies(["市发展改革委"], None) == [Body("department:/市发展改革委", "市发展改革委", "", False)]
    assert bodies(["贵阳市发改委"], None)[0].name == "贵阳市发展和改革委员会"
    assert bodies(["税务总局"], None)[0].name == "国家税务总局"


def test_who_a_name_means_depends_on_the_year() -> None:
    province, city = area("江西省"), area("赣州市")
    assert bodies(["省金融监管局"], province, year=2022)[0].name == "江西省地方金融监督管理局"
    assert bodies(["省金融监管局"], province, year=2025)[0].name == "国家金融监督管理总局江西监管局"
    names = [body.name for body in bodies(["市金融监管局", "市地方金融监管局"], city, year=2024)]
    assert names == ["国家金融监督管理总局赣州监管分局", "赣州市地方金融监督管理局"]
    assert bodies(["市金融监管局"], area("宁波市"), year=2024)[0].name == "国家金融监督管理总局宁波监管局"
    assert bodies(["市编办"], city, year=2016)[0].name == "赣州市机构编制委员会办公室"


def test_an_empty_list_has_no_bodies() -> None:
    assert bodies([], area("贵阳市")) == []


@given(
    st.lists(st.text(alphabet="市省县区贵阳安新局委办厅各有关（）、发改公司大学中国等0Ａ ", max_size=12), max_size=5)
)
def test_any_words_give_one_body_each_and_the_same_ones_again(surfaces: list[str]) -> None:
    home = area("钟山区")
    first = bodies(surfaces, home, surfaces)
    assert len(first) == len(surfaces)
    resolve._body.cache_clear()
    assert first == bodies(surfaces, home, surfaces)


def test_decisions_hold_in_their_area_and_below_only() -> None:
    assert decision("company", "首钢水钢", area("六盘水市")) == "首钢水城钢铁集团有限责任公司"
    assert decision("company", "双元铝业", area("钟山区")) == "贵州省六盘水双元铝业有限责任公司"
    assert decision("company", "双元铝业", area("贵阳市")) is None
    assert decision("company", "双元铝业", None) is None


def test_unsure_and_not_the_same_join_nothing() -> None:
    assert decision("company", "盘江煤电", area("六盘水市")) is None
    assert decision("company", "首钢贵钢", area("贵阳市")) is None


@pytest.mark.skipif(not GOLD, reason="POLICYGRAPH_GOLD names no folder with the annotated plans")
@pytest.mark.parametrize("number", ["000", "002"])
def test_gold_departments(number: str) -> None:
    gold = json.loads((Path(str(GOLD)) / f"{number}.json").read_text("utf-8"))
    home = area(gold["plan"]["jurisdiction"])
    known = [surface for department in gold["departments"] for surface in department["surfaces"]]
    got: dict[str, set[Body]] = {surface: set() for surface in known}
    for duty in gold["assignments"]:
        listed = [name for role in ("lead", "responsible", "support", "implement") for name in duty.get(role, ())]
        for surface, body in zip(listed, bodies(listed, home, known), strict=True):
            got[surface].add(body)
    for department in gold["departments"]:
        found = {body for surface in department["surfaces"] for body in got[surface]}
        found |= set() if found else set(bodies(department["surfaces"], home, known))
        assert len({body.id for body in found}) == 1
        assert department["collective"] or {body.name for body in found} == {department["canonical"]}
