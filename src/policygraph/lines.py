"""The lines of a source: folded to one form of each sign, freed of white space and of what the file's road left in them.

— 11 — on a line of its own, a watermark that breaks into a sentence and a site's note are no text of the plan's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from policygraph.flattened import with_tabs
from policygraph.lexicon import gazetteer
from policygraph.numbering import numbering
from policygraph.quotes import curled
from policygraph.script import simplified

_FORMS = str.maketrans({
    **dict.fromkeys("([［〔【﹝｛{", "（"), **dict.fromkeys(")]］〕】﹞｝}", "）"),
    **dict.fromkeys("—–‐‑‒―─−-", "-"), **dict.fromkeys("~～〜∼", "～"),
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "﹪": "%",
    **dict.fromkeys("・•‧∙", "·"), "「": "“", "」": "”", "『": "‘", "』": "’", "﹑": "、", "､": "、", "｡": "。",
    "✕": "×", "Ⅹ": "X",
})  # fmt: skip
# …。 and …。（市水务局负责）
SENTENCE_END = re.compile(r"[。！？…][”’）》]*$|(?:^|[。；！？])（[^（）]*(?:（[^（）]*）[^（）]*)*）$")
_ENDS = frozenset("。！？…”’）》")
# 专栏1, 附件：, 责任单位：: a line of its own whatever stands above it
LABEL = re.compile(
    r"(?:专栏|附件|附表|附录|抄送|主送|联系人|(?:牵头|责任|主要责任|配合|协同|协同责任|参与|负责|落实|实施|承办|主办|协办|指导)"
    r"(?:责任)?(?:单位|部门|主体)|完成(?:时限|时间)|部门分工|责任分工)[\d一二三四五六七八九十]*[：:、\s]?"
)
_NO_HEAD = re.compile("[\t，。；：、（）“”《》]")
_LINE = re.compile(r"[^\n\r\f\x85\u2028\u2029]+")
_KEPT = re.compile(r"\S+|[\t\v]|(?<=[A-Za-z]) (?=[A-Za-z0-9])")
_FAR = 30  # lines from one ordinal to the next: no row has more
_HALF_WIDTH = (
    ("，", ","),
    ("：", ":"),
    ("；", ";"),
    ("？", "?"),
)  # the form in which the patterns of noise.yml are written
_HAN_YEAR = re.compile("二[〇○oO0零](?:[〇○oO0零一二三四五六七八九]){2}(?=年)")
_HAN_DIGITS = str.maketrans("〇○oO零一二三四五六七八九", "00000123456789")
_RULE = re.compile(r"[\t:：-]+")  # |---|:---:| under the head of a Markdown table


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source with what is left of it: the stretches kept, and their characters as clean text has them."""

    text: str
    kept: tuple[tuple[int, int], ...]
    gap: int
    width: float


@cache
def _noise(place: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry['pattern']})" for entry in gazetteer("noise")[place]))


@cache
def _signs() -> re.Pattern[str]:
    """The cheap test of a line: no noise stands in it without one of these signs."""
    return re.compile(f"[{''.join(entry['signs'] for entry in gazetteer('noise')['inline'])}]")


def lines_of(source: str) -> Iterator[Line]:
    """The lines that hold anything, each folded, stripped of inline noise and of white space."""
    inline, signs = _noise("inline"), _signs()
    source = with_tabs(source)
    folded = curled(simplified(source).translate(_FORMS))
    folded = _HAN_YEAR.sub(lambda year: year[0].translate(_HAN_DIGITS), folded)
    above = 0
    for match in _LINE.finditer(source):
        begin, end = match.span()
        stretches = list(_kept(source, begin, end))
        if signs.search(source, begin, end) and inline.search(source, begin, end):
            stretches = list(_without(stretches, [hit.span() for hit in inline.finditer(source, begin, end)]))
        row = source.startswith(("|", "｜"), stretches[0][0]) if stretches else False
        if row:  # | a | b | is a row of two cells
            stretches[0] = (stretches[0][0] + 1, stretches[0][1])
        text = "".join([folded[a:b] for a, b in stretches])
        if row:
            text = text.replace("|", "\t").replace("｜", "\t")
        text, stretches = _trimmed(text, stretches)
        if text and not (row and _RULE.fullmatch(text)):
            yield Line(text, tuple(stretches), max(0, source.count("\n", above, begin) - 1), _width(text))
            above = end


def _kept(source: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are no white space; the tab of a table and a space between Latin words stay."""
    return (match.span() for match in _KEPT.finditer(source, begin, end))


def _without(stretches: Sequence[tuple[int, int]], holes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`stretches` less `holes`, both in order and none overlapping: walked side by side, for a line may have thousands."""
    at = 0
    for begin, end in stretches:
        while at < len(holes) and holes[at][0] < end:
            hole_begin, hole_end = holes[at]
            if begin < hole_begin:
                yield begin, hole_begin
            begin = max(begin, min(end, hole_end))
            if hole_end > end:
                break  # it goes on in the next stretch
            at += 1
        if begin < end:
            yield begin, end


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """A row without the empty cells' tabs before its first word; and no tab or space at the end of any line."""
    lead, tail = len(text) - len(text.lstrip("\t \v")), len(text) - len(text.rstrip("\t \v"))
    if lead == len(text):
        return "", []
    if "\t" in text.strip("\t ") and lead:
        lead = 0  # an empty first cell of a row keeps its place
    if lead or tail:
        places = [at for begin, end in stretches for at in range(begin, end)][lead : len(text) - tail]
        return text[lead : len(text) - tail], [(at, at + 1) for at in places]
    return text, stretches


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with `text`, which is not empty."""
    return text[-1] in _ENDS and SENTENCE_END.search(text) is not None


def _width(text: str) -> float:
    """The printed width of `text` in full-width characters."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def without_furniture(lines: list[Line]) -> list[Line]:
    """`lines` without page numbers, watermarks and running heads."""
    noise = _noise("line")
    marks = [bool(noise.fullmatch(_half_width(line.text))) for line in lines]
    counted = _ordinals(lines)
    numbers = [i for i, line in enumerate(lines) if i not in counted and line.text.isdecimal() and len(line.text) < 4]
    if _is_page_count([int(lines[i].text) for i in numbers]):
        for i in numbers:
            marks[i] = True
    heads = _running_heads(lines)
    for i, line in enumerate(lines):
        marks[i] |= line.text in heads
    rest: list[Line] = []
    gap = 0
    for line, mark in zip(lines, marks, strict=True):
        if mark:
            gap += line.gap
        else:
            rest.append(line if not gap else Line(line.text, line.kept, line.gap + gap, line.width))
            gap = 0
    return rest


def _half_width(text: str) -> str:
    for wide, half in _HALF_WIDTH:
        text = text.replace(wide, half)
    return text


def _ordinals(lines: list[Line]) -> set[int]:
    """Where the cells of a column 序号 stand, in a table that is printed one cell per line: they count no pages."""
    found: set[int] = set()
    last, ordinal, opens = -_FAR, 0, False
    for i, line in enumerate(lines):
        if line.text in ("序号", "编号"):
            last, opens = i, True
        elif i - last < _FAR and (line.text == str(ordinal) or (opens and line.text == "1")):
            found.add(i)
            last, ordinal, opens = i, int(line.text) + 1, False
    return found


def _is_page_count(numbers: list[int]) -> bool:
    """Whether bare numbers on lines of their own count pages: 1, 2, 3, 5 do; 13, 4, 13 don't."""
    steps = [b - a for a, b in pairwise(numbers)]
    return len(numbers) >= 3 and all(step > 0 for step in steps) and sum(step == 1 for step in steps) * 2 >= len(steps)


def _running_heads(lines: list[Line]) -> set[str]:
    """Lines that recur and break into a sentence: such a line is no text of the plan's own."""
    times = Counter(line.text for line in lines if len(line.text) >= 4)
    often = {text for text, count in times.items() if count >= 3 and not _NO_HEAD.search(text)}
    often = {text for text in often if not numbering(text) and not LABEL.match(text)}
    broken: Counter[str] = Counter()
    for above, line in pairwise(lines):
        if line.text in often and above.width > 15 and not ends_sentence(above.text):
            broken[line.text] += 1
    return {text for text in often if broken[text] * 3 >= times[text]}
