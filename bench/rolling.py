"""Rolling origins: what was known of a series up to a year, and what came after, as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bench.panels import Panel
from etl.judge.forecast import SAME
from etl.judge.scales import Bounds, onto, scale_of
from etl.vocabulary import Scale

HORIZON = 10
YEARS = np.arange(1, HORIZON + 1)


@dataclass(frozen=True)
class Windows:
    """N origins of one panel, variable, length and scale.

    `history` is (N, length), its last column the origin's figure; `future` is (N, 10), NaN where nothing is known. Both
    are in the unit. `units` names each origin's country, state or region.
    """

    panel: str
    scale: Scale
    bounds: Bounds
    units: np.ndarray
    history: np.ndarray
    future: np.ndarray

    @property
    def length(self) -> int:
        """Figures in each history."""
        return self.history.shape[1]

    @property
    def times(self) -> np.ndarray:
        """The years of the history, the origin being year 0."""
        return np.arange(1.0 - self.length, 1.0)

    @property
    def levels(self) -> np.ndarray:
        """The history on the scale."""
        return onto(self.scale, self.history, self.bounds)

    def part(self, chosen: np.ndarray) -> "Windows":
        """The origins chosen by a mask or by their places."""
        return Windows(
            self.panel, self.scale, self.bounds, self.units[chosen], self.history[chosen], self.future[chosen]
        )


def windows(panel: Panel, series: pd.DataFrame, length: int, origins: Iterable[int] | None = None) -> list[Windows]:
    """Every origin (of the years given, or all) that has so many figures in a row and something after, by scale.

    Left out are histories without any variation, of which no forecast is made.
    """
    found = []
    for variable, own in series.groupby("variable", sort=True):
        table = own.pivot(index="unit", columns="year", values="figure")
        table = table.reindex(columns=range(table.columns.min() - length, table.columns.max() + HORIZON + 1))
        found += _by_scale(panel.name, panel.variables[variable], *_cut(table, length, origins))
    return found


def _cut(table: pd.DataFrame, length: int, origins: Iterable[int] | None) -> tuple[np.ndarray, ...]:
    """Units, histories and futures of all origins at once, from a table unit × year."""
    years, values = table.columns.to_numpy(), table.to_numpy()
    pieces = np.lib.stride_tricks.sliding_window_view(values, length + HORIZON, axis=1)
    units = np.repeat(table.index.to_numpy(), pieces.shape[1])
    last = np.tile(years[length - 1 : length - 1 + pieces.shape[1]], len(table))
    pieces = pieces.reshape(-1, length + HORIZON)
    history, future = pieces[:, :length], pieces[:, length:]
    kept = np.isfinite(history).all(axis=1) & np.isfinite(future).any(axis=1)
    if origins is not None:
        kept &= np.isin(last, list(origins))
    kept[kept] = np.ptp(history[kept], axis=1) > SAME * np.abs(history[kept]).max(axis=1)
    return units[kept], history[kept], future[kept]


def _by_scale(panel: str, bounds: Bounds, units, history, future) -> list[Windows]:
    scales = np.array([scale_of(values, bounds) for values in history])
    return [
        Windows(panel, scale, bounds, units, history, future).part(scales == scale)
        for scale in Scale
        if np.any(scales == scale)
    ]


def sample(found: Sequence[Windows], most: int, seed: int) -> list[Windows]:
    """At most so many origins, drawn from all of them alike."""
    sizes = [len(own.units) for own in found]
    if sum(sizes) <= most:
        return list(found)
    drawn = np.zeros(sum(sizes), dtype=bool)
    drawn[np.random.default_rng(seed).choice(len(drawn), most, replace=False)] = True
    parts = np.split(drawn, np.cumsum(sizes)[:-1])
    return [own.part(part) for own, part in zip(found, parts, strict=True) if part.any()]
