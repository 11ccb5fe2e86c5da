"""How answers, reports and pictures show themselves in a notebook: as HTML in which 牵头<script> is only text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from policygraph.tabular import worded

MOST = 100  # rows shown; the object itself holds all of them


def table(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table of at most `MOST` rows, with a line that counts the others."""
    head = "".join(f'<th scope="col" style="text-align:left">{escape(each)}</th>' for each in headings)
    body = "".join("<tr>" + "".join(_cell(cell) for cell in row) + "</tr>" for row in rows[:MOST])
    more = f"<p>… {len(rows) - MOST} 行未显示 rows not shown</p>" if len(rows) > MOST else ""
    grid = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div style="overflow-x:auto">{grid}</div>{more}'


def paragraph(words: str) -> str:
    """A line of text."""
    return f"<p>{escape(words)}</p>"


def quotes(proofs: Iterable[tuple[str, str]], *, summary: str) -> str:
    """Quotes, each with the place that it comes from, folded away under `summary`; nothing without quotes."""
    items = "".join(f"<li>{escape(quote)} <small>{escape(where)}</small></li>" for quote, where in proofs)
    return f"<details><summary>{escape(summary)}</summary><ul>{items}</ul></details>" if items else ""


def framed(page: str, *, height: int = 720) -> str:
    """A whole page of its own in a frame of this height in pixels; it can't reach the notebook around it."""
    return (
        f'<iframe srcdoc="{escape(page)}" sandbox="allow-scripts allow-downloads allow-modals" '
        f'title="关系图 picture" style="width:100%;height:{height}px;border:1px solid #c7d0d9"></iframe>'
    )


def _cell(value: Any) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    side = "right" if number else "left"
    return f'<td style="text-align:{side}">{escape(worded(value))}</td>'
