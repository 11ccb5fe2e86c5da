"""The command line: one thin command per verb; results on stdout, messages and progress on stderr.

Exit 0: fine; 1: the data is at fault; 2: the call is. The commands import what they need when they run, so that
`policygraph --help` answers at once.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import NoReturn

import click

from policygraph.cli.asking import ask, audit, compare, questions
from policygraph.cli.exporting import export
from policygraph.cli.loading import load, plans, remove, validate
from policygraph.cli.looking import digest, query, render
from policygraph.cli.reading import extract, resolve, score
from policygraph.cli.upkeep import doctor, init, mcp, store
from policygraph.errors import PolicyGraphError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="policygraph")
def cli() -> None:
    """Reads Chinese government implementation plans and makes a knowledge graph of them.

    Every fact carries the words that prove it. Begin with: policygraph load FILE…, then policygraph ask "…".
    """


for _command in (
    extract, load, plans, remove, query, questions, ask, audit, compare, render, export, validate, digest, store, doctor,
    init, score, resolve, mcp,
):  # fmt: skip
    cli.add_command(_command)


def main(words: list[str] | None = None) -> NoReturn:
    """Runs the command line; an error that a user can mend is one line on stderr, never a traceback."""
    _utf8()
    try:
        code = cli.main(args=words, standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except PolicyGraphError as error:
        _complain(str(error), error.exit_code)
    except click.ClickException as error:
        _complain(f"{error.format_message()} (policygraph --help tells more)", 2)
    except (click.Abort, KeyboardInterrupt):
        _complain("stopped", 130)
    except BrokenPipeError:
        _mute()  # the reader has gone: | head
        sys.exit(0)
    except OSError as error:
        _mute()
        _complain(f"{error.filename or 'output'}: {error.strerror or error}", 2)


def _mute() -> None:
    """Keeps Python from writing the rest to an output that takes no more, which would fail again as it ends."""
    with contextlib.suppress(OSError):  # a stream in memory has no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str, code: int) -> NoReturn:
    click.echo(f"policygraph: {message}", err=True)
    sys.exit(code)


def _utf8() -> None:
    """Chinese goes out as UTF-8 on every platform."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower() != "utf-8":
            reconfigure(encoding="utf-8", errors="replace")
