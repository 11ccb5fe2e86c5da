"""Where each fact stands in its file, from the reader to the record, the graph, the store and the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.cases import source
from tests.reading import word_files as w
from tests.stores import servers

from policygraph import audit, graph, mcp
from policygraph import record as records
from policygraph.ask import ask, to_json
from policygraph.audit import formats
from policygraph.extract import extract
from policygraph.locus import said
from policygraph.model import PlanRecord
from policygraph.reading import docx, txt
from policygraph.stores import Store, open_store

AIM = "到2025年，城市绿化率达到45%"
BODY = (
    w.p("云岭市生态环境保护实施方案")
    + w.p("一、主要目标")
    + w.p(f"{AIM}。")
    + w.p("二、重点任务")
    + w.p("1.推进造林绿化。开展国土绿化行动。")
    + w.p("新建城市公园，修复退化林地。（市林业局牵头，市水务局配合）")
    + w.table(
        w.cell("序号") + w.cell("重点任务") + w.cell("牵头单位"), w.cell("1") + w.cell("治理污水") + w.cell("市水务局")
    )
)


@pytest.fixture(scope="module")
def record() -> PlanRecord:
    return extract(docx.read("方案.docx", w.docx(BODY)))


@pytest.mark.parametrize(
    ("page", "locus", "chinese", "english"),
    [
        (None, None, "", ""),
        (3, None, "第3页", "p. 3"),
        (None, "paragraph 12", "第12段", "paragraph 12"),
        (None, "paragraph 12, in table 2", "第12段（表2内）", "paragraph 12, in table 2"),
        (3, "table 2, row 3, cell 1", "第3页 表2第3行第1格", "p. 3, table 2, row 3, cell 1"),
        (None, "table 2, row 3", "表2第3行", "table 2, row 3"),
        (None, "footnote 1", "脚注1", "footnote 1"),
    ],
)
def test_it_is_put_into_words(page: int | None, locus: str | None, chinese: str, english: str) -> None:
    assert (said(page, locus, "zh"), said(page, locus, "en")) == (chinese, english)


def test_each_fact_has_its_own_and_not_that_of_its_clause(record: PlanRecord) -> None:
    clause = next(each for each in record.clauses if each.title and "造林" in each.title)
    duties = {duty.surface: duty.locus for duty in record.assignments if duty.clause == clause.id}
    assert clause.locus == "paragraph 5"
    assert duties == {"市林业局": "paragraph 6", "市水务局": "paragraph 6"}
    assert [target.locus for target in record.targets] == ["paragraph 3"]
    assert "table 1, row 2, cell 3" in {duty.locus for duty in record.assignments}


def test_a_fact_on_the_next_page_has_that_page() -> None:
    found = extract(
        txt.read("方案.txt", "云岭市方案\n一、重点任务\n1.推进造林绿化。\f开展行动。（市林业局牵头）\n".encode())
    )
    assert [duty.page for duty in found.assignments] == [2]
    assert next(clause for clause in found.clauses if clause.kind == "measure").page == 1
    ties = [tie for tie in graph.build(found).relationships if tie.type == "LEADS"]
    assert [tie.properties["page"] for tie in ties] == [2]


def test_it_stands_in_the_json_and_comes_back(record: PlanRecord) -> None:
    data = json.loads(records.dumps(record))
    assert data["targets"][0]["locus"] == "paragraph 3"
    assert records.from_json(data) == record


def test_plain_text_says_nothing_of_it() -> None:
    data = records.to_json(extract(source("云岭市方案\n一、目标\n到2025年，绿化率达到45%。\n")))
    assert not any("locus" in fact for kind in ("clauses", "targets") for fact in data[kind])
    assert all("page" in clause for clause in data["clauses"])


def test_a_record_without_pages_of_its_facts_has_those_of_their_clauses() -> None:
    found = extract(txt.read("方案.txt", "云岭市方案\n\f一、重点任务\n1.推进造林绿化。（市林业局牵头）\n".encode()))
    data = records.to_json(found)
    for fact in data["assignments"]:
        del fact["page"]
    ties = graph.build(records.from_json(data)).relationships
    assert [tie.properties["page"] for tie in ties if tie.type == "LEADS"] == [2]


@pytest.fixture(scope="module")
def store(record: PlanRecord, embedded_server: servers.Server) -> Iterator[Store]:
    with open_store(embedded_server.where, write=True) as opened:
        opened.clear()
        opened.load(graph.build(record))
        yield opened


def test_answers_show_it_beside_the_quote(store: Store) -> None:
    answer = ask(store, "哪些目标在2025年到期", evidence=True)
    assert [(each["quote"], each["locus"]) for each in to_json(answer)["evidence"]] == [
        ("城市绿化率达到45%", "paragraph 3")
    ]
    assert [each.where() for each in answer.evidence] == ["第3段"]
    assert "第3段" in answer._repr_html_()
    leads = ask(store, "云岭市林业局牵头哪些任务", evidence=True)
    assert [each.where("en") for each in leads.evidence] == ["paragraph 6"]


def test_audits_show_it_beside_the_quote(store: Store) -> None:
    facts = audit.read(store)
    report = audit.gaps(facts, audit.limits(None))
    cited = [each for finding in report.findings for each in finding.evidence]
    assert cited
    assert all(each.locus for each in cited)
    assert formats.where(cited[0], "zh") in formats.to_markdown(report)
    assert "第" in formats.where(cited[0], "zh")


def test_agents_get_it_with_a_clause(store: Store, record: PlanRecord) -> None:
    clause = record.clauses[0]
    assert mcp._clause(store, clause.id)["locus"] == clause.locus
