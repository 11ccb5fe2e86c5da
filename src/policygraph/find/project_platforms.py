"""Platforms and systems by their names in quotes: 优化|“浙里办”平台, 扩展|“鹿城健康”“健康包头”|平台功能, 建成|宁波“越安居”信息系统.

An area in the name or before it, or a word of its own, makes one of them; what all areas have (“一网通办”平台) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.find.places import PlaceMention
from policygraph.find.project_parts import Item, Part, ProjectMention, project
from policygraph.lexicon.ordinary import proper_part
from policygraph.lexicon.regions import area

_NAMED = re.compile(
    r"(?P<names>“[^“”、，]{2,14}”(?:[、和]?“[^“”、，]{2,14}”)*)等?"
    r"(?P<what>[一-鿿]{0,12}?(?:平台|系统|APP|小程序|终端|模块|门户|网站|数据库|客户端)|项目)"
)
_NAME = re.compile("“([^“”]+)”")
# what makes a project of it, before the names or behind them
_BUILT = re.compile(
    "建设|建成|打造|搭建|构建|开发|升级|优化|完善|推广|扩展|拓展|深化|创新|迭代|运营|推进|推动|加快|加强|丰富|上线|改造|推出|做优|做强|启动|提升"
)
_BUILT_BEHIND = re.compile(f"(?:的|等|功能|服务|能力)*(?:{_BUILT.pattern})")
# 依托|“浙里办”平台: it is leaned on, and there already
_USED = re.compile(
    "(?:依托|利用|通过|借助|接入|发挥|登录|登陆|纳入|上传|对接|进驻|运用|使用|基于|根据|按照|结合|入驻|应用|在|与|到|至|向|以|从)[^，；“”]{0,3}$"
)
# 浙里办, 苏服办, 皖事通: a province by its one sign
_BY_SIGN = re.compile("[沪渝冀晋苏浙皖闽赣鲁豫鄂湘粤琼蜀黔滇陕陇蒙桂][一-鿿]{2,4}")
_CATCHWORD = re.compile(
    r"[+＋]|互联网|一键|一网|一窗|一码|一站|一张|双随机|放管服|最多跑|信用中国|学习强国|双碳|全国|国家"
)
_PROPER = 2  # a word of its own has as many characters at least
_OWN_RANK = ("省", "市", "县", "区", "州")


def may_name_platforms(part: Part) -> bool:
    """Whether a name in quotes and a platform or a system may stand in `part`."""
    return "“" in part.text[part.start : part.end] and _NAMED.search(part.text, part.start, part.end) is not None


def platforms(part: Part) -> list[ProjectMention]:
    """The platforms that a part says are built or made better, by their names in quotes."""
    return list(_platforms(part))


def _platforms(part: Part) -> Iterator[ProjectMention]:
    for named in _NAMED.finditer(part.text, part.start, part.end):
        ahead, behind = part.text[part.start : named.start()], part.text[named.end() : part.end]
        if _USED.search(ahead) or not (_BUILT.search(ahead) or _BUILT_BEHIND.match(behind)):
            continue
        whose = _whose(part, named.start())
        for name in _NAME.finditer(part.text, *named.span("names")):
            if whose or _is_own(name[1]):
                words = part.clean.words(*name.span()) + part.clean.words(*named.span("what"))
                first = name.start() == named.start()
                start = whose if first and whose else name.start()
                words = part.clean.words(start, name.start()) + words
                item = Item(start, named.end(), tuple(a for a in part.anchors if start <= a.start < name.end()))
                yield project(part, start, named.end(), words, (item,))


def _whose(part: Part, at: int) -> int | None:
    """Where the area before a name begins: 广州|“智慧社保”, 省|“百千万工程”; None where none stands there."""
    place = next((a for a in part.anchors if a.end == at and isinstance(a, PlaceMention) and a.kind == "admin"), None)
    if place:
        return place.start
    ranked = part.text.endswith(_OWN_RANK, part.start, at) and not part.text.endswith(
        ("全省", "全市", "全县", "全区"), part.start, at
    )
    return at - 1 if ranked else None


def _is_own(name: str) -> bool:
    """Whether an area opens or ends a name, or a word of its own opens it."""
    if _BY_SIGN.fullmatch(name) or any(
        _is_area(name[:at]) or _is_area(name[-at:]) for at in range(2, min(len(name), 5))
    ):
        return True
    own = None if _CATCHWORD.search(name) else proper_part(name)
    return own is not None and own[0] == 0 and own[1] >= _PROPER


def _is_area(words: str) -> bool:
    found = area(words)
    return found is not None and found.level != "nation"
