"""extract, resolve, score: without a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from policygraph import resources

SAMPLE = resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt"
KEYS = {
    "schema", "plan", "source", "sections", "clauses", "departments", "assignments", "targets", "commitments", "projects",
    "companies", "citations", "places", "leftovers",
}  # fmt: skip


def test_extract_prints_the_contract(run: Run) -> None:
    ran = run("extract", str(SAMPLE), "--format", "json")
    record = json.loads(ran.out)
    assert ran.code == 0
    assert record.keys() >= KEYS
    assert record["schema"] == "policygraph/plan/1"
    assert record["plan"]["title"] == "云岭市减污降碳协同增效实施方案"
    assert {a["role"] for a in record["assignments"]} == {"lead", "responsible", "support", "implement"}
    assert all(record[kind] for kind in KEYS - {"schema", "plan", "source"})


def test_same_file_same_bytes(run: Run) -> None:
    assert run("extract", str(SAMPLE)).out == run("extract", str(SAMPLE)).out


def test_several_files_are_lines(run: Run, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("关于做好工作的方案\n一、任务\n1.推进建设。（市水务局负责）\n", "utf-8")
    lines = run("extract", str(SAMPLE), str(second)).out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["plan.txt", "second.txt"]


def test_facts_only_keeps_no_sentences(run: Run) -> None:
    record = json.loads(run("extract", "--facts-only", str(SAMPLE)).out)
    assert {clause["text"] for clause in record["clauses"]} == {""}
    assert max(len(fact["quote"]) for kind in ("targets", "projects", "commitments") for fact in record[kind]) <= 40


def test_leftovers_name_their_rule(run: Run) -> None:
    rows = json.loads(run("extract", "--leftovers", str(SAMPLE)).out)
    assert rows
    assert all(row["why"] for row in rows)


def test_leftovers_of_several_files_are_lines(run: Run, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_bytes(SAMPLE.read_bytes() + "\n九、其他\n1.建成公园50个。\n".encode())
    for words in (("--jobs", "1", str(SAMPLE), str(second)), ("--format", "jsonl", str(SAMPLE))):
        rows = [json.loads(line) for line in run("extract", "--leftovers", *words).out.splitlines()]
        assert all(row.keys() == {"plan", "clause", "what", "why"} for row in rows)
        assert rows
    ran = run("extract", "--leftovers", "--facts-only", str(SAMPLE))
    assert (ran.code, "leave out --facts-only" in ran.err, ran.out) == (2, True, "")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"   \n\n ", "empty"),
        (b"\x7fELF\0\0\0", "binary"),
        ("方案".encode("utf-16-le") + b"\xff", "save it as UTF-8"),
    ],
)
def test_bad_input_is_one_line(run: Run, tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "plan.txt"
    if content is not None:
        path.write_bytes(content)
    ran = run("extract", str(path))
    assert ran.code in (1, 2)
    assert len(ran.err.strip().splitlines()) == 1
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not ran.out


def test_what_a_reader_guessed_is_told_once_a_line(run: Run, tmp_path: Path) -> None:
    for name, encoding in (("甲.txt", "gb18030"), ("乙.txt", "utf-8"), ("丙.txt", "gb18030")):
        (tmp_path / name).write_bytes("关于做好工作的方案\n一、任务\n1.推进建设。（市水务局负责）\n".encode(encoding))
    one = run("extract", "甲.txt", cwd=tmp_path)
    assert one.err == "甲.txt: its encoding is not marked: read as GB18030, which fits best\n"
    several = run("extract", "--jobs", "2", "甲.txt", "乙.txt", "丙.txt", cwd=tmp_path)
    assert [line.partition(":")[0] for line in several.err.splitlines() if "encoding" in line] == ["甲.txt", "丙.txt"]
    assert several.err.endswith("3 files read\n")
    (tmp_path / "甲.json").write_text(one.out, "utf-8")
    assert "encoding" not in run("resolve", "甲.json", cwd=tmp_path).err


def test_files_that_can_not_be_read_are_told_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("关于做好工作的方案\n一、任务\n1.推进建设。（市水务局负责）\n", "utf-8")
    (tmp_path / "乙.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "丙.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    ran = run("extract", "--jobs", "1", str(tmp_path), cwd=tmp_path)
    assert ran.code == 1
    assert [json.loads(line)["source"]["name"] for line in ran.out.splitlines()] == ["甲.txt"]
    assert "乙.pdf: broken" in ran.err
    assert "1 file read, 1 not, 1 passed over (not documents)" in ran.err


def test_no_plan_at_all_is_one_clause(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("床前明月光，疑是地上霜。\n", "utf-8")
    record = json.loads(run("extract", str(path)).out)
    assert len(record["clauses"]) == 1
    assert not record["assignments"]


def test_resolve_lists_bodies_with_their_forms(run: Run) -> None:
    rows = json.loads(run("resolve", str(SAMPLE)).out)
    bureau = next(row for row in rows if row["name"] == "云岭市生态环境局")
    assert "市生态环境局" in bureau["surfaces"]


def test_unknown_option_is_one_line(run: Run) -> None:
    ran = run("extract", "--nonsense", str(SAMPLE))
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1


def test_records_and_documents_in_one_call_are_told_apart(run: Run, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text(run("extract", str(SAMPLE), "--format", "json").out, "utf-8")
    ran = run("extract", str(kept), str(SAMPLE))
    assert ran.code == 2
    assert "is a record already" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("floor", [None, "[]", "{", '{"yunling": {"plan": {}}}'])
def test_a_floor_that_can_not_be_read_is_one_line(run: Run, tmp_path: Path, floor: str | None) -> None:
    (tmp_path / "y.json").write_text(run("extract", str(SAMPLE), "--format", "json").out, "utf-8")
    if floor is not None:
        (tmp_path / "floor.json").write_text(floor, "utf-8")
    gold = Path(__file__).parents[1] / "gold" / "yunling.json"
    ran = run("score", str(gold), "y.json", "--text", str(SAMPLE), "--floor", "floor.json", cwd=tmp_path)
    assert ran.code in (1, 2)
    assert len(ran.err.strip().splitlines()) == 1, ran.err


def test_a_name_that_no_file_can_have_is_one_line(run: Run) -> None:
    ran = run("extract", "长" * 300 + ".txt")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err
