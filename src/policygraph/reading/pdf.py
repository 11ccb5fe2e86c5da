"""PDF files: text in reading order with its pages; headers, footers and watermarks out; tables by their rules as tables.

Characters come with their boxes and are put together anew, since a PDF holds no paragraphs: 推动新增或更 at the end of a full
line goes on with 新的城市公交 on the next, be it on the next page.
"""

from __future__ import annotations

from policygraph.errors import DataError
from policygraph.model import Source
from policygraph.reading.blocks import LONGEST, source
from policygraph.reading.pdf_flow import flow
from policygraph.reading.pdf_furniture import without_furniture
from policygraph.reading.pdf_pages import Page, opened, pages

MOST_PAGES = 600
_MARK, _MARKS = 20, 3
"""So many characters of a watermark are told, and so many different ones."""
_FEWEST = 5
"""A page with fewer characters holds no text worth the name."""


def read(name: str, data: bytes) -> Source:
    """The source that a PDF holds; `DataError` where it is broken, locked, too long, scanned, or its letters can't be told."""
    with opened(data) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise DataError(
                f"{count:,} pages, more than the {MOST_PAGES} that are read: cut out the plan and read that"
            )
        found: list[Page] = []
        characters = 0
        for page in pages(document):
            characters += len(page.characters)
            if characters > LONGEST:
                raise DataError(f"longer than {LONGEST:,} characters, which no plan is: cut out the plan and read that")
            found.append(page)
    _check_readable(found)
    plain, mark = without_furniture(found)
    notices = _notices(found, mark)
    return source(name, flow(plain), media_type="application/pdf", encoding="binary", pages=count, notices=notices)


def _check_readable(found: list[Page]) -> None:
    characters = sum(len(page.characters) for page in found)
    unknown = sum(page.unknown for page in found)
    if unknown * 5 > characters + unknown:
        raise DataError(
            "its fonts don't say which letters they draw: run text recognition (OCR), as with ocrmypdf --force-ocr -l chi_sim"
        )
    if characters < _FEWEST * len(found):
        raise DataError(
            "scanned: pictures of pages and no text: run text recognition (OCR) first, as with ocrmypdf -l chi_sim IN OUT"
        )


def _notices(found: list[Page], mark: str) -> list[str]:
    blank = [str(page.number) for page in found if len(page.characters) < _FEWEST and page.pictures]
    broken = [str(page.number) for page in found if page.broken]
    notices = [f"page {', '.join(blank)}: a picture without text, not read"] if blank else []
    notices += [f"page {', '.join(broken)}: broken, not read"] if broken else []
    return notices + [f"a watermark was left out: {words[:_MARK]}" for words in (mark, *_askew(found)) if words]


def _askew(found: list[Page]) -> list[str]:
    """What stands askew, once where it is the same on several pages."""
    return list(dict.fromkeys(page.askew for page in found))[:_MARKS]
