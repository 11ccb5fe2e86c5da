"""How much memory and time the reading of one file may take."""

from __future__ import annotations

import sys

MEMORY = 1_000_000_000
"""Bytes of address space of the process that reads a file."""
SECONDS = 8.0
SECONDS_A_MEGABYTE = {"pdf": 60.0}
SECONDS_A_MEGABYTE_ELSE = 12.0
"""A PDF packs its letters and has each placed by itself: five hundred pages are half a megabyte and eleven seconds of work."""
MOST_SECONDS = 120.0
PATIENCE = 3.0
"""So many times as long may pass on the clock, where the machine has other things to do."""


def seconds_for(kind: str, size: int) -> float:
    """How many seconds of work the reading of a file of `size` bytes may take."""
    return min(MOST_SECONDS, SECONDS + SECONDS_A_MEGABYTE.get(kind, SECONDS_A_MEGABYTE_ELSE) * size / 1_000_000)


def set_here(*, seconds: float) -> None:
    """Limits this process, where the system can: not on Windows, where only the time that `apart` measures on the clock holds."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (wanted, wanted))
        except (OSError, ValueError):  # macOS refuses some
            continue
