"""questions, ask, audit, compare: what the library can answer, an answer, and the audits."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from policygraph.cli.files import write
from policygraph.cli.output import F, as_json, chosen, note, opened, show, with_format, with_store
from policygraph.errors import PolicyGraphError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.ask import Answer
    from policygraph.audit import Facts, Limits, Report
    from policygraph.stores import Store

_AUDITS = ("workload", "conflicts", "gaps", "deadlines", "overlap", "all")
_AUDIT_FORMATS = ("table", "json", "csv", "md", "html", "xlsx")


@click.command()
@click.argument("name", required=False)
@with_format
def questions(name: str | None, form: str | None) -> None:
    """List the named questions; with NAME, show one with its parameters, its columns and its Cypher."""
    from policygraph.questions import described, question
    from policygraph.questions import questions as library

    if name is None:
        show(("name", "问题", "question"), [(each.name, each.zh, each.en) for each in library().values()], form)
        return
    one = question(name)
    if chosen(form) == "json":
        click.echo(as_json({**described(one), "asks": one.asks, "evidence": one.evidence, "cypher": one.cypher}))
        return
    click.echo(f"{one.name}\n{one.zh}\n{one.en}\n")
    show(
        ("parameter", "kind", "default", "meaning"),
        [(p.name, p.kind, "required" if p.required else p.default, p.meaning) for p in one.parameters],
        form,
    )
    show(("column", "heading", "meaning"), [(c.name, c.heading, c.meaning) for c in one.columns], form)
    click.echo(one.cypher)


@click.command()
@click.argument("words", required=False)
@click.option("--plan", help="Only this plan: an id, a title, a number, a region or a part of a title.")
@click.option("--evidence", is_flag=True, help="Show the clauses behind each number, with their words.")
@with_format
@with_store
def ask(
    words: str | None, plan: str | None, form: str | None, where: str | None, *, evidence: bool, no_daemon: bool
) -> None:
    """Ask a question in Chinese or English. Without WORDS: a prompt with history.

    Exit 1 where the answer is unsure or declined.
    """
    with opened(where, no_daemon=no_daemon) as store:
        if words is None:
            _prompt(store, plan, form, evidence=evidence)
            return
        answer = _answer(store, words, plan, form, evidence=evidence)
    if answer.status != "answered":
        sys.exit(1)


def _answer(store: Store, words: str, plan: str | None, form: str | None, *, evidence: bool) -> Answer:
    from policygraph import ask as asking

    answer = asking.ask(store, words, plan=plan, evidence=evidence)
    if chosen(form) == "json":
        click.echo(as_json(asking.to_json(answer)))
        return answer
    click.echo(answer.sentence)
    if answer.status == "answered":
        show(answer.headings or answer.columns, answer.rows, form)
        click.echo(f"question: {answer.question}")
    if answer.evidence:
        columns = ("row", "plan", "clause", "title", "quote", "where")
        rows = [(e.row + 1, e.plan_title, e.number, e.title, e.quote, e.where()) for e in answer.evidence]
        shown = len(columns) if any(row[-1] for row in rows) else -1  # plain text has no pages and no paragraphs
        show(columns[:shown], [row[:shown] for row in rows], form)
    return answer


def _prompt(store: Store, plan: str | None, form: str | None, *, evidence: bool) -> None:
    """Question after question, with the line editor's history, until an empty line or end of input."""
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 (its import gives input() a history)
    note("ask in Chinese or English; an empty line ends")
    while True:
        try:
            words = input("? ").strip()
        except EOFError:
            return
        except UnicodeDecodeError:
            raise PolicyGraphError("the question is not UTF-8: is the terminal set to another encoding?") from None
        if not words:
            return
        try:
            _answer(store, words, plan, form or "table", evidence=evidence)
        except PolicyGraphError as error:
            note(str(error))


def _for_audits(command: F) -> F:
    """Adds what the audits share: language, form, file, thresholds, and an exit code for CI."""
    for option in reversed((
        click.option("--lang", type=click.Choice(["zh", "en"]), default="zh"),
        click.option("--format", "form", type=click.Choice(_AUDIT_FORMATS), help="Default: by -o, else md on a terminal, json when piped."),
        click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; needed for html and xlsx."),
        click.option("--thresholds", type=click.Path(path_type=Path, exists=True), help="A YAML file with thresholds of your own."),
        click.option("--check", is_flag=True, help="Exit 1 where there is a finding of a kind named under fail_on."),
    )):  # fmt: skip
        command = option(command)
    return command


@click.command()
@click.argument("name", type=click.Choice(_AUDITS))
@click.option(
    "--plan",
    "plan_names",
    multiple=True,
    help="Only this plan: an id, a title, a number, a region or a part of a title; may be given again.",
)
@click.option("--region", help="Only the plans of this region.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day that deadlines are counted from; default today.")
@click.option("--basis", help="The grounds of lead that count, as in stated,declared,sole (workload).")
@click.option("--merge", help="Departments A,B: what putting them together would move (workload).")
@_for_audits
@with_store
def audit(
    name: str, plan_names: tuple[str, ...], region: str | None, on: datetime.datetime | None, basis: str | None,
    merge: str | None, lang: str, form: str | None, output: Path | None, thresholds: Path | None, where: str | None,
    *, check: bool, no_daemon: bool,
) -> None:  # fmt: skip
    """Audit the plans in the store: workload, conflicts, gaps, deadlines, overlap, or all."""
    from policygraph import audit as audits

    if name != "workload" and (basis or merge):
        raise PolicyGraphError(f"{'--basis' if basis else '--merge'} goes with workload")
    if name not in ("deadlines", "all") and on:
        raise PolicyGraphError("--on goes with deadlines")
    form = _form(form, output, several=name == "all")
    facts = _facts(where, no_daemon=no_daemon)
    if plan_names or region:
        facts = facts.only(plan_names, region=region)
    day = on.date() if on else datetime.date.today()  # in China it is a new day while UTC has the old one
    held = audits.limits(thresholds)
    if name == "all":
        reports = audits.audit_all(facts, held, on=day)
    elif name == "deadlines":
        reports = (audits.deadlines(facts, held, on=day),)
    elif name == "workload":
        reports = (audits.workload(facts, held, basis=_listed(basis) or None, merge=_listed(merge)),)
    else:
        reports = (getattr(audits, name)(facts, held),)
    _write(reports, facts, lang, form, output)
    _check(reports, held, check=check)


@click.command()
@click.argument("first")
@click.argument("second")
@_for_audits
@with_store
def compare(
    first: str, second: str, lang: str, form: str | None, output: Path | None, thresholds: Path | None, where: str | None,
    *, check: bool, no_daemon: bool,
) -> None:  # fmt: skip
    """Compare two plans: measures that say the same, what only one has, other bodies, other values."""
    from policygraph import audit as audits

    form = _form(form, output)
    facts = _facts(where, no_daemon=no_daemon)
    held = audits.limits(thresholds)
    reports = (audits.compare(facts, held, first, second),)
    _write(reports, facts, lang, form, output)
    _check(reports, held, check=check)


def _listed(words: str | None) -> list[str]:
    """stated, declared and 市水务局，市林业局 as lists."""
    return [each.strip() for each in re.split("[,，、]", words or "") if each.strip()]


def _facts(where: str | None, *, no_daemon: bool) -> Facts:
    from policygraph import audit as audits

    with opened(where, no_daemon=no_daemon) as store:
        return audits.read(store)


def _check(reports: Sequence[Report], held: Limits, *, check: bool) -> None:
    if check and any(report.exit_code(held.fail_on) for report in reports):
        sys.exit(1)


def _form(form: str | None, output: Path | None, *, several: bool = False) -> str:
    """The form to write in: what was asked for, else what the file's name says, else what suits stdout."""
    if form is None and output is not None:
        form = output.suffix[1:].lower()
        if form not in _AUDIT_FORMATS:
            forms = ".md, .html, .xlsx, .csv or .json"
            raise PolicyGraphError(f"what is {output.name} to hold? name it {forms}, or give --format")
    if form in ("html", "xlsx") and output is None:
        raise PolicyGraphError(f"{form} goes to a file: give -o report.{form}")
    if form == "csv" and several:
        raise PolicyGraphError("csv holds one audit: name one, or give all as xlsx, md, json or html")
    return chosen(form)


def _write(reports: Sequence[Report], facts: Facts, lang: Any, form: str, output: Path | None) -> None:
    """Reports to stdout or a file."""
    from policygraph.audit import formats, page, sheets

    content: str | bytes
    if form == "xlsx":
        content = sheets.to_xlsx(reports, facts.texts, lang=lang)
    elif form == "html":
        content = page.to_html(reports, facts.texts, lang=lang)
    elif form == "json":
        content = formats.to_json_text(*reports, lang=lang)
    elif form == "csv":
        content = formats.to_csv(reports[0], lang=lang)
    else:
        content = "\n".join(formats.to_markdown(report, lang=lang) for report in reports)
    if output is None:
        click.echo(content)
    else:
        write(output, content)
        note(f"written to {output.resolve()}")
