"""store, doctor, init, mcp: look after the store, see what is installed, begin a folder of one's own, serve agents."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import click

from policygraph.cli.output import amount, note, opened, show, with_address, with_format, with_store
from policygraph.errors import PolicyGraphError


@click.command()
@click.argument("what", type=click.Choice(["status", "start", "stop", "path"]))
@with_address
def store(what: str, where: str | None) -> None:
    """Look after the embedded store: is its server running, start it, stop it, where does it lie."""
    from policygraph.stores import upkeep

    click.echo(getattr(upkeep, what)(where))


@click.command()
@with_format
@with_store
def doctor(form: str | None, where: str | None, *, no_daemon: bool) -> None:
    """Tell what is installed and reachable, and what to do where something is not. Exit 1 where the store is not reached."""
    rows = [("python", sys.version.split()[0], "")]
    rows += [
        _extra("validate", "pyshacl"),
        _extra("charts", "pygal"),
        _extra("mcp", "mcp"),
        _extra("tables", "xlsxwriter"),
        _extra("parquet", "arro3"),
    ]
    rows.append(
        (
            "soffice",
            shutil.which("soffice") or "no",
            "" if shutil.which("soffice") else "only for .doc and .wps: install LibreOffice",
        )
    )
    try:
        with opened(where, no_daemon=no_daemon) as held:
            rows.append(("store", f"{held.kind} at {held.address}", amount(len(held.plans()), "plan")))
    except PolicyGraphError as error:
        rows.append(("store", "not reached", str(error)))
    show(("what", "found", "note"), rows, form)
    if rows[-1][1] == "not reached":
        sys.exit(1)


def _extra(extra: str, module: str) -> tuple[str, str, str]:
    there = importlib.util.find_spec(module) is not None
    return module, "yes" if there else "no", "" if there else f"pip install 'policygraph[{extra}]'"


_README = """# Plans

Put plans (.txt, .docx, .pdf, .html) into texts/, then:

    policygraph load texts --store store
    policygraph ask "哪个部门牵头的任务最多" --store store
    policygraph render --plan TITLE --store store -o plan.html
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Begin a FOLDER for plans of your own."""
    try:
        if folder.exists() and any(folder.iterdir()):
            raise PolicyGraphError(f"{folder} is not empty: name a new folder")
        (folder / "texts").mkdir(parents=True)
        (folder / "README.md").write_text(_README, "utf-8")
    except OSError as error:
        raise PolicyGraphError(f"{folder}: {error.strerror or error}: name a new folder") from error
    note(f"{folder}: put plans into {folder / 'texts'}; {folder / 'README.md'} says how to go on")


@click.command()
@with_address
def mcp(where: str | None) -> None:
    """Serve schema, questions, ask, read-only Cypher and clause texts over the Model Context Protocol, on stdio."""
    try:
        from policygraph.mcp import serve
    except ImportError as error:
        raise PolicyGraphError("the MCP server needs more: pip install 'policygraph[mcp]'") from error
    serve(where)
