"""A forecast as a chart needs it: its middle and bands by day, its words, and how much of it the frame takes in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.style import OBSERVED, Trace, amount, as_typed, day_text, scatter
from app.text import Text
from app.theme import LIGHT
from etl.judge.odds import is_weak, percent
from etl.judge.wording import rough

FILLS = {80: LIGHT.band_80, 95: LIGHT.band_95}
EDGES = {80: LIGHT.band_80_edge, 95: LIGHT.band_95_edge}
"""Colours of the bands by per cent of outcomes, apart in grey too; the frame's future is paler than both."""

MOST_ABOVE, MOST_BELOW = 1.5, 0.5
"""How far the frame is widened for a forecast, in heights of the frame without it."""

Points = list[tuple[date, float]]


@dataclass(frozen=True)
class Forecast:
    """A forecast by day from the last figure to the deadline, in the unit: its middle, and by per cent of outcomes the
    low and the high end of each band."""

    days: Sequence[date]
    central: Sequence[float]
    bands: Mapping[int, tuple[Sequence[float], Sequence[float]]]


@dataclass(frozen=True)
class Foretold:
    """A forecast with its words in lines, the first of them the chance; `short` for a phone."""

    told: Forecast
    lines: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def middle(self) -> Points:
        """The points of the middle."""
        return list(zip(self.told.days, self.told.central, strict=True))

    @property
    def edges(self) -> list[Points]:
        """The points of each band's low and high end, and of the line that closes the widest at the deadline."""
        bands = self.told.bands
        widest = [(self.told.days[-1], edge[-1]) for edge in bands[max(bands)]]
        return [*(list(zip(self.told.days, edge, strict=True)) for band in bands.values() for edge in band), widest]


def foretold(forecast: Forecast, row: Mapping, t: Text) -> Foretold:
    """The forecast with the chance that the status row gives."""
    chance = percent(row["chance"], t.lang)
    expected = t("forecast.expected", value=value_text(forecast.central[-1], row["unit"], t))
    weak = (t("forecast.weak"),) if is_weak(row) else ()
    lines = (t("forecast.chance", chance=chance), expected, *weak)
    return Foretold(forecast, lines, (t("forecast.chance_short", chance=chance), *weak))


def value_text(value: float, unit: str, t: Text) -> str:
    """A value of a forecast in words, to three digits."""
    return amount(t.figure(rough(value)), unit, t)


def in_frame(forecast: Forecast, low: float, high: float) -> list[float]:
    """Values that the axis has to hold for a forecast, beside what it holds already from `low` to `high`.

    They are the middle and the 80 % band; where these lie so far off that all else would be squeezed, they run out of
    the frame. Of a wider band an edge that lies so far off is not heeded at all.
    """
    least, most = low - MOST_BELOW * (high - low), high + MOST_ABOVE * (high - low)
    inner = [forecast.central, *forecast.bands[80]]
    outer = [edge for share, edges in forecast.bands.items() if share > 80 for edge in edges]
    wanted = inner + [edge for edge in outer if least <= min(edge) and max(edge) <= most]
    return [min(max(value, least), most) for edge in wanted for value in edge]


def cut_off(forecast: Forecast, low: float, high: float) -> list[tuple[int, float]]:
    """The ends of bands outside the axis from `low` to `high`: the band's per cent, and how far it reaches."""
    ends = [(share, end) for share, (lows, highs) in forecast.bands.items() for end in (min(lows), max(highs))]
    return [(share, end) for share, end in ends if not low <= end <= high]


def traces(found: Foretold, unit: str, t: Text) -> Iterable[Trace]:
    """The bands, the widest first, and the dotted middle, with words for each of its days."""
    days = [day.isoformat() for day in found.told.days]
    for share in sorted(found.told.bands, reverse=True):
        low, high = found.told.bands[share]
        shape = {"fill": "toself", "fillcolor": FILLS[share], "hoverinfo": "skip"}
        yield _line(f"band-{share}", (days + days[::-1], [*high, *reversed(low)]), {"width": 0}, **shape)
        for edge in (low, high):
            yield _line(f"edge-{share}", (days, edge), {"color": EDGES[share], "width": 0.8}, hoverinfo="skip")
    said = [hover(found.told, place, unit, t) for place in range(len(days))]
    words = {"customdata": said, "hovertemplate": "%{customdata}<extra></extra>"}
    look = {"color": OBSERVED, "width": 2, "dash": "2px,4px"}
    yield _line("forecast", (days, found.told.central), look, **words)


def _line(name: str, points: tuple[Sequence[str], Sequence[float]], look: dict, **more: object) -> Trace:
    """A line that ends where the frame does."""
    return scatter(name=name, x=list(points[0]), y=list(points[1]), mode="lines", line=look, **more)


def hover(forecast: Forecast, place: int, unit: str, t: Text) -> str:
    """What is expected on a day, and the ends of the bands there."""
    value = value_text(forecast.central[place], unit, t)
    lines = [as_typed(t("forecast.on_day", value=value, day=day_text(forecast.days[place], t)))]
    for share, (low, high) in forecast.bands.items():
        ends = {"low": value_text(low[place], unit, t), "high": value_text(high[place], unit, t)}
        lines.append(as_typed(t("forecast.band_ends", share=share, **ends)))
    return "<br>".join([f"<b>{lines[0]}</b>", *lines[1:]])
