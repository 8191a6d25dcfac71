"""Laws that every method keeps, on promises and series drawn at random."""

from dataclasses import fields, replace
from datetime import date, timedelta
from math import isfinite

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etl.judge.assess import judge
from etl.judge.promise import Promise, Reading
from etl.normalise.periods import Period, read_period
from etl.vocabulary import Comparator, Flag, Grade, Kind, Measured, Method, Qualifier, Reason, Status, TextStatus
from tests.etl.judge.cases import LINEAR, history, promise

METHODS = st.sampled_from(Method)
DAYS = st.dates(date(2012, 1, 1), date(2028, 12, 31))
QUALIFIERS = st.sampled_from(Qualifier)
POINTS = st.sampled_from([one for one in Qualifier if one is not Qualifier.between])
SMALL = st.integers(-400, 400).map(lambda number: number / 4)
WIDE = st.floats(-1e15, 1e15).filter(lambda number: number == 0 or abs(number) > 1e-12)
CLASSES = (
    (Status.wrong_direction, Status.missed),
    (Status.far_behind,),
    (Status.behind,),
    (Status.on_track,),
    (Status.achieved,),
)
RANK = {status: rank for rank, group in enumerate(CLASSES) for status in group}
PACED = (Status.on_track, Status.behind, Status.far_behind)


def periods(first: int = 2010, last: int = 2027) -> st.SearchStrategy[Period]:
    return st.integers(first, last).map(lambda year: read_period(str(year)))


@st.composite
def one_reading(draw, values=SMALL, qualifiers=QUALIFIERS) -> Reading:
    period, value, qualifier = draw(periods()), draw(values), draw(qualifiers)
    known = period.end + timedelta(days=draw(st.integers(-90, 400)))
    return Reading(
        *(period.label, period.start, period.end, value),
        high=max(value, draw(values)) if qualifier is Qualifier.between else None,
        qualifier=qualifier,
        published_on=known,
        known_on=known,
        basis=draw(st.sampled_from(["", "", "", "new"])),
        decides=draw(st.sampled_from([True, True, True, False])),
        grade=draw(st.sampled_from(Grade)),
        flag=draw(st.sampled_from([None, *Flag])),
    )


def series(values=SMALL, qualifiers=QUALIFIERS) -> st.SearchStrategy[list[Reading]]:
    return st.lists(one_reading(values, qualifiers), max_size=10)


@st.composite
def any_promise(draw, values=SMALL, kinds=tuple(Kind), comparators=tuple(Comparator), based=None) -> Promise:
    comparator, value = draw(st.sampled_from(comparators)), draw(values)
    kind, is_based = draw(st.sampled_from(kinds)), draw(st.booleans()) if based is None else based
    is_rate = kind in (Kind.change, Kind.growth_per_year)
    measured = draw(st.sampled_from(Measured))
    deadline = draw(st.none() | periods(2015, 2027).map(lambda period: period.end))
    return Promise(
        target_id="T",
        kind=kind,
        comparator=comparator,
        value=value if not is_rate else max(-150.0, min(value, 300.0)),
        high=max(value, draw(values)) if comparator is Comparator.between and not is_rate else None,
        baseline_value=draw(st.none() | values) if is_based else None,
        baseline_period=draw(periods(2010, 2024)) if is_based else None,
        deadline=deadline,
        basis=draw(st.sampled_from([None, None, "", "new"])),
        tolerance=draw(st.sampled_from([None, 0.0, 2.5])),
        known_on=draw(DAYS),
        text_status=draw(st.sampled_from(TextStatus)),
        milestones=draw(st.lists(st.tuples(DAYS, values), max_size=3).map(tuple)),
        has_series=draw(st.booleans()),
        has_proxies=draw(st.booleans()),
        superseded_on=draw(st.none() | DAYS),
        measured=measured,
        yearly_rates=is_rate and measured is Measured.growth,
    )


def scaled(a_promise: Promise, readings: list[Reading], k: float) -> tuple[Promise, list[Reading]]:
    def times(value):
        return None if value is None else value * k

    in_unit = {Kind.growth_per_year: (), Kind.change: ("tolerance",)}.get(
        a_promise.kind, ("value", "high", "tolerance")
    )
    parts = {name: times(getattr(a_promise, name)) for name in in_unit}
    milestones = tuple((day, value * k) for day, value in a_promise.milestones)
    other = replace(a_promise, baseline_value=times(a_promise.baseline_value), milestones=milestones, **parts)
    return other, [replace(one, value=one.value * k, high=times(one.high)) for one in readings]


@given(any_promise(), series(), DAYS, METHODS, st.sampled_from([0.001, 0.3, 2, 7, 1000, 123.456, 1e8]))
def test_the_unit_changes_no_verdict(a_promise, readings, as_of, method, k):
    assume(not a_promise.yearly_rates)
    before = judge(a_promise, readings, as_of, method)
    after = judge(*scaled(a_promise, readings, k), as_of, method)
    assert (after.status, after.reason, after.detail, after.badges) == (
        before.status, before.reason, before.detail, before.badges,
    )  # fmt: skip


MIRRORED = {
    Qualifier.more_than: Qualifier.less_than,
    Qualifier.at_least: Qualifier.at_most,
    Qualifier.nearly: Qualifier.just_over,
    Comparator.at_least: Comparator.at_most,
}
MIRRORED |= {other: one for one, other in MIRRORED.items()}


def mirrored(a_promise: Promise, readings: list[Reading]) -> tuple[Promise, list[Reading]]:
    other, negated = scaled(replace(a_promise, tolerance=None), readings, -1)
    comparator = MIRRORED.get(a_promise.comparator, a_promise.comparator)
    value, high = (other.value, None) if other.high is None else (other.high, other.value)
    return replace(other, comparator=comparator, value=value, high=high, tolerance=a_promise.tolerance), [
        replace(
            one,
            value=one.value if one.high is None else one.high,
            high=None if one.high is None else one.value,
            qualifier=MIRRORED.get(one.qualifier, one.qualifier),
        )
        for one in negated
    ]


BOTH_WAYS = (Comparator.at_least, Comparator.at_most)


@given(any_promise(kinds=(Kind.level, Kind.count, Kind.limit), comparators=BOTH_WAYS), series(qualifiers=POINTS), DAYS)
def test_the_mirror_image_has_the_same_class(a_promise, readings, as_of):
    before, after = judge(a_promise, readings, as_of, LINEAR), judge(*mirrored(a_promise, readings), as_of, LINEAR)
    assert (after.status, after.reason, after.detail) == (before.status, before.reason, before.detail)


@given(
    any_promise(
        kinds=(Kind.level, Kind.change, Kind.count, Kind.growth_per_year),
        comparators=(*BOTH_WAYS, Comparator.more_than),
        based=True,
    ),
    series(qualifiers=st.just(Qualifier.exact)),
    SMALL,
    DAYS,
    METHODS,
)
def test_a_better_figure_never_has_a_worse_class(a_promise, readings, gain, as_of, method):
    before = judge(a_promise, readings, as_of, method)
    if before.status not in RANK or before.period == before.baseline_period:
        return  # no class to compare, or the better figure would move the target itself
    falls = a_promise.value < 0 if a_promise.kind is Kind.change else a_promise.comparator is Comparator.at_most
    better = [
        replace(one, value=one.value + (-abs(gain) if falls else abs(gain)))
        if (one.period, one.basis) == (before.period, before.basis)
        else one
        for one in readings
    ]
    after = judge(a_promise, better, as_of, method)
    if after.status in RANK and after.basis == before.basis:
        assert RANK[after.status] >= RANK[before.status]


@given(any_promise(WIDE), series(WIDE), DAYS, METHODS)
def test_every_number_of_a_verdict_is_a_plain_finite_float(a_promise, readings, as_of, method):
    found = judge(a_promise, readings, as_of, method)
    for field in fields(found):
        value = getattr(found, field.name)
        assert type(value).__module__ != "numpy"
        assert not isinstance(value, float) or isfinite(value), field.name


@given(any_promise(), series(), METHODS)
def test_the_history_says_on_every_day_what_judging_says(a_promise, readings, method):
    rows = history(a_promise, readings, method)
    assert rows[0][0] == a_promise.known_on
    days = {a_promise.known_on, date(2030, 1, 1)} | {one.known_on for one in readings} | {on for on, _ in rows}
    for day in {near for on in days for near in (on - timedelta(1), on, on + timedelta(1))}:
        if day >= a_promise.known_on:
            valid = [verdict for on, verdict in rows if on <= day][-1]
            assert valid == judge(a_promise, readings, day, method)


@given(any_promise(), series(), DAYS, METHODS)
def test_there_is_no_class_without_its_inputs(a_promise, readings, as_of, method):
    found = judge(a_promise, readings, as_of, method)
    if found.status in PACED and found.ratio is None:  # a rate against its own direction: kept so far
        assert a_promise.kind is Kind.growth_per_year
        assert found.status is Status.on_track
    if found.ratio is not None and a_promise.kind is Kind.direction:  # a trend, read without a target
        assert method in (Method.open_sdg, Method.eurostat_trend)
        assert found.status is Status.no_numeric_target
    elif found.ratio is not None:
        assert None not in (found.value, found.target_value, found.period)
        assert found.baseline_period is not None
    if found.status is Status.wrong_direction:
        assert found.reason in (Reason.pace, Reason.target_behind_baseline)
    if found.status in (*PACED, Status.missed) and a_promise.kind is not Kind.limit:
        assert a_promise.deadline is not None


@given(any_promise(), series(), DAYS, METHODS)
def test_nothing_is_judged_that_was_not_known(a_promise, readings, as_of, method):
    known = [one for one in readings if one.known_on <= as_of and one.decides]
    assert judge(a_promise, readings, as_of, method) == judge(a_promise, known, as_of, method)
    if not known:
        assert judge(a_promise, readings, as_of, method).value is None


@given(any_promise(), series(), DAYS, METHODS)
def test_a_miss_is_said_only_after_the_deadline(a_promise, readings, as_of, method):
    assume(a_promise.kind is not Kind.limit)
    if judge(a_promise, readings, as_of, method).status in (Status.missed, Status.achieved_late):
        assert as_of > a_promise.deadline


@given(any_promise(), series(), DAYS, METHODS)
def test_all_methods_agree_on_all_but_the_pace(a_promise, readings, as_of, method):
    linear, other = judge(a_promise, readings, as_of, LINEAR), judge(a_promise, readings, as_of, method)
    if not {linear.reason, other.reason} & {Reason.pace, Reason.method_not_applicable, Reason.bound_not_enough}:
        assert (linear.status, linear.reason, linear.chance) == (other.status, other.reason, other.chance)
    if linear.reason is other.reason is Reason.pace:
        assert ("contested" in linear.badges) == ("contested" in other.badges)


@given(any_promise(), series(), DAYS, METHODS)
def test_a_class_or_a_chance_is_absent_only_with_a_reason(a_promise, readings, as_of, method):
    found = judge(a_promise, readings, as_of, method)
    if found.reason is Reason.method_not_applicable:
        assert found.obstacle is not None
    assert found.chance is None or (0 < found.chance < 1 and found.no_chance is None)
    is_counted = found.status not in (Status.listed, Status.no_numeric_target)
    assert (found.chance is None) == (found.no_chance is not None) or not is_counted


@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_series_is_never_a_verdict(kind):
    found = judge(promise(kind=kind), [], date(2030, 1, 1), LINEAR)
    assert found.status in (Status.no_data, Status.no_numeric_target, Status.listed)
