"""Laws, plans, standards and notices named in 《》, with the number and the issuer that stand beside them.

生态环境部《关于印发〈减污降碳协同增效实施方案〉的通知》（环综合〔2022〕42号） gives title, issuer and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygraph.clean import Clean

# 环综合〔2022〕42号, GB/T37099-2018, DB52/1115-2016
DOCUMENT_NUMBER = r"[一-鿿]{1,12}(?:[一-鿿]|\s)?（(?:19|20)\d\d）第?\d{1,5}号"
STANDARD_NUMBER = (
    r"(?:GB|DB|HJ|JT|JTG|NY|CJ|CJJ|JGJ|YY|SL|DL|AQ|HG|YB|QB|SB|TD|LY|ISO|WS|GA|T)(?:/?[A-Z])?(?:/T|/Z)?"
    r"[\dA-Z/]*\s?\d+(?:\.\d+)*(?:-(?:19|20)?\d\d)?"
)
_BEHIND = re.compile(
    rf"（(?P<number>{DOCUMENT_NUMBER}|{STANDARD_NUMBER}|(?:第?[一-鿿]*令)?第?\d+号(?:令|公告)?"
    r"|[一-鿿（）〔〕\d]{2,24}(?:令第?\d+号|第\d+号令?))(?:，?以下(?:简称|称).*?)?）"
)
_AHEAD = re.compile(
    r"(?P<issuer>(?:国家|中共中央|国务院|党中央|中央|省人民政府|省政府|市人民政府|市政府|[一-鿿、（）]{2,24}?(?:部|委员会|委|局|厅|办公厅|办公室|人民政府|总署|总局))(?:等[一二三四五六七八九十\d]+(?:个)?(?:部门|单位|部委))?(?:办公厅|办公室)?)(?:联合)?(?:印发|发布|出台|制定|下发)?(?:的|了)?$"
)
_LEADING = re.compile(r".*(?:根据|按照|依据|落实|贯彻|执行|遵循|对照|符合|及|和|与|、|，|以及|严格落实|按|结合)")
_NO_DOCUMENT = re.compile(r"^.{0,3}$|报$|杂志$|课程$|证书?$|专栏$|歌$|电影$|纪录片$")


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A cited document at [start, end) of the clean text, its 《》 included; `number` and `issuer` as offsets or None."""

    start: int
    end: int
    number: tuple[int, int] | None
    issuer: tuple[int, int] | None


def find_citations(clean: Clean, stretches: Sequence[tuple[int, int]]) -> Iterator[CitationMention]:
    """The documents named in 《》 in the stretches of one clause."""
    for start, end in stretches:
        for a, b in titles(clean.text, start, end):
            if _NO_DOCUMENT.search(clean.text[a + 1 : b - 1]):
                continue
            behind = _BEHIND.match(clean.text, b)
            ahead = _AHEAD.search(clean.text[max(start, a - 40) : a])
            issuer = _issuer(clean.text, max(start, a - 40), ahead) if ahead else None
            yield CitationMention(a, b, behind.span("number") if behind else None, issuer)


def titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The outermost 《》 of a stretch; one that nothing closes is none."""
    depth = opened = 0
    for match in re.finditer("[《》\n]", text[start:end]):
        c = match[0]
        if c == "《":
            opened = start + match.start() if not depth else opened
            depth += 1
        elif c == "》" and depth:
            depth -= 1
            if not depth:
                yield opened, start + match.end()
        elif c == "\n":
            depth = 0


def _issuer(text: str, base: int, ahead: re.Match[str]) -> tuple[int, int] | None:
    """The issuer's own words, freed of 根据, 落实 and what else leads up to them."""
    words = ahead["issuer"]
    lead = _LEADING.match(words)
    cut = lead.end() if lead and lead.end() < len(words) else 0
    start = base + ahead.start("issuer") + cut
    return (start, base + ahead.end("issuer")) if len(words) - cut >= 2 else None
