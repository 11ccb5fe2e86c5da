"""Where names begin: no area's own name is taken for the words that lead up to it."""

from __future__ import annotations

import csv

import pytest

from policygraph import resources
from policygraph.clean import clean
from policygraph.find.duties import duty_lists
from policygraph.find.duty_list import surface
from policygraph.find.edges import lead_length, name_start

# 新建|区图书馆, 会同|县财政局, 全州|县市: what these say depends on where the plan is from
AMBIGUOUS = {"新建区", "会同县", "全州县", "中沙群岛的岛礁及其海域"}


def areas() -> list[str]:
    with (resources.folder("loaders") / "gazetteers" / "regions.csv").open(encoding="utf-8") as lines:
        return sorted({row["name"] for row in csv.DictReader(lines)} - AMBIGUOUS)


def test_every_area_is_whole_before_what_stands_in_it() -> None:
    works = [f"{area}污水处理厂" for area in areas()]
    assert len(works) > 3000
    assert [each for each in works if lead_length(each) or name_start(each)] == []


@pytest.mark.parametrize("body", ["人民政府", "财政局"])
def test_every_area_is_whole_in_a_duty_list(body: str) -> None:
    for area in areas():
        read = clean(f"1.整治。（市商务局、{area}{body}负责）")
        [duty] = duty_lists(read, [])
        assert [surface(read, entry) for entry in duty.entries] == ["市商务局", area + body]
