"""What a cell of a result reads as, and a table as Markdown: 市财政局、市水务局 is one cell, 2025年|2030年 does not make two.

Documents are quoted here, so nothing of theirs may act as Markdown or HTML.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_SIGN = re.compile(r"[\\`*~\[\]|<]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])")  # first_listed is one word


def worded(value: Any) -> str:
    """A cell as a person reads it: nothing for null, ten digits of a number, a node by its name, a list joined by 、."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list | tuple):
        return "、".join(worded(each) for each in value)
    if isinstance(value, dict):
        name = value.get("name") or value.get("title") or value.get("id")
        return str(name or json.dumps(value, ensure_ascii=False, default=str))
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table."""
    yield _line(headings)
    yield _line(["---"] * len(headings))
    yield from map(_line, rows)


def escaped(words: str) -> str:
    """`words` on one line that is only text."""
    return _SIGN.sub(r"\\\g<0>", " ".join(words.split()))


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"
