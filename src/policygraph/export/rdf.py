"""Graphs → RDF in the terms of `ontology/policygraph.ttl`: Turtle and JSON-LD, same graphs, same bytes.

市生态环境局牵头 in clause 三/一 becomes the triple `<市生态环境局> pg:leads <三/一>`, a pg:Assignment that says on
which basis and in which words, and a Web Annotation that points at those words in the source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import rdflib
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Literal, Namespace, URIRef

from policygraph.export.terms import DATATYPES, LINKS, SCHEMES, STATEMENTS, camel
from policygraph.graph import Graph, Node, Properties, Relationship, Value
from policygraph.schema import NODES, RELATIONSHIPS, ROLE_TYPES, ValueKind

PG = Namespace("https://w3id.org/policygraph/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
THINGS = "https://w3id.org/policygraph/id/"
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": str(DCTERMS), "oa": str(OA), "owl": str(OWL), "pg": str(PG), "prov": str(PROV), "rdf": str(RDF),
        "rdfs": str(RDFS), "skos": str(SKOS), "xsd": str(XSD),
    }
)  # fmt: skip

# What an IRI may hold as it is, by RFC 3987, less spaces and the marks that turn the writing direction.
_UNFIT = re.compile(
    r"[^A-Za-z0-9._~/:()\-\u00a1-\u061b\u061d-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff"
    r"\uf900-\ufdcf\ufdf0-\uffef\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
_ROLES = {type_: role for role, type_ in ROLE_TYPES.items()}


def turtle(graphs: Iterable[Graph]) -> str:
    """`graphs` as one Turtle document, subjects and predicates in a fixed order."""
    return triples(graphs).serialize(format="turtle")


def json_ld(graphs: Iterable[Graph]) -> str:
    """`graphs` as one JSON-LD document, with the prefixes in its @context and its nodes in the order of their IRIs."""
    document = triples(graphs).serialize(format="json-ld", context=dict(PREFIXES))
    return json.dumps(_in_order(json.loads(document)), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def triples(graphs: Iterable[Graph]) -> rdflib.Graph:
    """`graphs` as RDF triples, without blank nodes; what several plans say of a shared node comes together."""
    held = tuple(graphs)
    out = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        out.bind(prefix, namespace)
    sources = {node.id: _source(out, node) for graph in held for node in graph.nodes if node.label == "Plan"}
    for graph in held:
        for node in graph.nodes:
            _add_node(out, node, sources)
        for relationship in graph.relationships:
            _add_relationship(out, relationship, sources)
    return out


def iri(id_: str) -> URIRef:
    """The IRI of a node or fact: Chinese stays readable, whatever an IRI can't hold is percent-encoded.

    Two ids never share an IRI, and `urllib.parse.unquote` gives the id back.
    """
    escaped = _UNFIT.sub(lambda match: quote(match[0], safe="", errors="surrogatepass"), id_)
    return URIRef(THINGS + escaped)


def term(name: str) -> URIRef:
    """The ontology's property for a relationship type or a property: RESPONSIBLE_FOR → pg:responsibleFor."""
    return PG[camel(name)]


def concept(scheme: str, value: str) -> URIRef:
    """The concept that `value` stands for: LeadBasis, stated → pg:LeadBasis-stated."""
    return PG[f"{scheme}-{quote(value)}"]


def _source(out: rdflib.Graph, plan: Node) -> URIRef:
    """The text that a plan was read from, known by its digest; the plan itself where no digest is kept."""
    digest = plan.properties.get("sha256")
    if not digest:
        return iri(plan.id)
    source = iri(f"source:{digest}")
    out.add((source, RDF.type, PROV.Entity))
    out.add((source, DCTERMS.identifier, Literal(f"sha256:{digest}")))
    if name := plan.properties.get("source"):
        out.add((source, DCTERMS.title, Literal(name)))
    out.add((iri(plan.id), PROV.wasDerivedFrom, source))
    return source


def _add_node(out: rdflib.Graph, node: Node, sources: Mapping[str, URIRef]) -> None:
    subject = iri(node.id)
    out.add((subject, RDF.type, PG[node.label]))
    out.add((subject, PG.id, Literal(node.id)))
    _describe(out, subject, node.label, NODES[node.label].properties, node.properties)
    label = node.properties.get("name") or node.properties.get("title")
    if label:
        out.add((subject, RDFS.label, Literal(label, lang="zh")))
    _prove(out, subject, node.properties, sources)


def _add_relationship(out: rdflib.Graph, relationship: Relationship, sources: Mapping[str, URIRef]) -> None:
    start, end = iri(relationship.start[1]), iri(relationship.end[1])
    out.add((start, term(relationship.type), end))
    kind = STATEMENTS.get(relationship.type)
    if kind is None:
        return
    subject = iri(str(relationship.properties["id"]))
    out.add((subject, RDF.type, PG[kind]))
    if kind == "Assignment":
        out.add((subject, PG.assignedTo, start))
        out.add((subject, PG.role, concept("Role", _ROLES[relationship.type])))
    else:
        out.add((subject, PG.subject, start))
        out.add((subject, PG.relation, term(relationship.type)))
        out.add((subject, PG.object, end))
    _describe(out, subject, kind, RELATIONSHIPS[relationship.type].properties, relationship.properties)
    _prove(out, subject, relationship.properties, sources)


def _describe(
    out: rdflib.Graph, subject: URIRef, kind: str, allowed: Mapping[str, ValueKind], properties: Properties
) -> None:
    for name, value in properties.items():
        scheme = SCHEMES.get((kind, name))
        for each in value if isinstance(value, list | tuple) else (value,):
            if name in LINKS:
                out.add((subject, PG[LINKS[name]], iri(str(each))))
            elif scheme:
                out.add((subject, term(name), concept(scheme, str(each))))
            else:
                out.add((subject, term(name), _literal(each, allowed[name])))


def _literal(value: Value, kind: ValueKind) -> Literal:
    """0.2825 stays 0.2825: a float is written as the decimal that it prints as, never in powers of ten."""
    if kind == "float" and isinstance(value, int | float):
        return Literal(f"{Decimal(repr(float(value))):f}", datatype=XSD.decimal)
    return Literal(value) if kind in ("string", "strings") else Literal(value, datatype=XSD[DATATYPES[kind]])


def _prove(out: rdflib.Graph, fact: URIRef, properties: Properties, sources: Mapping[str, URIRef]) -> None:
    """The Web Annotation that ties a fact to its words, if the fact carries any."""
    if not properties.keys() >= {"plan", "quote", "start", "end"}:
        return
    evidence, target, words, offsets = (
        URIRef(f"{fact}#{part}") for part in ("evidence", "target", "quote", "position")
    )
    plan = str(properties["plan"])
    for kind in (PG.Evidence, OA.Annotation):
        out.add((evidence, RDF.type, kind))
    out.add((evidence, OA.hasBody, fact))
    out.add((evidence, OA.hasTarget, target))
    out.add((target, RDF.type, OA.SpecificResource))
    out.add((target, OA.hasSource, sources.get(plan, iri(plan))))
    out.add((target, OA.hasSelector, words))
    out.add((target, OA.hasSelector, offsets))
    out.add((words, RDF.type, OA.TextQuoteSelector))
    out.add((words, OA.exact, Literal(properties["quote"])))
    out.add((offsets, RDF.type, OA.TextPositionSelector))
    out.add((offsets, OA.start, Literal(properties["start"], datatype=XSD.nonNegativeInteger)))
    out.add((offsets, OA.end, Literal(properties["end"], datatype=XSD.nonNegativeInteger)))


def _in_order(part: Any) -> Any:
    """`part` with its lists sorted: RDF gives them in no order of its own."""
    if isinstance(part, dict):
        return {key: _in_order(value) for key, value in part.items()}
    if isinstance(part, list):
        return sorted((_in_order(each) for each in part), key=lambda each: json.dumps(each, sort_keys=True))
    return part
