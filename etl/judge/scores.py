"""What the forecast scored on series that it was not made from, beside other ways to say whether a target is met.

`scores.csv` is written by `bench.backtest`, for histories of one length and all horizons; `docs/forecast.md` has more.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.judge.calibration import commented

FILE = Path(__file__).with_name("scores.csv")
COLUMNS = ("group", "rival", "figures", "targets", "brier", "low", "high", "covered_80", "covered_95")


@dataclass(frozen=True, slots=True)
class Score:
    """The Brier score of one way to tell the future in a group of series, with its 95 % interval from `low` to `high`,
    over so many made-up targets from histories of so many figures; the shares of outcomes within its bands of 80 % and
    95 %, None where it has no bands."""

    group: str
    rival: str
    figures: int
    targets: int
    brier: float
    low: float
    high: float
    covered_80: float | None
    covered_95: float | None


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores, the forecast's first in each group, and the day on which they were counted."""

    made_on: date
    rows: tuple[Score, ...]

    def of(self, group: str) -> tuple[Score, ...]:
        """The scores in one group."""
        return tuple(own for own in self.rows if own.group == group)


def read(path: Path = FILE) -> Scores:
    """The table of a file that `bench.backtest` has written."""
    said, rows = commented(path)
    return Scores(date.fromisoformat(said["made on"]), tuple(_score(row) for row in rows))


def _score(row: dict[str, str]) -> Score:
    counts, numbers = (int(row[name]) for name in COLUMNS[2:4]), (_number(row[name]) for name in COLUMNS[4:])
    return Score(row["group"], row["rival"], *counts, *numbers)


def _number(written: str) -> float | None:
    return float(written) if written else None


SCORES = read()
