"""Word files: what a reader of the accepted version sees, in order."""

from __future__ import annotations

import pytest
from tests.reading import word_files as w
from tests.reading.word_files import cell, item, p, table

from policygraph.errors import DataError
from policygraph.reading import docx


def text(body: str, **parts: str) -> str:
    return docx.read("方案.docx", w.docx(body, **parts)).text


def level(at: int, form: str, printed: str, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{printed}"/></w:lvl>'


def lists(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


USUAL = (level(0, "chineseCounting", "%1、"), level(1, "chineseCountingThousand", "（%2）"), level(2, "decimal", "%3."))


def test_words_own_numbers_are_printed_and_begin_again_under_a_new_heading() -> None:
    body = (
        item("总体要求")
        + item("指导思想", 1)
        + item("主要目标", 1)
        + item("重点任务")
        + item("源头防控", 1)
        + item("空间管控。", 2)
    )
    assert text(body, numbering=lists(*USUAL)).split() == [
        "一、总体要求", "（一）指导思想", "（二）主要目标", "二、重点任务", "（一）源头防控", "1.空间管控。",
    ]  # fmt: skip


def test_a_level_that_no_heading_restarts_counts_on() -> None:
    straight = (*USUAL[:2], level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>'))
    body = item("甲", 1) + item("一。", 2) + item("二。", 2) + item("乙", 1) + item("三。", 2)
    assert text(body, numbering=lists(*straight)).split() == ["（一）甲", "1.一。", "2.二。", "（二）乙", "3.三。"]


def test_two_lists_of_one_definition_count_on_unless_one_begins_anew() -> None:
    num = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/>{}</w:num>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = lists(*USUAL, nums=num.format(1, "") + num.format(2, "") + num.format(3, anew))
    body = item("甲") + item("乙", number=2) + item("丙", number=3) + item("丁", number=3)
    assert text(body, numbering=numbering).split() == ["一、甲", "二、乙", "一、丙", "二、丁"]


@pytest.mark.parametrize(
    ("form", "count", "printed"),
    [
        ("chineseCounting", 12, "十二"), ("chineseCounting", 20, "二十"), ("chineseCountingThousand", 105, "一百〇五"),
        ("decimalEnclosedCircle", 3, "③"), ("decimalFullWidth", 10, "１０"), ("upperRoman", 4, "IV"), ("lowerLetter", 28, "bb"),
        ("ideographTraditional", 2, "乙"), ("decimalZero", 7, "07"), ("bullet", 1, ""),
    ],
)  # fmt: skip
def test_a_number_is_printed_in_its_format(form: str, count: int, printed: str) -> None:
    found = text("".join(item("文") for _ in range(count)), numbering=lists(level(0, form, "%1")))
    assert found.split()[-1] == f"{printed}文"


def test_a_heading_style_brings_its_number() -> None:
    styles = (
        '<w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="2" w:type="paragraph"><w:basedOn w:val="1"/></w:style>'
    )
    numbering = lists(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="2"/><w:isLgl/>'),
    )
    body = (
        p("总体要求", '<w:pStyle w:val="1"/>')
        + p("目标", '<w:pStyle w:val="2"/>')
        + p("不编号", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert text(body, numbering=numbering, styles=styles).split() == ["一、总体要求", "1.1目标", "不编号"]


def test_an_empty_paragraph_takes_no_number() -> None:
    assert text(item("甲") + item("") + item("乙"), numbering=lists(*USUAL)).split() == ["一、甲", "二、乙"]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>到</w:t></w:r><w:del><w:r><w:delText>2024</w:delText></w:r></w:del><w:ins><w:r><w:t>2025</w:t></w:r></w:ins>"
        "<w:r><w:t>年</w:t></w:r><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>"
    )
    assert text(body).split() == ["到2025年", "前半后半"]


def test_a_deleted_row_is_gone() -> None:
    rows = (cell("序号") + cell("任务"), "<w:trPr><w:del/></w:trPr>" + cell("1") + cell("旧"), cell("2") + cell("新"))
    assert text(table(*rows)) == "序号\t任务\n2\t新\n"


def test_cells_keep_their_place_and_their_lines() -> None:
    head = cell("序号") + cell("重点任务") + cell("牵头单位") + cell("配合单位")
    merged = cell("1", '<w:vMerge w:val="restart"/>') + cell("甲") + cell("市财政局|市科技局") + cell("")
    below = cell("", "<w:vMerge/>") + cell("乙", '<w:gridSpan w:val="2"/>') + cell("丙")
    assert (
        text(table(head, merged, below))
        == "序号\t重点任务\t牵头单位\t配合单位\n1\t甲\t市财政局\v市科技局\n\t乙\t\t丙\n"
    )


def test_a_table_of_one_column_is_a_box() -> None:
    body = p("（一）任务") + table(cell("专栏1　重点工程"), cell("（1）甲工程|建设甲。")) + p("（二）任务")
    assert text(body) == "（一）任务\n专栏1　重点工程\n（1）甲工程\n建设甲。\n\n\n（二）任务\n"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inside = f"<w:txbxContent>{p('专栏2')}{p('乙工程')}</w:txbxContent>"
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>'
        f"<mc:Choice><w:drawing>{inside}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text(body).split() == ["正文", "专栏2", "乙工程"]


def test_a_footnote_stands_after_its_paragraph() -> None:
    notes = f'<w:footnote w:id="-1">{p("分隔")}</w:footnote><w:footnote w:id="2">{p("不含贵安新区。")}</w:footnote>'
    body = (
        '<w:p><w:r><w:t>全市</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>达到9%。</w:t></w:r></w:p>'
        + p("后文")
    )
    assert text(body, footnotes=notes).split() == ["全市达到9%。", "［注1］不含贵安新区。", "后文"]


def test_what_is_not_of_the_text_is_left_out() -> None:
    styles = '<w:style w:styleId="T" w:type="paragraph"><w:name w:val="toc 1"/></w:style>'
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
        + p("目录")
        + "</w:sdtContent></w:sdt>"
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        "<w:r><w:t>正</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"
    )
    assert text(contents + p("一、总体要求 1", '<w:pStyle w:val="T"/>') + field, styles=styles).split() == ["正"]


def test_hidden_text_is_told_by_the_nearest_switch() -> None:
    hides = "<w:rPr><w:vanish/></w:rPr>"
    styles = (
        f'<w:style w:styleId="A" w:type="character">{hides}</w:style>'
        '<w:style w:styleId="B" w:type="character"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C" w:type="character"><w:basedOn w:val="A"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        f'<w:style w:styleId="D" w:type="paragraph">{hides}</w:style>'
    )

    def run(words: str, properties: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"

    shown = run("一", '<w:rStyle w:val="A"/><w:vanish w:val="0"/>') + run("二", '<w:rStyle w:val="C"/>')
    hidden = run("藏", '<w:rStyle w:val="A"/>') + run("藏", '<w:rStyle w:val="B"/>') + run("藏", "<w:vanish/>")
    body = f"<w:p>{shown}{hidden}</w:p>" + p("藏藏", '<w:pStyle w:val="D"/>')
    source = docx.read("方案.docx", w.docx(body, styles=styles))
    assert source.text.split() == ["一二"]
    assert source.notices == ("hidden text was not read (5 characters)",)


def test_every_place_is_found_again() -> None:
    source = docx.read(
        "方案.docx", w.docx(p("总则") + table(cell("序号") + cell("任务"), cell("1") + cell("植树")) + p("附则"))
    )
    assert source.locus_of(source.text.index("总则")) == "paragraph 1"
    assert source.locus_of(source.text.index("植树") + 1) == "table 1, row 2, cell 2"
    assert source.locus_of(source.text.index("附则")) == "paragraph 6"


def test_what_was_left_out_or_decided_is_told() -> None:
    changed = (
        "<w:p><w:r><w:t>到</w:t></w:r><w:del><w:r><w:delText>2024</w:delText></w:r></w:del><w:ins><w:r><w:t>2025</w:t></w:r></w:ins>"
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    assert docx.read("方案.docx", w.docx(changed)).notices == (
        "tracked changes were read as accepted (1 insertion, 1 deletion)",
        "hidden text was not read (2 characters)",
        "1 comment was not read",
    )
    assert docx.read("方案.docx", w.docx(p("总则"))).notices == ()


def test_a_file_of_pictures_says_what_to_do() -> None:
    with pytest.raises(DataError, match="OCR"):
        text("<w:p><w:r><w:drawing/></w:r></w:p>")
