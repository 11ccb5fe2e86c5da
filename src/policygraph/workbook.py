"""The graph as a workbook for auditors: a sheet for each question that they ask, each row a link to its clause.

责任分工, 部门 贵阳市生态环境局, 依据 市生态环境局 leads to the row of clause 二/四 on the sheet 条款. `loaders/workbook.yml`
says which questions, the library's own Cypher gives the rows. Same graph, same bytes.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from policygraph import resources
from policygraph.ask.reply import Answer, answered
from policygraph.audit.book import Book, width
from policygraph.audit.report import Evidence
from policygraph.audit.words import shown, word
from policygraph.errors import PolicyGraphError
from policygraph.graph import Graph, Node
from policygraph.questions import filled, question

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from policygraph.stores import Store

MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to come: its name, the question in English, and the answer that fills it."""

    name: str
    english: str
    answer: Answer


def sheets(store: Store) -> Iterator[Sheet]:
    """The questions of `loaders/workbook.yml`, answered by `store`, with at most `MOST_ROWS` rows each.

    One that is too much for the store (in a province's thousand plans every target may contradict many) is declined.
    """
    listed = yaml.safe_load((resources.folder("loaders") / "workbook.yml").read_text("utf-8"))
    plans = len(store.plans())
    for name, asked in listed.items():
        known = question(asked)
        ranks = {"limit": MOST_ROWS} if any(each.name == "limit" for each in known.parameters) else {}
        given = filled(known, ranks)
        try:
            answer = answered(
                store, known.zh, known, given, {}, language="zh", evidence=True, plans=plans, limit=MOST_ROWS
            )
        except PolicyGraphError as error:
            store.plans()  # raises where the store itself is gone
            answer = Answer(known.zh, "declined", str(error), question=asked)
        yield Sheet(name, known.en, answer)


def to_xlsx(held: Sequence[Sheet], graph: Graph) -> bytes:
    """The workbook: the contents, the sheets, and every clause of `graph`. PolicyGraphError without the extra `tables`."""
    clauses = _clauses(graph)
    texts = {node.id: str(node.properties.get("text", "")) for node in clauses}
    titles = {node.id: str(node.properties.get("title", "")) for node in graph.nodes if node.label == "Plan"}
    book = Book({node.id: _cited(node, titles) for node in clauses}, texts, lang="zh")
    _contents(book, held)
    for each in held:
        if each.answer.status == "answered":
            _sheet(book, each)
    return book.finished()


def _clauses(graph: Graph) -> list[Node]:
    """Plan by plan, in the order of the text."""
    clauses = [node for node in graph.nodes if node.label == "Clause"]
    return sorted(clauses, key=lambda node: (str(node.properties["plan"]), node.properties["position"], node.id))


def _cited(clause: Node, titles: dict[str, str]) -> Evidence:
    held: dict[str, Any] = dict(clause.properties)
    plan = held["plan"]
    title = titles.get(plan, plan)
    return Evidence(
        plan, title, clause.id, held.get("number"), held.get("title"), "", held.get("page"), held.get("locus")
    )


def _contents(book: Book, held: Sequence[Sheet]) -> None:
    keys = ("sheet", "question", "in_english", "rows", "answer")
    heads = [word("lists", key, book.lang) for key in keys]
    sheet = book.sheet(word("lists", "contents", book.lang), heads, (24, 40, 48, 8, 80))
    for at, each in enumerate(held, 1):
        answer = each.answer
        if answer.status == "answered":
            book.link(sheet, at, 0, f"'{each.name}'!A1", each.name)
        else:
            book.text(sheet, at, 0, each.name)
        book.text(sheet, at, 1, answer.asked)
        book.text(sheet, at, 2, each.english)
        sheet.write_number(at, 3, len(answer.rows), book.formats["text"])
        book.text(sheet, at, 4, answer.sentence + (word("lists", "cut", book.lang) if answer.truncated else ""))


def _sheet(book: Book, held: Sheet) -> None:
    answer = held.answer
    behind: dict[int, list[Evidence]] = defaultdict(list)
    for e in answer.evidence:
        behind[e.row].append(
            Evidence(e.plan, e.plan_title, e.clause, e.number, e.title, e.quote or "", e.page, e.locus)
        )
    proof = [word("lists", "evidence", book.lang)] if behind else []  # a plan's date stands in no clause
    shapes = [
        width(head, [_words(key, row[at]) for row in answer.rows[:200]])
        for at, (key, head) in enumerate(zip(answer.columns, answer.headings, strict=True))
    ]
    sheet = book.sheet(held.name, [*answer.headings, *proof], [*shapes, *(40 for _ in proof)])
    for at, row in enumerate(answer.rows, 1):
        for column, (key, cell) in enumerate(zip(answer.columns, row, strict=True)):
            _write(book, sheet, at, column, key, cell)
        if proof:
            _prove(book, sheet, (at, len(row)), _words("", row[0]), behind[at - 1])
    sheet.autofilter(0, 0, max(len(answer.rows), 1), len(answer.headings) + len(proof) - 1)


def _prove(book: Book, sheet: Worksheet, place: tuple[int, int], name: str, behind: Sequence[Evidence]) -> None:
    """One clause: its words, leading to it. Several: how many, leading to their list, where they stand under `name`."""
    clauses = {each.clause for each in behind}
    if len(clauses) == 1:
        book.to_clause(sheet, *place, behind[0].clause, "；".join(each.quote for each in behind))
    elif clauses:
        label = (sheet.get_name(), name, word("lists", "evidence", book.lang))
        book.to_evidence(sheet, *place, label, behind, str(len(clauses)))
        sheet.write_number(*place, len(clauses), book.formats["link"])


def _write(book: Book, sheet: Worksheet, row: int, column: int, key: str, cell: Any) -> None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(row, column, cell, book.formats["text"])
    elif cell is not None:
        book.text(sheet, row, column, _words(key, cell))


def _words(key: str, cell: Any) -> str:
    """A cell as a person reads it: codes in words, the parts of a list one after the other."""
    if isinstance(cell, list):
        return "；".join(_words(key, each) for each in cell)
    return cell.isoformat() if isinstance(cell, datetime.date) else shown(key, cell, "zh")
