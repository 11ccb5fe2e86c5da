import csv
import datetime
import io
import re
import string
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from policygraph.audit import audit_all, compare, conflicts, to_json
from policygraph.audit.formats import to_csv, to_markdown
from policygraph.audit.page import to_html
from policygraph.audit.sheets import to_xlsx
from policygraph.audit.words import LANGS, known, word
from policygraph.errors import PolicyGraphError

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def reports(facts, thresholds):
    whole = audit_all(facts, thresholds, on=datetime.date(2026, 1, 1))
    return (*whole, compare(facts, thresholds, "六盘水市减污降碳", "贵阳贵安"))


def test_json_is_the_contract(facts, thresholds):
    said = to_json(conflicts(facts, thresholds))
    assert (said["schema"], said["audit"]) == ("policygraph/audit/1", "conflicts")
    assert all(len(row) == len(said["columns"]) for row in said["rows"])
    finding = said["findings"][0]
    assert {"kind", "what", "evidence"} <= finding.keys()
    assert {"plan", "clause", "number", "quote"} <= finding["evidence"][0].keys()
    assert "六盘水市2025年" in finding["what"]


def test_english_changes_sentences_and_no_codes(facts, thresholds):
    zh, en = (to_json(conflicts(facts, thresholds), lang=lang) for lang in LANGS)
    assert zh["rows"] == en["rows"]
    assert "wants" in en["findings"][0]["what"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_column_and_finding_has_words(reports, lang):
    for report in reports:
        assert word("audits", report.audit, lang)
        assert all(key in known("notes") for key in report.notes)
        for table in report.tables:
            assert word("tables", table.name, lang)
            assert all(word("columns", column, lang) for column in table.columns)
        assert "{" not in "".join(finding["what"] for finding in to_json(report, lang=lang)["findings"])


def test_both_languages_fill_the_same_values():
    fields = string.Formatter().parse
    for kind in known("sentences"):
        zh, en = ({name for _, name, _, _ in fields(word("sentences", kind, lang)) if name} for lang in LANGS)
        assert en <= zh | {"plan", "number"}, kind
        assert zh <= en | {"plan", "number"}, kind


def test_csv_keeps_numbers_and_disarms_formulas(facts, thresholds):
    targets = tuple(replace(t, printed="=1+1") if t.value == 60 else t for t in facts.targets)
    rows = list(csv.DictReader(io.StringIO(to_csv(conflicts(replace(facts, targets=targets), thresholds)))))
    row = next(row for row in rows if row["指标（乙）"].endswith("=1+1"))
    assert (row["指标（乙）"], row["数值（乙）"], row["原文（乙）"]) == (
        "'=1+1",
        "60",
        "城市生活垃圾资源化利用率达到60%",
    )


def test_a_table_that_is_not_there_is_refused(reports):
    assert to_csv(reports[0], table="concentration", lang="en").startswith("plan,")
    with pytest.raises(PolicyGraphError, match="workload has no table 表"):
        to_csv(reports[0], table="表")


def test_markdown_quotes_each_side_and_stays_a_table(facts, thresholds):
    clauses = tuple(replace(c, title="甲|<b>乙") if c.number == "30" else c for c in facts.clauses)
    said = to_markdown(conflicts(replace(facts, clauses=clauses), thresholds))
    assert "  > 城市生活垃圾资源化利用率达到60% — 六盘水市减污降碳协同增效实施方案（征求意见稿） 30" in said
    assert "甲\\|\\<b>乙" in said
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in said.splitlines() if line.startswith("|")}
    assert len(widths) == 1


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags, self.foreign = set(), set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value)
            elif name == "href" and value.startswith("#"):
                self.links.add(value[1:])
            elif name in ("src", "href"):
                self.foreign.append(value)


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_stands_alone_and_every_link_leads_somewhere(reports, facts, lang):
    text = to_html(reports, facts.texts, lang=lang)
    page = Page(text)
    assert page.links
    assert page.links <= page.ids
    assert not page.foreign
    assert "script" not in page.tags
    assert "城市生活垃圾资源化利用率达到60%" in text


def test_words_of_a_document_can_not_act_in_the_page(facts, thresholds):
    targets = tuple(replace(t, quote="<script>alert(1)</script>") for t in facts.targets)
    page = Page(to_html([conflicts(replace(facts, targets=targets), thresholds)], facts.texts))
    assert "script" not in page.tags


def test_the_workbook_links_numbers_to_evidence_and_clauses(reports, facts):
    book = zipfile.ZipFile(io.BytesIO(to_xlsx(reports[:1], facts.texts)))
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    first = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    links = {link.get("location") for link in first.iter(f"{SHEET}hyperlink")}
    assert names[0] == "各部门任务"
    assert {"依据", "条款"} <= set(names)
    assert any(location.startswith(("'依据'!A", "依据!A")) for location in links)
    assert first.find(f".//{SHEET}pane").get("state") == "frozen"
    assert not list(first.iter(f"{SHEET}f"))


def test_the_same_reports_give_the_same_bytes(reports, facts):
    assert to_xlsx(reports, facts.texts) == to_xlsx(reports, facts.texts)
    assert to_html(reports, facts.texts) == to_html(reports, facts.texts)


def test_sheet_names_are_what_excel_takes(reports, facts):
    book = zipfile.ZipFile(io.BytesIO(to_xlsx(reports, facts.texts, lang="en")))
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
