"""The zip that an Office file is: its parts by relationship, each with a bound on its size; nothing is written to disk.

A zip's own word on sizes is not trusted: a part is unpacked only as far as its bound.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from policygraph.errors import DataError
from policygraph.reading.markup import Element, attribute, xml

MOST_PARTS = 5_000
LARGEST_PART = 30_000_000
"""Bytes of one part unpacked: a plan of a hundred pages has under three million."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)
"""What reading a broken, locked or oddly packed zip may raise."""


@dataclass(frozen=True, slots=True)
class Package:
    """An open Office file; `main` is the name of the part that holds the document."""

    archive: zipfile.ZipFile
    main: str
    related: Mapping[str, str]

    def part(self, kind: str) -> Element | None:
        """The part that the document is related to as `kind` ("styles", "footnotes"), or None."""
        target = self.related.get(kind)
        return unpacked(self.archive, target) if target else None

    def document(self) -> Element:
        """The document itself."""
        root = unpacked(self.archive, self.main)
        if root is None:
            raise DataError("a zip, but no Word document in it")
        return root


def opened(data: bytes) -> Package:
    """The package in `data`; `DataError` where it is no zip or holds too many members."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise DataError(
            f"broken: not a whole zip ({error}): get the file again, or open it in Word and save it anew"
        ) from None
    if len(archive.infolist()) > MOST_PARTS:
        raise DataError(f"more than {MOST_PARTS:,} parts inside: not read")
    main = _relations(archive, "").get("officeDocument", "word/document.xml")
    return Package(archive, main, _relations(archive, main))


def unpacked(archive: zipfile.ZipFile, member: str) -> Element | None:
    """The XML of one part, None where there is no such part."""
    if member not in archive.NameToInfo:
        return None
    return xml(bounded(archive, member, LARGEST_PART))


def bounded(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of one member; `DataError` where there are more than `limit` or they are broken or locked."""
    name = member if isinstance(member, str) else member.filename
    try:
        with archive.open(member) as stream:
            data = stream.read(limit + 1)
    except BROKEN as error:
        raise DataError(f"broken: {name} inside can't be unpacked ({error})") from None
    if len(data) > limit:
        raise DataError(f"{name} inside unpacks to more than {limit // 1_000_000} MB: not read")
    return data


def _relations(archive: zipfile.ZipFile, of: str) -> dict[str, str]:
    """The parts that a part ("" for the package) is related to, by the last word of the relationship's type."""
    folder, base = posixpath.split(of)
    root = unpacked(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, str] = {}
    for each in root if root is not None else ():
        kind, target = (attribute(each, "Type") or "").rpartition("/")[2], attribute(each, "Target") or ""
        if attribute(each, "TargetMode") != "External":
            found.setdefault(
                kind,
                posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)),
            )
    return found
