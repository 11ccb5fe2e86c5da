"""Schools and public houses of a town that stand beside one with a name: 新建枫桥小学、|新兴小学, 县人民医院新院区、|中医院迁建.

Beside a school that bears a word of its own or a number, an everyday word names the next; what the area's letter opens the list
for, 县 or 市, goes on for the houses behind it.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.find.project_lists import Row
from policygraph.find.project_parts import Item
from policygraph.find.works import is_public, says_what, without_tail
from policygraph.lexicon import gazetteer
from policygraph.lexicon.ordinary import one_of, proper_part

_SCHOOL = r"(?:实验)?(?:小学|中学|学校|幼儿园|高中|初中)"
_PART_OF_IT = r"(?:[一-鿿]{0,4}(?:校区|分校|分园|[初高]中部|小学部|教学楼|综合楼|宿舍楼|体育馆))?"
_NAMED = re.compile(
    rf"(?P<own>[一-鿿]{{2,6}}?){_SCHOOL}{_PART_OF_IT}|[一二三四五六七八九十]{{1,2}}[中小]{_PART_OF_IT}|第[一二三四五六七八九十]{{1,3}}{_SCHOOL}{_PART_OF_IT}"
)
# what a town has many of: 农村小学, 九年一贯制学校
_SORT = re.compile(
    "农村|乡村|乡镇|镇村|城乡|城区|城镇|公办|民办|普惠|寄宿|九年|十二年|中心|义务|标准|智慧|绿色|特色|示范|优质|薄弱|新建|改建|职业|技工|特殊|专门|普通|高等|中等|大中|社区|街道|各级|全[市县区省]|中小|所有|一批|配套"
)
_LED = re.compile("建设|新建|兴建|续建|扩建|改建|迁建|建成|开工|竣工|投用|投入使用|启用|完工|启动|推进|加快|实施")
_LETTER = re.compile("[省市县区州]")


@cache
def _publics() -> re.Pattern[str]:
    lists = gazetteer("projects")
    return re.compile(one_of([*lists["publics"]["words"], *lists["offices"]["words"]]))


def house(row: Row, i: int, words: str) -> str | None:
    """The name of the school or the public house that item `i` stands for beside one that is named; else None."""
    part, beside = row.part, [*row.items[:i], *row.items[i + 1 :]]
    if not beside or not _LED.search(part.text, part.start, part.end):
        return None
    printed = part.printed(row.items[i].start, words)
    if _is_school(words) and any(_bears_own(row, item) for item in beside):
        return printed
    if letter := _letter(row, i, words):
        return letter + printed
    return None


def _is_school(words: str) -> bool:
    return _NAMED.fullmatch(words) is not None and not _SORT.match(words)


def _bears_own(row: Row, item: Item) -> bool:
    """Whether an item is a school that a place, a number or a word of its own names."""
    words = without_tail(row.part.text[item.start : item.end])
    match = _NAMED.search(words)
    if match is None or match.end() != len(words):
        return False
    own = proper_part(match["own"] or "")
    return bool(item.anchors) or match["own"] is None or (own is not None and not _SORT.match(match[0]))


def _letter(row: Row, i: int, words: str) -> str:
    """县 for 中医院迁建, behind 县人民医院新院区; empty for all else."""
    first = _publics().match(words)
    if not i or first is None or not (first.end() == len(words) or says_what(words)):
        return ""
    text = row.part.text
    for item in reversed(row.items[:i]):
        opened = next(
            (m for m in _LETTER.finditer(text, item.start, item.end) if is_public(text[m.start() : item.end])), None
        )
        if opened:
            return opened[0]
    return ""
