"""What a plan says, as frozen records: the document, its outline, and one class per kind of fact.

Every fact carries a `Span`: where its words stand in the text that was read. 首钢水钢 at (9120, 9124) means
`source.text[9120:9124] == "首钢水钢"`, white space and page furniture aside. `page` and `locus` say where its first word
stands in the file, for a reader who has the file open: page 3; table 2, row 3, cell 1. Plain text has neither.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal["lead", "responsible", "support", "implement"]
LeadBasis = Literal["stated", "declared", "sole", "first_listed"]
Operator = Literal["eq", "ge", "le", "decrease", "increase"]
Stance = Literal["firm", "aspire", "in_principle"]
Status = Literal["draft", "issued", "unknown"]
ClauseKind = Literal["measure", "statement"]
CompanyKind = Literal["company", "plant", "institute"]
PlaceKind = Literal["admin", "park", "basin", "site"]

BASES: tuple[LeadBasis, ...] = ("stated", "declared", "sole", "first_listed")
ROLES: tuple[Role, ...] = ("lead", "responsible", "support", "implement")


class Span(NamedTuple):
    """A half-open stretch [start, end) of `Source.text`, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its text and what is needed to find the words in it again.

    `pages` holds the offset at which each page begins, or None where the format has no pages. `loci` holds where in the
    file the text from an offset on stands ("paragraph 12"; "table 2, row 3, cell 1"). `notices` says what of the file
    was not read though the rest was, or had to be guessed. `sha256` is that of the text in UTF-8, so that the same text in another
    encoding is the same source.
    """

    name: str
    text: str
    media_type: str
    encoding: str
    sha256: str
    pages: tuple[int, ...] | None = None
    loci: tuple[tuple[int, str], ...] = ()
    notices: tuple[str, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, on which the character at `offset` stands."""
        return None if self.pages is None else bisect_right(self.pages, offset)

    def locus_of(self, offset: int) -> str | None:
        """The locus: the paragraph or table cell of the file in which the character at `offset` stands, where the format has such."""
        at = bisect_right(self.loci, offset, key=lambda locus: locus[0])
        return (self.loci[at - 1][1] or None) if at else None


@dataclass(frozen=True, slots=True)
class Plan:
    """The document as issued or drafted (方案)."""

    id: str
    title: str
    jurisdiction: str | None
    status: Status
    document_number: str | None = None
    issued_on: datetime.date | None = None
    issuers: tuple[str, ...] = ()
    period_years: tuple[int, ...] = ()
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it (章节)."""

    id: str
    number: str
    title: str
    parent: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest unit that an analyst would cite (条款): `measure` bears a duty list, `statement` does not.

    `path` holds the numerals of the headings above, outermost first; `text` has each paragraph on a line and
    is empty where only the facts are kept.
    """

    id: str
    number: str | None
    path: tuple[str, ...]
    title: str | None
    kind: ClauseKind
    text: str
    section: str | None
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Department:
    """A public body (部门): its kind within its jurisdiction; 各有关部门 is marked `collective`."""

    id: str
    name: str
    aliases: tuple[str, ...]
    jurisdiction: str
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """One body's role in one clause (责任分工). `position` counts from 0 over the clause's list as printed."""

    clause: str
    department: str
    role: Role
    lead_basis: LeadBasis | None
    surface: str
    position: int
    inherited: bool
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator's value that a clause commits to (目标值).

    `value` is the number as printed, in `unit` as printed: 0.2825 with 万吨. `value_to` ends a range (10—15).
    `op` says whether the value is what to reach (eq, ge, le) or by how much (decrease, increase).
    """

    id: str
    clause: str
    indicator: str
    indicator_id: str
    op: Operator
    value: float
    unit: str
    year: int | None
    quote: str
    span: Span
    value_to: float | None = None
    baseline_year: int | None = None
    stance: Stance = "firm"
    approximate: bool = False
    project: str | None = None
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """An aim with a deadline but no number (定性目标); `vague` where nothing could verify it."""

    id: str
    clause: str
    year: int
    what: str
    vague: bool
    quote: str
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A concrete undertaking with an owner, a place or a proper name (项目); `owners` are company ids."""

    id: str
    clause: str
    name: str
    owners: tuple[str, ...]
    places: tuple[str, ...]
    capacity: str | None
    quote: str
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """A company, plant or institute (企业), with every form in which the plan prints its name."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: CompanyKind


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a clause names a company or a place without giving it a duty: the entity's id and the words."""

    clause: str
    entity: str
    surface: str
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A law, plan, standard or notice named in a clause (引用文件)."""

    clause: str
    title: str
    number: str | None
    issuer: str | None
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named area: `admin` (行政区), `park`, `basin` or `site`; `code` is the GB/T 2260 code of an admin area."""

    id: str
    name: str
    kind: PlaceKind
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """A number with a unit or a bracket of bodies that no fact claims, and the named rule that set it aside."""

    clause: str
    what: str
    why: str
    span: Span
    page: int | None = None
    locus: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """Everything that one plan says, in document order: the JSON contract `policygraph/plan/1`."""

    plan: Plan
    source: SourceNote
    sections: tuple[Section, ...] = ()
    clauses: tuple[Clause, ...] = ()
    departments: tuple[Department, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    targets: tuple[Target, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    projects: tuple[Project, ...] = ()
    companies: tuple[Company, ...] = ()
    citations: tuple[Citation, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a record keeps of its source: enough to know the text again, without the text.

    `notes` says where a manifest knows what the text does not print, `notices` what of the file was not read or guessed.
    """

    name: str
    media_type: str
    encoding: str
    sha256: str
    characters: int
    pages: int | None = None
    notes: dict[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
