"""What Jupyter shows of answers, reports and pictures: everything from a document stays text."""

from __future__ import annotations

from html.parser import HTMLParser

from policygraph import notebook
from policygraph.ask.reply import Answer
from policygraph.ask.reply import Evidence as Proof
from policygraph.audit import Evidence, Finding, Report, Row, Table
from policygraph.graph import Node
from policygraph.render import of_result

HOSTILE = "</iframe></td><script>alert(1)</script>\"'&"


class Shown(HTMLParser):
    """The tags and the text of a fragment, and of the page in its frame."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words, self.page = "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.page += dict(attrs).get("srcdoc") or ""

    def handle_data(self, data):
        self.words += data


def test_an_answer_shows_its_sentence_rows_evidence_and_query():
    proof = Proof(0, "plan:x", "甲方案", "clause:x", "3", "节水", HOSTILE, None)
    answer = Answer(HOSTILE, "answered", f"最多：{HOSTILE}", columns=("department",), headings=("部门",),
                    rows=((HOSTILE,), ("市水务局",)), cypher="RETURN '<script>'", evidence=(proof,))  # fmt: skip
    shown = Shown(answer._repr_html_())
    assert "script" not in shown.tags
    assert shown.words.count(HOSTILE) == 3
    for each in ("部门", "市水务局", "甲方案 3 节水", "RETURN '<script>'"):
        assert each in shown.words


def test_a_refused_answer_shows_only_why():
    shown = Shown(Answer("明天会下雨吗", "declined", "图谱不作预测")._repr_html_())
    assert (shown.tags, shown.words) == (["p"], "图谱不作预测")


def test_a_report_shows_its_table_in_words_and_its_findings_with_quotes():
    proof = Evidence("plan:x", "甲方案", "clause:x", "3", "节水", HOSTILE, 7)
    finding = Finding("never_leads", {"department": HOSTILE, "tasks": 9}, (proof,))
    row = Row((HOSTILE, 0.5), {"share": (proof,)})
    report = Report("workload", (Table("departments", ("department", "share"), (row,)),), (finding,))
    shown = Shown(report._repr_html_())
    assert "script" not in shown.tags
    for each in ("部门任务量", "50.0%", "甲方案 3 节水"):
        assert each in shown.words
    assert shown.words.count(HOSTILE) == 3


def test_a_picture_shows_its_page_in_a_frame_that_nothing_leaves():
    html = of_result([Node("Company", "company:x", {"name": HOSTILE})], [], HOSTILE)._repr_html_()
    shown = Shown(html)
    assert shown.tags == ["iframe"]
    assert shown.page.startswith("<!")
    assert "allow-same-origin" not in html
    assert "alert(1)</script>" not in shown.page


def test_a_long_table_counts_what_it_leaves_out():
    html = notebook.table(["n"], [(n,) for n in range(notebook.MOST + 5)])
    assert Shown(html).tags.count("tr") == notebook.MOST + 1
    assert "5 行未显示" in html
