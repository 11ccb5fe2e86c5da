"""The question library: each file under `cypher/` is one named question that only reads, with a head that explains it.

`// zh: 哪个部门牵头的任务最多？` opens the head of `cypher/duties/most-leads.cypher`; the path is the question's name.
Below it stand the question in English, other ways to ask it, its parameters and columns, and which column leads to the
clauses behind a row; then the Cypher, which runs as it is in Neo4j Browser once its parameters are set.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from policygraph import resources
from policygraph.errors import PolicyGraphError
from policygraph.model import BASES, ROLES

THEMES = ("duties", "departments", "targets", "projects", "companies", "citations", "structure", "quality")
KINDS = frozenset(
    {"plan", "region", "place", "department", "company", "indicator", "document", "topic", "words", "role", "basis",
     "year", "integer"}
)  # fmt: skip
_ONCE = ("zh", "en", "say-zh", "say-en", "evidence", "maybe-empty")
_MANY = ("ask", "param", "column")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told. `kind` says what its value names: the id of a department, a year, a role …"""

    name: str
    kind: str
    required: bool
    default: Any
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: its name, its Chinese heading and what it holds."""

    name: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question. `asks` are other ways to put it; `say_zh` and `say_en` are the sentence of its answer.

    `evidence` names the column that holds {clause, quote} for each fact behind the row, None where the rows need none.
    `maybe_empty` says why plans may give no row, None where the shipped plans give at least one.
    """

    name: str
    zh: str
    en: str
    asks: tuple[str, ...]
    say_zh: str
    say_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    evidence: str | None
    maybe_empty: str | None
    cypher: str

    @property
    def theme(self) -> str:
        """The folder that it stands in: duties, targets …"""
        return self.name.partition("/")[0]

    def parameter(self, kind: str) -> tuple[Parameter, ...]:
        """Its parameters of this kind, in the order of the head."""
        return tuple(each for each in self.parameters if each.kind == kind)


@cache
def questions() -> Mapping[str, Question]:
    """Every question by name, in the order of `THEMES`, by the alphabet within each."""
    root = resources.folder("cypher")
    paths = [path for theme in THEMES for path in sorted((root / theme).glob("*.cypher"))]
    found = (read(path, f"{path.parent.name}/{path.stem}") for path in paths)
    return MappingProxyType({each.name: each for each in found})


def question(name: str) -> Question:
    """The question called `name` (duties/most-leads, or most-leads where one theme alone has it)."""
    known = questions()
    found = [name] if name in known else [each for each in known if each.partition("/")[2] == name]
    if len(found) == 1:
        return known[found[0]]
    near = found or get_close_matches(name, known, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}?" if near else "policygraph questions lists them"
    raise PolicyGraphError(f"there is no question called {name}: {hint}")


def read(path: Path, name: str) -> Question:
    """The question in the file at `path`; PolicyGraphError says what is wrong with its head."""
    text = path.read_text("utf-8")
    once: dict[str, str] = {}
    many: dict[str, list[str]] = {key: [] for key in _MANY}
    for line in text.splitlines():
        key, colon, rest = line.removeprefix("// ").partition(": ")
        if line and not line.startswith("//"):
            break
        if not colon or line.startswith("// :"):
            continue
        if key in many:
            many[key].append(rest.strip())
        elif key in _ONCE and key not in once:
            once[key] = rest.strip()
        else:
            raise PolicyGraphError(f"{path.name}: the head has an unknown or repeated line “{key}”")
    missing = [key for key in _ONCE[:-1] if not once.get(key)] + [key for key in ("ask", "column") if not many[key]]
    if missing:
        raise PolicyGraphError(f"{path.name}: the head lacks {', '.join(missing)}")
    return Question(
        name, once["zh"], once["en"], tuple(many["ask"]), once["say-zh"], once["say-en"],
        tuple(_parameter(path, line) for line in many["param"]), tuple(_column(path, line) for line in many["column"]),
        None if once["evidence"] == "none" else once["evidence"], once.get("maybe-empty"), _body(text),
    )  # fmt: skip


def _body(text: str) -> str:
    """The Cypher without the comments before it."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("//")), len(lines))
    return "\n".join(lines[first:]).strip()


def _parameter(path: Path, line: str) -> Parameter:
    parts = line.split(" ", 3)
    if len(parts) != 4 or parts[1] not in KINDS:
        raise PolicyGraphError(f"{path.name}: a param line reads “name kind default meaning”, not “{line}”")
    name, kind, default, meaning = parts
    required = default == "required"
    try:
        return Parameter(name, kind, required, None if required else json.loads(default), meaning)
    except json.JSONDecodeError:
        raise PolicyGraphError(f"{path.name}: a param line gives its default as JSON, not “{default}”") from None


def _column(path: Path, line: str) -> Column:
    parts = line.split(" ", 2)
    if len(parts) != 3:
        raise PolicyGraphError(f"{path.name}: a column line reads “name heading meaning”, not “{line}”")
    return Column(*parts)


def described(each: Question) -> dict[str, Any]:
    """What a question takes and gives, as JSON."""
    parameters = [
        {"name": p.name, "kind": p.kind, "required": p.required, "default": p.default, "meaning": p.meaning}
        for p in each.parameters
    ]
    columns = [{"name": c.name, "heading": c.heading, "meaning": c.meaning} for c in each.columns]
    return {"name": each.name, "zh": each.zh, "en": each.en, "parameters": parameters, "columns": columns}


def worded(template: str, given: Mapping[str, object]) -> str:
    """A question with what was given in its places: {company}有哪些项目？ as 首钢水钢有哪些项目？, … where nothing was."""
    return re.sub(r"\{(\w+)\}", lambda place: str(given.get(place[1], "…")), template)


def filled(asked: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters of a question: those given, the defaults for the rest.

    PolicyGraphError where one is missing that has no default, or is not the question's.
    """
    names = {each.name for each in asked.parameters}
    foreign = sorted(given.keys() - names)
    if foreign:
        takes = f"it takes {', '.join(sorted(names))}" if names else "it takes none"
        raise PolicyGraphError(f"{asked.name} has no parameter {', '.join(foreign)}: {takes}")
    lacking = [each.name for each in asked.parameters if each.required and given.get(each.name) is None]
    if lacking:
        raise PolicyGraphError(f"{asked.name} needs {', '.join(lacking)}: give -p {lacking[0]}=…")
    for each in asked.parameters:
        _check(asked, each, given.get(each.name))
    return {each.name: given.get(each.name, each.default) for each in asked.parameters}


def _check(asked: Question, parameter: Parameter, value: Any) -> None:
    """Refuses a value of the wrong kind, of which the server would complain at length."""
    wanted, fits = _WANTED.get(
        parameter.kind, ('words, in quotes where they are a number: "2025"', lambda value: isinstance(value, str))
    )
    if value is not None and not fits(value):
        raise PolicyGraphError(f"{asked.name}: {parameter.name} is {value!r}, and must be {wanted}")


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**31


_WANTED: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "year": ("a year", _whole),
    "integer": ("a number from 1", _whole),
    "role": (f"one of {', '.join(ROLES)}", lambda value: value in ROLES),
    "basis": (
        f"a list of {', '.join(BASES)}, as in {json.dumps(BASES[:1])}",
        lambda value: isinstance(value, list | tuple) and all(each in BASES for each in value),
    ),
}
