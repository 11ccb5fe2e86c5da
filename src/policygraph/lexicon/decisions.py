"""Reviewed decisions on who is who, replayed: 首钢水钢 in Liupanshui is 首钢水城钢铁集团有限责任公司."""

from __future__ import annotations

from functools import cache

from policygraph import ids
from policygraph.lexicon import gazetteer
from policygraph.lexicon.regions import Area
from policygraph.script import simplified


@cache
def _decisions() -> dict[tuple[str, str, str | None], str]:
    """(kind, name, path of the home or None) → the name that is meant, of the decisions that say `same`."""
    found = {}
    for entry in gazetteer("decisions"):
        if entry["verdict"] == "same":
            for name in entry["names"]:
                found[entry["kind"], ids.fold(simplified(name)), entry.get("home")] = entry["is"]
    return found


def decision(kind: str, name: str, home: Area | None) -> str | None:
    """What a reviewed decision says that `name` is: 首钢水钢 is 首钢水城钢铁集团有限责任公司; None where none does.

    `kind` is "department" or "company"; a decision for an area holds for plans of that area and of those within it.
    """
    key = ids.fold(simplified(name))
    paths = [each.path for each in (home, *home.above())] if home else []
    found = (_decisions().get((kind, key, path)) for path in (*paths, None))
    return next((each for each in found if each), None)


def decided(kind: str, home: Area | None) -> dict[str, str]:
    """Every name that a reviewed decision gives to another one in plans of `home`: short form → the name that is meant."""
    paths = {each.path for each in (home, *home.above())} if home else set()
    return {
        name: meant
        for (of, name, path), meant in _decisions().items()
        if of == kind and (path in paths or path is None)
    }
