"""Projects (项目): concrete undertakings tied to a named owner or place, or bearing a proper name.

What one part of a sentence names is for `undertakings`; here are the sentences, and the titles of a box:
（1）六盘水市乌蒙山东部石漠化综合治理和生物多样性保护工程. Campaigns without a proper noun (城市中水回用工程) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policygraph.clean import Clean
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_doers import object_name
from policygraph.find.project_frames import NUMBER
from policygraph.find.project_parts import Anchor, Part, ProjectMention
from policygraph.find.sentences import parts, sentences
from policygraph.find.undertakings import undertakings
from policygraph.find.works import capacity, holds_undertaking, is_hollow, is_work

# who pays for or runs the projects before it: 由国网襄阳供电公司、中石化襄阳石油分公司共同投资
_RUN_BY = re.compile(
    r"由?[^，；。]*?(?:共同|分别|牵头|联合|负责)*(?:投资|投资建设|建设|承建|承担|运营|实施|建设运营|负责)(?:实施|建设|运营)*$"
)
# （以下简称柳江钢铁） names the company before it once more
_SHORT_FOR = ("简称", "简称“", "简称：")
_PLANT = re.compile(r"(?:(?<=公司)|(?<=集团)|^)[一-鿿]{2,8}?电厂")
_RUNS = re.compile("由|承担|承建|牵头|负责|运营|投资|建设")
_PURPOSE = re.compile("制定(?:了)?本(?:方案|计划|意见|实施|行动|工作)")
# 以A、B等新城为重点，… and 依托A产业园，…: where the next part is done
_SETS_PLACE = re.compile(
    r"以[^，；]+为(?:重点|核心|主体|载体|龙头|示范|引领|支点)|依托[^，；、]+(?:园|园区|基地|港|开发区|经开区|高新区|集聚区)"
)
_GOES_ON = re.compile("完成(?!率)")


def find_projects(
    clean: Clean,
    stretches: Sequence[tuple[int, int]],
    companies: Sequence[CompanyMention],
    places: Sequence[PlaceMention],
    *,
    own: str | None,
    barred: Sequence[tuple[int, int]] = (),
) -> list[ProjectMention]:
    """The projects in the stretches of one clause. `own`: the name of the plan's own area, which alone anchors little."""
    reading = _Reading(clean, tuple(_anchors(clean.text, companies, places)), own, tuple(barred))
    found: list[ProjectMention] = []
    for index, (start, end) in enumerate(stretches):
        found += _of_box(reading, start, end) if index else _of_text(reading, start, end)
    return _apart(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the projects of one clause are read from."""

    clean: Clean
    anchors: tuple[Anchor, ...]
    own: str | None
    barred: tuple[tuple[int, int], ...]

    def bars(self, index: int) -> bool:
        """Whether the character at `index` stands in a duty list."""
        return any(a <= index < b for a, b in self.barred)

    def within(self, start: int, end: int) -> tuple[Anchor, ...]:
        """The names in [start, end)."""
        low = bisect_left(self.anchors, start, key=lambda a: a.start)
        high = bisect_left(self.anchors, end, key=lambda a: a.start)
        return tuple(a for a in self.anchors[low:high] if a.end <= end)


def _of_text(reading: _Reading, start: int, end: int) -> Iterator[ProjectMention]:
    for s, e in sentences(reading.clean.text, start, end):
        yield from _of_sentence(reading, s, e)


def _of_box(reading: _Reading, start: int, end: int) -> list[ProjectMention]:
    """The projects of a box: what a numbered title names, with those who build it by the words below, and all others."""
    text = reading.clean.text
    found: list[ProjectMention] = []
    title: int | None = None
    for s, e in sentences(text, start, end):
        here = list(_of_sentence(reading, s, e, boxed=True))
        number = NUMBER.match(text, s, e)
        if number:
            titled = bool(here) and _is_title(text, number.end(), here[0])
            title = len(found) if titled else None
            found += here[:1] if titled else []
            here = here[1:] if titled else here
            s = found[-1].end if titled else s
        if title is not None:
            found[title] = _with_owners(reading, found[title], s, e)
            here = [project for project in here if not _run_by(text, project)]
        found += here
    return found


def _is_title(text: str, begin: int, project: ProjectMention) -> bool:
    """Whether an item of a box opens with the project's own name: （1）鄱阳湖流域智慧水利工程：…"""
    return project.start - begin <= 2 and text[project.end : project.end + 1] not in "、和及"


def _run_by(text: str, project: ProjectMention) -> bool:
    """Whether a project is what somebody does for another: 由江西港航数智科技有限公司建设红光作业区自动化码头."""
    return bool(project.owners) and text[project.owners[0].start - 1] == "由"


def _with_owners(reading: _Reading, project: ProjectMention, s: int, e: int) -> ProjectMention:
    """The titled project with those who build it: 由陕西秦果供应链股份有限公司牵头建设，新增气调库容12万吨."""
    text = reading.clean.text
    owners = tuple(a for a in reading.within(s, e) if isinstance(a, CompanyMention))
    owners = owners if _RUNS.search(text, s, e) else ()
    return replace(project, owners=project.owners or owners, capacity=project.capacity or capacity(text, s, e))


def _anchors(text: str, companies: Sequence[CompanyMention], places: Sequence[PlaceMention]) -> list[Anchor]:
    """Companies, and the places that are no part of a company's name, in order."""
    found: list[Anchor] = []
    both: list[Anchor] = [*companies, *places]
    for each in sorted(both, key=lambda a: (a.start, -a.end, isinstance(a, PlaceMention))):
        if found and each.start < found[-1].end:
            if isinstance(each, CompanyMention) and isinstance(found[-1], PlaceMention):
                found[-1] = each
        elif not text.endswith(_SHORT_FOR, 0, each.start):
            found.append(each)
    return found


def _of_sentence(reading: _Reading, s: int, e: int, *, boxed: bool = False) -> Iterator[ProjectMention]:
    text = reading.clean.text
    if _PURPOSE.search(text, s, e):
        return
    last: list[ProjectMention] = []
    for i, (a, b) in enumerate(_joined_parts(reading, s, e)):
        if reading.bars(a):
            continue
        here = reading.within(a, b)
        owners = tuple(x for x in here if isinstance(x, CompanyMention))
        if last and owners and _RUN_BY.match(text[a:b]) and not holds_undertaking(text, owners[-1].end, b):
            last = [replace(project, owners=project.owners or owners) for project in last]
            continue
        yield from last
        number = NUMBER.match(text, a, b)
        a = number.end() if number else a
        if not holds_undertaking(text, a, b):
            last = []
        elif not here and last and last[-1].owners and _GOES_ON.match(text, a, b):
            last = list(_more_of_owner(reading.clean, a, b, last[-1]))
        else:
            last = undertakings(
                Part(reading.clean, a, b, here, reading.own, titled=boxed and not i and number is not None)
            )
    yield from last


def _more_of_owner(clean: Clean, a: int, b: int, before: ProjectMention) -> Iterator[ProjectMention]:
    """支持柳江钢铁建设氢冶金中试线，|完成4座烧结机烟气循环改造: the same owner's next work."""
    works = object_name(clean.text[a:b])
    if len(before.owners) == 1 and is_work(works) and not is_hollow(works):
        owner = before.owners[0]
        at = clean.text.find(works, a, b)
        name = clean.words(owner.start, owner.end) + clean.words(at, at + len(works))
        yield ProjectMention(a, b, name, before.owners, (), capacity(clean.text, a, b))


def _joined_parts(reading: _Reading, s: int, e: int) -> Iterator[tuple[int, int]]:
    """Parts of a sentence; one that only names owners or places goes on to the part that says what is done there."""
    text = reading.clean.text
    held: int | None = None
    for a, b in parts(text, s, e):
        start = a if held is None else held
        held = None
        here = reading.within(a, b)
        sets_place = here and _SETS_PLACE.fullmatch(text, a, b) and (text[a] == "以" or here[-1].end == b)
        if text[b : b + 1] == "，" and (sets_place or text.endswith(("企业", "公司"), a, b)):
            held = start
        else:
            yield start, b


def _apart(found: Sequence[ProjectMention]) -> list[ProjectMention]:
    """Each name once within a clause; where a box names a plant's works again in full, the fuller one stays."""
    names: dict[str, ProjectMention] = {}
    for project in found:
        if len(project.name) > 3:
            names.setdefault(project.name, project)
    full: dict[tuple[str, str], str] = {}
    for project in names.values():
        for key in _plants(project):
            full[key] = max(full.get(key, ""), project.name, key=len)
    return [project for project in names.values() if all(full[key] == project.name for key in _plants(project))]


def _plants(project: ProjectMention) -> list[tuple[str, str]]:
    """The plants that a project's name opens up to, each with the last word of the works: (野马寨电厂, 改造)."""
    return [(match[0], project.name[-2:]) for match in _PLANT.finditer(project.name)]
