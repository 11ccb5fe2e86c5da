"""第一章, 一、, （一）, 1., ①: numbers at the head of a line, and Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.numbering import RANK, Numbering, han_number, number_of, numbering


@pytest.mark.parametrize(
    ("line", "level", "numeral", "words"),
    [
        ("第一章 总则", "chapter", "一", "总则"),
        ("第三部分 保障措施", "chapter", "三", "保障措施"),
        ("第二节 主要目标", "section", "二", "主要目标"),
        ("第十二条 各级政府", "section", "十二", "各级政府"),
        ("一、总体要求", "han", "一", "总体要求"),
        ("十一、组织实施", "han", "十一", "组织实施"),
        ("（一）指导思想", "han_bracket", "一", "指导思想"),
        ("（二十三）强化监督", "han_bracket", "二十三", "强化监督"),
        ("1.建设园区", "arabic", "1", "建设园区"),
        ("41、评估考核", "arabic", "41", "评估考核"),
        ("（3）选址", "arabic_bracket", "3", "选址"),
        ("行动三：要素保障", "named", "三", "要素保障"),
        ("任务2：保护黑土地", "arabic", "2", "保护黑土地"),
        ("2.1编制目的", "decimal_2", "2.1", "编制目的"),
        ("2.1.13专业队伍", "decimal_3", "2.1.13", "专业队伍"),
        ("2.1.2.升级政务云", "decimal_3", "2.1.2", "升级政务云"),
        ("2.3人才引育工程", "decimal_2", "2.3", "人才引育工程"),
        ("2）施工", "arabic_bracket", "2", "施工"),
        ("③验收", "circled", "③", "验收"),
    ],
)
def test_a_number_heads_the_line(line: str, level: str, numeral: str, words: str) -> None:
    found = numbering(line)
    assert found is not None
    assert (found.level, found.numeral, line[found.end :].strip()) == (level, numeral, words)


@pytest.mark.parametrize(
    "line",
    [
        "2025年完成",
        "1.5万吨",
        "2.3人次",
        "12.4升",
        "12.3%",
        "2.5左右",
        "3.2家企业",
        "任务一览表",
        "十四五时期",
        "一批项目",
        "第三产业占比",
        "第一方阵",
        "（市商务局负责）",
        "30个",
        "",
        "总体要求",
        "1234.建设",
    ],
)
def test_what_is_no_number(line: str) -> None:
    assert numbering(line) is None


@pytest.mark.parametrize(("line", "ordinal"), [("十二、", 12), ("（三）", 3), ("7.", 7), ("⑩", 10), ("第二十一条", 21)])
def test_the_place_in_its_row(line: str, ordinal: int) -> None:
    found = numbering(line)
    assert found is not None
    assert found.ordinal == ordinal


def test_levels_go_from_the_outside_in() -> None:
    lines = ["第一章 甲", "第一节 乙", "一、丙", "（一）丁", "1.戊", "（1）己", "①庚"]
    ranks = [RANK[found.level] for line in lines if (found := numbering(line))]
    assert ranks == sorted(set(ranks))
    assert len(ranks) == len(lines)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("零", 0), ("七", 7), ("两", 2), ("十", 10), ("十五", 15), ("二十六", 26), ("一百零三", 103), ("三百五十", 350), ("一千二百", 1200),
        ("一万二千", 12_000), ("三十万", 300_000), ("一亿", 100_000_000), ("两亿五千万", 250_000_000),
    ],
)  # fmt: skip
def test_chinese_numerals(words: str, number: int) -> None:
    assert han_number(words) == number


@pytest.mark.parametrize("words", ["", "个", "十个", "15", "一二三个"])
def test_what_is_no_numeral(words: str) -> None:
    assert han_number(words) is None


@pytest.mark.parametrize(("words", "number"), [("12", 12), ("十二", 12), ("两", 2), ("", None), ("12个", None)])
def test_either_kind_of_numeral(words: str, number: int | None) -> None:
    assert number_of(words) == number


@given(st.integers(1, 99))
def test_numerals_up_to_a_hundred_are_read_back(number: int) -> None:
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    words = (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    assert han_number(words) == number


@given(st.text(max_size=20))
def test_any_line_is_read_or_not(line: str) -> None:
    found = numbering(line)
    assert found is None or (isinstance(found, Numbering) and 0 < found.end <= len(line) and found.numeral in line)
