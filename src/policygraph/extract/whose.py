"""Whose plan it is: its title, its area and its year, from what is printed and from what a manifest knows besides."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from policygraph import ids
from policygraph.letterhead import Letterhead
from policygraph.lexicon.homes import home_of, unlisted
from policygraph.lexicon.ranks import styled
from policygraph.lexicon.regions import Area, area, find_areas, nation
from policygraph.model import Plan, Status

_OPENING = 20_000  # as many characters of a text without a title are searched for the area that it speaks of
_OFTEN = 3
_OWN = re.compile("[全我本](?P<rank>[省市县区州盟旗])(?!场|政|域|级|长|道|内外)")
_NATIONWIDE = re.compile("全国|我国|各省")
_NUMBER = re.compile(r"（(20\d\d)）\d{1,5}号")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a plan though its text does not print it: each field overrides what is read.

    `notes` say, by field, where it is known from.
    """

    title: str | None = None
    jurisdiction: str | None = None
    issuers: tuple[str, ...] | None = None
    document_number: str | None = None
    issued_on: datetime.date | None = None
    status: Status | None = None
    sample: bool = False
    notes: Mapping[str, str] = field(default_factory=dict)


def home(known: Known, head: Letterhead, text: str) -> Area | None:
    """The area that the plan is for, or None where nothing tells."""
    if known.jurisdiction:
        return area(known.jurisdiction) or unlisted(known.jurisdiction)
    title = known.title or head.title or ""
    found = home_of(title, known.issuers or head.issuers) or unlisted(title)
    return found or home_of("", (), head.document_number) or _most_named(text)


def _most_named(text: str) -> Area | None:
    """The area that a text without a title speaks of: of the rank that it calls its own (我市), the one it names most.

    A text that says 全国 and 我国 and calls nothing its own is the nation's.
    """
    text = text[:_OPENING]
    own = Counter(match["rank"] for match in _OWN.finditer(text))
    if not own:
        return nation() if len(_NATIONWIDE.findall(text)) >= _OFTEN else None
    rank = own.most_common(1)[0][0]
    areas = [each for _, _, each in find_areas(text, nation()) if each.name.endswith(rank)]
    best = Counter(areas).most_common(1)
    return best[0][0] if best and best[0][1] >= _OFTEN and best[0][1] * 2 > len(areas) else None


def plan(known: Known, head: Letterhead, whose: Area | None, file_name: str, text: str) -> Plan:
    """The plan's own record.

    A text that prints no title goes by the name of its file, and its id by its words too: many a folder has its own 附件.docx.
    """
    printed = known.title or head.title
    title = printed or re.sub(r"\.\w{1,5}$", "", file_name)
    status = known.status or head.status
    return Plan(
        id=ids.plan_id(title if printed else f"{title}({ids.digest(text)})", draft=status == "draft"),
        title=title,
        jurisdiction=_called(whose) if whose else known.jurisdiction,
        status=status,
        document_number=known.document_number or head.document_number,
        issued_on=known.issued_on or head.issued_on,
        sample=known.sample,
    )


def _called(area: Area) -> str:
    """贵阳市, but 成都市温江区 of a district, and the path of an area whose name others bear too."""
    return styled(area) if area.called() == area.name else area.called()


def year_of(found: Plan, text: str) -> int | None:
    """The year of the plan itself: of its date, of its number, else the latest of the documents that it cites."""
    if found.issued_on:
        return found.issued_on.year
    own = _NUMBER.search((found.document_number or "").translate(str.maketrans("〔〕()", "（）（）")))
    return int(own[1]) if own else max(map(int, _NUMBER.findall(text)), default=None)
