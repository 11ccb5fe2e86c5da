"""The numbers that head a line: 第一章, 一、, 行动一：, （一）, 1., 1.2.1, （1）, ①; and Chinese numerals as integers.

Reads folded text (see `clean`): every kind of bracket is （）, digits are half-width.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal[
    "chapter", "section", "han", "named", "han_bracket", "arabic", "decimal_2", "decimal_3", "decimal_4",
    "arabic_bracket", "circled",
]  # fmt: skip

RANK: dict[Level, int] = {level: rank for rank, level in enumerate(get_args(Level))}
_HAN = "一二三四五六七八九十"
# 1.5万吨, 2.5左右: what stands behind a decimal number that counts; 2.1升级政务云 and 2.2人才引育 count nothing
_WORDS = (
    "升级|度量|度假|元宇宙|克服|家庭|家政|家校|家园|项目|台账|座谈|条例|条件|处[理置方]|所有|次生|人[才民员口工力大居文]|年度|日常|日间|天然|分[类级步区工析布期层散配享]|级联"
    "|个[人性体]|成[立果员长效都套本]|倍增|多[元措方渠样维部式层种]|百[姓业年]|千[方家]|十[大佳]|余[热压气]"
)
_UNITS = "[吨米元度升亩克户家项座台辆条处所次人年月日天级分秒岁]|公[里顷斤]|平方|立方|小时"
_MEASURED = rf"(?!{_WORDS})(?:左右|以[上下内]|至|和|[个倍成万亿千百十多余][^\n]|{_UNITS})"
_HEAD = re.compile(
    rf"第(?P<chapter>[{_HAN}百\d]+)(?:编|章|部分|篇)[、：]?(?![的和])"  # 第一章 总则
    rf"|第(?P<section>[{_HAN}百\d]+)[节条][、：]?(?![的和])"  # 第二节 主要目标
    rf"|(?P<han>[{_HAN}]{{1,4}})(?:、(?!\d+[、%])|\.(?!\d))"  # 一、总体要求, 二、2026年重点任务
    rf"|(?:专项|重点|主要)?(?:行动|任务|工程|举措)(?:(?P<named>[{_HAN}]{{1,3}})|(?P<named_arabic>\d{{1,2}}))[：、.](?!\d)"  # 行动一：审批提速
    rf"|(?P<decimal>\d{{1,2}}\.\d{{1,2}}(?:(?:\.\d{{1,2}}){{1,2}}|(?![\d.])(?![.、]?{_MEASURED})))[.、]?(?=[“《一-鿿]{{2}})"  # 2.1.3壮大集成电路
    rf"|（(?P<han_bracket>[{_HAN}]{{1,4}})）[、.]?"  # （一）指导思想
    r"|(?P<arabic>\d{1,3})[、.](?:(?![\d%])|(?=20\d\d年))"  # 1.推动工业绿色发展, 3.2026年底前建成…
    r"|（(?P<arabic_bracket>\d{1,3})）[、.]?"  # （1）钢铁企业
    r"|(?P<arabic_closed>\d{1,2})）(?!\d)"  # 1）钢铁企业
    r"|(?P<circled>[\u2460-\u2473])"  # ①
)
_LEVELS: dict[str, Level] = {"arabic_closed": "arabic_bracket", "named_arabic": "arabic"}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number at the head of a line; `end` is where the words after it begin."""

    level: Level
    numeral: str
    end: int

    @property
    def ordinal(self) -> int | None:
        """The place in its row: 十二 and 12 are 12."""
        if self.level == "circled":
            return ord(self.numeral) - 0x245F
        numeral = self.numeral.rpartition(".")[2]
        return number_of(numeral)

    @property
    def above(self) -> str:
        """The number of the heading that a decimal number says it stands under: 2.1 of 2.1.3; "" of any other."""
        return self.numeral.rpartition(".")[0]


def numbering(line: str) -> Numbering | None:
    """The number at the head of `line`, or None: 2025年 and 1.5万吨 are no numbering."""
    match = _HEAD.match(line)
    if match is None or match.lastgroup is None:
        return None
    group = match.lastgroup
    numeral = match[group]
    group = f"decimal_{numeral.count('.') + 1}" if group == "decimal" else _LEVELS.get(group, group)
    return Numbering(group, numeral, match.end())  # type: ignore[arg-type]


def is_heading(line: str) -> bool:
    """三、创建程序 and （二）验收奖补: headings of the plan, though 一、节能指标 may head a group of rows too."""
    number = numbering(line)
    return number is not None and number.level in ("chapter", "section", "han", "han_bracket")


def number_of(words: str) -> int | None:
    """12 and 十二 → 12; None where `words` is no numeral."""
    return int(words) if words.isdecimal() else han_number(words)


def han_number(words: str) -> int | None:
    """二十六 → 26, 五百 → 500, 一万二千 → 12000; None where `words` is no numeral."""
    if not words or any(c not in _DIGITS and c not in _POWERS for c in words):
        return None
    total = section = digit = 0
    for c in words:
        if c in _DIGITS:
            digit = _DIGITS[c]
            continue
        power = _POWERS[c]
        if power >= 10_000:
            total = (total + section + digit) * power if c == "亿" else total + (section + digit) * power
            section = 0
        else:
            section += (digit or 1) * power
        digit = 0
    return total + section + digit
