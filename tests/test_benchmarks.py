from __future__ import annotations

import pytest
from benchmarks import pipeline, sizes

from policygraph import resources
from policygraph.reading import read


@pytest.fixture(scope="module")
def sample():
    return read(resources.folder("loaders") / "sources" / "sample" / "yunling" / "plan.txt")


def test_each_stage_of_the_pipeline_is_timed(sample):
    stages = [name for name, seconds in pipeline.timed(sample) if seconds >= 0]
    assert stages == [
        "clean", "tables", "duties", "outline", "resolve", "targets", "commitments", "companies", "places", "projects",
        "citations", "record",
    ]  # fmt: skip


def test_a_document_of_any_size_is_made_of_plans(sample):
    assert len(pipeline.one_document([sample], 90_000).text.encode()) >= 90_000


def test_sizes_are_counted(tmp_path):
    (tmp_path / "a.py").write_text(
        "def one():\n    return 1\n\n\n@f\ndef two():\n    def three(): ...\n    return three\n"
    )
    (tmp_path / "b.py").write_text("# nothing\n")
    (tmp_path / "c.py").write_text("")
    assert sizes.sizes(tmp_path) == (("files", 2, 1, 8, 8), ("functions", 3, 2, 3, 3))
