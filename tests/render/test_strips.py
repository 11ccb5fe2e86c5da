import xml.etree.ElementTree as ET

from policygraph.render.strips import Side, Strip, conflict_strips

SVG = "{http://www.w3.org/2000/svg}"


def strip(first, second, *, percent=True):
    sides = [
        Side(value, aim, op, says)
        for (value, aim, op), says in zip((first, second), ("方案甲 3", "方案乙 9"), strict=True)
    ]
    return Strip("大宗固体废物综合利用率 2025", *sides, percent=percent)


def places(svg):
    """Where the words of the picture stand, from the left."""
    return {each.text: float(each.get("x")) for each in ET.fromstring(svg).iter(f"{SVG}text")}


def bars(svg):
    return [(float(bar.get("x")), float(bar.get("width"))) for bar in ET.fromstring(svg).iter(f"{SVG}rect")]


def test_both_values_stand_on_one_axis_with_who_says_them():
    at = places(conflict_strips([strip((70, "70%", "eq"), (60, "60%", "eq"))]))
    assert at["60%"] < at["70%"] < at["100%"]
    assert {"方案甲 3", "方案乙 9", "大宗固体废物综合利用率 2025"} <= at.keys()


def test_a_share_is_placed_on_0_to_100():
    at = places(conflict_strips([strip((50, "50%", "eq"), (60, "60%", "eq"))]))
    assert at["50%"] - at["0"] == 5 * (at["60%"] - at["50%"])


def test_a_least_leaves_open_what_lies_above_it_and_a_most_what_lies_below():
    ((left, width),) = bars(conflict_strips([strip((75, "≥75%", "ge"), (70, "70%", "eq"))]))
    assert (left, left + width) == (615.0, 800.0)
    ((left, width),) = bars(conflict_strips([strip((75, "75%", "eq"), (50, "≤50%", "le"))]))
    assert (left, left + width) == (60.0, 430.0)


def test_a_fall_and_a_rise_stand_on_either_side_of_zero():
    at = places(conflict_strips([strip((-5, "↓5万吨", "decrease"), (8, "↑8万吨", "increase"), percent=False)]))
    assert at["↓5万吨"] < at["0"] < at["↑8万吨"]


def test_large_and_equal_values_fit_the_picture():
    at = places(
        conflict_strips(
            [
                strip((0, "0", "eq"), (0, "≥0", "ge"), percent=False),
                strip((2825, "2825吨", "ge"), (9e6, "900万吨", "le"), percent=False),
            ]
        )
    )
    assert all(0 <= x <= 860 for x in at.values())


def test_hostile_words_stay_text_and_no_conflict_says_so():
    hostile = Strip("<script>", Side(1, "<b>", "eq", "&"), Side(2, "'\"", "eq", "</svg>"))
    assert "</svg>" in places(conflict_strips([hostile]))
    assert "没有冲突" in conflict_strips([])
