"""Straight quotation marks as the curled ones that they stand for: "一网通办" and “一网通办" are “一网通办”."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\f\x85\u2028\u2029]+")
_MARK = re.compile('["＂“”]')
_STRAIGHT = '"＂'


def curled(text: str) -> str:
    """`text` with “ or ” for each straight mark, one sign for one: the first of a line opens, and the next closes.

    A line of an odd number of marks goes on with what the line above it left open.
    """
    if '"' not in text and "＂" not in text:
        return text
    signs = list(text)
    left_open = False
    for line in _LINE.finditer(text):
        marks = list(_MARK.finditer(text, *line.span()))
        is_open = left_open and len(marks) % 2 == 1
        for mark in marks:
            if mark[0] in _STRAIGHT:
                signs[mark.start()] = "”" if is_open else "“"
            is_open = signs[mark.start()] == "“"
        left_open = is_open
    return "".join(signs)
