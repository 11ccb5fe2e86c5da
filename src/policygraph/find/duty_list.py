"""One list of bodies, read word by word: which role word governs which body.

市发展改革委牵头，市财政局、市商务局等按职责分工负责 gives a lead and two responsible bodies, and is open (等). Bodies wait for the
role word behind them; a label before them (配合单位：) governs to the end of its part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policygraph.clean import Clean
from policygraph.find.duty_items import items
from policygraph.find.duty_said import said, without_page_number
from policygraph.find.duty_words import (
    BEFORE_SIGN,
    FIRST_LEADS,
    FOR_ALL,
    MARKED,
)
from policygraph.model import Role

_CHARGED: dict[str | None, Role] = {
    "责任": "responsible",
    "负责": "responsible",
    "牵头": "lead",
    "配合": "support",
    "参与": "support",
}

# 市交通局、市财政局；|各责任单位|按职责分工负责: those who were named, once more
_THE_NAMED = re.compile("各?(?:有关|相关)?(?:责任|牵头|主责|配合)(?:单位|部门)")


class Entry(NamedTuple):
    """One body in a list, as printed at [start, end) of the clean text. `stated`: the role word itself is printed."""

    start: int
    end: int
    role: Role
    stated: bool = True


@dataclass(frozen=True, slots=True)
class DutyList:
    """A whole list; `start` and `end` take in its brackets or its label.

    `first_leads`: this list states that the first-listed, or those before a sign, lead from here on. `for_all`: the bodies that a rule such as
    以下均需…落实，不再列出 charges with every clause that follows. `own_line`: nothing but the list stands in its paragraph.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    open: bool = False
    first_leads: bool = False
    for_all: tuple[Entry, ...] = ()
    own_line: bool = False


def surface(clean: Clean, entry: Entry) -> str:
    """The body's name as printed, without a page number that broke into it."""
    return without_page_number(clean.words(entry.start, entry.end))


@dataclass(slots=True)
class _Reading:
    """What has been read of one list so far: bodies wait for the role word that governs them."""

    label: Role | None
    label_stated: bool
    silent: bool = False  # behind 责任领导： or 完成时限：, where no body stands
    is_open: bool = False
    waiting: list[Entry] = field(default_factory=list)
    done: list[Entry] = field(default_factory=list)

    def add(self, start: int, end: int, role: Role | None = None) -> None:
        entry = Entry(start, end, role or "responsible")
        if role:
            self.done.append(entry)
        else:
            self.waiting.append(entry)

    def govern(self, role: Role, *, stated: bool = True) -> None:
        self.done.extend(entry._replace(role=role, stated=stated) for entry in self.waiting)
        self.waiting.clear()


def read_list(clean: Clean, begin: int, end: int, *, role: Role | None = None, stated: bool = False) -> DutyList:
    """Reads [begin, end) as a list of bodies; `role` is that of the column or label that it stands under."""
    reading = _Reading(role, stated)
    text = clean.text[begin:end]
    rule = None
    if "牵头" in text or "主办" in text:
        rule = BEFORE_SIGN.search(text) or MARKED.search(text) or FIRST_LEADS.search(text)
    first_leads = rule is not None
    if rule:
        text = _blanked(text, *rule.span())
    for_all: tuple[Entry, ...] = ()
    everybody = FOR_ALL.search(text)
    if everybody:
        charged = _CHARGED.get(everybody["label"] or everybody["role"], "implement")
        first, last = everybody.span(next(k for k in ("included", "bodies", "concerned") if everybody[k]))
        inner = read_list(clean, begin + first, begin + last, role=charged)
        for_all = tuple(entry._replace(role=charged, stated=True) for entry in inner.entries)
        text = _blanked(text, *everybody.span())
    for a, b in items(clean, text, begin):
        _read_item(text[a:b], begin + a, reading)
        if text[b : b + 1] in ("；", "。") and reading.label:
            reading.govern(reading.label)  # 配合单位：A、B；C负责落实 : the label ends here
    reading.govern(reading.label or "responsible", stated=reading.label_stated)
    entries = sorted(reading.done, key=lambda entry: entry.start)
    bodies = [entry for entry in entries if not _THE_NAMED.fullmatch(clean.text, entry.start, entry.end)]
    entries = bodies if any(entry.role != "lead" for entry in bodies) else entries
    named = {(clean.text[entry.start : entry.end], entry.role) for entry in entries}
    entries += [entry for entry in for_all if (clean.text[entry.start : entry.end], entry.role) not in named]
    return DutyList(begin, end, tuple(entries), reading.is_open, first_leads, for_all)


def _blanked(text: str, a: int, b: int) -> str:
    """`text` with stops in place of a rule that stands in it, and of the brackets around that rule."""
    if text[a - 1 : a] == "（" and text[b : b + 1] == "）":
        a, b = a - 1, b + 1
    return text[:a] + "，" * (b - a) + text[b:]


def _read_item(item: str, at: int, reading: _Reading) -> None:
    """One stretch between separators, which begins at `at`: bodies, a role word, a label, or nothing that counts."""
    told = said(item)
    if told.label:
        reading.govern(reading.label or "responsible", stated=reading.label_stated)
        reading.silent = told.label == "nobody"
        reading.label = None if told.label == "nobody" else told.label
        reading.label_stated = True
    for half in () if reading.silent else told.halves:
        reading.is_open |= half.open
        for start, end, role in half.names:
            reading.add(at + start, at + end, role)
        if half.role:
            reading.govern(reading.label if reading.label and half.role == "responsible" else half.role)
