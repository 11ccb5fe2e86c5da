"""Holds a graph against `ontology/shapes.ttl` and says what is wrong in words that an analyst understands.

目标值的“数值”须填且只填一次：数字。 comes with the target, its plan and its clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

import rdflib
from rdflib import RDF, SH
from rdflib.term import Node

from policygraph import resources
from policygraph.errors import DataError, PolicyGraphError
from policygraph.export.rdf import OA, PG, THINGS
from policygraph.locus import Lang

_FOUND = {"en": " (found: {})", "zh": "（现为：{}）"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule: `what` breaks it, named by its id, in which plan and clause (ids, None where there is none)."""

    what: str
    message: str
    plan: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found, in the order of plan, clause, thing and message; `conforms` means nothing."""

    conforms: bool
    findings: tuple[Finding, ...]


def report(data: rdflib.Graph | str, *, language: Lang = "en") -> Report:
    """Check `data`, a graph of `export.rdf.triples` or a Turtle document, against the shapes.

    Raises DataError if the Turtle can't be read or says nothing in PolicyGraph's terms; PolicyGraphError if
    pyshacl, which the extra `validate` brings, is not installed.
    """
    graph = _parsed(data) if isinstance(data, str) else data
    if not any(str(kind).startswith(str(PG)) for kind in graph.objects(None, RDF.type)):
        raise DataError(f"nothing to validate: no node is of a class of {PG}")
    results = _results(graph)
    found = {_finding(graph, results, result, language) for result in results.subjects(RDF.type, SH.ValidationResult)}
    findings = sorted(found, key=lambda each: (each.plan or "", each.clause or "", each.what, each.message))
    return Report(not findings, tuple(findings))


def _parsed(turtle: str) -> rdflib.Graph:
    try:
        return rdflib.Graph().parse(data=turtle, format="turtle")
    except (SyntaxError, ValueError) as error:
        # rdflib's message goes on for lines; the first says where it stopped.
        where = str(error).strip().splitlines()[0].rstrip(":")
        raise DataError(f"this is no Turtle that can be read: {where}") from error


def _results(graph: rdflib.Graph) -> rdflib.Graph:
    try:
        import pyshacl
    except ImportError as error:
        raise PolicyGraphError("validate needs pyshacl: pip install 'policygraph[validate]'") from error
    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes())
    if not isinstance(results, rdflib.Graph):
        raise PolicyGraphError(f"the shapes could not be applied: {results}")
    return results


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.folder("ontology") / "shapes.ttl", format="turtle")


def _finding(graph: rdflib.Graph, results: rdflib.Graph, result: Node, language: Lang) -> Finding:
    focus = results.value(result, SH.focusNode)
    value = results.value(result, SH.value)
    messages = {getattr(text, "language", None): str(text) for text in results.objects(result, SH.resultMessage)}
    message = messages.get(language) or min(messages.values(), default="")
    if value is not None and value != focus:
        message += _FOUND[language].format(_named(graph, value))
    fact = graph.value(focus, OA.hasBody) or focus
    return Finding(
        _named(graph, focus),
        message,
        _home(graph, fact, PG.Plan, PG.inPlan),
        _home(graph, fact, PG.Clause, PG.inClause),
    )


def _home(graph: rdflib.Graph, fact: Node | None, kind: Node, link: Node) -> str | None:
    """The id of the plan or clause that a fact stands in; a plan or clause stands in itself."""
    home = fact if (fact, RDF.type, kind) in graph else graph.value(fact, link)
    return None if home is None else _named(graph, home)


def _named(graph: rdflib.Graph, node: Node | None) -> str:
    """A node as an analyst knows it: by its id, by its IRI in readable letters, or, a literal, as it is."""
    if isinstance(node, rdflib.URIRef):
        id_ = graph.value(node, PG.id, any=True)
        return str(id_) if id_ else unquote(str(node).removeprefix(THINGS)).replace(str(PG), "pg:")
    return str(node)
