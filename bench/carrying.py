"""How a drift on logarithms and log-odds is best carried on: ways tried on the units of calibration and choice only.

Each gets its own counted law, from the calibration's panels. Units are dealt into folds; each fold of all these panels
is judged by what was counted on the others.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from bench.averaging import FOLDS, counted_on, of_fold
from bench.calibrate import Moments, moments, training
from bench.panels import CALIBRATION, CHOICE, SEED
from bench.rivals import counted
from bench.rolling import YEARS, Windows, sample
from bench.scores import climatology, ledger
from etl.judge import forecast
from etl.judge.scores import FORECAST
from etl.vocabulary import Scale

MOST = 1000  # origins of each panel and length, so that every panel weighs the same
LENGTHS = (4, 5, 8, 12)
FAST = 0.1  # drift a year on the scale
MOST_A_YEAR, MOST_IN_ALL = 0.1, 2.0
Way = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""Drifts (N, 1) and the fading sums (10) to changes and to what one more of drift adds: each (N, 10)."""


def compounding(drift: np.ndarray, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The drift goes on as it is."""
    return drift * sums, np.broadcast_to(sums, (len(drift), len(sums)))


def slower(drift: np.ndarray, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fast drifts come close to a limit a year: m ÷ √(1 + (m ÷ 0.1)²)."""
    return compounding(drift / np.sqrt(1 + (drift / MOST_A_YEAR) ** 2), sums)


def levelling(drift: np.ndarray, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What they add up to comes close to a limit: M ÷ (1 + |M| ÷ 2)."""
    way = 1 + np.abs(drift * sums) / MOST_IN_ALL
    return drift * sums / way, sums / way**2


WAYS: Mapping[str, Way] = {
    "compounding": compounding,
    "at most 10 % a year": slower,
    "levelling off": levelling,
}


def carryings(only_fast: bool = False) -> pd.DataFrame:
    """The ledger of every way over all lengths and folds; if so asked, of the origins with a fast drift only."""
    return pd.concat([_page(length, fold, only_fast) for length in LENGTHS for fold in range(FOLDS)])


def _page(length: int, fold: int, only_fast: bool) -> pd.DataFrame:
    panels = [sample(panel, MOST, SEED) for panel in _training(length)]
    others = [
        sum((of_fold(panel, other) for other in range(FOLDS) if other != fold), [])
        for panel in _training(length)[: len(CALIBRATION)]
    ]
    fans = {name: counted(counted_on(others, of, length), of) for name, of in _all().items()}
    own = [one for panel in panels for one in of_fold(panel, fold)]
    judged = [one for one in map(_fast, own) if len(one.units)] if only_fast else own
    return ledger(judged, fans, climatology(sum(others, [])), points={})


@lru_cache
def _training(length: int) -> list[list[Windows]]:
    return training(length, (*CALIBRATION, *CHOICE))


def _fast(own: Windows) -> Windows:
    is_fast = np.abs(forecast.drift(own.times, own.levels)) > FAST
    return own.part(is_fast & (own.scale is not Scale.identity))


def _all() -> dict[str, Moments]:
    return {FORECAST: moments} | {name: _moments(way) for name, way in WAYS.items()}


def _moments(way: Way) -> Moments:
    def of(own: Windows) -> tuple[np.ndarray, np.ndarray]:
        if own.scale is Scale.identity:
            return moments(own)
        change, slope = way(forecast.drift(own.times, own.levels)[:, None], forecast.faded(YEARS))
        deviation = forecast.deviation(own.times, own.levels)[:, None]
        return own.levels[:, -1:] + change, deviation * forecast.growth(YEARS, slope, own.length - 1)

    return of
