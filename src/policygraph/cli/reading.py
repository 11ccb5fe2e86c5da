"""extract, score, resolve: what files say, how well it was read, and who the bodies in them are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from policygraph.cli.gathering import FILES, JOBS, records
from policygraph.cli.output import note, show, with_format
from policygraph.errors import DataError, PolicyGraphError

_LEFT = ("plan", "clause", "what", "why")


@click.command()
@FILES
@click.option("--format", "form", type=click.Choice(["json", "jsonl"]), help="Default: json for one file, else jsonl.")
@click.option(
    "--facts-only", is_flag=True, help="Leave out the clauses' sentences and shorten quotes to 40 characters."
)
@click.option("--leftovers", is_flag=True, help="Only the numbers and brackets that no fact claims, with the reason.")
@JOBS
def extract(files: tuple[str, ...], form: str | None, jobs: int | None, *, facts_only: bool, leftovers: bool) -> None:
    """Read each FILE (or folder, zip, or - for stdin) and print what it says, as plan records."""
    from policygraph import record

    # os.path: pathlib raises on a name that is too long
    several = len(files) > 1 or os.path.isdir(files[0]) or files[0].lower().endswith(".zip")
    lines = form == "jsonl" or (form is None and several)
    if several and not lines:
        raise PolicyGraphError("several files make several objects: use --format jsonl")
    if leftovers and facts_only:
        raise PolicyGraphError("--leftovers are no facts: leave out --facts-only")
    for found in records(files, jobs):
        if not leftovers:
            click.echo(record.dumps(found, facts_only=facts_only, indent=None if lines else 1))
            continue
        rows = [(found.plan.title, left.clause, left.what, left.why) for left in found.leftovers]
        if lines:
            for row in rows:
                click.echo(json.dumps(dict(zip(_LEFT, row, strict=True)), ensure_ascii=False))
        else:
            show(_LEFT, rows, form)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predicted", type=click.Path(path_type=Path))
@click.option("--text", type=click.Path(path_type=Path), help="The text that both speak of; needed to align clauses.")
@click.option("--floor", type=click.Path(path_type=Path), help="Scores that must be reached; exit 1 where one is not.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Name up to N missed and extra facts of each kind.")
@with_format
def score(gold: Path, predicted: Path, text: Path | None, floor: Path | None, errors: int, form: str | None) -> None:
    """Score PREDICTED, a plan record, against GOLD, an annotation: P, R and F1 for each kind of fact."""
    from policygraph import scoring

    scores = scoring.score_files(gold, predicted, text)
    show(scoring.COLUMNS, scoring.rows(scores), form)
    for line in scoring.named(scores, errors):
        note(line)
    lost = scoring.below(scores, scoring.read_json(floor)) if floor else []
    if lost:
        raise DataError("below the floor: " + "; ".join(lost))


@click.command()
@FILES
@JOBS
@with_format
def resolve(files: tuple[str, ...], jobs: int | None, form: str | None) -> None:
    """Tell who the bodies and companies in each FILE are: official name, every form printed, the unsure first."""
    from policygraph.identity import identities

    columns = ("kind", "name", "jurisdiction", "surfaces", "plans", "unsure")
    show(columns, identities(records(files, jobs)), form)
