"""Scales on which a series is carried on, so that a level stays positive and a share within its bounds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from etl.vocabulary import Scale

LARGEST = float(np.finfo(float).max)
LARGEST_EXPONENT = float(np.log(LARGEST))


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the largest value that a quantity can have, in its unit."""

    lower: float = -np.inf
    upper: float = np.inf


UNBOUNDED = Bounds()


def scale_of(values: ArrayLike, bounds: Bounds = UNBOUNDED) -> Scale:
    """Logit for values between two bounds, log for positive ones without an upper bound, else identity.

    A value on or beyond a bound, a zero or a negative has no place on the other scales. What has a bound below zero, as
    growth has at −100 %, can be negative and is carried on as measured, whatever its values.
    """
    values = np.asarray(values, dtype=float)
    if np.isfinite(bounds.lower) and np.isfinite(bounds.upper):
        return Scale.logit if np.all((bounds.lower < values) & (values < bounds.upper)) else Scale.identity
    is_open = np.isposinf(bounds.upper) and not -np.inf < bounds.lower < 0
    return Scale.log if is_open and np.all(values > max(bounds.lower, 0.0)) else Scale.identity


def onto(scale: Scale, values: ArrayLike, bounds: Bounds = UNBOUNDED) -> np.ndarray:
    """Values in the unit as values on the scale; infinite on the scale's own ends and beyond them."""
    values = np.asarray(values, dtype=float)
    with np.errstate(divide="ignore"):
        if scale is Scale.log:
            return np.log(np.maximum(values, 0.0))
        if scale is Scale.logit:
            share = np.clip((values - bounds.lower) / (bounds.upper - bounds.lower), 0.0, 1.0)
            return np.log(share) - np.log1p(-share)
    return values


def back(scale: Scale, levels: ArrayLike, bounds: Bounds = UNBOUNDED) -> np.ndarray:
    """Values on the scale as values in the unit, cut at the bounds; always finite."""
    levels = np.asarray(levels, dtype=float)
    if scale is Scale.log:
        levels = np.exp(np.minimum(levels, LARGEST_EXPONENT))
    elif scale is Scale.logit:
        levels = bounds.lower + (bounds.upper - bounds.lower) / (1 + np.exp(np.minimum(-levels, LARGEST_EXPONENT)))
    return np.clip(levels, max(bounds.lower, -LARGEST), min(bounds.upper, LARGEST))
