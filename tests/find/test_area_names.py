"""No finder breaks the name of an area: 和平区 and 于都县 begin with words that elsewhere join or lead up to names."""

from __future__ import annotations

import csv

import pytest
from tests.texts import THOROUGH

from policygraph import resources
from policygraph.clean import Clean, clean
from policygraph.find.citations import find_citations
from policygraph.find.commitments import find_commitments
from policygraph.find.duties import duty_lists
from policygraph.find.duty_list import surface
from policygraph.find.edges import lead_length, name_start
from policygraph.find.quantities import quantities
from policygraph.find.targets import Setting, read_targets

# 新建|区图书馆, 会同|县财政局, 全州|县市: what these say depends on where the plan is from
BROKEN = ["和平区", "和田地区", "于都县", "即墨区", "且末县", "呼和浩特市", "三门峡市", "让胡路区", "沿河土家族自治县"]
AMBIGUOUS = {"新建区", "会同县", "全州县", "和县", "中沙群岛的岛礁及其海域"}


def areas() -> list[str]:
    with (resources.folder("loaders") / "gazetteers" / "regions.csv").open(encoding="utf-8") as lines:
        return sorted({row["name"] for row in csv.DictReader(lines)} - AMBIGUOUS)


def some_areas() -> list[str]:
    """Every third of them, those that once were broken among them; all in `make slow`."""
    return areas() if THOROUGH else [*BROKEN, *areas()[::3]]


def stretch(printed: str) -> tuple[Clean, list[tuple[int, int]]]:
    read = clean(printed)
    return read, [(0, len(read.text))]


def test_before_what_stands_in_it() -> None:
    works = [f"{area}污水处理厂" for area in areas()]
    assert len(works) > 3000
    assert [each for each in works if lead_length(each) or name_start(each)] == []


@pytest.mark.parametrize("body", ["人民政府", "财政局"])
def test_in_a_duty_list(body: str) -> None:
    for area in some_areas():
        read, _ = stretch(f"1.整治。（市商务局、{area}{body}负责）")
        [duty] = duty_lists(read, [])
        assert [surface(read, entry) for entry in duty.entries] == ["市商务局", area + body]


def test_before_what_is_measured() -> None:
    for area in some_areas():
        found = read_targets(*stretch(f"到2027年，{area}森林覆盖率达到55%。"), Setting(aims=True))
        assert [target.indicator for target in found.targets] == [f"{area}森林覆盖率"]


def test_before_a_state_of_things() -> None:
    for area in some_areas():
        read, whole = stretch(f"到2027年，{area}治理体系基本形成。")
        found = find_commitments(read, whole, [], aims_section=True)
        assert [read.text[each.start : each.end] for each in found] == [f"{area}治理体系基本形成"]


def test_before_what_its_government_issues() -> None:
    for area in some_areas():
        read, whole = stretch(f"落实{area}人民政府《城乡发展实施意见》。")
        [found] = find_citations(read, whole)
        assert found.issuer
        assert read.text[slice(*found.issuer)] == f"{area}人民政府"


def test_no_number_of_things_stands_in_it() -> None:
    for area in some_areas():
        read, [(start, end)] = stretch(f"改造{area}道路。")
        assert quantities(read.text, start, end) == []
