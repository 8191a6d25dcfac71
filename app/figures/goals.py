"""Targets and the path to them, as a chart needs them: from rows of the status frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app import theme
from app.figures.style import amount, day_text, lines
from app.text import Text
from etl.normalise.periods import read_period
from etl.vocabulary import Badge, Kind, Status

CURVE_POINTS = 12
DAYS_A_YEAR = 365.25
NARROW_WIDTH = 92


@dataclass(frozen=True)
class Goal:
    """A target's end mark: value, upper end of a range, day, colour, and its words in lines; `short` for a phone."""

    value: float
    high: float | None
    day: date | None
    colour: str
    is_hollow: bool
    lines: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def top(self) -> float:
        """The upper end of a range, else the value."""
        return self.value if self.high is None else self.high


@dataclass(frozen=True)
class Baseline:
    """Where a target counts from."""

    day: date
    value: float
    text: str


def goal(row: Mapping, t: Text, name: str = "") -> Goal | None:
    """The end mark of a status row; None for a target that has no value on the axis."""
    found = levels(row)
    if found is None:
        return None
    mark = theme.MARKS[Status(row["status"])]
    is_superseded = Badge.superseded in badges(row) or row["status"] == Status.superseded
    due = t("chart.no_deadline") if row["deadline"] is None else t("chart.by", day=day_text(row["deadline"], t))
    rest = [name, t("chart.superseded") if is_superseded else ""]
    how = derived(row, t)
    said = [claim(row, t), *rest, t("chart.derived", sum=how) if how else ""]
    short = [claim_value(row, t), due, *rest, how]
    return Goal(
        value=found[0],
        high=found[1],
        day=row["deadline"],
        colour=theme.MUTED if mark.is_outline or is_superseded else mark.colour,
        is_hollow=mark.is_outline or is_superseded,
        lines=tuple(line for line in said if line),
        short=tuple(part for line in short if line for part in lines(line, NARROW_WIDTH)),
    )


def levels(row: Mapping) -> tuple[float, float | None] | None:
    """The target's value on the axis of its series, and its upper end; None where it has none there.

    That is: no number; a figure only listed; a change told in per cent whose level is not known; growth per year from
    a baseline that is not known or not positive.
    """
    value, high = row["target_value"], row["target_high"]
    is_unplaced = row["kind"] == Kind.change and not row["target_is_derived"]
    if value is None or row["kind"] == Kind.listed or is_unplaced:
        return None
    if row["kind"] != Kind.growth_per_year or is_flat(row):
        return value, high
    start = row["baseline_value"]
    if not row["baseline_period"] or row["deadline"] is None or start is None or start <= 0:
        return None
    years = (row["deadline"] - read_period(row["baseline_period"]).end).days / DAYS_A_YEAR
    return start * (1 + value / 100) ** years, None if high is None else start * (1 + high / 100) ** years


def badges(row: Mapping) -> tuple[str, ...]:
    """The codes of a row's reservations, which come as a text with spaces or as a list."""
    given = row["badges"] or ()
    return tuple(given.split()) if isinstance(given, str) else tuple(given)


def claim_value(row: Mapping, t: Text) -> str:
    """The target's number as it is meant: "≥ 492", "~20 %"."""
    text = t.bound(row["target_value"], row["target_high"], row["comparator"] or "exactly")
    if row["kind"] == Kind.growth_per_year:
        return t("chart.a_year", value=t.with_unit(text, "%"))
    return amount(text, row["unit"], t)


def claim(row: Mapping, t: Text) -> str:
    """The target's number and day: "≥ 492 by 2025"."""
    value = claim_value(row, t)
    if row["deadline"] is None:
        return t("chart.target_no_deadline", value=value)
    return t("chart.target_by", value=value, day=day_text(row["deadline"], t))


def derived(row: Mapping, t: Text) -> str:
    """How a derived number was worked out, "2 × 246"; "" for a stated one."""
    if not row["target_is_derived"] or not row["baseline_value"]:
        return ""
    factor = round(row["target_value"] / row["baseline_value"], 4)
    return f"{t.number(factor)} × {amount(t.figure(row['baseline_value']), row['unit'], t)}"


def baseline(row: Mapping, t: Text) -> Baseline | None:
    """The baseline of a status row; None where there is none, or where no period says when it was."""
    if row["baseline_value"] is None or not row["baseline_period"]:
        return None
    text = t("chart.baseline", value=amount(t.figure(row["baseline_value"]), row["unit"], t))
    return Baseline(read_period(row["baseline_period"]).end, row["baseline_value"], text)


def is_flat(row: Mapping) -> bool:
    """Whether each year is held against the same value: limits, and growth per year on yearly rates."""
    is_rate = row["kind"] == Kind.growth_per_year and row["unit"].startswith("%")
    return row["kind"] == Kind.limit or is_rate


def path(row: Mapping, milestones: Sequence[tuple[date, float]], t: Text) -> list[tuple[date, float]]:
    """Days and values that a target requires, from its baseline through its milestones to its end; [] without one.

    Growth per year runs on a curve, what is held against the same value each year on a level.
    """
    start = baseline(row, t)
    found = levels(row)
    if found is None or row["deadline"] is None or start is None or start.day >= row["deadline"]:
        return []
    end = (row["deadline"], min((one for one in found if one is not None), key=lambda one: abs(one - start.value)))
    if is_flat(row):
        return [(start.day, end[1]), end]
    if row["kind"] == Kind.growth_per_year:
        return _curve((start.day, start.value), end)
    between = [(day, value) for day, value in sorted(milestones) if start.day < day < end[0]]
    return [(start.day, start.value), *between, end]


def _curve(start: tuple[date, float], end: tuple[date, float]) -> list[tuple[date, float]]:
    days = (end[0] - start[0]).days
    shares = [n / CURVE_POINTS for n in range(CURVE_POINTS + 1)]
    growth = end[1] / start[1]
    return [(start[0] + timedelta(days=round(share * days)), start[1] * growth**share) for share in shares]
