"""PDF files: paragraphs over lines and pages, tables by their rules, no page furniture."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from tests.reading.conftest import needs_chinese_font

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading import pdf

EM = 16.0
LEFT, TOP, STEP = 90.0, 760.0, 28.0
WIDTH = 26 * EM


def drawn(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4, lock: bool = False) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, encrypt=StandardEncryption("secret") if lock else None)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    for page in pages:
        canvas.setFont("STSong-Light", EM)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def read(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Source:
    return pdf.read("方案.pdf", drawn(*pages, size=size))


def paragraphs(*texts: str, top: float = TOP) -> Callable[[Canvas], None]:
    """A page of paragraphs as Word sets them: two characters of indent, broken at the margin."""

    def page(canvas: Canvas) -> None:
        y = top
        for text in texts:
            rest = "\u3000\u3000" + text
            while rest:
                line = full_line(rest)
                canvas.drawString(LEFT, y, line)
                rest, y = rest[len(line) :], y - STEP

    return page


def full_line(text: str) -> str:
    """As much of the beginning of `text` as there is room for."""
    end = len(text)
    while pdfmetrics.stringWidth(text[:end], "STSong-Light", EM) > WIDTH:
        end -= 1
    return text[:end]


def lines(source: Source) -> list[str]:
    return [line.strip() for line in source.text.split("\n") if line.strip()]


SENTENCE = "推进工业领域减污降碳协同增效，推动钢铁、水泥、焦化行业超低排放改造，实施清洁生产，到2025年全市单位地区生产总值能耗下降13%。"
BODY = [f"{n}{SENTENCE}" for n in ("（一）", "（二）", "（三）", "（四）")]


def test_lines_are_put_together_as_paragraphs() -> None:
    assert lines(read(paragraphs(*BODY))) == BODY


def test_a_paragraph_goes_on_upon_the_next_page() -> None:
    head = full_line("\u3000\u3000" + BODY[3])
    rest = BODY[3][len(head) - 2 :]

    def first(canvas: Canvas) -> None:
        paragraphs(*BODY[:3], top=TOP)(canvas)
        canvas.drawString(LEFT, TOP - 9 * STEP, head)

    def second(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, full_line(rest))
        canvas.drawString(LEFT, TOP - STEP, rest[len(full_line(rest)) :])
        paragraphs(*BODY, top=TOP - 2 * STEP)(canvas)

    source = read(first, second)
    assert lines(source)[3] == BODY[3]
    begin = source.text.index("（四）")
    assert (source.page_of(begin), source.page_of(begin + len(head) - 2)) == (1, 2)
    assert source.pages is not None
    assert len(source.pages) == 2


def test_heads_feet_numbers_and_watermarks_are_left_out() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            paragraphs(f"（{'一二三四五'[number - 1]}）第{number}项任务。" + SENTENCE, top=700)(canvas)
            canvas.drawCentredString(300, 800, "某市人民政府公报")
            canvas.drawCentredString(300, 40, f"— {number} —")
            canvas.rotate(40)
            canvas.setFont("STSong-Light", 50)
            canvas.drawString(300, 100, "内部资料")

        return draw

    source = read(*(page(n) for n in range(1, 6)))
    found = source.text
    assert source.notices == ("a watermark was left out: 内部资料",)
    assert "公报" not in found
    assert "内部" not in found
    assert "—" not in found
    assert found.count("项任务") == 5


def table(
    *rows: tuple[str, ...], top: float = TOP, widths: tuple[float, ...] = (50, 150, 150)
) -> Callable[[Canvas], None]:
    """A ruled table; a cell's lines are parted by "|"."""

    def page(canvas: Canvas) -> None:
        y, xs = top, [LEFT, *(LEFT + sum(widths[: i + 1]) for i in range(len(widths)))]
        canvas.line(xs[0], y, xs[-1], y)
        for row in rows:
            height = STEP * max(len(cell.split("|")) for cell in row)
            for x, words in zip(xs, row, strict=False):
                for i, line in enumerate(words.split("|")):
                    canvas.drawString(x + 5, y - 20 - i * STEP, line)
            for x in xs:
                canvas.line(x, y, x, y - height)
            y -= height
            canvas.line(xs[0], y, xs[-1], y)

    return page


HEAD = ("序号", "重点任务", "牵头单位")


def test_a_ruled_table_keeps_its_cells() -> None:
    found = read(
        table(HEAD, ("1", "推进工业领域协同|增效", "市工业和信息化局、|市财政局"), ("2", "植树", "市林业局|市水利局"))
    )
    assert lines(found) == [
        "序号\t重点任务\t牵头单位",
        "1\t推进工业领域协同增效\t市工业和信息化局、市财政局",
        "2\t植树\t市林业局\v市水利局",
    ]
    assert found.locus_of(found.text.index("植树")) == "table 1, row 3, cell 2"


def test_a_table_goes_on_upon_the_next_page_with_its_head_printed_once() -> None:
    first = table(HEAD, ("1", "推进工业领域协同", "市工业和信息化局、"), top=150)
    second = table(HEAD, ("2", "植树", "市林业局"))
    assert lines(read(first, second)) == [
        "序号\t重点任务\t牵头单位",
        "1\t推进工业领域协同\t市工业和信息化局、",
        "2\t植树\t市林业局",
    ]


def test_a_row_that_the_page_cuts_is_one_row() -> None:
    first = table(HEAD, ("1", "推进工业领域协同", "市工业和信息化局、"), top=150)
    second = table(("", "增效", "市财政局"), ("2", "植树", "市林业局"))
    assert lines(read(first, second))[1] == "1\t推进工业领域协同增效\t市工业和信息化局、市财政局"


def test_a_frame_is_a_box() -> None:
    def page(canvas: Canvas) -> None:
        paragraphs(*BODY[:2])(canvas)
        canvas.rect(LEFT - 5, 460, 430, 100)
        for i, line in enumerate(["专栏1　重点工程", "　　（1）甲工程", "　　（2）乙工程"]):
            canvas.drawString(LEFT, 535 - i * STEP, line)
        paragraphs(*BODY[2:], top=400)(canvas)

    assert "专栏1 重点工程\n（1）甲工程\n（2）乙工程\n\n\n（三）" in read(page).text


def test_a_page_on_its_side_is_turned_upright() -> None:
    needs_chinese_font()

    def page(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -A4[0])
        table(HEAD, ("1", "植树", "市林业局"), top=500)(canvas)

    assert lines(read(page)) == ["序号\t重点任务\t牵头单位", "1\t植树\t市林业局"]
    assert lines(read(table(HEAD, ("1", "植树", "市林业局"), top=500), size=landscape(A4)))[1] == "1\t植树\t市林业局"


def test_small_figures_and_bold_by_printing_twice_are_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            canvas.drawString(LEFT + shift, TOP, "细颗粒物PM")
        end = LEFT + pdfmetrics.stringWidth("细颗粒物PM", "STSong-Light", EM)
        canvas.setFont("STSong-Light", 10)
        canvas.drawString(end, TOP - 3, "2.5")
        canvas.setFont("STSong-Light", EM)
        canvas.drawString(end + 16, TOP, "浓度")

    assert lines(read(page)) == ["细颗粒物PM2.5浓度"]


def picture(canvas: Canvas) -> None:
    from PIL import Image

    canvas.drawInlineImage(Image.new("L", (40, 40), 90), 50, 50, 400, 600)


def test_a_scan_says_that_it_needs_recognition() -> None:
    with pytest.raises(DataError, match="OCR"):
        read(picture, picture)


def test_a_scanned_page_among_others_is_noticed() -> None:
    source = read(paragraphs(*BODY), picture)
    assert source.notices == ("page 2: a picture without text, not read",)


def test_a_locked_file_says_so() -> None:
    with pytest.raises(DataError, match="password"):
        pdf.read("方案.pdf", drawn(paragraphs(*BODY), lock=True))


def test_more_pages_than_any_plan_has_are_refused() -> None:
    with pytest.raises(DataError, match="601 pages"):
        read(*[paragraphs("页")] * (pdf.MOST_PAGES + 1))
