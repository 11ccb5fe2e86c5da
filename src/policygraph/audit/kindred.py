"""Indicators that are nearly one: 大宗工业固体废物综合利用率 is 大宗固体废物综合利用率 with 工业 put in.

Plans of one place print the same figure under slightly other names. Such a pair is shown as kindred, never joined: an
analyst decides. Words that make it another thing (新增, 农村) keep two names apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from policygraph.audit.limits import Limits


def put_in(a: str, b: str) -> str | None:
    """The words by which the longer of two names exceeds the shorter, if that is all: 工业. None if it is not."""
    short, long = sorted((a, b), key=len)
    extra = len(long) - len(short)
    if not extra:
        return None
    for at in range(len(short) + 1):
        if short[:at] == long[:at] and short[at:] == long[at + extra :]:
            return long[at : at + extra]
    return None


def kindred(a: str, b: str, limits: Limits) -> bool:
    """Whether two indicators, by their one name across plans, may be the same figure."""
    if min(len(a), len(b)) < limits.kindred_length:
        return False
    words = put_in(a, b)
    return words is not None and len(words) <= limits.kindred_characters and not _apart(words, limits.apart)


def _apart(words: str, apart: Iterable[str]) -> bool:
    return any(each in words for each in apart)
