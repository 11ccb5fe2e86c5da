"""Cases as readable blocks of text, tests/cases/NAME.txt: a title, the words as printed, what they say.

    == 牵头 and 配合 in one bracket
    （市发展改革委牵头，市财政局配合）
    --
    lead 市发展改革委 | support 市财政局

A line `known limit: why` under the title marks a case that is right but not read yet: it must fail, so that whoever
mends it takes the line away. Lines that begin with # are notes; ⇥ stands for a tab.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from policygraph.clean import Clean, clean
from policygraph.model import Source

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One block: what is printed and what is to be read from it, line by line."""

    title: str
    printed: str
    expected: tuple[str, ...]
    limit: str | None = None

    def clean(self) -> Clean:
        return clean(self.printed)


def read(text: str) -> list[Case]:
    """The cases of a file; a block without its -- is a fault of the file."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    blocks = re.split(r"^== *", "\n".join(lines), flags=re.MULTILINE)[1:]
    return [_case(block) for block in blocks]


def _case(block: str) -> Case:
    title, _, rest = block.partition("\n")
    limit = None
    if rest.startswith("known limit:"):
        line, _, rest = rest.partition("\n")
        limit = line.removeprefix("known limit:").strip()
    printed, divider, expected = rest.partition("\n--")
    if not divider:
        raise ValueError(f"case {title!r} has no line -- between what is printed and what it says")
    return Case(
        title.strip(), printed.replace("⇥", "\t"), tuple(filter(None, map(str.strip, expected.splitlines()))), limit
    )


def cases(name: str) -> list[object]:
    """The cases of tests/cases/NAME.txt as parameters of a test; known limits are expected to fail."""
    found = []
    for case in read((FOLDER / f"{name}.txt").read_text("utf-8")):
        marks = [pytest.mark.xfail(reason=case.limit, strict=True)] if case.limit else []
        found.append(pytest.param(case, id=case.title, marks=marks))
    return found


def source(text: str, name: str = "case.txt") -> Source:
    """`text` as a file would give it, whatever it holds."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(name, text, "text/plain", "utf-8", digest)
