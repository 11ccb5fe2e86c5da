"""`export` as it is called: the same bytes in two processes, and one line where the call is at fault."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
from tests.cli.conftest import Run

from policygraph import sources
from policygraph.graph import build
from policygraph.stores import open_store, upkeep

EXPORTS = {
    "a.ttl": "--format ttl", "a.jsonld": "--format jsonld", "a.graphml": "--format graphml", "a.gexf": "--format gexf",
    "d.graphml": "--format graphml --departments --measures", "d.gexf": "--format gexf --departments --measures",
    "a.xlsx": "--format xlsx", "csv": "--format csv", "parquet": "--format parquet", "neo4j": "--format neo4j-admin",
}  # fmt: skip
PAGES = {"plan.html": "--plan 贵阳贵安", "network.html": "--network", "body.html": "--entity 贵阳市生态环境局"}
SCRIPT = """\
import sys
from policygraph.cli import main
for line in sys.stdin.read().splitlines():
    try:
        main(line.split())
    except SystemExit as end:
        assert not end.code, line
"""


def exports(folder: Path, store: str, seed: str) -> dict[str, bytes]:
    """Every export, written by a process of its own whose sets have an order of their own; the files by path."""
    folder.mkdir()
    lines = [f"export {words} -o {name} --store {store}" for name, words in EXPORTS.items()]
    lines += [f"render {words} -o {name} --store {store}" for name, words in PAGES.items()]
    env = {**os.environ, "PYTHONHASHSEED": seed}
    program = [sys.executable, "-c", SCRIPT]
    subprocess.run(program, input="\n".join(lines).encode(), cwd=folder, env=env, check=True, capture_output=True)
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def two_plans(tmp_path: Path) -> Iterator[str]:
    """The folder of an embedded store that holds two of the plans that ship."""
    folder = str(tmp_path / "store")
    with open_store(folder, write=True) as store:
        store.load_all(build(each) for each in sources.shipped() if each.plan.jurisdiction in ("贵阳市", "云岭市"))
        assert len(store.plans()) == 2
    yield folder
    upkeep.stop(folder)


def test_two_processes_write_the_same_bytes(two_plans: str, tmp_path: Path) -> None:
    first, second = (exports(tmp_path / seed, two_plans, seed) for seed in ("1", "2"))
    assert {name.split("/")[0] for name in first} == {*EXPORTS, *PAGES}
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []


def test_the_whole_graph_goes_out(run: Run, shared_store: str, tmp_path: Path) -> None:
    assert run("export", "--format", "graphml", "-o", "a.graphml", "--store", shared_store, cwd=tmp_path).code == 0
    found = networkx.read_graphml(tmp_path / "a.graphml")
    queries = ("MATCH (n) RETURN count(n)", "MATCH ()-[r]->() RETURN count(r)")
    told = [run("query", each, "--format", "csv", "--store", shared_store).out.splitlines()[1] for each in queries]
    assert [found.number_of_nodes(), found.number_of_edges()] == list(map(int, told))


def test_the_departments_of_one_plan(run: Run, shared_store: str, tmp_path: Path) -> None:
    words = ("--format", "gexf", "--departments", "--plan", "贵阳贵安", "-o", "d.gexf", "--store", shared_store)
    assert run("export", *words, cwd=tmp_path).code == 0
    found = networkx.read_gexf(tmp_path / "d.gexf")
    assert "department:贵州省贵阳市/生态环境局" in found
    assert not [node for node in found if "云岭" in node]


def test_the_import_is_told_and_stands_beside(run: Run, shared_store: str, tmp_path: Path) -> None:
    ran = run("export", "--format", "neo4j-admin", "-o", "db", "--store", shared_store, cwd=tmp_path)
    command = (tmp_path / "db" / "import.txt").read_text("utf-8").strip()
    assert command == 'neo4j-admin database import full neo4j "@import.args"'
    assert command in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "csv"), "give -o FOLDER"),
        (("--format", "xlsx"), "give -o FILE.xlsx"),
        (("--format", "csv", "-o", "no/such/folder"), "no such folder"),
        (("--format", "parquet", "-o", "taken"), "taken"),
        (("--format", "ttl", "--departments"), "--departments goes with"),
        (("--format", "gexf", "--measures"), "--measures goes with --departments"),
        (("--format", "gexf", "--plan", "贵阳"), "--plan goes with --departments"),
    ],
)
def test_what_can_not_be_written_is_one_line(
    run: Run, shared_store: str, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "taken").write_text("a file")
    ran = run("export", *words, "--store", shared_store, cwd=tmp_path)
    assert (ran.code, told in ran.err, len(ran.err.strip().splitlines())) == (2, True, 1), ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
