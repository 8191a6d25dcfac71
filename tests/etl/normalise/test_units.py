"""Units: factor and base within a quantity, and conversions between them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.normalise.units import Unit, UnitMismatch, convert, is_known_unit, read_unit

FAMILIES = {
    "CNY": {"CNY": 1, "RMB": 1, "yuan": 1, "元": 1, "万元": 1e4, "亿元": 1e8, "亿元人民币": 1e8, "CNY 100 million": 1e8}
    | {"CNY billion": 1e9, "billion CNY": 1e9, "CNY trillion": 1e12, "万亿元": 1e12, "million yuan": 1e6},
    "USD": {"USD": 1, "USD billion": 1e9, "US$ million": 1e6, "billion US dollars": 1e9, "亿美元": 1e8},
    "W": {"GW": 1e9, "MW": 1e6, "kW": 1e3, "million kW": 1e9, "万千瓦": 1e7, "亿千瓦": 1e11},
    "tonnes": {"tonnes": 1, "t": 1, "million tonnes": 1e6, "万吨": 1e4, "亿吨": 1e8},
    "tce": {"tce": 1, "100 million tce": 1e8, "亿吨标准煤": 1e8},
    "person": {"persons": 1, "million persons": 1e6, "million persons (approx.)": 1e6, "万人": 1e4},
    "FLOPS": {"EFLOPS": 1e18},
    "vehicle": {"vehicles": 1, "辆": 1, "万辆": 1e4, "million vehicles": 1e6},
    "unit": {
        "units": 1,
        "sets": 1,
        "台": 1,
        "套": 1,
        "万台": 1e4,
        "10,000 units": 1e4,
        "台（套）": 1,
        "thousand sets": 1e3,
    },
    "unit per person": {"robots per 10,000 employees": 1e-4, "robots per 10,000 manufacturing workers": 1e-4}
    | {"robots per 10,000": 1e-4, "台/万人": 1e-4},
    "%": {"%": 1, "％": 1, "per cent": 1, "percent": 1, "% of GDP": 1, "% below 2005": 1, "% per year": 1}
    | {"% of revenue": 1, "% (draft wording 国内市场满足率)": 1, "‰": 0.1},
    "percentage point": {"pp": 1, "percentage points": 1, "个百分点": 1},
    "month": {"months": 1, "个月": 1},
    "Wh per km": {"kWh/100km": 10, "kWh/100 km": 10, "kWh per 100 km": 10},
    "unit per year": {"units per year": 1, "units a year": 1},
    "factory": {"factories (230+)": 1, "factories": 1, "Factory": 1},
    "base": {"bases": 1, "bases (total)": 1},
    "station per person": {"stations per 10,000 people": 1e-4},
    "kind of technologies/solution": {"kinds of technologies/solutions": 1},
    "index": {"index": 1},
    "rank": {"rank": 1},
}


@pytest.mark.parametrize(
    ("text", "unit"), [(text, Unit(factor, base)) for base, own in FAMILIES.items() for text, factor in own.items()]
)
def test_a_unit_has_a_factor_and_a_base(text, unit):
    assert read_unit(text) == unit


CONVERSIONS = [
    (33278, "万千瓦", "GW", 332.78),
    (30, "CNY billion", "CNY 100 million", 300),
    (14, "CNY trillion", "CNY 100 million", 140_000),
    (300, "million kW", "GW", 300),
    (1.2, "亿台", "units", 120_000_000),
    (4.92, "robots per 100 employees", "台/万人", 492),
    (510, "million tonnes", "亿吨", 5.1),
    (47.9, "%", "% of industrial enterprises", 47.9),
]


@pytest.mark.parametrize(("value", "unit_from", "unit_to", "converted"), CONVERSIONS)
def test_a_value_is_converted_within_its_quantity(value, unit_from, unit_to, converted):
    assert convert(value, unit_from, unit_to) == pytest.approx(converted, rel=1e-15)


APART = [
    ("GW", "vehicles"),
    ("vehicles", "units"),
    ("CNY", "USD"),
    ("%", "percentage points"),
    ("%", "units"),
    ("units", "units per year"),
    ("robots per 10,000 employees", "units"),
    ("tonnes", "tce"),
    ("million", "persons"),
]


@pytest.mark.parametrize(("unit_from", "unit_to"), APART)
def test_two_quantities_are_never_converted_and_the_error_names_both(unit_from, unit_to):
    with pytest.raises(UnitMismatch, match=f"'{unit_from}' .* '{unit_to}'"):
        convert(1, unit_from, unit_to)


@pytest.mark.parametrize(("text", "is_known"), [("GW", True), ("kWh/100km", True), ("abc", False), ("m", False)])
def test_a_known_unit_is_known_in_every_word(text, is_known):
    assert is_known_unit(text) is is_known


@given(
    value=st.floats(1e-6, 1e12) | st.floats(-1e12, -1e-6),
    family=st.sampled_from([tuple(own) for own in FAMILIES.values() if len(own) > 1]),
    data=st.data(),
)
def test_converting_there_and_back_gives_the_value(value, family, data):
    one, other = data.draw(st.sampled_from(family)), data.draw(st.sampled_from(family))
    assert math.isclose(convert(convert(value, one, other), other, one), value, rel_tol=1e-14)
    assert convert(value, one, one) == value


@given(text=st.text(min_size=1, max_size=30) | st.text(alphabet="0123456789,万亿千瓦元 %/permilonCNY", max_size=20))
def test_any_text_is_a_unit_with_a_positive_factor(text):
    unit = read_unit(text)
    assert 0 < unit.factor < math.inf
