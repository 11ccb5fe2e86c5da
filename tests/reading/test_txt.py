"""Plain text in the encodings that offices write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.errors import DataError
from policygraph.reading import txt

SENTENCE = "到2025年，全市单位地区生产总值能耗比2020年下降13%。（市发展改革委牵头，市生态环境局等按职责分工负责）\n"
TRADITIONAL = "到2025年，全市單位地區生產總值能耗比2020年下降13%。（市發展改革委牽頭，市生態環境局等按職責分工負責）\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb2312", "gb18030"), ("gbk", "gb18030"), ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32-le"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(encoding: str, said: str) -> None:
    source = txt.read("方案.txt", SENTENCE.encode(encoding))
    assert (source.text, source.encoding) == (SENTENCE, said)


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_found(encoding: str) -> None:
    assert txt.read("方案.txt", TRADITIONAL.encode(encoding)).text == TRADITIONAL


@given(st.text(st.sampled_from("，。、的和市发展生态环境局推进建设2025%（）责任单位\n"), min_size=30))
def test_any_prose_comes_back_from_gb18030(words: str) -> None:
    prose = SENTENCE + words + "。"
    assert txt.read("方案.txt", prose.encode("gb18030")).text == prose


def test_line_ends_of_every_kind_are_one_kind() -> None:
    assert txt.read("方案.txt", "甲\r\n乙\r丙\n".encode()).text == "甲\n乙\n丙\n"


def test_the_same_text_is_the_same_source_in_any_encoding() -> None:
    assert txt.read("a", SENTENCE.encode("gbk")).sha256 == txt.read("b", SENTENCE.encode("utf-16")).sha256


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le", "big5"])
def test_a_guessed_encoding_is_told(encoding: str) -> None:
    notices = txt.read("方案.txt", (TRADITIONAL if encoding == "big5" else SENTENCE).encode(encoding)).notices
    assert len(notices) == (encoding in ("gb18030", "utf-16-le", "big5"))
    assert all("encoding" in notice for notice in notices)


def test_form_feeds_are_page_breaks() -> None:
    source = txt.read("方案.txt", "一\f二\f三".encode())
    assert [source.page_of(source.text.index(c)) for c in "一二三"] == [1, 2, 3]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"), (b" \r\n\t", "empty"), (b"\xef\xbb\xbf", "empty"), (bytes(range(256)) * 4, "binary"), (b"\xff\xfe\x00", "broken"),
        (SENTENCE.encode()[:-1] + b"\xff", "not text"), (b"a" * 1_000_001, "longer than"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words) as caught:
        txt.read("方案.txt", data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbfabc\xff", "byte 6 is no UTF-8"),
        (("好" * 5000 + "\0好").encode(), "zero bytes"),
        (("\ufeff" + "好" * 5000 + "\0好").encode(), "zero bytes"),
    ],
)
def test_what_is_wrong_with_a_text_is_told_as_it_is(data: bytes, words: str) -> None:
    with pytest.raises(DataError, match=words):
        txt.read("方案.txt", data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = txt.read("方案.txt", data)
    except DataError:
        return
    assert source.text.strip()
