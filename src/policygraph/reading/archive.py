"""Zips of plans: what is in them, and the bytes of one member, unpacked no further than its bound and never to disk.

A zip from a Chinese Windows names its files in GBK: 实施方案.docx is read as such and not as ╩╡╩⌐╖╜░╕.docx.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from policygraph.errors import DataError
from policygraph.reading.package import BROKEN, bounded

MOST_MEMBERS = 5_000
LARGEST = 500_000_000
DEEPEST = 3
_LARGEST_DIRECTORY = 2_000_000
_END = struct.Struct("<4s4H2LH")
_FAR_END = 76  # the end of a zip64 and the pointer to it
_UTF8 = 0x800
_LOCKED = 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip: its path in it (through zips within it), its place in each zip's list, and why it can't be read."""

    name: str
    chain: tuple[int, ...]
    problem: str | None = None


@dataclass(slots=True)
class _Allowance:
    """What looking into the zips within one zip may still cost: bytes unpacked, and members listed."""

    bytes: int
    members: int


def archived(path: Path) -> Iterator[Member]:
    """The files in the zip at `path`, those of zips within it too; `DataError` where it is broken or too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise DataError(f"larger than {LARGEST // 1_000_000} MB: unpack it and name the files")
        with path.open("rb") as stream:
            yield from _members(stream, "", (), _Allowance(LARGEST, 4 * MOST_MEMBERS))
    except OSError as error:
        raise DataError(error.strerror or str(error)) from None


def member_bytes(path: Path, chain: tuple[int, ...], limit: int) -> bytes:
    """The bytes of the file that stands at `chain` in the zip at `path`."""
    try:
        with path.open("rb") as stream:
            at: IO[bytes] = stream
            for index in chain:
                archive = opened(at)
                at = io.BytesIO(bounded(archive, archive.infolist()[index], limit))
            return at.read()
    except (OSError, IndexError) as error:
        raise DataError(f"changed while it was read ({error})") from None


def _members(stream: IO[bytes], above: str, chain: tuple[int, ...], allowance: _Allowance) -> Iterator[Member]:
    archive = opened(stream)
    allowance.members -= len(archive.infolist())
    for index, info in enumerate(archive.infolist()):
        name, here = above + _name(info), (*chain, index)
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or _is_litter(name):
            continue
        if info.flag_bits & _LOCKED:
            yield Member(name, here, "locked with a password: unpack it and name the files")
        elif not name.lower().endswith(".zip"):
            yield Member(name, here)
        elif len(here) >= DEEPEST:
            yield Member(name, here, f"a zip within {DEEPEST} zips: not opened")
        else:
            yield from _within(archive, info, name, here, allowance)


def _within(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, chain: tuple[int, ...], allowance: _Allowance
) -> Iterator[Member]:
    """The files in a zip within a zip; one that can't be opened is one problem."""
    try:
        if allowance.bytes <= 0 or allowance.members <= 0:
            raise DataError(
                "not opened: the zips before it hold more than any plans take: unpack it and name the files"
            )
        allowance.bytes -= LARGEST // 10  # what it may take, whether it can be unpacked or not
        inner = bounded(archive, info, LARGEST // 10)
        allowance.bytes += LARGEST // 10 - len(inner)
        yield from _members(io.BytesIO(inner), f"{name}/", chain, allowance)
    except DataError as error:
        yield Member(name, chain, str(error))


def opened(stream: IO[bytes]) -> zipfile.ZipFile:
    """The zip in `stream`, once its list of members is known to be of a size that can be read."""
    size = _directory_size(stream)
    if size > _LARGEST_DIRECTORY:
        raise DataError(f"more than {MOST_MEMBERS:,} files in it: unpack it and name the files")
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise DataError(f"broken: not a whole zip ({error}): get the file again") from None
    if len(archive.infolist()) > MOST_MEMBERS:
        raise DataError(f"more than {MOST_MEMBERS:,} files in it: unpack it and name the files")
    return archive


def _directory_size(stream: IO[bytes]) -> int:
    """The bytes of the list of members, as the end of the file says; 0 where there is no such end."""
    length = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, length - 66_000))
    tail = stream.read()
    at = len(tail) - _END.size  # an end without a comment counts first, as it does for zipfile
    if at < 0 or not tail.startswith(b"PK\x05\x06", at):
        at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return 0
    large = tail[:at][-_FAR_END:]
    size64 = int.from_bytes(large[40:48], "little") if large.startswith(b"PK\x06\x06") else 0
    return max(int(_END.unpack_from(tail, at)[5]), size64)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path, its Chinese read as such; a way up (../) stays a mere name, since nothing is written."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            raw = name.encode("cp437")
            name = raw.decode("utf-8") if _is_utf8(raw) else raw.decode("gb18030")
        except UnicodeError:
            return name
    return name


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_litter(name: str) -> bool:
    """What programs leave behind: __MACOSX/._方案.docx, ~$方案.docx, .DS_Store."""
    parts = name.split("/")
    return "__MACOSX" in parts or parts[-1].startswith((".", "~$"))
