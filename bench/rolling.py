"""Rolling origins: what was known of a series up to a year, and what came after, as arrays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from bench.panels import Panel
from etl.judge.forecast import SAME, rates, restlessness
from etl.judge.scales import Bounds, onto, scale_of
from etl.vocabulary import Scale

HORIZON = 10
YEARS = np.arange(1, HORIZON + 1)
RESTLESSNESS = (0.0, 0.25, 0.75)
"""The least of each class: the errors of steady and of restless series are counted apart."""


@dataclass(frozen=True)
class Windows:
    """N origins of one panel, variable, length and scale, and of one class of restlessness.

    `history` is (N, length), its last column the origin's figure; `future` is (N, 10), NaN where nothing is known. Both
    are in the unit. `units` names each origin's country, state or region.
    """

    panel: str
    scale: Scale
    bounds: Bounds
    least_restlessness: float
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
        cut = {name: getattr(self, name)[chosen] for name in ("units", "history", "future")}
        return replace(self, **cut)


def windows(panel: Panel, series: pd.DataFrame, length: int, origins: Iterable[int] | None = None) -> list[Windows]:
    """Every origin (of the years given, or all) that has so many figures in a row and something after, by kind.

    Left out are histories without any variation, of which no forecast is made.
    """
    found = []
    for variable, own in series.groupby("variable", sort=True):
        table = own.pivot(index="unit", columns="year", values="figure")
        table = table.reindex(columns=range(table.columns.min() - length, table.columns.max() + HORIZON + 1))
        found += _by_kind(panel.name, panel.variables[variable], *_cut(table, length, origins))
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


def _by_kind(panel: str, bounds: Bounds, units, history, future) -> Iterator[Windows]:
    """The origins by scale and class of restlessness."""
    scales = np.array([scale_of(values, bounds) for values in history])
    for scale in Scale:
        own = Windows(panel, scale, bounds, 0.0, units, history, future).part(scales == scale)
        restless = restlessness(rates(own.times, own.levels))
        classes = np.searchsorted(RESTLESSNESS, restless, side="right") - 1
        for place, least in enumerate(RESTLESSNESS):
            if np.any(classes == place):
                yield replace(own.part(classes == place), least_restlessness=least)


def sample(found: Sequence[Windows], most: int, seed: int) -> list[Windows]:
    """At most so many origins, drawn from all of them alike."""
    sizes = [len(own.units) for own in found]
    if sum(sizes) <= most:
        return list(found)
    drawn = np.zeros(sum(sizes), dtype=bool)
    drawn[np.random.default_rng(seed).choice(len(drawn), most, replace=False)] = True
    parts = np.split(drawn, np.cumsum(sizes)[:-1])
    return [own.part(part) for own, part in zip(found, parts, strict=True) if part.any()]
