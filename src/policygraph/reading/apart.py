"""Reads a file in a process of its own, so that what a hostile one does to a library ends there: one line of error.

A crash, a loop without end, a gigabyte of memory: each is a `DataError` here.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading import limits


def read_apart(kind: str, name: str, data: bytes) -> Source:
    """The source that `data` holds, read elsewhere; `DataError` for whatever goes wrong there."""
    seconds = limits.seconds_for(kind, len(data))
    order = json.dumps({"kind": kind, "name": name, "seconds": seconds}).encode("ascii") + b"\n"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "policygraph.reading.child"], input=order + data, capture_output=True,
            timeout=seconds * limits.PATIENCE, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise DataError(_too_long(seconds)) from None
    if done.returncode:
        raise DataError(_ended(done.returncode, done.stderr, seconds))
    return _answer(json.loads(done.stdout))


def _answer(answer: dict[str, object]) -> Source:
    """The source from its JSON, or the error."""
    fields = answer.get("source")
    if not isinstance(fields, dict):
        raise DataError(str(answer.get("error")))
    pages = fields["pages"]
    return Source(**{
        **fields, "pages": None if pages is None else tuple(pages), "loci": tuple((at, locus) for at, locus in fields["loci"]),
        "notices": tuple(fields["notices"]),
    })  # fmt: skip


def _too_long(seconds: float) -> str:
    return f"took longer than {seconds:.0f} seconds to read: broken or made to harm; open it, cut out the plan and save that"


def _ended(code: int, stderr: bytes, seconds: float) -> str:
    """Why the process ended without an answer."""
    if code in (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)):
        return _too_long(seconds)
    if b"MemoryError" in stderr or b"bad_alloc" in stderr:
        return "takes more than a gigabyte of memory to read: broken or made to harm"
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return (
        f"broken: reading it failed ({lines[-1][:120] if lines else f'signal {-code}' if code < 0 else f'exit {code}'})"
    )
