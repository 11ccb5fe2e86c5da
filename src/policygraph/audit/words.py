"""How the audits speak: `loaders/audit_words.yml` gives every heading, code and sentence in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from policygraph import resources
from policygraph.locus import LANGS, Lang

_Value = str | int | float | bool | None


@cache
def _words() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    held: Any = yaml.safe_load((resources.folder("loaders") / "audit_words.yml").read_text("utf-8"))
    return {part: {str(key): (pair[0], pair[1]) for key, pair in entries.items()} for part, entries in held.items()}


def word(part: str, key: str, lang: Lang) -> str:
    """The words for `key` among the "audits", "tables", "columns", "kinds", "page" or "notes"."""
    return _words()[part][key][LANGS.index(lang)]


def known(part: str) -> frozenset[str]:
    """The keys of a part."""
    return frozenset(_words()[part])


def sentence(kind: str, values: Mapping[str, _Value], lang: Lang) -> str:
    """What a finding of `kind` says, its values filled in and codes put into words."""
    return word("sentences", kind, lang).format(**{key: shown(key, value, lang) for key, value in values.items()})


def shown(column: str, value: _Value, lang: Lang) -> str:
    """A cell as a person reads it: codes in words, shares as per cent, no trailing .0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return word("cells", "yes" if value else "no", lang)
    if isinstance(value, int | float):
        return _number(column, value)
    coded = _words()["cells"].get(value) if column in _CODED else None
    return coded[LANGS.index(lang)] if coded else value


_CODED = frozenset(
    {"kind", "status", "op", "op_a", "op_b", "stance", "indicators", "what_kind", "department", "plan", "basis"}
)
_SHARES = frozenset({"share", "part", "common_text"})


def _number(column: str, value: float) -> str:
    if column in _SHARES:
        return f"{value * 100:.1f}%"
    return str(int(value)) if value == int(value) else str(round(value, 4))
