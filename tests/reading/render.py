"""Prints a plan's text as analysts get it: Word with real tables and Word's own numbers, PDF, a page of a site, old encodings.

The pieces come from the plan's own outline: paragraphs, boxes (专栏), tables. What a page of a site or of paper adds (menus,
running heads, page numbers, a watermark) is added here, so that the readers have something to leave out.
"""

from __future__ import annotations

import html
import io
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import opencc
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Paragraph as Printed
from tests.reading.render_word import word

from policygraph.clean import Clean, clean
from policygraph.find.duties import duty_lists
from policygraph.model import Source
from policygraph.outline import BOX, outline
from policygraph.tables import Table as Grid
from policygraph.tables import tables

__all__ = ["Piece", "big5", "gb18030", "office", "page", "paper", "pieces", "utf16", "word"]


@dataclass(frozen=True)
class Piece:
    """A paragraph (one line of one cell), a box (lines) or a table (rows of cells)."""

    kind: str
    rows: tuple[tuple[str, ...], ...]
    title: bool = False

    @property
    def lines(self) -> list[str]:
        return [row[0] for row in self.rows]


def pieces(source: Source) -> list[Piece]:
    """A plan's text in pieces."""
    text = clean(source.text)
    grids = tables(text)
    plan = outline(text, duty_lists(text, grids), grids)
    boxes = [box for unit in plan.units for box in unit.boxes if BOX.match(text.text[box[0] : box[1]])]
    front = {paragraph.start for paragraph in plan.front}
    found: list[Piece] = []
    opened: tuple[str, int] | None = None
    for paragraph in text.paragraphs:
        words = _words(text, paragraph.start, paragraph.end)
        home = next((a for a, b in boxes if a <= paragraph.start < b), None)
        grid = next((grid for grid in grids if grid.start <= paragraph.start < grid.end), None)
        if grid is not None:
            if grid.start == paragraph.start:
                found.append(Piece("table", _rows(text, grid)))
            opened = None
            continue
        kind, row = "paragraph" if home is None else "box", (words.replace("\t", ""),)
        if home is not None and opened == (kind, home):
            found[-1] = Piece(kind, (*found[-1].rows, row))
        else:
            found.append(Piece(kind, (row,), title=paragraph.start in front and not words.endswith(("。", "：", ":"))))
        opened = (kind, home) if home is not None else None
    return found


def _words(text: Clean, start: int, end: int) -> str:
    """What is printed, a blank where there was one between two words of a line (市财政局　市科技局)."""
    return "".join((" " if i > start and text.spaced(i) else "") + text.words(i, i + 1) for i in range(start, end))


def _rows(text: Clean, grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as printed: what a cell took over from a merged one above is left out again."""
    rows: list[tuple[str, ...]] = []
    end = 0
    for row in ([grid.head] if grid.head else []) + list(grid.rows):
        rows.append(tuple(_words(text, cell.start, cell.end) if cell.start >= end else "" for cell in row.cells))
        end = max(end, *(cell.end for cell in row.cells))
    return tuple(rows)


def gb18030(text: str) -> bytes:
    return text.encode("gb18030")


def utf16(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-16")


def big5(text: str) -> tuple[str, bytes]:
    """The text in traditional characters, and in Big5; what Big5 has no place for becomes 口."""
    traditional = opencc.OpenCC("s2t").convert(text)
    kept = "".join(c if _in_big5(c) else "口" for c in traditional)
    return kept, kept.encode("big5hkscs")


def _in_big5(character: str) -> bool:
    try:
        character.encode("big5hkscs")
    except UnicodeEncodeError:
        return False
    return True


# -- a page of a site

_MENU = "".join(
    f'<li><a href="/{i}">{name}</a></li>'
    for i, name in enumerate(["首页", "政务公开", "政务服务", "互动交流", "市情概况"])
)


def page(found: Sequence[Piece], title: str, *, charset: str = "utf-8") -> bytes:
    """The pieces as a page of a government site, menus and all."""
    body = "\n".join(map(_html, found))
    text = f"""<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<meta name="ArticleTitle" content="{html.escape(title)}"><title>{html.escape(title)}_某市人民政府</title>
<style>p {{text-indent: 2em}}</style><script>var a = "<p>不是正文。到2099年达到99%。</p>";</script></head><body>
<div class="header"><ul class="nav">{_MENU}</ul></div><div class="where">当前位置：<a href="/">首页</a> &gt; <a href="/x">政策</a></div>
<div class="main"><h1>{html.escape(title)}</h1><div class="info">来源：市生态环境局　发布时间：2025-01-02 【字体：大 中 小】</div>
<div class="TRS_Editor">{body}</div>
<div class="related"><a href="/1">图解：减污降碳方案，到2099年达到99%。</a><a href="/2">上一篇</a><a href="/3">下一篇</a></div></div>
<div style="display:none">隐藏的话，到2098年达到98%。</div>
<div class="foot">主办：某市人民政府办公室　备案号：某ICP备00000000号　网站标识码：0000000000</div></body></html>"""
    return text.encode({"gb2312": "gb18030"}.get(charset, charset))


def _html(piece: Piece) -> str:
    if piece.kind == "paragraph":
        return f"<p>&emsp;&emsp;<span>{html.escape(piece.lines[0])}</span></p>"
    if piece.kind == "box":
        inside = "".join(f"<p>{html.escape(line)}</p>" for line in piece.lines)
        return f'<table border="1"><tbody><tr><td>{inside}</td></tr></tbody></table>'
    rows = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in _even(piece.rows))
    return f'<table border="1">{rows}</table>'


def _cell(words: str) -> str:
    return html.escape(words).replace("\v", "<br/>")


def _even(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of one width."""
    width = max(len(row) for row in rows)
    return [[*row, *[""] * (width - len(row))] for row in rows]


# -- paper


class _Sheet(Canvas):
    """A page with a running head, a number at its foot and a watermark across it."""

    def showPage(self) -> None:  # noqa: N802 (reportlab's name)
        number = self.getPageNumber()
        self.setFont("STSong-Light", 9)
        self.drawCentredString(A4[0] / 2, A4[1] - 40, "某某市人民政府文件")
        self.drawCentredString(A4[0] / 2, 36, f"— {number} —")
        self.saveState()
        self.translate(A4[0] / 2, A4[1] / 2)
        self.rotate(45)
        self.setFillGray(0.9)
        self.setFont("STSong-Light", 60)
        self.drawCentredString(0, 0, "内部资料")
        self.restoreState()
        super().showPage()


def paper(found: Sequence[Piece]) -> bytes:
    """The pieces as a PDF: A4, 三号 type, boxes and tables with rules; reportlab's own name for a font that every reader has."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    frame = Frame(80, 70, A4[0] - 160, A4[1] - 140, leftPadding=0, rightPadding=0)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    document.build(list(_flowables(found)), canvasmaker=_Sheet)
    return stream.getvalue()


def _flowables(found: Sequence[Piece]) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName="STSong-Light", fontSize=16, leading=28, firstLineIndent=32, wordWrap="CJK")
    title = ParagraphStyle("title", parent=body, fontSize=18, leading=30, alignment=TA_CENTER, firstLineIndent=0)
    small = ParagraphStyle("small", parent=body, fontSize=11, leading=16, firstLineIndent=0)
    for piece in found:
        if piece.kind == "paragraph":
            yield Printed(_escaped(piece.lines[0]), title if piece.title else body)
            continue
        yield Spacer(0, 6)
        if piece.kind == "box":
            grid = Table([[Printed(_escaped(line), body)] for line in piece.lines], colWidths=[A4[0] - 160])
            grid.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.5, colors.black)]))
        else:
            rows = [
                [Printed(_escaped(cell).replace("\v", "<br/>"), small) for cell in row] for row in _even(piece.rows)
            ]
            grid = Table(rows, colWidths=_widths(_even(piece.rows)), repeatRows=1)
            grid.setStyle(
                TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
            )
        yield grid
        yield Spacer(0, 6)


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Columns as wide as their longest cell asks, none narrower than five characters."""
    asked = [min(30, max(5, *(len(row[i]) for row in rows))) for i in range(len(rows[0]))]
    return [(A4[0] - 160) * each / sum(asked) for each in asked]


def _escaped(words: str) -> str:
    return html.escape(words, quote=False)


def office(docx: bytes, to: str, soffice: str) -> bytes:
    """A Word file printed or saved by LibreOffice as `to` (pdf, doc, rtf, odt)."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "plan.docx")
        given.write_bytes(docx)
        subprocess.run(
            [soffice, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to", to, "--outdir", folder, str(given)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return Path(folder, f"plan.{to}").read_bytes()
