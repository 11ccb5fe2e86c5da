"""PlanRecord ↔ the JSON contract `policygraph/plan/1`: every key present, lists in document order."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from policygraph.errors import DataError
from policygraph.model import (
    Assignment,
    Citation,
    Clause,
    Commitment,
    Company,
    Department,
    Leftover,
    Mention,
    Place,
    Plan,
    PlanRecord,
    Project,
    Section,
    SourceNote,
    Span,
    Target,
)  # fmt: skip

SCHEMA = "policygraph/plan/1"
QUOTE_LIMIT = 40
"""The most characters of a quote that `facts_only` keeps."""

_LISTS: dict[str, type[Any]] = {
    "sections": Section, "clauses": Clause, "departments": Department, "assignments": Assignment, "targets": Target,
    "commitments": Commitment, "projects": Project, "companies": Company, "citations": Citation, "places": Place,
    "mentions": Mention, "leftovers": Leftover,
}  # fmt: skip
T = TypeVar("T")


def to_json(record: PlanRecord, *, facts_only: bool = False) -> dict[str, Any]:
    """The record as plain values. `facts_only` leaves out the clauses' sentences and shortens the quotes."""
    source = record.source
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "plan": _plain(record.plan),
        "source": {
            name: getattr(source, name) for name in ("name", "media_type", "encoding", "sha256", "characters", "pages")
        },
    }
    if source.notes:
        found["source"]["notes"] = source.notes
    if source.notices:
        found["source"]["notices"] = list(source.notices)
    for name in _LISTS:
        found[name] = [_plain(fact) for fact in getattr(record, name)]
    if facts_only:
        _shorten(found)
    return found


def dumps(record: PlanRecord, *, facts_only: bool = False, indent: int | None = None) -> str:
    """The record as JSON text in UTF-8 characters."""
    return json.dumps(to_json(record, facts_only=facts_only), ensure_ascii=False, indent=indent, allow_nan=False)


def _plain(fact: Any) -> dict[str, Any]:
    """The fact's fields; its page and its locus only where the file has such, a clause's page always."""
    held = {field.name: _value(getattr(fact, field.name)) for field in dataclasses.fields(fact)}
    quiet = ("locus",) if isinstance(fact, Clause) else ("page", "locus")
    return {name: value for name, value in held.items() if value is not None or name not in quiet}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _shorten(found: dict[str, Any]) -> None:
    for clause in found["clauses"]:
        clause["text"] = ""
    for name in ("targets", "commitments", "projects"):
        for fact in found[name]:
            fact["quote"] = fact["quote"][:QUOTE_LIMIT]
    for fact in found["commitments"]:
        fact["what"] = fact["what"][:QUOTE_LIMIT]
    for fact in found["leftovers"]:
        fact["what"] = fact["what"][:QUOTE_LIMIT]


def from_json(data: Any) -> PlanRecord:
    """The record that `to_json` wrote. Raises `DataError` where `data` is none."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise DataError(f"not a plan record: its schema is not {SCHEMA}")
    try:
        lists = {name: tuple(_fact(kind, each) for each in data[name]) for name, kind in _LISTS.items()}
        return PlanRecord(plan=_fact(Plan, data["plan"]), source=_fact(SourceNote, data["source"]), **lists)
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"a broken plan record: {error}") from error


def _fact(kind: type[T], data: Any) -> T:
    if not isinstance(data, dict):
        raise TypeError(f"{data!r:.40} is no {kind.__name__}")
    names = {field.name for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _restored(name, value) for name, value in data.items() if name in names})


def _restored(name: str, value: Any) -> Any:
    if name == "span":
        return Span(*value)
    if name == "issued_on" and value:
        return datetime.date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def count(records: Iterable[PlanRecord]) -> dict[str, int]:
    """How many facts of each kind the records hold."""
    held = list(records)
    return {name: sum(len(getattr(record, name)) for record in held) for name in _LISTS}
