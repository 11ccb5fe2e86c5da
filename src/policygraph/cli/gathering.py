"""Files, folders, zips and stdin → plan records, with a bar on stderr; what can't be read is told and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from policygraph.cli.output import counted, note
from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import PlanRecord

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…")
JOBS = click.option("--jobs", type=click.IntRange(1), help="How many files at a time; default one for each core.")


def records(files: Sequence[str], jobs: int | None) -> Iterator[PlanRecord]:
    """The record of each file in the order of the call, whatever the number of jobs.

    A single file that can't be read raises its own error; of several, each is told on stderr, the others go on, and at
    the end DataError says how many were read.
    """
    from policygraph import sources
    from policygraph.reading import many

    kept = [file for file in files if file.endswith(".json")]
    if len(kept) == len(files):
        yield from map(_kept, files)
        return
    if kept:
        raise PolicyGraphError(
            f"{kept[0]} is a record already: load records (.json) and documents in calls of their own"
        )
    items = list(many.gather(files))
    if not items:
        raise PolicyGraphError("nothing to read: the folder or archive holds no files")
    if len(items) == 1:
        found = sources.read_plan(items[0].read())
        _tell(items[0].name, found)
        yield found
        return
    outcomes = []
    for outcome in counted(many.run_all(items, sources.read_plan, jobs), "reading", len(items)):
        outcomes.append(outcome)
        if isinstance(outcome, many.Result):
            _tell(outcome.item.name, outcome.value)
            yield outcome.value
        elif not outcome.item.passed_over:
            note(f"policygraph: {outcome.why}")
    summary = many.summary(outcomes)
    note(summary.sentence())
    if summary.failures:
        raise DataError(f"{len(summary.failures)} of {len(items)} files could not be read")


def _tell(name: str, record: PlanRecord) -> None:
    """What the reader had to leave out or to guess, once: a record that was kept as JSON tells it no more."""
    for notice in record.source.notices:
        note(f"{name}: {notice}")


def _kept(file: str) -> PlanRecord:
    """A record that `extract` wrote."""
    from policygraph import record

    try:
        return record.from_json(json.loads(Path(file).read_text("utf-8")))
    except OSError as error:
        raise PolicyGraphError(f"{file}: {error.strerror or error}") from error
    except (ValueError, DataError) as error:
        raise DataError(f"{file}: {error}") from error
