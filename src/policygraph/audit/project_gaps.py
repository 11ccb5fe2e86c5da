"""Projects that nobody owns or that have no date: 实施水泥窑超低排放改造 without a company and a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.audit.facts import ProjectFact
from policygraph.audit.gathered import Facts
from policygraph.audit.report import Finding

_YEAR = re.compile(r"(?:19|20)\d\d年|[“\"]?十[二三四五六七]五[”\"]?(?:时期|期间|末)|(?:年底|月底)前?")
_SENTENCE = re.compile(r"[^。；;！]*[。；;！]?")


def projects_without(facts: Facts) -> Iterator[Finding]:
    """Projects without an owner, and projects whose sentence names no year and which no dated target is for."""
    owned = {(owner.project, owner.plan) for owner in facts.owners}
    dated = {(target.project, target.plan) for target in facts.targets if target.project and target.year}
    for each in facts.projects:
        if (each.project, each.plan) not in owned:
            yield Finding("no_owner", {"project": each.name}, (facts.evidence(each),))
        judged = each.plan not in facts.without_text
        if judged and (each.project, each.plan) not in dated and not _has_year(facts, each):
            yield Finding("project_no_year", {"project": each.name}, (facts.evidence(each),))


def _has_year(facts: Facts, project: ProjectFact) -> bool:
    text = facts.clause_of[project.clause].words
    holding = [sentence for sentence in _SENTENCE.findall(text) if project.quote in sentence]
    return bool(_YEAR.search(project.quote)) or any(_YEAR.search(sentence) for sentence in holding)
