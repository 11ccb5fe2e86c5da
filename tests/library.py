"""The plans that the questions are asked of in tests, and an example for each parameter that a question must be told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from policygraph import sources
from policygraph.graph import Graph, build
from policygraph.questions import Question, filled
from policygraph.stores import Store

DRAFT = "plan:六盘水市减污降碳协同增效实施方案(征求意见稿)"
ENERGY = "plan:六盘水市“十四五”节能减排综合工作实施方案"
GUIYANG = "plan:贵阳贵安减污降碳协同增效实施方案"
EXAMPLES: dict[str, Any] = {
    "plan": DRAFT,
    "place": "region:贵州省六盘水市水城区",
    "department": "department:贵州省六盘水市/生态环境局",
    "other": "department:贵州省六盘水市/发展和改革委员会",
    "company": "company:首钢水城钢铁集团有限责任公司",
    "indicator": "indicator:单位地区生产总值能耗",
    "document": "document:产业结构调整指导目录",
    "topic": "绿色",
    "words": "水泥",
    "year": 2025,
}


def texts() -> Path | None:
    """The folder with the four real texts, None in a clone without them."""
    folder = os.environ.get("POLICYGRAPH_PLANS")
    return Path(folder) if folder else None


def graphs() -> list[Graph]:
    """The plans that ship, with their sentences where the texts are at hand."""
    return [build(record) for record in sources.shipped(texts())]


def example(asked: Question) -> dict[str, Any]:
    """All parameters of a question, the examples where it must be told."""
    given = {each.name: EXAMPLES[each.name] for each in asked.parameters if each.required}
    if asked.name == "targets/in-common":
        given["other"] = ENERGY
    return filled(asked, given)


def fill(store: Store) -> None:
    """Empties the store and loads the plans that ship."""
    store.clear()
    store.load_all(graphs())
