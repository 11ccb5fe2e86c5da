"""No pattern of the finders takes forever on words that are said over and over."""

from __future__ import annotations

import time

import pytest
from tests.cases import source

from policygraph.extract import extract

LEAD = "城乡发展实施方案\n一、重点任务\n1.任务。"
SECONDS = 4  # a text of a thousand characters is read in milliseconds


@pytest.mark.parametrize(
    "printed",
    [
        f"推进湖滨公园{'建设运营' * 60}甲。",
        f"推进湖滨公园{'落地见效' * 60}甲。",
        f"推动浙江越州水泥有限公司{'机组' * 80}甲完成改造。",
        f"推动浙江越州水泥有限公司{'积极' * 400}甲。",
        f"建设伊宁至阿克苏、酒泉至额济纳铁路{'项目推进' * 60}甲。",
        f"推进{'和工程' * 60}等甲。",
        f"推进望川抽水蓄能电站、越川等{'项重点' * 60}甲。",
        f"年纳税达到100万元以上，{'按投资' * 60}甲。",
        f"到2027年，{'甲县和' * 60}乙县创建绿色矿山3座。",
        f"到2027年，消纳50万吨{'A' * 60}甲。",
        f"（{'市财政局和' * 6000}市商务局负责）",
        f"{'列甲为牵头，' * 3000}",
        f"{'2012年起5年内，' * 4000}建成园区3个。",
    ],
    ids=lambda printed: printed[:8] + printed[-8:],
)
def test_words_said_over_and_over(printed: str) -> None:
    begun = time.process_time()
    extract(source(f"{LEAD}{printed}\n"))
    assert time.process_time() - begun < SECONDS
