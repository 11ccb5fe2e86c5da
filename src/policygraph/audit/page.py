"""Reports as one HTML page that works from a file and on paper: tables, charts, findings, and the clauses cited.

Nothing is fetched and no script runs. Each number opens onto the clauses behind it; each clause stands once at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from policygraph import notebook
from policygraph.audit.figures import figures
from policygraph.audit.formats import heading, notes, quoted, where
from policygraph.audit.report import Cell, Evidence, Finding, Report, Row, Table
from policygraph.audit.words import sentence, shown, word
from policygraph.locus import Lang

_NARROW = 8  # columns that fit beside a chart
_STYLE = Path(__file__).with_name("page.css")


def to_html(reports: Sequence[Report], texts: Mapping[str, str], *, lang: Lang = "zh") -> str:
    """The page. `texts` gives the words of the clauses by id, as in `facts.texts`."""
    heading = word("page", "title", lang)
    cited: dict[str, Evidence] = {}
    for report in reports:
        for each in report.cited():
            cited.setdefault(each.clause, each)
    anchors = {clause: f"c{number}" for number, clause in enumerate(cited, 1)}
    parts = [
        "<!doctype html>",
        f'<html lang="{"zh-CN" if lang == "zh" else "en"}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(heading)}</title>",
        f"<style>{_STYLE.read_text('utf-8')}</style></head>",
        f"<body><h1>{escape(heading)}</h1>",
        *_contents(reports, lang),
    ]
    for report in reports:
        parts += _report(report, anchors, lang)
    parts += [*_clauses(cited, anchors, texts, lang), "</body></html>"]
    return "\n".join(parts) + "\n"


def in_notebook(report: Report, *, lang: Lang = "zh") -> str:
    """One report as a fragment of HTML: its charts, its main table, and the findings with their quotes folded away."""
    main = report.tables[0]
    rows = [
        [_value(column, cell, lang) for column, cell in zip(main.columns, row.cells, strict=True)] for row in main.rows
    ]
    drawn = (figure for table in report.tables for figure in figures(report, table, lang))
    shown_ = report.findings[: notebook.MOST]
    parts = [
        f"<h3>{escape(word('audits', report.audit, lang))}</h3>",
        *map(notebook.paragraph, notes(report, lang)),
        *(f"<figure>{each}</figure>" for each in drawn),
        notebook.table([word("columns", column, lang) for column in main.columns], rows),
        f"<h4>{escape(word('page', 'findings', lang))} {len(report.findings)}</h4>",
        *(notebook.quotes(((each.quote, where(each, lang)) for each in finding.evidence),
                          summary=sentence(finding.kind, finding.values, lang)) or
          notebook.paragraph(sentence(finding.kind, finding.values, lang)) for finding in shown_),
    ]  # fmt: skip
    more = len(report.findings) - len(shown_)
    return "\n".join([*parts, *([notebook.paragraph(f"… {more}")] if more else [])])


def _value(column: str, cell: Cell, lang: Lang) -> Cell:
    """Numbers as numbers, so that they stand on the right; shares and codes in words."""
    words = shown(column, cell, lang)
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) and "%" not in words else words


def _contents(reports: Sequence[Report], lang: Lang) -> Iterator[str]:
    yield f'<nav aria-label="{escape(word("page", "contents", lang))}"><ul>'
    for report in reports:
        name = escape(word("audits", report.audit, lang))
        yield f'<li><a href="#{report.audit}">{name}</a> <span class="count">{len(report.findings)}</span></li>'
    yield f'<li><a href="#clauses">{escape(word("page", "clauses", lang))}</a></li></ul></nav>'


def _report(report: Report, anchors: Mapping[str, str], lang: Lang) -> Iterator[str]:
    yield f'<section id="{report.audit}"><h2>{escape(word("audits", report.audit, lang))}</h2>'
    yield f'<p class="notes">{"<br>".join(escape(line) for line in notes(report, lang))}</p>'
    main, *others = report.tables
    yield from _beside(report, main, anchors, lang)
    yield f"<h3>{escape(word('page', 'findings', lang))} <span class='count'>{len(report.findings)}</span></h3>"
    yield from _findings(report.findings, anchors, lang)
    for table in others:
        yield from _beside(report, table, anchors, lang)
    yield "</section>"


def _beside(report: Report, table: Table, anchors: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """A table with its charts, if it has any, beside it."""
    drawn = list(figures(report, table, lang))
    heading, *rest = _table(table, anchors, lang)
    yield heading
    if drawn:
        yield (
            f'<div class="{"pair" if len(table.columns) <= _NARROW else "pile"}"><div>'
            + "".join(f"<figure>{each}</figure>" for each in drawn)
            + "</div>"
        )
    yield from rest
    if drawn:
        yield "</div>"


def _table(table: Table, anchors: Mapping[str, str], lang: Lang) -> Iterator[str]:
    yield f"<h3>{escape(word('tables', table.name, lang))}</h3>"
    if not table.rows:
        yield f"<p>{escape(word('page', 'no_rows', lang))}</p>"
        return
    head = "".join(f'<th scope="col">{escape(word("columns", column, lang))}</th>' for column in table.columns)
    yield f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>'
    for row in table.rows:
        yield "<tr>" + "".join(_cell(table, row, at, anchors, lang) for at in range(len(table.columns))) + "</tr>"
    yield "</tbody></table></div>"


def _cell(table: Table, row: Row, at: int, anchors: Mapping[str, str], lang: Lang) -> str:
    column, cell = table.columns[at], row.cells[at]
    words = escape(shown(column, cell, lang))
    number = ' class="n"' if isinstance(cell, int | float) and not isinstance(cell, bool) else ""
    behind = row.behind.get(column, ())
    if len(behind) == 1:
        words = f'<a href="#{anchors[behind[0].clause]}" title="{escape(quoted(behind[0], lang))}">{words}</a>'
    elif behind:
        links = " ".join(_link(each, anchors, lang) for each in behind)
        words = f'<details><summary>{words}</summary><div class="behind">{links}</div></details>'
    return f"<td{number}>{words}</td>"


def _link(each: Evidence, anchors: Mapping[str, str], lang: Lang) -> str:
    label = " ".join(part for part in (each.number, each.title) if part) or each.clause.rpartition("/")[2]
    return f'<a href="#{anchors[each.clause]}" title="{escape(quoted(each, lang))}">{escape(label)}</a>'


def _findings(findings: Sequence[Finding], anchors: Mapping[str, str], lang: Lang) -> Iterator[str]:
    if not findings:
        yield f"<p>{escape(word('page', 'none', lang))}</p>"
        return
    yield '<ol class="findings">'
    for finding in findings:
        yield f'<li class="{finding.kind}">{escape(sentence(finding.kind, finding.values, lang))}'
        yield from _quotes(finding.evidence, anchors, lang)
        yield "</li>"
    yield "</ol>"


def _quotes(evidence: Sequence[Evidence], anchors: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """Up to three quotes in full, since they are the proof; more as links, since they are a count."""
    if len(evidence) > 3:
        yield f'<div class="behind">{" ".join(_link(each, anchors, lang) for each in evidence)}</div>'
        return
    for each in evidence:
        link = f'<a href="#{anchors[each.clause]}">{escape(where(each, lang))}</a>'
        yield f"<blockquote>{escape(each.quote)} {link}</blockquote>"


def _clauses(
    cited: Mapping[str, Evidence], anchors: Mapping[str, str], texts: Mapping[str, str], lang: Lang
) -> Iterator[str]:
    yield f'<section id="clauses"><h2>{escape(word("page", "clauses", lang))}</h2>'
    for clause, each in cited.items():
        yield f'<article id="{anchors[clause]}"><h4>{escape(heading(each))}</h4>'
        yield f"<p>{escape(texts.get(clause, ''))}</p>"
        yield f'<p class="id">{escape(clause)}</p></article>'
    yield "</section>"
