"""One sentence → the projects that it names: its parts, and what a part takes over from the one before it.

建设人才公寓，|二期择机启动: a phase of the project before. 在枫桥镇建设冷链中心，|联合浙江农业大学共建育种中心: by the same owner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policygraph.clean import Clean
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_doers import object_name
from policygraph.find.project_frames import NUMBER
from policygraph.find.project_parts import Anchor, Part, ProjectMention
from policygraph.find.project_phases import names_phase, with_phases
from policygraph.find.sentences import parts
from policygraph.find.undertakings import undertakings, with_owner
from policygraph.find.works import capacity, holds_undertaking, is_hollow, is_thing, is_work
from policygraph.lexicon.ordinary import opens_proper
from policygraph.spans import inside

# who pays for or runs the projects before it: 由国网襄阳供电公司、中石化襄阳石油分公司共同投资
_RUN_BY = re.compile(
    "(?!(?:加快|积极|全力)*(?:推进|推动|支持|加快|建设|打造|实施|依托|启动))[^，；。]*(?:投资|建设|承建|承担|运营|实施|负责)$"
)
_PAST = re.compile(
    "过去[一二两三四五六七八九十]{1,2}年|[三五十]年来|近年来|去年以来"
)  # what was done: 近年来，…建成通车
_PURPOSE = re.compile("制定(?:了)?本(?:方案|计划|意见|实施|行动|工作)")
# 以A、B等新城为重点，… and 依托A产业园，…: where the next part is done
_SETS_PLACE = re.compile(
    r"以[^，；]+为(?:重点|核心|主体|载体|龙头|示范|引领|支点)|依托(?![^，；]*?(?:建设|打造|创建|组建|布局))[^，；、]+(?:园|园区|基地|港|开发区|经开区|高新区|集聚区)"
)
# 引导A公司在甲镇建设X，|在乙镇建设Y; |联合B大学共建Z: by the owner named before
_BY_SAME = re.compile(r"(?:在(?!建)|联合|携手|会同)[^，]{2,}?(?:建设|打造|新建|布局|共建|组建|建立|建成)")
# 诸暨高新区|引入越州信息集团，…建设: who does what the next part says
_BRINGS_IN = re.compile(r"(?:引入|引进|委托)$")
_GOES_ON = re.compile("(?:同步|配套)?(?:完成(?!率)|建设(?!用地)|新建|实施)")
# 重点项目包括：|南京禄口国际机场三期、…: what follows needs no verb
_LISTS = re.compile(r"(?:项目|工程|包括|其中|(?:^|[。；])(?:新建|续建|在建|拟建|储备|谋划|开工|竣工))：")
_MARK = re.compile("[*＊★☆▲△●◆◇■□√•·]+")  # *推进A、B码头光伏建设: a mark that a note explains
_BUILDS = re.compile("(?:重点|加快|规划|同步|推进|启动)*(?:建设|新建|实施|打造|建成|完成|扩建|改造)(?=[^，。；]{4,})")
_EACH = re.compile(r"(?:[^、和及（]|（[^（）]*）)+")
_CELL = re.compile(r"[^\t]+")
_COUNT_BEHIND = re.compile(r"\d+(?:个|家|座|条|处)")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the projects of one clause are read from."""

    clean: Clean
    anchors: tuple[Anchor, ...]
    own: str | None
    barred: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]  # where the names begin

    def bars(self, index: int) -> bool:
        """Whether the character at `index` stands in a duty list."""
        return inside(index, self.barred)

    def within(self, start: int, end: int) -> tuple[Anchor, ...]:
        """The names in [start, end)."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        return tuple([a for a in self.anchors[low:high] if a.end <= end]) if high > low else ()


def of_sentence(scene: Scene, s: int, e: int, *, boxed: bool = False) -> Iterator[ProjectMention]:
    """The projects of the sentence [s, e); `boxed` where it stands in a box, whose numbered items need no verb."""
    text = scene.clean.text
    if _PURPOSE.search(text, s, e) or _PAST.match(text, s, e):
        return
    last: list[ProjectMention] = []
    lists = _LISTS.search(text, s, e)
    headed: PlaceMention | None = None  # 越浦物流港：|建设中心站、监管场地
    for a, b in _joined_parts(scene, s, e):
        if scene.bars(a):
            continue
        here = scene.within(a, b)
        if text[b : b + 1] == "：" and (place := _only_place(scene, a, b, here)):
            headed = place
            continue
        if headed and not here and (built := list(_built_at(scene.clean, headed, a, b))):
            yield from last
            last = built
            continue
        owners = tuple(x for x in here if isinstance(x, CompanyMention))
        runs = any(x.kind != "plant" for x in owners)
        if last and runs and _RUN_BY.match(text[a:b]) and not holds_undertaking(text, owners[-1].end, b):
            last = [replace(project, owners=project.owners or owners) for project in last]
            continue
        if last and not here and names_phase(text, a, b):
            last = with_phases(scene.clean, last, a, b)
            continue
        yield from last
        last = _of_part(scene, a, b, last, listing=boxed or (lists is not None and lists.end() <= a))
    yield from last


def _of_part(scene: Scene, a: int, b: int, before: Sequence[ProjectMention], *, listing: bool) -> list[ProjectMention]:
    """The projects of the part [a, b); `before` are those of the part before it, whose owner may go on."""
    text, here = scene.clean.text, scene.within(a, b)
    number = NUMBER.match(text, a, b) or _MARK.match(text, a, b)
    a = number.end() if number else a
    if not any(isinstance(x, CompanyMention) for x in here) and not holds_undertaking(text, a, b):
        return []
    owned = bool(before) and any(owner.kind != "institute" for owner in before[-1].owners)
    goes_on = _GOES_ON.match(text, a, b)
    if not here and owned and goes_on and not _is_new(text[goes_on.end() : b], goes_on[0]):
        return list(_more_of_owner(scene.clean, a, b, before[-1]))
    found = undertakings(Part(scene.clean, a, b, here, scene.own, titled=listing))
    same = owned and _BY_SAME.match(text, a, b)
    return with_owner(scene.clean, found, before[-1].owners[0]) if same else found


def _only_place(scene: Scene, a: int, b: int, here: Sequence[Anchor]) -> PlaceMention | None:
    """The place that a part is nothing but the name of, behind its number."""
    number = NUMBER.match(scene.clean.text, a, b) or _MARK.match(scene.clean.text, a, b)
    begin = number.end() if number else a
    whole = len(here) == 1 and (here[0].start, here[0].end) == (begin, b)
    return here[0] if whole and isinstance(here[0], PlaceMention) and here[0].kind in ("site", "park") else None


def _built_at(clean: Clean, place: PlaceMention, a: int, b: int) -> Iterator[ProjectMention]:
    """What a part says is built at `place`, which heads the sentence: 建设|集装箱中心站、监管场地."""
    verb = _BUILDS.match(clean.text, a, b)
    for match in _EACH.finditer(clean.text, verb.end(), b) if verb else ():
        works = object_name(match[0].split("（")[0])
        if (is_thing(works) or is_work(works)) and not is_hollow(works) and not _COUNT_BEHIND.search(works):
            name = clean.words(place.start, place.end) + clean.words(match.start(), match.start() + len(works))
            yield ProjectMention(match.start(), match.end(), name, (), (place,), capacity(clean.text, *match.span()))


def _is_new(works: str, verb: str) -> bool:
    """推进甲茶厂扩建，建设|南涧茶叶交易中心: a thing with a word of its own; nothing says that the owner before builds it."""
    return verb.endswith(("建设", "新建")) and opens_proper(works)


def _more_of_owner(clean: Clean, a: int, b: int, before: ProjectMention) -> Iterator[ProjectMention]:
    """支持柳江钢铁建设氢冶金中试线，|完成4座烧结机烟气循环改造: the same owner's next work."""
    goes_on = _GOES_ON.match(clean.text, a, b)
    works = object_name(clean.text[goes_on.end() if goes_on else a : b])
    made = is_work(works) or (is_thing(works) and len(works) > 4 and not _COUNT_BEHIND.search(works))
    if len(before.owners) == 1 and made and not is_hollow(works):
        owner = before.owners[0]
        at = clean.text.find(works, a, b)
        name = clean.words(owner.start, owner.end) + clean.words(at, at + len(works))
        yield ProjectMention(a, b, name, before.owners, (), capacity(clean.text, a, b))


def _cells(text: str, s: int, e: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence, and the cells of a table that one of them runs across."""
    for a, b in parts(text, s, e):
        if text.find("\t", a, b) < 0:
            yield a, b
            continue
        for match in _CELL.finditer(text, a, b):
            yield match.span()


def _is_firm(anchor: Anchor) -> bool:
    return isinstance(anchor, CompanyMention) and anchor.kind == "company"


def _joined_parts(scene: Scene, s: int, e: int) -> Iterator[tuple[int, int]]:
    """Parts of a sentence; one that only names owners or places goes on to the part that says what is done there."""
    text = scene.clean.text
    held: int | None = None
    cells = [*_cells(text, s, e), (e, e)]
    for (a, b), behind in pairwise(cells):
        start = a if held is None else held
        held = None
        here = scene.within(a, b)
        sets_place = here and _SETS_PLACE.fullmatch(text, a, b) and (text[a] == "以" or here[-1].end == b)
        brings_in = here and here[-1].end == b and _BRINGS_IN.search(text[a : here[-1].start])
        goes_on = text.endswith(("企业", "公司"), a, b) and not any(map(_is_firm, scene.within(*behind)))
        if text[b : b + 1] == "，" and (sets_place or brings_in or goes_on):
            held = start
        else:
            yield start, b
