"""Every method on the same promise: its class, its own numbers, or what stands against it."""

import pytest

from etl.judge.fitness import HOLDS, OBSTACLES
from etl.judge.generation import verdict_row
from etl.judge.sentences import sentence
from etl.vocabulary import LANGUAGES, Badge, Method, MethodClass, Obstacle, Status
from tests.etl.judge.cases import judged, promise

STEADY = "\n".join(
    f"{year} | {2 * (year - 2010)} | {year + 1}-02-01" for year in range(2011, 2022)
)  # 2 a year, 22 in 2021
FLAT = "\n".join(f"{year} | 5 | {year + 1}-02-01" for year in range(2011, 2022))
ON_COURSE = promise(value=30.0, baseline_period="2015", known_on="2016-01-01")
AS_OF = "2022-06-01"


def by_method(a_promise, drawing: str = STEADY, as_of: str = AS_OF) -> dict:
    return {method: judged(a_promise, drawing, as_of, method) for method in Method}


def test_each_method_tells_its_own_class_and_numbers():
    found = by_method(ON_COURSE)
    assert {method: one.method_class for method, one in found.items()} == {
        Method.linear_pace: MethodClass.on_track,
        Method.eurostat_cagr: MethodClass.significant_progress,
        Method.eurostat_trend: MethodClass.significant_progress,
        Method.open_sdg: MethodClass.substantial_progress,
        Method.destatis_projection: MethodClass.sun,
        Method.escap: found[Method.escap].method_class,
        Method.sdsn_trend: MethodClass.on_track,
        Method.acceleration_factor: MethodClass.on_track,
        Method.unsd_2022: MethodClass.on_track,
    }
    assert dict(found[Method.destatis_projection].workings)["projected"] == pytest.approx(30)
    assert dict(found[Method.acceleration_factor].workings)["slope"] == pytest.approx(2, rel=1e-3)
    assert dict(found[Method.sdsn_trend].workings)["first_value"] == 12
    assert dict(found[Method.escap].workings)["current_status"] == pytest.approx(6)


@pytest.mark.parametrize(
    ("a_promise", "drawing", "method", "obstacle"),
    [
        (ON_COURSE, STEADY.replace("2015 | 10 |", "2015 | 0 |"), Method.eurostat_cagr, Obstacle.not_positive),
        (promise(value=30.0, baseline_period="2021", known_on="2021-12-31"), STEADY, Method.eurostat_cagr,
         Obstacle.no_later_figure),
        (ON_COURSE, "2015 | 10 | 2016-02-01\n2021 | 22 | 2022-02-01", Method.acceleration_factor,
         Obstacle.few_recent_figures),
        (ON_COURSE, "2015 | 10 | 2016-02-01\n2021 | 22 | 2022-02-01", Method.destatis_projection,
         Obstacle.few_yearly_figures),
        (ON_COURSE, "2015 | 10 | 2016-02-01\n2021 | 22 | 2022-02-01", Method.escap, Obstacle.no_forecast),
        (ON_COURSE, "2015 | 10 | 2016-02-01\n2021 | 22 | 2022-02-01", Method.sdsn_trend, Obstacle.no_earlier_figure),
        (ON_COURSE, STEADY, Method.eurostat_trend, Obstacle.knows_no_target),
        (ON_COURSE, STEADY.replace("2016 | 12 |", "2016 | 0 |"), Method.eurostat_trend, Obstacle.not_positive),
        (promise(value=30.0, baseline_period="2021", known_on="2021-12-31"), FLAT, Method.escap, Obstacle.no_forecast),
        (promise("at_least", 2.0, kind="growth_per_year", baseline_period="2015"), STEADY, Method.escap,
         Obstacle.about_span),
    ],
)  # fmt: skip
def test_a_method_that_gives_no_verdict_says_what_stands_against_it(a_promise, drawing, method, obstacle):
    found = judged(a_promise, drawing, AS_OF, method)
    assert (found.status, found.reason, found.obstacle) == (Status.pace_unknown, "method_not_applicable", obstacle)


def test_a_baseline_beyond_the_target_is_what_stands_against_the_linear_pace():
    found = judged(ON_COURSE, STEADY.replace("2015 | 10 |", "2015 | 40 |"), AS_OF)
    assert (found.status, found.obstacle) == (Status.wrong_direction, Obstacle.target_behind_baseline)


def test_of_monthly_figures_the_one_of_the_same_month_counts():
    months = [(year, month) for year in range(2015, 2022) for month in range(1, 13)][:-1]  # up to November 2021
    drawing = "\n".join(f"{year}-{month:02d} | {12 * (year - 2014) + month} | 2021-12-15" for year, month in months)
    found = by_method(promise(value=200.0, baseline_period="2015-11", measured="stock"), drawing, "2021-12-31")
    assert dict(found[Method.destatis_projection].workings)["mean_change"] == 12
    assert dict(found[Method.sdsn_trend].workings)["first_value"] == 12 * 2 + 11  # of November 2016


def test_a_limit_held_each_year_is_read_by_the_method_that_knows_constant_targets():
    found = by_method(promise("at_most", 25.0, kind="limit"))
    classes = {method: one.method_class for method, one in found.items() if one.method_class}
    assert classes[Method.destatis_projection] is MethodClass.sun_with_cloud  # held, and on the way up
    assert found[Method.linear_pace].obstacle is Obstacle.held_yearly
    assert {one.status for one in found.values()} == {Status.achieved}


def test_a_range_that_is_judged_takes_the_weaker_end_of_a_reading():
    wide = STEADY.replace("2021 | 22 |", "2021 | 12–22 |")
    assert judged(ON_COURSE, wide, AS_OF).status is Status.pace_unknown
    narrow = STEADY.replace("2021 | 22 |", "2021 | 21.9–22 |")
    assert judged(ON_COURSE, narrow, AS_OF).status is Status.on_track


def test_methods_that_disagree_about_on_track_are_contested_in_each_of_their_verdicts():
    slowing = "\n".join(f"{y} | {v} | {y + 1}-02-01" for y, v in
                        zip(range(2015, 2022), (10, 16, 20, 21, 21.5, 21.8, 22), strict=True))  # fmt: skip
    found = by_method(ON_COURSE, slowing)
    apply = [one for one in found.values() if one.reason == "pace"]
    assert {one.status is Status.on_track for one in apply} == {True, False}
    assert all(Badge.contested in one.badges for one in apply)
    assert not any(Badge.contested in one.badges for one in by_method(ON_COURSE).values())


def test_a_settled_target_is_contested_by_nobody():
    found = by_method(ON_COURSE, STEADY + "\n2025 | 31 | 2026-02-01", "2026-06-01")
    assert {(one.status, one.badges) for one in found.values()} == {(Status.achieved, ())}
    assert found[Method.eurostat_cagr].method_class is MethodClass.significant_progress


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("method", Method)
def test_every_method_has_its_sentence(method, lang):
    found = judged(ON_COURSE, STEADY, AS_OF, method)
    row = verdict_row(found) | {
        "method": method,
        "kind": "level",
        "comparator": "at_least",
        "unit": "bases",
        "unit_zh": "个",
    }
    text = sentence(row | {"deadline": ON_COURSE.deadline}, lang)
    assert "{" not in text
    assert "None" not in text
    assert "nan" not in text


def test_all_that_can_stand_against_a_method_has_its_rule():
    assert set(OBSTACLES) == set(Method)
    assert {one for own in OBSTACLES.values() for one in own} == set(HOLDS)


@pytest.mark.parametrize(("values", "expected"), [((21, 22, 23, 24, 25, 26), "sun_with_cloud"), ((24,) * 6, "sun")])
def test_a_projection_within_a_range_is_held_against_the_bound_that_it_runs_into(values, expected):
    drawing = "\n".join(f"{2016 + n} | {value} | {2017 + n}-02-01" for n, value in enumerate(values))
    found = judged(promise("between", 20.0, high=27.0), drawing, AS_OF, Method.destatis_projection)
    assert (found.status, found.method_class) == (Status.achieved, expected)


def test_a_direction_without_a_number_has_a_trend_and_no_verdict():
    found = by_method(promise(None, None, kind="direction"))
    assert {(one.status, one.chance, one.no_chance) for one in found.values()} == {("no_numeric_target", None, None)}
    assert found[Method.eurostat_trend].method_class is MethodClass.significant_progress
    assert found[Method.linear_pace].obstacle is Obstacle.no_target


def test_an_earlier_bound_is_no_figure_of_a_trend():
    drawing = STEADY.replace("2018 | 16 |", "2018 | > 5 |")
    found = by_method(ON_COURSE, drawing)
    assert dict(found[Method.acceleration_factor].workings)["slope"] == pytest.approx(2, rel=1e-3)
    assert found[Method.destatis_projection].obstacle is Obstacle.few_yearly_figures
