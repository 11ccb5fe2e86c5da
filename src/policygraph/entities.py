"""Companies and places as printed → one entity each within the plan, short forms with their full names.

昊龙胜境 is 贵州昊龙胜境建材有限责任公司 where the plan prints both and no other full name holds it; 首钢水钢 because a reviewed
decision says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from policygraph import ids
from policygraph.clean import Clean
from policygraph.find.company_forms import short_form
from policygraph.find.organizations import CompanyMention, core_names, named_shorts, shortens
from policygraph.find.places import PlaceMention
from policygraph.lexicon import utilities
from policygraph.lexicon.area_names import short_of
from policygraph.lexicon.decisions import decided
from policygraph.lexicon.firms import known_firms
from policygraph.lexicon.matcher import Matcher
from policygraph.lexicon.ordinary import is_ordinary, proper_part
from policygraph.lexicon.regions import Area, find_areas
from policygraph.model import Company, CompanyKind, Place

# 双良|集团, 三钢|（集团）
_GROUP = re.compile(r"([一-鿿]{2,3})（?(?:集团|股份)")
# 支持|双良5GW组件项目, 引导|三钢、青山纸业
_BEFORE_STEM = re.compile(
    r"(?:^|[，。；：、\n\t（]|推动|推进|支持|鼓励|引导|依托|加快|实施|发挥|完成|督促|指导|组织|建设|和|与|及|以|由|在)$"
)
_NO_STEM = re.compile(r"[县市区镇乡村街路河湖江山港湾岛工学业员]|[地片小社]区|地块|绿地|公园|广场")  # 大宁|地区


def _stands_alone(text: str, a: int, b: int) -> bool:
    """Whether a company's own word is its name by itself, and no part of a place's or of another word."""
    return _BEFORE_STEM.search(text[max(0, a - 2) : a]) is not None and _NO_STEM.match(text, b) is None


class Companies:
    """The companies, plants and institutes of one plan."""

    def __init__(self, clean: Clean, home: Area | None, mentions: Sequence[CompanyMention]) -> None:
        self.clean = clean
        self.home = home
        self.kinds: dict[str, CompanyKind] = {}
        for mention in mentions:
            self.kinds.setdefault(self._surface(mention), mention.kind)
        self.reviewed = decided("company", home)
        self.full_of = self._tie(mentions)
        self.stems = Matcher(sorted(self._stems()))
        self.aliases: dict[str, dict[str, None]] = {}
        self.known = Matcher(
            sorted(name for name in {*self.kinds, *self.full_of} if len(name) > 2 or name in self.reviewed),
            lasting=False,
        )

    def mentions(
        self, stretches: Iterable[tuple[int, int]], found: Sequence[CompanyMention], barred: Sequence[tuple[int, int]]
    ) -> list[CompanyMention]:
        """`found`, and every other place in the stretches where one of the plan's companies is named again."""
        taken = [(m.start, m.end) for m in found]
        again = list(found)
        for start, end in stretches:
            here = self.clean.text[start:end]
            named = [
                *self.known.find(here),
                *(stem for stem in self.stems.find(here) if _stands_alone(here, *stem[:2])),
            ]
            for a, b, name in named:
                a, b = start + a, start + b
                if not any(a < y and x < b for x, y in (*taken, *barred)):
                    kind = self.kinds.get(name) or self.kinds[self.full_of[name]]
                    again.append(CompanyMention(a, b, kind, short=True))
                    taken.append((a, b))
        return sorted(again, key=lambda m: m.start)

    def id_of(self, mention: CompanyMention) -> str:
        """The id of the company that a mention means."""
        surface = self._surface(mention)
        name = self.full_of.get(surface, surface)
        self.kinds.setdefault(name, mention.kind)
        self.aliases.setdefault(name, {})[self.clean.words(mention.start, mention.end)] = None
        return self._id(name)

    def _id(self, name: str) -> str:
        """company:首钢水城钢铁集团有限责任公司, company:plant/六枝电厂: the kind is part of it, so that a node has one kind."""
        kind = self.kinds[name]
        return ids.shared("company", name) if kind == "company" else ids.shared("company", kind, name)

    def all(self) -> tuple[Company, ...]:
        """Every company that a fact of the plan names, in the order in which they were named."""
        return tuple(
            Company(self._id(name), name, tuple(forms), self.kinds[name]) for name, forms in self.aliases.items()
        )

    def _surface(self, mention: CompanyMention) -> str:
        return self.clean.words(mention.start, mention.end)

    def _tie(self, mentions: Sequence[CompanyMention]) -> dict[str, str]:
        """Short form → full name, where a decision, a bracket of the text or the full name itself says so."""
        full = list(dict.fromkeys(self._surface(m) for m in mentions if not m.short))
        at = {m.start: self._surface(m) for m in mentions}
        ties = {short: at[start] for short, start in named_shorts(self.clean, mentions)}
        cores: dict[str, set[str]] = {}
        for name in full:
            if self.kinds[name] == "company":
                for core in core_names(name, self._areas_of(name)):
                    cores.setdefault(core, set()).add(name)
        for core, names in cores.items():
            if len(names) == 1:
                ties.setdefault(core, next(iter(names)))
        for surface in dict.fromkeys(self._surface(m) for m in mentions if m.short):
            longer = [
                name
                for name in full
                if self.kinds[name] == "company"
                and any(shortens(words, name, self._areas_of(name)) for words in self._ways(surface))
            ]
            if len(longer) == 1:
                ties.setdefault(surface, longer[0])
        ties |= {short: name for short, name in self._shorts_in_text(full) if short not in ties}
        ties = {short: name for short, name in ties.items() if short != name}
        ties |= {short: name for short, name in known_firms().items() if name in self.kinds and short in self.kinds}
        ties |= {short: name for short, name in self._located(mentions) if short not in ties and name not in ties}
        for surface in list(self.kinds):
            meant = self.reviewed.get(ids.fold(surface))
            if meant:
                ties[surface] = meant
                self.kinds.setdefault(meant, self.kinds[surface])
        ties |= {short: name for short, name in self.reviewed.items() if name in self.kinds}
        return {short: name for short, name in ties.items() if short != name}

    def _shorts_in_text(self, full: Sequence[str]) -> Iterator[tuple[str, str]]:
        """渌江电瓷 → 湖南渌江高压电瓷有限公司: what opens with a full name's own two characters and ends in a trade."""
        stems: dict[str, list[str]] = {}
        for name in full:
            if self.kinds[name] == "company":
                own = max((len(area) for area in self._areas_of(name)), default=0)
                stems.setdefault(name[own : own + 2], []).append(name)
        pattern = short_form(stem for stem, names in stems.items() if len(names) == 1 and not is_ordinary(stem))
        for match in pattern.finditer(self.clean.text) if pattern else ():
            name = stems[match[0][:2]][0]
            if match[0] not in name and shortens(match[0], name, self._areas_of(name)):
                yield match[0], name

    def _located(self, mentions: Sequence[CompanyMention]) -> Iterator[tuple[str, str]]:
        """南京金陵石化 is 金陵石化 where both are printed, 市供电公司 the one that is printed with the city's name."""
        firms = dict.fromkeys(self._surface(m) for m in mentions if m.kind == "company")
        shorts = {self._surface(m) for m in mentions if m.short}
        served: dict[tuple[str, str], str] = {}
        for name in sorted(firms, key=lambda name: (-len(name), name)):
            rests = (name[len(each) :] for each in self._areas_of(name) if name in shorts)
            yield from ((name, rest) for rest in rests if len(rest) > 3 and rest in shorts)
            told = utilities.printed(name)
            if told and self.home:
                own = told.where in (self.home.name, self.home.name[-1])
                first = served.setdefault((told.trade, short_of(self.home.name) if own else told.where), name)
                yield from [(name, first)] if first != name else []

    def _ways(self, surface: str) -> list[str]:
        """The short form, and with the area that its rank means: 县水务投资集团 of 淅川县 is 淅川县水务投资集团."""
        ranked = self.home is not None and surface[0] == self.home.name[-1]
        return [surface, self.home.name + surface[1:]] if ranked and self.home else [surface]

    def _stems(self) -> Iterator[str]:
        """双良 of 双良集团, 三钢 of 福建省三钢（集团）有限责任公司: the own words of one company's name, by which it may go alone."""
        owners: dict[str, set[str]] = {}
        for name in [name for name, kind in self.kinds.items() if kind == "company"]:
            own = max((len(area) for area in self._areas_of(name)), default=0)
            group = _GROUP.match(name, own)
            if group and proper_part(group[1]) == (0, len(group[1])) and not find_areas(group[1], self.home):
                owners.setdefault(group[1], set()).add(self.full_of.get(name, name))
        for stem, names in owners.items():
            meant = names & {f"{stem}集团"} or names
            if len(meant) == 1:
                self.full_of.setdefault(stem, next(iter(meant)))
                yield stem

    def _areas_of(self, name: str) -> list[str]:
        """The areas that a full name opens with: 贵州 of 贵州昊龙胜境建材有限责任公司."""
        return [name[a:b] for a, b, _ in find_areas(name, self.home) if a == 0]


class Places:
    """The places of one plan: an administrative area under its official name, whatever form is printed."""

    def __init__(self, clean: Clean) -> None:
        self.clean = clean
        self.found: dict[str, Place] = {}
        self._ids: dict[Area | tuple[str, str], str] = {}

    def id_of(self, mention: PlaceMention) -> str:
        """The id of the place that a mention means."""
        key = mention.area or (mention.kind, self._name(mention))
        if key not in self._ids:
            self._ids[key] = self._enter(mention)
        return self._ids[key]

    def _name(self, mention: PlaceMention) -> str:
        return mention.called or self.clean.words(mention.start, mention.end)

    def _enter(self, mention: PlaceMention) -> str:
        if mention.area is not None:
            place = Place(ids.shared("region", mention.area.path), mention.area.called(), "admin", mention.area.code)
        else:
            name = self._name(mention)
            place = Place(ids.shared("place", mention.kind, name), name, mention.kind)
        self.found.setdefault(place.id, place)
        return place.id

    def all(self) -> tuple[Place, ...]:
        """Every place that a fact of the plan names, in the order in which they were named."""
        return tuple(self.found.values())
