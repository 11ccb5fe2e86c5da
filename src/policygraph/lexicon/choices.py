"""One pattern for any of many words, however many there are: words that begin alike share their beginning.

产业园|产业园区|产能 is 产(?:业园(?:区)?|能): at each sign of a text one step is made, not one for every word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_SIGN = re.compile(r"\\.|\[[^\]]*\]|\(\?[^)]*\)|.", re.DOTALL)  # an escaped sign, a set of signs, a condition, a sign
_CONDITION = "(?"
_Tree: TypeAlias = "dict[str, _Tree]"


def any_of(spellings: Iterable[str]) -> str:
    """A regular expression's source for any of `spellings`, patterns of signs, sets of signs and conditions behind them.

    Of several that fit the longest counts, as if they stood side by side in that order.
    """
    tree: _Tree = {}
    for spelling in spellings:
        node = tree
        for sign in (*_SIGN.findall(spelling), ""):
            node = node.setdefault(sign, {})
    return f"(?:{_source(tree)})" if tree else "(?:)"


def _source(tree: _Tree) -> str:
    """The pattern of what may follow at one place: more signs first, then a condition, then the end of a word."""
    ordered = sorted(tree, key=lambda sign: (sign == "", sign.startswith(_CONDITION), sign))
    branches = [sign + _source(tree[sign]) if sign else "" for sign in ordered]
    if len(branches) == 1:
        return branches[0]
    return f"(?:{'|'.join(branches)})"
