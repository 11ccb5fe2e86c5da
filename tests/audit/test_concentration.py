import pytest

from policygraph.audit.concentration import gini, hhi


@pytest.mark.parametrize(
    ("counts", "expected"), [([5, 5, 5, 5], 0.25), ([7], 1.0), ([3, 1], 0.625), ([3, 1, 0], 0.625)]
)
def test_hhi_is_the_sum_of_squared_shares(counts, expected):
    assert hhi(counts) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("counts", "expected"), [([4, 4, 4], 0.0), ([0, 0, 6], 2 / 3), ([1, 2, 3, 4], 0.25), ([9], 0.0)]
)
def test_gini_runs_from_all_alike_to_one_has_all(counts, expected):
    assert gini(counts) == pytest.approx(expected)


def test_gini_is_half_the_mean_difference_over_the_mean():
    counts = [1, 5, 2, 8, 0]
    mean = sum(counts) / 5
    assert gini(counts) == pytest.approx(sum(abs(a - b) for a in counts for b in counts) / (2 * 25 * mean))


def test_nothing_to_share_has_no_measure():
    assert hhi([0, 0]) is None
    assert gini([]) is None
