"""How rows go out: a table on a terminal, JSON when piped, or what `--format` says; and the options that commands share."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policygraph.cells import disarmed
from policygraph.errors import PolicyGraphError
from policygraph.tabular import markdown, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.stores import Store

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

FORMATS = ("table", "json", "csv", "md")
_NAME = 16  # eight Chinese characters: a cell that is broken into narrower pieces is not read


def with_store(command: F) -> F:
    """Adds --store and --no-daemon, for `opened`."""
    command = click.option("--no-daemon", is_flag=True, help="Stop the embedded server when the command ends.")(command)
    return with_address(command)


def with_address(command: F) -> F:
    """Adds --store."""
    return click.option(
        "--store", "where", metavar="DIR|URI", envvar="POLICYGRAPH_STORE",
        help="A folder for the embedded store, or bolt://…, neo4j://…; else NEO4J_URI, else your data folder.",
    )(command)  # fmt: skip


def with_format(command: F) -> F:
    """Adds --format; the default is a table on a terminal and JSON when piped."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), help="Default: table on a terminal, json when piped."
    )(command)


@contextmanager
def opened(where: str | None, *, no_daemon: bool, write: bool = False) -> Iterator[Store]:
    """The store that the options name; a password is asked for on a terminal only.

    Who only reads is told of a folder that is not there, as a mistyped one: a store made of it would answer nothing.
    """
    from policygraph.stores import open_store, places

    def password() -> str:
        if not sys.stdin.isatty():
            raise PolicyGraphError("no password for Neo4j: set NEO4J_PASSWORD")
        return str(click.prompt("Neo4j password", hide_input=True, err=True))

    found = places.told(where)
    if where and not write and not isinstance(found, str) and not found.exists():
        raise PolicyGraphError(f"there is no store {found}: name another, or load plans into it first")
    with open_store(where, write=write, daemon=not no_daemon, password=password) as store:
        yield store


def chosen(form: str | None) -> str:
    """The form to write in: what was asked for, else what suits stdout."""
    return form or ("table" if sys.stdout.isatty() else "json")


def show(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str | None) -> None:
    """Writes rows to stdout."""
    held = [list(row) for row in rows]
    form = chosen(form)
    if form == "json":
        click.echo(as_json([dict(zip(columns, row, strict=True)) for row in held]))
    elif form == "csv":
        click.echo(_csv(columns, held), nl=False)
    elif form == "md":
        click.echo("\n".join(markdown(columns, [[worded(value) for value in row] for row in held])))
    else:
        _table(columns, held)


def as_json(value: Any) -> str:
    """`value` as JSON text, dates in ISO form, what is no number (0/0) as null."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=1, default=str, allow_nan=False)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, indent=1, default=str)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_safe(value) for value in row] for row in rows])
    return out.getvalue()


def _safe(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays one."""
    return worded(value) if isinstance(value, int | float) else disarmed(worded(value))


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A table; where the terminal is too narrow for its columns, a block of lines for each row."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    cells = [[worded(value) for value in row] for row in rows]
    if rows and _least_width(columns, cells) > console.width:
        for row in cells:
            block = Table(box=None, show_header=False, padding=(0, 1))
            block.add_column(style="bold", no_wrap=True)
            block.add_column(overflow="fold")
            for name, value in zip(columns, row, strict=True):
                block.add_row(Text(name), Text(value))
            console.print(block, "", sep="\n")
        return
    table = Table()
    numeric = [
        bool(rows) and all(isinstance(row[i], int | float | None) and not isinstance(row[i], bool) for row in rows)
        for i in range(len(columns))
    ]
    for name, is_number in zip(columns, numeric, strict=True):
        table.add_column(Text(name), justify="right" if is_number else "left", overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _least_width(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> int:
    """The least width at which a table can be read: of each column its head, and as much of its longest cell as a name takes."""
    from rich.cells import cell_len

    longest = (max(map(cell_len, column)) for column in zip(*cells, strict=True))
    return sum(max(cell_len(name), min(size, _NAME)) + 3 for name, size in zip(columns, longest, strict=True)) + 1


def amount(number: int, thing: str) -> str:
    """1 plan, 2 plans."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def counted(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """`items` with a progress bar on stderr where someone looks at it."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        yield from progress.track(items, total=total, description=what)


def note(message: str) -> None:
    """A word to the user, beside the result."""
    click.echo(message, err=True)
