"""Spoiled files of each kind: read or refused in one line, no traceback, none over ten seconds or a gigabyte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reading import mutants, render
from tests.reading.conftest import gold, pieces_of, source_of
from tests.reading.word_files import packed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measured with alarms, which Windows has not")

KINDS = ("txt", "docx", "pdf", "html", "zip")


def whole(kind: str) -> bytes:
    """A plan with tables in a file of that kind."""
    path = next(path for path in gold() if path.stem == "tasktable")
    found = pieces_of(path)
    if kind == "docx":
        return render.word(found)
    if kind == "pdf":
        return render.paper(found)
    if kind == "html":
        return render.page(found, path.stem)
    text = source_of(path).text
    return (
        text.encode("gb18030") if kind == "txt" else packed({"甲.txt": text.encode(), "乙.txt": text.encode("utf-16")})
    )


def _outcomes(folder: Path, kind: str, count: int, seed: int) -> dict[str, float]:
    (folder / f"whole.{kind}").write_bytes(whole(kind))
    done = subprocess.run(
        [sys.executable, mutants.__file__, kind, str(count), str(seed), str(folder)], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )  # fmt: skip
    assert done.returncode == 0, f"{folder}/last: exit {done.returncode}: {done.stderr[-2000:]}"
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _check(folder: Path, kind: str, count: int, seed: int, record: Callable[[str, object], None]) -> None:
    found = _outcomes(folder, kind, count, seed)
    for what, number in found.items():
        record(what, number)  # `--junitxml FILE` keeps them
    assert found["read"] + found["refused"] == count
    assert found["slowest"] < mutants.SECONDS
    assert found["megabytes"] < 1000


@pytest.mark.parametrize("kind", KINDS)
def test_forty_spoiled_files_of_a_kind(
    tmp_path: Path, kind: str, record_property: Callable[[str, object], None]
) -> None:
    _check(tmp_path, kind, 40, 1, record_property)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_two_thousand_spoiled_files_of_a_kind(
    tmp_path: Path, kind: str, record_property: Callable[[str, object], None]
) -> None:
    _check(tmp_path, kind, 2000, 2, record_property)
