"""The commands that use a store, on the plans that ship, as a user would type them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.stores import servers

GUIYANG = "贵阳贵安减污降碳协同增效实施方案"


def test_the_plans_that_ship(run: Run, shared_store: str) -> None:
    rows = json.loads(run("plans", "--store", shared_store).out)
    assert len(rows) == 5
    assert GUIYANG in {row["title"] for row in rows}


@pytest.mark.parametrize("words", ["哪个部门牵头的任务最多", "which department leads the most tasks"])
def test_who_leads_most(run: Run, shared_store: str, words: str) -> None:
    answer = json.loads(run("ask", words, "--plan", "贵阳贵安", "--store", shared_store, "--format", "json").out)
    assert answer["status"] == "answered"
    assert answer["question"] == "duties/most-leads"
    assert answer["basis"] == ["stated", "declared"]
    assert [row[-2:] if len(row) > 2 else row for row in answer["rows"]][:3] == [
        ["贵阳市生态环境局", 9], ["贵安新区生态环境局", 7], ["贵阳市工业和信息化局", 5],
    ]  # fmt: skip


@pytest.mark.parametrize(("company", "project"), [("首钢水钢", "烧结机"), ("美锦", "煤焦氢")])
def test_projects_of_a_company(run: Run, shared_store: str, company: str, project: str) -> None:
    ran = run("ask", f"{company}有哪些项目", "--evidence", "--store", shared_store, "--format", "json")
    answer = json.loads(ran.out)
    assert answer["status"] == "answered"
    row = next(row for row in answer["rows"] if any(project in str(cell) for cell in row))
    assert "专栏" in row
    assert answer["evidence"]


def test_a_question_beyond_the_graph_is_declined(run: Run, shared_store: str) -> None:
    ran = run("ask", "明天会下雨吗", "--store", shared_store)
    assert ran.code == 1
    assert json.loads(ran.out)["status"] in ("declined", "unsure")
    assert json.loads(ran.out)["rows"] == []


def test_loading_again_changes_nothing(run: Run, shared_store: str) -> None:
    before = run("digest", "--store", shared_store).out
    assert "5 plans loaded into" in run("load", "--store", shared_store).err
    assert run("digest", "--store", shared_store).out == before


def test_query_with_parameters(run: Run, shared_store: str) -> None:
    ran = run(
        "query", "MATCH (c:Company) WHERE c.name CONTAINS $part RETURN c.name AS name ORDER BY c.id", "-p", "part=首钢",
        "--store", shared_store,
    )  # fmt: skip
    assert json.loads(ran.out) == [{"name": "首钢水城钢铁集团有限责任公司"}]


@pytest.mark.parametrize(
    "words",
    [
        ("query", "MATCH (n) RETURN"),
        ("query", "CREATE (n:Plan {id: 'x'})"),
        ("query", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row"),
        ("query", "-f", "nowhere.cypher"),
        ("query",),
        ("ask", "哪个部门牵头的任务最多", "--plan", "火星"),
        ("render", "--plan", "火星"),
        ("render", "--entity", "火星局"),
        ("render",),
        ("remove", "火星"),
        ("questions", "no/such"),
        ("query", "RETURN 1 AS n", "--limit", "-1"),
        ("query", "RETURN 1 AS n", "--seconds", "-3"),
        ("load", "plan.txt", "--text", "."),
        ("load", "--text", "nowhere"),
        ("query", "-f", "."),
        ("query", "-f", os.devnull),
        ("query", "RETURN $n AS n", "-p", "n=99999999999999999999"),
        ("query", "RETURN '\udcff' AS n"),
        ("render", "--plan", "贵阳贵安", "-o", "."),
        ("export", "--format", "ttl", "-o", "."),
        ("audit", "gaps", "-o", ".", "--format", "md"),
        ("ask", "\udcff\udcfe 哪个部门"),
    ],
)
def test_bad_calls_are_one_line(run: Run, shared_store: str, words: tuple[str, ...], tmp_path: Path) -> None:
    store = () if words[0] == "questions" else ("--store", shared_store)
    ran = run(*words, *store, cwd=tmp_path)
    assert ran.code in (1, 2)
    assert len(ran.err.strip().splitlines()) == 1, ran.err
    assert "Traceback" not in ran.err
    assert not list(tmp_path.iterdir())


def test_a_query_file_in_another_encoding_is_told(run: Run, shared_store: str, tmp_path: Path) -> None:
    (tmp_path / "b.cypher").write_bytes(b"\xff\xfe")
    ran = run("query", "-f", "b.cypher", "--store", shared_store, cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "policygraph: b.cypher: not UTF-8: save it in that encoding\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's disk that is always full")
def test_a_full_disk_under_the_output_is_one_line(shared_store: str) -> None:
    command = [sys.executable, "-m", "policygraph", "plans", "--store", shared_store]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "policygraph: output: No space left on device\n")


def test_a_question_typed_in_another_encoding_is_told(shared_store: str) -> None:
    command = [sys.executable, "-m", "policygraph", "ask", "--store", shared_store]
    typed = "资阳市有哪些项目\n".encode("gbk")
    ran = subprocess.run(command, input=typed, capture_output=True, check=False)
    assert b"Traceback" not in ran.stderr
    assert b"is not UTF-8" in ran.stderr


def test_a_folder_of_one_s_own_is_not_begun_in_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rep.txt").write_text("")
    ran = run("init", "rep.txt", cwd=tmp_path)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert run("init", "plans", cwd=tmp_path).code == 0
    assert (tmp_path / "plans" / "texts").is_dir()


@pytest.mark.parametrize(
    "words",
    [
        "ask 哪个部门牵头的任务最多",
        "audit gaps",
        "compare 甲 乙",
        "validate",
        "render --network",
        "render --plan 甲",
        "render --entity 甲",
    ],
)
def test_an_empty_store_says_that_it_is_empty(run: Run, empty_store: str, tmp_path: Path, words: str) -> None:
    ran = run(*words.split(), "--store", empty_store, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1), ran.err
    assert "the store is empty: policygraph load fills it" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_mistyped_store_is_not_made(run: Run, tmp_path: Path) -> None:
    ran = run("plans", "--store", "stroe", cwd=tmp_path)
    assert (ran.code, "there is no store" in ran.err, len(ran.err.splitlines())) == (2, True, 1)
    assert not list(tmp_path.iterdir())


def test_an_export_of_an_empty_store_is_remarked_on(run: Run, empty_store: str) -> None:
    ran = run("export", "--format", "ttl", "--store", empty_store)
    assert (ran.code, ran.err) == (0, "the store is empty, and so is what is written\n")


def test_a_question_shows_all_that_it_takes_and_gives(run: Run) -> None:
    one = json.loads(run("questions", "duties/tasks-of").out)
    assert {"name", "zh", "en", "asks", "parameters", "columns", "evidence", "cypher"} == one.keys()
    assert [each["required"] for each in one["parameters"]][:2] == [True, False]
    assert "| department | department | required |" in run("questions", "duties/tasks-of", "--format", "md").out


def test_questions_that_come_near_are_named_once_and_in_words(run: Run, shared_store: str) -> None:
    ran = run("ask", "到2030年碳排放要下降多少？", "--format", "md", "--store", shared_store)
    assert ran.code == 1
    assert "{" not in ran.out
    assert ran.out.count("…的目标是多少？") == 1


def test_what_is_no_number_is_null(run: Run, shared_store: str) -> None:
    assert json.loads(run("query", "RETURN 0.0/0.0 AS n, [1.0/0.0] AS m", "--store", shared_store).out) == [
        {"n": None, "m": [None]}
    ]


def test_a_plan_goes_by_its_number(run: Run, shared_store: str) -> None:
    ran = run("compare", "筑环通〔2023〕71号", "贵阳贵安", "--store", shared_store)
    assert "are one plan" in ran.err


def test_the_store_that_the_environment_names_is_looked_after(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLICYGRAPH_STORE", raising=False)
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    for words in (("status",), ("status", "--store", "BOLT://x")):
        ran = run("store", *words)
        assert (ran.code, "is a server of its own" in ran.err) == (2, True)


def test_doctor_fails_where_the_store_is_not_reached(
    run: Run, shared_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("doctor", "--store", shared_store)
    assert (ran.code, "policygraph[parquet]" in ran.out or '"arro3"' in ran.out) == (0, True)
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert run("doctor", "--store", "bolt://127.0.0.1:1").code == 1


def test_an_unreachable_server_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    ran = run("plans", "--store", "bolt://127.0.0.1:1")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1


@pytest.mark.parametrize("form", ["json", "csv", "md", "table"])
def test_forms(run: Run, shared_store: str, form: str) -> None:
    ran = run(
        "query", "MATCH (p:Plan) RETURN p.title AS title ORDER BY p.id", "--format", form, "--store", shared_store
    )
    assert GUIYANG in ran.out


def test_render_writes_one_page(run: Run, shared_store: str, tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    assert run("render", "--plan", "贵阳贵安", "-o", str(page), "--store", shared_store).code == 0
    text = page.read_text("utf-8")
    assert GUIYANG in text
    assert "https://cdn" not in text


@pytest.mark.parametrize("form", ["ttl", "jsonld", "graphml", "gexf"])
def test_export_prints_where_no_file_is_named(run: Run, shared_store: str, form: str) -> None:
    assert GUIYANG in run("export", "--format", form, "--store", shared_store).out


def test_the_graph_conforms_to_the_shapes(run: Run, shared_store: str) -> None:
    ran = run("validate", "--store", shared_store)
    assert ran.code == 0, ran.out[:2000]


def test_conflicts_of_liupanshui(run: Run, shared_store: str) -> None:
    report = json.loads(run("audit", "conflicts", "--store", shared_store).out)
    quotes = {evidence["quote"] for finding in report["findings"] for evidence in finding["evidence"]}
    assert {"城市生活垃圾资源化利用率达到70%", "城市生活垃圾资源化利用率达到60%"} <= quotes


@pytest.mark.server
def test_a_plan_comes_out_and_goes_in(run: Run, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    text = tmp_path / "plan.txt"
    text.write_text(
        "甲市水务工作方案\n一、任务\n1.节水。到2030年，用水总量控制在5亿立方米以内。（市水务局牵头）\n", "utf-8"
    )
    assert run("store", "start", "--store", store).code == 0
    empty = run("digest", "--store", store).out
    assert "1 plan loaded into" in run("load", str(text), "--store", store).err
    assert run("digest", "--store", store).out != empty
    assert run("remove", "甲市水务工作方案", "--store", store).code == 0
    assert run("digest", "--store", store).out == empty
    assert run("store", "stop", "--store", store).code == 0


WRONG_ON_EMBEDDED = "MATCH (d:Department)-[:LEADS]->(c:Clause) RETURN d.name AS name, count(c) IN [1, 2] AS few"


def test_a_query_that_the_embedded_store_may_answer_wrongly_is_warned_of(run: Run, shared_store: str) -> None:
    ran = run("query", WRONG_ON_EMBEDDED, "--store", shared_store)
    assert ran.code == 0
    assert ran.err.startswith("warning: the embedded store may answer this wrongly: count(c) IN [1, 2] AS few — ")
    assert len(ran.err.splitlines()) == 1
    assert json.loads(ran.out)
    fine = "MATCH (d:Department)-[:LEADS]->(c:Clause) WITH d, count(c) AS n RETURN d.name AS name, n IN [1, 2] AS few"
    assert run("query", fine, "--store", shared_store).err == ""


def test_neo4j_needs_no_such_warning(run: Run, neo4j_server: servers.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_server.enter(monkeypatch)
    ran = run("query", WRONG_ON_EMBEDDED, "--store", neo4j_server.where)
    assert (ran.code, ran.err) == (0, "")


def test_limits_are_told_when_they_are_met(run: Run, shared_store: str) -> None:
    rows = run("query", "UNWIND range(1, 5) AS n RETURN n", "--limit", "2", "--store", shared_store)
    assert json.loads(rows.out) == [{"n": 1}, {"n": 2}]
    assert "the first 2 rows: --limit N shows more" in rows.err
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    ran = run("query", slow, "--seconds", "1", "--store", shared_store)
    assert ran.code == 2
    assert "the query took longer than 1 seconds" in ran.err
