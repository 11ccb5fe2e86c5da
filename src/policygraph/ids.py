"""Stable, readable ids: the kind, a colon, and the fewest words that tell one thing from another.

`clause:贵阳贵安减污降碳协同增效实施方案/三/二/1` says what it is; nothing in it is random or counted over the whole store.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def fold(words: str) -> str:
    """`words` in the form that ids are made of: NFKC, no white space, 《》 and quotes as one kind."""
    folded = "".join(unicodedata.normalize("NFKC", words).split())
    return folded if folded == words else fold(folded)  # a space that goes may bring a letter and its mark together


_PRINTED = str.maketrans("(),:;?!", "（），：；？！")


def readable(words: str) -> str:
    """The name of a shared node: what its id says, with Chinese punctuation. Plans that print it otherwise agree on it."""
    return fold(words).translate(_PRINTED)


def plan_id(title: str, *, draft: bool) -> str:
    """六盘水市减污降碳协同增效实施方案（征求意见稿）: a draft and the version as issued are two plans."""
    return f"plan:{fold(title)}{'(征求意见稿)' if draft else ''}"


def digest(words: str) -> str:
    """Eight digits that tell a text from another, however its lines are broken."""
    return hashlib.sha256("".join(words.split()).encode("utf-8")).hexdigest()[:8]


def within_plan(kind: str, plan: str, key: str) -> str:
    """The id of a section, clause or fact of `plan` (a plan id), by its key: 三/二/1."""
    return f"{kind}:{plan.removeprefix('plan:')}/{key}"


def shared(kind: str, *names: str) -> str:
    """The id of a node that several plans may name: department:贵州省贵阳市/生态环境局."""
    return f"{kind}:{'/'.join(fold(name) for name in names)}"
