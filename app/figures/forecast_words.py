"""The words on a forecast: the chance at its end, and which share of outcomes each band holds."""

from collections.abc import Iterable
from datetime import date, timedelta

from app import theme
from app.figures.drawing import Drawing
from app.figures.forecast import Foretold, cut_off, value_text
from app.figures.style import LABEL, OBSERVED, SMALL, as_typed, text_width
from app.figures.words import Words, point_on

ALONG = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Where on its way words of a forecast may stand, as shares of the way."""

ARROWS = {1: "↑", -1: "↓"}
IN_CORNER = 0.07
"""How far below the frame's top the words of a forecast stand that runs out of it."""

INSET = 8.0
"""Pixels between the words of a band and its end."""

LEAST_HEIGHT = 1.35
"""Of a band, in sizes of the words that stand in it."""

SIDES_OF_CHANCE = ("E", "NE", "SE", "N", "NW", "W", "S", "SW")
SIDES_ON_A_PHONE = ("E", "NE", "SE", "N", "S")
"""Where all is close together: to the left the chance would seem to belong to the newest figure."""


def chance_words(drawing: Drawing) -> list[Words]:
    """The chance and the value expected, at the middle's end or at the last place of it that the frame holds."""
    found = drawing.forecast
    if found is None:
        return []
    first, *rest = found.short if drawing.is_narrow else found.lines
    value = found.told.central[-1]
    beyond = (value > drawing.frame.high) - (value < drawing.frame.low)
    if beyond and not drawing.is_narrow:
        rest[0] += f" {ARROWS[beyond]}"
    small = [f'<span style="font-size:{SMALL}px;color:{theme.MUTED}">{as_typed(line)}</span>' for line in rest]
    text = "<br>".join([f"<b>{as_typed(first)}</b>", *small])
    sides = SIDES_ON_A_PHONE if drawing.is_narrow else SIDES_OF_CHANCE
    return [Words(text, tuple(_anchors(beyond, drawing)), sides, OBSERVED, LABEL)]


def _anchors(beyond: int, drawing: Drawing) -> Iterable[tuple[date, float]]:
    """The middle's end, or the corner of the frame beyond which it lies, then places along the middle."""
    found, frame = drawing.forecast, drawing.frame
    if beyond:
        yield found.told.days[-1], (frame.low, frame.high)[beyond > 0] - beyond * (frame.high - frame.low) * IN_CORNER
    points = [point_on(found.middle, day) for day in _days(found, ALONG)]
    yield from (point for point in points if frame.low <= point[1] <= frame.high)


def bands_words(drawing: Drawing) -> list[Words]:
    """The name of each band, within it, where it is wide enough; the note below the chart tells it in any case."""
    found = drawing.forecast
    if found is None:
        return []
    tried = {share: _names(share, drawing) for share in sorted(found.told.bands)}
    return [one for names in tried.values() for one in names[:1]]


def _names(share: int, drawing: Drawing) -> list[Words]:
    """The name of a band as far as there is room, the longer one first; the widest band has the shorter one alone, or
    how far it reaches where the frame cuts it off."""
    is_widest = share == max(drawing.forecast.told.bands)
    texts = [drawing.t(key, share=share) for key in ("forecast.band", "forecast.band_short")[is_widest:]]
    texts = [*_reaching(share, drawing), *texts]
    places = [(text, tuple(_places(share, text_width(text, SMALL), drawing))) for text in texts]
    return [Words(text, at, ("W",), theme.INK, gap=0.0, is_optional=True) for text, at in places if at]


def _reaching(share: int, drawing: Drawing) -> list[str]:
    """Of a band whose upper end the frame cuts off how far it reaches, and that it goes on."""
    t, frame = drawing.t, drawing.frame
    cut = cut_off(drawing.forecast.told, frame.low, frame.high)
    ends = [value_text(end, drawing.unit, t) for one, end in cut if one == share and end > frame.high]
    texts = [(t("forecast.reaches", share=share, value=end), t("forecast.band_short", share=share)) for end in ends]
    return [f"{text} {ARROWS[1]}" for pair in texts for text in pair]


def _days(found: Foretold, shares: Iterable[float]) -> list[date]:
    first, last = found.told.days[0], found.told.days[-1]
    return [first + timedelta(days=round((last - first).days * share)) for share in shares]


def _places(share: int, width: float, drawing: Drawing) -> Iterable[tuple[date, float]]:
    """Right ends of words so wide that lie in a band and in no band within it, the upper part first."""
    found, frame = drawing.forecast, drawing.frame
    days_a_pixel = (frame.end - frame.start).days / frame.width
    back, inset = (timedelta(days=round(pixels * days_a_pixel)) for pixels in (width + INSET, INSET))
    for is_upper in (True, False):
        for day in _days(found, ALONG):
            right = day - inset
            ends = [_strip(share, one, is_upper, drawing) for one in (right - back, right)]
            low, high = max(end[0] for end in ends), min(end[1] for end in ends)
            if right - back >= found.told.days[0] and _is_high_enough(low, high, drawing):
                yield right, (low + high) / 2


def _strip(share: int, day: date, is_upper: bool, drawing: Drawing) -> tuple[float, float]:
    """Low and high end of a band's part above or below what lies within it, as far as the frame goes."""
    told, frame = drawing.forecast.told, drawing.frame
    within = [one for one in told.bands if one < share]
    inner = told.bands[max(within)][is_upper] if within else told.central
    ends = [point_on(list(zip(told.days, edge, strict=True)), day)[1] for edge in (inner, told.bands[share][is_upper])]
    return max(min(ends), frame.low), min(max(ends), frame.high)


def _is_high_enough(low: float, high: float, drawing: Drawing) -> bool:
    return (high - low) / (drawing.frame.high - drawing.frame.low) * drawing.frame.height >= SMALL * LEAST_HEIGHT
