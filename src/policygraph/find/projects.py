"""Projects (项目): concrete undertakings tied to a named owner or place, or bearing a proper name.

What one sentence names is for `project_sentence`; here are the sentences of a clause, and the titles of a box:
（1）六盘水市乌蒙山东部石漠化综合治理和生物多样性保护工程. Campaigns without a proper noun (城市中水回用工程) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policygraph.clean import Clean
from policygraph.find.organizations import CompanyMention
from policygraph.find.places import PlaceMention
from policygraph.find.project_frames import NUMBER
from policygraph.find.project_parts import Anchor, ProjectMention
from policygraph.find.project_roads import is_road
from policygraph.find.project_sentence import Scene, of_sentence
from policygraph.find.sentences import sentences
from policygraph.find.works import capacity, is_work
from policygraph.spans import inside

# （以下简称柳江钢铁） names the company before it once more
_SHORT_FOR = re.compile("简称[“：]?[^（）。；]*$")
_ALIAS = 16
_PLANT = re.compile(r"(?:(?<=公司)|(?<=集团)|^)[一-鿿]{2,8}?电厂")
_HEAD = re.compile("专栏|附?表\\d")  # 专栏1 工业领域重点工程: the box itself
_LISTS_FIRMS = re.compile(
    r"专栏[\d一二三四五六七八九十]*：?(?P<works>[一-鿿A-Za-z]{4,24}?)(?:重点|试点)?(?:企业|单位)(?:名单|清单|名录)"
)
# 新增31个健身设施项目: so many; 甲片区|探索历史建筑的利用与新建项目: what an area tries
# 某公司按职责分工负责: a duty list that was not read; 择优投资…项目: what money does
_NO_WORKS = re.compile(
    "《[^》]*$|切实履行|所需的|(?:需要|需求|统一运维|单独报批|参照执行)$|纳入[^，]{2,12}(?:监测|监管|范围|名录|名单)|非法|逐[站户点家栋]|(?:地点|选址)[为在是]|(?:增开|加密)[^，。；]*航线|(?<![一-鿿]县|[一-鿿]市)[区市镇园司]依托|或(?=生产|研发|区域)|(?:合理|充分)利用|及各部门|具有[^，。]{2,12}的|为[^，。]{2,8}之[城都乡]|创建为|转化为|达不到|移交后|率(?:提升|提高|达|稳定)|按照?职责|(?:负责|牵头|配合)[）〕]?$|择优|之间|[百千]亿元?级|在(?:县域|基层|农村|乡镇|社区|城乡|各地)|^[一-鿿]{2,3}[市省县区州]重[大点](?:工程|项目)$|^(?:分别|(?:对于?)?(?:不能|未能|不符|无法)|根据|充分|合理|民用|上以|[省市县]内|境内|区域内|市（州）|[内外]?环[内上外]|动员|上报|申报|经(?:核准|批准|审批|认定)|已[建核获开]|新增的|未[获建完])"
)
_SO_MANY = re.compile(r"(?:新增|新建|建设|完成|打造)?\d+[个处所家条座项]|\d+万?千瓦(?:左右|以上)")
_TRIED = re.compile("[^“”]{2,8}探索")
_OF_SECTORS = re.compile("、[^、]*企业[^、]*治理")  # 水泥、玻璃企业深度治理: a campaign
_CLOSES = re.compile("[^，。；、（）]{0,6}）")
_RUNS = re.compile("由|承担|承建|牵头|负责|运营|投资|建设")


def find_projects(
    clean: Clean,
    stretches: Sequence[tuple[int, int]],
    companies: Sequence[CompanyMention],
    places: Sequence[PlaceMention],
    *,
    own: str | None,
    boxes: Sequence[tuple[int, int]] = (),
    barred: Sequence[tuple[int, int]] = (),
) -> list[ProjectMention]:
    """The projects in the stretches of one clause, some of them its `boxes`.

    `own`: the name of the plan's own area, which alone anchors little.
    """
    anchors = tuple(_anchors(clean.text, companies, places))
    scene = Scene(clean, anchors, own, tuple(barred), tuple(each.start for each in anchors))
    found: list[ProjectMention] = []
    for start, end in stretches:
        found += _of_box(scene, start, end) if inside(start, boxes) else _of_text(scene, start, end)
    return _apart(found)


def _of_text(scene: Scene, start: int, end: int) -> Iterator[ProjectMention]:
    for s, e in sentences(scene.clean.text, start, end):
        yield from of_sentence(scene, s, e)


def _of_box(scene: Scene, start: int, end: int) -> list[ProjectMention]:
    """The projects of a box: what a numbered title names, with those who build it by the words below, and all others."""
    text = scene.clean.text
    found: list[ProjectMention] = []
    title: int | None = None
    of_firms: tuple[int, int] | None = None  # what the firms of a list are to do
    for s, e in sentences(text, start, end):
        if _HEAD.match(text, s, e):
            listing = _LISTS_FIRMS.search(text, s, e)
            of_firms = listing.span("works") if listing and is_work(listing["works"]) else None
            continue
        if of_firms:
            found += _of_listed(scene, of_firms, s, e)
            continue
        here = list(of_sentence(scene, s, e, boxed=True))
        number = NUMBER.match(text, s, e)
        if number:
            titled = bool(here) and _is_title(text, number.end(), here[0])
            title = len(found) if titled else None
            found += here[:1] if titled else []
            here = here[1:] if titled else here
            s = found[-1].end if titled else s
        if title is not None:
            found[title] = _with_owners(scene, found[title], s, e)
            here = [project for project in here if not _run_by(text, project)]
        found += here
    return found


def _of_listed(scene: Scene, works: tuple[int, int], s: int, e: int) -> Iterator[ProjectMention]:
    """专栏2 挥发性有机物深度治理企业名单: each firm below, with what the list is of."""
    words = scene.clean.words(*works)
    for firm in scene.within(s, e):
        if isinstance(firm, CompanyMention):
            name = scene.clean.words(firm.start, firm.end) + words
            yield ProjectMention(firm.start, firm.end, name, (firm,))


def _is_title(text: str, begin: int, project: ProjectMention) -> bool:
    """Whether an item of a box opens with the project's own name: （1）鄱阳湖流域智慧水利工程：…"""
    return project.start - begin <= 2 and text[project.end : project.end + 1] not in "、和及"


def _run_by(text: str, project: ProjectMention) -> bool:
    """Whether a project is what somebody does for another: 由江西港航数智科技有限公司建设红光作业区自动化码头."""
    return bool(project.owners) and text[project.owners[0].start - 1] == "由"


def _with_owners(scene: Scene, project: ProjectMention, s: int, e: int) -> ProjectMention:
    """The titled project with those who build it: 由陕西秦果供应链股份有限公司牵头建设，新增气调库容12万吨."""
    text = scene.clean.text
    owners = tuple(a for a in scene.within(s, e) if isinstance(a, CompanyMention))
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
        elif not _SHORT_FOR.search(text, max(0, each.start - _ALIAS), each.start) and not _is_a_label(
            text, each, found
        ):
            found.append(each)
    return found


def _is_a_label(text: str, each: Anchor, found: Sequence[Anchor]) -> bool:
    """“京津冀”人才工程, 甲集团（|乙新区|）改造: an area in quotes, and what a bracket says of the firm before it."""
    around = text[each.start - 1 : each.start] + text[each.end : each.end + 1]
    if around[:1] == "（" and found and found[-1].end == each.start - 1 and _CLOSES.match(text, each.end):
        return isinstance(found[-1], CompanyMention)
    return around == "“”" and isinstance(each, PlaceMention) and each.kind == "admin"


def _apart(found: Sequence[ProjectMention]) -> list[ProjectMention]:
    """Each name once within a clause; where a box names a plant's works again in full, the fuller one stays."""
    names: dict[str, ProjectMention] = {}
    for project in found:
        if (len(project.name) > 3 or is_road(project.name)) and not _names_none(project):
            names.setdefault(project.name, project)
    full: dict[tuple[str, str], str] = {}
    for project in names.values():
        for key in _plants(project):
            full[key] = max(full.get(key, ""), project.name, key=len)
    return [project for project in names.values() if all(full[key] == project.name for key in _plants(project))]


def _names_none(project: ProjectMention) -> bool:
    """Whether what was taken for a name is that of no undertaking: a duty, a number of things, a trial without an owner."""
    in_waters = bool(project.places) and all(place.kind == "basin" for place in project.places)
    tried = not project.owners and (_TRIED.match(project.name) or (in_waters and "开展" in project.name))
    sectors = not project.owners and _OF_SECTORS.search(project.name)
    return bool(tried or sectors or _SO_MANY.match(project.name) or _NO_WORKS.search(project.name))


def _plants(project: ProjectMention) -> list[tuple[str, str]]:
    """The plants that a project's name opens up to, each with the last word of the works: (野马寨电厂, 改造)."""
    return [(match[0], project.name[-2:]) for match in _PLANT.finditer(project.name)]
