"""The ontology is in order: each term named in both languages, defined and shown once; each alignment with a reason."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from itertools import pairwise

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import GEO, ORG, PROV, SDO, DefinedNamespace

from policygraph import resources
from policygraph.export.rdf import PG

FOLDER = resources.folder("ontology")
ONTOLOGY = Graph().parse(FOLDER / "policygraph.ttl", format="turtle")
ALIGNMENTS = Graph().parse(FOLDER / "alignments.ttl", format="turtle")
IRI = URIRef("https://w3id.org/policygraph/ontology")

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
TERMS = sorted(
    str(each) for kind in KINDS for each in ONTOLOGY.subjects(RDF.type, kind) if str(each).startswith(str(PG))
)
SCHEMES = {str(each) for each in ONTOLOGY.subjects(RDF.type, SKOS.ConceptScheme)}
CONCEPTS = {str(each) for each in ONTOLOGY.subjects(RDF.type, SKOS.Concept)}

TIES = {RDFS.subClassOf, RDFS.subPropertyOf, SKOS.exactMatch, SKOS.closeMatch}
# The vocabularies whose terms rdflib knows, so that a slip of the pen shows.
KNOWN: tuple[type[DefinedNamespace], ...] = (GEO, ORG, PROV, SDO, SKOS)


def languages(term: str, property_: URIRef) -> Counter[str | None]:
    return Counter(each.language for each in ONTOLOGY.objects(URIRef(term), property_) if isinstance(each, Literal))


def test_each_term_is_named_and_defined_once_in_each_language() -> None:
    for term in TERMS:
        label = SKOS.prefLabel if term in CONCEPTS else RDFS.label
        assert languages(term, label) == {"zh": 1, "en": 1}, term
        assert languages(term, SKOS.definition) == {"zh": 1, "en": 1}, term


def test_each_term_has_one_example_in_chinese() -> None:
    assert [term for term in set(TERMS) - SCHEMES if languages(term, SKOS.example) != {"zh": 1}] == []


def test_labels_are_in_the_language_that_they_say_and_definitions_are_sentences() -> None:
    for term, property_ in itertools.product(TERMS, (RDFS.label, SKOS.prefLabel, SKOS.definition)):
        for text in ONTOLOGY.objects(URIRef(term), property_):
            assert isinstance(text, Literal)
            assert bool(re.search(r"[\u4e00-\u9fff]", text)) == (text.language == "zh"), text
            assert property_ != SKOS.definition or text.endswith("。" if text.language == "zh" else "."), text


def test_the_ontology_says_its_version_and_licence() -> None:
    version = str(ONTOLOGY.value(IRI, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert ONTOLOGY.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{version}")
    assert ONTOLOGY.value(IRI, DCTERMS.license) == URIRef("https://spdx.org/licenses/MIT")


def test_all_files_are_of_one_version() -> None:
    files = (ONTOLOGY, ALIGNMENTS, Graph().parse(FOLDER / "shapes.ttl", format="turtle"))
    assert len({str(version) for each in files for version in each.objects(None, OWL.versionInfo)}) == 1


def test_there_are_no_inverses() -> None:
    assert not list(ONTOLOGY.subject_objects(OWL.inverseOf))


def test_no_property_stands_without_a_domain_and_only_one_without_a_range() -> None:
    properties = {*ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty), *ONTOLOGY.subjects(RDF.type, OWL.DatatypeProperty)}
    own = {each for each in properties if str(each).startswith(str(PG))}
    assert {each for each in own if len(list(ONTOLOGY.objects(each, RDFS.domain))) != 1} == set()
    assert {each for each in own if len(list(ONTOLOGY.objects(each, RDFS.range))) != 1} == {PG.relation}


def test_no_term_is_used_that_is_not_declared() -> None:
    used = {
        str(part) for triple in ONTOLOGY for part in triple if str(part).startswith(str(PG)) and str(part) != str(PG)
    }
    assert used == set(TERMS)


def disjoint_pairs() -> set[frozenset[str]]:
    pairs = {frozenset((str(a), str(b))) for a, b in ONTOLOGY.subject_objects(OWL.disjointWith)}
    for axiom in ONTOLOGY.subjects(RDF.type, OWL.AllDisjointClasses):
        (listed,) = ONTOLOGY.objects(axiom, OWL.members)
        members = [str(each) for each in Collection(ONTOLOGY, listed)]
        pairs |= {frozenset((a, b)) for a in members for b in members if a != b}
    return pairs


def test_only_what_may_be_the_same_thing_is_left_without_disjointness() -> None:
    classes = [str(each) for each in ONTOLOGY.subjects(RDF.type, OWL.Class) if str(each).startswith(str(PG))]
    statements = {str(each) for each in ONTOLOGY.subjects(RDFS.subClassOf, PG.Statement)}
    every = {frozenset((a, b)) for a in classes for b in classes if a != b and not statements & {a, b}}
    open_ = {frozenset(str(PG[name]) for name in pair) for pair in (
        ("Plan", "Document"), ("Department", "Company"), ("Region", "Place"),
    )}  # fmt: skip
    assert every - disjoint_pairs() == open_


def test_alignments_tie_declared_terms_to_other_vocabularies_and_say_why() -> None:
    lines = (FOLDER / "alignments.ttl").read_text("utf-8").splitlines()
    ties = [(above, line) for above, line in pairwise(lines) if line.startswith("pg:")]
    assert len(ties) == sum(1 for tie in TIES for _ in ALIGNMENTS.subject_objects(tie))
    for above, line in ties:
        assert above.startswith("# "), line
        assert above.endswith("."), above


@pytest.mark.parametrize("tie", sorted(TIES))
def test_alignments_join_like_with_like(tie: URIRef) -> None:
    for own, other in ALIGNMENTS.subject_objects(tie):
        assert str(own) in TERMS
        assert not str(other).startswith(str(PG))
        is_class = re.split(r"[#/]", str(other))[-1][0].isupper()
        assert is_class == ((own, RDF.type, OWL.Class) in ONTOLOGY or str(own) in SCHEMES), (own, other)
        assert tie != RDFS.subPropertyOf or not is_class
        assert tie != RDFS.subClassOf or is_class


def test_terms_of_vocabularies_that_are_at_hand_exist() -> None:
    others = {str(other) for tie in TIES for other in ALIGNMENTS.objects(None, tie)}
    for namespace in KNOWN:
        base = str(namespace)
        used = {other.removeprefix(base) for other in others if other.startswith(base)}
        assert used, f"nothing is tied to {base}"
        assert {name for name in used if name not in namespace} == set()
