"""Saved web pages: the article and its tables."""

from __future__ import annotations

import pytest

from policygraph.errors import DataError
from policygraph.reading import html

ARTICLE = (
    "<p>　　到2025年，全市能耗下降13%。</p><p>一、总体要求</p><p>推进减污降碳；推动绿色发展。（市生态环境局负责）</p>"
)


def text(body: str, head: str = "") -> str:
    return html.read(
        "方案.html", f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    ).text


def lines(body: str, head: str = "") -> list[str]:
    return [line.strip() for line in text(body, head).split("\n") if line.strip()]


def test_the_article_is_read_and_not_the_site() -> None:
    site = "<div class=nav><a href=1>首页</a><a href=2>政策。</a></div><script>到2099年达到9%。</script>"
    foot = "<div>主办：某市人民政府　备案号：某ICP备1号</div>"
    found = lines(f"{site}<div><div class=TRS_Editor>{ARTICLE * 6}</div></div>{foot}")
    assert found[:3] == [
        "到2025年，全市能耗下降13%。",
        "一、总体要求",
        "推进减污降碳；推动绿色发展。（市生态环境局负责）",
    ]
    assert len(found) == 18


def test_the_title_above_the_article_is_kept() -> None:
    body = f"<h1>某市减污降碳实施方案</h1><div>{ARTICLE * 6}</div>"
    assert lines(body)[0] == "某市减污降碳实施方案"
    assert lines(f"<div>{ARTICLE * 6}</div>", '<meta name="ArticleTitle" content="某县实施方案">')[0] == "某县实施方案"


def test_hidden_words_and_lists_of_links_are_left_out() -> None:
    hidden = '<div style="display: none">到2098年达到98%。</div><p hidden>藏。</p>'
    related = "<ul><li><a>相关甲。</a></li><li><a>相关乙。</a></li><li><a>相关丙。</a></li></ul>"
    assert "相关" not in text(f"<div>{ARTICLE}{hidden}{related}</div>")
    assert "2098" not in text(f"<div>{ARTICLE}{hidden}{related}</div>")


def test_line_breaks_are_lines_and_inline_marks_are_not() -> None:
    assert lines("<p>第一行<br>第<b>二</b>行<span>尾</span></p>") == ["第一行", "第二行尾"]


def test_a_table_keeps_its_columns() -> None:
    rows = "<tr><th>序号<th>任务<th>单位</tr><tr><td rowspan=2>1<td>甲<td>市财政局<br>市科技局</tr><tr><td colspan=2>乙</tr>"
    assert text(f"<table>{rows}</table>") == "序号\t任务\t单位\n1\t甲\t市财政局\v市科技局\n\t乙\n"


def test_a_table_of_one_cell_is_a_box() -> None:
    assert (
        text("<p>前</p><table><tr><td><p>专栏1</p><p>甲工程</p></td></tr></table><p>后</p>")
        == "前\n专栏1\n甲工程\n\n\n后\n"
    )


def test_a_table_that_only_arranges_the_page_is_none() -> None:
    page = f"<table><tr><td>菜单</td><td><table><tr><td>{ARTICLE * 12}</td></tr></table></td></tr></table>"
    assert "\t" not in text(page)


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "hz-gb-2312", "utf-8", "big5"])
def test_the_declared_charset_is_used(charset: str) -> None:
    body = "<p>市政府：推土方案。</p>"
    data = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>{body}</body></html>'.encode(
        charset
    )
    assert html.read("a.html", data).text.strip() == "市政府：推土方案。"


def test_a_few_broken_bytes_are_noticed_and_many_refused() -> None:
    page = f"<html><body>{ARTICLE * 20}</body></html>".encode()
    source = html.read("a.html", page + b"\xff<p>")
    assert source.notices == ("1 broken character was not read",)
    with pytest.raises(DataError, match="not text"):
        html.read("a.html", page.replace("，".encode(), b"\xfe\xff"))


def test_a_broken_character_that_the_page_itself_prints_is_none() -> None:
    page = f"<html><body>{ARTICLE * 20}<p>\ufffd</p></body></html>".encode()
    assert html.read("a.html", page).notices == ()
    assert html.read("a.html", page + b"\xff\xff<p>").notices == ("2 broken characters were not read",)


def test_a_web_archive_is_read() -> None:
    page = f"<html><body>{ARTICLE}</body></html>"
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset="utf-8"\r\n'
    data = (head + "Content-Transfer-Encoding: 8bit\r\n\r\n" + page + "\r\n--B--\r\n").encode()
    assert "一、总体要求" in html.read_mht("a.mht", data).text


def test_places_count_paragraphs_and_cells() -> None:
    source = html.read("a.html", "<p>甲。</p><table><tr><td>乙<td>丙</tr></table>".encode())
    assert [source.locus_of(source.text.index(c)) for c in "甲丙"] == ["paragraph 1", "table 1, row 1, cell 2"]


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><script>1</script></body></html>"])
def test_a_page_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        html.read("a.html", data)
