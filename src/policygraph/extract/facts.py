"""Mentions → the facts of one clause: its targets, commitments, projects, citations, companies, places, leftovers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import isfinite

from policygraph import ids
from policygraph.entities import Companies, Places
from policygraph.extract.opened import OpenPlan
from policygraph.find.citations import find_citations, short_titles
from policygraph.find.commitments import Dates, find_commitments
from policygraph.find.company_known import is_bank
from policygraph.find.duties import unread_brackets
from policygraph.find.duty_list import surface
from policygraph.find.organizations import CompanyMention, find_companies
from policygraph.find.places import PlaceMention, find_places, singly
from policygraph.find.project_frames import of_table, project_of
from policygraph.find.project_parts import ProjectMention
from policygraph.find.projects import find_projects
from policygraph.find.target_mentions import SetAside
from policygraph.find.target_tables import read_target_table
from policygraph.find.targets import Reading, Setting, TargetMention, read_targets
from policygraph.find.towns import Towns
from policygraph.lexicon.indicators import normal
from policygraph.model import Citation, Commitment, Leftover, Mention, Project, Target
from policygraph.outline import Unit

_BEFORE = 80  # as far back an indicator may take its words from


@dataclass(slots=True)
class Facts:
    """What one clause says."""

    targets: list[Target] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)


class Reader:
    """Reads clause after clause; companies and places are known over the whole plan."""

    def __init__(self, opened: OpenPlan) -> None:
        self.opened = opened
        self.clean = opened.clean
        units = opened.outline.units
        self.named = {
            unit.key: find_companies(self.clean, unit.stretches, opened.home, opened.barred_in(unit)) for unit in units
        }
        bearers = frozenset(surface(self.clean, entry) for duty in opened.lists for entry in duty.entries)
        self.named = {key: self._firms(found, bearers) for key, found in self.named.items()}
        self.companies = Companies(self.clean, opened.home, [each for found in self.named.values() for each in found])
        self.places = Places(self.clean)
        self.towns = Towns(self.clean, opened.home)
        self.short_titles = short_titles(self.clean.text)

    def _firms(self, found: Sequence[CompanyMention], bearers: frozenset[str]) -> list[CompanyMention]:
        """Without the banks that bear a duty of the plan: they are departments wherever it names them."""
        names = [self.clean.words(each.start, each.end) for each in found]
        return [each for each, name in zip(found, names, strict=True) if not (name in bearers and is_bank(name))]

    def read(self, unit: Unit) -> Facts:
        """Everything that one clause says but its duties."""
        facts = Facts()
        clause = self.opened.clause_id(unit)
        barred = self.opened.barred_in(unit)
        companies = self.companies.mentions(unit.stretches, self.named[unit.key], barred)
        taken = [(company.start, company.end) for company in companies]
        found = find_places(self.clean, unit.stretches, self.opened.home, taken)
        places = [place for place in found if not any(a <= place.start < b for a, b in barred)]
        settled = [*taken, *((place.start, place.end) for place in places)]
        towns = self.towns.bare(self.opened.texts(unit), settled)
        projects = self._projects(unit, companies, sorted([*places, *towns]))
        reading = self._reading(unit)
        facts.projects = [self._project(clause, mention) for mention in projects]
        facts.targets = [
            self._target(unit, clause, mention, n, projects) for n, mention in enumerate(reading.targets, 1)
        ]
        facts.commitments = self._commitments(unit, clause, reading.targets)
        facts.citations = self._citations(unit, clause)
        facts.mentions = self._mentions(clause, companies, list(singly(self.clean, places)))
        facts.leftovers = self._leftovers(unit, clause, reading)
        return facts

    def _reading(self, unit: Unit) -> Reading:
        """The targets of the sentences, then those of the tables."""
        opened = self.opened
        if opened.is_background(unit):
            return Reading()
        setting = Setting(
            aims=opened.states_aims(unit),
            issued=opened.year,
            deadline=opened.deadline(unit) or opened.year_of(unit) or opened.undated_aims(unit),
            barred=opened.barred_in(unit),
            last_year=opened.last_year,
            aims_by=opened.aims_by(unit),
        )
        reading = read_targets(self.clean, opened.texts(unit), setting)
        for table in opened.tables_of(unit):
            reading.targets += read_target_table(self.clean, table, begins=opened.first_year, issued=opened.year)
        return _finite(reading)

    def _target(
        self, unit: Unit, clause: str, mention: TargetMention, n: int, projects: Sequence[ProjectMention]
    ) -> Target:
        indicator = self._as_printed(mention.indicator, mention)
        project = project_of(mention.start, projects, self.clean, unit.stretches)
        return Target(
            id=ids.within_plan("target", self.opened.plan.id, f"{unit.key}/{n}"),
            clause=clause,
            indicator=indicator,
            indicator_id=ids.shared("indicator", normal(indicator)),
            op=mention.op,
            value=mention.value,
            unit=self._as_printed(mention.unit, mention),
            year=mention.year,
            quote=self.clean.words(mention.start, mention.end),
            span=self.clean.span(mention.start, mention.end),
            value_to=mention.value_to,
            baseline_year=mention.baseline_year,
            stance=mention.stance,
            approximate=mention.approximate,
            project=ids.shared("project", project.name) if project else None,
        )

    def _as_printed(self, words: str, mention: TargetMention) -> str:
        """`words`, put together from clean text, in the script and brackets of the sentence that they came from."""
        begin = max(0, mention.start - _BEFORE)
        forms = self.clean.forms(begin, mention.end)
        return words.translate(forms) if forms else words

    def _commitments(self, unit: Unit, clause: str, targets: Sequence[TargetMention]) -> list[Commitment]:
        opened = self.opened
        if opened.is_background(unit) or opened.is_foreword(unit):
            return []
        found = find_commitments(
            self.clean,
            opened.texts(unit),
            targets,
            aims_section=opened.states_aims(unit),
            barred=opened.barred_in(unit),
            dates=Dates(
                opened.deadline(unit), opened.year_of(unit) or opened.year, opened.first_year, opened.only_year
            ),
        )
        return [
            Commitment(
                ids.within_plan("commitment", opened.plan.id, f"{unit.key}/{n}"), clause, mention.year,
                words := self.clean.words(mention.start, mention.end), mention.vague, words,
                self.clean.span(mention.start, mention.end),
            )
            for n, mention in enumerate(found, 1)
        ]  # fmt: skip

    def _projects(
        self, unit: Unit, companies: Sequence[CompanyMention], places: Sequence[PlaceMention]
    ) -> list[ProjectMention]:
        own = self.opened.home.name if self.opened.home else None
        companies = [each for each in companies if not is_bank(self.clean.words(each.start, each.end))]
        barred = self.opened.barred_in(unit)
        texts = self.opened.texts(unit)
        boxes = unit.boxes if unit.row is None else texts[1:]  # the cells of a row need no verb
        found = find_projects(self.clean, texts, companies, places, own=own, boxes=boxes, barred=barred)
        for table in self.opened.tables_of(unit):
            found += of_table(self.clean, table, companies, places)
        held = self.opened.table_at(unit.start) if unit.row is not None else None
        if held is not None and unit.row is not None and "project" in held.columns:
            found = list(of_table(self.clean, replace(held, rows=(unit.row,)), companies, places)) or found
        return found

    def _project(self, clause: str, mention: ProjectMention) -> Project:
        return Project(
            ids.shared("project", mention.name), clause, mention.name,
            tuple(dict.fromkeys(self.companies.id_of(owner) for owner in mention.owners)),
            tuple(dict.fromkeys(self.places.id_of(place) for place in singly(self.clean, mention.places))),
            self.clean.words(*mention.capacity) if mention.capacity else None,
            self.clean.words(mention.start, mention.end), self.clean.span(mention.start, mention.end),
        )  # fmt: skip

    def _citations(self, unit: Unit, clause: str) -> list[Citation]:
        """Each document once; the plan's own title, in full or in short, is no citation."""
        found: dict[str, Citation] = {}
        for mention in find_citations(self.clean, unit.stretches):
            title = self.clean.words(*mention.title)
            full = self.short_titles.get(title, title)
            if self._is_own(full) or (full != title and full in found):
                continue
            number = "".join(self.clean.words(*mention.number).split()) if mention.number else None
            issuer = self.clean.words(*mention.issuer) if mention.issuer else None
            found.setdefault(
                title, Citation(clause, title, number, issuer, self.clean.span(mention.start, mention.end))
            )
        return list(found.values())

    def _is_own(self, title: str) -> bool:
        """Whether it is the plan's own: 现将《甲市方案》印发给你们 under the title 乙局关于印发甲市方案的通知."""
        own, words = ids.fold(self.opened.plan.title), ids.fold(title)
        return own == words or f"印发《{words}》" in own or (len(words) > 8 and f"印发{words}的通知" in own)

    def _mentions(
        self, clause: str, companies: Sequence[CompanyMention], places: Sequence[PlaceMention]
    ) -> list[Mention]:
        named = [(each.start, each.end, self.companies.id_of(each)) for each in companies]
        named += [(each.start, each.end, self.places.id_of(each)) for each in places]
        return [Mention(clause, entity, self.clean.words(a, b), self.clean.span(a, b)) for a, b, entity in named]

    def _leftovers(self, unit: Unit, clause: str, reading: Reading) -> list[Leftover]:
        """Numbers with units that are no targets, each with its rule, and brackets of bodies that were not read."""
        rest = [(aside.start, aside.end, aside.why or "unread") for aside in reading.aside]
        rest += [
            (a, b, "unread bracket of bodies")
            for a, b in unread_brackets(self.clean, unit.stretches, self.opened.lists_of(unit))
        ]
        return [Leftover(clause, self.clean.words(a, b), why, self.clean.span(a, b)) for a, b, why in sorted(rest)]


def _finite(reading: Reading) -> Reading:
    """`reading` without targets of hundreds of digits, which no machine's number holds."""
    far = [each for each in reading.targets if not (isfinite(each.value) and isfinite(each.value_to or 0))]
    aside = [SetAside(each.start, each.end, "too large a number") for each in far]
    return Reading([each for each in reading.targets if each not in far], [*reading.aside, *aside]) if far else reading


def period(opened: OpenPlan, facts: Sequence[Facts]) -> tuple[int, ...]:
    """The years that the main aims name; those of all facts where no section is headed as aims."""
    aims = {opened.clause_id(unit) for unit in opened.outline.units if opened.states_aims(unit)}
    dated = [(target.clause, target.year) for each in facts for target in each.targets if target.year]
    dated += [(commitment.clause, commitment.year) for each in facts for commitment in each.commitments]
    years = {year for clause, year in dated if clause in aims} or {year for _, year in dated}
    return tuple(sorted(years))
