"""The house stands as docs/architecture.md draws it: imports run down one line, and no room is in everybody's way."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
WORDS = {"errors", "ids", "model", "lexicon", "resources", "schema", "script"}


def test_the_imports_keep_the_contracts(capsys: pytest.CaptureFixture[str]) -> None:
    code = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_what_most_rooms_import_holds_only_words() -> None:
    graph = grimp.build_graph("policygraph")
    importers, imported = defaultdict(set), defaultdict(set)
    for module in graph.modules - {"policygraph"}:
        for other in graph.find_modules_directly_imported_by(module):
            here, there = module.split(".")[1], other.split(".")[1]
            if here != there:
                importers[there].add(here)
                imported[here].add(there)
    popular = {room for room, users in importers.items() if len(users) > len(importers) / 4}
    assert popular >= {"errors", "model"}
    assert popular <= WORDS
    assert {room: imported[room] - WORDS for room in popular if imported[room] - WORDS} == {}
