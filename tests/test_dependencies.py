"""docs/dependencies.md names what pyproject.toml asks for, no more and no less, and says truly who imports it."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "dependencies.md").read_text("utf-8").partition("## By hand")[0]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MODULES = {"ahocorasick_rs": "ahocorasick-rs", "arro3": "arro3-io", "yaml": "pyyaml"}


def rows(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading, by package."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("| ")]
    return {row[0]: row[1:] for row in cells if row[0] != "package"}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9_-]", each, maxsplit=1)[0] for each in requirements}


def test_the_page_names_each_dependency_and_no_other() -> None:
    extras = {name: names(wanted) for name, wanted in PROJECT["optional-dependencies"].items()}
    dev = extras.pop("dev")
    others = set().union(*extras.values())
    assert rows("The base").keys() == names(PROJECT["dependencies"])
    assert rows("Extras").keys() == others
    assert rows("For developers").keys() == dev - others


def test_each_library_is_imported_where_the_page_says() -> None:
    graph = grimp.build_graph("policygraph", include_external_packages=True, cache_dir=None)
    found = defaultdict(set)
    for module in (each for each in graph.modules if each.startswith("policygraph.")):
        for other in graph.find_modules_directly_imported_by(module):
            if not other.startswith("policygraph") and other not in sys.stdlib_module_names:
                name = module.removeprefix("policygraph.")
                found[MODULES.get(other, other)].add("cli" if name.startswith("cli") and other == "click" else name)
    said = {
        name: set(re.findall(r"`([a-z_.]+)`", row[-1])) for name, row in (rows("The base") | rows("Extras")).items()
    }
    assert {name: modules for name, modules in said.items() if modules} == dict(found)
