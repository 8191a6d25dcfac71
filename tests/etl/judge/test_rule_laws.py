"""What every method keeps, whatever the figures: laws over batches of made-up cases, ugly ones among them."""

from dataclasses import asdict, fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.plain import PLAIN
from etl.judge.cases import Cases
from etl.judge.methods import METHODS
from etl.vocabulary import Method

TIMES = ("baseline_time", "time", "deadline", "first_time", "long_time")
QUANTITIES = (
    "baseline", "value", "target", "slope", "mean_change", "first_value", "long_value", "expected", "limit",
)  # fmt: skip
NAMES = [field.name for field in fields(Cases)]
STRAIGHT = (
    Method.linear_pace, Method.destatis_projection, Method.escap, Method.sdsn_trend, Method.acceleration_factor,
)  # fmt: skip
ALL_OF_A_WAY = ("baseline", "baseline_time", "value", "time", "target", "deadline", "direction")
NEEDED = {
    Method.linear_pace: ALL_OF_A_WAY,
    Method.eurostat_cagr: ("value", "target", "direction"),
    Method.eurostat_trend: ("value", "time", "first_value", "first_time", "direction"),
    Method.open_sdg: ("value", "direction"),
    Method.destatis_projection: ("value", "target", "direction", "mean_change"),
    Method.escap: ("expected", "target", "direction"),
    Method.sdsn_trend: ("value", "time", "target", "direction", "first_value", "first_time"),
    Method.acceleration_factor: ("value", "target", "direction", "slope"),
    Method.unsd_2022: ALL_OF_A_WAY,
}

lawful = settings(max_examples=10)
SEEDS = st.integers(0, 2**32 - 1)
methods = pytest.mark.parametrize("method", Method)


def cases_of(seed: int, count: int = 400) -> Cases:
    """So many targets, half of them wild: absent, zero and negative figures, dates in any order."""
    draw = np.random.default_rng(seed)
    wild, tidy = (made(draw, count // 2) for made in (wild_columns, tidy_columns))
    return Cases.of(**{name: np.concatenate([wild[name], tidy[name]]) for name in NAMES})


def wild_columns(draw: np.random.Generator, count: int) -> dict[str, np.ndarray]:
    dates = {name: 2015 + draw.integers(0, 60, count) / 4 for name in TIMES}
    figures = {name: np.where(draw.random(count) < 0.7, draw.integers(-40, 400, count) / 4, 0) for name in QUANTITIES}
    return {
        name: np.where(draw.random(count) < 0.1, np.nan, column) for name, column in (dates | figures).items()
    } | directed(draw, count)


def tidy_columns(draw: np.random.Generator, count: int) -> dict[str, np.ndarray]:
    """Plans on the way: targets ahead, figures of a trend, few of them absent."""
    marks = directed(draw, count)
    d, start, step = marks["direction"], draw.integers(80, 200, count), draw.integers(-3, 7, count)
    value = start + d * step * draw.integers(1, 10, count)
    columns = {
        "baseline": start, "baseline_time": np.full(count, 2015), "value": value,
        "time": 2015 + draw.integers(0, 10, count), "target": start + d * draw.integers(1, 71, count),
        "deadline": draw.choice([2020, 2025, 2030], count), "slope": d * step,
        "mean_change": d * draw.integers(-2, 7, count), "first_value": start + draw.integers(-20, 21, count),
        "first_time": np.full(count, 2010), "long_value": start, "long_time": np.full(count, 2000),
        "expected": value + d * draw.integers(-5, 61, count), "limit": draw.choice([np.nan, 100, 150], count),
    }  # fmt: skip
    return columns | marks


def directed(draw: np.random.Generator, count: int) -> dict[str, np.ndarray]:
    return {"direction": draw.choice([1.0, -1.0], count), "is_held_yearly": draw.random(count) < 0.2}


def scaled(given_cases: Cases, factor: float) -> Cases:
    return replace(given_cases, **{name: getattr(given_cases, name) * factor for name in QUANTITIES})


@methods
@lawful
@given(SEEDS)
def test_arrays_say_what_a_plain_reading_of_the_rules_says_row_by_row(method, seed):
    given_cases = cases_of(seed)
    found = METHODS[method].find(given_cases)
    columns = asdict(given_cases)
    rows = [{name: columns[name][at] for name in NAMES} for at in range(len(found.rank))]
    expected = [PLAIN[method]({name: row[name].item() for name in NAMES}) for row in rows]
    assert found.rank.tolist() == [rank for _, rank in expected]
    np.testing.assert_allclose(
        np.where(found.rank < 0, np.nan, found.measure), [number for number, _ in expected], rtol=1e-9, atol=1e-12
    )


@methods
@lawful
@given(SEEDS, st.sampled_from([0.001, 0.3, 2, 7, 1000, 123.456, 1e8]))
def test_the_class_does_not_depend_on_the_unit(method, seed, factor):
    given_cases = cases_of(seed)
    if method is Method.open_sdg:  # it puts 0.001 for 0, in whatever unit
        nonzero = {
            name: np.where(getattr(given_cases, name) == 0, 1, getattr(given_cases, name)) for name in QUANTITIES
        }
        given_cases = replace(given_cases, **nonzero)
    found, again = (METHODS[method].find(one) for one in (given_cases, scaled(given_cases, factor)))
    assert found.rank.tolist() == again.rank.tolist()


@pytest.mark.parametrize("method", STRAIGHT)
@lawful
@given(SEEDS)
def test_the_mirror_image_has_the_same_class_by_the_linear_methods(method, seed):
    given_cases = cases_of(seed)
    mirrored = replace(scaled(given_cases, -1), direction=-given_cases.direction)
    found, again = (METHODS[method].find(one) for one in (given_cases, mirrored))
    assert found.rank.tolist() == again.rank.tolist()
    np.testing.assert_allclose(found.measure, again.measure)


@methods
@lawful
@given(SEEDS, st.sampled_from([0.25, 1, 7.5, 60]))
def test_a_better_value_never_gives_a_worse_class(method, seed, gain):
    """What follows from the latest value is better too: slope, mean change and forecast."""
    given_cases = cases_of(seed)
    better = {"value": 1, "slope": 0.2, "mean_change": 0.2, "expected": 1}
    moved = {name: getattr(given_cases, name) + share * gain * given_cases.direction for name, share in better.items()}
    found, again = (METHODS[method].find(one).rank for one in (given_cases, replace(given_cases, **moved)))
    has_both = (found >= 0) & (again >= 0)
    assert (again[has_both] <= found[has_both]).all()


@methods
@lawful
@given(SEEDS)
def test_a_missing_input_gives_no_class_and_no_warning(method, seed):
    given_cases = cases_of(seed)
    for name in NEEDED[method]:
        without = replace(given_cases, **{name: np.full_like(given_cases.value, np.nan)})
        assert (METHODS[method].find(without).rank == -1).all()


@methods
@lawful
@given(SEEDS, st.sampled_from([1e300, 1e-300]))
def test_numbers_beyond_all_measure_give_no_warning_and_no_infinity(method, seed, factor):
    given_cases = cases_of(seed)
    found = METHODS[method].find(scaled(given_cases, factor))
    numbers = [found.measure, *found.workings.values()]
    assert not any(np.isinf(number).any() for number in numbers)
    assert ((found.rank >= -1) & (found.rank < len(METHODS[method].classes))).all()
