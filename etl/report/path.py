"""Points of the path that a target requires, and of the target itself, by day."""

from collections.abc import Sequence
from datetime import date

from etl.normalise.periods import decimal_year, read_period
from etl.report.frames import Row
from etl.vocabulary import Kind, Measured

Points = tuple[tuple[date, float], ...]


def required_path(row: Row, milestones: Sequence[tuple[date, float]]) -> Points:
    """Days and values from the baseline through the milestones to the target; empty where one end is missing.

    Growth per year compounds from the baseline; on yearly rates it is the rate itself, held. A change on yearly
    rates has no path in the series' own unit.
    """
    start = baseline_day(row)
    if start is None or row["deadline"] is None or row["target_value"] is None or start >= row["deadline"]:
        return ()
    if row["measured"] == Measured.growth:
        level = row["kind"] != Kind.change
        return ((start, row["target_value"]), (row["deadline"], row["target_value"])) if level else ()
    if row["baseline_value"] is None:
        return ()
    if row["kind"] == Kind.growth_per_year:
        return _compounded(row, start)
    between = sorted((day, value) for day, value in milestones if start < day < row["deadline"])
    return ((start, row["baseline_value"]), *between, (row["deadline"], row["target_value"]))


def target_points(row: Row) -> Points:
    """The target at its deadline: one point, or both ends of a range; empty where its value is of another kind."""
    if row["deadline"] is None or row["target_value"] is None:
        return ()
    is_level = row["kind"] != Kind.growth_per_year and row["measured"] != Measured.growth
    is_rate = row["measured"] == Measured.growth and row["kind"] != Kind.change
    if not (is_level or is_rate):
        return ()
    ends = (row["target_value"], row["target_high"])
    return tuple((row["deadline"], value) for value in ends if value is not None)


def baseline_day(row: Row) -> date | None:
    """Last day of the baseline's period; None where there is no baseline."""
    return read_period(row["baseline_period"]).end if row["baseline_period"] else None


def _compounded(row: Row, start: date) -> Points:
    rate, end = 1 + row["target_value"] / 100, row["deadline"]
    days = [start, *(date(year, 12, 31) for year in range(start.year, end.year + 1)), end]
    days = sorted({day for day in days if start <= day <= end})
    begins = decimal_year(start)
    return tuple((day, row["baseline_value"] * rate ** (decimal_year(day) - begins)) for day in days)
