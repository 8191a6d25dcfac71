"""What the methods say beside each other: sides, occasions, the distance to the required path."""

import pytest

from app import panel
from etl.vocabulary import Method, MethodClass, Status

ROW = {"status": "on_track", "reason": "pace", "detail": None, "obstacle": None, "method_class": None, "kind": "level"}


def by_method(**classes: str) -> dict:
    """Rows of a target: a class for each method named, for the others an obstacle."""
    named = {Method[name]: {"method_class": code} for name, code in classes.items()}
    return {method: ROW | named.get(method, {"obstacle": "no_target"}) for method in Method}


def test_classes_are_read_on_the_scale_and_counted_by_side():
    found = panel.said(by_method(linear_pace="on_track", eurostat_cagr="moderate_progress", escap="will_meet"))
    assert [one.method for one in found] == list(Method)
    assert found[1].reads_as is Status.behind
    assert panel.sides(found) == (2, 3)


def test_the_same_word_of_two_methods_reads_as_each_of_them_means_it():
    found = {one.method: one for one in panel.said(by_method(open_sdg="deterioration", unsd_2022="deterioration"))}
    assert {one.reads_as for one in found.values() if one.name} == {Status.wrong_direction}


def test_a_trend_alone_takes_no_side():
    assert panel.sides(panel.said(by_method(eurostat_trend="significant_progress"))) == (0, 0)


@pytest.mark.parametrize("stem", ["status", "detail"])
def test_what_a_bound_leaves_open_takes_no_side(stem):
    rows = by_method(linear_pace="behind", escap="will_meet")
    rows[Method.linear_pace] |= {stem: "pace_unknown", "reason": "bound_not_enough"}
    found = panel.said(rows)
    assert found[0].name is MethodClass.behind
    assert found[0].reads_as is Status.pace_unknown
    assert panel.sides(found) == (1, 1)


def test_where_no_method_was_asked_nothing_is_said():
    assert panel.said(dict.fromkeys(Method, ROW)) == []


@pytest.mark.parametrize(
    ("changes", "is_asked", "is_over", "key"),
    [
        ({}, True, False, None),
        ({}, True, True, "over"),
        ({"status": "achieved", "reason": "reached"}, True, False, "reached"),
        ({"status": "missed", "kind": "limit"}, True, False, "limit"),
        ({"status": "pace_unknown", "reason": "no_second_point"}, True, False, "unknown"),
        ({"status": "pace_unknown", "reason": "method_not_applicable"}, True, False, None),
        ({"status": "basis_changed"}, False, True, "basis"),
        ({"status": "listed"}, False, False, "no_number"),
        ({"status": "dropped"}, False, True, "ended"),
        ({"status": "no_data"}, False, False, "no_figure"),
        ({"status": "achieved_unverified"}, False, True, "none_in_time"),
    ],
)
def test_what_the_table_shows_is_told_where_no_method_decides(changes, is_asked, is_over, key):
    assert panel.occasion(ROW | changes, is_asked, is_over) == key


PATH = {
    "kind": "level", "measured": "stock", "value": 470.0, "required_value": 393.6, "baseline_value": 246.0,
    "target_value": 492.0, "target_high": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "distance", "share"),
    [
        ({}, 76.4, 76.4 / 246),
        ({"value": 13.0, "required_value": 14.0, "baseline_value": 15.0, "target_value": 12.0}, 1.0, 1 / 3),
        ({"baseline_value": 600.0, "target_value": 300.0, "target_high": 500.0, "value": 560, "required_value": 550},
         -10.0, -0.1),
        ({"kind": "growth_per_year", "target_value": 20.0}, 76.4, None),
        ({"kind": "growth_per_year", "target_value": -2.0}, -76.4, None),
    ],
    ids=["up", "down", "down into a range", "growth", "decline"],
)  # fmt: skip
def test_the_distance_to_the_path_is_positive_on_the_wanted_side(changes, distance, share):
    found = panel.ahead(PATH | changes)
    assert found.distance == pytest.approx(distance)
    assert found.share == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize("changes", [{"measured": "growth"}, {"required_value": None}, {"target_value": 246.0}])
def test_without_a_path_there_is_no_distance(changes):
    assert panel.ahead(PATH | changes) is None
