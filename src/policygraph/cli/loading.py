"""load, plans, remove, validate: what goes into the store and out of it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from policygraph.cli.gathering import JOBS, records
from policygraph.cli.output import amount, counted, note, opened, show, with_format, with_store
from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import PlanRecord


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE…]")
@click.option(
    "--text",
    "texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Where the texts of the plans that ship lie: their clauses get their words.",
)
@JOBS
@with_format
@with_store
def load(
    files: tuple[str, ...],
    texts: Path | None,
    jobs: int | None,
    form: str | None,
    where: str | None,
    *,
    no_daemon: bool,
) -> None:
    """Read FILES and write them to the store; without FILES, the plans that ship. A plan loaded again replaces itself."""
    from policygraph import graph

    if files and texts:
        raise PolicyGraphError("--text is for the plans that ship: leave out FILE, or --text")
    found = list(records(files, jobs)) if files else list(_shipped(texts))
    graphs = [graph.build(record) for record in found]
    with opened(where, no_daemon=no_daemon, write=True) as store:
        store.load_all(counted(graphs, "loading", len(graphs)))
        note(f"{amount(len(graphs), 'plan')} loaded into {store.address}")
    show(
        ("plan", "clauses", "duties", "targets", "projects"),
        [(r.plan.title, len(r.clauses), len(r.assignments), len(r.targets), len(r.projects)) for r in found], form,
    )  # fmt: skip


def _shipped(texts: Path | None) -> Iterator[PlanRecord]:
    from policygraph import sources

    yield from counted(sources.shipped(texts), "reading", len(sources.manifests()))


@click.command()
@with_format
@with_store
def plans(form: str | None, where: str | None, *, no_daemon: bool) -> None:
    """List the plans in the store."""
    with opened(where, no_daemon=no_daemon) as store:
        held = store.plans()
    counts = tuple(held[0]["counts"]) if held else ()
    columns = ("id", "title", "jurisdiction", "status", *counts)
    rows = [(*(plan[name] for name in columns[:4]), *(plan["counts"][name] for name in counts)) for plan in held]
    show(columns, rows, form)


@click.command()
@click.argument("plan")
@with_store
def remove(plan: str, where: str | None, *, no_daemon: bool) -> None:
    """Take PLAN (an id, a title, a number or a part of a title that only one plan has) out of the store, leaving no orphan."""
    from policygraph.naming import plan_named

    with opened(where, no_daemon=no_daemon, write=True) as store:
        found = plan_named(store, plan)
        if not store.remove(found["id"]):
            raise PolicyGraphError(f"{found['title']} was not loaded")
    note(f"removed {found['title']}")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE…]")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="en", help="The language of the findings.")
@with_format
@with_store
def validate(files: tuple[str, ...], lang: str, form: str | None, where: str | None, *, no_daemon: bool) -> None:
    """Check the store, or FILES, against the shapes (SHACL). Exit 0 conforms, 1 does not."""
    from policygraph import graph
    from policygraph.export import rdf
    from policygraph.naming import nothing_loaded
    from policygraph.render import by_plan
    from policygraph.validate import report

    if files:
        graphs = [graph.build(record) for record in records(files, None)]
    else:
        with opened(where, no_daemon=no_daemon) as store:
            graphs = by_plan(store.contents())
        if not graphs:
            raise nothing_loaded()
    found = report(rdf.triples(graphs), language=lang)  # type: ignore[arg-type]
    show(("what", "message", "plan", "clause"), [(f.what, f.message, f.plan, f.clause) for f in found.findings], form)
    if not found.conforms:
        raise DataError(f"{amount(len(found.findings), 'finding')}: the data does not conform")
    note("conforms")
