"""The shapes: one per class, all that the schema holds, an example that conforms and one that breaks every rule."""

from __future__ import annotations

import typing
from collections import Counter

import pytest
from rdflib import OWL, RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection

from policygraph import model, resources, validate
from policygraph.export.rdf import PG, concept, term
from policygraph.export.terms import LINKS, SCHEMES, STATEMENTS
from policygraph.lexicon.regions import Level
from policygraph.schema import NODES, RELATIONSHIPS

FOLDER = resources.folder("ontology")
SHAPES = Graph().parse(FOLDER / "shapes.ttl", format="turtle")
ONTOLOGY = Graph().parse(FOLDER / "policygraph.ttl", format="turtle")
SAMPLE = (FOLDER / "examples" / "sample.ttl").read_text("utf-8")
CLASSES = sorted(
    str(each).removeprefix(str(PG)) for each in ONTOLOGY.subjects(RDF.type, OWL.Class) if str(each).startswith(str(PG))
)


def shape_of(class_: str) -> URIRef:
    (shape,) = SHAPES.subjects(SH.targetClass, PG[class_])
    assert isinstance(shape, URIRef)
    return shape


def rules_of(class_: str) -> list[str]:
    """The English message of each rule of a class's shape."""
    shape = shape_of(class_)
    texts = [*SHAPES.objects(shape, SH.property / SH.message), *SHAPES.objects(shape, SH.message)]
    return [str(text) for text in texts if isinstance(text, Literal) and text.language == "en"]


def read(name: str) -> Graph:
    return Graph().parse(data=SAMPLE, format="turtle").parse(FOLDER / "examples" / f"{name}.ttl", format="turtle")


def test_there_is_one_shape_per_class() -> None:
    assert sorted(str(each).removeprefix(str(PG)) for each in SHAPES.objects(None, SH.targetClass)) == CLASSES


def test_examples_are_one_pair_per_class_and_the_sample() -> None:
    expected = {f"{class_}-{kind}.ttl" for class_ in CLASSES for kind in ("valid", "invalid")} | {"sample.ttl"}
    assert {file.name for file in (FOLDER / "examples").iterdir()} == expected


def test_the_sample_conforms() -> None:
    assert validate.report(SAMPLE).findings == ()


@pytest.mark.parametrize("class_", CLASSES)
def test_the_valid_example_conforms_and_adds_one_of_its_class(class_: str) -> None:
    graph = read(f"{class_}-valid")
    assert validate.report(graph).findings == ()
    sample = Graph().parse(data=SAMPLE, format="turtle")
    assert set(graph.subjects(RDF.type, PG[class_])) - set(sample.subjects(RDF.type, PG[class_]))


@pytest.mark.parametrize("class_", CLASSES)
def test_the_invalid_example_breaks_every_rule_of_its_class(class_: str) -> None:
    broken = {
        finding.message.partition(" (found: ")[0] for finding in validate.report(read(f"{class_}-invalid")).findings
    }
    assert set(rules_of(class_)) - broken == set()


@pytest.mark.parametrize("class_", CLASSES)
def test_each_rule_speaks_both_languages_and_no_two_say_the_same(class_: str) -> None:
    rules = [*SHAPES.objects(shape_of(class_), SH.property)]
    for rule in rules:
        texts = [text for text in SHAPES.objects(rule, SH.message) if isinstance(text, Literal)]
        assert Counter(text.language for text in texts) == {"en": 1, "zh": 1}
    messages = rules_of(class_)
    assert len(messages) >= len(rules)
    assert len(messages) == len(set(messages))


def paths_of(class_: str) -> set[URIRef]:
    return {path for path in SHAPES.objects(shape_of(class_), SH.property / SH.path) if isinstance(path, URIRef)}


def property_term(name: str) -> URIRef:
    return PG[LINKS[name]] if name in LINKS else term(name)


@pytest.mark.parametrize("label", NODES)
def test_a_shape_has_a_rule_for_each_property_of_its_label(label: str) -> None:
    links = {term(kind.type) for kind in RELATIONSHIPS.values() if label in kind.start}
    expected = {property_term(name) for name in NODES[label].properties}
    assert expected <= paths_of(label) <= expected | links


@pytest.mark.parametrize("type_", STATEMENTS)
def test_a_shape_has_a_rule_for_each_property_of_a_relationship_that_is_written_out(type_: str) -> None:
    class_ = STATEMENTS[type_]
    ends = {PG.assignedTo, PG.role} if class_ == "Assignment" else {PG.subject, PG.relation, PG.object}
    expected = {property_term(name) for name in RELATIONSHIPS[type_].properties} | ends
    assert expected <= paths_of(class_)


def allowed(class_: str, path: URIRef) -> list[object]:
    """What the shape's rule for `path` lists as values."""
    (rule,) = (each for each in SHAPES.objects(shape_of(class_), SH.property) if SHAPES.value(each, SH.path) == path)
    (listed,) = SHAPES.objects(rule, SH["in"])
    return list(Collection(SHAPES, listed))


@pytest.mark.parametrize(("class_", "name"), SCHEMES)
def test_shapes_allow_the_values_that_the_model_allows(class_: str, name: str) -> None:
    scheme = SCHEMES[class_, name]
    assert allowed(class_, term(name)) == [concept(scheme, value) for value in typing.get_args(getattr(model, scheme))]


def test_shapes_allow_the_levels_of_regions() -> None:
    assert allowed("Region", PG.level) == [Literal(level) for level in typing.get_args(Level)]


def test_statements_allow_the_relationships_that_they_stand_for() -> None:
    for class_ in ("Statement", "Naming", "Mention", "Citation"):
        assert allowed(class_, PG.relation) == [term(type_) for type_, each in STATEMENTS.items() if each == class_]


def test_shapes_and_examples_use_no_term_that_the_ontology_does_not_declare() -> None:
    declared = {str(each) for each in ONTOLOGY.subjects() if str(each).startswith(str(PG))}
    examples = [Graph().parse(file, format="turtle") for file in (FOLDER / "examples").iterdir()]
    for graph in (SHAPES, *examples):
        used = {str(part) for triple in graph for part in triple if isinstance(part, URIRef)}
        assert {each for each in used if each.startswith(str(PG))} <= declared
