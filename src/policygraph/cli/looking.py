"""query, digest, render: the graph as rows, as one hash, as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policygraph.cli.files import read_text, write
from policygraph.cli.output import note, opened, show, with_format, with_store
from policygraph.errors import PolicyGraphError

if TYPE_CHECKING:
    from policygraph.render import Picture
    from policygraph.stores import Store


@click.command()
@click.argument("cypher", required=False)
@click.option("-f", "--file", "path", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option(
    "-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter; a value in JSON, else words."
)
@click.option("--limit", type=click.IntRange(1), default=10_000, help="The most rows.")
@click.option("--seconds", type=click.FloatRange(0, min_open=True), default=60, help="The longest that it may take.")
@with_format
@with_store
def query(
    cypher: str | None,
    path: Path | None,
    parameters: tuple[str, ...],
    limit: int,
    seconds: float,
    form: str | None,
    where: str | None,
    *,
    no_daemon: bool,
) -> None:
    """Run a Cypher query that only reads."""
    if path is not None:
        cypher = read_text(path)
    if not cypher:
        raise PolicyGraphError("no query: give Cypher, or -f FILE")
    with opened(where, no_daemon=no_daemon) as store:
        _warn(store, cypher)
        answer = store.query(cypher, _parameters(parameters), limit=limit, seconds=seconds)
    show(answer.columns, answer.rows, form)
    if answer.truncated:
        note(f"the first {limit} rows: --limit N shows more")


def _warn(store: Store, cypher: str) -> None:
    """Tells what this store may answer wrongly in a query of the user's own."""
    for warning in store.warnings(cypher):
        note(f"warning: {warning}")


def _parameters(pairs: tuple[str, ...]) -> dict[str, object]:
    import json

    found: dict[str, object] = {}
    for pair in pairs:
        name, equals, words = pair.partition("=")
        if not equals or not name:
            raise PolicyGraphError(f"-p {pair}: write NAME=VALUE")
        try:
            found[name] = json.loads(words)
        except ValueError:
            found[name] = words
    return found


@click.command()
@with_store
def digest(where: str | None, *, no_daemon: bool) -> None:
    """Print one hash of the whole graph's content: equal whatever the store, the order of loading, the number of runs."""
    with opened(where, no_daemon=no_daemon) as store:
        click.echo(store.digest())


@click.command()
@click.option("--plan", "plan_name", help="A plan: id, title, number, region or a part of the title.")
@click.option("--with", "other", help="A second plan, side by side.")
@click.option(
    "--entity",
    help="What lies around a department, company, project, indicator, region, place or document: a name or an id.",
)
@click.option("--hops", type=click.IntRange(1), help="How far around the entity; default 2.")
@click.option("--network", is_flag=True, help="The departments that share tasks.")
@click.option("--query", "cypher", metavar="CYPHER", help="What a query that only reads returns.")
@click.option("--question", metavar="NAME", help="What answers a named question: `policygraph questions` lists them.")
@click.option(
    "-p", "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the query or question."
)
@click.option("--limit", type=click.IntRange(1), default=2000, help="The most nodes drawn.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("policygraph.html"), help="The page to write."
)
@with_store
def render(
    plan_name: str | None,
    other: str | None,
    entity: str | None,
    hops: int | None,
    cypher: str | None,
    question: str | None,
    parameters: tuple[str, ...],
    limit: int,
    output: Path,
    where: str | None,
    *,
    network: bool,
    no_daemon: bool,
) -> None:
    """Write an interactive page of a plan, of what surrounds an entity, of a query's result, or of the department network."""
    from policygraph import render as pictures
    from policygraph.naming import entity_named, nothing_loaded, plan_named

    whats = {"--plan": plan_name or network, "--entity": entity, "--query": cypher, "--question": question}
    if sum(map(bool, whats.values())) != 1:
        raise PolicyGraphError(f"what to draw? give one of {', '.join(whats)} or --network")
    _check_render(("--with", other, "--plan", plan_name and not network), ("--hops", hops, "--entity", entity),
                  ("-p", parameters, "--query or --question", cypher or question))  # fmt: skip
    if cypher or question:
        picture = _of_answer(cypher, question, _parameters(parameters), where, no_daemon=no_daemon)
        write(output, pictures.page(picture, limit=limit))
        note(f"written to {output.resolve()}")
        return
    with opened(where, no_daemon=no_daemon) as store:
        plan = plan_named(store, plan_name)["id"] if plan_name else None
        second = plan_named(store, other)["id"] if other else None
        around = entity_named(store, entity)[0] if entity else None
        graphs = pictures.by_plan(store.contents())
    if not graphs:
        raise nothing_loaded()
    if plan and plan == second:
        raise PolicyGraphError(f"{plan_name} and {other} are one plan: name two")
    if around:
        picture = pictures.around(graphs, around, hops or 2)
    elif plan and second:
        picture = pictures.of_two_plans(graphs, plan, second)
    elif plan and not network:
        picture = pictures.of_plan(graphs, plan)
    else:
        picture = pictures.department_network([each for each in graphs if plan in (None, each.plan)])
    write(output, pictures.page(picture, limit=limit))
    note(f"written to {output.resolve()}")


def _check_render(*pairs: tuple[str, object, str, object]) -> None:
    """Refuses an option without the one that it goes with, rather than pass over it."""
    for option, given, needed, there in pairs:
        if given and not there:
            raise PolicyGraphError(f"{option} goes with {needed}")


def _of_answer(
    cypher: str | None, name: str | None, given: dict[str, object], where: str | None, *, no_daemon: bool
) -> Picture:
    from policygraph.naming import resolved
    from policygraph.questions import filled, question, worded
    from policygraph.render.rows import of_rows

    asked, said = question(name) if name else None, given
    with opened(where, no_daemon=no_daemon) as store:
        if asked:
            given = filled(asked, resolved(store, {each.name: each.kind for each in asked.parameters}, given))
        elif cypher:
            _warn(store, cypher)
        answer = store.query(asked.cypher if asked else cypher or "", given)
        elements = store.contents()
    if answer.truncated:
        note(f"the first {len(answer.rows)} rows are drawn: narrow the query to see others")
    if asked is None:
        return of_rows(answer.rows, elements, "查询结果 Query result", " ".join((cypher or "").split()))
    title, english = (worded(each, said) for each in (asked.zh, asked.en))
    return of_rows(answer.rows, elements, title, f"{english}　{asked.name}", names=True)
