"""The README's commands, run in their order in an empty folder, and what it says that they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks() -> list[tuple[str, list[str]]]:
    """(command, lines that it prints) in order; the lines stand below `$ policygraph …`."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("readme")
    (folder / "loaders").symlink_to(ROOT / "loaders")
    yield folder
    run("policygraph store stop", folder)


def run(command: str, folder: Path) -> tuple[int, str]:
    """Runs a line as on a terminal (tables, not JSON) where it is not redirected."""
    words, _, target = command.partition(" > ")
    program = [sys.executable, "-m", "policygraph", *shlex.split(words)[1:]]
    env = {**os.environ, "POLICYGRAPH_STORE": str(folder / "store"), "COLUMNS": "160"}
    env.pop("NEO4J_URI", None)
    if target:
        with (folder / target).open("wb") as out:
            return subprocess.run(program, cwd=folder, env=env, stdout=out, check=False).returncode, ""
    return on_terminal(program, folder, env)


def on_terminal(program: list[str], folder: Path, env: dict[str, str]) -> tuple[int, str]:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        program, cwd=folder, env=env, stdout=theirs, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
    )
    os.close(theirs)
    printed = b""
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        while True:
            try:
                chunk = terminal.read(65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            printed += chunk
    return process.wait(), re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", printed.decode("utf-8"))


def test_the_readme_shows_commands() -> None:
    assert len(blocks()) >= 15


def test_the_commands_do_what_the_readme_says(folder: Path) -> None:
    for command, lines in blocks():
        code, printed = run(command, folder)
        assert code == 0, f"$ {command}\n{printed}"
        for line in lines:
            assert squeezed(line) in squeezed(printed), f"$ {command}\nlacks {line}\n{printed}"
    assert {"yunling.json", "report.html", "guiyang.html", "bureau.html", "plans.ttl"} <= {
        path.name for path in folder.iterdir()
    }


def squeezed(text: str) -> str:
    return re.sub(r"[\s│┃|]", "", text)
