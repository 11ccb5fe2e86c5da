import pytest

from policygraph.audit import limits
from policygraph.errors import DataError


def test_a_file_of_ones_own_replaces_only_what_it_names(tmp_path):
    own = tmp_path / "mine.yml"
    own.write_text("overlap:\n  same_task: 0.9\nfail_on: [vague]\n", "utf-8")
    assert (limits(own).same_task, limits(own).fail_on) == (0.9, ("vague",))
    assert limits(own).aligned == limits().aligned


def test_a_file_that_was_edited_is_read_again(tmp_path):
    own = tmp_path / "mine.yml"
    for wanted in (0.9, 0.8):
        own.write_text(f"overlap:\n  same_task: {wanted}\n", "utf-8")
        assert limits(own).same_task == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("overlap:\n  same_taks: 0.9\n", "no threshold same_taks"),
        ("overlap:\n  same_task: high\n", "same_task must be a number"),
        ("workload:\n  basis: stated\n", "basis must be a list"),
        ("workload:\n  charted: 2.5\n", "charted must be a number"),
        ("fail_on: [valeu]\n", "there is no finding valeu"),
        ("- 1\n", "must hold sections"),
        ("a: [", "can't be read"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_the_reason(tmp_path, text, said):
    own = tmp_path / "mine.yml"
    own.write_text(text, "utf-8")
    with pytest.raises(DataError, match=said):
        limits(own)
