"""What a plan says once of who leads in its lists, and of which of its bodies a list then makes leads.

列第一位者为牵头单位，下同: the first-listed. 列逗号之前的为牵头单位，其他单位配合，下同: those before the first comma.
带★的为牵头单位: those with the mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policygraph.clean import Clean
from policygraph.find.duty_list import DutyList, Entry
from policygraph.find.duty_words import BEFORE_SIGN, FIRST_LEADS, MARKED
from policygraph.model import Role

_RULE = re.compile(r"(?:为|是|系)(?:总?牵头|主办|主责)")
_RULE_BEGINS = 60  # as far before 为牵头 it may begin
_RULE_ENDS = 160  # so far behind 为牵头 the rule has ended that it belongs to
_NOTES = ("注", "备注", "（注", "说明")
_SIGNS = {"逗号": "，", "分号": "；"}


class LeadRule(NamedTuple):
    """Holds from `start` on. With a `sign` all before it lead and the others bear `others`; with a `mark` those that
    bear it lead; without either, the first leads.
    """

    start: int
    sign: str = ""
    others: Role = "responsible"
    mark: str = ""


def lead_rule(clean: Clean, lists: Sequence[DutyList]) -> LeadRule | None:
    """The rule of a plan on who leads, None where it states none.

    A note under a table (注：排在首位的为牵头单位) speaks of the whole plan.
    """
    stated = [LeadRule(duty.start) for duty in lists if duty.first_leads]
    for match in _RULE.finditer(clean.text):
        begin = clean.text.rfind("\n", 0, match.start()) + 1
        at = 0 if clean.text.startswith(_NOTES, begin) else begin
        begin, end = max(begin, match.start() - _RULE_BEGINS), match.end() + _RULE_ENDS
        if (rule := BEFORE_SIGN.search(clean.text, begin, end)) and rule.start() <= match.start():
            return LeadRule(at, _SIGNS[rule["sign"]], "support" if rule["support"] else "responsible")
        if (rule := MARKED.search(clean.text, begin, end)) and rule.start() <= match.start():
            return LeadRule(at, mark=rule["mark"])
        if (rule := FIRST_LEADS.search(clean.text, begin, end)) and rule.start() <= match.start():
            stated.append(LeadRule(at))
    return min(stated, default=None)


def sorted_by(rule: LeadRule, clean: Clean, duty: DutyList) -> Iterator[tuple[Entry, Role]]:
    """What the bodies of a list bear by a rule with a sign or a mark.

    A sign speaks of lists without role words, of which one without the sign leads as a whole; a mark of all in charge.
    """
    if rule.mark:
        for entry in duty.entries:
            marked = clean.text.endswith(rule.mark, 0, entry.start) or clean.text.startswith(rule.mark, entry.end)
            yield entry, "lead" if marked and entry.role == "responsible" else entry.role
        return
    if any(entry.stated for entry in duty.entries):
        return
    sign = _outside_brackets(clean.text, duty.start + 1, duty.end, rule.sign)
    for entry in duty.entries:
        yield entry, "lead" if entry.start < sign else rule.others


def _outside_brackets(text: str, start: int, end: int, sign: str) -> int:
    """Where `sign` first stands outside brackets; `end` where it does not."""
    depth = 0
    for i in range(start, end):
        depth += (text[i] == "（") - (text[i] == "）")
        if text[i] == sign and not depth:
            return i
    return end
