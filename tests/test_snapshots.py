"""What whole plans say, one fact per line, so that a change of the reading is a diff to review.

    POLICYGRAPH_RENEW=1 pytest tests/test_snapshots.py     writes tests/snapshots/NAME.txt anew

For the plans of `loaders/sources` the facts.json beside each manifest is the snapshot; `policygraph extract --facts-only`
renews it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import gold_floor

from policygraph import reading, record, sources
from policygraph.model import Clause, PlanRecord

SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("yunling", "countywaste", "tradhealth")
KEPT_AT = os.environ.get("POLICYGRAPH_PLANS")


def told(held: PlanRecord) -> Iterator[str]:
    """The plan, then clause by clause its facts."""
    plan = held.plan
    yield f"plan {plan.title} | {plan.status} | {plan.document_number} | {plan.issued_on} | {plan.jurisdiction} | {plan.period_years}"
    yield from (f"issued by {issuer}" for issuer in plan.issuers)
    yield from (f"section {section.number} {section.title}" for section in held.sections)
    for clause in held.clauses:
        key = clause.id.split("/", 1)[1]
        words = clause.text.replace("\n", "⏎")
        yield f"clause {key} | {clause.kind} | {clause.title} | {words[:10]} … {words[-10:]}"
        yield from (f"  {line}" for line in _facts(held, clause))


def _facts(held: PlanRecord, clause: Clause) -> Iterator[str]:
    bodies = {department.id: department.name for department in held.departments}
    names = {each.id: each.name for each in (*held.companies, *held.places)}
    mine = clause.id
    for duty in (each for each in held.assignments if each.clause == mine):
        inherited = " | inherited" if duty.inherited else ""
        yield f"{duty.role} {duty.surface} = {bodies[duty.department]} | {duty.lead_basis}{inherited}"
    for target in (each for each in held.targets if each.clause == mine):
        value = f"{target.value:g}" + (f"—{target.value_to:g}" if target.value_to is not None else "")
        rest = [target.baseline_year and f"from {target.baseline_year}", target.stance, target.approximate and "about"]
        yield f"target {target.indicator} | {target.op} {value} {target.unit} | {target.year} | {' '.join(filter(None, rest))}"
    for aim in (each for each in held.commitments if each.clause == mine):
        yield f"commitment {aim.year} | {'vague' if aim.vague else 'verifiable'} | {aim.what}"
    for project in (each for each in held.projects if each.clause == mine):
        owners, places = ("、".join(names[id_] for id_ in ids) for ids in (project.owners, project.places))
        yield f"project {project.name} | {owners} | {places} | {project.capacity}"
    for citation in (each for each in held.citations if each.clause == mine):
        yield f"cites {citation.title} | {citation.number} | {citation.issuer}"
    for mention in (each for each in held.mentions if each.clause == mine):
        yield f"mentions {mention.surface} = {names[mention.entity]}"
    for left in (each for each in held.leftovers if each.clause == mine):
        yield f"leftover {left.what} | {left.why}"


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_says_what_it_said(name: str) -> None:
    plan = next(plan for plan in gold_floor.own_plans() if plan.name == name)
    lines = list(told(gold_floor.record_of(plan)))
    snapshot = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("POLICYGRAPH_RENEW"):
        snapshot.write_text("\n".join(lines) + "\n", "utf-8")
    assert lines == snapshot.read_text("utf-8").splitlines()


@pytest.mark.skipif(not KEPT_AT, reason="POLICYGRAPH_PLANS names no folder of texts")
@pytest.mark.parametrize(
    "manifest", [m for m in sources.manifests() if (m.folder / "facts.json").exists()], ids=lambda m: m.name
)
def test_a_kept_plan_says_what_its_facts_say(manifest: sources.Manifest) -> None:
    files = [path for path in sorted(Path(str(KEPT_AT)).iterdir()) if path.suffix == ".txt"]
    held = next((source for path in files if (source := reading.read(path)).sha256 == manifest.sha256), None)
    if held is None:
        pytest.skip(f"{KEPT_AT} does not hold the text of {manifest.name}")
    kept = json.loads((manifest.folder / "facts.json").read_text("utf-8"))
    now = record.to_json(sources.read_plan(held), facts_only=True)
    for kind, facts in json.loads(json.dumps(now)).items():
        was = kept[kind]
        if isinstance(facts, list):
            assert [fact for fact in facts if fact not in was] == [], kind
            assert [fact for fact in was if fact not in facts] == [], kind
        elif kind != "source":
            assert facts == was
    assert now["source"]["sha256"] == kept["source"]["sha256"]
