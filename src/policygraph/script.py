"""One script and one width: 單位能耗下降１３％ is read as 单位能耗下降13%, code point for code point.

Lengths stay, so an offset in the folded text is an offset in the text as read. Characters are mapped one by one; where
a traditional character is also good simplified writing (乾 in 乾县) it stays.
"""

from __future__ import annotations

import re
from functools import cache

import opencc

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum() or chr(0x21 + i) in "%./+-<>="}
_HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF))
_KEPT = frozenset("乾拚薹醣袷")


def simplified(text: str) -> str:
    """`text` with traditional characters simplified and full-width letters, digits and ％．／＋－＜＞＝ half-width."""
    foreign, table = _folding()
    return text.translate(table) if foreign.search(text) else text


@cache
def _folding() -> tuple[re.Pattern[str], dict[int, int]]:
    """A pattern for "something is to be folded" and the table that folds it, built on first use."""
    han = [chr(code) for first, last in _HAN for code in range(first, last + 1)]
    folded = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    table = {ord(a): ord(b) for a, b in zip(han, folded, strict=True) if a != b and len(b) == 1 and a not in _KEPT}
    table |= _WIDE
    return re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(table)) + "]"), table
