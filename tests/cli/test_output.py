"""How rows go out on a terminal."""

from __future__ import annotations

import pytest

from policygraph.cli.output import show

COLUMNS = ("title", "jurisdiction", "clauses", "targets", "commitments", "projects")
ROWS = [("临岚市养老服务提升实施方案", "临岚市", 12, 5, 3, 2), ("临岚市夏粮收储工作方案", "临岚市", 9, 4, 0, 1)]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> str:
    monkeypatch.setenv("COLUMNS", str(request.param))
    show(COLUMNS, ROWS, "table")
    return capsys.readouterr().out


@pytest.mark.parametrize("printed", [100], indirect=True)
def test_a_wide_terminal_shows_a_row_a_line(printed: str) -> None:
    assert [line.split("│")[2].strip() for line in printed.splitlines() if "方案" in line] == ["临岚市", "临岚市"]


@pytest.mark.parametrize("printed", [60], indirect=True)
def test_a_narrow_one_shows_a_row_as_lines_with_every_name_whole(printed: str) -> None:
    assert [line.split() for line in printed.split("\n\n")[1].splitlines()] == [
        [name, str(value)] for name, value in zip(COLUMNS, ROWS[1], strict=True)
    ]


def test_no_rows_are_an_empty_table(capsys: pytest.CaptureFixture[str]) -> None:
    show(COLUMNS, [], "table")
    assert "jurisdiction" in capsys.readouterr().out
