"""Verdicts in words: every status and reason in both languages, with their numbers, and never a hole."""

import re
from dataclasses import fields
from datetime import date

import pytest

from etl.judge.promise import Promise, Verdict
from etl.judge.sentences import sentence
from etl.vocabulary import LANGUAGES, Badge, Comparator, Kind, Reason, Status
from tests.etl.judge.cases import judged, promise

HOLES = re.compile(r"\b(None|nan|NaN|NaT)\b|[{}]|  ")

ROW = {
    "status": "on_track", "reason": "pace", "detail": None, "kind": "change", "comparator": "at_least",
    "unit": "robots per 10,000 employees", "unit_zh": "台/万人", "deadline": "2025-12-31", "badges": [],
    "period": "2023", "value": 470.0, "high": None, "qualifier": "exact", "basis": "IFR employment to 2025",
    "second_period": None, "second_value": None, "second_basis": None,
    "baseline_period": "2020", "baseline_value": 246.0, "target_value": 492.0, "target_high": None,
    "target_is_derived": True, "ratio": 1.51, "progress_share": 224 / 246, "time_share": 0.6, "required_value": 393.6,
    "actual_per_year": 74.67, "required_per_year": 11.0, "distance": -22.0,
}  # fmt: skip

EMPTY = dict.fromkeys(ROW) | {"status": None, "reason": None, "badges": []}

CASES = {
    (Status.achieved, Reason.reached), (Status.achieved, Reason.deadline_observation),
    (Status.achieved, Reason.count_reached), (Status.achieved_late, Reason.reached_later),
    (Status.achieved_unverified, Reason.reached_undated), (Status.missed, Reason.deadline_observation),
    (Status.awaiting_data, Reason.deadline_passed), (Status.awaiting_data, Reason.bound_not_enough),
    (Status.awaiting_data, Reason.no_second_point), (Status.basis_changed, Reason.basis_differs),
    (Status.pace_unknown, Reason.no_second_point), (Status.pace_unknown, Reason.bound_not_enough),
    (Status.pace_unknown, Reason.method_not_applicable), (Status.no_deadline, Reason.no_deadline),
    (Status.no_data, Reason.not_measured), (Status.no_data, Reason.only_proxies), (Status.no_data, Reason.none_yet),
    (Status.no_numeric_target, Reason.no_number), (Status.no_numeric_target, Reason.ceiling),
    (Status.listed, Reason.listed), (Status.wrong_direction, Reason.target_behind_baseline),
    (Status.on_track, Reason.pace), (Status.behind, Reason.pace), (Status.far_behind, Reason.pace),
    (Status.wrong_direction, Reason.pace), (Status.superseded, Reason.replaced), (Status.dropped, Reason.given_up),
}  # fmt: skip


def test_a_figure_of_the_last_quarter_says_why_it_decides():
    early = ROW | {"status": "missed", "reason": "deadline_observation", "period": "2025-10", "kind": "level"}
    assert sentence(early, "en").endswith("A figure of the deadline's last quarter counts as its own.")
    assert "last quarter" not in sentence(early | {"period": "2025"}, "en")
    assert "截止日所在季度" in sentence(early, "zh")


def row_of(verdict: Verdict, a_promise: Promise, **others: object) -> dict:
    """The status row of a verdict, as the tables would give it."""
    row = {field.name: getattr(verdict, field.name) for field in fields(verdict)}
    named = {"kind": a_promise.kind, "comparator": a_promise.comparator, "deadline": a_promise.deadline}
    return row | named | {"unit": "units", "unit_zh": "个", **others}


def test_every_status_and_reason_is_among_the_cases():
    assert {status for status, _ in CASES} == set(Status)
    assert {reason for _, reason in CASES} == set(Reason)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("absent", [None, float("nan")])
@pytest.mark.parametrize(("status", "reason"), sorted(CASES))
def test_no_sentence_has_a_hole(status, reason, absent, lang):
    for kind in (Kind.level, Kind.change, Kind.count, Kind.growth_per_year):
        for deadline in ("2025-12-31", date(2025, 12, 31), absent):
            for is_derived in (True, False):
                row = {name: absent if value is None else value for name, value in ROW.items()}
                row |= {"status": status, "reason": reason, "kind": kind, "deadline": deadline}
                said = sentence(row | {"target_is_derived": is_derived}, lang)
                assert not HOLES.search(said), said
                assert said.endswith("." if lang == "en" else "。")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("absent", [None, float("nan")])
def test_verdicts_without_figures_need_none(absent, lang):
    for reason in (Reason.no_number, Reason.not_measured, Reason.only_proxies, Reason.none_yet, Reason.listed):
        row = dict.fromkeys(EMPTY, absent) | {"status": "no_data", "reason": reason}
        assert not HOLES.search(sentence(row, lang))
        assert not HOLES.search(sentence({"status": "no_data", "reason": reason}, lang))


def test_the_distance_closed_is_told_with_the_time_used():
    assert sentence(ROW, "en") == (
        "With 470 robots per 10,000 employees in 2023, 91\u202f% of the distance from 246 (2020) to 492 is closed "
        "in 60\u202f% of the time."
    )
    assert sentence(ROW, "zh") == "2023年为470台/万人：从246（2020年）到492的路程已走完91%，时间已用去60%。"


def test_a_changed_basis_is_told_with_both_readings():
    row = ROW | {
        "status": "basis_changed", "reason": "basis_differs", "value": 166.0, "period": "2024",
        "basis": "NBS employment 2026", "second_value": 567.0, "second_period": "2024", "unit": "", "unit_zh": "",
    }  # fmt: skip
    assert sentence(row, "en") == (
        "The newest figure, 166 in 2024, stands on another basis (NBS employment 2026) than the target; the last "
        "figure on the target's basis is 567 (2024). The two are not compared."
    )
    assert sentence(row, "zh") == (
        "2024年的166采用另一口径（NBS employment 2026），与目标口径不同；"
        "目标口径下的最新数据为567（2024年）。两者不作比较。"
    )
    assert "采用另一口径（新公布的就业人数），" in sentence(row | {"basis_zh": "新公布的就业人数"}, "zh")


@pytest.mark.parametrize(
    ("qualifier", "en", "zh"),
    [
        ("exact", "30 bases in 2022, against", "2022年为30个"),
        ("about", "About 30 bases in 2022, against", "2022年约为30个"),
        ("nearly", "Nearly 30 bases in 2022, against", "2022年接近30个"),
        ("just_over", "Just over 30 bases in 2022, against", "2022年略高于30个"),
        ("more_than", "More than 30 bases in 2022, against", "2022年超过30个"),
        ("at_least", "At least 30 bases in 2022, against", "2022年不少于30个"),
        ("less_than", "Less than 30 bases in 2022, against", "2022年低于30个"),
        ("at_most", "At most 30 bases in 2022, against", "2022年不高于30个"),
    ],
)
def test_a_value_keeps_the_word_that_was_before_it(qualifier, en, zh):
    row = ROW | {
        "status": "no_deadline", "reason": "no_deadline", "kind": "count", "unit": "bases", "unit_zh": "个",
        "period": "2022", "value": 30.0, "qualifier": qualifier,
    }  # fmt: skip
    assert sentence(row, "en").startswith(en)
    assert sentence(row, "zh").startswith(zh)


def test_ranges_are_told_with_both_ends():
    row = ROW | {"reason": "no_deadline", "status": "no_deadline", "kind": "level", "unit": "GW", "unit_zh": "吉瓦"}
    row |= {"comparator": "between", "target_value": 3.0, "target_high": 5.0, "value": 1.0, "high": 2.0}
    row["qualifier"] = "between"
    assert sentence(row, "en").startswith("Between 1 and 2 GW in 2023, against between 3 and 5 GW;")
    assert sentence(row, "zh").startswith("2023年在1至2吉瓦之间，目标为3至5吉瓦；")


@pytest.mark.parametrize("comparator", list(Comparator))
def test_a_target_keeps_its_comparator(comparator):
    row = ROW | {"status": "achieved", "reason": "reached", "comparator": comparator, "unit": "%"}
    if comparator is not Comparator.between:
        assert f"the target of {comparator.label('en')} 492\u202f% is already met." in sentence(row, "en")


def test_money_and_dates_are_written_as_the_language_does():
    row = ROW | {
        "status": "awaiting_data", "reason": "deadline_passed", "detail": "on_track", "value": 2379.0,
        "period": "2018-05", "unit": "CNY 100 million", "unit_zh": "亿元",
    }  # fmt: skip
    assert sentence(row, "en") == (
        "The deadline, 31 December 2025, has passed; no figure for it has been found yet. The latest is "
        "CNY 237.9 billion in May 2018. Before the deadline: on track."
    )
    assert sentence(row, "zh") == (
        "截止日期2025年12月31日已过，尚未找到当期数据。最新数据为2018年5月的2,379亿元。截止前判断：进展符合。"
    )


def test_a_way_back_is_no_negative_share():
    row = ROW | {"status": "wrong_direction", "value": 200.0, "progress_share": -46 / 246, "unit": "", "unit_zh": ""}
    assert sentence(row, "en") == (
        "With 200 in 2023, 492 is further away than it was from the baseline of 246 (2020); 60\u202f% of "
        "the time is used."
    )
    assert sentence(row, "zh") == "2023年为200，比基期的246（2020年）离492更远；时间已用去60%。"


def test_recent_pace_is_told_as_such():
    row = ROW | {"badges": [Badge.recent_pace], "progress_share": None, "actual_per_year": -1234.56, "unit": "t"}
    row |= {"unit_zh": "吨", "required_per_year": 0.456}
    assert sentence(row, "en").endswith(
        "moved −1,235 t a year; at least 492 t by 31 December 2025 needs +0.46 t a year."
    )
    assert sentence(row, "zh").startswith("基期之后尚无新数据。近五年平均每年变化−1,235吨；")


GROWN = '{"actual_growth": 0.2408, "required_growth": 0.1487}'


def test_by_the_growth_ratio_growth_is_told_and_not_distance():
    row = ROW | {"method": "eurostat-cagr", "workings": GROWN}
    assert sentence(row, "en") == (
        "From 246 (2020) to 470 robots per 10,000 employees in 2023 is +24.1\u202f% a year; to reach 492 by "
        "31 December 2025 takes +14.9\u202f% a year."
    )
    assert sentence(row, "zh") == (
        "从246（2020年）起算，2023年为470台/万人，年均变化+24.1%；到2025年12月31日达到492，年均须变化+14.9%。"
    )
    assert "is more than +24.1\u202f% a year;" in sentence(row | {"qualifier": "more_than"}, "en")


def test_what_a_method_puts_in_place_of_zero_is_told():
    row = ROW | {"method": "open-sdg", "workings": GROWN, "baseline_value": 0.0}
    assert sentence(row, "en").endswith("The method takes 0.001 in place of 0.")
    assert sentence(row, "zh").endswith("该方法以0.001代替0。")


def test_a_forecast_is_told_without_a_current_status_where_no_figure_is_newer_than_the_baseline():
    row = ROW | {"method": "escap", "workings": '{"anticipated": 10.0}', "expected": 600.0}
    assert sentence(row, "en") == (
        "The forecast for 31 December 2025 is 600 robots per 10,000 employees: on a scale from 0 at 246 (2020) to 10 "
        "at 492 that is 10.0."
    )


def test_a_share_moves_by_percentage_points():
    row = ROW | {"badges": [Badge.recent_pace], "progress_share": None, "unit": "%", "unit_zh": "%", "kind": "level"}
    row |= {"target_value": 25.0, "actual_per_year": 1.25, "required_per_year": 0.66}
    assert sentence(row, "en").endswith(
        "moved +1.25 percentage points a year; at least 25\u202f% by 31 December 2025 needs +0.66 percentage points a "
        "year."
    )
    assert "每年变化+1.25个百分点；" in sentence(row, "zh")


@pytest.mark.parametrize(
    ("qualifier", "en", "zh"),
    [
        ("exact", ", 91\u202f% of the distance", "已走完91%"),
        ("more_than", ", at least 91\u202f% of the distance", "已走完不少于91%"),
        ("nearly", ", about 91\u202f% of the distance", "已走完约91%"),
    ],
)
def test_what_is_worked_out_from_a_bound_is_told_as_one(qualifier, en, zh):
    assert en in sentence(ROW | {"qualifier": qualifier}, "en")
    assert zh in sentence(ROW | {"qualifier": qualifier}, "zh")


def test_growth_up_to_a_bound_is_told_as_a_bound():
    a_promise = promise("more_than", 20.0, kind="growth_per_year", baseline_period="2020", baseline_value=1061.0)
    row = row_of(judged(a_promise, "2022 | > 1700 | 2023-08-01", "2024-01-01"), a_promise)
    assert sentence(row, "en").startswith("More than 26.6\u202f% a year on average up to 2022;")
    assert sentence(row, "zh").startswith("截至2022年年均增速超过26.6%，")


def test_the_recent_pace_of_changes_is_a_rate_in_per_cent():
    a_promise = promise(
        "at_most", -17.0, kind="change", baseline_period="2023", known_on="2024-03-01", deadline="2028-12-31",
        measured="growth", yearly_rates=True,
    )  # fmt: skip
    changes = "2020 | −3 | 2021-02-01\n2021 | −4 | 2022-02-01\n2023 | −5 | 2024-02-01"
    row = row_of(judged(a_promise, changes, "2024-06-01"), a_promise, unit="%", unit_zh="%")
    assert sentence(row, "en") == (
        "No figure of the target's own span yet. The five years up to 2023, as far as they are known, averaged "
        "−4\u202f% a year; a fall of at least 17\u202f% by 31 December 2028 needs −3.66\u202f% a year."
    )


@pytest.mark.parametrize(("ended", "is_told"), [("2023-12-31", True), ("2026-06-30", False), (None, False)])
def test_of_a_series_that_ended_before_the_deadline_no_figure_is_awaited(ended, is_told):
    row = ROW | {"status": "awaiting_data", "reason": "deadline_passed", "detail": "far_behind", "discontinued": ended}
    assert ("came to an end on 31 December 2023" in sentence(row, "en")) is is_told
    assert ("has been found yet" in sentence(row, "en")) is not is_told


def test_a_quarter_is_told_in_words():
    row = ROW | {"status": "no_deadline", "reason": "no_deadline", "period": "2021-Q1"}
    assert " in the 1st quarter of 2021, against" in sentence(row, "en")
    assert sentence(row, "zh").startswith("2021年第一季度为470")


def test_growth_is_told_in_per_cent_a_year():
    a_promise = promise("more_than", 20.0, kind="growth_per_year", baseline_period="2020", baseline_value=1061.0)
    row = row_of(judged(a_promise, "2024 | 2379 | 2025-06-01", "2025-07-01"), a_promise)
    assert sentence(row, "en") == "22.4\u202f% a year on average up to 2024; the target is more than 20\u202f% a year."
    assert sentence(row, "zh") == "截至2024年年均增速为22.4%，目标为年均超过20%。"


def test_compounded_changes_are_told_as_their_product_and_a_cut_as_a_fall():
    a_promise = promise(
        "at_most", -17.0, kind="change", baseline_period="2020", measured="growth", yearly_rates=True
    )  # fmt: skip
    changes = "2021 | −3 | 2022-02-01\n2022 | −4 | 2023-02-01"
    row = row_of(judged(a_promise, changes, "2024-01-01"), a_promise, unit="%", unit_zh="%")
    assert sentence(row, "en") == (
        "The yearly changes since 2020 come to −6.9\u202f% up to 2022; the target is a fall of at least 17\u202f% by "
        "31 December 2025. That is 40\u202f% of the way in 40\u202f% of the time."
    )
    assert sentence(row, "zh") == (
        "自2020年以来截至2022年累计变化−6.9%；目标为2025年12月31日前降幅不低于17%。路程已走完40%，时间已用去40%。"
    )
    ranged = row | {"comparator": "between", "target_value": -20.0, "target_high": -17.0}
    assert "a fall of between 17\u202f% and 20\u202f% by" in sentence(ranged, "en")


def test_a_count_without_a_deadline_names_none():
    a_promise = promise(kind="count", value=100.0, deadline=None)
    row = row_of(judged(a_promise, "2022 | 104 | 2023-02-01"), a_promise)
    assert sentence(row, "en") == "104 units were counted in 2022; the target was at least 100 units."
    assert sentence(row, "zh") == "2022年为104个，达到目标（不低于100个）。"


def test_a_span_that_is_over_is_told_by_its_average():
    a_promise = promise("at_least", 10.0, kind="growth_per_year", baseline_period="2020")
    drawing = "2020 | 100 | 2021-02-01\n2025 | {} | 2026-02-01"
    won, lost = (row_of(judged(a_promise, drawing.format(value)), a_promise) for value in (170, 120))
    assert sentence(won, "en") == (
        "Over the whole span the average was 11.2\u202f% a year; the target was at least 10\u202f% a year."
    )
    assert "3.7\u202f% a year, which does not meet the target of at least 10\u202f% a year." in sentence(lost, "en")
