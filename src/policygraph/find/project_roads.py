"""Roads and lines by their number or a short name of their own: G318线恩施绕城段, 351国道, 利咸高速, 北环线二期, 捷运蓝线.

No list of places need know them, and no section, phase or area adds to what makes them concrete.
"""

from __future__ import annotations

import re
from functools import lru_cache

from policygraph.find.works import says_what
from policygraph.lexicon.ordinary import proper_part

# 351国道, G15沈海高速, 国道G108, 北环线, 捷运蓝线
_NUMBER = re.compile(
    r"(?:[GS]\d{1,4}(?:线|国道|省道|[一-鿿]{2,4}高速(?:公路)?)?|[XY]\d{3}(?:线|县道|乡道)|\d{3}[国省县]道|[国省县]道[GSX]?\d{3}线?"
    r"|(?:轨道交通|市[域郊]铁路)(?!网|骨|干|支|沿|路|产|运|主|快|专|外|环|建|在|既|延)[一-鿿]{2,4}?线(?![路网上下])|机场(?:联络线|快线)|[东西南北][二三四五六]环(?:线|路|高速)?|[一二三四五六七八九东西南北中内外]环(?:高速(?:公路)?|快速路|大道|线|路)|沿[江海](?:高铁|铁路)|(?:捷运|轻轨)(?!沿)[一-鿿]{1,3}线|(?:城市)?(?:地铁|轨道交通|轻轨)?[A-Z]?\d{1,2}号线)"
)
_DONE = "改扩建|扩容|快速化|升级改造|提升改造|提质改造|改造|改建|延伸"
_BARE = re.compile(r"(?:\d线|[国省]道|高速公路|高速|高铁|客专|铁路|大道|快速路|环线|环路|[GS]\d{1,4})$")
_ENDS = ("段", "线", "延", "公路", "延伸")
_OWN = re.compile(
    r"(?P<own>[一-鿿]{2,5}?)(?:高速公路|高速铁路|高速|高铁|客专|城际铁路|铁路|城际|快速路|大道)"
    r"(?P<section>(?:[东西南北中]段|[一-鿿]{2,6}(?:至[一-鿿]{2,6})?段|[一-鿿]{2,5}至[一-鿿]{2,5}|[东西南北]{0,2}延(?:伸|长)?(?:线|段)|主线|支线|复线)?)"
    rf"[一二三四]?期?(?:工程|项目|{_DONE})*"
)
_DONE_TO_IT = re.compile(f"(?:{_DONE})+(?:工程|项目)?$")
# 疏港铁路, 跨江大道: a sort of line, and no name
_SORT = re.compile(
    r"疏港|进港|快速|城际|省际|市际|县际|区际|跨[江河海湖区市省]|过[江境]|通[村乡县组]|主干|出省|普速|扶贫|战备|最美|断头|中欧|绕城|高速|国省|[入进][园村户]"
    r"|[和与及至的等在建]|国家|全[省市县]|[一二三四五两][条座]"
)
_SHORTEST = 3


def opens_with_number(words: str) -> bool:
    """Whether `words` open with a numbered road: G320国道|凯里绕城段."""
    return _NUMBER.match(words) is not None


def done_to_road(words: str) -> str:
    """What is done to a road, at the end of its name: X301线|改造; empty where nothing is."""
    match = _DONE_TO_IT.search(words)
    return match[0] if match else ""


def ends_as_road(words: str) -> bool:
    """Whether `words` end in a kind of road, without a section, a phase or works: 加快沪渝高速."""
    return _BARE.search(words) is not None


@lru_cache(maxsize=8192)
def is_road(words: str) -> bool:
    """Whether `words` are a road or a line that can be told from all others, with its section, phase and works."""
    if len(words) < _SHORTEST:
        return False
    number = _NUMBER.match(words)
    if number:
        rest = words[number.end() :]
        return (not rest and not words.startswith("沿")) or rest.endswith(_ENDS) or says_what(words)
    own = _OWN.fullmatch(words)
    return own is not None and proper_part(own["own"]) == (0, len(own["own"])) and not _SORT.search(own["own"])
