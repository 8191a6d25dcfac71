"""Made-up targets, how often each rival's chance for them was right, and how sure that is."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from bench.calibrate import moments
from bench.panels import SEED
from bench.rivals import HOLT_POINTS, POINTS, SLOW, Fan, Point, yearly_change
from bench.rolling import HORIZON, YEARS, Windows

STEPS = np.array([-0.5, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0])
"""Targets lie so many mean changes a year, times the years, from the last figure; against the drift where negative."""
RESAMPLES = 1000
KEYS = ["panel", "length", "unit", "years"]
MEASURES = ("brier", "log score", "sharpness", "covered 80 %", "covered 95 %", "width 80 %")


def targets(own: Windows) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Numbers, directions (±1) and whether they were met (1, 0 or NaN: unknown): each (N, 10, 8)."""
    change = yearly_change(own)[:, None, None]
    numbers = own.history[:, -1][:, None, None] + STEPS * YEARS[:, None] * change
    directions = np.broadcast_to(np.sign(STEPS * change), numbers.shape)
    met = (directions * (own.future[..., None] - numbers) >= 0).astype(float)
    met[~np.isfinite(own.future) | (change[..., 0] == 0)] = np.nan
    return numbers, directions, met


def chance(fan: Fan, own: Windows) -> np.ndarray:
    """A fan's chance that each target is met: (N, 10, 8)."""
    numbers, directions, _ = targets(own)
    below = fan.below(own, numbers)
    return np.where(directions > 0, 1 - below, below)


def climatology(found: Iterable[Windows]) -> np.ndarray:
    """How often targets of each horizon and step were met: (10, 8)."""
    return np.nanmean(np.concatenate([targets(own)[2] for own in found]), axis=0)


def ledger(
    found: Iterable[Windows], fans: Mapping[str, Fan], usual: np.ndarray, points: Mapping[str, Point] = POINTS
) -> pd.DataFrame:
    """Sums of every measure by panel, length, unit and horizon; columns (rival, measure), with their counts."""
    pages = [_page(own, fans, usual, points) for own in found]
    return pd.concat(pages).groupby(level=KEYS).sum()


def _page(own: Windows, fans: Mapping[str, Fan], usual: np.ndarray, points: Mapping[str, Point]) -> pd.DataFrame:
    numbers, directions, met = targets(own)
    columns = {("", "targets"): np.isfinite(met).sum(axis=2), ("", "outcomes"): np.isfinite(own.future)}
    for name, fan in fans.items():
        columns |= _judged(name, chance(fan, own), met) | _covered(name, fan, own)
    columns |= _judged("climatology", np.broadcast_to(usual, met.shape), met)
    for name, point in points.items():
        if name not in SLOW or own.length >= HOLT_POINTS:
            said = (directions * (point(own)[..., None] - numbers) >= 0).astype(float)
            columns[name, "brier"] = np.nansum((said - met) ** 2, axis=2)
    origins = len(own.units)
    keys = ([own.panel] * origins * HORIZON, [own.length] * origins * HORIZON, np.repeat(own.units, HORIZON))
    index = pd.MultiIndex.from_arrays([*keys, np.tile(YEARS, origins)], names=KEYS)
    return pd.DataFrame({key: np.asarray(value, dtype=float).ravel() for key, value in columns.items()}, index)


def _judged(name: str, said: np.ndarray, met: np.ndarray) -> dict[tuple[str, str], np.ndarray]:
    """Sums over the targets: squared error, minus the logarithm of what came true, and how far from sure it was."""
    known = np.isfinite(met)
    return {
        (name, "brier"): np.nansum((said - met) ** 2, axis=2),
        (name, "log score"): -np.sum(np.log(np.where(known, np.where(met == 1, said, 1 - said), 1.0)), axis=2),
        (name, "sharpness"): np.sum(np.where(known, said * (1 - said), 0.0), axis=2),
    }


def _covered(name: str, fan: Fan, own: Windows) -> dict[tuple[str, str], np.ndarray]:
    """Whether the outcome lay within the bands; how wide the 80 % band is, in the forecast's own deviations."""
    known = np.isfinite(own.future)
    share = fan.below(own, np.where(known, own.future, own.history[:, -1:])[..., None])[..., 0]
    return {
        (name, "covered 80 %"): known & (abs(share - 0.5) < 0.4),
        (name, "covered 95 %"): known & (abs(share - 0.5) < 0.475),
        (name, "width 80 %"): known * _width(fan, own),
    }


def _width(fan: Fan, own: Windows) -> np.ndarray:
    """Distance from the tenth to the ninetieth of a hundred, ÷ the forecast's standard deviation: (N, 10)."""
    _, ours = moments(own)
    _, theirs = fan.moments(own)
    return 2 * fan.quantile(own, YEARS, 0.9) * theirs / ours


def scores(sums: pd.DataFrame) -> pd.DataFrame:
    """Means of every measure with their 95 % interval, by drawing units again: rival, measure, value, low, high, n."""
    by_unit = sums.groupby(level=["panel", "unit"]).sum()
    drawn = np.random.default_rng(SEED).multinomial(len(by_unit), np.full(len(by_unit), 1 / len(by_unit)), RESAMPLES)
    rows = []
    for rival, measure in by_unit.columns:
        if rival:
            count = by_unit["", "targets" if measure in MEASURES[:3] else "outcomes"].to_numpy()
            total = by_unit[rival, measure].to_numpy()
            low, high = np.percentile((drawn @ total) / (drawn @ count), [2.5, 97.5])
            rows.append((rival, measure, total.sum() / count.sum(), low, high, int(count.sum()), len(by_unit)))
    return pd.DataFrame(rows, columns=["rival", "measure", "value", "low", "high", "n", "units"])
