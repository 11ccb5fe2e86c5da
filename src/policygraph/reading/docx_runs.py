"""The words of one Word paragraph: inserted ones read, deleted and hidden ones not, a field by its result.

到<w:del>2024</w:del><w:ins>2025</w:ins>年 is 到2025年.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from policygraph.reading.docx_styles import is_on
from policygraph.reading.markup import Element, attribute, below, child, tag, value

_DROPPED = frozenset(
    {
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "instrText",
        "delText",
        "delInstrText",
        "rt",
        "sdtPr",
        "object",
        "commentReference",
    }
)
_AS_TEXT = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Runs:
    """What a paragraph holds: its words, the notes that it refers to as (kind, id), and its text boxes."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.parts)


def printed_runs(paragraph: Element, hidden: frozenset[str]) -> Runs:
    """What is printed of `paragraph`; `hidden` names the styles that hide."""
    runs = Runs()
    _walk(paragraph, runs, hidden)
    return runs


def _walk(parent: Element, runs: Runs, hidden: frozenset[str]) -> None:
    for each in parent:
        kind = tag(each)
        if kind in _DROPPED:
            continue
        if kind == "t":
            runs.parts.append(each.text or "")
        elif kind in _AS_TEXT:
            runs.parts.append(_AS_TEXT[kind])
        elif kind in _NOTES:
            runs.notes.append((_NOTES[kind], attribute(each, "id") or ""))
        elif kind == "AlternateContent":
            _choose(each, runs, hidden)
        elif kind == "txbxContent":
            runs.boxes.append(each)
        elif not (kind == "r" and is_hidden(each, hidden)):
            _walk(each, runs, hidden)


def _choose(element: Element, runs: Runs, hidden: frozenset[str]) -> None:
    """Of several renderings of one thing (a text box as DrawingML and as VML), the first that holds words."""
    branches = [each for each in element if tag(each) in ("Choice", "Fallback")]
    for each in branches:
        if any(True for _ in below(each, "t")):
            _walk(each, runs, hidden)
            return


def is_hidden(run: Element, hidden: frozenset[str]) -> bool:
    """Whether a run of text is hidden: its own switch decides, else its style and its paragraph's, if they are in `hidden`."""
    own = child(run, "rPr", "vanish")
    if own is not None or not hidden:
        return is_on(own)
    paragraph = next((each for each in run.iterancestors() if tag(each) == "p"), None)
    return value(run, "rPr", "rStyle") in hidden or value(paragraph, "pPr", "pStyle") in hidden
