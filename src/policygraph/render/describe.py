"""What the page says of a node or relationship: its name, a short label, its facts in words.

A target reads 规模以上工业单位增加值能耗 下降 13.5% (2025), a clause 二/三/1 强化空间管控.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from policygraph import locus
from policygraph.graph import Node, Properties, Value

# Shown elsewhere on the panel: as the title, as the evidence, or as the ends of a line.
_ELSEWHERE = frozenset(
    {"clause", "clauses", "quote", "text", "start", "end", "page", "locus", "plan", "id", "position"}
)

WORDS: Mapping[str, str] = MappingProxyType({
    "title": "标题", "name": "名称", "status": "状态", "jurisdiction": "行政区", "document_number": "文号",
    "issued_on": "印发日期", "period_years": "目标年份", "sample": "示例", "source": "来源文件", "sha256": "SHA-256",
    "characters": "字数", "pages": "页数", "number": "序号", "path": "上级", "kind": "类别", "collective": "统称",
    "aliases": "别称", "indicator": "指标", "op": "方向", "value": "数值", "value_to": "至", "unit": "单位",
    "base_value": "折算值", "base_unit": "折算单位", "year": "年份", "baseline_year": "基准年", "stance": "力度",
    "approximate": "约数", "what": "内容", "vague": "难以核验", "code": "代码", "level": "级别", "surface": "原文称谓",
    "lead_basis": "牵头依据", "inherited": "沿用统一规定", "capacity": "规模", "issuer": "发文机关",
    "tasks": "共同任务数",
})  # fmt: skip

VALUES: Mapping[str, str] = MappingProxyType({
    "draft": "征求意见稿 draft", "issued": "已印发 issued", "unknown": "不详 unknown", "measure": "任务 measure",
    "statement": "陈述 statement", "eq": "达到 =", "ge": "不低于 ≥", "le": "不高于 ≤",
    "decrease": "下降 ↓", "increase": "增长 ↑",
    "firm": "明确 firm", "aspire": "力争 aspire", "in_principle": "原则上 in principle", "stated": "原文写明 stated",
    "declared": "全文统一规定 declared", "sole": "唯一负责 sole", "first_listed": "列第一位 first listed",
    "company": "公司 company", "plant": "厂 plant", "institute": "院所 institute", "admin": "行政区 admin",
    "park": "园区 park", "basin": "流域 basin", "site": "场地 site",
})  # fmt: skip

_SIGNS = {"eq": "", "ge": "≥", "le": "≤", "decrease": "下降", "increase": "增长"}


def name(node: Node) -> str:
    """What a person calls this node, in full."""
    held = node.properties
    if node.label == "Target":
        return f"{held.get('indicator', '')} {amount(held)}".strip()
    if node.label == "Clause":
        return f"{place(held)} {held.get('title') or _opening(held)}".strip()
    if node.label == "Section":
        return f"{held.get('number', '')} {held.get('title', '')}".strip()
    if node.label == "Document" and "title" in held:
        return f"《{held['title']}》"
    return str(held.get("name") or held.get("title") or held.get("what") or node.id)


def short(node: Node) -> str:
    """A label of a dozen characters at most, for the picture itself."""
    held = node.properties
    if node.label == "Target":
        return f"{cut(str(held.get('indicator', '')), 8)} {amount(held, dated=False)}".strip()
    if node.label == "Clause":
        return f"{held.get('number', '')} {cut(str(held.get('title') or _opening(held)), 10)}".strip()
    printed = aliases(node)
    if node.label == "Department" and printed:
        return cut(min(printed, key=lambda each: (len(each), each)), 12)
    return cut(name(node), 14 if node.label in ("Plan", "Section") else 10)


def aliases(node: Node) -> list[str]:
    """The other names under which a search must find this node."""
    held = node.properties.get("aliases")
    return [str(each) for each in held] if isinstance(held, list) else []


def amount(target: Properties, *, dated: bool = True) -> str:
    """A target's value as read aloud: 力争 下降 13.5–14% (2025)."""
    number = _number(target.get("value", ""))
    if "value_to" in target:
        number += f"–{_number(target['value_to'])}"
    parts = (
        "力争" if target.get("stance") == "aspire" else "",
        _SIGNS.get(str(target.get("op")), ""),
        ("约" if target.get("approximate") else "") + number + str(target.get("unit", "")),
        f"({target['year']})" if dated and "year" in target else "",
    )
    return " ".join(filter(None, parts))


def place(clause: Properties) -> str:
    """Where a clause stands in its plan: 二/三/1."""
    above = str(clause.get("path") or "")
    number = str(clause.get("number") or "")
    return above if not number else f"{above}/{number}" if above else number


def where(held: Properties) -> str:
    """Where the words stand in the file: 第3页 表2第3行第1格 · p. 3, table 2, row 3, cell 1; empty for plain text."""
    page, at = held.get("page"), held.get("locus")
    said = [locus.said(int(str(page)) if page else None, str(at) if at else None, lang) for lang in locus.LANGS]
    return " · ".join(filter(None, said))


def facts(properties: Properties) -> list[list[str]]:
    """The properties as rows of (word, value), in their own order."""
    return [
        [WORDS.get(key, key), _said(value)]
        for key, value in properties.items()
        if key not in _ELSEWHERE and value not in (False, [], "")
    ]


def _said(value: Value) -> str:
    if isinstance(value, list):
        return "、".join(str(each) for each in value)
    if isinstance(value, bool):
        return "是 yes"
    if isinstance(value, float):
        return _number(value)
    return VALUES.get(str(value), str(value))


def _number(value: Value) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _opening(clause: Properties) -> str:
    return "".join(str(clause.get("text") or "").split())[:14]


def cut(words: str, most: int = 12) -> str:
    """`words`, or as many of them as fit in a label."""
    return words if len(words) <= most + 1 else words[:most] + "…"
