"""The plans that ship in `loaders/sources`: one manifest each, with what their text does not print and where that is known from.

A manifest names its text by sha256. Where the text ships or the user has it, the plan is read from it; else its
`facts.json` stands in: every fact, without the clauses' sentences.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from policygraph import reading, record, resources
from policygraph.errors import DataError, PolicyGraphError
from policygraph.extract import Known, extract
from policygraph.model import PlanRecord, Source
from policygraph.reading.kinds import SUFFIXES, suffix_of


@dataclass(frozen=True, slots=True)
class Manifest:
    """One source as described in its `source.yml`."""

    folder: Path
    sha256: str
    known: Known

    @property
    def name(self) -> str:
        """The place and the plan: guizhou-guiyang/jianwu-jiangtan-2023."""
        return "/".join(self.folder.parts[-2:])


@cache
def manifests() -> tuple[Manifest, ...]:
    """The manifests of the installation, in the order of their folders."""
    root = resources.folder("loaders") / "sources"
    return tuple(_manifest(path) for path in sorted(root.glob("*/*/source.yml")))


def _manifest(path: Path) -> Manifest:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
        known = Known(
            title=data["title"], jurisdiction=data["jurisdiction"]["name"], issuers=tuple(data["issuers"]),
            document_number=data["document_number"], issued_on=_date(data["issued_on"]), status=data["status"],
            sample=data.get("sample", False), notes={name: " ".join(why.split()) for name, why in data["inferred"].items()},
        )  # fmt: skip
        return Manifest(path.parent, data["text"]["sha256"], known)
    except (KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise DataError(f"{path}: not a manifest: {error!r}") from error


def _date(value: Any) -> datetime.date | None:
    return value if isinstance(value, datetime.date) or value is None else datetime.date.fromisoformat(str(value))


def known_for(source: Source) -> Known | None:
    """What the manifest of this very text knows, or None: the text decides, not the file's name."""
    return next((manifest.known for manifest in manifests() if manifest.sha256 == source.sha256), None)


def read_plan(source: Source) -> PlanRecord:
    """The record of a source, with what its manifest knows where it has one."""
    return extract(source, known_for(source))


def shipped(texts: Path | None = None) -> Iterator[PlanRecord]:
    """The records of the plans that ship; with `texts`, a folder, those whose text lies there carry their sentences."""
    at_hand = _texts(texts) if texts else {}
    for manifest in manifests():
        own = manifest.folder / "plan.txt"
        source = reading.read(own) if own.exists() else at_hand.get(manifest.sha256)
        yield read_plan(source) if source else _kept(manifest)


def _kept(manifest: Manifest) -> PlanRecord:
    return record.from_json(json.loads((manifest.folder / "facts.json").read_text("utf-8")))


def _texts(folder: Path) -> dict[str, Source]:
    """The plain texts in a folder by their sha256; what can't be read is none of them."""
    if not folder.is_dir():
        raise PolicyGraphError(f"{folder}: no such folder: --text takes the folder that holds the plans' texts")
    found = {}
    for path in sorted(folder.iterdir()):
        if SUFFIXES.get(suffix_of(path.name)) == "txt":
            with suppress(PolicyGraphError):
                source = reading.read(path)
                found[source.sha256] = source
    return found
