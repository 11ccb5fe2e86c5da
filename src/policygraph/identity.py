"""The identity report: every body and company with the forms in which plans print it, and what is not sure.

A body whose jurisdiction the text does not tell, a short company name that stands in another's full one with no reviewed
decision on it, one form (宏达) that two companies go by: each is listed, none is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from policygraph.lexicon import gazetteer
from policygraph.model import PlanRecord

Row = tuple[str, str, str, list[str], int, str]


def identities(records: Iterable[PlanRecord]) -> Iterator[Row]:
    """(kind, name, jurisdiction, surfaces, number of plans, why it is unsure or ""), the unsure first."""
    rows = [*_bodies(held := list(records)), *_companies(held)]
    yield from sorted(rows, key=lambda row: (not row[5], row[0], row[2], row[1]))


def _bodies(records: list[PlanRecord]) -> Iterator[Row]:
    surfaces: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    plans: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        for body in record.departments:
            surfaces[body.name, body.jurisdiction].update(dict.fromkeys(body.aliases))
            plans[body.name, body.jurisdiction].add(record.plan.id)
    for (name, jurisdiction), forms in surfaces.items():
        yield (
            "department",
            name,
            jurisdiction,
            list(forms),
            len(plans[name, jurisdiction]),
            "" if jurisdiction else "jurisdiction not told",
        )


def _companies(records: list[PlanRecord]) -> Iterator[Row]:
    unsure = [entry for entry in gazetteer("decisions") if entry["verdict"] == "unsure" and entry["kind"] == "company"]
    reasons = {name: entry["reason"] for entry in unsure for name in entry["names"]}
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    plans: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for company in record.companies:
            forms[company.name].update(dict.fromkeys(company.aliases))
            kinds[company.name] = company.kind
            plans[company.name].add(record.plan.id)
    for name, surfaces in forms.items():
        why = reasons.get(name) or (_doubts(name, forms) if kinds[name] == "company" else "")
        yield kinds[name], name, "", list(surfaces), len(plans[name]), why


def _doubts(name: str, forms: Mapping[str, Iterable[str]]) -> str:
    """The other companies that `name` or a form of it may mean, "" where there are none."""
    full = [other for other in forms if other.endswith(("公司", "厂"))]
    near = [other for other in full if other != name and name in other]
    same = [other for other in forms if other != name and set(forms[name]) & set(forms[other])]
    others = "、".join(dict.fromkeys((*near, *same)))
    return f"perhaps {others}: decide in decisions.yml" if others else ""
