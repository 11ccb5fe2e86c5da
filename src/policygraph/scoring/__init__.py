"""How well a plan was read: its record against an annotation by hand, kind by kind, with the names of what is wrong.

What counts as one fact is what the annotation says: 市发展改革委 leads clause 二/一/1; 森林覆盖率 ge 55 % by 2025.
A floor is a JSON file of earlier scores, {plan: {kind: {"f1", "missed", "extra"}}}: later ones are held to it by name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policygraph import reading
from policygraph import record as records
from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import PlanRecord
from policygraph.scoring import aims, duties, entities
from policygraph.scoring.alignment import align
from policygraph.scoring.sides import Score, Sides

COLUMNS = ("kind", "P", "R", "F1", "right", "extra", "missed")
KINDS = (
    duties.plan, duties.clauses, duties.duties, duties.departments, aims.targets, aims.commitments, entities.projects,
    entities.companies, entities.citations, entities.places, entities.evidence,
)  # fmt: skip
_SLACK = 1e-4  # a floor is written to four places


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one plan, by kind of fact; `plan` is the annotation's own name."""

    plan: str
    kinds: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from a floor, fact by fact: `gains` are right now, `losses` were right then."""

    gains: tuple[str, ...]
    losses: tuple[str, ...]


def score(gold: Mapping[str, Any], predicted: PlanRecord, text: str | None = None, *, plan: str = "") -> Scores:
    """Scores a record against an annotation.

    `text` is the source that both speak of; without it clauses are aligned by their own words, and no span is checked.
    Raises `DataError` where `gold` is no annotation.
    """
    try:
        sides = Sides(gold, predicted, align(gold["clauses"], predicted, text), text)
        return Scores(plan, {each.kind: each for kind in KINDS for each in kind(sides)})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(
            f"not an annotation of a plan ({error!r}): it needs clauses, assignments and its kin"
        ) from error


def score_files(gold: Path, predicted: Path, text: Path | None = None) -> Scores:
    """Scores the record in one JSON file against the annotation in another; `text` is a plan in any kind of file."""
    found = records.from_json(read_json(predicted))
    return score(read_json(gold), found, reading.read(text).text if text else None, plan=gold.stem)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file: an annotation, a record or a floor."""
    try:
        held = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PolicyGraphError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:
        raise DataError(f"{path}: not JSON: {error}") from error
    if not isinstance(held, dict):
        raise DataError(f"{path}: holds no JSON object")
    return held


def rows(scores: Scores) -> list[tuple[str, float, float, float, int, int, int]]:
    """One row per kind, under `COLUMNS`."""
    found = []
    for each in scores.kinds.values():
        p, r, f1 = (round(share, 4) for share in (each.precision, each.recall, each.f1))
        found.append((each.kind, p, r, f1, each.right, len(each.extra), len(each.missed)))
    return found


def named(scores: Scores, most: int) -> Iterator[str]:
    """Up to `most` names of what was missed and of what is extra, for each kind."""
    for each in scores.kinds.values():
        yield from (f"{each.kind}: missed {name}" for name in each.missed[:most])
        yield from (f"{each.kind}: extra {name}" for name in each.extra[:most])


def compare(scores: Scores, floor: Mapping[str, Any]) -> Changes:
    """Gains and losses against a floor (of all plans), by name."""
    gains: list[str] = []
    losses: list[str] = []
    for kind, was in _entry(scores, floor).items():
        now = scores.kinds.get(kind)
        for word, names in (("missed", now.missed), ("extra", now.extra)) if now else ():
            then, here = Counter(was.get(word, ())), Counter(names)
            losses += [f"{kind}: {word} {name}" for name in sorted((here - then).elements())]
            gains += [f"{kind}: no longer {word} {name}" for name in sorted((then - here).elements())]
    return Changes(tuple(gains), tuple(losses))


def below(scores: Scores, floor: Mapping[str, Any]) -> list[str]:
    """Each kind whose F1 is lower than the floor's, with what was lost; empty where all hold."""
    losses = compare(scores, floor).losses
    found = []
    for kind, was in _entry(scores, floor).items():
        now = scores.kinds.get(kind)
        if now is None:
            found.append(f"{kind} is not scored any more")
        elif now.f1 < was["f1"] - _SLACK:
            names = [loss for loss in losses if loss.startswith(f"{kind}: ")]
            found.append(f"{kind} F1 {now.f1:.4f} under {was['f1']:.4f} ({'; '.join(names)})")
    return found


def _entry(scores: Scores, floor: Mapping[str, Any]) -> Mapping[str, Any]:
    entry = floor.get(scores.plan)
    if isinstance(entry, dict) and not all("f1" in was for was in entry.values()):
        raise DataError(f"the floor's plan {scores.plan!r} lacks an f1")
    if not isinstance(entry, dict):
        raise DataError(f"the floor has no plan {scores.plan!r}: it has {', '.join(map(str, floor)) or 'none'}")
    return entry
