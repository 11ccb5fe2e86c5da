"""Bureaus that share out their own work: in a plan of 安庆市教育局, 基教处 and 局办公室 are parts of that bureau."""

from __future__ import annotations

import re

from policygraph.lexicon.departments import is_collective, looks_like_body

_BUREAU = re.compile(r"(?:局|厅|委员会|委|部|署)$")
_NO_BUREAU = re.compile(r"(?:市|省|县|区|州|盟|旗)委(?:员会)?$|党委|纪委|领导小组")
_TITLED = re.compile(r"[一-鿿]{2,14}?(?:局|厅|委员会)")  # 安庆市|教育局|2024年节能减排实施方案
# 基教处, 局计财处, 法规科, 厅办公室, 委机关党委
_DIVISION = re.compile(
    r"(?:[局厅委部署](?=机关|办公室|党|团|工会|[一-鿿]{2,}[处科]))?"
    r"(?P<part>(?:综合|政策|党委|党组|党建)?办公室|机关(?:党委|纪委|工会|党总支|团委|服务中心|事务中心)"
    r"|[一-鿿]{2,10}(?:(?:(?<!办事)(?<!管理)(?<!海事)处|(?<!学)(?<!百)(?<!专)科|(?<!公)司|股|研究室|监察室|督查室|档案室)))"
)
_OFFICE = re.compile(r"(?<=[局厅委会部署])(?:办公[厅室]|综合司)$")  # 教育部办公厅 issues what is the ministry's
_PREFIXED = re.compile(r"[市省县区州盟旗](?![场域际属政容管划])|各|有关|相关|国家|中国|中央|全国")


def bureau_of(issuers: tuple[str, ...], title: str, home: str) -> str:
    """The one bureau whose plan it is by its official issuers or, where none is printed, by its title; "" for others."""
    if not issuers and home and title.startswith(home):
        named = _TITLED.match(title, len(home))
        issuers = (title[: named.end()],) if named and looks_like_body(title[: named.end()]) else ()
    only = _OFFICE.sub("", issuers[0]) if len(set(issuers)) == 1 else ""
    return only if _BUREAU.search(only) and not _NO_BUREAU.search(only) and not is_collective(only) else ""


def division_of(bureau: str, words: str) -> str | None:
    """The full name of a part of `bureau` printed as `words`, None where it is a body of its own.

    >>> division_of("安庆市教育局", "局办公室")
    '安庆市教育局办公室'
    >>> division_of("安庆市教育局", "市教科院") is None
    True
    """
    part = None if not bureau or _PREFIXED.match(words) else _DIVISION.fullmatch(words)
    return bureau + part["part"] if part else None
