"""XML and HTML as trees: no entity is expanded, no other file or address is opened, depth is bounded.

The one module that knows lxml. Names are compared without their namespace, so that the strict and the transitional
kind of Office file (严格, 过渡) read alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from policygraph.errors import DataError

Element = etree._Element
DEEPEST = 200
"""How deep elements may be nested: Word writes some thirty levels, a page of a site some sixty."""


def xml(data: bytes) -> Element:
    """The root of an XML part; `DataError` where it is broken, too deep, or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DataError(f"broken XML inside ({error})") from None
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise DataError("XML with a DTD inside, which no Office program writes: not read")
    _check_depth(root)
    return root


def page(text: str) -> Element:
    """The root of a web page, mended as a browser would; `DataError` where it holds no element or is nested too deep."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DataError(f"no web page ({error})") from None
    _check_depth(root)
    return root


def tag(element: Element) -> str:
    """The element's name without its namespace; "" for what is no element."""
    full = element.tag
    return full.rpartition("}")[2] if isinstance(full, str) else ""


def attribute(element: Element, wanted: str) -> str | None:
    """The attribute called `wanted`, whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, then its first child of the next name, and so on."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if tag(each) == step), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `val` of the element at the end of `path`, as <w:numId w:val="3"/>."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def below(element: Element, wanted: str) -> Iterator[Element]:
    """All elements of that name at any depth, in order."""
    return (each for each in element.iter() if tag(each) == wanted)


def words(element: Element) -> str:
    """All words in an element."""
    return "".join(map(str, element.itertext()))


def _check_depth(root: Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise DataError(f"nested more than {DEEPEST} deep: not read")
