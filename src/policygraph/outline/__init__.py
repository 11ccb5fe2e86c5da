"""一、（一）1. → sections, clauses, boxes. Never fails: any text gives an outline, if only of one clause.

A clause is the smallest unit that an analyst would cite: the lowest numbered item with all its paragraphs; where several
paragraphs of one item each close with a duty list, each is a clause (#1, #2 …); a task table's row is one. A box (专栏) and
a table of targets or projects stand outside the clause's own words and belong to the clause before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.clean import Clean
from policygraph.find.duty_list import DutyList
from policygraph.outline.clauses import Writer
from policygraph.outline.matter import back_matter, bodies, first_heading, preamble
from policygraph.outline.tree import BOX, tree
from policygraph.outline.units import Heading, Outline, Unit
from policygraph.spans import Ordered
from policygraph.tables import Table

__all__ = ["BOX", "Heading", "Outline", "Unit", "outline"]


def outline(clean: Clean, lists: Sequence[DutyList], tables: Sequence[Table] = ()) -> Outline:
    """The outline of a clean text, given where its duty lists and tables stand."""
    in_order = Ordered(tables)
    first = first_heading(clean, in_order)
    front = clean.paragraphs[:first]
    back_from = back_matter(clean, first)
    parts, between = bodies(clean, clean.paragraphs[first:back_from], in_order)
    roots = [tree(clean, part.paragraphs, in_order, part.annex.number if part.annex else None) for part in parts]
    writer = Writer(clean, lists)
    opening = preamble(clean, front, has_body=any(root.children or root.body or root.tables for root in roots))
    if opening:
        inside = in_order.beginning_in(opening[0].start, opening[-1].end)
        own = [paragraph for paragraph in opening if in_order.at(paragraph.start) is None]
        writer.opening(own)
        writer.attach((table.start, table.end) for table in inside)
    writer.write(roots, [part.annex for part in parts])
    return Outline(tuple(writer.headings), tuple(writer.units), front, (*between, *clean.paragraphs[back_from:]))
