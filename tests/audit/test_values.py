import pytest

from policygraph.audit.facts import TargetFact
from policygraph.audit.values import both_can_hold, comparable, opposed, printed, same_value, weaker
from policygraph.lexicon.units import in_base_unit


def aim(op, value, unit="%", indicator="利用率", value_to=None):
    base = in_base_unit(value, unit)
    return TargetFact(
        "t", "c", "p", indicator, indicator, op, value, value_to, unit, base and base.value, base and base.unit,
        2025, None, "firm", None, "q", None,
    )  # fmt: skip


def test_units_are_converted_before_values_are_compared():
    assert comparable(aim("eq", 0.2825, "万吨"), aim("ge", 2825, "吨"))
    assert same_value(aim("eq", 0.2825, "万吨"), aim("ge", 2825, "吨"))
    assert not same_value(aim("eq", 0.2825, "万吨"), aim("eq", 2826, "吨"))


def test_a_range_is_the_same_number_only_with_both_ends():
    assert same_value(aim("eq", 0.2, "万吨", value_to=0.3), aim("eq", 2000, "吨", value_to=3000))
    assert not same_value(aim("eq", 30, value_to=35), aim("eq", 30, value_to=40))
    assert not same_value(aim("eq", 30, value_to=35), aim("eq", 30))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (aim("decrease", 5), aim("le", 500, "万吨")),
        (aim("increase", 6, "个百分点"), aim("eq", 70)),
        (aim("decrease", 5), aim("eq", 5)),
    ],
)
def test_a_fall_and_a_level_say_nothing_of_each_other(a, b):
    assert not comparable(a, b)


def test_a_rise_is_opposed_to_a_fall_of_one_unit():
    assert opposed(aim("increase", 5), aim("decrease", 5))
    assert not opposed(aim("increase", 5), aim("decrease", 5, "个百分点"))


@pytest.mark.parametrize(
    ("a", "b", "together"),
    [
        (aim("eq", 60), aim("eq", 70), False),
        (aim("eq", 70), aim("ge", 75), False),
        (aim("ge", 80), aim("ge", 85), True),
        (aim("eq", 86), aim("ge", 85), True),
        (aim("le", 25), aim("ge", 30), False),
        (aim("eq", 15, value_to=20), aim("eq", 18), True),
    ],
)
def test_whether_one_figure_can_keep_both(a, b, together):
    assert both_can_hold(a, b) is together
    assert both_can_hold(b, a) is together


def test_more_is_better_unless_the_indicator_or_the_operator_says_less():
    assert weaker(aim("eq", 80), aim("eq", 100), ["浓度"])
    assert not weaker(aim("eq", 100), aim("eq", 80), ["浓度"])
    assert weaker(aim("eq", 30, "微克/立方米", "PM2.5浓度"), aim("eq", 25, "微克/立方米", "PM2.5浓度"), ["浓度"])
    assert weaker(aim("le", 318), aim("le", 300), [])
    assert weaker(aim("decrease", 13), aim("decrease", 18), ["浓度"])
    assert not weaker(aim("eq", 80), aim("eq", 80), [])


def test_an_aim_is_printed_on_one_line():
    assert printed(aim("ge", 75)) == "≥75%"
    assert printed(aim("eq", 15, value_to=20)) == "15—20%"
    assert printed(aim("decrease", 0.5, "万吨")) == "↓0.5万吨"
