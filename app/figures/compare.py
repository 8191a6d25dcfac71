"""One indicator's series compared: a small chart each on the same axes, or all in one. A pure function of frames."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app import theme
from app.figures import scales, style
from app.figures.compare_words import Panel, reading_text, words
from app.figures.compared import Aim, Comparison, Drawn, Sheet, sheet
from app.figures.framing import Heading, framed
from app.figures.key import with_key
from app.figures.readings import Reading, links
from app.text import Text

COLOURS = (style.OBSERVED, *(getattr(theme.LIGHT, name) for name in ("second", "third", "fourth", "muted", "fifth")))
"""Colours of lines in one chart, none of them a status's. Each line has its name in its colour besides."""


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
    panels = _panels(drawn)
    for panel in panels:
        axes |= _axes(panel, drawn)
        for number, one in enumerate(panel.drawn):
            traces += _traces(one, _colour(number), panel, comparison, t)
        shapes += _shapes(panel)
    said, letters = words(panels, [_colour(number) for number in range(len(drawn.drawn))], drawn, t)
    notes = [_caption(drawn), *said]
    if not drawn.together:
        notes += [_name(text, panel) for text, panel in zip(drawn.names, panels, strict=True)]
    figure = style.figure(traces, {**layout, **axes, "shapes": shapes, "annotations": notes})
    return with_key(figure, drawn.frame, letters)


def _colour(number: int) -> str:
    return COLOURS[number] if number < len(COLOURS) else style.OTHER


def _panels(drawn: Sheet) -> list[Panel]:
    frame, columns = drawn.frame, drawn.columns
    if drawn.together:
        return [Panel(drawn.drawn, "", frame, 0.0, 0.0)]
    size = replace(frame.size, width=round(drawn.width), height=round(drawn.height), widest=round(drawn.widest))
    own = replace(frame, size=size, left=0, right=0, top=0, bottom=0)
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
        "ticklabelstandoff": 6, "gridcolor": style.GRID, "gridwidth": 1, "zeroline": values.low < 0 < values.high,
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
    for aim in one.aims:
        goal = aim.goal
        marker = {"symbol": "diamond", "size": 10, "color": style.PAPER if goal.is_hollow else goal.colour}
        yield style.scatter(
            x=[(goal.day or panel.frame.end).isoformat()], y=[goal.value], name="target", mode="markers",
            marker=marker | {"line": {"color": goal.colour, "width": 2}, "opacity": 1}, cliponaxis=False,
            customdata=[_aim_hover(aim)], hovertemplate="%{customdata}<extra></extra>", **panel.axes,
        )  # fmt: skip
    yield _points(one, colour, panel, comparison, t)


def _aim_hover(aim: Aim) -> str:
    return style.as_typed(*aim.goal.lines, *dict.fromkeys(aim.policies.values()))


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


def _shapes(panel: Panel) -> Iterable[dict]:
    """A rule on each day on which the basis of all breaks, and each target's level up to its deadline."""
    hairline = {"type": "line", "layer": "below", **panel.refs}
    for day in panel.breaks:
        ends = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": panel.frame.low, "y1": panel.frame.high}
        yield hairline | ends | {"line": {"width": 1, "color": style.RULE}}
    for goal in (goal for one in panel.drawn for goal in one.goals):
        ends = {"x0": panel.frame.start.isoformat(), "x1": (goal.day or panel.frame.end).isoformat()}
        dashed = {"line": {"width": 1, "color": theme.MUTED, "dash": "4px,4px"}}
        yield hairline | ends | {"y0": goal.value, "y1": goal.value} | dashed


def _caption(drawn: Sheet) -> dict:
    text = style.wrap(drawn.values.caption, drawn.frame.size.width - 8)
    return style.annotation(
        text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", xshift=-drawn.frame.left, yshift=12,
        font=style.font(theme.MUTED),
    )  # fmt: skip


def _name(text: str, panel: Panel) -> dict:
    """A panel's name above it."""
    return style.annotation(
        text, 0, 1, xref=f"x{panel.number} domain", yref=f"y{panel.number} domain", xanchor="left", yanchor="bottom",
        yshift=8, font=style.font(theme.INK, style.SMALL),
    )  # fmt: skip
