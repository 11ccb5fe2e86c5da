"""The folders of data are found wherever the package is installed."""

from __future__ import annotations

import pytest

from policygraph import resources
from policygraph.errors import PolicyGraphError


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("ontology", "policygraph.ttl"),
        ("cypher", "duties/most-leads.cypher"),
        ("loaders", "gazetteers/departments.yml"),
    ],
)
def test_a_folder_with_what_belongs_in_it(folder: str, file: str) -> None:
    assert (resources.folder(folder) / file).is_file()


def test_a_folder_that_is_missing_says_what_to_do() -> None:
    with pytest.raises(PolicyGraphError, match="install it again"):
        resources.folder("no-such-folder")
