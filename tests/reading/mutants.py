"""Spoils files and reads them, in a process of its own: `python mutants.py KIND COUNT SEED` prints what came of it as JSON.

A Word file is spoiled as a zip and, half of the time, inside one of its parts, which is then packed anew.
"""

from __future__ import annotations

import io
import json
import random
import resource
import signal
import sys
import time
import zipfile
from pathlib import Path

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading import limits, txt
from policygraph.reading.archive import archived, member_bytes
from policygraph.reading.child import parse

SECONDS = 10


def mutant(data: bytes, draw: random.Random) -> bytes:
    """`data` with bytes flipped, a stretch cut, doubled, moved or overwritten."""
    spoiled = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 30))):
        if not spoiled:
            break
        at = draw.randrange(len(spoiled))
        end = min(len(spoiled), at + draw.choice((1, 4, 40, 400, 4000)))
        how = draw.randrange(6)
        if how == 0:
            spoiled[at] ^= 1 << draw.randrange(8)
        elif how == 1:
            del spoiled[at:end]
        elif how == 2:
            spoiled[at:at] = spoiled[at:end]
        elif how == 3:
            spoiled[at:end] = draw.randbytes(end - at)
        elif how == 4:
            spoiled[at:end] = draw.choice((b"\0", b"\xff", b"<", b"9", b"(")) * (end - at)
        else:
            del spoiled[draw.randrange(len(spoiled)) :]
    return bytes(spoiled)


def mutant_inside(data: bytes, draw: random.Random) -> bytes:
    """A zip with one of its members spoiled."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = draw.choice([each for each in members if each.endswith(".xml")] or list(members))
    members[name] = mutant(members[name], draw)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in members.items():
            archive.writestr(each, content)
    return stream.getvalue()


def read(kind: str, data: bytes) -> list[Source]:
    """Reads a spoiled file as `policygraph` would in the process that it keeps for it."""
    if kind == "txt":
        return [txt.read("a.txt", data)]
    if kind != "zip":
        return [parse(kind, f"a.{kind}", data)]
    path = Path(sys.argv[4]) / "a.zip"
    path.write_bytes(data)
    inside = [member for member in archived(path) if member.problem is None]
    return [txt.read(member.name, member_bytes(path, member.chain, 1_000_000)) for member in inside]


def main() -> None:
    kind, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    whole = Path(sys.argv[4], f"whole.{kind}").read_bytes()
    limits.set_here(seconds=100_000)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    outcomes = {"read": 0, "refused": 0, "slowest": 0.0}
    for number in range(count):
        draw = random.Random(f"{kind}{seed}{number}")
        data = mutant_inside(whole, draw) if kind in ("docx", "zip") and number % 2 else mutant(whole, draw)
        Path(sys.argv[4], "last").write_bytes(data)
        signal.alarm(SECONDS)
        begin = time.monotonic()
        try:
            outcomes["read"] += all(source.text.strip() for source in read(kind, data))
        except DataError:
            outcomes["refused"] += 1
        signal.alarm(0)
        outcomes["slowest"] = max(outcomes["slowest"], time.monotonic() - begin)
    outcomes["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(json.dumps(outcomes))


if __name__ == "__main__":
    main()
