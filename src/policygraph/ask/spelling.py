"""English names in a question: liupanshui is 六盘水市, energy conservation before plan is 节能减排."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph import ids
from policygraph.ask.catalogue import Catalogue
from policygraph.ask.words import folded
from policygraph.lexicon import gazetteer
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.regions import area


def translated(words: str, known: Catalogue) -> str:
    """`words` with the English names of areas and of the words in titles in Chinese: liupanshui is 六盘水市."""
    spelled = gazetteer("area_spellings")
    for name in _spelled(words):
        meant = [path for path in spelled[name] if ids.shared("region", path) in known.by_id] or spelled[name]
        home = area(meant[0])
        words = re.sub(rf"\b{name}\b(?: (?:city|province|prefecture))?", home.called() if home else meant[0], words)
    for title, glosses in gazetteer("asking")["titles"].items():
        for gloss in sorted(glosses, key=len, reverse=True):
            words = re.sub(
                rf"\b{re.escape(folded(gloss))}(?= |$)(?=.*\bplan\b)|(?<=plan for ){re.escape(folded(gloss))}\b",
                title,
                words,
            )
    return re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", words)


@cache
def _spellings() -> Matcher:
    return Matcher(sorted(gazetteer("area_spellings")))


def _spelled(words: str) -> Iterator[str]:
    found = [(start, end, name) for start, end, name in _spellings().find(words)]
    yield from (name for start, end, name in found if not inside_word(words, start, end))


def inside_word(words: str, start: int, end: int) -> bool:
    """Whether a Latin name is only a part of a word: jian in jianping."""
    before, after = words[start - 1 : start], words[end : end + 1]
    latin = re.compile(r"[a-z]")
    return bool(
        (latin.match(before) and latin.match(words[start])) or (latin.match(after) and latin.match(words[end - 1]))
    )
