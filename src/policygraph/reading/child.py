"""The process that reads one file: `python -m policygraph.reading.child`, started by `apart`, under limits that it sets itself.

Takes a line of JSON (kind, name, seconds) and the file's bytes on stdin, gives a line of JSON (the source or an
error) on stdout: 方案.docx in, its text out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading import limits

_ELSEWHERE = {"mht": "html.read_mht"}


def parse(kind: str, name: str, data: bytes) -> Source:
    """Reads `data` in this process, whatever it may do to it. Raises `DataError` only."""
    try:
        return _reader(kind)(name, data)
    except (RecursionError, MemoryError):
        raise DataError("too much to read: more memory or depth than any plan takes") from None


def main() -> None:
    """Reads one file from stdin."""
    order = json.loads(sys.stdin.buffer.readline())
    limits.set_here(seconds=order["seconds"])
    answer: dict[str, object]
    try:
        answer = {"source": asdict(parse(order["kind"], order["name"], sys.stdin.buffer.read()))}
    except DataError as error:
        answer = {"error": str(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _reader(kind: str) -> Callable[[str, bytes], Source]:
    """The `read` of the module that bears the kind's name, imported only when it is needed: each brings its library."""
    module, _, function = _ELSEWHERE.get(kind, f"{kind}.read").partition(".")
    found: Callable[[str, bytes], Source] = getattr(import_module(f"policygraph.reading.{module}"), function)
    return found


if __name__ == "__main__":
    main()
