"""Where words stand in the file, as a reader is told: 第3页 表2第3行第1格; p. 3, table 2, row 3, cell 1.

A locus is kept as the readers write it ("paragraph 12"; "table 2, row 3, cell 1"); here it is put into words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "paragraph": "第{}段",
        "in table": "（表{}内）",
        "table": "表{}",
        "row": "第{}行",
        "cell": "第{}格",
        "footnote": "脚注{}",
        "endnote": "尾注{}",
    }
)
_PART = re.compile(rf"({'|'.join(_CHINESE)}) (\d+)(?:, )?")


def said(page: int | None, locus: str | None, lang: Lang = "zh") -> str:
    """The page and the locus in words; empty where the file has neither, as plain text."""
    if lang == "en":
        return ", ".join(filter(None, (f"p. {page}" if page else "", locus)))
    chinese = _PART.sub(lambda part: _CHINESE[part[1]].format(part[2]), locus or "")
    return " ".join(filter(None, (f"第{page}页" if page else "", chinese)))
