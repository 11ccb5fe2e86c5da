"""File → Source: the text as it is, with what is needed to find its words again.

`read` takes one file of any kind that analysts have; `many` takes folders, zips and whole lists of them.
"""

from __future__ import annotations

from pathlib import Path

from policygraph.errors import DataError, PolicyGraphError
from policygraph.model import Source
from policygraph.reading import convert, txt
from policygraph.reading.apart import read_apart
from policygraph.reading.kinds import kind_of, office_suffix

LARGEST = 50_000_000
"""The most bytes that a file may have: the longest real plan is under one million, with its pictures under twenty."""


def read(path: Path) -> Source:
    """Reads a file.

    Raises `PolicyGraphError` where there is no such file, `DataError` where it can't be read; each in one line that names it.
    """
    try:
        if path.is_dir():
            raise PolicyGraphError(f"{path} is a folder: name the files in it, as in {path}/*.txt")
        if not path.exists():
            raise PolicyGraphError(f"{path}: no such file")
        if not path.is_file():
            raise DataError(f"{path}: no ordinary file")
        if path.stat().st_size > LARGEST:
            raise DataError(f"{path}: larger than {LARGEST // 1_000_000} MB, which no plan is")
        data = path.read_bytes()
    except OSError as error:
        raise PolicyGraphError(f"{path}: {error.strerror or error}") from error
    return read_data(str(path), data)


def read_data(name: str, data: bytes) -> Source:
    """Reads the bytes of a file called `name` (a path, or a path in a zip); `DataError` where they can't be read."""
    base = name.replace("\\", "/").rpartition("/")[2]
    try:
        if len(data) > LARGEST:
            raise DataError(f"larger than {LARGEST // 1_000_000} MB, which no plan is")
        return _read(base, data)
    except DataError as error:
        raise DataError(f"{name}: {error}") from None


def _read(name: str, data: bytes) -> Source:
    if not data:
        raise DataError("empty: nothing to read")
    kind = kind_of(name, data)
    if kind == "txt":
        return txt.read(name, data)
    if kind == "zip":
        raise DataError("a zip of files: name it on the command line, or read its files one by one")
    if kind == "office":
        return read_apart("docx", name, convert.to_docx(office_suffix(name, data), data))
    return read_apart(kind, name, data)
