"""Sentences and their parts; a bracket never ends a part."""

from __future__ import annotations

import itertools

from hypothesis import given
from tests.texts import examples, plans

from policygraph.clean import clean
from policygraph.find.sentences import parts, sentences


def cut(words: str) -> list[list[str]]:
    return [[words[a:b] for a, b in parts(words, s, e)] for s, e in sentences(words, 0, len(words))]


def test_a_sentence_of_several_parts() -> None:
    assert cut("到2025年，建成5个园区；到2030年，翻一番。加强管理！") == [
        ["到2025年", "建成5个园区", "到2030年", "翻一番"],
        ["加强管理"],
    ]


def test_a_bracket_never_ends_a_part() -> None:
    assert cut("推广新能源（含电动，不含混动）汽车，建设站点。") == [["推广新能源（含电动，不含混动）汽车", "建设站点"]]


def test_a_colon_ends_a_part() -> None:
    assert cut("主要目标：覆盖率提高。") == [["主要目标", "覆盖率提高"]]


def test_a_closing_quote_belongs_to_the_sentence_end() -> None:
    assert cut("做到“应保尽保。”加强监测。") == [["做到“应保尽保"], ["加强监测"]]


def test_a_text_without_a_full_stop_is_one_sentence() -> None:
    assert cut("加强监测") == [["加强监测"]]


def test_a_bracket_that_nothing_opens_does_no_harm() -> None:
    assert cut("甲）乙，丙。") == [["甲）乙", "丙"]]


@examples(500)
@given(plans())
def test_sentences_and_parts_lie_in_order_within_the_stretch(text: str) -> None:
    held = clean(text).text
    found = list(sentences(held, 0, len(held)))
    assert all(0 <= s < e <= len(held) for s, e in found)
    assert all(above[1] <= below[0] for above, below in itertools.pairwise(found))
    for s, e in found:
        inner = list(parts(held, s, e))
        assert all(s <= a < b <= e for a, b in inner)
        assert all(above[1] <= below[0] for above, below in itertools.pairwise(inner))
