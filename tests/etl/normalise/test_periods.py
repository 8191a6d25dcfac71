"""Periods and days as written in English and Chinese; impossible and double-meaning ones."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.normalise.periods import NotAPeriod, Period, decimal_year, read_day, read_period
from etl.vocabulary import Frequency

LABELS = {
    "2024": ["2024", "２０２４", "2024年", "end of 2024", "end-2024", "2024 year-end", "year-end 2024", "2024年底"]
    + ["2024年末", "2024年全年", "2024-01..12"],
    "2025-H1": ["2025-H1", "2025H1", "H1 2025", "first half of 2025", "2025年上半年"],
    "2025-H2": ["H2 2025", "2025年下半年"],
    "2025-Q1": ["2025-Q1", "2025Q1", "2025 Q1", "Q1 2025", "first quarter of 2025", "2025年一季度", "2025年第一季度"],
    "2025-Q4": ["2025年第4季度", "2025q4"],
    "2025-03": [
        "2025-03",
        "2025/3",
        "2025-3",
        "3/2025",
        "March 2025",
        "Mar 2025",
        "Mar. 2025",
        "2025年3月",
        "2025年3月份",
    ],
    "2010-12": ["2010-12", "Dec 2010"],
    "2025-03-31": ["2025-03-31", "2025/3/31", "2025.3.31", "31 March 2025", "March 31, 2025", "2025年3月31日"]
    + ["31/3/2025", "3/31/2025", "31.3.2025"],
    "2024-02-29": ["2024-02-29", "29 Feb 2024"],
    "2024-04-04": ["4/4/2024"],
    "2026-01..08": [
        "2026-01..08",
        "2026-01–08",
        "Jan-Aug 2026",
        "January to August 2026",
        "2026年1-8月",
        "2026年1—8月",
        "2026年前8个月",
    ],
    "2026-01..03": ["2026-01..03", "Jan–Mar 2026"],
    "2025-01..09": ["2025年前三季度"],
    "2026-01": ["2026-01..01"],
    "2021..2024": ["2021..2024", "2021-2024", "2021–2024", "2021 to 2024", "2021–24", "2021-24", "2021—2024年"],
    "2015..2017": ["2015-17"],
}


@pytest.mark.parametrize(("text", "label"), [(text, label) for label, texts in LABELS.items() for text in texts])
def test_every_way_of_writing_a_period_reads_to_its_label(text, label):
    assert read_period(text).label == label


BOUNDS = {
    "2024": (date(2024, 1, 1), date(2024, 12, 31), Frequency.year),
    "2025-H2": (date(2025, 7, 1), date(2025, 12, 31), Frequency.half),
    "2025-Q3": (date(2025, 7, 1), date(2025, 9, 30), Frequency.quarter),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29), Frequency.month),
    "2024-11-15": (date(2024, 11, 15), date(2024, 11, 15), Frequency.day),
    "2026-01..08": (date(2026, 1, 1), date(2026, 8, 31), Frequency.year_to_date),
    "2021..2024": (date(2021, 1, 1), date(2024, 12, 31), Frequency.span),
}


@pytest.mark.parametrize(("text", "meant"), BOUNDS.items())
def test_a_period_begins_on_its_first_and_ends_on_its_last_day(text, meant):
    assert read_period(text) == Period(text, *meant)


REFUSED = {
    "": "this is no period",
    "FY2024": "this is no period",
    "2025.3": "this is no period",
    "20250331": "this is no period",
    "from 2021": "this is no period",
    "n/a (after 2023-11)": "this is no period",
    "implied by 'double'": "this is no period",
    "2025-13": "no month 13",
    "2025年13月": "no month 13",
    "2024-00": "no month 00",
    "2024-02-30": "2024-02 has no day 30",
    "2025-02-29": "2025-02 has no day 29",
    "31 April 2025": "2025-04 has no day 31",
    "2025-Q5": "no Q5",
    "2025-H3": "no H3",
    "1899": "between 1900 and 2200",
    "45617": "may be a day whose cell lost its date format",
    "2201-05": "between 1900 and 2200",
    "2024..2021": "years run backwards",
    "2026-08..03": "months run backwards",
    "2026-03..08": "must begin in January",
    "3/4/2024": "either of two months",
    "3-4-2024": "either of two months",
    "2010–12": "may be a month or a span; write 2010-12 or 2010..2012",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_an_impossible_or_double_meaning_period_is_refused_with_the_reason(text, reason):
    with pytest.raises(NotAPeriod) as caught:
        read_period(text)
    assert str(caught.value).startswith(f"found '{text}': ")
    assert reason in str(caught.value)


DAYS = {
    "2024-11-20": (date(2024, 11, 20), "day"),
    "2024-11-20 08:30:00": (date(2024, 11, 20), "day"),
    "2024-11-20 (WR2024, revised)": (date(2024, 11, 20), "day"),
    "2021-10-10 (link)": (date(2021, 10, 10), "day"),
    "2026-11-23 (day found; undated)": (date(2026, 11, 23), "day"),
    "2024-11-15 (announcement; year inferred)": (date(2024, 11, 15), "day"),
    "2023-01-18 (text) / 2023-01-19 (release)": (date(2023, 1, 19), "day"),
    "January 19, 2023": (date(2023, 1, 19), "day"),
    "19 January 2023": (date(2023, 1, 19), "day"),
    "2023年8月22日": (date(2023, 8, 22), "day"),
    "2025/8/26": (date(2025, 8, 26), "day"),
    "13/4/2024": (date(2024, 4, 13), "day"),
    "2021-10 (WR2021)": (date(2021, 10, 31), "month"),
    "2023-02 (brief)": (date(2023, 2, 28), "month"),
    "2024年4月": (date(2024, 4, 30), "month"),
    "2021-11/12": (date(2021, 12, 31), "month"),
    "2025-05/06": (date(2025, 6, 30), "month"),
    "2016 (WR2016)": (date(2016, 12, 31), "year"),
    "2015-17": (date(2017, 12, 31), "year"),
    "2023-2025": (date(2025, 12, 31), "year"),
}


@pytest.mark.parametrize(("text", "meant"), DAYS.items())
def test_a_day_known_less_than_exactly_counts_from_the_last_day_it_can_mean(text, meant):
    stated = read_day(text)
    assert (stated.day, stated.precision) == meant
    assert stated.text == text


@pytest.mark.parametrize(
    "text",
    ["", "-", "n/a", "N/A", "n/a (after 2023-11)", "undated in text", "none stated", "none stated in the brief"]
    + ["not stated", "无", "未注明"],
)
def test_words_that_say_there_is_no_day_give_none(text):
    assert read_day(text) is None


@pytest.mark.parametrize(
    "text", ["2024-02-30", "3/4/2024", "2021-12/11", "2021-12/13", "from 2021", "soon", "n/a 2024"]
)
def test_a_day_that_cannot_be_is_refused(text):
    with pytest.raises(NotAPeriod):
        read_day(text)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2024, 12, 31), 2025.0), (date(2025, 12, 31), 2026.0), (date(2018, 5, 31), 2018 + 151 / 365)]
)
def test_a_decimal_year_is_the_end_of_its_day(day, year):
    assert decimal_year(day) == year


def test_periods_are_ordered_by_their_ends():
    labels = ["2023", "2024-Q1", "2024-H1", "2021..2024", "2024", "2024-Q4", "2024-12", "2024-12-31", "2025-01"]
    periods = [read_period(label) for label in labels]
    assert sorted(set(periods)) == periods
    assert all(first <= second for first, second in pairwise(periods))


YEARS = st.integers(1900, 2200)
ALL_LABELS = st.one_of(
    YEARS.map(str),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-01..{:02}".format, YEARS, st.integers(2, 11)),
    st.builds(lambda year, more: f"{year}..{year + more}", st.integers(1900, 2190), st.integers(1, 10)),
    st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat),
)


@given(label=ALL_LABELS)
def test_a_label_reads_back_to_the_same_period(label):
    period = read_period(label)
    assert period.label == label
    assert period.start <= period.end
    assert read_period(period.label) == period


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_decimal_years_grow_with_the_days(day):
    assert decimal_year(day) < decimal_year(day + timedelta(days=1)) <= day.year + 1 + 1 / 365


def or_none(read: Callable, text: str):
    try:
        return read(text)
    except NotAPeriod:
        return None


@given(text=st.text(max_size=20) | st.text(alphabet="0123456789-–/. .QHJan年月上季度底()至", max_size=14))
def test_any_text_is_a_period_or_refused(text):
    period, day = or_none(read_period, text), or_none(read_day, text)
    assert period is None or period.start <= period.end
    assert period is None or day is None or day.day == period.end
