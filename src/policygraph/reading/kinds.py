"""What kind of file it is, by its first bytes before its name: many a 方案.doc is a web page, an RTF or a .docx inside."""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import Literal

from policygraph.errors import DataError
from policygraph.reading.archive import opened

Kind = Literal["txt", "docx", "pdf", "html", "mht", "office", "zip"]
SUFFIXES: dict[str, Kind] = {
    "": "txt", ".txt": "txt", ".text": "txt", ".md": "txt", ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".pdf": "pdf",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".mht": "mht", ".mhtml": "mht", ".doc": "office",
    ".wps": "office", ".rtf": "office", ".odt": "office", ".wpt": "office", ".dot": "office", ".zip": "zip",
}  # fmt: skip
"""The kinds of file that are read, by suffix."""
_REFUSED = {
    ".ofd": "OFD is not read: open it and print or export it as PDF",
    ".caj": "CAJ is not read: open it and export it as PDF",
    ".rar": "RAR is not read: unpack it, or pack the files as zip",
    ".7z": "7z is not read: unpack it, or pack the files as zip",
}
_TABLES = (".xlsx", ".xls", ".et", ".csv", ".pptx", ".ppt", ".dps")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD_INSIDE = tuple(name.encode("utf-16-le") for name in ("WordDocument", "CONTENTS"))  # of Word and WPS, of Works


def suffix_of(name: str) -> str:
    """The suffix of a file's name, in small letters: 方案.DOCX has .docx."""
    return PurePath(name).suffix.lower()


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file; `DataError` says what to do with one of a kind that is not read."""
    suffix = suffix_of(name)
    if suffix in _REFUSED:
        raise DataError(_REFUSED[suffix])
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_zip(suffix, data)
    if data.startswith(_OLE):
        return _of_ole(suffix, data)
    if data.startswith(_RTF):
        return "office"
    if data.startswith(_PICTURES) or (data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"):  # not BMS电池
        raise DataError("a picture: run text recognition (OCR) on it and save the text")
    return _of_text(suffix, data)


def office_suffix(name: str, data: bytes) -> str:
    """The suffix by which LibreOffice is told what an old file is: that of its bytes before that of its name."""
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(b"PK"):
        return ".odt"
    suffix = suffix_of(name)
    return suffix if SUFFIXES.get(suffix) == "office" else ".doc"


def _of_zip(suffix: str, data: bytes) -> Kind:
    known = SUFFIXES.get(suffix)
    if known in ("docx", "zip") or suffix == ".odt":
        return known or "office"
    members = opened(io.BytesIO(data)).namelist()
    if any(member.startswith("word/") for member in members):
        return "docx"
    if "[Content_Types].xml" in members or suffix in _TABLES:
        raise DataError("a spreadsheet or slides, not a document: save the plan's text as .docx or .txt")
    return "office" if "mimetype" in members else "zip"


def _of_ole(suffix: str, data: bytes) -> Kind:
    if _LOCKED in data:
        raise DataError("locked with a password: open it in Word or WPS and save it without one")
    if suffix in _TABLES:
        raise DataError("a spreadsheet or slides, not a document: save the plan's text as .docx or .txt")
    if not any(name in data for name in _WORD_INSIDE):  # LibreOffice would read its bytes as letters
        raise DataError(
            "broken: no Word document in it: get the file again, or save it as .docx in the program that made it"
        )
    return "office"


def _of_text(suffix: str, data: bytes) -> Kind:
    """A file without a mark of its kind: what its name says, unless it opens as a web page does."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    page = head.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")) and b"<html" in data[:8192].lower()
    known = SUFFIXES.get(suffix)
    if known == "office" or known is None or suffix == "":
        if page:
            return "html"
        if head.startswith(b"mime-version:"):
            return "mht"
    if known is None:
        kinds = ", ".join(sorted(kind for kind in SUFFIXES if kind))
        raise DataError(f"can't read {suffix} files, only {kinds}: save it as one of these")
    if known in ("docx", "pdf", "zip"):
        raise DataError(f"broken: its name says {suffix}, its first bytes don't: get the file again")
    return known
