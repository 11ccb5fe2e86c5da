"""export: the graph as files that other programs open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policygraph.cli.files import write, write_all
from policygraph.cli.output import counted, note, opened, with_store
from policygraph.errors import PolicyGraphError

if TYPE_CHECKING:
    from policygraph.graph import Graph, Node, Relationship
    from policygraph.stores import Store

_TEXTS = ("ttl", "jsonld", "graphml", "gexf")
_FOLDERS = ("csv", "parquet", "neo4j-admin")
_NETWORKS = ("graphml", "gexf")


@click.command()
@click.option("--format", "form", type=click.Choice([*_TEXTS, "xlsx", *_FOLDERS]), required=True)
@click.option("--departments", is_flag=True, help="The departments that share tasks alone, as graphml or gexf.")
@click.option(
    "--plan",
    "plan_name",
    help="With --departments: the tasks of one plan; an id, a title, a number or a part of a title.",
)
@click.option(
    "--measures", is_flag=True, help="With --departments: degree, strength, betweenness and community of each."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path),
    help="The file to write, default stdout; for xlsx needed; for csv, parquet and neo4j-admin a folder.",
)  # fmt: skip
@with_store
def export(
    form: str,
    plan_name: str | None,
    output: Path | None,
    where: str | None,
    *,
    departments: bool,
    measures: bool,
    no_daemon: bool,
) -> None:
    """Write the whole graph for Excel, Gephi, a triple store, a data frame or neo4j-admin: same graph, same bytes."""
    _check(form, plan_name, output, departments=departments, measures=measures)
    with opened(where, no_daemon=no_daemon) as store:
        elements = store.contents()
        if not elements:
            note("the store is empty, and so is what is written")
        if departments:
            content: str | bytes | Mapping[str, bytes] = _network(store, elements, form, plan_name, measures=measures)
        elif form == "xlsx":
            content = _workbook(store, _graph(elements))
        else:
            content = _files(form, [_graph(elements)])
    if output is None:
        click.echo(content, nl=False)
        return
    if isinstance(content, Mapping):
        write_all(output, content)
    else:
        write(output, content)
    note(f"written to {output.resolve()}")
    if form == "neo4j-admin":
        _tell(output)


def _check(form: str, plan: str | None, output: Path | None, *, departments: bool, measures: bool) -> None:
    if departments and form not in _NETWORKS:
        raise PolicyGraphError(f"--departments goes with --format {' or '.join(_NETWORKS)}")
    if (measures or plan) and not departments:
        raise PolicyGraphError(f"{'--measures' if measures else '--plan'} goes with --departments")
    if output is None and form not in _TEXTS:
        raise PolicyGraphError(f"give -o {'FOLDER' if form in _FOLDERS else 'FILE.xlsx'}")


def _graph(elements: list[Node | Relationship]) -> Graph:
    from policygraph.export.contents import exported

    graph, foreign = exported(elements)
    if foreign:
        counts = ", ".join(f"{name} ({count})" for name, count in sorted(foreign.items()))
        note(f"left out, since PolicyGraph did not put it there: {counts}")
    return graph


def _files(form: str, graphs: list[Graph]) -> str | bytes | Mapping[str, bytes]:
    from policygraph.export import csv_files, neo4j_admin, network, parquet, rdf

    writers: dict[str, Callable[[list[Graph]], str | Mapping[str, bytes]]] = {
        "ttl": rdf.turtle, "jsonld": rdf.json_ld, "graphml": network.graphml, "gexf": network.gexf,
        "csv": csv_files.csv_files, "parquet": parquet.parquet_files, "neo4j-admin": neo4j_admin.neo4j_admin_files,
    }  # fmt: skip
    return writers[form](graphs)


def _network(
    store: Store, elements: list[Node | Relationship], form: str, plan_name: str | None, *, measures: bool
) -> str:
    from policygraph.export.departments import MEASURES, to_department_network
    from policygraph.export.network import to_gexf, to_graphml
    from policygraph.naming import plan_named
    from policygraph.render import by_plan

    plan = plan_named(store, plan_name)["id"] if plan_name else None
    graphs = [each for each in by_plan(elements) if plan in (None, each.plan)]
    found = to_department_network(graphs, measures=MEASURES if measures else ())
    return to_graphml(found) if form == "graphml" else to_gexf(found)


def _workbook(store: Store, graph: Graph) -> bytes:
    from policygraph import workbook

    held = list(counted(workbook.sheets(store), "asking"))
    for each in held:
        if each.answer.status != "answered":
            note(f"{each.name}: left out, {each.answer.sentence}")
        elif each.answer.truncated:
            note(f"{each.name}: the first {len(each.answer.rows)} rows; policygraph query gives the rest")
    return workbook.to_xlsx(held, graph)


def _tell(folder: Path) -> None:
    from policygraph.export.neo4j_admin import COMMAND, COMMAND_FILE, SCHEMA_FILE

    note(f"stop the database, which will be overwritten, and run in that folder ({COMMAND_FILE} has it too):")
    note(f"  {COMMAND}")
    note(f"then start it and make its constraints, as policygraph load would: cypher-shell -f {SCHEMA_FILE}")
