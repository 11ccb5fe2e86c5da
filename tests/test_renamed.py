"""Nothing hangs on a plan's own names: with other real cities and companies put in their place it is read as well."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

import pytest

from policygraph import scoring
from policygraph.extract import extract
from policygraph.model import Source

TEXTS, GOLD = os.environ.get("POLICYGRAPH_PLANS"), os.environ.get("POLICYGRAPH_GOLD")
pytestmark = pytest.mark.skipif(not (TEXTS and GOLD), reason="POLICYGRAPH_PLANS and POLICYGRAPH_GOLD name no folders")
OTHER = {
    "000": [
        ("六盘水", "景德镇"), ("六枝特区", "浮梁县"), ("六枝", "浮梁"), ("钟山", "珠山"), ("盘州", "乐平"), ("水城", "昌江"),
        ("贵州", "江西"), ("黔环气", "赣环气"), ("首钢水钢", "景钢昌江"), ("首钢", "景钢"), ("昊龙胜境", "宏泰远山"), ("粤黔", "浙赣"),
        ("野马寨", "白石坡"), ("双元", "三和"), ("安凯达", "博远达"),
    ],
    "002": [
        ("贵阳", "昆明"), ("贵安", "滇中"), ("清镇", "安宁"), ("开阳", "富民"), ("息烽", "宜良"), ("修文", "嵩明"), ("乌当", "官渡"),
        ("花溪", "呈贡"), ("贵州", "云南"), ("筑环通", "昆环通"), ("黔桂", "滇桂"), ("华锦", "泰源"), ("塘寨", "青坪"),
    ],
}  # fmt: skip
CORE = ("clauses", "assignments", "targets", "citations", "evidence")


def renamed(name: str, words: str) -> str:
    """Each name put in place of the other, also where a line breaks inside it."""
    for one, other in OTHER[name]:

        def put(match: re.Match[str], other: str = other) -> str:
            letters = iter(other)
            kept = "".join(c if c.isspace() else next(letters, "") for c in match[0])
            return kept + "".join(letters)

        words = re.sub(r"\s*".join(one), put, words)
    return words


def scored(name: str, *, with_other_names: bool) -> dict[str, float]:
    text = next(path for path in Path(TEXTS or "").glob(f"{name}_*")).read_text("utf-8-sig")
    gold = (Path(GOLD or "") / f"{name}.json").read_text("utf-8")
    if with_other_names:
        text, gold = renamed(name, text), renamed(name, gold)
    source = Source(f"{name}.txt", text, "text/plain", "utf-8", hashlib.sha256(text.encode("utf-8")).hexdigest())
    found = scoring.score(json.loads(gold), extract(source), text)
    return {row[0]: row[3] for row in scoring.rows(found)}


@pytest.mark.parametrize("name", OTHER)
def test_other_names_are_read_as_well(name: str) -> None:
    own, other = scored(name, with_other_names=False), scored(name, with_other_names=True)
    assert {kind: other[kind] for kind in CORE} == {kind: own[kind] for kind in CORE}
    # a reviewed decision may tie a short name to a full one; other names have none
    assert all(other[kind] >= own[kind] - 0.1 for kind in ("commitments", "projects", "companies", "official names"))
