"""`audit` and `compare` as they are called: what goes out, and one line where the call is at fault."""

from __future__ import annotations

import datetime
import json
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Run


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can't be changed here")
def test_deadlines_are_seen_from_the_day_where_the_user_is(
    run: Run, shared_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "YESTERDAY24")
    time.tzset()
    today = datetime.date.today()
    on = json.loads(run("audit", "deadlines", "--store", shared_store).out)["notes"]["on"]
    monkeypatch.undo()
    time.tzset()
    assert on == today.isoformat() != datetime.datetime.now(tz=datetime.UTC).date().isoformat()


def test_all_audits_are_one_list(run: Run, shared_store: str) -> None:
    reports = json.loads(run("audit", "all", "--store", shared_store).out)
    assert [each["audit"] for each in reports] == ["workload", "conflicts", "gaps", "deadlines", "overlap"]
    assert {each["schema"] for each in reports} == {"policygraph/audit/1"}
    ran = run("audit", "all", "--format", "csv", "--store", shared_store)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("gaps --merge 市水务局,市林业局", "--merge goes with workload"),
        ("all --basis sole", "--basis goes with workload"),
        ("gaps --on 2026-01-01", "--on goes with deadlines"),
        ("workload --basis guessed", "guessed is no basis of lead"),
        ("conflicts --plan 资阳 --region 六盘水市", "none of these plans is of 六盘水市: they are of 资阳市"),
        ("gaps -o rep.txt", "name it .md"),
        ("gaps --format html", "give -o report.html"),
    ],
)
def test_what_would_be_passed_over_is_refused(run: Run, shared_store: str, words: str, told: str) -> None:
    ran = run("audit", *words.split(), "--store", shared_store)
    assert (ran.code, told in ran.err, len(ran.err.splitlines()), ran.out) == (2, True, 1, ""), ran.err


def test_names_in_short_and_lists_as_people_write_them(run: Run, shared_store: str) -> None:
    words = ("--region", "六盘水", "--basis", "stated, declared", "--merge", "六盘水市水务局，六盘水市林业局")
    ran = run("audit", "workload", *words, "--store", shared_store)
    report = json.loads(ran.out)
    assert report["basis"] == ["stated", "declared"]
    assert "merge" in [each["name"] for each in report["tables"]]


def test_the_form_is_that_of_the_file_in_capitals_too(run: Run, shared_store: str, tmp_path: Path) -> None:
    assert run("audit", "conflicts", "-o", "REP.HTML", "--store", shared_store, cwd=tmp_path).code == 0
    assert (tmp_path / "REP.HTML").read_text("utf-8").startswith("<!doctype html>")


def test_a_check_of_a_kind_that_there_is_not_is_refused(run: Run, shared_store: str, tmp_path: Path) -> None:
    (tmp_path / "t.yml").write_text("fail_on: [valeu]\n", "utf-8")
    ran = run("audit", "conflicts", "--thresholds", "t.yml", "--check", "--store", shared_store, cwd=tmp_path)
    assert (ran.code, "there is no finding valeu" in ran.err) == (1, True)
