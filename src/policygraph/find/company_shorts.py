"""Which short form in a text means which full name: 昊龙胜境 is 贵州昊龙胜境建材有限责任公司, 渌江电瓷 湖南渌江高压电瓷有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.clean import Clean
from policygraph.find.company_forms import FULL, trade_end
from policygraph.find.company_known import CompanyMention, is_known
from policygraph.lexicon.ordinary import is_ordinary

_BRACKETED_SHORT = re.compile(r"（(?:以下)?简称[：“\"]*(?P<short>[^”\"）]{2,12})[”\"]*）")
# what a firm does with its trade: 福满堂餐饮|管理
_TRADE_OF = re.compile("(?:管理|服务|发展|开发|制造|技术|工程|运营|贸易|经营)+$")
_OF_BRAND = re.compile("(?:集团|股份)?(?:公司)?$")  # 巨化|集团公司
_IN_BRACKETS = re.compile("（([一-鿿]{2,4})）")  # 弘元新材料（包头）有限公司


def named_shorts(clean: Clean, mentions: Sequence[CompanyMention]) -> Iterator[tuple[str, int]]:
    """Short forms that the text itself gives to a full name: （以下简称首钢水钢）. Yields (short, where the full name begins).

    A known brand beside its group or company: 巨化, 巨化集团.
    """
    firms = [mention for mention in mentions if mention.kind == "company"]
    printed = {clean.words(mention.start, mention.end) for mention in firms}
    full = " ".join(clean.words(mention.start, mention.end) for mention in firms if not mention.short)
    for mention in mentions:
        brand = _OF_BRAND.sub("", clean.words(mention.start, mention.end))
        if brand in printed and brand not in full and is_known(brand) and mention.end - mention.start > len(brand):
            yield brand, mention.start
        match = _BRACKETED_SHORT.match(clean.text, mention.end)
        if match:
            yield match["short"], mention.start


def core_names(full: str, areas: Sequence[str]) -> list[str]:
    """What remains of a full name when its region, legal form and trade are taken off: 昊龙胜境建材, 昊龙胜境."""
    name = FULL.split(full, maxsplit=1)[0]
    own = max((len(each) for each in areas if name.startswith(each) and len(name) > len(each) + 1), default=0)
    name = name[own:]
    plain = _TRADE_OF.sub("", name)
    forms_of = (name, plain, trade_end().sub("", name), trade_end().sub("", plain))
    return [
        each
        for each in dict.fromkeys(forms_of)
        if len(each) >= 3 and not is_ordinary(each) and not each.endswith(("山", "河", "江", "湖", "岛", "湾"))
    ]


def shortens(short: str, full: str, areas: Sequence[str]) -> bool:
    """Whether `short` leaves out characters of `full` and nothing else, from its own name on: 渌江电瓷, 首钢水钢.

    Behind the same area, for a group of everyday words too: 湛江市交投集团 is 湛江市交通投资集团有限公司.
    """
    if full.startswith(short) and len(short) > 3 and FULL.fullmatch(full, len(short)):
        return True  # 金川集团|股份有限公司
    if len(short) == 2:  # 弘元, which only a list tells
        return not is_ordinary(short) and any(full.startswith(area + short) for area in ("", *areas))
    there = [*areas, *_IN_BRACKETS.findall(full)]
    here = max((area for area in there if short.startswith(area)), key=len, default="")
    if (
        here in areas
        and short.endswith(("集团", "公司"))
        and len(short) - len(here) >= 4
        and not full.startswith(short)
    ):
        rest = iter(full[len(here) :])
        return full[len(here)] == short[len(here)] and all(c in rest for c in short[len(here) :])
    if here and len(short) < len(full) and _opens_own(short[len(here) :], full, here):
        return True  # 包头弘元 is 弘元新材料（包头）有限公司
    opens = len(short) > 3 and any(full.startswith(area + short) for area in ("", *areas))
    if opens and not short.endswith(("公司", "集团")) and not is_ordinary(short):
        return True  # 天和磁材 is 包头天和磁材科技股份有限公司
    if not 3 <= len(short) < len(full) or is_ordinary(short[:2]) or any(short[:2] in area for area in areas):
        return False
    if full.startswith(short) and short.endswith(("公司", "集团")):
        return False  # 某有限公司 and its 水泥分公司, 酒钢集团 and its 宏兴钢铁股份有限公司
    starts = {0, *(len(area) for area in areas if full.startswith(area))}
    at = full.find(short[:2])
    if at not in starts:
        return False
    rest = iter(full[at:])
    return all(c in rest for c in short)


def _opens_own(own: str, full: str, here: str) -> bool:
    """Whether the own words of a short form open those of a full name in the same area."""
    rest = full.removeprefix(here)
    return (
        here in full
        and len(own) > 1
        and not is_ordinary(own)
        and rest.startswith(own)
        and FULL.search(rest) is not None
    )
