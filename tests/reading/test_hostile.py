"""Hostile and broken files: one line of error, in bounded time and memory, whatever a library would do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.reading import word_files as w

from policygraph.errors import DataError, PolicyGraphError
from policygraph.reading import LARGEST, convert, limits, read, read_data

BOMB = b"<w:document>" + b" " * 40_000_000
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'


def part(xml: str | bytes) -> bytes:
    return w.packed({"word/document.xml": xml if isinstance(xml, bytes) else xml.encode()})


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CASES: dict[str, tuple[str, bytes, str]] = {
    "zip bomb": ("a.docx", part(BOMB), "unpacks to more than"),
    "entities": ("a.docx", part(ENTITIES), "DTD"),
    "external entity": ("a.docx", part(EXTERNAL.format(w.W)), "DTD"),
    "deep xml": (
        "a.docx",
        part(f"<w:document {w.W}>" + "<w:p>" * 5000 + "</w:p>" * 5000 + "</w:document>"),
        "broken|deep",
    ),
    "many parts": ("a.docx", w.packed({f"word/{i}.xml": b"" for i in range(5001)}), "5,000"),
    "many parts under a foreign name": ("a.doc", w.packed({f"{i}/": b"" for i in range(5001)}), "5,000"),
    "cut zip under a foreign name": ("a.doc", w.docx(w.p("总则" * 200))[:-40], "broken"),
    "not word": ("a.docx", w.packed({"x.txt": b"1"}), "no Word document"),
    "cut docx": ("a.docx", w.docx(w.p("总则" * 200))[:-40], "broken"),
    "no zip": ("a.docx", b"PK\x03\x04nothing", "broken"),
    "empty docx": ("a.docx", w.docx(""), "no text"),
    "locked docx": ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), "password"),
    "cut pdf": ("a.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "broken"),
    "false pdf": ("a.pdf", b"hello", "its name says .pdf"),
    "deep page": ("a.html", b"<html><body>" + b"<div>" * 100_000 + "政策。".encode(), "deep|no text|no web page"),
    "long page": ("a.html", b"<html><body>" + "<p>政策，政策，政策。</p>".encode() * 115_000, "longer than"),
    "long text": ("a.txt", "政策。".encode() * 400_000, "longer than"),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n", "OCR"),
    "bitmap": ("a.txt", b"BM\x36\x10\x0e\0\0\0\0\0\x36\0\0\0", "OCR"),
    "gif": ("a.txt", b"GIF89a", "OCR"),
    "spreadsheet": ("a.xlsx", w.packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "spreadsheet"),
    "ofd": ("a.ofd", b"PK\x03\x04", "PDF"),
    "rar": ("a.rar", b"Rar!", "zip"),
    "unknown": ("a.xyz", b"abc", "can't read .xyz"),
    "nothing": ("a.pdf", b"", "empty"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file_is_one_line_of_error_in_good_time(case: str) -> None:
    name, data, words = CASES[case]
    begin = _worked()
    with pytest.raises(DataError, match=words) as caught:
        read_data(name, data)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300
    assert _worked() - begin < 10


def _worked() -> float:
    """The seconds that this process and the readers that it started have worked: a busy machine adds none."""
    return sum(os.times()[:4])


def test_the_time_of_one_file_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.01)
    with pytest.raises(DataError, match="longer than"):
        read_data("a.docx", w.docx(w.p("总则")))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")
def test_the_memory_of_one_file_is_limited() -> None:
    code = "from policygraph.reading import limits; limits.set_here(seconds=9); bytearray(limits.MEMORY)"
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONPATH": path}, check=False
    )
    assert done.returncode == 1
    assert b"MemoryError" in done.stderr


def test_macros_are_not_text() -> None:
    members = {
        "word/document.xml": f"<w:document {w.W}><w:body>{w.p('总则。')}</w:body></w:document>".encode(),
        "word/vbaProject.bin": b"Auto_Open",
    }
    assert read_data("a.docm", w.packed(members)).text == "总则。\n"


def test_a_page_saved_as_doc_is_read_as_the_page_that_it_is() -> None:
    assert read_data("a.doc", "<html><body><p>总则。</p></body></html>".encode()).text == "总则。\n"


def test_a_docx_named_doc_is_read_as_such() -> None:
    assert read_data("a.doc", w.docx(w.p("总则。"))).text == "总则。\n"


def test_without_libreoffice_an_old_file_says_how_to_convert(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(convert, "_PROGRAMS", (str(tmp_path / "soffice"),))
    with pytest.raises(DataError, match=r"LibreOffice.*\.docx"):
        read_data("a.wps", OLD + "WordDocument".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (rb"{\rtf1\ansi text}", ".rtf"),
        (OLD + "WordDocument".encode("utf-16-le"), ".doc"),
        (w.packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), ".odt"),
    ],
)
def test_libreoffice_is_told_what_the_bytes_are(monkeypatch: pytest.MonkeyPatch, data: bytes, suffix: str) -> None:
    monkeypatch.setattr(convert, "program", lambda: None)
    with pytest.raises(DataError, match=rf"a\.txt: \{suffix} needs LibreOffice"):
        read_data("a.txt", data)


@pytest.mark.parametrize("words", ["BMS电池产业园实施方案", "GIF8方案"])
def test_a_text_that_begins_as_a_picture_might_is_a_text(words: str) -> None:
    assert read_data("a.txt", f"{words}。".encode()).text == f"{words}。"


def test_an_old_file_without_a_document_in_it_is_not_read_as_letters() -> None:
    with pytest.raises(DataError, match="no Word document in it"):
        read_data("a.wps", OLD + b"x" * 600)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DataError, match="no ordinary file"):
        read(tmp_path / "pipe.txt")
    with pytest.raises(PolicyGraphError, match="no such file"):
        read(tmp_path / "absent.txt")
    with pytest.raises(PolicyGraphError, match="is a folder"):
        read(tmp_path)


def test_a_file_of_200_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(4 * LARGEST)
    with pytest.raises(DataError, match="larger than 50 MB"):
        read(tmp_path / "large.txt")
