"""Rows of observations, long or with periods across, into records of the table `observation`."""

from datetime import date

from etl.errors import Fault
from etl.normalise.numbers import NotANumber, Quantity, read_quantity
from etl.normalise.periods import Period, read_period
from etl.normalise.register import Register
from etl.normalise.rows import Row, sentence
from etl.normalise.units import UnitMismatch, convert
from etl.vocabulary import Flag, Frequency


def observations(row: Row, register: Register) -> tuple[list[dict], list[Fault]]:
    """The observations of one row: one of a long sheet, one for each filled period of a wide one; and their faults."""
    if not row.sheet.has_period_columns:
        return _long(row, register)
    records, faults = [], []
    for column in row.columns:
        if column not in row.sheet.names and row.written[column]:
            try:
                quantity = read_quantity(row.written[column])
            except NotANumber as error:
                wanted = "a number as published"
                faults.append(row.fault(column, "not_a_number", wanted=wanted, mend=sentence(error)))
                continue
            record, found = _observation(row, register, column, read_period(column), quantity)
            records.append(record)
            faults += found
    return records, faults


def _long(row: Row, register: Register) -> tuple[list[dict], list[Fault]]:
    record, faults = _observation(row, register, "value", row.values["period"], row.values["value"])
    return [record], faults


def _observation(row: Row, register: Register, column: str, period: Period, quantity: Quantity):
    """One record of a value that stands in `column`, and its faults."""
    values, faults = row.values, []
    published = values["published"]
    value, high, unit_fault = in_unit(row, column, quantity, register.series_unit(values["series_id"]))
    faults += unit_fault
    faults += _early(row, column, period, published.day if published else None) + _first_of_month(row, column, period)
    faults += in_future(row, "published", register.today)
    return {
        "series_id": values["series_id"],
        "basis": values["basis"] or "",
        "period": period.label,
        "period_start": period.start,
        "period_end": period.end,
        "frequency": period.frequency,
        "value": value,
        "high": high,
        "qualifier": quantity.qualifier,
        "published_on": published.day if published else None,
        "value_as_written": row.written[column],
        "period_as_written": row.written.get("period") or column,
        "unit_as_written": row.written.get("unit", ""),
        "published_as_written": row.written.get("published", ""),
        "publisher_id": values["publisher"] or register.publishers.get(values["series_id"]),
        "flag": values["flag"],
        "note": values["note"],
        "note_zh": values["note_zh"],
        "cell": row.cell(column),
    }, faults


def in_unit(row: Row, column: str, quantity: Quantity, unit: str | None) -> tuple[float, float | None, list[Fault]]:
    """Value and upper end of a quantity in the indicator's unit, with the fault where its own unit is another quantity.

    The unit in the cell counts before the one in the row's column `unit`, and that before the indicator's.
    """
    written = quantity.unit or row.written.get("unit") or unit
    if unit is None or written is None:
        return quantity.value, quantity.high, []
    try:
        high = None if quantity.high is None else convert(quantity.high, written, unit)
        return convert(quantity.value, written, unit), high, []
    except UnitMismatch as error:
        place = column if quantity.unit else "unit"
        mend = f"{sentence(error)} Correct the unit, or name another series."
        return quantity.value, quantity.high, [row.fault(place, "wrong_unit", wanted=f"a unit of {unit}", mend=mend)]


def in_future(row: Row, column: str, today: date) -> list[Fault]:
    """The fault of a day that has not come; of a month or year, one that has not begun."""
    stated = row.values[column]
    if stated is None or stated.first <= today:
        return []
    wanted = f"a day up to {today.isoformat()}"
    return [row.fault(column, "in_future", wanted=wanted, mend="Correct the day; what is not known yet is not loaded.")]


def _first_of_month(row: Row, column: str, period: Period) -> list[Fault]:
    """Spreadsheets turn a month typed into a cell into its first day; only the analyst knows which was meant."""
    if period.frequency is not Frequency.day or period.start.day != 1:
        return []
    month = period.label[: len("2024-03")]
    wanted, mend = f"that day, not the month {month}", f"If the month is meant, write {month} into a cell of text."
    return [row.fault(column, "first_of_month", wanted=f"a figure for {wanted}", mend=mend, warning=True)]


def _early(row: Row, column: str, period: Period, published: date | None) -> list[Fault]:
    """A figure made known before its period ended is let pass, and said, unless it is marked as a forecast."""
    if published is None or published >= period.end or row.values["flag"] in (Flag.forecast, Flag.estimate):
        return []
    wanted = f"a publication after {period.end.isoformat()}, the end of {period.label}, not on {published.isoformat()}"
    mend = "Check the day, or mark the figure as forecast or estimate."
    return [row.fault(column, "early", wanted=wanted, mend=mend, warning=True)]
