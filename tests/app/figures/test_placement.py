"""Labels stand on nothing that matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.placement import NEAR, SIDES, Box, Ground, Label, box_at, place, place_texts

BOUNDS = Box(0, 0, 400, 300)
numbers = st.floats(20, 280)
labels = st.lists(
    st.builds(Label, st.floats(5, 80), st.floats(5, 30), st.tuples(st.tuples(numbers, numbers))), min_size=1, max_size=4
)


def test_first_side_is_taken_where_it_is_free():
    found = place([Label(40, 10, ((200, 150),), ("E", "N"))], Ground(BOUNDS))
    assert (found[0].side, found[0].shift, found[0].leader) == ("E", (9, 0), None)
    assert found[0].box == Box(209, 145, 249, 155)


def test_label_moves_to_the_side_where_no_line_runs():
    line = ((200.0, 150.0), (300.0, 150.0))
    assert place([Label(40, 10, ((200, 150),), ("E", "N"))], Ground(BOUNDS, lines=(line,)))[0].side == "N"


def test_hairline_is_crossed_rather_than_moving_far_away():
    ground = Ground(BOUNDS, hairlines=(((215.0, 0.0), (215.0, 300.0)),))
    assert place([Label(40, 10, ((200, 150),), ("E",))], ground)[0].shift == (9, 0)


def test_second_label_at_the_same_point_takes_another_side():
    both = place([Label(40, 10, ((200, 150),))] * 2, Ground(BOUNDS))
    assert both[0].side != both[1].side
    assert both[0].box.overlap(both[1].box) == 0


def test_label_at_the_edge_stays_inside():
    assert place([Label(60, 10, ((399, 150),), ("E", "W"))], Ground(BOUNDS))[0].side == "W"


def test_optional_label_is_left_out_where_nothing_is_free_and_a_needed_one_is_not():
    full = Ground(BOUNDS, boxes=(BOUNDS,))
    needed, optional = Label(40, 10, ((200, 150),)), Label(40, 10, ((200, 150),), is_optional=True)
    assert place([optional], full) == [None]
    assert place([needed], full)[0] is not None


def test_label_far_from_its_point_has_a_leader_or_gets_no_place():
    far, close = (Label(40, 10, ((200, 150),), ("NE",), 15.0, True, may_lead) for may_lead in (True, False))
    ground = Ground(BOUNDS, lines=(((205.0, 135.0), (260.0, 135.0)),))
    assert place([far], ground)[0].leader
    assert place([close], ground) == [None]


def test_label_does_not_stand_nearer_to_a_point_of_another():
    label = Label(40, 10, ((200, 150),), ("E", "W"), others=((245, 150),))
    assert place([label], Ground(BOUNDS))[0].side == "W"


def test_shorter_text_is_taken_where_the_long_one_has_no_room():
    long, short = (Label(width, 10, ((200, 150),), ("E",), may_lead=False) for width in (80, 30))
    ground = Ground(BOUNDS, boxes=(Box(250, 100, 300, 200),))
    assert [number for number, _at in place_texts([[long, short]], ground)] == [1]


def test_place_has_to_be_free_in_every_width_of_the_chart():
    first, second = Label(40, 10, ((100, 150),), ("E",)), Label(60, 10, ((110, 150),), ("W", "N"))
    narrow, wide = Ground(BOUNDS), Ground(Box(0, 0, 1200, 300), stretch=3.0)
    assert place([first, second], narrow)[1].side == "W"
    assert place([first, second], narrow, wide)[1].side == "N"


def test_place_is_told_as_it_is_in_the_first_width():
    wide = Ground(Box(0, 0, 800, 300), stretch=2.0)
    assert place([Label(40, 10, ((200, 150),), ("E",))], Ground(BOUNDS), wide)[0].box == Box(209, 145, 249, 155)


def test_line_through_a_box_is_measured_within_it():
    box = Box(10, 10, 20, 20)
    assert box.cuts((0, 15), (30, 15)) == 10
    assert box.cuts((0, 0), (30, 0)) == 0
    assert box.cuts((15, 0), (15, 12)) == pytest.approx(2)


@given(labels)
def test_every_needed_label_gets_a_place(given_labels):
    assert all(place(given_labels, Ground(BOUNDS)))


@given(labels)
def test_places_are_where_their_sides_say(given_labels):
    for label, found in zip(given_labels, place(given_labels, Ground(BOUNDS)), strict=True):
        assert found.box == box_at(label, label.anchors[found.anchor], found.side, found.shift)
        assert found.side in SIDES
        assert found.leader or found.box.distance(label.anchors[found.anchor]) <= NEAR
