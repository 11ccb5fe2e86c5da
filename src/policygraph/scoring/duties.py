"""The document, its outline and its duties: which of an annotation's were read.

A duty is (clause, body as printed, role); 市住建局 and 市住房城乡建设局 of one plan should be one body under its official name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from policygraph.ids import fold
from policygraph.model import ROLES
from policygraph.scoring.likeness import match
from policygraph.scoring.sides import Score, Sides, exact, of_pairs

_FIELDS = ("title", "status", "document_number", "issued_on", "jurisdiction")


def plan(sides: Sides) -> Iterator[Score]:
    """What the document says of itself, field by field; a field that the annotation leaves open is not scored."""
    gold, found = dict(sides.gold["plan"]), sides.record.plan
    gold["title"] = gold.get("title") or gold.get("inferred_title")
    gold["jurisdiction"] = {"全国": "中国"}.get(gold["jurisdiction"], gold["jurisdiction"])  # one way to say it
    names = {department.id: department.name for department in sides.record.departments}
    want = [(field, fold(str(gold[field]))) for field in _FIELDS if gold.get(field)]
    have = [(field, fold(str(getattr(found, field)))) for field, _ in want if getattr(found, field) is not None]
    issuers = (
        [("issuer", fold(name)) for name in gold["issuers"]],
        [("issuer", fold(names[id_])) for id_ in found.issuers],
    )
    yield exact("plan", want + issuers[0], have + issuers[1])


def clauses(sides: Sides) -> Iterator[Score]:
    """Clauses that cover the same stretch of text, and which of them bear a duty list."""
    gold = [(clause["key"],) for clause in sides.gold["clauses"] if clause["key"] in sides.clauses.gold]
    found = [(clause.id,) for clause in sides.record.clauses]
    pairs = match(gold, found, lambda g, f: sides.clauses.overlap(g[0], f[0]))
    yield of_pairs("clauses", gold, found, pairs)
    measures = [(clause["key"],) for clause in sides.gold["clauses"] if clause["kind"] == "measure"]
    bearing = [(sides.key(clause.id),) for clause in sides.record.clauses if clause.kind == "measure"]
    yield exact("measures", measures, bearing)


def duties(sides: Sides) -> Iterator[Score]:
    """Who does what in which clause, why a body counts as lead, and the duties that a rule for all clauses makes."""
    lists = sides.gold["assignments"]
    gold = [(duty["clause"], fold(body), role) for duty in lists for role in ROLES for body in duty.get(role, [])]
    printed = [duty for duty in sides.record.assignments if not duty.inherited]
    found = [(sides.key(duty.clause), fold(duty.surface), duty.role) for duty in printed]
    yield exact("assignments", gold, found)
    yield exact("bodies in any role", [fact[:2] for fact in gold], [fact[:2] for fact in found])
    bases = [(sides.key(duty.clause), fold(duty.surface), duty.lead_basis) for duty in printed if duty.lead_basis]
    yield exact("lead basis", _gold_bases(sides.gold), bases)
    rest = [duty for duty in sides.record.assignments if duty.inherited]
    inherited = [(sides.key(duty.clause), fold(duty.surface), duty.role) for duty in rest]
    yield exact("inherited duties", _gold_inherited(sides.gold), inherited)


def _gold_bases(gold: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """牵头 printed is stated unless the annotation says declared; with no lead the first in charge leads by order."""
    groups = [department["surfaces"] for department in gold["departments"] if department.get("collective")]
    collective = {fold(body) for surfaces in groups for body in surfaces}
    for duty in gold["assignments"]:
        for body in duty.get("lead", []):
            yield duty["clause"], fold(body), duty.get("lead_basis") or "stated"
        charged = duty.get("responsible", [])
        if charged and not duty.get("lead") and fold(charged[0]) not in collective:
            yield duty["clause"], fold(charged[0]), "sole" if len(charged) == 1 else "first_listed"


def _gold_inherited(gold: Mapping[str, Any]) -> Iterator[tuple[object, ...]]:
    """以下均需…落实，不再列出 charges its bodies with every later clause that bears a list and does not name them."""
    body_of = {fold(surface): i for i, each in enumerate(gold["departments"]) for surface in each["surfaces"]}
    everybody: list[tuple[str, str]] = []
    for duty in gold["assignments"]:
        present = {(body_of.get(fold(body)), role) for role in ROLES for body in duty.get(role, [])}
        for body, role in everybody:
            if (body_of.get(body), role) not in present:
                yield duty["clause"], body, role
        if duty.get("applies_to_all_following"):
            everybody += [(fold(body), "implement") for body in duty.get("implement", [])]


def departments(sides: Sides) -> Iterator[Score]:
    """Pairs of surfaces that are one body, and the official names of the bodies that were read."""
    gold = [(each, {fold(surface) for surface in each["surfaces"]}) for each in sides.gold["departments"]]
    found = [(each.name, {fold(surface) for surface in each.aliases}) for each in sides.record.departments]
    known = set().union(*(surfaces for _, surfaces in gold))
    yield exact("same body", _pairs(surfaces for _, surfaces in gold), _pairs(each & known for _, each in found))
    name_of = {surface: fold(name) for name, surfaces in found for surface in surfaces}
    right, wrong = 0, []
    for each, surfaces in gold:
        names = {name_of[surface] for surface in surfaces & name_of.keys()}
        if names == {fold(each["canonical"])}:
            right += not each.get("collective")
        elif names and not each.get("collective"):
            wrong.append(f"{fold(each['canonical'])} read as {'、'.join(sorted(names))}")
    yield Score("official names", right, tuple(wrong), tuple(wrong))


def _pairs(groups: Iterable[set[str]]) -> list[tuple[str, str]]:
    return [pair for surfaces in groups for pair in combinations(sorted(surfaces), 2)]
