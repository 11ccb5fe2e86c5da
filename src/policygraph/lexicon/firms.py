"""Firms that plans print by a short form wherever they are, with their full names: 国家能源集团, 中石化."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from policygraph.lexicon import gazetteer
from policygraph.script import simplified


@cache
def known_firms() -> Mapping[str, str]:
    """Short form → full name of the companies that the gazetteer knows; institutes are left out."""
    known = gazetteer("companies")["known"].items()
    return {simplified(short): name for name, entry in known if "kind" not in entry for short in entry["short"]}
