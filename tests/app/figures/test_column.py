"""Labels one below the other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.column import FARTHEST, STEP, column

ENDS = (0.0, 300.0)
middles = st.lists(st.floats(20, 280), min_size=1, max_size=8)


def test_labels_with_room_stand_where_they_are_wanted():
    assert column([200.0, 40.0, 100.0], [16.0] * 3, ENDS) == [200.0, 40.0, 100.0]


def test_labels_of_one_point_part_evenly_and_keep_their_order():
    assert column([100.0, 100.0], [16.0, 16.0], ENDS) == [92.0, 108.0]


def test_label_keeps_clear_of_what_is_taken():
    assert column([100.0], [16.0], ENDS, [(94.0, 110.0)]) == [86.0]


def test_there_is_no_column_where_labels_do_not_fit_or_only_far_away():
    assert column([10.0, 20.0], [16.0, 16.0], (0.0, 30.0)) is None
    assert column([100.0] * 9, [16.0] * 9, ENDS) is None


@given(middles)
def test_no_label_is_on_another_outside_or_far_away(wanted):
    found = column(wanted, [16.0] * len(wanted), ENDS)
    if found is None:
        return
    assert all(after - before >= 16.0 for before, after in pairwise(sorted(found)))
    assert all(8.0 <= one <= 292.0 for one in found)
    assert all(abs(one - at) <= FARTHEST for one, at in zip(found, wanted, strict=True))
    assert [wanted[at] for at in sorted(range(len(wanted)), key=found.__getitem__)] == sorted(wanted)


@pytest.mark.parametrize("wanted", [[], [150.0]])
def test_one_label_or_none(wanted):
    found = column(wanted, [16.0] * len(wanted), ENDS)
    assert found == pytest.approx(wanted, abs=STEP)
