"""Texts for property-based tests: pieces of plans in any order, with what no plan would print among them."""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis import strategies as st

THOROUGH = "POLICYGRAPH_EXAMPLES" in os.environ  # as `make slow` has it

PIECES = (
    "一、", "（一）", "1.", "（1）", "①", "第一章 ", "总体要求", "。", "，", "；", "：", "、", "（", "）", "《", "》", "“", "”", "〔", "〕",
    "到2025年", "比2020年", "下降13%", "力争", "分别达到", "0.28万吨、0.16万吨", "以上", "建成5个园区", "翻一番", "百分之四十",
    "市发展改革委牵头", "市财政局", "按职责分工负责", "等", "责任单位：", "列第一位者为牵头单位，下同", "以下均需各县人民政府落实，不再列出",
    "责任单位", "完成时限", "备注", "完成时限：",
    "附件1", "专栏1 重点工程", "序号\t重点任务\t牵头单位", "1\t建设平台\t市数据局", "2024年5月8日", "凤政发〔2024〕3号", "\n", "\n\n",
    "\t", "\r\n", "\u2028", "\f", "\v", " ", "　", "—11—", "加快建设园区", "长江集团有限公司", "六枝特区", "GB/T 50378—2019",
    "2×66万千瓦", "10—15%", "\x00", "\u200b", "\ufeff", "𠀀", "🌏", "é", "-", "0", "9", "100000000000000000000", "%", "十五五", "“十四五”末",
)  # fmt: skip


def plans(most: int = 60) -> st.SearchStrategy[str]:
    """Texts that look like plans to a finder and like nothing to a reader; sometimes any characters at all."""
    made = st.lists(st.sampled_from(PIECES), max_size=most).map("".join)
    return st.one_of(made, made, st.text(max_size=120))


def examples(many: int) -> settings:
    """So `many` examples in `make slow`, a fifth of them else, but never less than forty."""
    return settings(max_examples=many if THOROUGH else max(40, many // 5), deadline=None)
