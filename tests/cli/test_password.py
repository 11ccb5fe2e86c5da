"""The password of Neo4j: from the environment or typed unseen, in no option, no message and no log."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from tests.cli.conftest import Run

from policygraph.cli import cli

SECRET = "hunter2-方案"
CALL = [sys.executable, "-m", "policygraph", "plans", "--store", "bolt://127.0.0.1:1"]


def test_it_is_typed_at_a_prompt_that_shows_nothing() -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    with subprocess.Popen(CALL, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as child:
        os.close(theirs)
        shown = b""
        while b"Neo4j password: " not in shown:
            shown += os.read(ours, 4096)
        os.write(ours, f"{SECRET}\n".encode())
        while child.poll() is None or b"nothing answers" not in shown:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # the child has closed its end
                break
    os.close(ours)
    assert child.returncode == 2
    assert "nothing answers at bolt://127.0.0.1:1" in shown.decode()
    assert SECRET not in shown.decode()


def test_without_a_terminal_it_must_be_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    ran = subprocess.run(CALL, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr == "policygraph: no password for Neo4j: set NEO4J_PASSWORD\n"


def test_no_command_takes_it_as_an_option() -> None:
    assert isinstance(cli, click.Group)
    options = [option for command in cli.commands.values() for each in command.params for option in each.opts]
    assert "--store" in options
    assert not [option for option in options if "pass" in option or "user" in option]
