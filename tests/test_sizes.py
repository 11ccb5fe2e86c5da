"""A house one can live in: files and functions stay about as small as those of FollowTheMoney, and none grows far beyond."""

from __future__ import annotations

from pathlib import Path

from benchmarks.sizes import ROOT, sizes


def test_files_and_functions_stay_small() -> None:
    files, functions = sizes(ROOT / "src" / "policygraph")
    assert files[2] <= 110
    assert files[3] <= 260
    assert files[4] <= 350
    assert functions[2] <= 8
    assert functions[3] <= 25
    assert functions[4] <= 50


def test_a_function_is_counted_from_def_to_its_last_line(tmp_path: Path) -> None:
    (tmp_path / "empty.py").write_text("")
    (tmp_path / "two.py").write_text("def one(): pass\n\n\n@each\ndef three():\n    def inner():\n        return 1\n")
    assert sizes(tmp_path) == (("files", 1, 7, 7, 7), ("functions", 3, 2, 3, 3))
