"""Compare two plans: which measures answer each other, what only one has, who else is in charge, what values differ.

推进建材行业协同增效 of 六盘水市 is put beside that of 贵阳市, with a score and the words that it comes from. Across
regions bodies are compared by what they are (生态环境局), within one by who they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from policygraph.audit.compare_targets import compare_targets
from policygraph.audit.facts import ClauseFact
from policygraph.audit.gathered import Facts
from policygraph.audit.likeness import Measure
from policygraph.audit.limits import Limits
from policygraph.audit.report import Cell, Evidence, Finding, Report, Row, Table
from policygraph.errors import PolicyGraphError
from policygraph.ids import fold

_COLUMNS = (
    "kind", "score", "number_a", "title_a", "number_b", "title_b", "terms", "common_bodies", "only_a", "only_b",
    "common_text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two clauses side by side, or one alone (then `score` is that of the nearest clause of the other plan).

    `kind` is aligned (each is the other's best), also (its best already answers another clause), only_a or only_b.
    """

    kind: str
    a: ClauseFact | None
    b: ClauseFact | None
    score: float
    terms: str


def compare(facts: Facts, limits: Limits, first: str, second: str) -> Report:
    """Plan `first` (id, title or part of it) against plan `second`, in the order of the first."""
    plans = facts.find_plan(first), facts.find_plan(second)
    if plans[0] == plans[1]:
        raise PolicyGraphError(f"{first} and {second} are one plan: name two")
    sides = [[each for each in facts.clauses if each.plan == plan.plan and each.kind == "measure"] for plan in plans]
    pairs = _pairs(sides[0], sides[1], limits)
    versions = fold(plans[0].title) == fold(plans[1].title)
    findings = [finding for pair in pairs for finding in _differences(facts, pair, limits, versions=versions)]
    targets, said = compare_targets(facts, plans[0].plan, plans[1].plan)
    notes: dict[str, Cell] = {"plan_a": plans[0].label, "plan_b": plans[1].label}
    notes |= {kind: sum(pair.kind == kind for pair in pairs) for kind in ("aligned", "also", "only_a", "only_b")}
    notes |= facts.only([plan.plan for plan in plans]).note_on_texts()
    rows = tuple(_row(facts, pair) for pair in pairs)
    return Report("compare", (Table("measures", _COLUMNS, rows), targets), (*findings, *said), notes=notes)


def _pairs(first: Sequence[ClauseFact], second: Sequence[ClauseFact], limits: Limits) -> list[_Pair]:
    """In the order of the first plan; a clause of the second that answers none comes at the end."""
    measure = Measure([*first, *second], title_weight=limits.title_weight, by_title=limits.by_title)
    partner = _matched(first, second, measure, limits.aligned)
    pairs = [_pair(a, None, partner.get(a.id), second, measure, limits) for a in first]
    return pairs + [_pair(None, b, None, first, measure, limits) for b in second if b.id not in partner]


def _matched(
    first: Sequence[ClauseFact], second: Sequence[ClauseFact], measure: Measure, least: float
) -> dict[str, ClauseFact]:
    """One to one, the most alike first; ties go to the clauses that come first."""
    scored = [(-measure.score(a.id, b.id), at, to) for at, a in enumerate(first) for to, b in enumerate(second)]
    partner: dict[str, ClauseFact] = {}
    for _, at, to in sorted(scored):
        a, b = first[at], second[to]
        if a.id not in partner and b.id not in partner and measure.alike(a.id, b.id, least):
            partner[a.id], partner[b.id] = b, a
    return partner


def _pair(
    a: ClauseFact | None, b: ClauseFact | None, partner: ClauseFact | None, others: Sequence[ClauseFact],
    measure: Measure, limits: Limits,
) -> _Pair:  # fmt: skip
    """A clause of either plan with its partner; without one beside the nearest if that is near enough, else alone."""
    own = a or b
    if own is None or not others:
        return _Pair("only_a" if a else "only_b", a, b, 0.0, "")
    best = partner or max(others, key=lambda each: measure.score(own.id, each.id))
    score = measure.score(own.id, best.id)
    if not measure.alike(own.id, best.id, limits.aligned):
        return _Pair("only_a" if a else "only_b", a, b, score, "")
    sides = (own, best) if a else (best, own)
    terms = measure.likeness(sides[0].id, sides[1].id).explained(limits.terms)
    return _Pair("aligned" if partner else "also", *sides, score, terms)


def _bodies(facts: Facts, a: ClauseFact | None, b: ClauseFact | None) -> tuple[str, str, str]:
    """(in charge in both, only in the first, only in the second), by name."""
    one_place = not (a and b) or facts.plan_of[a.plan].jurisdiction == facts.plan_of[b.plan].jurisdiction
    first, second = (
        {
            duty.department if one_place else duty.department.rpartition("/")[2]: duty.name
            for duty in (facts.duties_of.get(each.id, ()) if each else ())
            if duty.in_charge
        }
        for each in (a, b)
    )
    common = [name for key, name in first.items() if key in second]
    only_a = [name for key, name in first.items() if key not in second]
    only_b = [name for key, name in second.items() if key not in first]
    return "、".join(common), "、".join(only_a), "、".join(only_b)


def _row(facts: Facts, pair: _Pair) -> Row:
    a, b = pair.a, pair.b
    behind = {f"title_{side}": (_cited(facts, each),) for side, each in (("a", a), ("b", b)) if each}
    names = [part for each in (a, b) for part in ((each.number, each.title) if each else (None, None))]
    common = round(_common_text(a, b), 3) if a and b and a.text and b.text else None
    return Row((pair.kind, round(pair.score, 3), *names, pair.terms, *_bodies(facts, a, b), common), behind)


def _cited(facts: Facts, clause: ClauseFact) -> Evidence:
    return facts.cite(clause.id, clause.called())


def _common_text(a: ClauseFact, b: ClauseFact) -> float:
    """Twice the matching characters over all characters of both: 1 where the words are the same."""
    return SequenceMatcher(None, a.words, b.words, autojunk=False).ratio()


def _differences(facts: Facts, pair: _Pair, limits: Limits, *, versions: bool) -> Iterator[Finding]:
    evidence = tuple(_cited(facts, each) for each in (pair.a, pair.b) if each)
    values: dict[str, Cell] = {"title_a": evidence[0].quote, "title_b": evidence[-1].quote}
    values["score"] = round(pair.score, 3)
    if pair.a is None or pair.b is None:
        yield Finding(pair.kind, {**values, "plan": evidence[0].plan_title}, evidence)
        return
    _, only_a, only_b = _bodies(facts, pair.a, pair.b)
    if only_a or only_b:
        yield Finding("other_bodies", {**values, "only_a": only_a or "—", "only_b": only_b or "—"}, evidence)
    common = _common_text(pair.a, pair.b) if versions and pair.a.text and pair.b.text else 1.0
    if common < limits.reworded:
        yield Finding("reworded", {**values, "share": round(common, 4)}, evidence)
