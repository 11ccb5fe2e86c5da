"""Numbers with their units as printed: 0.2825万吨, 10—15%, 三分之一, 翻一番, 10、35、50毫克/立方米.

A quantity says what number stands where, and whether 以上, 以内 or 左右 follows; what it is a quantity of, `targets`
decides. A text is read once; the quantities of a stretch are a lookup.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policygraph.lexicon.units import UNIT
from policygraph.numbering import han_number

# 1，234.5; but 45|，2027年
_DIGITS = r"\d+(?:，\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN = "[一二两三四五六七八九十百千]"
UP = ("以上", "及以上", "或以上")
DOWN = ("以下", "及以下", "或以下", "以内", "及以内", "或以内", "之内")
# and 左右, 上下; in 3万个（含私有）以上 and 60%（含）以上 a bracket stands between
_AFTER = r"(?:（[^（）\d\n]{1,16}）(?=(?:及|或)?以[上下内]))?(?P<after>(?:及|或)?以[上下内]|之内|左右|上下)?"
# （间） of 12万套（间） belongs to the unit
_OR = r"(?:（[间户处座个套人所家辆台张米件名艘](?:[、/][间户处座个套人所家辆台张米件名艘])*）)?"
# a look at what must follow a unit, before the unit is read: no unit is longer or has such signs in it
_AHEAD = r"(?=[^，。；、]{0,64}?"
_ARABIC = re.compile(
    rf"(?P<number>{_DIGITS})"
    rf"(?:{_AHEAD}[-～至到]\d)(?P<unit1>{UNIT})?[-～至到](?P<to>{_DIGITS}))?"
    # 1500|余|吨, 15|万余|吨, 15|余|万吨
    rf"(?P<scale>[余多](?=[十百千万亿]|{UNIT})|[十百千万亿]{{1,2}}[余多](?={UNIT}))?"
    # /10万, ：1, %额定容量/分钟, 万吨, a bare 万
    rf"(?P<unit>{_AHEAD}/)(?:{UNIT})?/\d{{0,3}}[十百千万]+(?:人|户|(?![元千吨平立升度瓦克米伏焦公]))|[：∶]1(?!\d)|%[一-鿿]{{2,6}}/{UNIT}|{UNIT}(?:·{UNIT})?{_OR}|(?<![12]\d\d\d)年(?=以[上下内]|[。，；、\n\t）]|左右|提高|增加|延长|缩短|$)|[万亿千百](?=[以多余左的，。；、及和\n\t）]|$))?"
    rf"(?:多|余)?(?:台阶|大关|关口)?{_AFTER}"
)
# 提高到|每小时|27公里: what it is for stands before the number
_FOR_EACH = re.compile(rf"(?:[到至在为达]|不[高低]于|不超过)每(?P<each>{UNIT})$")
_EACH_ENDS = frozenset("时吨米亩天日年人户克升")
_DIGIT = re.compile("[0-9]")
_BEFORE_NUMBER = frozenset("0123456789.第＋+")
_NO_COUNT = "立为本员效果功熟长都交品年型份分就绩"  # 成 of 两成 is a unit, that of 两成立 is not
# Each kind of number in words with the sign that it can't do without
_WORDED = (
    ("百分之", re.compile(rf"百分之(?P<percent>{_HAN}+(?:点{_HAN}+)?)(?:到百分之(?P<to>{_HAN}+))?{_AFTER}")),
    ("分之", re.compile(rf"(?P<below>{_HAN}+)分之(?P<above>{_HAN}+){_AFTER}")),
    (
        "成",
        re.compile(
            rf"(?P<tenths>[一二两三四五六七八九])成(?<![第一二三四五六七八九十百千]..)(?P<half>半)?(?![{_NO_COUNT}]){_AFTER}"
        ),
    ),
    ("倍", re.compile(rf"(?<=[高长加升大至到成了约近])(?P<times>{_HAN}+)倍{_AFTER}")),
    ("翻", re.compile(rf"翻上?(?P<fold>[一二两三四五六])?(?:番|一倍){_AFTER}")),
    ("百分点", re.compile(rf"(?P<points>[一二两三四五六七八九十]{{1,3}})个百分点{_AFTER}")),
    ("翻", re.compile(rf"翻上?(?P<folds>[二两三四五六])倍{_AFTER}")),
)
_COUNTED = re.compile(
    r"(?!三门[峡县]|三元区|[三五]台县|七台河|九台区|五台山|五家渠|六盘水|四方台)"  # areas, and no three doors
    r"(?<![第一二三四五六七八九十百千万两])"
    r"(?P<han>(?!十百千|百千万)[一二两三四五六七八九十百千万零]*[十百千一二三四五六七八九]|[一二两三四五六七八九十百千](?=[万亿])|(?<=[成建增设立育造改])[两三四五六七八九十])"
    rf"(?:(?P<scale>[万亿]?)[余多])?(?P<unit>{UNIT})(?:多|余)?{_AFTER}"
)
_MAKING = "成建增设立育造改"
_MAY_COUNT = re.compile(f"{_HAN}(?:{_HAN}+|[万亿])|[{_MAKING}][两三四五六七八九十](?!{_HAN})")
_COUNTER = re.compile(
    r"[十百千万亿]*(?:个|家|座|所|项|处|条|名|人|户|件|张|台|套|台套|辆|艘|支|批|只|对|门|场|场次|次|类|种|款|部|宗|间|栋|幢|株|枝|盆|人次|户次|家次|项次|处次|例|册|位|股|团|期|片|块|头|匹|口|孔|枚|节|根|盏|"
    r"架|组|班|届|篇|首|出|幅|份|笔|单|起|列|路|线|标准机架|机架|床|张床位|车位|泊位|枪|P|EB|PB|TB|PFLOPS|EFLOPS)?(?:（.）)?$"
)
_EXTENT = re.compile(
    "[十百千万亿]*(?:亩|公顷|平方公里|公里|千米)|[十百千万亿]+(?:平方米|平米|立方米)"
)  # 800平方米: one hall's size
_SHARES = frozenset(("%", "‰", "个百分点", "百分点", "成", "分之"))
JOINTS = ("、", "和", "及", "以及", "与")
_BARE = ("万", "亿", "千", "百")
_NO_QUANTITY = frozenset("年月日号时：级条款期版")


class Quantity(NamedTuple):
    """A number at [start, end) of the clean text; `end` takes in its unit and what limits it (`after`: 以上, 左右 …)."""

    start: int
    end: int
    value: float
    value_to: float | None
    unit: str
    unit_end: int
    after: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts things (5个, 300家) rather than measuring them."""
        return self.unit != "" and _COUNTER.fullmatch(self.unit) is not None

    @property
    def extent(self) -> bool:
        """Whether it says how long or wide things are: 20公里, 5万平方米."""
        return _EXTENT.fullmatch(self.unit) is not None

    @property
    def share(self) -> bool:
        """Whether it is a share: 80%, 三分之一."""
        return self.unit in _SHARES


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """Every number with a unit in [start, end), years and ordinals aside; in a row 10、35、50毫克 each has the unit."""
    starts, found = _all(text)
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


@lru_cache(maxsize=2)
def _all(text: str) -> tuple[list[int], list[Quantity]]:
    """The quantities of the whole text and where each begins."""
    every = sorted([*_in_digits(text), *_in_words(text)], key=lambda quantity: quantity.start)
    found: list[Quantity] = []
    row: list[Quantity] = []
    at = 0
    for quantity in every:
        if quantity.start < at:
            continue  # 三 of 三分之一 again
        at = quantity.end
        if row and text[row[-1].end : quantity.start] not in JOINTS:
            found += _with_unit(row)
            row = []
        row.append(quantity)
    found += _with_unit(row)
    return [quantity.start for quantity in found], found


def _with_unit(row: list[Quantity]) -> list[Quantity]:
    """10、35、50毫克/立方米: a number without a unit takes that of the next number in its row."""
    unit = ""
    for i in range(len(row) - 1, -1, -1):
        mine = row[i].unit
        if unit and (not mine or (mine in _BARE and unit != mine and unit.startswith(mine))):  # 20万、25万立方米
            row[i] = row[i]._replace(unit=unit)
        unit = row[i].unit or unit
    return row


def _in_digits(text: str) -> Iterator[Quantity]:
    at = 0
    for digit in _DIGIT.finditer(text):
        start = digit.start()
        before = text[start - 1] if start else ""
        if start < at or before in _BEFORE_NUMBER or (before.isascii() and before.isalpha()):
            continue
        match = _ARABIC.match(text, start)
        assert match is not None
        at = match.end()
        quantity = _digits(text, match)
        if quantity is None:
            continue
        each = _FOR_EACH.search(text, max(0, start - 10), start) if quantity.unit and before in _EACH_ENDS else None
        if each:
            quantity = quantity._replace(start=each.start("each") - 1, unit=f"{quantity.unit}/{each['each']}")
        yield quantity


def _digits(text: str, match: re.Match[str]) -> Quantity | None:
    printed = match["number"]
    unit = (match["scale"] or "").rstrip("余多") + (match["unit"] or match["unit1"] or "")
    behind = text[match.end("number") : match.end("number") + 1]
    is_year = len(printed) == 4 and printed[:2] in ("19", "20")
    if not unit and (behind in _NO_QUANTITY or is_year or (behind.isascii() and behind.isalpha())):
        return None
    value = float(printed.replace("，", ""))
    to = float(match["to"].replace("，", "")) if match["to"] else None
    if to is not None and to <= value:
        return None
    after = match["after"] or ""
    return Quantity(match.start(), match.end(), value, to, unit, match.end() - len(after), after)


def _in_words(text: str) -> Iterator[Quantity]:
    for sign, pattern in _WORDED:
        if sign in text:
            for match in pattern.finditer(text):
                quantity = _share(match)
                if quantity is not None:
                    yield quantity
    for maybe in _MAY_COUNT.finditer(text):
        counted = _COUNTED.match(text, maybe.start() + (maybe[0][0] in _MAKING))
        number = han_number(counted["han"]) if counted else None
        if counted and number is not None and not text.startswith("门", counted.end()):  # 五部门
            yield _quantity(counted, float(number), (counted["scale"] or "") + counted["unit"])


def _quantity(match: re.Match[str], value: float, unit: str, to: float | None = None) -> Quantity:
    after = match["after"] or ""
    return Quantity(match.start(), match.end(), value, to, unit, match.end() - len(after), after)


def _share(match: re.Match[str]) -> Quantity | None:
    """百分之四十, 三分之一 in per cent, 两成半 in tenths; 翻两番 in doublings, 提高两倍 in times."""
    groups = match.groupdict()
    if "percent" in groups:
        value, to = _percent(groups["percent"]), _percent(groups["to"]) if groups["to"] else None
        return None if value is None else _quantity(match, value, "%", to)
    if "below" in groups:
        below, above = han_number(groups["below"]), han_number(groups["above"])
        return _quantity(match, round(100 * above / below, 2), "%") if below and above is not None else None
    if "tenths" in groups:
        return _quantity(match, (han_number(groups["tenths"]) or 0) + (0.5 if groups["half"] else 0), "成")
    if groups.get("points"):
        return _quantity(match, float(han_number(groups["points"]) or 0), "个百分点")
    if "folds" in groups:
        return _quantity(match, float(han_number(groups["folds"]) or 1), "倍")
    if "times" in groups:
        return _quantity(match, float(han_number(groups["times"]) or 1), "倍")
    return _quantity(match, float(han_number(groups["fold"] or "一") or 1), "番")


def _percent(words: str) -> float | None:
    whole, _, rest = words.partition("点")
    value = han_number(whole)
    digits = "".join(str(han_number(c)) for c in rest)
    return None if value is None else float(f"{value}.{digits or 0}")
