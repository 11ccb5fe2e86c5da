"""Areas: names to the one area that is meant, or to none."""

from __future__ import annotations

import pytest

from policygraph.lexicon import gazetteer
from policygraph.lexicon.homes import home_of
from policygraph.lexicon.regions import Area, area, find_areas


def at(name: str) -> Area:
    found = area(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("贵阳", "贵州省贵阳市"),
        ("贵阳市", "贵州省贵阳市"),
        ("貴陽市", "贵州省贵阳市"),
        ("六枝", "贵州省六盘水市六枝特区"),
        ("黔东南州", "贵州省黔东南苗族侗族自治州"),
        ("威宁县", "贵州省毕节市威宁彝族回族苗族自治县"),
        ("内蒙古", "内蒙古自治区"),
        ("六盘水市钟山区", "贵州省六盘水市钟山区"),
        ("贵州六盘水", "贵州省六盘水市"),
        ("贵州省六盘水市钟山区", "贵州省六盘水市钟山区"),
        ("贵安新区", "贵州省贵安新区"),
        ("浦东新区", "上海市浦东新区"),
        ("朝阳", "辽宁省朝阳市"),
        ("吉林", "吉林省"),
        ("香港特别行政区", "香港特别行政区"),
        ("东莞市", "广东省东莞市"),
        ("仙桃市", "湖北省仙桃市"),
        ("中国", "中国"),
    ],
)
def test_a_name_without_a_home(name: str, path: str) -> None:
    assert at(name).path == path


@pytest.mark.parametrize(
    "name", ["鼓楼区", "市中区", "钟山", "大方", "和平", "建设", "新区", "高新区", "城区", "京", "某某市", ""]
)
def test_what_does_not_decide_is_no_area(name: str) -> None:
    assert area(name) is None


@pytest.mark.parametrize(
    ("name", "home", "path"),
    [
        ("鼓楼区", "福州市", "福建省福州市鼓楼区"),
        ("市中区", "济南市", "山东省济南市市中区"),
        ("钟山", "六盘水市", "贵州省六盘水市钟山区"),
        ("水城", "钟山区", "贵州省六盘水市水城区"),
        ("大方", "毕节市", "贵州省毕节市大方县"),
        ("朝阳", "长春市", "吉林省长春市朝阳区"),
        ("朝阳区", "北京市", "北京市朝阳区"),
        ("高新区", "六盘水市", "贵州省六盘水市六盘水高新技术产业开发区"),
        ("贵安新区", "贵阳市", "贵州省贵安新区"),
    ],
)
def test_a_home_decides(name: str, home: str, path: str) -> None:
    found = area(name, at(home))
    assert found is not None
    assert found.path == path


def test_a_zone_of_another_name_is_not_the_citys_own() -> None:
    chongqing = at("重庆市")
    assert (area("经开区", chongqing), area("重庆经开区", chongqing)) == (None, None)
    assert area("万盛经开区", chongqing) == at("万盛经济技术开发区")


def test_former_names_are_the_area_as_it_is_now() -> None:
    former = [(path, entry.split()[0]) for path, entries in gazetteer("regions")["former"].items() for entry in entries]
    assert [name for path, name in former if area(name, at(path).above()[0]) != at(path)] == []


@pytest.mark.parametrize("section", ["zones", "also", "number_marks"])
def test_the_lists_name_areas_that_exist(section: str) -> None:
    for path in gazetteer("regions")[section]:
        assert at(path).path == path


def test_levels_codes_and_what_lies_above() -> None:
    district = at("贵州省六盘水市钟山区")
    assert (district.code, district.level) == ("520201", "county")
    assert [each.name for each in district.above()] == ["六盘水市", "贵州省", "中国"]
    assert (at("贵安新区").code, at("贵安新区").level) == (None, "zone")
    assert [each.name for each in at("北京市朝阳区").above()] == ["北京市", "中国"]
    assert at("中国").above() == ()


def test_an_area_is_called_by_its_name_where_that_is_enough() -> None:
    assert at("贵阳市").called() == "贵阳市"
    assert at("江苏省南京市鼓楼区").called() == "江苏省南京市鼓楼区"


def test_areas_in_a_text() -> None:
    text = "贵州省六盘水市钟山区、盘州市和水城，福州市鼓楼区；全市中心城区，大方得体。"
    found = [(text[start:end], each.name) for start, end, each in find_areas(text, at("六盘水市"))]
    assert found == [
        ("贵州省六盘水市钟山区", "钟山区"),
        ("盘州市", "盘州市"),
        ("水城", "水城区"),
        ("福州市鼓楼区", "鼓楼区"),
    ]


def test_short_names_in_a_text_need_a_home() -> None:
    assert find_areas("贵阳和钟山", None) == []
    assert [each.name for _, _, each in find_areas("贵阳和钟山", at("六盘水市"))] == ["贵阳市", "钟山区"]


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("六盘水市减污降碳协同增效实施方案", "贵州省六盘水市"),
        ("关于印发《贵阳贵安减污降碳协同增效实施方案》的通知", "贵州省贵阳市"),
        ("浙江省人民政府办公厅关于印发行动方案的通知", "浙江省"),
        ("國務院關於印發2030年前碳達峰行動方案的通知", "中国"),
        ("生态环境部等七部门关于印发实施方案的通知", "中国"),
        ("江苏省南京市鼓楼区碳达峰实施方案", "江苏省南京市鼓楼区"),
        ("推动消费品以旧换新永嘉行动方案", "浙江省温州市永嘉县"),
        ("永嘉县国民经济和社会发展计划", "浙江省温州市永嘉县"),
        ("贵安新区绿色发展实施方案", "贵州省贵安新区"),
        ("中共河北省委 河北省人民政府实施意见", "河北省"),
    ],
)
def test_the_home_of_a_plan_from_its_title(title: str, path: str) -> None:
    home = home_of(title)
    assert home is not None
    assert home.path == path


def test_the_home_of_a_plan_from_issuers_then_number() -> None:
    assert home_of("工业领域碳达峰实施方案", ["贵阳市生态环境局"]) == at("贵阳市")
    assert home_of("实施方案", [], "筑环通〔2023〕71号") == at("贵阳市")
    assert home_of("实施方案", [], "黔府发〔2022〕14号") == at("贵州省")
    assert home_of("实施方案", [], "黔东南府发〔2022〕1号") == at("黔东南州")
    assert home_of("实施方案", [], "国发〔2021〕33号") == at("中国")
    assert home_of("平安建设实施方案", [], None) is None


def test_a_name_longer_than_any_path_is_no_area() -> None:
    assert area("某" * 3000) is None
    assert area("贵州省六盘水市钟山区") is not None
