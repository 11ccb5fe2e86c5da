"""Towns by their short names, where the plan prints them in full elsewhere: 望浦|湿垃圾中转站 in a plan that names 望浦镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.clean import Clean
from policygraph.find.edges import left_edge, name_start
from policygraph.find.places import PlaceMention
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import Area, area

_FULL = re.compile(
    r"(?:(?<![一-鿿])|(?<=[和与及在对进成设展]))(?P<own>[一-鿿]{2,3}?)(?:街道|[镇乡街])(?![镇乡村级办道景坊区巷市角舞])"
)
_BEFORE = 12
# what makes another name of it: 望浦|镇, 望浦|路
# 望浦|高级中学: told without the town
_OTHER = re.compile(
    "街道|(?:第[一二三四]|高级|初级|中心|实验|完全)*(?:中学|小学|学校|幼儿园)|[镇乡村街路县区市州河江湖溪山岭桥寺站港口湾道巷社]"
)


class Towns:
    """The towns and subdistricts that a plan prints in full, by what is left of each name without its last word."""

    def __init__(self, clean: Clean, home: Area | None) -> None:
        self.clean = clean
        self._full: dict[str, str] = {}
        for match in _FULL.finditer(clean.text) if home else ():
            own = match["own"]
            if proper_part(own) == (0, len(own)) and not area(own, home):
                self._full.setdefault(own, match[0])
        self._short = Matcher(self._full, lasting=False)

    def bare(self, stretches: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[PlaceMention]:
        """Where such a name stands without its last word at the head of a name, outside of `taken`."""
        text = self.clean.text
        for start, end in stretches if self._full else ():
            for a, b, own in self._short.find(text[start:end]):
                a, b = start + a, start + b
                if _OTHER.match(text, b) or any(x < b and a < y for x, y in taken):
                    continue
                begin = left_edge(text, max(start, a - _BEFORE), a)
                if begin + name_start(text[begin:a]) == a:
                    yield PlaceMention(a, b, "admin", called=self._full[own])
