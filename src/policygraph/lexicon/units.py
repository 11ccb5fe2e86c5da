"""Units behind a number: 300克标准煤/千瓦时 and 0.2825万吨, and what they are in the base unit of their dimension.

The words come from `units.yml`; the grammar is here: multipliers (百万千瓦), a mass of something (万吨标准煤) and
quotients (万立方米/日). Numbers are fractions until the end, so 0.2825万吨 is 2825吨 and no 2825.0000000000005.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from policygraph.lexicon import gazetteer
from policygraph.lexicon.choices import any_of
from policygraph.script import simplified


class Quantity(NamedTuple):
    """A value in a base unit."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without multiplier: one of it is `factor` of `base`, the base unit of `dimension`. `qudt` may be None."""

    name: str
    base: str
    factor: Fraction
    dimension: str
    qudt: str | None


@cache
def _units() -> dict[str, Unit]:
    """Every spelling of every unit of the list, and of every mass of something, with the unit that it means."""
    found: dict[str, Unit] = {}
    for entry in gazetteer("units")["units"]:
        base = entry.get("base", entry["unit"])
        unit = Unit(entry["unit"], base, Fraction(entry.get("factor", 1)), entry["dimension"], entry.get("qudt"))
        for name in (entry["unit"], *entry.get("names", ())):
            found[_folded(name)] = unit
            if entry.get("mass"):
                found |= _masses(name, unit)
    return found


def _masses(name: str, unit: Unit) -> dict[str, Unit]:
    """吨标准煤, tce, 吨CO2: what is weighed belongs to the unit."""
    found: dict[str, Unit] = {}
    for thing, others in gazetteer("units")["substances"].items():
        of_it = Unit(unit.name + thing, unit.base + thing, unit.factor, f"mass of {thing}", None)
        found |= {_folded(name + other): of_it for other in (thing, *others)}
    return found


def _folded(words: str) -> str:
    """Half-width, simplified, without spaces; （）as (), ³ as 3, · as one dot."""
    return simplified("".join(words.split())).translate(_VARIANTS)


_VARIANTS = str.maketrans("（）³²₂•∙⋅×／", "()322····/")


def _pattern() -> str:
    """The source of a regular expression for any unit, the longest first.

    A bare 万 or 亿 is the last resort. Multipliers are taken lazily: 亿千瓦时 is 亿 and 千瓦时, never 亿千 and 瓦.
    """
    listed = gazetteer("units")
    free: list[str] = []
    bound: list[str] = []
    counted: list[str] = []
    for entry in listed["units"]:
        names = [entry["unit"], *entry.get("names", ())]
        if entry.get("mass"):
            things = [w for thing, others in listed["substances"].items() for w in (thing, *others)]
            names += ["".join(pair) for pair in product(names, things)]
        stop = f"(?![{entry['not_before']}])" if "not_before" in entry else ""
        target = counted if entry.get("needs_multiplier") else free if entry.get("alone", True) else bound
        # a longer name is never cut short by what follows the unit's own: 人次 is not 人 before 次
        target += [_spelling(name) + (stop if name == entry["unit"] or len(name) == 1 else "") for name in names]
    times = f"[{''.join(listed['multipliers'])}]"
    head = f"(?:{times}{{0,3}}?{any_of(free)}|{times}{{1,3}}{any_of(counted)}|[百千]?[万亿])"
    each = f"{times}{{0,3}}?{any_of([*free, *bound])}"
    below = f"(?:/|／|每)\\s?(?:{each}|[(（]{each}[)）])"
    return f"(?:{head}(?:\\s?{below}){{0,2}})"


def _spelling(name: str) -> str:
    """A name as a pattern: brackets and dots of any width, Latin letters not cut out of a word."""
    escaped = re.escape(name).replace(r"\(", "[(（]").replace(r"\)", "[)）]").replace("·", "[·•∙⋅]")
    return escaped + ("(?![A-Za-z0-9])" if name[-1].isascii() and name[-1].isalnum() else "")


UNIT: str = _pattern()
"""A regular expression's source that matches a unit where one stands behind a number; fold the text first."""


def _simple(words: str) -> tuple[Fraction, str, str, str | None] | None:
    """(factor, base unit, dimension, QUDT code) of a unit without a quotient: 万吨 is 10,000 吨."""
    units = _units()
    if words and words[-1] in "万亿" and all(sign in _multipliers() for sign in words):
        words += "个"  # 技能人才达到10万: what is counted has no measure word
    for cut in range(len(words)):
        times = words[:cut]
        if words[cut:] in units and all(sign in _multipliers() for sign in times):
            unit = units[words[cut:]]
            factor = unit.factor
            for sign in times:
                factor *= _multipliers()[sign]
            return factor, unit.base, unit.dimension, None if times else unit.qudt
    return None


@cache
def _multipliers() -> dict[str, int]:
    found: dict[str, Any] = gazetteer("units")["multipliers"]
    return found


@lru_cache(maxsize=4096)
def _measure(unit: str) -> tuple[Fraction, str, str, str | None] | None:
    """The same for any unit: 万立方米/日 is 10,000 立方米/天, of volume/days."""
    words = _folded(unit)
    found = _simple(words) or _simple(words.replace("·", ""))
    if found:
        return found
    parts = [_simple(part.strip("()")) for part in re.split(r"/|(?<!^)每", words)]
    if len(parts) < 2 or None in parts:
        return None
    above, *below = [part for part in parts if part]
    factor = above[0]
    for part in below:
        factor /= part[0]
    known = _simple("/".join(part[1] for part in (above, *below)))
    if known:
        return factor * known[0], known[1], known[2], None
    bases, dimensions = ("/".join(part[i] for part in (above, *below)) for i in (1, 2))  # type: ignore[misc]
    return factor, bases, dimensions, None


def in_base_unit(value: float, unit: str) -> Quantity | None:
    """`value` in the base unit of the dimension of `unit`: (0.2825, 万吨) is (2825.0, 吨); None for an unknown unit, and too large a value."""
    found = _measure(unit)
    with suppress(OverflowError, ValueError):
        return Quantity(float(Fraction(repr(value)) * found[0]), found[1]) if found else None
    return None


def qudt(unit: str) -> str | None:
    """The code of `unit` in qudt.org/vocab/unit where it has one: TONNE for 吨, none for 万吨 and 亩."""
    found = _measure(unit)
    return found[3] if found else None
