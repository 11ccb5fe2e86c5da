"""What the audits take for much, alike or due: `loaders/audits.yml`, with any file of the user's own on top.

`sole_from: 1` means that a body in sole charge of one clause (由市生态环境局负责) is already worth a word.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from policygraph import resources
from policygraph.audit.words import known
from policygraph.errors import DataError

_FLAT = "fail_on"


@dataclass(frozen=True, slots=True)
class Limits:
    """Every threshold by name; what each means stands beside it in `loaders/audits.yml`."""

    basis: tuple[str, ...]
    top_part: float
    never_leads_from: int
    leads_named_from: float
    sole_from: int
    concentrated: float
    charted: int
    kindred_characters: int
    kindred_length: int
    apart: tuple[str, ...]
    lower_is_better: tuple[str, ...]
    background: tuple[str, ...]
    alike_bodies: float
    soon_months: int
    same_task: float
    same_bodies: float
    together: float
    together_from: int
    aligned: float
    title_weight: float
    by_title: float
    terms: int
    reworded: float
    fail_on: tuple[str, ...]


def limits(own: Path | None = None) -> Limits:
    """The thresholds; those that the file `own` names replace the ones that ship. DataError for a name that is none."""
    values = _read(resources.folder("loaders") / "audits.yml")
    if own is not None:
        values |= _read(own)
    held: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Limits(**held)


def _read(path: Path) -> dict[str, Any]:
    try:
        held = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(f"{path.name} can't be read as thresholds: {error}") from error
    if not isinstance(held, dict) or not all(isinstance(held[part], dict) for part in held if part != _FLAT):
        raise DataError(f"{path.name} must hold sections (workload:, conflicts:, …) with one threshold per line")
    values = {name: value for part, section in held.items() if part != _FLAT for name, value in section.items()}
    if _FLAT in held:
        values[_FLAT] = held[_FLAT]
    for name, value in values.items():
        _check(path.name, name, value)
    return values


def _check(file: str, name: str, value: object) -> None:
    kinds = {each.name: str(each.type) for each in fields(Limits)}
    if name not in kinds:
        raise DataError(f"{file}: there is no threshold {name}: the names stand in loaders/audits.yml")
    wanted = kinds[name]
    if wanted.startswith("tuple"):
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
    else:
        fits = isinstance(value, int | float if wanted == "float" else int) and not isinstance(value, bool)
    unknown = sorted(set(value) - known("sentences")) if name == _FLAT and fits and isinstance(value, list) else []
    if unknown:
        raise DataError(
            f"{file}: there is no finding {unknown[0]}: the kinds stand under sentences in loaders/audit_words.yml"
        )
    if not fits:
        raise DataError(f"{file}: {name} must be {'a list of words' if wanted.startswith('tuple') else 'a number'}")
