"""A record's facts, kind by kind, one fact a line, without what depends on the file (spans, pages, loci): to be compared."""

from __future__ import annotations

import difflib
import json
from typing import Any

from policygraph import record as records
from policygraph.model import PlanRecord

Facts = dict[str, list[str]]
_OF_THE_FILE = frozenset({"span", "page", "locus"})


def facts(record: PlanRecord) -> Facts:
    """All that the record says, every kind and every field of the contract, in document order."""
    held = {kind: facts for kind, facts in records.to_json(record).items() if kind not in ("schema", "source")}
    return {kind: [_line(each) for each in (said if isinstance(said, list) else [said])] for kind, said in held.items()}


def _line(fact: dict[str, Any]) -> str:
    """A fact as one line, its words without white space."""
    kept = {name: value for name, value in fact.items() if name not in _OF_THE_FILE}
    return "".join(json.dumps(kept, ensure_ascii=False).split())


def differences(expected: Facts, found: Facts) -> list[str]:
    """What one has (-) and the other has (+), a line each, with its kind."""
    assert expected.keys() == found.keys()
    return [
        f"{kind} {line}"
        for kind in expected
        for line in difflib.unified_diff(expected[kind], found[kind], lineterm="", n=0)
        if line[0] in "+-" and not line.startswith(("+++", "---"))
    ]
