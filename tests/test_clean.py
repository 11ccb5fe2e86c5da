"""Source text ↔ clean text; the cases stand in tests/cases/clean.txt."""

from __future__ import annotations

import re
import time
from itertools import count

import pytest
from hypothesis import example, given
from tests.cases import Case, cases
from tests.texts import examples, plans

from policygraph.clean import clean
from policygraph.lexicon import gazetteer
from policygraph.script import simplified


@pytest.mark.parametrize("case", cases("clean"))
def test_case(case: Case) -> None:
    expected = "\n".join(case.expected).replace("⇥", "\t").replace("↵", "\v")
    assert case.clean().text == expected


@pytest.mark.parametrize("entry", gazetteer("noise")["line"], ids=lambda entry: entry["what"])
def test_an_example_of_a_lines_noise_leaves_nothing(entry: dict[str, str]) -> None:
    assert (
        clean(f"加快建设数字乡村。\n{entry['example']}\n持续推进数字乡村。\n").text
        == "加快建设数字乡村。\n持续推进数字乡村。"
    )


@pytest.mark.parametrize("entry", gazetteer("noise")["inline"], ids=lambda entry: entry["what"])
def test_an_example_of_inline_noise_is_shorter_once_clean(entry: dict[str, str]) -> None:
    kept = clean(entry["example"]).text
    noise = re.search(entry["pattern"], entry["example"])
    assert noise is not None
    assert len(kept) <= len("".join(entry["example"].split())) - len("".join(noise[0].split()))


@pytest.mark.parametrize(
    "words", ["3个", "（一）指导思想", "1.建设园区", "第三条 执行标准", "市水务局", "2025年", "10/100兆网口"]
)
def test_words_of_a_plan_are_no_noise(words: str) -> None:
    assert clean(f"加快建设数字乡村。\n{words}\n持续推进数字乡村。\n").text.count("\n") == 2


def test_a_long_line_full_of_noise_is_read_in_good_time() -> None:
    begin = time.process_time()
    assert clean("的\u200b 好" * 100_000).text == "的好" * 100_000
    assert time.process_time() - begin < 20


@examples(600)
@given(plans())
def test_offsets_rise_strictly_and_lead_back(text: str) -> None:
    held = clean(text)
    assert len(held.offsets) == len(held.text)
    assert all(a < b for a, b in zip(held.offsets, held.offsets[1:], strict=False))
    assert all(0 <= at < len(text) for at in held.offsets)
    for c, at in zip(held.text, held.offsets, strict=True):
        assert c in "\n\t" or text[at] not in "\n\r" or not text[at].strip()


@example("<br> 一、总体要求\n")
@examples(600)
@given(plans())
def test_words_are_what_is_printed_between_the_ends_of_their_span(text: str) -> None:
    held = clean(text)
    for paragraph in held.paragraphs:
        words = held.words(paragraph.start, paragraph.end)
        begin, end = held.span(paragraph.start, paragraph.end)
        left = iter(text[begin:end])
        assert all(c in left for c in words if c != "\t")  # between cells that stand one under the other
        assert words[0] == text[begin]
        assert words[-1] == text[end - 1]


@examples(100)
@given(plans())
def test_paragraphs_are_the_lines_of_the_clean_text(text: str) -> None:
    held = clean(text)
    assert [held.text[p.start : p.end] for p in held.paragraphs] == (held.text.split("\n") if held.text else [])


def test_no_white_space_is_left_in_a_paragraph() -> None:
    held = clean("加快 建设　园区\n推广 Smart Grid 技术\n")
    assert not re.search(r"\s", held.text.split("\n")[0])


def test_clean_text_is_simplified_and_printed_words_are_not() -> None:
    held = clean("加強環境監測。")
    assert held.text == simplified("加強環境監測。") == "加强环境监测。"
    assert held.words(0, 4) == "加強環境"


def test_the_words_of_a_row_are_apart_whatever_stands_between_its_cells() -> None:
    for between in ("\n", "\t", "|", "\r\n"):
        rows = ("序号|任务|牵头单位|配合单位", "1|建设粮库|市粮食局|市财政局", "2|疏浚河道|市水务局|市财政局")
        held = clean("\n".join(rows).replace("|", between))
        row = held.paragraphs[1]
        assert re.split(r"[\t|]", held.words(row.start, row.end)) == rows[1].split("|")


def test_a_short_letter_above_numbered_headings_is_not_one_paragraph() -> None:
    lines = (
        "临政办（2026）9号", "各县区人民政府，市直各有关单位：", "现印发给你们，请认真抓好落实。", "临岚市人民政府办公室", "2026年3月6日",
        "临岚市冷链物流2026年度工作任务", "一、2025年全市冷链物流工作的回顾", "建成产地冷库12座，新增库容。", "二、2026年全市冷链物流重点任务",
        "（一）完善全市冷链物流骨干网络体系", "建成产地冷库20座，更新冷藏车。", "附件", "目标任务表", "1\t市商务局\t推进标准化建设。",
        "2\t市财政局\t落实冷链专项资金。",
    )  # fmt: skip
    found = clean("\n".join(lines))
    assert [found.text[p.start : p.end] for p in found.paragraphs] == list(lines)


def _broken_twice(paragraph: str, width: int) -> str:
    """As some PDFs give their text: broken at the edge of the page, and behind one or two commas or full stops in eight."""
    rows = [paragraph[i : i + width] for i in range(0, len(paragraph), width)]
    stops = count()
    return "\n".join(re.sub(r"[，。、](?!$)", lambda m: m[0] + "\n" * (next(stops) % 8 < 2), row) for row in rows)


def test_lines_broken_at_the_edge_and_behind_commas_are_whole_again() -> None:
    tasks = (
        "推进粮库改造升级，完善仓储物流设施，到2026年底建成标准化仓房120座，新增仓容85万吨，绿色储粮技术覆盖率明显提高，"
        "支持龙头企业延伸产业链条，打造区域性粮食交易平台（市粮食局、市财政局、市交通运输局，各县区人民政府按职责分工负责）",
        "加强农村供水工程建设管理和维修养护工作力度，推动城乡供水一体化发展，实施老旧管网更新改造，提高供水保障水平和应急能力，"
        "健全水价形成机制并规范水费收缴行为。严格水源地保护，定期开展水质检测工作。（市水务局负责）",
    )
    names = zip("一二三四五六七八九", "粮棉油果茶菜鱼禽蛋", strict=True)
    paragraphs = [
        f"（{n}）发展{what}。{tasks[1].partition('（')[0]}{tasks[i % 2]}" for i, (n, what) in enumerate(names)
    ]
    text = "\n".join(["现代农业发展实施方案", *(_broken_twice(each, 32) for each in paragraphs)])
    found = clean(text)
    assert [found.text[p.start : p.end] for p in found.paragraphs] == ["现代农业发展实施方案", *paragraphs]


def test_at_finds_the_first_character_from_an_offset_on() -> None:
    held = clean("甲 乙\n— 3 —\n丙。")
    assert held.text[held.at(1)] == "乙"
    assert held.text[held.at(0)] == "甲"
    assert held.at(10_000) == len(held.text)


def test_headings_of_one_width_do_not_make_a_text_broken_at_it() -> None:
    title, whole = "上海市减污降碳协同增效实施方案", "推动各类园区节能降碳，" * 20 + "完成改造。"
    text = "\n".join([title, whole, *(f"（{n}）大力发展非化石能源产业\n{whole}" for n in "一二三四五六七八九十")])
    found = clean(text)
    assert found.text[found.paragraphs[0].start : found.paragraphs[0].end] == title
