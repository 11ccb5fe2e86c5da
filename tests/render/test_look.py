from itertools import combinations

from policygraph.render.look import KINDS, LINES, of_kind, of_line
from policygraph.schema import NODES, RELATIONSHIPS


def light(color):
    """Relative luminance after WCAG 2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_each_kind_and_each_relationship_of_the_schema_has_its_look():
    assert list(KINDS) == list(NODES)
    assert set(LINES) == {*RELATIONSHIPS, "SHARES_TASKS"}


def test_no_two_kinds_share_a_colour_and_equal_shapes_differ_in_lightness():
    assert len({look.color for look in KINDS.values()}) == len(KINDS)
    for one, other in combinations(KINDS.values(), 2):
        if one.shape == other.shape:
            low, high = sorted((light(one.color), light(other.color)))
            assert (high + 0.05) / (low + 0.05) > 1.25, (one.english, other.english)


def test_leads_stand_out_and_support_is_light():
    weight = {name: look.width * look.opacity for name, look in LINES.items()}
    assert weight["LEADS"] > 3 * weight["RESPONSIBLE_FOR"] > 3 * weight["SUPPORTS"]


def test_what_the_schema_does_not_know_is_drawn_all_the_same():
    assert of_kind("Other").color == "#777777"
    assert of_line("KNOWS_OF").english == "knows of"
