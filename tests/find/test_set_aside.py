"""Numbers with units that are no targets, each by a named rule."""

from __future__ import annotations

import pytest
from tests.find.test_targets import read


@pytest.mark.parametrize(
    ("printed", "what"),
    [
        ("1.发展铁路。推动年货运量150万吨以上的园区接入专用线。", "150万吨以上"),
        ("1.淘汰锅炉。加快淘汰35蒸吨/小时及以下燃煤锅炉。", "35蒸吨/小时及以下"),
        ("1.建设电源。推进2×66万千瓦煤电项目前期工作。", "66万千瓦"),
        ("1.鼓励更新。对更新农机给予最高5万元补贴。", "5万元"),
        ("1.巩固成果。截至2023年底，全县已建成农村公路1200公里。", "1200公里"),
        ("1.优化服务。对新办企业实行3个月过渡期。", "3个月"),
        ("1.规范经营。面积100平方米以上的超市设置回收点。", "100平方米以上"),
        ("1.完善电网。建设220千伏变电站。", "220千伏"),
        ("1.推进建设。到2026年，全市重点工程均按期建成投产，水电站（装机达到12万千瓦）投产。", "12万千瓦"),
    ],
)
def test_no_target_and_the_reason_why(printed: str, what: str) -> None:
    record = read(printed)
    assert record.targets == ()
    [left] = [left for left in record.leftovers if left.what == what]
    assert left.why != "unread"


def test_what_no_rule_names_is_left_over_by_that_name() -> None:
    record = read("1.其他。甲乙丙丁戊己庚辛，壬癸子丑寅卯47万吨辰巳午未。")
    assert record.targets == ()
    assert [(left.what, left.why) for left in record.leftovers] == [("47万吨", "unread")]
