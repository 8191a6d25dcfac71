"""Names of cells and texts of values: laws over all of them."""

import math
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel

from etl.extract.cells import cell_name, cell_place, day_of, number_text, per_cent_text, tidy, value_text

ROWS, COLUMNS = st.integers(0, 1_048_575), st.integers(0, 16_383)


@given(ROWS, COLUMNS)
def test_a_cell_is_found_under_its_name(row, column):
    assert cell_place(cell_name(row, column)) == (row, column)
    assert cell_name(row, column) == f"{get_column_letter(column + 1)}{row + 1}"


@pytest.mark.parametrize("name", ["", "5", "C", "5C", "C5:D6", "c5"])
def test_what_names_no_cell_is_refused(name):
    with pytest.raises(ValueError, match="names no cell"):
        cell_place(name)


@given(st.floats(-1e300, 1e300, allow_subnormal=False))
def test_a_number_keeps_fifteen_digits_and_has_no_exponent(value):
    text = number_text(value)
    assert set(text) <= set("-.0123456789")
    assert math.isclose(float(text), value, rel_tol=1e-14, abs_tol=0)


@given(st.integers(-(10**14), 10**14), st.integers(0, 6))
def test_a_decimal_fraction_reads_as_it_was_typed(digits, places):
    text = number_text(digits / 10**places)
    assert float(text) == digits / 10**places
    assert len(text.replace("-", "").replace(".", "")) <= 15 + places


@given(st.integers(-1000_000, 1_000_000))
def test_a_share_typed_as_per_cent_reads_as_it_was_typed(tenths):
    assert per_cent_text(tenths / 1000) == number_text(tenths / 10) + "%"


@pytest.mark.parametrize("value", [0.0, -0.0])
def test_zero_has_no_sign(value):
    assert number_text(value) == "0"
    assert per_cent_text(value) == "0%"


@given(st.text())
def test_a_tidy_text_stays_as_it_is(text):
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert len(tidied.splitlines()) <= 1


@given(st.integers(1, 60_000).filter(lambda serial: serial != 60))
def test_serial_numbers_are_days_of_both_systems(serial):
    assert day_of(serial, is_1904=False) == from_excel(serial)
    assert day_of(serial, is_1904=True) == from_excel(serial, CALENDAR_MAC_1904)


def test_a_time_is_kept_to_the_second():
    assert value_text(datetime(2024, 11, 20, 8, 30, 0, 400)) == "2024-11-20 08:30:00"
