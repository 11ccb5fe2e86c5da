"""What a Word file holds that was not read, or read one way where another was possible, a line each.

到<w:del>2024</w:del><w:ins>2025</w:ins>年 is read as 到2025年: tracked changes: read as accepted (1 insertion, 1 deletion).
"""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.reading.docx_runs import is_hidden
from policygraph.reading.markup import Element, below, tag

_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")


def notices(body: Element, hidden_styles: frozenset[str]) -> list[str]:
    """The notices on the words of `body`."""
    return [*_changes(body), *_hidden(body, hidden_styles), *_comments(body), *_embedded(body)]


def _changes(body: Element) -> Iterator[str]:
    inserted, deleted = (sum(tag(each) in kinds for each in body.iter()) for kinds in (_INSERTED, _DELETED))
    if inserted or deleted:
        counts = (_counted(inserted, "insertion"), _counted(deleted, "deletion"))
        yield f"tracked changes were read as accepted ({', '.join(filter(None, counts))})"


def _hidden(body: Element, styles: frozenset[str]) -> Iterator[str]:
    runs = (run for run in below(body, "r") if is_hidden(run, styles))
    characters = sum(len(each.text or "") for run in runs for each in below(run, "t"))
    if characters:
        yield f"hidden text was not read ({_counted(characters, 'character')})"


def _comments(body: Element) -> Iterator[str]:
    count = sum(True for _ in below(body, "commentReference"))
    if count:
        yield f"{_counted(count, 'comment')} {'was' if count == 1 else 'were'} not read"


def _embedded(body: Element) -> Iterator[str]:
    if any(True for _ in below(body, "altChunk")):
        yield "an embedded file inside was not read"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""
