"""Whether an average with damped Holt or Theta is better than the forecast alone: on the calibration's units only.

Each gets its own counted law. Units are dealt into folds; each fold is judged by what was counted on the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np
import pandas as pd

from bench.calibrate import HORIZONS, SHARES, Moments, moments, quantiles, training
from bench.panels import SEED
from bench.rivals import counted, holt, theta
from bench.rolling import RESTLESSNESS, Windows, sample
from bench.scores import climatology, ledger
from etl.judge import calibration
from etl.judge.scales import onto

LENGTH = 12
MOST = 200  # origins of each panel: Holt and Theta are slow
FOLDS = 5
MIXES: Mapping[str, tuple[float, float, float]] = {
    "forecast": (1, 0, 0),
    "damped Holt": (0, 1, 0),
    "Theta": (0, 0, 1),
    "forecast and Holt": (1 / 2, 1 / 2, 0),
    "forecast and Theta": (1 / 2, 0, 1 / 2),
    "all three": (1 / 3, 1 / 3, 1 / 3),
}


def averages() -> pd.DataFrame:
    """The ledger of every mix over all folds."""
    panels = [sample(panel, MOST, SEED) for panel in training(LENGTH)]
    folds = [[of_fold(panel, fold) for panel in panels] for fold in range(FOLDS)]
    middles = {id(own): _middles(own) for fold in folds for panel in fold for own in panel}
    pages = []
    for fold in range(FOLDS):
        others = [sum((folds[other][at] for other in range(FOLDS) if other != fold), []) for at in range(len(panels))]
        pages.append(_judged(sum(folds[fold], []), others, middles))
    return pd.concat(pages)


def _judged(own: Sequence[Windows], others: list[list[Windows]], middles: Mapping[int, np.ndarray]) -> pd.DataFrame:
    mixes = {name: _mixed(mix, middles) for name, mix in MIXES.items()}
    fans = {name: counted(counted_on(others, of, LENGTH), of) for name, of in mixes.items()}
    return ledger(own, fans, climatology(sum(others, [])), points={})


def of_fold(panel: Sequence[Windows], fold: int) -> list[Windows]:
    """A panel's origins of the units in one fold."""
    parts = [own.part(np.array([_fold(unit) == fold for unit in own.units])) for own in panel]
    return [own for own in parts if len(own.units)]


def _fold(unit: str) -> int:
    return sha256(f"{SEED} fold {unit}".encode()).digest()[0] % FOLDS


def _middles(own: Windows) -> np.ndarray:
    """What each of the three takes for the middle, on the scale: (3, N, 10)."""
    middle, _ = moments(own)
    return np.stack([middle, *(onto(own.scale, point(own), own.bounds) for point in (holt, theta))])


def _mixed(mix: tuple[float, float, float], middles: Mapping[int, np.ndarray]):
    return lambda own: (np.tensordot(mix, middles[id(own)], 1), moments(own)[1])


def counted_on(panels: list[list[Windows]], of: Moments, length: int) -> calibration.Table:
    """The law of the error of these moments, counted on histories of one length."""
    errors = quantiles(panels, of)[:, None]
    axes = {"restlessness": RESTLESSNESS, "points": (length,), "years": HORIZONS, "shares": SHARES}
    return replace(calibration.TABLE, errors=errors, **{name: np.array(axis) for name, axis in axes.items()})
