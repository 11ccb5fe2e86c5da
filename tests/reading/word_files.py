"""Word files by hand: the parts of a .docx as XML, for what no library writes (tracked changes, text boxes, hostile parts)."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = ("numbering", "styles", "footnotes", "endnotes")


def docx(body: str, **parts: str) -> bytes:
    """A .docx whose body is `body`; `parts` are numbering, styles and footnotes as the insides of their roots."""
    related = "".join(
        f'<Relationship Id="{kind}" Type="{_TYPE}/{kind}" Target="{kind}.xml"/>' for kind in _KINDS if kind in parts
    )
    members = {
        "_rels/.rels": _relations(f'<Relationship Id="r" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(related),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{kind} {W}>{inside}</w:{kind}>" for kind, inside in parts.items()},
    }
    return packed({name: text.encode() for name, text in members.items()})


def packed(members: dict[str, bytes]) -> bytes:
    """A zip of those members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph that Word numbers."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(line) for line in text.split('|'))}</w:tc>"


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )
