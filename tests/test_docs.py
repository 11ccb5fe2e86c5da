"""The documents say what is true: the table of scores is that of the floor, and links lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "ontology" / "README.md"]


def test_the_table_of_scores_is_the_floor() -> None:
    floor = json.loads((ROOT / "tests" / "gold" / "floor.json").read_text("utf-8"))
    page = (ROOT / "docs" / "reading-quality.md").read_text("utf-8")
    first_table = page[page.index("| plan |") :].partition("\n\n")[0]
    lines = [line for line in first_table.splitlines() if line.startswith("| ")]
    kinds = [cell.strip() for cell in lines[0].split("|")[2:-1]]
    shown = {
        cells[1].strip(): [cell.strip() for cell in cells[2:-1]] for cells in (line.split("|") for line in lines[1:])
    }
    assert shown == {plan: [f"{kept[kind]['f1']:.2f}" for kind in kinds] for plan, kept in floor.items()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:docs|tests|loaders|cypher|ontology|src)/[a-z0-9_./-]+)`", page.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
