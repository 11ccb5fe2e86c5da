"""What a spreadsheet makes of words that come out of a document: =1+1 in a clause's title must not run as a formula."""

from __future__ import annotations

# Excel in Chinese takes the wide signs for the narrow ones; tab and return at the head hide the sign that follows.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def disarmed(words: str) -> str:
    """`words`, with a ' in front where a spreadsheet would take them for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words
