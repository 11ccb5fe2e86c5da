"""Which clauses each department has, by role and by why it counts as lead: 市生态环境局 leads 9 and shares in 37.

A task is a clause in which the department has any duty. Tasks are counted as clauses, so that a body named twice in
one clause has one task.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from policygraph.audit.facts import DutyFact
from policygraph.audit.gathered import Facts
from policygraph.audit.report import Evidence
from policygraph.errors import PolicyGraphError
from policygraph.ids import fold
from policygraph.model import BASES

COLUMNS = ("lead", *BASES, "responsible", "support", "implement", "tasks")


@dataclass(frozen=True, slots=True)
class Load:
    """What one department has to do: by column of `COLUMNS`, its clauses with the words that prove it."""

    department: str
    name: str
    jurisdiction: str
    collective: bool
    behind: dict[str, dict[str, Evidence]] = field(default_factory=dict)

    def count(self, column: str) -> int:
        """In how many clauses."""
        return len(self.behind.get(column, ()))

    def clauses(self, column: str) -> tuple[Evidence, ...]:
        """In which clauses, in the order of the plans."""
        return tuple(self.behind.get(column, {}).values())


def check_basis(basis: Collection[str]) -> tuple[str, ...]:
    """`basis` in its fixed order; PolicyGraphError for a word that is none."""
    for each in basis:
        if each not in BASES:
            raise PolicyGraphError(f"{each} is no basis of lead: the bases are {', '.join(BASES)}")
    return tuple(each for each in BASES if each in basis)


def tally(facts: Facts, duties: Iterable[DutyFact], basis: Collection[str]) -> list[Load]:
    """The loads of the departments in `duties`, the most leads first, then the most tasks, then by name."""
    loads: dict[str, Load] = {}
    for duty in duties:
        load = loads.get(duty.department)
        if load is None:
            load = loads[duty.department] = Load(duty.department, duty.name, duty.jurisdiction, duty.collective)
        for column in _columns(duty, basis):
            load.behind.setdefault(column, {}).setdefault(duty.clause, facts.evidence(duty))
    return sorted(loads.values(), key=lambda load: (-load.count("lead"), -load.count("tasks"), load.department))


def _columns(duty: DutyFact, basis: Collection[str]) -> Iterator[str]:
    yield "tasks"
    if duty.basis:
        yield duty.basis
    if duty.type == "SUPPORTS":
        yield "support"
    elif duty.type == "IMPLEMENTS":
        yield "implement"
    else:
        # a first-listed body is responsible unless the caller counts the order of names as a lead
        yield "lead" if duty.basis in basis else "responsible"


def find_department(facts: Facts, words: str) -> str:
    """The id of the department with this id, full name or printed name; PolicyGraphError if none or several fit."""
    wanted = fold(words)
    named = {duty.department for duty in facts.duties if wanted in (fold(duty.name), duty.department)}
    found = named or {duty.department for duty in facts.duties if wanted == fold(duty.surface)}
    if len(found) == 1:
        return found.pop()
    names = {duty.department: duty.name for duty in facts.duties}
    if found:
        raise PolicyGraphError(f"{words} may be {'、'.join(sorted(names[each] for each in found))}: give the full name")
    near = sorted(name for name in set(names.values()) if wanted[-4:] in fold(name))[:5]
    hint = f"near it are {'、'.join(near)}" if near else "give its full name"
    raise PolicyGraphError(f"no department with a duty is called {words}: {hint}")


def of_department(loads: Iterable[Load]) -> Mapping[str, Load]:
    """The loads by department id."""
    return {load.department: load for load in loads}
