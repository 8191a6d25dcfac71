"""Numbers as publishers write them. Most texts here stand in the analysts' files or in the documents behind them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.normalise.numbers import NotANumber, Quantity, read_number, read_quantity
from etl.vocabulary import Qualifier

EXACT, BETWEEN = Qualifier.exact, Qualifier.between

PLAIN = {
    "392": 392,
    "47.9": 47.9,
    "0.9": 0.9,
    "515000000": 515_000_000,
    "1,234,567": 1_234_567,
    "1,501,535.5": 1_501_535.5,
    "1 234 567": 1_234_567,
    "1\u202f234": 1234,
    "1\u00a0234": 1234,
    "１，２３４": 1234,
    "  12 ": 12,
    ".5": 0.5,
    "1e6": 1e6,
    "1.5E-3": 0.0015,
    "-3.8": -3.8,
    "−3.8": -3.8,
    "–3.8": -3.8,
    "+25": 25,
    "(12.5)": -12.5,
    "1.6 million": 1_600_000,
    "1.1 million": 1_100_000,
    "30bn": 30e9,
    "14 trillion": 14e12,
    "10 thousand": 10_000,
    "10k": 10_000,
    "60万": 600_000,
    "2800万": 28_000_000,
    "1.2亿": 120_000_000,
    "3百万": 3_000_000,
    "1.4万亿": 1.4e12,
}


@pytest.mark.parametrize(("text", "value"), PLAIN.items())
def test_a_plain_number_is_multiplied_out(text, value):
    assert read_quantity(text) == Quantity(value, None, EXACT, "")
    assert read_number(text) == value


QUALIFIED = {
    ">300": (300, Qualifier.more_than),
    "> 1,000,000": (1_000_000, Qualifier.more_than),
    "<33000": (33_000, Qualifier.less_than),
    "≥ 5": (5, Qualifier.at_least),
    ">=5": (5, Qualifier.at_least),
    "≤5": (5, Qualifier.at_most),
    "~200": (200, Qualifier.about),
    "≈200": (200, Qualifier.about),
    "more than 100": (100, Qualifier.more_than),
    "More than 100": (100, Qualifier.more_than),
    "over 1 million": (1_000_000, Qualifier.more_than),
    "above 50": (50, Qualifier.more_than),
    "at least 10": (10, Qualifier.at_least),
    "not less than 12": (12, Qualifier.at_least),
    "less than 12": (12, Qualifier.less_than),
    "below 12": (12, Qualifier.less_than),
    "at most 12.0": (12, Qualifier.at_most),
    "up to 20": (20, Qualifier.at_most),
    "about 25": (25, Qualifier.about),
    "around 25": (25, Qualifier.about),
    "approx. 25": (25, Qualifier.about),
    "nearly 30": (30, Qualifier.nearly),
    "almost 30": (30, Qualifier.nearly),
    "just over 10": (10, Qualifier.just_over),
    "超过100": (100, Qualifier.more_than),
    "不低于5": (5, Qualifier.at_least),
    "不少于5": (5, Qualifier.at_least),
    "低于5": (5, Qualifier.less_than),
    "不超过5": (5, Qualifier.at_most),
    "近600万": (6_000_000, Qualifier.nearly),
    "约3万": (30_000, Qualifier.about),
    "200左右": (200, Qualifier.about),
    "约200左右": (200, Qualifier.about),
    "100以上": (100, Qualifier.at_least),
    "18以内": (18, Qualifier.at_most),
    "100余": (100, Qualifier.more_than),
    "230+": (230, Qualifier.at_least),
    "达到105": (105, EXACT),
    "exactly 12": (12, EXACT),
    "~30 (nearly 30)": (30, Qualifier.nearly),
    "~10 (just over 10)": (10, Qualifier.just_over),
    "~8600000 (almost)": (8_600_000, Qualifier.nearly),
    "~17350000 (nearly)": (17_350_000, Qualifier.nearly),
    "~6000 (nearing)": (6000, Qualifier.nearly),
    "30 (approx.)": (30, Qualifier.about),
    "230 (230+)": (230, Qualifier.at_least),
}


@pytest.mark.parametrize(("text", "meant"), QUALIFIED.items())
def test_what_is_said_about_a_number_becomes_its_qualifier(text, meant):
    assert read_quantity(text) == Quantity(meant[0], None, meant[1], "")


RANGES = {
    "3–5": (3, 5, ""),
    "3-5": (3, 5, ""),
    "3 to 5": (3, 5, ""),
    "7 to 10": (7, 10, ""),
    "between 3 and 5": (3, 5, ""),
    "from 3 to 5": (3, 5, ""),
    "about 3 to 5": (3, 5, ""),
    "7 to 10 %": (7, 10, "%"),
    "7%–10%": (7, 10, "%"),
    "7%～10%": (7, 10, "%"),
    "3至5家": (3, 5, "家"),
    "介于3至5之间": (3, 5, ""),
    "3-5 million": (3e6, 5e6, ""),
    "-5 to -3": (-5, -3, ""),
    "CNY 3-5 billion": (3e9, 5e9, "CNY"),
}


@pytest.mark.parametrize(("text", "meant"), RANGES.items())
def test_a_range_keeps_both_ends(text, meant):
    assert read_quantity(text) == Quantity(meant[0], meant[1], BETWEEN, meant[2])


WITH_UNIT = {
    "47.9 %": (47.9, EXACT, "%"),
    "47.9%": (47.9, EXACT, "%"),
    "１２３．５％": (123.5, EXACT, "%"),
    "47.9 per cent": (47.9, EXACT, "per cent"),
    "(12.5%)": (-12.5, EXACT, "%"),
    "70%以上": (70, Qualifier.at_least, "%"),
    "more than 50%": (50, Qualifier.more_than, "%"),
    "1.2亿台": (120_000_000, EXACT, "台"),
    "100余家": (100, Qualifier.more_than, "家"),
    "100多万辆": (1_000_000, Qualifier.more_than, "辆"),
    "40+ firms": (40, Qualifier.at_least, "firms"),
    "5万千瓦": (50_000, EXACT, "千瓦"),
    "3千瓦": (3, EXACT, "千瓦"),
    "5个百分点": (5, EXACT, "个百分点"),
    "CNY 30 billion": (30e9, EXACT, "CNY"),
    "> CNY 100 million": (100e6, Qualifier.more_than, "CNY"),
    "4.68 CNY 100 million": (4.68, EXACT, "CNY 100 million"),
    "30亿元": (3e9, EXACT, "元"),
    "¥30亿元": (3e9, EXACT, "元"),
    "$3 million": (3e6, EXACT, "$"),
    "12GW": (12, EXACT, "GW"),
    "at most 12.0 kWh/100km": (12, Qualifier.at_most, "kWh/100km"),
    "492 robots per 10,000 employees": (492, EXACT, "robots per 10,000 employees"),
    "392台/万人": (392, EXACT, "台/万人"),
    "17 % below 2005": (17, EXACT, "% below 2005"),
    "within 18 months": (18, Qualifier.at_most, "months"),
}


@pytest.mark.parametrize(("text", "meant"), WITH_UNIT.items())
def test_the_unit_behind_or_before_a_number_is_kept_as_written(text, meant):
    assert read_quantity(text) == Quantity(meant[0], None, meant[1], meant[2])


REFUSED = {
    "": "there is no number",
    "-": "there is no number",
    "n/a": "there is no number",
    "NaN": "there is no number",
    "inf": "there is no number",
    "TRUE": "there is no number",
    "#DIV/0!": "there is no number",
    "½": "there is no number",
    "March 2025": "there is no number",
    "1,5": "a comma must separate groups of three digits",
    "0,123": "a comma must separate groups of three digits",
    "1,23,4": "a comma must separate groups of three digits",
    "1.234.567,8": "a comma must separate groups of three digits",
    "1.2.3": "at most one decimal point",
    "12.": "at most one decimal point",
    "12 34": "more than one number",
    "12 of 34": "not understood",
    "12 firms, 34 plants": "more than one number",
    "3 and 5": "not understood",
    "12abc": "separate number and unit by a blank",
    "5m": "separate number and unit by a blank",
    "3/4": "not understood",
    "1:1": "not understood",
    "10²": "not understood",
    "5 below": "not understood",
    "1e999": "too large",
    "2024-11-20": "date or period",
    "2025-03": "date or period",
    "2025-Q1": "date or period",
    "2024年": "date or period",
    "2021-2025": "span of years",
    "5 to 3": "from the smaller number to the larger",
    "7% to 10": "the same unit",
    "3+ to 5": "two ends",
    "between 5": "needs two numbers",
    "> 3-5": "different things (between and more_than)",
    "超过100以下": "different things",
    "30 (nearly 40)": "the number in brackets is another one",
    "100 (100%)": "the number in brackets is another one",
    "CNY 3 to USD 5": "the same currency",
    "392 (revised)": "belongs into the column note",
    "CNY 100 million": "this is a unit",
    "CNY 3 USD": "two currencies",
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_what_could_be_read_in_two_ways_or_not_at_all_is_refused_with_the_reason(text, reason):
    with pytest.raises(NotANumber) as caught:
        read_quantity(text)
    assert reason in caught.value.reason
    assert str(caught.value) == f"found '{text}': {caught.value.reason}"


@pytest.mark.parametrize("text", ["> 5", "3-5", "5 %", "5 GW", "about 5", "five"])
def test_a_plain_number_has_no_qualifier_range_or_unit(text):
    with pytest.raises(NotANumber):
        read_number(text)


def test_a_long_text_is_shown_shortened():
    with pytest.raises(NotANumber, match=r"^found 'x{60}…': "):
        read_quantity("x" * 500)


def _full_width(text: str) -> str:
    return text.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,"})


STYLES = {
    "plain": "{}".format,
    "comma": "{:,}".format,
    "blank": lambda number: f"{number:,}".replace(",", " "),
    "narrow blank": lambda number: f"{number:,}".replace(",", "\u202f"),
    "full width": lambda number: _full_width(f"{number:,}"),
}


@pytest.mark.parametrize("style", STYLES)
@given(number=st.decimals(0, 10**12, places=2))
def test_every_style_of_groups_reads_back(style, number):
    assert read_number(STYLES[style](number)) == float(number)


@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_float_reads_back(number):
    assert read_number(repr(number)) == number


@given(number=st.integers(0, 10**6), before=st.sampled_from([">", "约", "at least ", "nearly "]))
def test_the_qualifier_does_not_change_the_number(number, before):
    assert read_quantity(f"{before}{number}").value == number


NEAR_NUMBERS = st.text(alphabet="0123456789.,-–~()<>≥+%万亿多 CNYkmtoe年", max_size=14)


def read_or_none(text: str) -> Quantity | None:
    try:
        return read_quantity(text)
    except NotANumber:
        return None


@given(text=st.text(max_size=30) | NEAR_NUMBERS)
def test_any_text_is_a_finite_number_or_refused(text):
    quantity = read_or_none(text)
    if quantity is not None:
        assert math.isfinite(quantity.value)
        assert (quantity.high is not None) == (quantity.qualifier is BETWEEN)
        assert quantity.high is None or quantity.value < quantity.high
