"""The ontology, the schema of the property graph, the dataclasses and the constraints say the same, both ways."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from policygraph import model, resources
from policygraph.export.rdf import PG, concept, term
from policygraph.export.terms import DATATYPES, LINKS, SCHEMES, STATEMENTS, camel
from policygraph.schema import NODES, RELATIONSHIPS, ROLE_TYPES, ValueKind

ONTOLOGY = Graph().parse(resources.folder("ontology") / "policygraph.ttl", format="turtle")

# What only RDF needs: relationships as individuals, their ends, and the role that the property graph tells by type.
RDF_ONLY_CLASSES = {"Assignment", "Statement", "Naming", "Mention", "Citation", "Evidence"}
RDF_ONLY_PROPERTIES = {"assignedTo", "role", "subject", "relation", "object"}
SUBCLASSES = {"Naming", "Mention", "Citation"}  # of Statement

# Dataclasses of the model that are facts or things, each with its class; the others are listed with what they are.
FACTS = {
    "Plan": "Plan", "Section": "Section", "Clause": "Clause", "Department": "Department", "Assignment": "Assignment",
    "Target": "Target", "Commitment": "Commitment", "Project": "Project", "Company": "Company", "Mention": "Mention",
    "Citation": "Citation", "Place": "Place",
}  # fmt: skip
NO_FACTS = {
    "Source": "the text itself: prov:Entity",
    "SourceNote": "what is kept of the text: properties of Plan",
    "PlanRecord": "the whole graph of a plan",
    "Leftover": "what no fact claims, and so no part of the graph",
}
# Classes without a dataclass: made while the graph is built.
GRAPH_ONLY = {"Indicator", "Document", "Region", "Statement", "Naming", "Evidence"}

ENUMERATIONS = {
    "Role": model.Role,
    "LeadBasis": model.LeadBasis,
    "Operator": model.Operator,
    "Stance": model.Stance,
    "Status": model.Status,
    "ClauseKind": model.ClauseKind,
    "CompanyKind": model.CompanyKind,
    "PlaceKind": model.PlaceKind,
}


def local(term_: Node) -> str:
    return str(term_).removeprefix(str(PG))


def label_in(term_: URIRef, property_: URIRef, language: str) -> str:
    labels = [each for each in ONTOLOGY.objects(term_, property_) if isinstance(each, Literal)]
    (label,) = (str(each) for each in labels if each.language == language)
    return label


def ours(kind: URIRef) -> set[str]:
    return {local(each) for each in ONTOLOGY.subjects(RDF.type, kind) if str(each).startswith(str(PG))}


def classes_of(property_: URIRef, side: URIRef) -> set[str]:
    """The classes that a domain or range names, alone or as a union."""
    (value,) = ONTOLOGY.objects(property_, side)
    union = ONTOLOGY.value(value, OWL.unionOf)
    return {local(each) for each in (Collection(ONTOLOGY, union) if union else [value])}


def holders(name: str) -> set[str]:
    """The classes whose individuals carry the schema's property `name`."""
    found = {kind.label for kind in NODES.values() if name in kind.properties}
    found |= {class_ for type_, class_ in STATEMENTS.items() if name in RELATIONSHIPS[type_].properties}
    return found - SUBCLASSES if "Statement" in found else found


def schema_properties() -> Iterator[tuple[str, str, ValueKind]]:
    """(class, property, kind of value) for all that the schema lets a node or a written-out relationship hold."""
    for node in NODES.values():
        for name, kind in node.properties.items():
            yield node.label, name, kind
    for type_, class_ in STATEMENTS.items():
        for name, kind in RELATIONSHIPS[type_].properties.items():
            yield class_, name, kind


CODED = {name for _, name in SCHEMES}
PLAIN = {name: kind for class_, name, kind in schema_properties() if name not in LINKS and name not in CODED}


def test_each_label_is_a_class_and_each_class_a_label_or_rdf_only() -> None:
    assert ours(OWL.Class) == NODES.keys() | RDF_ONLY_CLASSES


@pytest.mark.parametrize("label", NODES)
def test_labels_are_called_the_same_in_chinese(label: str) -> None:
    assert label_in(PG[label], RDFS.label, "zh") == NODES[label].chinese


@pytest.mark.parametrize("type_", RELATIONSHIPS)
def test_relationship_types_keep_name_and_ends(type_: str) -> None:
    kind = RELATIONSHIPS[type_]
    assert label_in(term(type_), RDFS.label, "zh") == kind.chinese
    assert classes_of(term(type_), RDFS.domain) == set(kind.start)
    assert classes_of(term(type_), RDFS.range) == set(kind.end)


def test_each_object_property_is_a_relationship_a_link_a_coded_value_or_rdf_only() -> None:
    known = {camel(type_) for type_ in RELATIONSHIPS} | set(LINKS.values()) | {camel(name) for name in CODED}
    assert ours(OWL.ObjectProperty) == known | RDF_ONLY_PROPERTIES


def test_each_datatype_property_is_a_property_of_the_schema_and_the_other_way_round() -> None:
    assert ours(OWL.DatatypeProperty) == {camel(name) for name in PLAIN}


def test_no_two_names_of_the_property_graph_share_a_term() -> None:
    names = [*RELATIONSHIPS, *PLAIN, *LINKS, *CODED]
    assert len({camel(name) for name in names}) == len(names)


@pytest.mark.parametrize("name", PLAIN)
def test_datatype_properties_keep_holders_and_kind(name: str) -> None:
    assert {kind for _, each, kind in schema_properties() if each == name} == {PLAIN[name]}
    assert classes_of(term(name), RDFS.domain) == holders(name)
    assert list(ONTOLOGY.objects(term(name), RDFS.range)) == [XSD[DATATYPES[PLAIN[name]]]]


@pytest.mark.parametrize(("name", "link"), LINKS.items())
def test_ids_of_other_nodes_become_links(name: str, link: str) -> None:
    assert classes_of(PG[link], RDFS.domain) == holders(name)
    assert classes_of(PG[link], RDFS.range) == {name.title()}


@pytest.mark.parametrize("name", sorted(CODED))
def test_coded_properties_keep_holders_and_name_their_schemes(name: str) -> None:
    assert classes_of(term(name), RDFS.domain) == {class_ for class_, each in SCHEMES if each == name}
    assert list(ONTOLOGY.objects(term(name), RDFS.range)) == [SKOS.Concept]
    schemes = {local(each) for each in ONTOLOGY.objects(term(name), RDFS.seeAlso)}
    assert schemes == {scheme for (_, each), scheme in SCHEMES.items() if each == name}


def test_what_a_coded_property_holds_in_the_schema_is_coded_wherever_it_stands() -> None:
    in_schema = {(class_, name) for class_, name, _ in schema_properties() if name in CODED}
    assert in_schema == SCHEMES.keys() - {("Assignment", "role")}


def test_relationships_with_properties_or_one_plans_word_behind_them_are_written_out() -> None:
    expected = set()
    for type_, kind in RELATIONSHIPS.items():
        own = kind.properties.keys() - {"id", "plan"}
        if not kind.timeless and (own or any(NODES[label].shared for label in kind.start)):
            expected.add(type_)
    assert STATEMENTS.keys() == expected
    for type_ in RELATIONSHIPS:
        written = [local(each) for each in ONTOLOGY.objects(term(type_), RDFS.seeAlso)]
        assert written == ([STATEMENTS[type_]] if type_ in STATEMENTS else [])


def test_each_dataclass_that_is_a_fact_has_its_class() -> None:
    dataclasses_ = {
        name
        for name, each in vars(model).items()
        if dataclasses.is_dataclass(each) and each.__module__ == model.__name__
    }
    assert dataclasses_ == FACTS.keys() | NO_FACTS.keys()
    assert set(FACTS.values()) | GRAPH_ONLY == ours(OWL.Class)


@pytest.mark.parametrize("scheme", ENUMERATIONS)
def test_concepts_are_the_values_that_the_model_allows(scheme: str) -> None:
    values = typing.get_args(ENUMERATIONS[scheme])
    concepts = set(ONTOLOGY.subjects(SKOS.inScheme, PG[scheme]))
    assert concepts == {concept(scheme, value) for value in values}
    assert {str(ONTOLOGY.value(concept(scheme, value), SKOS.notation)) for value in values} == set(values)


def test_each_concept_scheme_is_an_enumeration_of_the_model() -> None:
    assert ours(SKOS.ConceptScheme) == ENUMERATIONS.keys() == set(SCHEMES.values())
    literals = {name for name, each in vars(model).items() if typing.get_origin(each) is typing.Literal}
    assert literals == ENUMERATIONS.keys()


@pytest.mark.parametrize(("role", "type_"), ROLE_TYPES.items())
def test_roles_and_duty_relationships_are_called_the_same(role: str, type_: str) -> None:
    assert label_in(concept("Role", role), SKOS.prefLabel, "zh") == RELATIONSHIPS[type_].chinese


def test_each_label_has_a_unique_constraint_on_its_id() -> None:
    file = resources.folder("loaders") / "neo4j" / "constraints.cypher"
    found = re.findall(
        r"CONSTRAINT \w+ IF NOT EXISTS FOR \((\w+):(\w+)\) REQUIRE \1\.id IS UNIQUE", file.read_text("utf-8")
    )
    labels = [label for _, label in found]
    assert sorted(labels) == sorted(ours(OWL.Class) - RDF_ONLY_CLASSES)
