"""Reports as text: CSV for a spreadsheet, Markdown for a memo, with the words of `audit_words.yml` as headings.

A cell that begins with = + - @ gets a ' in front in CSV: the words come out of documents and must not run as formulas.
"""

from __future__ import annotations

import csv
import io
import json

from policygraph import locus
from policygraph.audit.report import Cell, Evidence, Report, Table, to_json
from policygraph.audit.words import sentence, shown, word
from policygraph.cells import disarmed
from policygraph.errors import PolicyGraphError
from policygraph.locus import Lang
from policygraph.tabular import escaped, markdown

_QUOTES = 3


def to_json_text(*reports: Report, lang: Lang = "zh") -> str:
    """The contract `policygraph/audit/1` as text: an object, of several reports a list of them."""
    held = [to_json(report, lang=lang) for report in reports]
    return json.dumps(held if len(held) > 1 else held[0], ensure_ascii=False, indent=1)


def to_csv(report: Report, *, table: str | None = None, lang: Lang = "zh") -> str:
    """One table, the main one if `table` names none; PolicyGraphError for a table that the report doesn't have."""
    chosen = _table(report, table)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([word("columns", column, lang) for column in chosen.columns])
    for row in chosen.rows:
        writer.writerow([_plain(column, cell, lang) for column, cell in zip(chosen.columns, row.cells, strict=True)])
    return out.getvalue()


def _table(report: Report, name: str | None) -> Table:
    if name is None:
        return report.tables[0]
    for table in report.tables:
        if table.name == name:
            return table
    raise PolicyGraphError(
        f"{report.audit} has no table {name}: it has {', '.join(each.name for each in report.tables)}"
    )


def _plain(column: str, cell: Cell, lang: Lang) -> str | int | float:
    """Numbers as numbers, so that a spreadsheet counts on; codes in words."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if cell == int(cell) else cell
    return disarmed(shown(column, cell, lang))


def to_markdown(report: Report, *, lang: Lang = "zh") -> str:
    """All tables, then the findings with their quotes."""
    lines = [f"# {word('audits', report.audit, lang)}", "", *notes(report, lang)]
    for table in report.tables:
        lines += ["", f"## {word('tables', table.name, lang)}", "", *_grid(table, lang)]
    lines += ["", f"## {word('page', 'findings', lang)}", ""]
    for finding in report.findings:
        lines.append(f"- {escaped(sentence(finding.kind, finding.values, lang))}")
        lines += [f"  > {escaped(each.quote)} — {escaped(where(each, lang))}" for each in finding.evidence[:_QUOTES]]
        if len(finding.evidence) > _QUOTES:
            lines.append("  > " + word("page", "more", lang).format(count=len(finding.evidence) - _QUOTES))
    if not report.findings:
        lines.append(word("page", "none", lang))
    return "\n".join(lines) + "\n"


def notes(report: Report, lang: Lang) -> list[str]:
    """What the figures rest on, a line each: the bases of lead that were counted, the day, the numbers looked at."""
    lines = []
    if report.basis:
        lines.append(
            f"{word('notes', 'basis', lang)}: {', '.join(shown('basis', each, lang) for each in report.basis)}"
        )
        convention = not {"stated", "declared"}.issuperset(report.basis)
        lines.append(word("page", "convention_note" if convention else "basis_note", lang))
    lines += [f"{word('notes', key, lang)}: {shown(key, value, lang)}" for key, value in report.notes.items()]
    return lines


def heading(each: Evidence) -> str:
    """A clause as cited: 六盘水市减污降碳协同增效实施方案 30 加强生活垃圾分类处置."""
    return " ".join(part for part in (each.plan_title, each.number or "", each.title or "") if part)


def where(each: Evidence, lang: Lang) -> str:
    """The clause, and where in the file the quote stands: … 加强生活垃圾分类处置 第3页 表2第3行第1格."""
    return f"{heading(each)} {locus.said(each.page, each.locus, lang)}".strip()


def quoted(each: Evidence, lang: Lang) -> str:
    """The quote, and where in the file it stands: 资源化利用率达到60%（第3页）."""
    at = locus.said(each.page, each.locus, lang)
    return f"{each.quote}（{at}）" if at else each.quote


def _grid(table: Table, lang: Lang) -> list[str]:
    if not table.rows:
        return [word("page", "no_rows", lang)]
    head = [word("columns", column, lang) for column in table.columns]
    rows = [
        [shown(column, cell, lang) for column, cell in zip(table.columns, row.cells, strict=True)] for row in table.rows
    ]
    return [*markdown(head, rows)]
