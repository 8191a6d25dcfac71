"""One indicator's series compared: a small chart each on the same axes, or all in one. A pure function of frames."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from app import theme
from app.figures import scales, style
from app.figures.compared import NAMES, Comparison, Drawn, Sheet, sheet
from app.figures.framing import Heading, framed
from app.figures.goals import Goal
from app.figures.placement import SIDES, Box, Ground, Label, Place, Segment, place, shift
from app.figures.readings import Reading, links
from app.text import Text

XANCHORS = {-1: "right", 0: "center", 1: "left"}
YANCHORS = {-1: "bottom", 0: "middle", 1: "top"}
OF_LATEST = ("NW", "N", "NE", "W", "S", "SW", "SE", "E")
OF_NAMES = ("E", "NE", "SE", "N", "NW", "S", "SW", "W")
OF_TARGETS = ("N", "NE", "NW", "W", "S", "SE", "SW", "E")
OF_BREAKS = ("W", "E")
MOST_POINTS = 6
LEAST_FOR_DAY = 160
COLOURS = (style.OBSERVED, *(getattr(theme.LIGHT, name) for name in ("second", "third", "fourth", "muted", "fifth")))
"""Colours of lines in one chart, none of them a status's. Each line has its name in its colour besides."""


@dataclass(frozen=True)
class Panel:
    """One chart of a sheet: what is drawn in it, its axes' number ("" for the first), its frame in pixels."""

    drawn: Sequence[Drawn]
    number: str
    frame: style.Frame
    left: float
    top: float

    @property
    def axes(self) -> dict:
        """The axes of a trace in it."""
        return {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"}

    @property
    def refs(self) -> dict:
        """The axes of a shape or annotation in it."""
        return {"xref": f"x{self.number}", "yref": f"y{self.number}"}


def compare(
    comparison: Comparison, as_of: date, t: Text, *, together: bool = False, narrow: bool = False
) -> style.Figure:
    """The chart as the page shows it; `together`: all series in one; `narrow`: for a phone. As wide as its place."""
    drawn = sheet(comparison, as_of, t, style.NARROW if narrow else style.WIDE, together)
    return _figure(drawn, comparison, t, style.layout(drawn.frame))


def export(comparison: Comparison, as_of: date, t: Text, heading: Heading, *, together: bool = False) -> style.Figure:
    """The chart as a picture of its own: with title, source and as-of line in it, of a fixed size."""
    drawn = sheet(comparison, as_of, t, style.EXPORT, together)
    return framed(_figure(drawn, comparison, t, style.layout(drawn.frame, fixed=True)), drawn.frame, heading)


def _figure(drawn: Sheet, comparison: Comparison, t: Text, layout: dict) -> style.Figure:
    axes: dict[str, dict] = {}
    traces: list[style.Trace] = []
    shapes: list[dict] = []
    notes = [_caption(drawn)]
    for panel in _panels(drawn):
        axes |= _axes(panel, drawn)
        for number, one in enumerate(panel.drawn):
            traces += _traces(one, _colour(number), panel, comparison, t)
            shapes += _shapes(one, _colour(number), panel)
        notes += _words(panel, drawn, t)
        notes += [] if drawn.together else [_name(panel)]
    return style.figure(traces, {**layout, **axes, "shapes": shapes, "annotations": notes})


def _colour(number: int) -> str:
    return COLOURS[number] if number < len(COLOURS) else style.OTHER


def _panels(drawn: Sheet) -> list[Panel]:
    frame, columns = drawn.frame, drawn.columns
    if drawn.together:
        return [Panel(drawn.drawn, "", frame, 0.0, 0.0)]
    own = replace(
        frame, size=style.Size(round(drawn.width), round(drawn.height), frame.size.least_tick_gap), left=0, right=0,
        top=0, bottom=0,
    )  # fmt: skip
    return [
        Panel(
            [one],
            "" if place == 0 else str(place + 1),
            own,
            place % columns * (drawn.width + drawn.gap),
            place // columns * drawn.row + drawn.title,
        )
        for place, one in enumerate(drawn.drawn)
    ]


def _axes(panel: Panel, drawn: Sheet) -> dict:
    """The panel's two axes; only the first column says the values."""
    frame, whole, values = panel.frame, drawn.frame, drawn.values
    ticks = scales.years(frame.start, frame.end, frame.width, frame.size.least_tick_gap)
    left, top = panel.left / whole.width, 1 - panel.top / whole.height
    across = {
        "type": "date", "range": [frame.start.isoformat(), frame.end.isoformat()], "anchor": f"y{panel.number}",
        "domain": [left, min(left + frame.width / whole.width, 1.0)], "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [str(day.year) for day in ticks], "ticks": "outside", "ticklen": 5, "tickcolor": style.RULE,
        "tickfont": style.font(theme.MUTED), "tickangle": 0, "showgrid": False, "zeroline": False,
        "showline": values.low >= 0, "linecolor": style.RULE, "fixedrange": True,
    }  # fmt: skip
    up = {
        "range": [values.low, values.high], "anchor": f"x{panel.number}",
        "domain": [max(top - frame.height / whole.height, 0.0), top], "tickvals": list(values.ticks),
        "ticktext": list(values.texts), "showticklabels": panel.left == 0, "tickfont": style.font(theme.MUTED),
        "ticklabelstandoff": 6, "gridcolor": "#eceef1", "gridwidth": 1, "zeroline": values.low < 0 < values.high,
        "zerolinecolor": style.RULE, "zerolinewidth": 1, "fixedrange": True,
    }  # fmt: skip
    return {f"xaxis{panel.number}": across, f"yaxis{panel.number}": up}


def _traces(one: Drawn, colour: str, panel: Panel, comparison: Comparison, t: Text) -> Iterable[style.Trace]:
    for pairs, name, width, dash in _pieces(one):
        x = [day for a, b in pairs for day in (a.end.isoformat(), b.end.isoformat(), None)]
        y = [value for a, b in pairs for value in (a.value, b.value, None)]
        line = {"color": colour, "width": width, "dash": dash}
        yield style.scatter(
            x=x, y=y, name=name, mode="lines", line=line, hoverinfo="skip", cliponaxis=False, **panel.axes
        )
    for goal in one.goals:
        marker = {"symbol": "diamond", "size": 10, "color": style.PAPER if goal.is_hollow else goal.colour}
        yield style.scatter(
            x=[(goal.day or panel.frame.end).isoformat()], y=[goal.value], name="target", mode="markers",
            marker=marker | {"line": {"color": goal.colour, "width": 2}, "opacity": 1}, cliponaxis=False,
            customdata=[style.as_typed(*goal.lines)], hovertemplate="%{customdata}<extra></extra>", **panel.axes,
        )  # fmt: skip
    yield _points(one, colour, panel, comparison, t)


def _pieces(one: Drawn) -> Iterable[tuple[list[tuple[Reading, Reading]], str, float, str]]:
    """Lines within each basis: solid where figures follow each other, dotted over years without one."""
    both = [links(run) for run in one.runs]
    near, far = ([pair for found in both for pair in found[number]] for number in (0, 1))
    if near:
        yield near, "observed", 2.2, "solid"
    if far:
        yield far, "gap", 1.2, "1.5px,3.5px"


def _points(one: Drawn, colour: str, panel: Panel, comparison: Comparison, t: Text) -> style.Trace:
    found = one.readings
    soft = [reading.is_soft for reading in found]
    marker = {
        "size": 6 if len(found) < 30 else 4, "opacity": 1,
        "color": [style.PAPER if each else colour for each in soft],
        "line": {"color": [colour if each else style.PAPER for each in soft], "width": 1.2},
    }  # fmt: skip
    return style.scatter(
        x=[reading.end.isoformat() for reading in found], y=[reading.value for reading in found], name=one.name,
        mode="markers", marker=marker, cliponaxis=False, hovertemplate="%{customdata}<extra></extra>",
        customdata=["<br>".join(_hover(one, reading, comparison, t)) for reading in found], **panel.axes,
    )  # fmt: skip


def _hover(one: Drawn, reading: Reading, comparison: Comparison, t: Text) -> list[str]:
    said = [one.name]
    if reading.publisher and reading.published_on:
        said.append(t("chart.hover_published", publisher=reading.publisher, day=t.day_short(reading.published_on)))
    basis = reading.published_basis or reading.basis
    said += [one.bases.get(basis, basis)] if basis else []
    return [f"<b>{style.as_typed(reading_text(reading, comparison, t))}</b>", *map(style.as_typed, said)]


def reading_text(reading: Reading, comparison: Comparison, t: Text) -> str:
    """A reading in words, "470 in 2023"; on an index "191.1 in 2023"."""
    value = value_text(reading, comparison, t)
    return t("chart.latest", value=value, period=style.period_text(reading.period, t))


def value_text(reading: Reading, comparison: Comparison, t: Text) -> str:
    """A reading's value in words; of an index to one digit behind the point."""
    if comparison.base:
        high = None if reading.high is None else round(reading.high, 1)
        return t.quantity(round(reading.value, 1), high, reading.qualifier)
    return style.amount(t.quantity(reading.value, reading.high, reading.qualifier), comparison.unit, t)


def _shapes(one: Drawn, colour: str, panel: Panel) -> Iterable[dict]:
    """A rule where the basis breaks, and each target's level up to its deadline."""
    hairline = {"type": "line", "layer": "below", **panel.refs}
    for each in one.breaks:
        day = each.day.isoformat()
        ends = {"x0": day, "x1": day, "y0": panel.frame.low, "y1": panel.frame.high}
        yield hairline | ends | {"line": {"width": 1, "color": colour if len(panel.drawn) > 1 else style.RULE}}
    for goal in one.goals:
        ends = {"x0": panel.frame.start.isoformat(), "x1": (goal.day or panel.frame.end).isoformat()}
        dashed = {"line": {"width": 1, "color": theme.MUTED, "dash": "4px,4px"}}
        yield hairline | ends | {"y0": goal.value, "y1": goal.value} | dashed


def _caption(drawn: Sheet) -> dict:
    text = style.wrap(drawn.values.caption, drawn.frame.size.width - 8)
    return style.annotation(
        text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", xshift=-drawn.frame.left, yshift=12,
        font=style.font(theme.MUTED),
    )  # fmt: skip


def _name(panel: Panel) -> dict:
    """A panel's name above it, in at most two lines."""
    text = f"<b>{style.shorten(panel.drawn[0].name, panel.frame.width / style.BOLD, 2)}</b>"
    return style.annotation(
        text, 0, 1, xref=f"x{panel.number} domain", yref=f"y{panel.number} domain", xanchor="left", yanchor="bottom",
        yshift=8, font=style.font(theme.INK, style.SMALL),
    )  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A text at one of several points (day, value) of a panel, and the sides of it that it prefers."""

    text: str
    points: tuple[tuple[date, float], ...]
    sides: tuple[str, ...]
    colour: str
    is_optional: bool = True


def _words(panel: Panel, drawn: Sheet, t: Text) -> list[dict]:
    """The panel's words, none on another as far as there is room."""
    said = [one for number, each in enumerate(panel.drawn) for one in _own(each, _colour(number), panel, drawn, t)]
    said.sort(key=lambda one: one.is_optional)
    labels = [_label(one, panel) for one in said]
    places = place(labels, _ground(panel))
    return [_placed(one, at, panel) for one, at in zip(said, places, strict=True) if at]


def _label(one: Said, panel: Panel) -> Label:
    size = style.text_width(one.text, style.SMALL) * style.BOLD, style.text_height(one.text, style.SMALL)
    anchors = tuple(panel.frame.pixel(*point) for point in one.points)
    return Label(*size, anchors, one.sides, gap=8.0, is_optional=one.is_optional)


def _own(one: Drawn, colour: str, panel: Panel, drawn: Sheet, t: Text) -> Iterable[Said]:
    """What is said of a series: its newest reading, or its name in one chart; new bases; its targets."""
    latest, is_phone = one.latest, drawn.frame.size.width == style.NARROW.width
    if drawn.together:
        text = f"<b>{style.shorten(one.name, NAMES[is_phone], 2)}</b>"
        points = tuple((each.end, each.top) for each in one.readings[: -1 - MOST_POINTS : -1])
        yield Said(text, points, OF_NAMES, colour, is_optional=is_phone)
    else:
        for run in one.runs:
            is_latest = run[-1] is latest
            text = (reading_text if is_latest else value_text)(run[-1], drawn.comparison, t)
            point, sides = (run[-1].end, run[-1].top), OF_LATEST if is_latest else OF_NAMES
            yield Said(f"<b>{style.as_typed(text)}</b>", (point,), sides, colour, not is_latest)
    for each in one.breaks:
        own = colour if drawn.together else theme.MUTED
        yield Said(t("chart.basis_short"), ((each.day, panel.frame.high),), OF_BREAKS, own)
    for goal in one.goals:
        text = style.as_typed(goal.short[0] if panel.frame.width < LEAST_FOR_DAY else goal.lines[0])
        yield Said(text, _along(goal, panel.frame), OF_TARGETS, theme.MUTED)


def _along(goal: Goal, frame: style.Frame) -> tuple[tuple[date, float], ...]:
    """The end of a target's level, and points on it towards the start."""
    end = goal.day or frame.end
    return tuple((end - (end - frame.start) * share, goal.top) for share in (0.0, 0.3, 0.6, 1.0))


def _ground(panel: Panel) -> Ground:
    """What words keep clear of: points, lines, target levels, the panel's ends."""
    frame = panel.frame
    bounds = Box(-2, -8, frame.width + max(frame.right - 4, 20), frame.height - 2)
    boxes, lines = [], []
    for one in panel.drawn:
        marks = [(frame.pixel(each.end, each.value), 3.5) for each in one.readings]
        marks += [(frame.pixel(goal.day or frame.end, goal.value), 6.0) for goal in one.goals]
        boxes += [Box(x - size, y - size, x + size, y + size) for (x, y), size in marks]
        lines += _lines(one, frame)
    return Ground(bounds, tuple(boxes), tuple(lines))


def _lines(one: Drawn, frame: style.Frame) -> Iterable[Segment]:
    for run in one.runs:
        yield from ((frame.pixel(a.end, a.value), frame.pixel(b.end, b.value)) for a, b in pairwise(run))
    for goal in one.goals:
        yield frame.pixel(frame.start, goal.value), frame.pixel(goal.day or frame.end, goal.value)
    for each in one.breaks:
        yield frame.pixel(each.day, frame.low), frame.pixel(each.day, frame.high)


def _placed(one: Said, at: Place, panel: Panel) -> dict:
    across, down = SIDES[at.side]
    right, below = shift(at.side, 8.0 * at.ring)
    day, value = one.points[at.anchor]
    return style.annotation(
        one.text, day.isoformat(), value, font=style.font(one.colour, style.SMALL), xanchor=XANCHORS[across],
        yanchor=YANCHORS[down], xshift=right, yshift=-below, align=XANCHORS[across], **panel.refs,
    )  # fmt: skip
