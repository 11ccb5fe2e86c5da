"""Plain text in any of the encodings that Chinese offices write; form feeds are page breaks."""

from __future__ import annotations

import hashlib

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading.blocks import LONGEST
from policygraph.reading.encodings import decoded, guess


def read(name: str, data: bytes) -> Source:
    """The source that `data` holds, its text unchanged but for line ends; `DataError` where it holds no text."""
    if not data.strip():
        raise DataError("empty: nothing to read")
    text, encoding = decoded(data)
    if not text.strip():
        raise DataError("empty: nothing to read")
    if len(text) > LONGEST:
        raise DataError(f"longer than {LONGEST:,} characters, which no plan is: cut out the plan and read that")
    breaks = [i + 1 for i, c in enumerate(text) if c == "\f"] if "\f" in text else []
    return Source(
        name=name, text=text, media_type="text/plain", encoding=encoding,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), pages=(0, *breaks) if breaks else None,
        notices=tuple(guess(data, encoding)),
    )  # fmt: skip
