"""In which encoding a text is written: byte order mark, UTF-8, UTF-16, GB18030 (with GB2312 and GBK) or Big5.

Without a mark, each encoding that can decode every byte is weighed by how much of its reading is what Chinese prose is
made of: 的、和、，、。 make up a third of any plan, and nearly nothing of a text decoded wrongly.
"""

from __future__ import annotations

import codecs

from policygraph.errors import DataError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"\x84\x31\x95\x33", "gb18030"),
)  # fmt: skip
_GUESSES = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
_FREQUENT = frozenset(
    "，。、；：（）《》“”「」　的一和在了有为為中等与與发發展市推进進建设設工作业業能源减減污降碳排放"
    "生态態环環境责責任单單位部门門年国國政府实實施强強化局重点點项項目区區管理产產水电電力用到及各行"
    "动動加全人大以上对對提高质質量开開绿綠色"
)
_SAMPLE = 200_000
_LEAST_SHARE = 0.08
_MOST_LOST = 500
_BINARY = "a binary file, or a text with zero bytes in it: save the plan as plain text in UTF-8"
_LOST = "\ufffd"


def decoded(data: bytes, *, hint: str | None = None) -> tuple[str, str]:
    r"""The text in `data` and its encoding's name, line ends as "\n".

    `hint` is the encoding that the file itself declares, tried before the others. `DataError` where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _normal(_strict(data, encoding, len(mark))), encoding
    for encoding in filter(None, (_declared(hint), "utf-8")):
        if (text := _tried(data, encoding)) is not None and "\0" not in text:
            return _normal(text), encoding
    encoding = _likeliest(data)
    return _normal(_strict(data, encoding, 0)), encoding


def guess(data: bytes, encoding: str, *, hint: str | None = None) -> list[str]:
    """The notice that `encoding`, in which `decoded` read `data`, is neither marked nor declared; none where it is."""
    if encoding in ("utf-8", _declared(hint)) or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return []
    return [f"its encoding is not marked: read as {encoding.upper()}, which fits best"]


def mended(data: bytes, *, hint: str | None = None) -> tuple[str, str, int]:
    """As `decoded`, but a few broken bytes become "�": the text, its encoding, and how many; for pages of the web."""
    try:
        return *decoded(data, hint=hint), 0
    except DataError:
        for encoding in filter(None, (_declared(hint), "utf-8", "gb18030")):
            text = data.decode(encoding, "replace")
            lost = text.count(_LOST) - data.decode(encoding, "ignore").count(_LOST)  # less those that the page prints
            if lost * _MOST_LOST <= len(text) and "\0" not in text:
                return _normal(text), encoding, lost
        raise


def _likeliest(data: bytes) -> str:
    """The encoding whose reading of `data` looks most like Chinese prose."""
    shares = {encoding: _share(text) for encoding in _GUESSES if (text := _tried(data, encoding)) is not None}
    best = max(shares, key=lambda encoding: shares[encoding], default=None)
    if best is not None and shares[best] >= _LEAST_SHARE:
        return best
    if b"\0" in data:
        raise DataError(_BINARY)
    first = _first_error(data)
    raise DataError(f"not text in UTF-8 (byte {first}), UTF-16, GB18030 or Big5: save it as UTF-8 where it can be read")


def _share(text: str) -> float:
    """How much of the beginning of `text` is frequent in Chinese prose; 0 where it holds what no text does."""
    sample = "".join(text[:_SAMPLE].split())
    if not sample or "\0" in sample:
        return 0.0
    odd = sum(0xE000 <= ord(c) <= 0xF8FF or not c.isprintable() for c in sample)
    return (sum(c in _FREQUENT for c in sample) - 3 * odd) / len(sample)


def _declared(hint: str | None) -> str | None:
    """The codec for a declared charset: gb2312 and gbk are read as GB18030, which holds both."""
    if not hint:
        return None
    try:
        found = codecs.lookup(hint.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if found in ("gb2312", "gbk"):
        return "gb18030"
    known = ("gb18030", "hz", "big5", "big5hkscs", "cp950", "utf-16", "utf-16-le", "utf-16-be", "utf-8")
    return found if found in known else None


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _strict(data: bytes, encoding: str, start: int) -> str:
    """The text behind the mark that ends at `start`."""
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        named = encoding.upper()
        raise DataError(
            f"broken: its mark says {named}, but byte {start + error.start} is no {named}: get the file again"
        ) from None
    if "\0" in text:
        raise DataError(_BINARY)
    return text


def _first_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
