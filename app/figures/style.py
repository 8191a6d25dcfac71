"""What all charts share: colours, sizes, the layout's frame, widths of text, and words for periods and days."""

import calendar
import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from babel.dates import format_date

from app import theme
from app.text import Text

OBSERVED = theme.LIGHT.observed
OTHER = theme.LIGHT.other
RULE = theme.LIGHT.faint
GRID = theme.LIGHT.grid
PAPER = theme.GROUND

SMALL = 12
LABEL = 13
TITLE = 20
LINE_HEIGHT = 1.35
BOLD = 1.06

PIECES = re.compile(
    r"[（《“「]?(?:[\u2e80-\u9fff][，。；：、）》”」]*|[^\s\u2e80-\u9fff\u3000\uff00-\uffef]+[，。；：、）》”」]*\s*)|.\s*"
)
"""Pieces between which a line may break; brackets and stops stay with their letter."""

Trace = dict[str, object]
"""A trace as plotly.js takes it."""

Figure = dict[str, Any]
"""A chart as plotly.js takes it: its traces under `data`, all else under `layout`. Plotly's own classes would check
some hundred properties each time, which takes ten times as long as the chart itself; the tests have them check."""

_WORDS = frozenset({"text", "ticktext", "customdata", "hovertemplate", "name"})
_COLOUR_OF_SPAN = re.compile(r"(<span style=\"[^\"]*color:)(#[0-9a-f]{6})")

_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[] \u202f\u2009")
_WIDE_LETTERS = frozenset("mwMW@—%")


@dataclass(frozen=True)
class Size:
    """A chart's size in pixels. Labels are placed for all widths from `width` to `widest` in which it may be shown."""

    width: int
    height: int
    least_tick_gap: int
    widest: int


WIDEST_ON_A_DESK = 1120
WIDEST_ON_A_PHONE = 687
"""Within the margins of the widest page, and of the widest window that shows charts for a phone."""

WIDE = Size(660, 430, 36, WIDEST_ON_A_DESK)
NARROW = Size(340, 330, 42, WIDEST_ON_A_PHONE)
EXPORT = Size(1080, 640, 40, 1080)


@dataclass(frozen=True)
class Frame:
    """The plotted area: its margins in pixels, its dates and its values; translates data into pixels, where the area is
    shown `stretch` times as wide as at its least."""

    size: Size
    left: float
    right: float
    top: float
    bottom: float
    start: date
    end: date
    low: float
    high: float
    stretch: float = 1.0

    @property
    def width(self) -> float:
        """Width of the plotted area in pixels."""
        return (self.size.width - self.left - self.right) * self.stretch

    @property
    def extremes(self) -> tuple["Frame", ...]:
        """The frame at its least width and at its greatest."""
        most = (self.size.widest - self.left - self.right) / (self.size.width - self.left - self.right)
        return tuple(replace(self, stretch=one) for one in dict.fromkeys((1.0, most)))

    @property
    def height(self) -> float:
        """Height of the plotted area in pixels."""
        return self.size.height - self.top - self.bottom

    def pixel(self, day: date, value: float) -> tuple[float, float]:
        """Where a point lies: pixels from the plotted area's left and top."""
        days = (self.end - self.start).days
        across = (day - self.start).days / days * self.width
        return across, (self.high - value) / (self.high - self.low) * self.height


def text_width(text: str, size: float = LABEL) -> float:
    """About how wide a text is in pixels; of several lines (`<br>`) the widest. Chinese letters are square."""
    plain = re.sub(r"</?(?:b|i|span)\b[^>]*>", "", text)
    return max(sum(map(_letter_width, html.unescape(line))) for line in plain.split("<br>")) * size


@cache
def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW_LETTERS:
        return 0.34
    return 0.88 if letter in _WIDE_LETTERS else 0.6


def text_height(text: str, size: float = LABEL) -> float:
    """Height of a text in pixels."""
    return (text.count("<br>") + 1) * size * LINE_HEIGHT


def as_typed(*lines: str) -> str:
    """Lines as Plotly shows them letter by letter: it takes labels and hovers for HTML, and texts may bear `<` or `&`.

    Every text that is not this package's own passes here, by itself or through `wrap` and `shorten`.
    """
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def lines(text: str, width: float, size: float = SMALL) -> list[str]:
    """The text in lines no wider than `width` pixels; Chinese breaks between any two letters."""
    found, line = [], ""
    for piece in PIECES.findall(text):
        if line and text_width(as_typed(line + piece.rstrip()), size) > width:
            found.append(line.rstrip())
            line = ""
        line += piece
    return [*found, line.rstrip()]


def wrap(text: str, width: float, size: float = SMALL) -> str:
    """The text as typed in lines no wider than `width` pixels."""
    return as_typed(*lines(text, width, size))


def shorten(text: str, width: float, most: int) -> str:
    """The text as typed in at most so many lines; the last one ends in "…" where something is left out."""
    found = lines(text, width)
    return as_typed(*found) if len(found) <= most else as_typed(*found[:most]) + "…"


def figure(traces: Iterable[Trace], layout: Mapping[str, object]) -> Figure:
    """A chart of traces and a layout."""
    return {"data": list(traces), "layout": dict(layout)}


def scatter(**properties: object) -> Trace:
    """A trace of points or lines."""
    return {"type": "scatter", **properties}


def layout(frame: Frame, *, fixed: bool = False) -> dict:
    """The layout that a chart over time starts from; the width is the page's unless `fixed`."""
    margin = {"l": frame.left, "r": frame.right, "t": frame.top, "b": frame.bottom}
    return base(frame.size, margin) | {"autosize": not fixed} | ({"width": frame.size.width} if fixed else {})


def base(size: Size, margin: Mapping[str, float]) -> dict:
    """The layout that every chart starts from, as wide as the page."""
    return {
        "height": size.height,
        "autosize": True,
        "margin": {**margin, "pad": 0},
        "font": {"family": theme.FONT, "size": SMALL, "color": theme.INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": theme.HAIRLINE,
            "font": font(theme.INK, LABEL),
            "align": "left",
        },
    }


def amount(text: str, unit: str, t: Text) -> str:
    """A number's words, with the per cent sign where the unit is one; other units stand above the axis."""
    return t.with_unit(text, "%") if unit.startswith("%") else text


def period_text(period: str, t: Text) -> str:
    """A period's label as a reader says it: "2024", "H1 2025", "Mar 2025", "Jan–Aug 2026"; "2025年上半年"."""
    if match := re.fullmatch(r"(\d{4})", period):
        return t("period.year", year=period)
    if match := re.fullmatch(r"(\d{4})-([HQ]\d)", period):
        year, part = match.groups()
        return t(f"period.{part}", year=year)
    if match := re.fullmatch(r"(\d{4})\.\.(\d{4})", period):
        first, last = match.groups()
        return t("period.span", first=first, last=last)
    if match := re.fullmatch(r"(\d{4})-(\d\d)\.\.(\d\d)", period):
        return _months(*map(int, match.groups()), t)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", period):
        return t.month(date(int(match[1]), int(match[2]), 1))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", period):
        return t.day_short(date.fromisoformat(period))
    return period


def _months(year: int, first: int, last: int, t: Text) -> str:
    names = (format_date(date(year, month, 1), t("period.months_pattern"), locale=t.locale) for month in (first, last))
    return t("period.months", **dict(zip(("first", "last"), names, strict=True)), year=year)


def day_text(day: date, t: Text) -> str:
    """A deadline as a reader says it: the year or month that it ends, else the day."""
    if (day.month, day.day) == (12, 31):
        return period_text(str(day.year), t)
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return t.month(day)
    return t.day_short(day)


def annotation(text: str, x: object, y: object, **more: object) -> dict:
    """A label without an arrow, in the chart's font."""
    given = {"text": text, "x": x, "y": y, "showarrow": False, "font": font(), "borderpad": 0, "align": "left"}
    return given | more


def font(colour: str = theme.INK, size: float = SMALL, weight: int = 400) -> Mapping[str, object]:
    """A label's font, of the layout's family."""
    return {"color": colour, "size": size, "weight": weight}


def painted(figure: Figure, palette: theme.Palette) -> Figure:
    """The figure, which is drawn in the colours of the light palette, in those of `palette`."""
    if palette is theme.LIGHT:
        return figure
    return _exchanged(figure, theme.exchange(palette))


def _exchanged(part: object, new: Mapping[str, str], is_words: bool = False) -> object:
    """A part of a figure with its colours exchanged; of words only the colours of spans, which are never a reader's."""
    if isinstance(part, dict):
        return {key: _exchanged(one, new, key in _WORDS) for key, one in part.items()}
    if isinstance(part, list | tuple):
        return [_exchanged(one, new, is_words) for one in part]
    if not isinstance(part, str):
        return part
    if is_words:
        return _COLOUR_OF_SPAN.sub(lambda found: found[1] + new.get(found[2], found[2]), part)
    return new.get(part, part)
