"""The answer: a sentence, the rows, and the clauses behind each row, as `policygraph/answer/1`.

贵阳市生态环境局牵头的任务最多：9项。（范围：贵阳贵安减污降碳协同增效实施方案；牵头依据：明示、统一约定）
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from policygraph import notebook
from policygraph.ask.proofs import Evidence, evidence_of
from policygraph.questions import Question
from policygraph.stores import Store

_PLACE = re.compile(r"\{([^{}]+)\}")
_BASES = {"stated": "明示", "declared": "统一约定", "sole": "唯一负责", "first_listed": "列第一位"}
_ROLES = {"lead": "牵头", "responsible": "负责", "support": "配合", "implement": "落实"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question; `question` is its name in the library, None where none was answered.

    `status` unsure: the words fit no question or several, `nearest` says which come close; declined: the library or the
    graph cannot know. Both have no rows, and the reason as `sentence`.
    """

    asked: str
    status: str
    sentence: str
    language: str = "zh"
    question: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    basis: tuple[str, ...] | None = None
    columns: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    cypher: str = ""
    nearest: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    truncated: bool = False

    def _repr_html_(self) -> str:
        """How a notebook shows it: the sentence, the rows, the clauses behind them, the query that ran."""
        rows = notebook.table(self.headings or self.columns, self.rows) if self.rows else ""
        proofs = (
            (e.quote or "", f"{e.plan_title} {e.number or ''} {e.title or ''} {e.where()}") for e in self.evidence
        )
        clauses = notebook.quotes(proofs, summary="原文依据 evidence")
        query = notebook.quotes([(self.cypher, self.question or "")] if self.cypher else [], summary="Cypher")
        return notebook.paragraph(self.sentence) + rows + clauses + query


def to_json(answer: Answer) -> dict[str, Any]:
    """The answer as `policygraph/answer/1`, dates as ISO text."""
    return {
        "schema": "policygraph/answer/1", "asked": answer.asked, "status": answer.status, "question": answer.question,
        "parameters": dict(answer.parameters), "basis": list(answer.basis) if answer.basis is not None else None,
        "sentence": answer.sentence, "columns": list(answer.columns), "headings": list(answer.headings),
        "rows": [[_plain(cell) for cell in row] for row in answer.rows], "cypher": answer.cypher,
        "nearest": list(answer.nearest), "truncated": answer.truncated,
        "evidence": [
            {"row": e.row, "plan": e.plan, "plan_title": e.plan_title, "clause": e.clause, "number": e.number,
             "title": e.title, "quote": e.quote, "page": e.page, "locus": e.locus}
            for e in answer.evidence
        ],
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def answered(
    store: Store, asked: str, question: Question, parameters: Mapping[str, Any], names: Mapping[str, str], *,
    language: str, evidence: bool, plans: int, limit: int = 10_000,
) -> Answer:  # fmt: skip
    """Runs the question and words its answer; `names` are those of the parameters that name something.

    Of more than `limit` rows the answer is `truncated`.
    """
    result = store.query(question.cypher, parameters, limit=limit)
    hidden = result.columns.index(question.evidence) if question.evidence else None
    proofs = [_flat(row[hidden]) if hidden is not None else [] for row in result.rows]
    shown = [at for at in range(len(result.columns)) if at != hidden]
    rows = tuple(tuple(row[at] for at in shown) for row in result.rows)
    columns = tuple(result.columns[at] for at in shown)
    headings = {each.name: each.heading for each in question.columns}
    basis = tuple(parameters["basis"]) if _counts_basis(question, parameters) else None
    said = _sentence(question, columns, rows, parameters, names, language, plans, basis)
    if not rows and parameters.get("role"):
        said += _in_any_role(store, question, parameters, language, limit)
    return Answer(
        asked, "answered", said, language,
        question.name, parameters, basis, columns, tuple(headings[each] for each in columns), rows, question.cypher,
        evidence=evidence_of(store, proofs) if evidence else (), truncated=result.truncated,
    )  # fmt: skip


def _in_any_role(store: Store, question: Question, parameters: Mapping[str, Any], language: str, limit: int) -> str:
    """What to add where a body has nothing in the role that was asked for, and something in another: it leads, 负责 or not."""
    found = len(store.query(question.cypher, {**parameters, "role": None}, limit=limit).rows)
    if not found:
        return ""
    return f"不限角色有{found}项。" if language == "zh" else f" In any role: {found}."


def _counts_basis(question: Question, parameters: Mapping[str, Any]) -> bool:
    """A basis was counted where the question has one and either takes no role, was asked for leads, or counts them apart."""
    counted = (
        "role" not in parameters or parameters["role"] == "lead" or any(each.name == "led" for each in question.columns)
    )
    return bool(question.parameter("basis")) and counted


def _flat(proof: Any) -> list[Mapping[str, Any]]:
    """The {clause, quote} of a row; what was gathered in two steps comes as lists of lists."""
    if isinstance(proof, Mapping):
        return [proof]
    return [each for part in proof or () for each in _flat(part)]


def _sentence(
    question: Question, columns: Sequence[str], rows: Sequence[Sequence[Any]], parameters: Mapping[str, Any],
    names: Mapping[str, str], language: str, plans: int, basis: Iterable[str] | None,
) -> str:  # fmt: skip
    template = question.say_zh if language == "zh" else question.say_en

    def word(match: re.Match[str]) -> str:
        return _value(match[1], columns, rows, parameters, names, language)

    needs_row = any(each.split("*")[0] in columns and each not in names for each in _PLACE.findall(template))
    nothing = "没有符合条件的记录。" if language == "zh" else "There is nothing of the kind."
    said = nothing if needs_row and not rows else _PLACE.sub(word, template)
    return said + _scope(question, parameters, names, language, plans, basis)


def _value(
    place: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], parameters: Mapping[str, Any],
    names: Mapping[str, str], language: str,
) -> str:  # fmt: skip
    """What stands for {tasks} (of the first row), {department*tasks} (all that are level with it), {rows}, {$topic}."""
    if place == "rows":
        return str(len(rows))
    if place.startswith("$count:"):
        column, _, value = place.removeprefix("$count:").partition("=")
        return str(sum(str(row[columns.index(column)]) == value for row in rows))
    if place.startswith("$"):
        return str(parameters[place[1:]])
    if place in names:
        return names[place]
    name, _, key = place.partition("*")
    level = [row for row in rows if not key or row[columns.index(key)] == rows[0][columns.index(key)]]
    cells = list(dict.fromkeys(_text(row[columns.index(name)], language) for row in level))
    return ("、" if language == "zh" else ", ").join(cells if key else cells[:1])


def _text(cell: Any, language: str) -> str:
    if cell is None:
        return "未写明" if language == "zh" else "not printed"
    return "、".join(map(str, cell)) if isinstance(cell, list) else str(cell)


def _scope(
    question: Question, parameters: Mapping[str, Any], names: Mapping[str, str], language: str, plans: int,
    basis: Iterable[str] | None,
) -> str:  # fmt: skip
    """What was counted, in brackets: the plans, the year, the role, the basis of lead."""
    zh = language == "zh"
    parts = []
    if ("plan" in parameters or "region" in parameters) and "{plan}" not in question.say_zh:
        parts.append(("范围：" if zh else "over: ") + _range(names, plans, zh=zh))
    if parameters.get("year"):
        parts.append(f"{parameters['year']}年" if zh else f"due {parameters['year']}")
    if parameters.get("role"):
        parts.append(f"角色：{_ROLES[parameters['role']]}" if zh else f"role: {parameters['role']}")
    if basis is not None:
        parts.append(
            "牵头依据：" + "、".join(_BASES[each] for each in basis) if zh else "leads counted: " + ", ".join(basis)
        )
    return f"（{'；'.join(parts)}）" if zh and parts else f" ({'; '.join(parts)})" if parts else ""


def _range(names: Mapping[str, str], plans: int, *, zh: bool) -> str:
    """The plans that were counted: 六盘水市的方案."""
    if "plan" in names:
        return names["plan"]
    if "region" in names:
        return f"{names['region']}的方案" if zh else f"plans of {names['region']}"
    return f"全部{plans}个方案" if zh else f"all {plans} plans"
