"""What the ontology calls what the property graph holds: the table behind `export/rdf.py`, as data.

LEADS (市生态环境局牵头) is the property pg:leads and, as a fact with its words, an individual of pg:Assignment.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from policygraph.schema import ROLE_TYPES, ValueKind

# A relationship that has properties of its own, or that stands between shared nodes on one plan's word, is written
# twice: as a triple and as an individual of this class.
STATEMENTS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(ROLE_TYPES.values(), "Assignment")
    | {"NAMES": "Naming", "MENTIONS": "Mention", "CITES": "Citation"}
    | dict.fromkeys(("ISSUED", "OWNED_BY", "LOCATED_IN"), "Statement")
)

# The concept scheme of each property that takes its value from a fixed set, by class and property.
SCHEMES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Plan", "status"): "Status",
        ("Clause", "kind"): "ClauseKind",
        ("Company", "kind"): "CompanyKind",
        ("Place", "kind"): "PlaceKind",
        ("Target", "op"): "Operator",
        ("Target", "stance"): "Stance",
        ("Assignment", "role"): "Role",
        ("Assignment", "lead_basis"): "LeadBasis",
    }
)

# A property that holds the id of another node is a link in RDF.
LINKS: Mapping[str, str] = MappingProxyType({"plan": "inPlan", "clause": "inClause"})

# The XML Schema type of each kind of value; decimals, because 0.2825 was printed as such.
DATATYPES: Mapping[ValueKind, str] = MappingProxyType(
    {
        "string": "string",
        "strings": "string",
        "integer": "integer",
        "integers": "integer",
        "float": "decimal",
        "boolean": "boolean",
        "date": "date",
    }
)


def camel(name: str) -> str:
    """The local name of a relationship type's or a property's term: RESPONSIBLE_FOR → responsibleFor."""
    head, *tail = name.lower().split("_")
    return head + "".join(part.title() for part in tail)
