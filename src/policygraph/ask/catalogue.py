"""What the graph knows, by every name that a person may use for it: 市住建局, 贵阳市住建局 and 住建局 for a body.

Read from the store for each question, so an answer is about what is loaded now. A form may mean several things;
which one, the rest of the question has to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from policygraph import ids
from policygraph.ask.words import folded
from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.regions import area
from policygraph.naming import nothing_loaded
from policygraph.stores import Store

_RANKS = re.compile(r"(自治区|自治州|自治县|新区|特区|[省市州盟县区旗])$")
_LEGAL = re.compile(r"(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团)$")
_ENDINGS = {"局": ("局",), "委员会": ("委员会", "委"), "厅": ("厅",), "办公室": ("办公室", "办"), "部": ("部",)}
_NOTICE = re.compile(r"^(?:.{0,12}关于)?印发[〈《]?(.+?)[〉》]?的通知$")
_EDITION = re.compile(r"[（(][^（()）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the graph knows: `kind` as parameters call it, `home` the area that it belongs to, "" for none."""

    kind: str
    id: str
    name: str
    home: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All entities by folded form, the plans with the areas that each is for, and the years that are deadlines."""

    forms: Mapping[str, tuple[Entity, ...]]
    plans: tuple[Entity, ...]
    covered: Mapping[str, frozenset[str]]
    years: frozenset[int]

    @cached_property
    def matcher(self) -> Matcher:
        """All forms in one pass."""
        return Matcher(sorted(self.forms), lasting=False)

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        """Every entity by its id."""
        return {each.id: each for entities in self.forms.values() for each in entities}

    def plans_of(self, region: str) -> tuple[Entity, ...]:
        """The plans for a region (by id) or for an area within it."""
        return tuple(plan for plan in self.plans if region in self.covered.get(plan.id, ()))


def catalogue(store: Store) -> Catalogue:
    """What `store` holds now. DataError where it holds nothing."""
    plans = store.query(
        "MATCH (p:Plan) RETURN p.id, p.title, p.jurisdiction, p.document_number ORDER BY p.id", limit=10**6
    ).rows
    if not plans:
        raise nothing_loaded()
    covers = store.query(
        "MATCH (p:Plan)-[:COVERS]->(:Region)-[:WITHIN*0..4]->(g:Region) RETURN DISTINCT p.id, g.id", limit=10**6
    )
    years = store.query(
        "MATCH (t:Target) RETURN DISTINCT t.year UNION MATCH (t:Commitment) RETURN DISTINCT t.year", limit=10**4
    )
    covered: dict[str, set[str]] = {}
    for plan, region in covers.rows:
        covered.setdefault(plan, set()).add(region)
    forms: dict[str, dict[Entity, None]] = {}
    for form, entity in _all(store, plans):
        forms.setdefault(folded(form), {})[entity] = None
    return Catalogue(
        {form: tuple(entities) for form, entities in forms.items() if len(form) > 1},
        tuple(Entity("plan", id_, title, home or "") for id_, title, home, _ in plans),
        {plan: frozenset(regions) for plan, regions in covered.items()},
        frozenset(year for (year,) in years.rows if year is not None),
    )


def _all(store: Store, plans: list[tuple[Any, ...]]) -> Iterator[tuple[str, Entity]]:
    bare = {id_: id_.removeprefix("plan:") for id_, *_ in plans}
    for id_, title, home, number in plans:
        entity = Entity("plan", id_, title, home or "")
        made_up = home if home and not area(home) else None  # a sample's city, which no list of areas knows
        beside_issued = bare[id_] != ids.fold(title) in bare.values()  # a draft, whose title means the plan as issued
        said = (None if beside_issued else title, id_, bare[id_], ids.readable(bare[id_]), number, made_up)
        yield from ((form, entity) for form in said if form)
    for label, forms in (("Department", _bodies), ("Company", _companies)):
        home = "n.jurisdiction" if label == "Department" else "null"
        rows = store.query(f"MATCH (n:{label}) RETURN n.id, n.name, n.aliases, {home} ORDER BY n.id", limit=10**6).rows
        for id_, name, aliases, jurisdiction in rows:
            entity = Entity(label.casefold(), id_, name, jurisdiction or "")
            yield from ((form, entity) for form in {name, id_, *(aliases or ()), *forms(entity, aliases or ())})
    yield from _places(store)
    yield from _documents(store)
    yield from _indicators(store)


def _places(store: Store) -> Iterator[tuple[str, Entity]]:
    for id_, name in store.query("MATCH (n:Region) RETURN n.id, n.name ORDER BY n.id", limit=10**6).rows:
        entity = Entity("region", id_, name)
        path = id_.partition(":")[2]
        short = _RANKS.sub("", name)
        yield from ((form, entity) for form in {name, path, id_, short if len(short) > 1 else name})
    for id_, name in store.query("MATCH (n:Place) RETURN n.id, n.name ORDER BY n.id", limit=10**6).rows:
        yield from ((form, Entity("place", id_, name)) for form in {name, id_} if len(form) > 2)


def _documents(store: Store) -> Iterator[tuple[str, Entity]]:
    for id_, title in store.query("MATCH (n:Document) RETURN n.id, n.title ORDER BY n.id", limit=10**6).rows:
        bare = _EDITION.sub("", title)
        notice = _NOTICE.match(title)
        forms = {title, id_, bare, notice[1] if notice else title, _without_area(bare)}
        yield from ((form, Entity("document", id_, title)) for form in forms if len(form) > 3)


def _indicators(store: Store) -> Iterator[tuple[str, Entity]]:
    glosses = gazetteer("asking")["indicators"]
    known = gazetteer("indicators")
    cypher = (
        "MATCH (n:Indicator) OPTIONAL MATCH (n)<-[:MEASURES]-(t:Target) "
        "RETURN n.id, n.name, collect(DISTINCT t.indicator) ORDER BY n.id"
    )
    for id_, name, printed in store.query(cypher, limit=10**6).rows:
        same = known.get(name, {}).get("same", ())
        yield from (
            (form, Entity("indicator", id_, name)) for form in {name, id_, *printed, *same, *glosses.get(name, ())}
        )


def _bodies(body: Entity, printed: Iterable[str]) -> Iterator[str]:
    """The forms of a body: its own name with and without its area, in full and in short, as it is and as it was."""
    if not body.name.startswith(body.home) or not body.home:
        return
    core = body.name.removeprefix(body.home)
    rank = _RANKS.search(body.home)
    area_names = {body.home, _RANKS.sub("", body.home), rank[1] if rank else ""}
    if area(body.home):
        area_names.add(area(body.home).name)  # type: ignore[union-attr]
    cores = {form.removeprefix(rank[1]) for form in printed if rank and form.startswith(rank[1])}
    for each in {core, *cores, *_short_forms(core)}:
        yield from (name + each for name in (*area_names, "") if len(name + each) > 2)
    yield from _english(core)


def _short_forms(core: str) -> Iterator[str]:
    """住房和城乡建设局: 住建局; 生态环境局: 环保局, which it was."""
    ending = next((each for each in _ENDINGS if core.endswith(each)), None)
    if ending:
        stem = core.removesuffix(ending)
        shorts = gazetteer("departments")["stems"].get(stem, {}).get("short", ())
        yield from (each + end for each in (stem, *shorts) for end in _ENDINGS[ending])
    yield from (former for former, now in gazetteer("asking")["former"].items() if now == core)


def _english(core: str) -> Iterator[str]:
    """生态环境局: ecology and environment bureau, bureau of ecology and environment."""
    lists = gazetteer("asking")
    stem = re.sub(r"(局|委员会|厅|部|中心|办公室)$", "", core)
    for gloss in lists["bodies"].get(stem, ()):
        for word in lists["body_words"]:
            yield from (f"{gloss} {word}", f"{word} of {gloss}", f"{word} for {gloss}")


def _without_area(name: str) -> str:
    """节约用水条例 of 贵州省节约用水条例."""
    return name[next((end for end in range(min(len(name) - 2, 12), 1, -1) if area(name[:end])), 0) :]


def _companies(company: Entity, _: Iterable[str]) -> Iterator[str]:
    """贵州美锦华宇新能源有限公司: without the legal form, without the area before it."""
    bare = _LEGAL.sub("", company.name)
    for name in (company.name, bare, _LEGAL.sub("", bare)):
        yield from (form for form in (name, _without_area(name)) if len(form) > 2)
    for entry in gazetteer("decisions"):
        if (
            entry["kind"] == "company"
            and entry["verdict"] == "same"
            and ids.fold(entry["is"]) == ids.fold(company.name)
        ):
            yield from entry["names"]
