"""Axes: round values and dates at which to draw ticks, and the words beside them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.style import text_width
from app.text import Text

STEPS = (1, 2, 2.5, 5, 10)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
WANTED_TICKS = 6
FAR_FROM_ZERO = 0.6
ROOM = 0.06
MULTIPLES = {"en": (1e12, 1e9, 1e6), "zh": (1e8, 1e4)}
"""The large numbers by which a language counts."""

SMALLEST_MULTIPLE = {"en": 2e6, "zh": 1e5}


@dataclass(frozen=True)
class Values:
    """The axis of values: its ends, its ticks with their words, the words above it, whether it starts at zero."""

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...]
    caption: str
    has_zero: bool

    @property
    def text_width(self) -> float:
        """Width of the widest tick in pixels."""
        return max(text_width(text, 12) for text in self.texts)


def values(shown: Sequence[float], unit: str, t: Text, wanted: int = WANTED_TICKS) -> Values:
    """The axis for all values drawn (at least one). It starts at zero for shares, and wherever zero is not far away."""
    low, high = min(shown), max(shown)
    is_share = unit.startswith("%")
    if low >= 0 and (is_share or low < FAR_FROM_ZERO * high or low == high):
        low = 0.0
    if high <= 0 and (is_share or high > FAR_FROM_ZERO * low or low == high):
        high = 0.0
    if low == high:
        high = low + 1.0
    step = _step((high - low) / wanted)
    bottom = math.floor(low / step + 1e-9) * step
    top = math.ceil(high / step - 1e-9) * step
    if high > 0 and top - high < ROOM * (top - bottom):
        top += step / 2
    if is_share and high <= 100:
        top = min(top, 100.0)
    if bottom != 0 and low - bottom < ROOM * (top - bottom):
        bottom -= step / 2
    first = math.ceil(bottom / step - 1e-9)
    ticks = tuple(round(step * n, 10) for n in range(first, math.floor(top / step + 1e-9) + 1))
    ticks = tuple(tick for tick in ticks if not is_share or high > 100 or tick <= 100)
    factor, word = multiple(max(abs(top), abs(bottom)), t)
    has_zero = bottom <= 0 <= top
    texts = tuple(_tick(tick / factor, is_share, t) for tick in ticks)
    return Values(bottom, top, ticks, texts, caption(unit, word, has_zero, t), has_zero)


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least * (1 - 1e-9))


def _tick(value: float, is_share: bool, t: Text) -> str:
    text = t.number(round(value, 10))
    return t.with_unit(text, "%") if is_share else text


def multiple(largest: float, t: Text) -> tuple[float, str]:
    """The factor by which an axis is divided, and its word: (1e6, "million"), (1e4, "万"), (1, "")."""
    if largest < SMALLEST_MULTIPLE[t.lang]:
        return 1.0, ""
    factor = next(factor for factor in MULTIPLES[t.lang] if largest >= factor)
    return factor, t.multiple(factor)


def caption(unit: str, word: str, has_zero: bool, t: Text) -> str:
    """The words above the axis: the unit, its multiple, and that it does not start at zero where it does not."""
    unit = "" if unit == "%" else unit
    said = t("chart.multiple", multiple=word, unit=unit).strip()
    return said if has_zero else t("chart.separator").join(part for part in (said, t("chart.no_zero")) if part)


def years(start: date, end: date, width: float, gap: float) -> list[date]:
    """Ticks of the axis of time: ends of years between two days, at least `gap` pixels apart.

    They are counted back from the last one, so that the newest year has its tick.
    """
    last = end.year if (end.month, end.day) == (12, 31) else end.year - 1
    pixels = width * 365.25 / (end - start).days
    step = next((one for one in YEAR_STEPS if pixels * one >= gap), YEAR_STEPS[-1])
    return [date(year, 12, 31) for year in range(last, start.year - 1, -step)][::-1]
