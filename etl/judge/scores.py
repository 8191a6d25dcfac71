"""What the forecast scored on series that it was not made from, beside other ways to say whether a target is met.

`scores.csv` is written by `bench.backtest`; `docs/forecast.md` and the page on methods show it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.judge.calibration import commented

FILE = Path(__file__).with_name("scores.csv")
COLUMNS = ("group", "figures", "years", "rival", "measure", "value", "low", "high", "n", "units")

HEADLINE = 8
"""Figures in the histories that the scores by horizon and by panel are counted for."""
ALL_YEARS = "1-10"

HELD_OUT = "gapminder, held-out countries"
ASIDE = "panels kept aside"
POOLED = "gapminder with business and tourism"
AVERAGES = "averages"
CARRYINGS = "ways to carry a drift on"
FAST = "ways to carry a drift on, fast drifts"
OWN = "the project's own series"

FORECAST = "forecast"
BESIDE = ("climatology", "plain drift, counted", "mean change")
"""Whose Brier score stands beside the forecast's where only that is shown in full."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one way to tell the future (the rival) in a group of series, from histories of so many figures.

    `value` lies in its 95 % interval from `low` to `high`; it is a mean over `n` made-up targets, or outcomes where it
    is about bands, of so many `units` (countries, states, series). `years` are the years ahead, one or "1-10".
    """

    group: str
    figures: int
    years: str
    rival: str
    measure: str
    value: float
    low: float
    high: float
    n: int
    units: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores in the file's order, the forecast's first in each group, and the day on which they were counted."""

    made_on: date
    rows: tuple[Score, ...]

    def of(self, group: str, measure: str) -> dict[str, Score]:
        """One measure of every rival in a group, from histories of 8 figures and over all years ahead."""
        key = group, HEADLINE, ALL_YEARS, measure
        return {own.rival: own for own in self.rows if (own.group, own.figures, own.years, own.measure) == key}


def read(path: Path = FILE) -> Scores:
    """The table of a file that `bench.backtest` has written."""
    said, rows = commented(path)
    return Scores(date.fromisoformat(said["made on"]), tuple(_score(row) for row in rows))


def _score(row: dict[str, str]) -> Score:
    numbers = (float(row[name]) for name in ("value", "low", "high"))
    names = row["group"], int(row["figures"]), row["years"], row["rival"], row["measure"]
    return Score(*names, *numbers, int(row["n"]), int(row["units"]))


SCORES = read()
