"""Streets of a town, each built or renewed: 改造提升|望川路、鼎新街, 新建滨江东路, 实施枫桥路、越王路拓宽改造.

No list of places need know them: a street is told by its last word behind a name of its own. What a town has many of
(断头路, 步行街) is none, and streets that something only runs along are not built. A house number is as good as a name: 青石路899项目.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.project_parts import Item, Part, ProjectMention, project

_NAME = (
    r"(?!(?:[一二两三四五六七八九十\d]+|各|等|对|将|与|和|及|的)?[条段个]|断头路|回头路)"
    r"[一-鿿]{1,5}?(?:(?<![公铁道思线支网出套通环岔半马林油水电气管主次干辅之])路|(?<![步行商业美食文化特色夜市])街|大街|大道|(?<![街小里深陋老背])巷)"
    r"(?:[东西南北中][段延]|[东西南北]?延(?:伸|长)?(?:线|段)|[一二三]期|（[^（）]{2,4}?路?至[^（）]+）)?"
)
_DONE = (
    "架空线(?:整治|入地)|杆线(?:整治|迁改)|立面修缮和管线入地|立面修缮|管线入地|(?:雨水|污水|供水|燃气|供热|地下)?管[网线](?:修复|改造|更新)|雨污分流|林荫道改造|景观提升|路面整治|改造提升|提升改造|"
    "提质改造|升级改造|拓宽改造|综合改造|雨污分流改造|改扩建|快速化改造|改造|拓宽|扩建|改建|整治|提升|修复|亮化|绿化"
)
# what is done stands before the streets: 改造提升|望川路
_LED = re.compile(
    r"(?:加快|积极|全面|有序|逐步|持续|同步|统筹|重点|抓好|力争|确保|全力|年内|今年)*(?:推进|推动|实施|完成|启动)?"
    rf"(?:对(?=[^，。；]{{2,30}}(?:实施|进行|开展)))?(?P<verb>(?<=对)|开工新建|开工建设|新建|续建|打通|贯通|修建|兴建|建成|建设|完成|实施|推进|加快|开工|{_DONE})(?:了|好)?(?=[一-鿿])"
)
_STREETS = re.compile(rf"{_NAME}(?:[、和及与]{_NAME})*")
# what closes the list: 等6条城市道路|拓宽改造, 断头路, 道路工程
_CLOSES = re.compile(
    rf"(?:等)?(?:\d+条|[两三四五六七八九十]+条|一批)?(?:城市|市政|城区|主次|主要|骨干|干道|街道|断头|微循环|支|主|次|干|、)*(?:老街巷|街巷|主干道|道路|街道|断头路|路网|路段|路)?"
    rf"(?:实施|进行|开展)?(?P<works>(?:{_DONE})?)(?:建设|工程|项目|任务)*(?:建成通车|通车|竣工|完工|贯通|投用|(?:完成)?\d[\d.]*公里)?$"
)
_SORT = re.compile(
    "农村|乡村|城市|园区|产业|旅游|主要|各|县乡|背街|小街|老街|历史|特色|高速|国省|沿线|上山路|入[户村]路|进村|通[村组]|村组|产业路|生产路|机耕路|便民路|增收|致富|旅游路|资源路|扶贫|消防|防火|巡护"
)
_WORKS = re.compile(
    rf"{_NAME}(?:{_DONE}|快速化|跨线桥|立交桥?|下穿通道|下穿|高架桥?|人行天桥|综合管廊|管廊|隧道)(?:工程|项目)?"
)
# 青石路121、155弄, 望浦路16号地块
_ADDRESS = rf"{_NAME}\d{{1,5}}(?:[、-]\d{{1,5}})*(?:号|弄)?(?:院|楼|地块|街坊)?"
_ADDRESSES = re.compile(
    rf"(?:{_LED.pattern}|(?:基本|全面|重点|加快|积极)*(?:推进|推动|实施|完成|启动|打造)?)"
    rf"(?P<row>{_ADDRESS}(?:[、和及与]{_ADDRESS})*)(?:等)?"
    r"(?P<works>[^，。；、\d]{0,16}?(?:项目|工程|改造|更新|修缮|重建|建设|开发|升级)(?:工程|项目)?)"
    r"(?:(?:的)?(?:建设|实施|完工|竣工|开工|工作|实现|全部|基本|投用))*$"
)
_AT_ADDRESS = re.compile(rf"{_ADDRESS}[^，。；、\d]{{0,10}}?(?:项目|工程|改造|更新|修缮|重建|开发)(?:工程|项目)?")
_SHORT = 3
_NEW = ("建", "建设", "建成", "通", "工", "完成", "实施", "推进", "加快")


def is_street_works(words: str) -> bool:
    """Whether `words` are a street with what is done to it or built on it: 望源街快速化, 渌北街跨线桥, 青石路899项目."""
    return (_WORKS.fullmatch(words) or _AT_ADDRESS.fullmatch(words)) is not None and not _SORT.match(words)


def may_name_streets(part: Part) -> bool:
    """The cheap test: a verb opens the part and a street stands in it."""
    return any(part.text.find(sign, part.start, part.end) >= 0 for sign in ("路", "街", "大道", "巷"))


def streets(part: Part) -> list[ProjectMention]:
    """The projects of a part that names streets and nothing else, and what is done to each; else none."""
    if not may_name_streets(part):
        return []
    if addresses := _ADDRESSES.match(part.text, part.start, part.end):
        return list(_at_each(part, addresses))
    led = _LED.match(part.text, part.start, part.end)
    row = _STREETS.match(part.text, led.end() if led else part.start, part.end)
    closes = _CLOSES.match(part.text, row.end(), part.end) if row else None
    if row is None or closes is None or not (led or closes["works"]):
        return []
    done = closes["works"] or ("" if not led or led["verb"].endswith(_NEW) else led["verb"])
    return list(_each(part, row, done))


def _at_each(part: Part, row: re.Match[str]) -> Iterator[ProjectMention]:
    """青石路627弄、望浦路970弄等|房屋改造: the works at each address."""
    for match in re.finditer(_ADDRESS, row["row"]):
        a, b = row.start("row") + match.start(), row.start("row") + match.end()
        name = part.clean.words(a, b) + part.clean.words(*row.span("works"))
        yield project(part, a, part.end, name, (Item(a, b, tuple(x for x in part.anchors if a <= x.start < b)),))


def _each(part: Part, row: re.Match[str], done: str) -> Iterator[ProjectMention]:
    for match in re.finditer("[^、和及与]+", row[0]):
        a, b = row.start() + match.start(), row.start() + match.end()
        if not _SORT.match(match[0]):
            anchors = tuple(x for x in part.anchors if a <= x.start < b)
            more = done or ("建设" if b - a <= _SHORT else "")
            yield project(part, a, part.end, part.clean.words(a, b) + more, (Item(a, b, anchors),))
