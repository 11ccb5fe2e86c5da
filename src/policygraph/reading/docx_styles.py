"""What a Word style says that changes the text: its list, whether it hides, whether it is of the contents (目录)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policygraph.reading.markup import Element, attribute, child, tag, value

_CONTENTS = re.compile(r"toc \d|table of figures|目录 ?\d", re.IGNORECASE)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document: by id the list and level that each brings, inherited ones too."""

    lists: Mapping[str, tuple[str | None, str | None]]
    contents: frozenset[str]
    hidden: frozenset[str]
    default: str | None

    def numbering(self, style: str | None) -> tuple[str | None, str | None]:
        """The list (w:numId) and level (w:ilvl) of a style, None where it brings none."""
        return self.lists.get(style or self.default or "", (None, None))

    def is_contents(self, style: str | None) -> bool:
        """Whether paragraphs of that style are lines of the table of contents."""
        return style in self.contents


def styles(part: Element | None) -> Styles:
    """The styles that styles.xml defines; none where there is no such part."""
    found = [each for each in part if tag(each) == "style"] if part is not None else []
    known = {attribute(each, "styleId") or "": each for each in found}
    ofs = [
        i
        for i, each in known.items()
        if attribute(each, "type") == "paragraph" and attribute(each, "default") in ("1", "true")
    ]
    return Styles(
        lists={i: _list(known, i) for i in known},
        contents=frozenset(i for i, each in known.items() if _CONTENTS.fullmatch(value(each, "name") or "")),
        hidden=frozenset(i for i in known if _hides(known, i)),
        default=ofs[0] if ofs else None,
    )


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is set."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def _chain(known: Mapping[str, Element], style: str) -> Iterator[Element]:
    """A style and those that it is based on, the nearest first; a chain that bites its tail ends."""
    at: str | None = style
    for _ in range(_LONGEST_CHAIN):
        element = known.get(at or "")
        if element is None:
            return
        yield element
        at = value(element, "basedOn")


def _hides(known: Mapping[str, Element], style: str) -> bool:
    """Whether words of a style are hidden: the nearest switch up the chain decides."""
    switches = (child(each, "rPr", "vanish") for each in _chain(known, style))
    return is_on(next((each for each in switches if each is not None), None))


def _list(known: Mapping[str, Element], style: str) -> tuple[str | None, str | None]:
    """The nearest list up the chain of styles."""
    level: str | None = None
    for element in _chain(known, style):
        level = level or value(element, "pPr", "numPr", "ilvl")
        if (list_id := value(element, "pPr", "numPr", "numId")) is not None:
            return list_id, level
    return None, None
