"""How far outcomes lay from forecasts of this kind, in standard deviations: quantiles counted by `bench.backtest`.

`calibration.csv` holds them by restlessness and length of the series and by horizon, for the upper half: forecasts that
were too high and too low are counted together, so that the lower half is its mirror image. Between horizons and between
shares they are read off the straight line. Beyond the outermost share the tail goes on as a power of the distance, as
Student's does, at the rate of the last quantiles; beyond the longest horizon its quantiles stay.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

FILE = Path(__file__).with_name("calibration.csv")
COLUMNS = ("least_restlessness", "least_points", "years", "share", "error")
TAIL = -4  # place of the quantile that, with the last one, gives the tail's rate


@dataclass(frozen=True, slots=True)
class Made:
    """When, from what, how split and with which seed the table was made, as the file says it."""

    made_on: date
    seed: int
    panels: str
    split: str
    origins: int


@dataclass(frozen=True, slots=True)
class Table:
    """Quantiles of the standardised error.

    `errors` has the axes least restlessness, least points, years and share (from 0.5 up), each ascending.
    """

    made: Made
    restlessness: np.ndarray
    points: np.ndarray
    years: np.ndarray
    shares: np.ndarray
    errors: np.ndarray

    def cell(self, restlessness: float, points: int) -> "Cell":
        """The quantiles for such a series; it has at least the table's least points."""
        restless = np.searchsorted(self.restlessness, restlessness, side="right") - 1
        length = np.searchsorted(self.points, points, side="right") - 1
        return Cell(self.years, self.shares, self.errors[restless, length])


@dataclass(frozen=True, slots=True)
class Cell:
    """Quantiles for series of one kind: `errors` has the axes years and share."""

    years: np.ndarray
    shares: np.ndarray
    errors: np.ndarray

    def row(self, years: ArrayLike) -> np.ndarray:
        """Quantiles for each horizon: (…, shares)."""
        at = np.interp(years, self.years, np.arange(len(self.years)))
        low = np.minimum(np.asarray(at, dtype=int), len(self.years) - 2)
        weight = np.asarray(at - low)[..., None]
        return self.errors[low] * (1 - weight) + self.errors[low + 1] * weight

    def quantile(self, years: ArrayLike, share: float) -> np.ndarray:
        """The error that is not exceeded with probability `share` (between 0 and 1), for each horizon."""
        row, upper = self.row(years), max(share, 1 - share)
        sign = 1 if share >= 0.5 else -1
        if upper > self.shares[-1]:
            return sign * row[..., -1] * ((1 - self.shares[-1]) / (1 - upper)) ** (1 / self._rate(row))
        at = np.interp(upper, self.shares, np.arange(len(self.shares)))
        low = min(int(at), len(self.shares) - 2)
        return sign * (row[..., low] * (1 - (at - low)) + row[..., low + 1] * (at - low))

    def share(self, years: float, errors: ArrayLike) -> np.ndarray:
        """Probability that the error is at most each of `errors`, which may be infinite: the inverse of `quantile`."""
        row, distance = self.row(years), np.abs(errors)
        beyond = (1 - self.shares[-1]) * (row[-1] / np.maximum(distance, row[-1])) ** self._rate(row)
        upper = np.where(distance > row[-1], 1 - beyond, np.interp(distance, row, self.shares))
        return np.where(np.asarray(errors) < 0, 1 - upper, upper)

    def _rate(self, row: np.ndarray) -> np.ndarray:
        """How fast the tail falls: the power of the distance that joins its last quantiles."""
        return np.log((1 - self.shares[TAIL]) / (1 - self.shares[-1])) / np.log(row[..., -1] / row[..., TAIL])


def commented(path: Path) -> tuple[dict[str, str], list[dict[str, str]]]:
    """A CSV file: what its first lines say after a # (as `key: value`), and its rows."""
    lines = path.read_text(encoding="utf-8").splitlines()
    said = dict(line.removeprefix("# ").split(": ", 1) for line in lines if line.startswith("#"))
    return said, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def read(path: Path = FILE) -> Table:
    """The table of a file that `bench.backtest` has written."""
    said, rows = commented(path)
    axes = [np.unique([float(row[column]) for row in rows]) for column in COLUMNS[:-1]]
    errors = np.array([float(row["error"]) for row in rows]).reshape([len(axis) for axis in axes])
    made = Made(
        date.fromisoformat(said["made on"]), int(said["seed"]), said["panels"], said["split"], int(said["origins"])
    )
    return Table(made, *axes, errors)


TABLE = read()
MADE = TABLE.made
