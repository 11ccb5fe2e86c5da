"""Parts of the bureau whose own plan it is."""

from __future__ import annotations

import pytest
from tests.cases import source

from policygraph.extract import extract
from policygraph.lexicon.divisions import bureau_of, division_of


@pytest.mark.parametrize(
    ("issuers", "title", "bureau"),
    [
        (("安庆市教育局",), "教育系统节能实施方案", "安庆市教育局"),
        (("教育部办公厅",), "绿色学校行动方案", "教育部"),
        ((), "安庆市教育局2024年节能工作方案", "安庆市教育局"),
        ((), "安庆市局域网整治方案", ""),
        (("安庆市人民政府办公室",), "节能实施方案", ""),
        (("安庆市教育局", "安庆市财政局"), "节能实施方案", ""),
        (("中共安庆市委员会",), "节能实施方案", ""),
    ],
)
def test_whose_own_plan_it_is(issuers: tuple[str, ...], title: str, bureau: str) -> None:
    assert bureau_of(issuers, title, "安庆市") == bureau


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("基教处", "基教处"),
        ("局计财处", "计财处"),
        ("局办公室", "办公室"),
        ("办公室", "办公室"),
        ("局机关党委", "机关党委"),
        ("市场监督科", "市场监督科"),
        ("市教科院", None),
        ("各科室", None),
        ("后勤服务中心", None),
        ("城东街道办事处", None),
        ("灌区管理处", None),
        ("区民政局", None),
        ("城投公司", None),
    ],
)
def test_what_is_a_part_of_it(words: str, part: str | None) -> None:
    assert division_of("安庆市教育局", words) == (part and "安庆市教育局" + part)


def test_the_parts_of_a_bureau_are_named_after_it_in_its_own_plan() -> None:
    text = (
        "安庆市教育局节能工作方案\n一、主要任务\n1.创建绿色学校。（牵头单位：计财处；责任单位：局属各学校、市财政局）\n"
    )
    facts = extract(source(text))
    assert [(each.name, each.collective) for each in facts.departments] == [
        ("安庆市教育局计财处", False),
        ("局属各学校", True),
        ("安庆市财政局", False),
    ]
