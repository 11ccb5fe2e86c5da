"""`audit` and `compare` as they are called: what goes out, and one line where the call is at fault."""

from __future__ import annotations

import datetime
import json
import time

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
