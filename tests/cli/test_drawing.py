"""`render` of queries and named questions, on the plans that ship."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run


def contents(page: Path) -> dict:
    """What the page's script reads."""
    return json.loads(re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"), re.S)[1])


def names(page: Path, kind: str) -> set[str]:
    return {node["name"] for node in contents(page)["nodes"] if node["kind"] == kind}


def test_the_result_of_a_query(run: Run, shared_store: str, tmp_path: Path) -> None:
    page = tmp_path / "q.html"
    cypher = "MATCH (d:Department)-[r:LEADS]->(c:Clause) WHERE d.name = $name RETURN d, r, c ORDER BY c.id"
    ran = run("render", "--query", cypher, "-p", "name=贵阳市生态环境局", "-o", str(page), "--store", shared_store)
    assert ran.code == 0, ran.err
    assert names(page, "Department") == {"贵阳市生态环境局"}
    assert [edge["type"] for edge in contents(page)["edges"]] == ["LEADS"] * 9


def test_a_named_question_draws_the_bodies_with_their_clauses(run: Run, shared_store: str, tmp_path: Path) -> None:
    page = tmp_path / "q.html"
    ran = run("render", "--question", "most-leads", "-p", "plan=贵阳贵安", "-o", str(page), "--store", shared_store)
    assert ran.code == 0, ran.err
    assert "贵阳市生态环境局" in names(page, "Department")
    assert {edge["type"] for edge in contents(page)["edges"]} == {"LEADS"}
    assert contents(page)["title"] == "哪个部门牵头的任务最多？"


def test_a_question_about_a_company_takes_its_printed_name(run: Run, shared_store: str, tmp_path: Path) -> None:
    page = tmp_path / "q.html"
    words = ("render", "--question", "projects-of", "-p", "company=首钢水钢", "-o", str(page), "--store", shared_store)
    assert run(*words).code == 0
    assert names(page, "Company") == {"首钢水城钢铁集团有限责任公司"}
    assert contents(page)["title"] == "首钢水钢有哪些项目？"
    first = page.read_bytes()
    assert run(*words).code == 0
    assert page.read_bytes() == first


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--query", "MATCH (p:Plan) RETURN count(p) AS plans"), 2, "return nodes, relationships or ids"),
        (("--query", "MATCH (p:Plan {id: 'x'}) RETURN p"), 1, "no rows"),
        (("--query", "CREATE (n:Plan {id: 'x'})"), 2, "CREATE is refused"),
        (("--query", "RETURN 1", "--question", "most-leads"), 2, "give one of"),
        (("--question", "no/such"), 2, "no question"),
        (("--question", "projects-of"), 2, "company"),
        (("--question", "projects-of", "-p", "company=火星公司"), 2, "火星公司"),
        (("--question", "most-leads", "-p", "colour=red"), 2, "colour"),
        (("--question", "most-leads", "-p", "limit=abc"), 2, "limit is 'abc', and must be a number from 1"),
        (("--entity", "贵阳市生态环境局", "--with", "资阳"), 2, "--with goes with --plan"),
        (("--network", "--with", "资阳"), 2, "--with goes with --plan"),
        (("--plan", "资阳", "--hops", "3"), 2, "--hops goes with --entity"),
        (("--plan", "资阳", "-p", "year=2025"), 2, "-p goes with"),
        (("--plan", "资阳", "--with", "资阳"), 2, "are one plan"),
        (("--plan", "资阳", "--limit", "-5"), 2, "--limit"),
    ],
)
def test_what_can_not_be_drawn_is_one_line(
    run: Run, shared_store: str, tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    ran = run("render", *words, "--store", shared_store, cwd=tmp_path)
    assert (ran.code, told in ran.err, len(ran.err.strip().splitlines())) == (code, True, 1), ran.err
    assert not list(tmp_path.iterdir())
