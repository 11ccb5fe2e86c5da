"""The annotated plans, their scores, and the floor that the scores may not fall under.

    python -m tests.gold_floor            prints what changed against tests/gold/floor.json
    python -m tests.gold_floor --renew    writes the scores of now as the new floor

Beside the plans in tests/gold, those of the folders POLICYGRAPH_PLANS (texts) and POLICYGRAPH_GOLD (annotations of the same
number or name) are scored where both are set; a renewal without them keeps their entries.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policygraph import reading, resources, scoring, sources
from policygraph.model import PlanRecord, Source

GOLD = Path(__file__).parent / "gold"
FLOOR = GOLD / "floor.json"


@dataclass(frozen=True)
class Annotated:
    """A plan with its annotation."""

    name: str
    text: Path
    gold: Path


def own_plans() -> list[Annotated]:
    """The plans written for the project, the sample among them."""
    sample = resources.folder("loaders") / "sources" / "sample"
    annotations = [path for path in sorted(GOLD.glob("*.json")) if path != FLOOR]
    places = [(path, [GOLD / f"{path.stem}.txt", sample / path.stem / "plan.txt"]) for path in annotations]
    return [Annotated(gold.stem, next(text for text in texts if text.exists()), gold) for gold, texts in places]


def kept_plans() -> list[Annotated]:
    """The plans that are kept elsewhere; none where the folders are not set."""
    plans, gold = os.environ.get("POLICYGRAPH_PLANS"), os.environ.get("POLICYGRAPH_GOLD")
    if not plans or not gold:
        return []
    found = [(path, sorted(Path(plans).glob(f"{path.stem}*.txt"))) for path in sorted(Path(gold).glob("*.json"))]
    return [Annotated(path.stem, texts[0], path) for path, texts in found if texts]


@cache
def source_of(plan: Annotated) -> Source:
    return reading.read(plan.text)


@cache
def record_of(plan: Annotated) -> PlanRecord:
    return sources.read_plan(source_of(plan))


@cache
def scores_of(plan: Annotated) -> scoring.Scores:
    gold = json.loads(plan.gold.read_text("utf-8"))
    return scoring.score(gold, record_of(plan), source_of(plan).text, plan=plan.name)


def floor_of(scores: scoring.Scores) -> dict[str, dict[str, Any]]:
    """The scores as a plan's entry in a floor file; kinds without a fault only say so."""
    entry: dict[str, dict[str, Any]] = {}
    for each in scores.kinds.values():
        faults = {"missed": sorted(each.missed), "extra": sorted(each.extra)}
        entry[each.kind] = {"f1": round(each.f1, 4)} | {word: names for word, names in faults.items() if names}
    return entry


def floor() -> dict[str, Any]:
    return json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}


def _changes(plans: list[Annotated]) -> Iterator[str]:
    held = floor()
    for plan in plans:
        changes = scoring.compare(scores_of(plan), held) if plan.name in held else scoring.Changes((), ())
        yield from (f"{plan.name}: lost: {each}" for each in changes.losses)
        yield from (f"{plan.name}: won: {each}" for each in changes.gains)


def main(arguments: list[str]) -> None:
    plans = [*own_plans(), *kept_plans()]
    sys.stdout.writelines(f"{line}\n" for line in _changes(plans))
    if "--renew" in arguments:
        entries = floor() | {plan.name: floor_of(scores_of(plan)) for plan in plans}
        FLOOR.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")
        sys.stdout.write(f"{FLOOR.name}: {len(plans)} of {len(entries)} plans renewed\n")


if __name__ == "__main__":
    main(sys.argv[1:])
