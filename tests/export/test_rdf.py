"""A plan as Turtle and JSON-LD: each fact with its words, the same bytes each time, nothing that the shapes refuse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, XSD, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from policygraph import graph, resources, validate
from policygraph.export import rdf
from policygraph.export.rdf import OA, PG
from policygraph.graph import Node, Relationship
from policygraph.model import (
    Assignment,
    Citation,
    Clause,
    Commitment,
    Company,
    Department,
    Mention,
    Place,
    Plan,
    PlanRecord,
    Project,
    Section,
    SourceNote,
    Span,
    Target,
)
from policygraph.schema import NODES, RELATIONSHIPS

PLAN = "plan:贵阳市减污降碳协同增效实施方案"
SECTION = "section:贵阳市减污降碳协同增效实施方案/三"
CLAUSE = "clause:贵阳市减污降碳协同增效实施方案/三/1"
ECOLOGY = "department:贵州省贵阳市/生态环境局"
INDUSTRY = "department:贵州省贵阳市/工业和信息化局"
FINANCE = "department:贵州省贵阳市/财政局"
COUNTIES = "department:贵州省贵阳市/各区(市、县)人民政府"
TARGET = "target:贵阳市减污降碳协同增效实施方案/三/1/非化石能源消费比重/2025"
COMMITMENT = "commitment:贵阳市减污降碳协同增效实施方案/三/1/1"
PROJECT = "project:息烽磷肥厂余热利用"
COMPANY = "company:息烽磷肥厂"
PARK = "place:息烽经济开发区"
CITY = "place:贵阳市"
SHA256 = "9b74c9897bac770ffc029102a200c5de0f343b0931126a20f133d67c2b018a3b"


def duty(department: str, role: str, surface: str, position: int, start: int, basis: str | None = None) -> Assignment:
    return Assignment(CLAUSE, department, role, basis, surface, position, False, Span(start, start + len(surface)))  # type: ignore[arg-type]


RECORD = PlanRecord(
    plan=Plan(
        PLAN,
        "贵阳市减污降碳协同增效实施方案",
        "贵阳市",
        "issued",
        "筑环通〔2023〕5号",
        issuers=(ECOLOGY,),
        period_years=(2025, 2030),
    ),
    source=SourceNote("贵阳.pdf", "application/pdf", "utf-8", SHA256, 5210, 12),
    sections=(Section(SECTION, "三", "重点领域", None, Span(100, 900)),),
    clauses=(
        Clause(
            CLAUSE,
            "1",
            ("三",),
            "推动工业绿色发展",
            "measure",
            "推动工业绿色发展。\n余热利用“示范”。",
            SECTION,
            Span(110, 300),
            7,
        ),
        Clause("clause:贵阳市减污降碳协同增效实施方案/preamble", None, (), None, "statement", "", None, Span(0, 90), 1),
    ),
    departments=(
        Department(ECOLOGY, "贵阳市生态环境局", (), "贵阳市"),
        Department(INDUSTRY, "贵阳市工业和信息化局", (), "贵阳市"),
        Department(FINANCE, "贵阳市财政局", (), "贵阳市"),
        Department(COUNTIES, "各区（市、县）人民政府", (), "贵阳市", collective=True),
    ),
    assignments=(
        duty(ECOLOGY, "lead", "市生态环境局", 0, 270, "stated"),
        duty(INDUSTRY, "lead", "市工业和信息化局", 1, 277, "first_listed"),
        duty(FINANCE, "support", "市财政局", 2, 286),
        duty(COUNTIES, "implement", "各区（市、县）人民政府", 3, 290),
    ),
    targets=(
        Target(
            TARGET,
            CLAUSE,
            "非化石能源消费比重",
            "indicator:非化石能源消费比重",
            "ge",
            0.2825,
            "%",
            2025,
            "比重达到0.2825%以上",
            Span(150, 163),
            baseline_year=2020,
            project=PROJECT,
        ),
    ),
    commitments=(Commitment(COMMITMENT, CLAUSE, 2030, "全面达标", False, "到2030年全面达标", Span(170, 180)),),
    projects=(
        Project(
            PROJECT,
            CLAUSE,
            "息烽磷肥厂余热利用",
            (COMPANY,),
            (PARK, CITY),
            "2×6兆瓦",
            "息烽磷肥厂余热利用",
            Span(190, 199),
        ),
    ),
    companies=(Company(COMPANY, "息烽磷肥厂", (), "plant"),),
    citations=(Citation(CLAUSE, "工业炉窑大气污染综合治理方案", "环大气〔2019〕56号", "生态环境部", Span(210, 227)),),
    places=(Place(PARK, "息烽经济开发区", "park"), Place(CITY, "贵阳市", "admin")),
    mentions=(Mention(CLAUSE, PARK, "息烽经开区", Span(240, 245)), Mention(CLAUSE, CITY, "贵阳市", Span(250, 253))),
)

BUILT = graph.build(RECORD)
TRIPLES = rdf.triples([BUILT])


def one(subject: URIRef, property_: URIRef) -> object:
    (value,) = TRIPLES.objects(subject, property_)
    return value


def fact(type_: str) -> URIRef:
    """The individual that stands for the only relationship of this type."""
    (relationship,) = (each for each in BUILT.relationships if each.type == type_)
    return rdf.iri(str(relationship.properties["id"]))


def test_the_record_says_something_of_every_kind() -> None:
    assert {node.label for node in BUILT.nodes} == NODES.keys()
    assert {each.type for each in BUILT.relationships} == RELATIONSHIPS.keys() - {"IS"}


def test_a_stated_lead_is_a_triple_and_an_assignment_with_its_words() -> None:
    assert (rdf.iri(ECOLOGY), PG.leads, rdf.iri(CLAUSE)) in TRIPLES
    lead = fact("LEADS")
    assert one(lead, RDF.type) == PG.Assignment
    assert one(lead, PG.assignedTo) == rdf.iri(ECOLOGY)
    assert one(lead, PG.inClause) == rdf.iri(CLAUSE)
    assert one(lead, PG.inPlan) == rdf.iri(PLAN)
    assert one(lead, PG.role) == PG["Role-lead"]
    assert one(lead, PG.leadBasis) == PG["LeadBasis-stated"]
    assert one(lead, PG.quote) == Literal("市生态环境局")
    assert one(lead, PG.page) == Literal(7)


def test_standing_first_in_the_list_makes_no_lead() -> None:
    assert not list(TRIPLES.triples((rdf.iri(INDUSTRY), PG.leads, None)))
    assert one(fact("RESPONSIBLE_FOR"), PG.role) == PG["Role-responsible"]
    assert one(fact("RESPONSIBLE_FOR"), PG.leadBasis) == PG["LeadBasis-first_listed"]


def test_a_number_stays_as_printed_and_lists_become_several_values() -> None:
    assert one(rdf.iri(TARGET), PG.value) == Literal(Decimal("0.2825"))
    assert "pg:value 0.2825 " in rdf.turtle([BUILT])
    assert set(TRIPLES.objects(rdf.iri(PLAN), PG.periodYears)) == {Literal(2025), Literal(2030)}


def test_numbers_are_never_written_in_powers_of_ten() -> None:
    target = Node("Target", TARGET, {"value": 1e20, "base_value": 0.00000012})
    out = rdf.turtle([graph.Graph(PLAN, (target,), ())])
    assert "100000000000000000000" in out
    assert "0.00000012" in out


def test_the_source_is_known_by_its_digest() -> None:
    source = one(rdf.iri(PLAN), PROV.wasDerivedFrom)
    assert isinstance(source, URIRef)
    assert one(source, RDF.type) == PROV.Entity
    assert one(source, DCTERMS.identifier) == Literal(f"sha256:{SHA256}")
    assert one(source, DCTERMS.title) == Literal("贵阳.pdf")


def test_each_quote_is_a_web_annotation_on_the_source() -> None:
    (evidence,) = TRIPLES.subjects(OA.hasBody, rdf.iri(TARGET))
    assert set(TRIPLES.objects(evidence, RDF.type)) == {PG.Evidence, OA.Annotation}
    (target,) = TRIPLES.objects(evidence, OA.hasTarget)
    assert TRIPLES.value(target, OA.hasSource) == one(rdf.iri(PLAN), PROV.wasDerivedFrom)
    selectors = {TRIPLES.value(each, RDF.type): each for each in TRIPLES.objects(target, OA.hasSelector)}
    assert TRIPLES.value(selectors[OA.TextQuoteSelector], OA.exact) == Literal("比重达到0.2825%以上")
    position = selectors[OA.TextPositionSelector]
    assert [int(str(TRIPLES.value(position, each))) for each in (OA.start, OA.end)] == [150, 163]


def test_every_fact_with_a_quote_has_one_piece_of_evidence() -> None:
    quoted = set(TRIPLES.subjects(PG.quote))
    assert len(quoted) == 10  # 4 duties, 1 target, 1 commitment, 1 naming, 2 mentions, 1 citation
    assert Counter(TRIPLES.objects(None, OA.hasBody)) == Counter(quoted)


def test_a_source_without_digest_is_the_plan_itself() -> None:
    nodes = (
        Node("Plan", PLAN, {"title": "贵阳"}),
        Node("Commitment", COMMITMENT, {"plan": PLAN, "quote": "达标", "start": 1, "end": 3}),
    )
    out = rdf.triples([graph.Graph(PLAN, nodes, ())])
    assert set(out.objects(None, OA.hasSource)) == {rdf.iri(PLAN)}
    assert not list(out.subjects(RDF.type, PROV.Entity))


def test_what_two_plans_share_comes_together() -> None:
    other = PlanRecord(
        plan=replace(RECORD.plan, id="plan:另一方案", title="另一方案"),
        source=RECORD.source,
        departments=RECORD.departments,
    )
    both = rdf.triples([BUILT, graph.build(other)])
    issued = set(both.objects(rdf.iri(ECOLOGY), PG.issued))
    assert issued == {rdf.iri(PLAN), rdf.iri("plan:另一方案")}
    assert len(set(both.subjects(RDF.type, PG.Department))) == 4


def test_the_order_of_the_plans_makes_no_difference() -> None:
    other = graph.Graph("plan:乙", (Node("Plan", "plan:乙", {"title": "乙"}),), ())
    assert rdf.turtle([BUILT, other]) == rdf.turtle([other, BUILT])
    assert rdf.json_ld([BUILT, other]) == rdf.json_ld([other, BUILT])


def test_a_plan_that_is_cited_is_joined_without_a_statement() -> None:
    joined = Relationship("IS", ("Document", "document:甲"), ("Plan", "plan:甲"), {})
    nodes = (Node("Document", "document:甲", {"title": "甲"}), Node("Plan", "plan:甲", {"title": "甲"}))
    out = rdf.triples([graph.Graph("plan:甲", nodes, (joined,))])
    assert (rdf.iri("document:甲"), PG["is"], rdf.iri("plan:甲")) in out
    assert not list(out.subjects(RDF.type, PG.Statement))


# rdflib's own JSON-LD reader still makes what rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_turtle_and_json_ld_say_the_same_and_read_back() -> None:
    turtle = Graph().parse(data=rdf.turtle([BUILT]), format="turtle")
    json_ld = Graph().parse(data=rdf.json_ld([BUILT]), format="json-ld")
    assert len(turtle) == len(TRIPLES)
    assert isomorphic(turtle, TRIPLES)
    assert isomorphic(json_ld, TRIPLES)


def test_json_ld_is_readable_without_a_network() -> None:
    document = json.loads(rdf.json_ld([BUILT]))
    assert document["@context"]["pg"] == str(PG)
    (plan,) = (each for each in document["@graph"] if each["@id"] == str(rdf.iri(PLAN)))
    assert plan["pg:title"] == "贵阳市减污降碳协同增效实施方案"


HASHED = """
import sys
from policygraph.export import rdf
from policygraph.graph import Graph, Node
nodes = tuple(Node("Department", f"department:{n}", {"name": str(n), "aliases": list("甲乙丙丁")}) for n in range(20))
graph = Graph("plan:甲", nodes, ())
sys.stdout.buffer.write((rdf.turtle([graph]) + rdf.json_ld([graph])).encode())
"""


def test_the_bytes_do_not_hang_on_hash_seeds() -> None:
    path = os.pathsep.join(each for each in sys.path if each)
    runs = {
        subprocess.run(
            [sys.executable, "-c", HASHED], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(runs) == 1
    assert b"department:19" in runs.pop()


def test_no_node_is_blank_and_each_thing_has_its_label() -> None:
    assert not [part for triple in TRIPLES for part in triple if isinstance(part, BNode)]
    assert one(rdf.iri(ECOLOGY), RDFS.label) == Literal("贵阳市生态环境局", lang="zh")
    assert one(rdf.iri(PLAN), RDFS.label) == Literal("贵阳市减污降碳协同增效实施方案", lang="zh")


def test_only_terms_of_the_ontology_are_written() -> None:
    ontology = Graph().parse(resources.folder("ontology") / "policygraph.ttl", format="turtle")
    declared = set(ontology.subjects(RDF.type))
    used = {part for triple in TRIPLES for part in triple if isinstance(part, URIRef) and part.startswith(str(PG))}
    assert used <= declared
    for property_ in set(TRIPLES.predicates()) & set(ontology.subjects(RDF.type, OWL.DatatypeProperty)):
        ranges = set(ontology.objects(property_, RDFS.range))
        values = set(TRIPLES.objects(None, property_))
        assert {value.datatype or XSD.string for value in values if isinstance(value, Literal)} == ranges, property_


def test_what_is_exported_conforms_to_the_shapes() -> None:
    assert validate.report(TRIPLES).findings == ()


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("clause:贵阳/三/二/1", "clause:贵阳/三/二/1"),
        ("a|b", "a%7Cb"),
        ("100%", "100%25"),
        ("a#b?c", "a%23b%3Fc"),
        ('<"{}\\^`>', "%3C%22%7B%7D%5C%5E%60%3E"),
        ("甲　乙 丙", "甲%E3%80%80乙%20丙"),
        ("甲\u202e乙", "甲%E2%80%AE乙"),
        ("𠮷野", "𠮷野"),
    ],
)
def test_ids_become_iris(id_: str, expected: str) -> None:
    assert str(rdf.iri(id_)) == rdf.THINGS + expected


@given(st.text())
def test_an_id_comes_back_from_its_iri(id_: str) -> None:
    assert unquote(str(rdf.iri(id_)).removeprefix(rdf.THINGS)) == id_


@given(st.text(min_size=1))
def test_any_words_survive_the_turtle(words: str) -> None:
    out = rdf.turtle([graph.Graph("plan:甲", (Node("Indicator", f"indicator:{words}", {"name": words}),), ())])
    back = Graph().parse(data=out, format="turtle")
    assert set(back.objects(rdf.iri(f"indicator:{words}"), PG.name)) == {Literal(words)}
