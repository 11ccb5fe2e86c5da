"""A duty list cut into its items, and an item into the bodies that it names.

市商务局牵头会同市财政局负责 is two items; 市教育局和市财政局 two bodies, 工业和信息化局 one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policygraph.clean import Clean
from policygraph.find.duty_words import GLUED, LABEL, ROLE_TAIL
from policygraph.find.edges import AREA_AHEAD
from policygraph.lexicon.departments import looks_like_body
from policygraph.lexicon.regions import listed_names

SEPARATOR = re.compile(r"[、，；。：/\v\n]| and ")
_SIGN = re.compile(rf"[（）〈〉]|{SEPARATOR.pattern}")
_JOINT = re.compile(f"(?!{AREA_AHEAD})(?:和|以?及|与|会同|、)")  # 市公安局和平分局 is one body
_HALF = re.compile(
    r"(?<=牵头)(?=会同|联合|[市省县区州各].{2})|(?=会同)|(?<=（(?:牵头|主办|负责|配合|参与|落实)）)(?=[一-鿿]{2})"
)
_IN_BRACKET = re.compile("（(?P<who>[^（）]{4,60})）$")
_AREAS = re.compile("(?:各|有关|相关|所有).*[市县区州旗盟]")  # 各设区市|及江城新区管委会
# 市级各有关部门|及各县市区政府
_COLLECTIVE = re.compile(r"(?:有关|相关|成员|责任)(?:部门|单位)$")
# 领导小组办公室|及各成员单位, 市乡村振兴局|及相关镇
_ALL_OTHERS = re.compile(
    f"各?{_COLLECTIVE.pattern}|(?:各|相关|有关|所在|属地)(?:[镇乡村县市区]|街道|园区|镇街|乡镇|镇（街道）)+|[省市县区州]属(?:国有)?(?:企业|院校|高校)|(?:各|有关|相关)(?:企业|高校|金融机构|行业协会|运营商)"
)
_LONGEST_PAIR = 200  # two bodies with all that stands in their brackets
_BODY_END = "局委办厅部会院署行府心司团社处校学队所台馆室"
_BODY_ENDS = re.compile(f"[{_BODY_END}](?=.)")


def items(clean: Clean, text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text` between separators, brackets and glued bodies (各市、县人民政府) kept whole."""
    whole = dict(match.span() for match in GLUED.finditer(text))
    depth = start = read = 0
    for i in _places(clean, text, begin, whole):
        if i < read:
            continue
        if not depth and i in whole:
            read = whole[i]
            continue
        if not depth and i > start and _begins_label(clean, text, i, begin):
            yield start, i
            start = i
        c = text[i]
        depth += (c in "（〈") - (c in "）〉" and depth > 0)
        separator = None if depth else SEPARATOR.match(text, i)
        if separator:
            yield start, i + (separator[0] == "：")
            start = read = separator.end()
        elif not depth and i > start and text[i - 1] in _BODY_END and clean.spaced(begin + i):
            yield start, i
            start = i
    yield start, len(text)


def _places(clean: Clean, text: str, begin: int, glued: Iterable[int]) -> list[int]:
    """Where an item may end: at a sign, where white space was left out, where glued bodies or a label begin."""
    places = {match.start() for match in _SIGN.finditer(text)}
    places.update(at - begin for at in clean.gaps(begin, begin + len(text)))
    places.update(glued)
    if "：" in text:  # 市建设局|时限要求：…
        places.update(match.end() for match in _BODY_ENDS.finditer(text))
    return sorted(places)


def _begins_label(clean: Clean, text: str, i: int, begin: int) -> bool:
    """市商务局|【配合单位】市经信局, 李四| 责任单位：市司法局 behind a space and 市建设局|时限要求：… behind a body.

    市民政局（牵头）、市财政局 says what the body before the bracket does.
    """
    if text[i] != "（" and text[i - 1] not in _BODY_END and not clean.spaced(begin + i):
        return False
    label = None if text.startswith("（牵头）", i) else LABEL.match(text, i)
    if label is None or label["colon"] is None:
        return False
    noted = label.end() == len(text) or SEPARATOR.match(text, label.end()) is not None
    return not (noted and text[label.end() - 1] == "）")


def halves(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """市商务局牵头会同市财政局负责 → 市商务局牵头 | 会同市财政局负责; 市商务局（市财政局配合） → 市商务局 | （市财政局配合）."""
    at, whole = a, b
    helped = _helped_by(text, a, b)
    b = whole if helped is None else helped
    for match in _HALF.finditer(text, a + 1, b):
        if text.count("（", at, match.start()) == text.count("）", at, match.start()):
            yield at, match.start()
            at = match.start()
    yield at, b
    if helped is not None:
        yield helped, whole


def _helped_by(text: str, a: int, b: int) -> int | None:
    """Where the bracket opens that closes [a, b) and says what other bodies do: 市商务局（市财政局配合）."""
    match = _IN_BRACKET.search(text, a + 1, b)
    role = ROLE_TAIL.search(match["who"]) if match else None
    if match is None or role is None:
        return None
    return match.start() if all(map(looks_like_body, match["who"][: role.start()].split("、"))) else None


def _may_close(left: str, right: str) -> bool:
    """Whether `left`, before a joint, is a whole body, or an area for its government: 盘州市|和水城区政府."""
    if left in listed_names():
        return True
    ends = left[-1] in _BODY_END + "）" or _AREAS.fullmatch(left) or (_COLLECTIVE.search(left) and len(right) > 3)
    return bool(ends) and looks_like_body(left)


def _may_follow(right: str) -> bool:
    return looks_like_body(right) or _ALL_OTHERS.fullmatch(right) is not None or right in listed_names()


def names(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """Splits 市教育局和市财政局, never 工业和信息化局; 一港五谷（鹿城区政府、龙湾区政府） stands for the bodies in its bracket."""
    name = text[a:b]
    inner = re.fullmatch(r"([^（）]*)（([^（）]+)）", name)
    if inner and "、" in inner[2] and not looks_like_body(inner[1]) and all(map(looks_like_body, inner[2].split("、"))):
        at = a + inner.start(2)
        for part in inner[2].split("、"):
            yield at, at + len(part)
            at += len(part) + 1
        return
    for match in () if len(name) > _LONGEST_PAIR or GLUED.fullmatch(name) else _JOINT.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if left and left.count("（") == left.count("）") and _may_close(left, right) and _may_follow(right):
            yield a, a + match.start()
            yield from names(text, a + match.end(), b)
            return
    yield a, b
