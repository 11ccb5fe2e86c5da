"""Finds ontology/, cypher/ and loaders/ in a wheel, an sdist and a checkout alike."""

from pathlib import Path

from policygraph.errors import PolicyGraphError

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_data", _PACKAGE.parents[1])


def folder(name: str) -> Path:
    """The folder `name` ("ontology", "cypher", "loaders"): the packaged one if present, else the checkout's."""
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise PolicyGraphError(f"{name}/ is missing from this installation of policygraph: install it again")
