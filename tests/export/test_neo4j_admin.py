"""The files for `neo4j-admin`: what is imported is what `load` would have made, and `load` goes on from there."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stores import servers
from tests.stores.plans import ALL, GUIYANG, LIUPANSHUI

from policygraph.errors import DataError
from policygraph.export.contents import exported
from policygraph.export.neo4j_admin import COMMAND_FILE, SCHEMA_FILE, neo4j_admin_files
from policygraph.graph import Graph, Node, Relationship, Value
from policygraph.stores import Store, open_store
from policygraph.stores.statements import statements

# Words as no importer likes them: quotes, breaks, delimiters, a formula, an emoji, white space at both ends.
HARD = ('甲"乙"', "甲\\", "甲\n乙\r\n丙", "甲,乙;丙|丁", "=1+1", " 甲 ", "'甲'", '"', "😀\u3000\t", "\ufeff甲", "")


def hard() -> Graph:
    """A plan whose clauses have such texts, and whose duty lists print such names."""
    plan, body = "plan:难", ("Department", "department:难市/局")
    nodes = [Node("Plan", plan, {"title": "难", "jurisdiction": "难市"})]
    nodes.append(Node(*body, {"name": "难市局", "jurisdiction": "难市", "collective": False}))
    ties = []
    for at, words in enumerate(HARD):
        clause = ("Clause", f"clause:难/{at}")
        clean: dict[str, Value] = {"plan": plan, "text": words, "position": at, "start": at, "end": at + 1}
        nodes.append(Node(*clause, clean))
        ties.append(Relationship("PART_OF", clause, ("Plan", plan), {"id": f"{plan}|{at}", "plan": plan}))
        said: dict[str, Value] = {"id": f"{plan}|SUPPORTS|{at}", "plan": plan, "surface": words, "inherited": False}
        ties.append(Relationship("SUPPORTS", body, clause, said))
    return Graph(plan, tuple(nodes), tuple(ties))


@pytest.fixture
def home(neo4j_server: servers.Server) -> Iterator[servers.Home]:
    if neo4j_server.home is None:
        pytest.skip("the Neo4j at NEO4J_URI is not ours to stop")
    yield neo4j_server.home
    if neo4j_server.home.process is None:
        neo4j_server.home.start()


def imported(home: servers.Home, files: dict[str, bytes], folder: Path) -> None:
    """Writes the files and runs the command that stands beside them, while the server is stopped."""
    for path, content in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    words = shlex.split((folder / COMMAND_FILE).read_text("utf-8"))
    assert words[0] == "neo4j-admin"
    home.stop()
    home.admin(*words[1:], cwd=folder)
    home.start()


def constraints(store: Store) -> set[str]:
    with store._connection.reading(None) as transaction:
        return {row["name"] for row in transaction.run("SHOW CONSTRAINTS YIELD name")}


def test_what_is_imported_is_what_load_makes(
    home: servers.Home, neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plans = (*ALL, hard())
    neo4j_server.enter(monkeypatch)
    with open_store(neo4j_server.where, write=True) as store:
        store.clear()
        store.load_all(plans)
        loaded = store.digest()
        files = neo4j_admin_files([exported(store.contents())[0]])
        store.remove(GUIYANG.plan)
        without = store.digest()
    imported(home, dict(files), tmp_path)
    with open_store(neo4j_server.where, write=True) as store:
        assert store.digest() == loaded
        assert not constraints(store)
        store.load_all(plans)
        assert store.digest() == loaded
        assert len(constraints(store)) == sum("CONSTRAINT" in each for each in statements("constraints").values())
        assert store.remove(GUIYANG.plan)
        assert store.digest() == without
        store.clear()


def test_the_statements_beside_are_those_that_load_runs() -> None:
    text = neo4j_admin_files(ALL)[SCHEMA_FILE].decode("utf-8")
    assert all(each in text for each in statements("constraints").values())


def test_a_header_gives_each_column_its_type() -> None:
    files = neo4j_admin_files([LIUPANSHUI])
    assert files["nodes/Plan-header.csv"].decode().startswith("id:ID,title:string,")
    assert "issued_on:date,period_years:long[],sample:boolean" in files["nodes/Plan-header.csv"].decode()
    assert files["relationships/LEADS-header.csv"].decode().startswith(":START_ID,:END_ID,id:string,plan:string")


def test_the_sign_between_names_stands_in_none_of_them() -> None:
    def command(*aliases: str) -> str:
        node = Node("Company", "company:甲", {"aliases": list(aliases)})
        return neo4j_admin_files([Graph("p", (node,), ())])["import.args"].decode()

    assert "--array-delimiter=U+003B" in command("甲", "乙")
    assert "--array-delimiter=U+007C" in command("甲;乙")
    with pytest.raises(DataError, match="use load"):
        command(";|\x1d\x1e\x1f")
