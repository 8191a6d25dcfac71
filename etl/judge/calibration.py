"""How far reality lay from forecasts of this kind, in standard deviations: quantiles counted by `bench.backtest`.

`calibration.csv` holds them by length of the series and horizon. Between the horizons, and between the shares, they are
read off the straight line; beyond the outermost shares the tail goes on as a power of the distance (as Student's does),
at the rate of the last two quantiles. Beyond the longest horizon its quantiles stay.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

FILE = Path(__file__).with_name("calibration.csv")
COLUMNS = ("least_points", "years", "share", "error")


@dataclass(frozen=True, slots=True)
class Made:
    """When, from what and with which seed the table was made; all as the file says it."""

    made_on: date
    seed: int
    panel: str
    split: str
    errors: int


@dataclass(frozen=True, slots=True)
class Table:
    """Quantiles of the standardised error: `errors` has the axes least points, years and share."""

    made: Made
    points: np.ndarray
    years: np.ndarray
    shares: np.ndarray
    errors: np.ndarray

    def row(self, points: int, years: ArrayLike) -> np.ndarray:
        """Quantiles for a series of so many points (at least the table's least), for each horizon: (…, shares)."""
        errors = self.errors[np.searchsorted(self.points, points, side="right") - 1]
        at = np.interp(years, self.years, np.arange(len(self.years)))
        low = np.minimum(at.astype(int), len(self.years) - 2)
        weight = (at - low)[..., None]
        return errors[low] * (1 - weight) + errors[low + 1] * weight

    def quantile(self, points: int, years: ArrayLike, share: float) -> np.ndarray:
        """The standardised error that is not exceeded with probability `share`, for each horizon."""
        row = self.row(points, np.asarray(years, dtype=float))
        if share < self.shares[0]:
            return _tail_quantile(row[..., 0], row[..., 2], self.shares[0], self.shares[2], share)
        if share > self.shares[-1]:
            return _tail_quantile(row[..., -1], row[..., -3], 1 - self.shares[-1], 1 - self.shares[-3], 1 - share)
        at = np.interp(share, self.shares, np.arange(len(self.shares)))
        low = min(int(at), len(self.shares) - 2)
        return row[..., low] * (1 - (at - low)) + row[..., low + 1] * (at - low)

    def share(self, points: int, years: float, error: float) -> float:
        """Probability that the standardised error is at most `error`: the inverse of `quantile`."""
        row = self.row(points, np.asarray(years, dtype=float))
        if error < row[0]:
            return _tail_share(row[0], row[2], self.shares[0], self.shares[2], error)
        if error > row[-1]:
            return 1 - _tail_share(row[-1], row[-3], 1 - self.shares[-1], 1 - self.shares[-3], error)
        return float(np.interp(error, row, self.shares))


def _tail_quantile(outer, inner, outer_share, inner_share, share):
    """The error with so small a share beyond it; `outer` and `inner` are the quantiles of the other two shares."""
    rate = np.log(outer / inner) / np.log(inner_share / outer_share)
    return outer * (outer_share / share) ** rate


def _tail_share(outer, inner, outer_share, inner_share, error) -> float:
    """The share beyond the error: the inverse of `_tail_quantile`."""
    rate = np.log(outer / inner) / np.log(inner_share / outer_share)
    return float(outer_share * (outer / error) ** (1 / rate))


def read(path: Path = FILE) -> Table:
    """The table of a file; its first lines say, after a #, when, how and from what it was made."""
    lines = path.read_text(encoding="utf-8").splitlines()
    said = dict(line.removeprefix("# ").split(": ", 1) for line in lines if line.startswith("#"))
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    points, years, shares = (
        np.unique([float(row[column]) for row in rows]) for column in ("least_points", "years", "share")
    )
    errors = np.array([float(row["error"]) for row in rows]).reshape(len(points), len(years), len(shares))
    made = Made(
        date.fromisoformat(said["made on"]), int(said["seed"]), said["panel"], said["split"], int(said["errors"])
    )
    return Table(made, points, years, shares, errors)


TABLE = read()
MADE = TABLE.made
