"""Targets as stated: plain numbers with their comparators, changes from a base, growth per year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.normalise.numbers import NotANumber
from etl.normalise.statements import Statement, read_statement
from etl.vocabulary import Comparator, Kind

AT_LEAST, AT_MOST, MORE, ABOUT = Comparator.at_least, Comparator.at_most, Comparator.more_than, Comparator.about
BETWEEN, UP_TO, EXACTLY = Comparator.between, Comparator.up_to, Comparator.exactly

QUANTITIES = {
    "100": (None, 100, None, ""),
    "2000": (None, 2000, None, ""),
    "-17 %": (None, -17, None, "%"),
    "+25 %": (None, 25, None, "%"),
    "1.2亿": (None, 120_000_000, None, ""),
    "CNY 30 billion": (None, 30e9, None, "CNY"),
    "100,000 robots a year": (None, 100_000, None, "robots a year"),
    "reach 105": (None, 105, None, ""),
    "达到105": (None, 105, None, ""),
    "提高到70%": (None, 70, None, "%"),
    "rise to 70 %": (None, 70, None, "%"),
    "more than 100": (MORE, 100, None, ""),
    "more than 2000": (MORE, 2000, None, ""),
    "> 200": (MORE, 200, None, ""),
    "超过100家": (MORE, 100, None, "家"),
    "at least 40": (AT_LEAST, 40, None, ""),
    ">= 2000": (AT_LEAST, 2000, None, ""),
    "120+": (AT_LEAST, 120, None, ""),
    "70%以上": (AT_LEAST, 70, None, "%"),
    "at most 12.0": (AT_MOST, 12, None, ""),
    "within 18 months": (AT_MOST, 18, None, "months"),
    "18个月以内": (AT_MOST, 18, None, "个月"),
    "up to 20": (UP_TO, 20, None, ""),
    "up to 2000": (UP_TO, 2000, None, ""),
    "至多20家": (UP_TO, 20, None, "家"),
    "about 25": (ABOUT, 25, None, ""),
    "约25%": (ABOUT, 25, None, "%"),
    "25左右": (ABOUT, 25, None, ""),
    "3–5": (BETWEEN, 3, 5, ""),
    "between 1500 and 2000": (BETWEEN, 1500, 2000, ""),
    "exactly 12": (EXACTLY, 12, None, ""),
    "= 12": (EXACTLY, 12, None, ""),
    "17 % of GDP": (None, 17, None, "% of GDP"),
}


@pytest.mark.parametrize(("text", "meant"), QUANTITIES.items())
def test_a_plain_quantity_has_no_kind_and_the_comparator_of_its_words(text, meant):
    assert read_statement(text) == Statement(None, *meant, None)


CHANGES = {
    "double": (AT_LEAST, 100, None, None),
    "double versus 2020": (AT_LEAST, 100, None, "2020"),
    "Doubling from 2020": (AT_LEAST, 100, None, "2020"),
    "at least double the 2020 level": (AT_LEAST, 100, None, "2020"),
    "more than double": (MORE, 100, None, None),
    "nearly double": (ABOUT, 100, None, None),
    "翻番": (AT_LEAST, 100, None, None),
    "翻番 (2020)": (AT_LEAST, 100, None, "2020"),
    "翻一番 (2020)": (AT_LEAST, 100, None, "2020"),
    "翻番（比2020年）": (AT_LEAST, 100, None, "2020"),
    "比2020年翻番": (AT_LEAST, 100, None, "2020"),
    "triple": (AT_LEAST, 200, None, None),
    "×2": (AT_LEAST, 100, None, None),
    "more than ×2 versus 2020": (MORE, 100, None, "2020"),
    "2.0 times 2020": (AT_LEAST, 100, None, "2020"),
    "1.1 times": (AT_LEAST, 10, None, None),
    "six times the 2020 level": (AT_LEAST, 500, None, "2020"),
    "more than six times 2020": (MORE, 500, None, "2020"),
    "2 to 3 times 2020": (BETWEEN, 100, 200, "2020"),
    "sixfold": (AT_LEAST, 500, None, None),
    "达到2020年的6倍": (AT_LEAST, 500, None, "2020"),
    "增长2倍": (AT_LEAST, 200, None, None),
    "+25 % versus 2023": (AT_LEAST, 25, None, "2023"),
    "25 % above 2023": (AT_LEAST, 25, None, "2023"),
    "at least 25% above 2023": (AT_LEAST, 25, None, "2023"),
    "增长25%": (AT_LEAST, 25, None, None),
    "比2023年增长25%以上": (AT_LEAST, 25, None, "2023"),
    "reduce by 18 %": (AT_MOST, -18, None, None),
    "reduce by 18 % from 2020": (AT_MOST, -18, None, "2020"),
    "-17 % versus 2020": (AT_MOST, -17, None, "2020"),
    "17 % below 2005": (AT_MOST, -17, None, "2005"),
    "17 % lower than in 2005": (AT_MOST, -17, None, "2005"),
    "more than 65 % below the 2005 level": (AT_MOST, -65, None, "2005"),
    "down 17%": (AT_MOST, -17, None, None),
    "more than 10% lower": (AT_MOST, -10, None, None),
    "下降17%": (AT_MOST, -17, None, None),
    "比2005年下降65%以上": (AT_MOST, -65, None, "2005"),
    "下降3.8%左右": (ABOUT, -3.8, None, None),
    "reduce by up to 18 %": (UP_TO, -18, None, None),
    "7 to 10% lower": (BETWEEN, -10, -7, None),
    "7 to 10 % below their peak": (BETWEEN, -10, -7, None),
}


@pytest.mark.parametrize(("text", "meant"), CHANGES.items())
def test_a_relative_target_is_a_signed_change_in_per_cent_of_its_base(text, meant):
    statement = read_statement(text)
    base = statement.base_period and statement.base_period.label
    assert (statement.kind, statement.unit) == (Kind.change, "%")
    assert (statement.comparator, statement.value, statement.high, base) == meant


GROWTH = {
    "20 % a year": (AT_LEAST, 20),
    "20% per year": (AT_LEAST, 20),
    "more than 20% a year": (MORE, 20),
    "at least 7 % a year": (AT_LEAST, 7),
    "7% a year or more": (AT_LEAST, 7),
    "grow by at least 7 % a year on average": (AT_LEAST, 7),
    "average annual growth of 20 %": (AT_LEAST, 20),
    "about 1.5% a year": (ABOUT, 1.5),
    "年均增长20%以上": (AT_LEAST, 20),
    "年均3.5%左右": (ABOUT, 3.5),
    "年均增速20%": (AT_LEAST, 20),
    "fall by 3 % a year": (AT_MOST, -3),
    "年均下降3%": (AT_MOST, -3),
    "-3.8 % per year": (AT_MOST, -3.8),
}


@pytest.mark.parametrize(("text", "meant"), GROWTH.items())
def test_per_cent_a_year_is_growth_per_year(text, meant):
    assert read_statement(text) == Statement(Kind.growth_per_year, meant[0], meant[1], None, "%", None)


REFUSED = {
    "": "there is no number",
    "establish": "there is no number",
    "versus 2020": "there is no number",
    "% below 2005": "there is no number",
    "25 % versus 2023": "say how the number stands to its base",
    "80 % of the 2005 level": "say how the number stands to its base",
    "100 by 2025": "not understood",
    "提高5个百分点": "in per cent of its base",
    "increase by 50,000 units": "in per cent of its base",
    "double double": "in per cent of its base",
    "increase six times": "meant in two ways",
    "下降2倍": "meant in two ways",
    "reduce by -18 %": "both a sign and a word of direction",
    "double versus 1800": "between 1900 and 2200",
    "1,5": "a comma must separate groups of three digits",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_could_be_meant_in_two_ways_is_refused_with_the_reason(text, reason):
    with pytest.raises(NotANumber) as caught:
        read_statement(text)
    assert reason in str(caught.value)


@given(number=st.integers(1, 99), year=st.integers(1990, 2030))
def test_a_fall_mirrors_a_rise(number, year):
    rise = read_statement(f"at least {number} % above {year}")
    fall = read_statement(f"at least {number} % below {year}")
    assert fall.value == -rise.value
    assert (rise.comparator, fall.comparator) == (AT_LEAST, AT_MOST)
    assert rise.base_period == fall.base_period


@given(number=st.integers(0, 9999), before=st.sampled_from(["", "more than ", "about ", "up to ", ">= "]))
def test_a_number_that_looks_like_a_year_stays_a_number(number, before):
    assert read_statement(f"{before}{number}").value == number


def read_or_none(text: str) -> Statement | None:
    try:
        return read_statement(text)
    except NotANumber:
        return None


@given(text=st.text(max_size=30) | st.text(alphabet="0123456789%.- 倍年比增长下降x×double timesaryvu", max_size=20))
def test_any_text_is_a_statement_or_refused(text):
    statement = read_or_none(text)
    assert statement is None or statement.value is not None
