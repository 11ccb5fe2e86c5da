from math import dist

from policygraph.graph import Node, Relationship
from policygraph.render import around, department_network, of_plan, of_two_plans
from policygraph.render.forces import by_forces, spread
from policygraph.render.layout import positions, sizes
from policygraph.render.picture import Picture

PLAN = "plan:云岭市减污降碳实施方案"
DRAFT = "plan:云岭市节能方案(征求意见稿)"
ECOLOGY = ("Department", "department:云岭市/生态环境局")


def test_the_same_picture_gets_the_same_places(plan):
    assert positions(of_plan([plan], PLAN)) == positions(of_plan([plan], PLAN))


def test_no_two_nodes_stand_in_one_place(plan, two_plans):
    pictures = [
        of_plan([plan], PLAN),
        of_two_plans(two_plans, PLAN, DRAFT),
        around([plan], ECOLOGY[1], 2),
        department_network(two_plans),
    ]
    for picture in pictures:
        places = list(positions(picture).values())
        near = min(dist(one, other) for turn, one in enumerate(places) for other in places[:turn])
        assert near > 15


def test_departments_stand_inside_the_ring_of_clauses_and_facts_outside(plan):
    places = positions(of_plan([plan], PLAN))
    middle = places[("Plan", PLAN)]
    ring = [dist(middle, place) for (label, _), place in places.items() if label == "Clause"]
    assert all(dist(middle, place) < min(ring) for (label, _), place in places.items() if label == "Department")
    assert all(
        dist(middle, place) > max(ring) for (label, _), place in places.items() if label in ("Target", "Project")
    )


def test_the_bodies_of_a_plan_stand_as_far_apart_as_their_names_need(plan):
    places = positions(of_plan([plan], PLAN))
    bodies = [place for (label, _), place in places.items() if label == "Department"]
    assert min(dist(one, other) for turn, one in enumerate(bodies) for other in bodies[:turn]) > 80


def test_the_first_clause_stands_at_the_top(plan):
    places = positions(of_plan([plan], PLAN))
    ring = [(place, key) for key, place in places.items() if key[0] == "Clause"]
    assert min(ring, key=lambda each: each[0][1])[1] == (
        "Clause",
        next(n.id for n in of_plan([plan], PLAN).nodes if n.label == "Clause"),
    )


def test_two_plans_stand_side_by_side_with_what_they_share_between(two_plans):
    places = positions(of_two_plans(two_plans, PLAN, DRAFT))
    assert places[("Plan", PLAN)][0] < places[ECOLOGY][0] < places[("Plan", DRAFT)][0]


def test_around_an_entity_the_rings_are_the_steps(plan):
    picture = around([plan], ECOLOGY[1], 2)
    places = positions(picture)
    assert places[ECOLOGY] == (0, 0)
    clauses = [dist((0, 0), place) for (label, _), place in places.items() if label == "Clause"]
    beyond = [dist((0, 0), place) for (label, _), place in places.items() if label == "Target"]
    assert max(clauses) < min(beyond)


def test_a_heavier_tie_draws_two_nearer():
    a, b, c, d = (("X", name) for name in "abcd")
    places = by_forces([a, b, c, d], {(a, b): 20.0, (c, d): 1.0}, reach=190)
    assert dist(places[a], places[b]) < dist(places[c], places[d])


def test_spread_keeps_pinned_points_where_they_are():
    a, b, pin = ("X", "a"), ("X", "b"), ("X", "pin")
    moved = spread({a: (0, 0), b: (0, 0)}, 50, pinned={pin: (0, 0)})
    assert set(moved) == {a, b}
    assert min(dist(moved[a], (0, 0)), dist(moved[b], (0, 0)), dist(moved[a], moved[b])) >= 49.9


def test_what_is_joined_more_is_larger(plan):
    size = sizes(of_plan([plan], PLAN))
    assert size[ECOLOGY] > size[("Department", "department:云岭市/工业和信息化局")]


def test_nothing_and_a_loop_are_laid_out_too():
    assert positions(Picture((), (), "空")) == {}
    loop = Picture((Node("Region", "r", {}),), (Relationship("WITHIN", ("Region", "r"), ("Region", "r"), {}),), "环")
    assert set(positions(loop)) == {("Region", "r")}
