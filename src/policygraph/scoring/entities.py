"""Projects, companies, cited documents and places: which of an annotation's were read; and whether the proof stands.

A project is the same where its anchor (首钢水钢) is named and its name is alike; a company where any of its forms is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.ids import fold
from policygraph.scoring.likeness import alike, match, within
from policygraph.scoring.sides import Score, Sides, exact, of_pairs

_TITLE_MARKS = re.compile("[《》〈〉<>]")


def projects(sides: Sides) -> Iterator[Score]:
    """Projects of the same clause whose anchor is named, in their name or by their owners and places."""
    names = {company.id: "".join((company.name, *company.aliases)) for company in sides.record.companies}
    names |= {place.id: place.name for place in sides.record.places}
    gold = [(p["clause"], p["name"], fold(p["anchor"])) for p in sides.gold["projects"]]
    found = []
    for project in sides.record.projects:
        named = "".join(names.get(id_, id_) for id_ in (*project.owners, *project.places))
        found.append((sides.key(project.clause), project.name, fold(project.name + named)))
    pairs = match(gold, found, _same_project)
    yield of_pairs("projects", [g[:2] for g in gold], [f[:2] for f in found], pairs)


def _same_project(gold: tuple[str, str, str], found: tuple[str, str, str]) -> float:
    if gold[0] != found[0] or (gold[2] not in found[2] and within(gold[2], found[2]) < 0.8):
        return 0.0
    likeness = max(alike(gold[1], found[1]), 0.8 * within(gold[1], found[1]))
    return likeness if likeness >= 0.4 else 0.0


def companies(sides: Sides) -> Iterator[Score]:
    """Companies, plants and institutes by any form of their names."""
    gold = [{fold(name) for name in (company["name"], *company["surfaces"])} for company in sides.gold["companies"]]
    found = [{fold(name) for name in (company.name, *company.aliases)} for company in sides.record.companies]
    pairs = match(gold, found, lambda g, f: float(len(g & f)))
    yield of_pairs("companies", [sorted(names) for names in gold], [sorted(names) for names in found], pairs)


def citations(sides: Sides) -> Iterator[Score]:
    """Cited documents by clause and title, and the numbers that stand beside them."""
    gold = {(c["clause"], _title(c["title"])): c.get("number") for c in sides.gold["citations"]}
    found = {(sides.key(c.clause), _title(c.title)): c.number for c in sides.record.citations}
    yield exact("citations", gold, found)
    both = [key for key in gold if key in found]
    numbers = [[(*key, fold(side[key] or "")) for key in both if gold[key] or found[key]] for side in (gold, found)]
    yield exact("citation numbers", *numbers)


def _title(words: str) -> str:
    return _TITLE_MARKS.sub("", fold(words))


def places(sides: Sides) -> Iterator[Score]:
    """Places by name and kind; a name counts in the full form and in the printed one."""
    printed: dict[str, set[str]] = {place.id: {fold(place.name)} for place in sides.record.places}
    for mention in sides.record.mentions:
        if mention.entity in printed:
            printed[mention.entity].add(fold(mention.surface))
    gold = [(fold(place["name"]), place["kind"]) for place in sides.gold["places"]]
    found = [(place, printed[place.id]) for place in sides.record.places]
    pairs = match(gold, found, lambda g, f: float(g[0] in f[1] and g[1] == f[0].kind))
    yield of_pairs("places", gold, [(place.name, place.kind) for place, _ in found], pairs)


def evidence(sides: Sides) -> Iterator[Score]:
    """Each fact's words stand at its span, in order; page numbers and line breaks may stand between them."""
    if sides.text is None:
        return
    held = sides.record
    facts = [("duty", fact.surface, fact.span) for fact in held.assignments]
    facts += [("mention", fact.surface, fact.span) for fact in held.mentions]
    facts += [("target", fact.quote, fact.span) for fact in held.targets]
    facts += [("commitment", fact.quote, fact.span) for fact in held.commitments]
    facts += [("project", fact.quote, fact.span) for fact in held.projects]
    facts += [("citation", fact.title, fact.span) for fact in held.citations]
    wrong = tuple(
        f"{kind} {words} {tuple(span)}"
        for kind, words, span in facts
        if not stands_in(words, sides.text[span.start : span.end])
    )
    yield Score("evidence", len(facts) - len(wrong), extra=wrong)


def stands_in(words: str, stretch: str) -> bool:
    """Whether the characters of `words` occur in `stretch` in their order, white space aside."""
    left = iter(stretch)
    return bool(words) and all(c.isspace() or c in left for c in words)
