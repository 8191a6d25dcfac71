"""The chart of a target: what was observed, what is required, where it should end. A pure function of frames."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from app import theme
from app.figures import events, forecast, scales, style
from app.figures.drawing import Drawing, Line, Other, Story, draw
from app.figures.framing import Heading, framed
from app.figures.goals import Goal
from app.figures.key import with_key
from app.figures.labelling import annotations, converted_text, reading_text
from app.figures.readings import Reading, links
from app.text import Text

__all__ = ["Heading", "Other", "Story", "export", "notes", "progress"]


def progress(story: Story, as_of: date, t: Text, *, narrow: bool = False) -> style.Figure:
    """The chart as the page shows it, without a title; `narrow` for a phone. As wide as its place."""
    drawing = draw(story, as_of, t, style.NARROW if narrow else style.WIDE)
    return _figure(drawing, style.layout(drawing.frame))


def export(story: Story, as_of: date, t: Text, heading: Heading) -> style.Figure:
    """The chart as a picture of its own: with title, source and as-of line in it, of a fixed size."""
    drawing = draw(story, as_of, t, style.EXPORT)
    return framed(_figure(drawing, style.layout(drawing.frame, fixed=True)), drawing.frame, heading)


def notes(story: Story, as_of: date, t: Text) -> list[str]:
    """What a reader must know to read the marks of this chart, one sentence a kind of mark that is on it."""
    drawing = draw(story, as_of, t, style.WIDE)
    shown = drawing.decisive + [one for line in drawing.others for one in line.points]
    far = any(links(run)[1] for run in drawing.runs)
    said = {
        "chart.note_range": bool(drawing.ranges),
        "chart.note_hollow": any(one.is_weak for one in shown),
        "chart.note_converted": any(one.is_converted for one in shown),
        "chart.note_dots": bool(drawing.minor),
        "chart.note_earlier": bool(drawing.earlier),
        "chart.note_events": bool(drawing.ticks),
        "chart.note_gap": far,
        "chart.note_year_end": bool(drawing.ticks) or any(one.frequency != "year" for one in shown + drawing.minor),
    }
    names = t("list.separator").join(dict.fromkeys(line.name for line in drawing.others))
    others = [t("chart.note_others", names=names)] if names else []
    return others + _decided(drawing, shown) + _ahead(drawing) + [t(key) for key, is_true in said.items() if is_true]


def _ahead(drawing: Drawing) -> list[str]:
    """What the forecast's marks are, and how far the bands reach that the frame cuts off."""
    if drawing.forecast is None:
        return []
    t, unit, axis = drawing.t, drawing.unit, drawing.values
    ends = [
        t("forecast.reaches", share=share, value=forecast.value_text(end, unit, t))
        for share, end in forecast.cut_off(drawing.forecast.told, axis.low, axis.high)
    ]
    cut = [t("forecast.note_beyond", ends=t("list.names").join(ends))] if ends else []
    return [t("forecast.note"), *cut]


def _decided(drawing: Drawing, shown: Iterable[Reading]) -> list[str]:
    """What analysts decided about bases, as far as no mark says it."""
    kept = dict.fromkeys(one.published_basis for one in shown if one.is_kept)
    split = dict.fromkeys(line.points[0].basis for line in drawing.others if not line.role)
    found = [("chart.note_kept", basis) for basis in kept] + [("chart.note_split", basis) for basis in split]
    return [drawing.t(key, basis=drawing.bases.get(basis, basis)) for key, basis in found]


def _figure(drawing: Drawing, layout: dict) -> style.Figure:
    traces = chain(
        _forecast(drawing),
        _ranges(drawing),
        (_other(line) for line in drawing.others),
        _path(drawing),
        _gaps(drawing),
        _lines(drawing),
        _minor(drawing),
        _earlier(drawing),
        _readings(drawing),
        *(_goal(goal, drawing) for goal in drawing.goals),
        events.trace(drawing.ticks, drawing.frame.low, drawing.t),
    )
    words, letters = ([], []) if drawing.is_empty and not drawing.goals else annotations(drawing)
    marks = {"shapes": list(_shapes(drawing)), "annotations": [_caption(drawing), *words, *_empty(drawing)]}
    drawn = style.figure(traces, {**layout, "xaxis": _days(drawing), "yaxis": _values(drawing), **marks})
    return with_key(drawn, drawing.frame, letters)


def _forecast(drawing: Drawing) -> Iterable[style.Trace]:
    return forecast.traces(drawing.forecast, drawing.unit, drawing.t) if drawing.forecast else ()


def _days(drawing: Drawing) -> dict:
    frame = drawing.frame
    ticks = scales.years(frame.start, frame.end, frame.width, frame.size.least_tick_gap)
    return {
        "type": "date",
        "range": [frame.start.isoformat(), frame.end.isoformat()],
        "tickvals": [day.isoformat() for day in ticks],
        "ticktext": [str(day.year) for day in ticks],
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": style.RULE,
        "tickfont": style.font(theme.MUTED),
        "ticklabelstandoff": 6 if drawing.ticks else 0,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "showline": drawing.values.low >= 0,
        "linecolor": style.RULE,
        "fixedrange": True,
    }


def _values(drawing: Drawing) -> dict:
    values = drawing.values
    is_bare = drawing.is_empty and not drawing.goals
    return {
        "range": [values.low, values.high],
        "tickvals": [] if is_bare else list(values.ticks),
        "ticktext": [] if is_bare else list(values.texts),
        "tickfont": style.font(theme.MUTED),
        "ticklabelstandoff": 6,
        "gridcolor": style.GRID,
        "gridwidth": 1,
        "zeroline": values.low < 0 < values.high,
        "zerolinecolor": style.RULE,
        "zerolinewidth": 1,
        "fixedrange": True,
    }


def _caption(drawing: Drawing) -> dict:
    text = style.wrap(drawing.values.caption, drawing.frame.size.width - 8)
    return style.annotation(
        text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", xshift=-drawing.frame.left,
        yshift=12, font=style.font(theme.MUTED),
    )  # fmt: skip


def _empty(drawing: Drawing) -> Iterable[dict]:
    if drawing.is_empty:
        yield style.annotation(
            drawing.t("chart.empty"), 0.02, 0.5, xref="paper", yref="paper", xanchor="left",
            font=style.font(theme.MUTED, style.LABEL),
        )  # fmt: skip


def _shapes(drawing: Drawing) -> Iterable[dict]:
    frame = drawing.frame
    if drawing.latest:
        area = {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": theme.SHADE}
        yield area | _across(drawing.latest.end, frame.end) | {"yref": "paper", "y0": 0, "y1": 1}
    hairline = {"type": "line", "layer": "below", "line": {"width": 1, "color": style.RULE}}
    for one in drawing.breaks:
        yield hairline | _across(one.day, one.day) | {"yref": "paper", "y0": 0, "y1": 1}
    for goal in drawing.goals:
        yield from _goal_shapes(goal, drawing, hairline)


def _goal_shapes(goal: Goal, drawing: Drawing, hairline: dict) -> Iterable[dict]:
    frame = drawing.frame
    if goal.day is None:
        dashed = hairline | {"line": {"width": 1, "color": theme.MUTED, "dash": "5px,4px"}}
        yield dashed | _across(frame.start, frame.end) | {"y0": goal.value, "y1": goal.value}
    elif not drawing.is_narrow:
        light = hairline | {"line": {"width": 1, "color": theme.HAIRLINE}}
        yield light | _across(goal.day, goal.day) | {"y0": frame.low, "y1": goal.value}
    if goal.high is not None:
        start = drawing.path[0][0] if drawing.path else frame.start
        band = {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": goal.colour, "opacity": 0.13}
        yield band | _across(start, goal.day or frame.end) | {"y0": goal.value, "y1": goal.high}


def _across(start: date, end: date) -> dict:
    return {"x0": start.isoformat(), "x1": end.isoformat()}


def _joined(pairs: Iterable[tuple[Reading, Reading]]) -> dict:
    """Coordinates of pieces of line, with a hole after each."""
    pairs = list(pairs)
    return {
        "x": [day for a, b in pairs for day in (a.end.isoformat(), b.end.isoformat(), None)],
        "y": [value for a, b in pairs for value in (a.value, b.value, None)],
    }


def _lines(drawing: Drawing) -> Iterable[style.Trace]:
    for run in drawing.runs:
        near = links(run)[0]
        if near:
            yield _line(_joined(near), "observed", {"color": style.OBSERVED, "width": 2.4})


def _gaps(drawing: Drawing) -> Iterable[style.Trace]:
    far = [pair for run in drawing.runs for pair in links(run)[1]]
    if far:
        yield _line(_joined(far), "gap", {"color": style.OBSERVED, "width": 1.2, "dash": "1.5px,3.5px"})


def _ranges(drawing: Drawing) -> Iterable[style.Trace]:
    found = drawing.ranges
    if found:
        x = [day for one in found for day in (one.day.isoformat(), one.day.isoformat(), None)]
        points = {"x": x, "y": [value for one in found for value in (one.low, one.high, None)]}
        yield _line(points, "range", {"color": theme.LIGHT.span, "width": 7})


def _path(drawing: Drawing) -> Iterable[style.Trace]:
    if drawing.path:
        points = {"x": [day.isoformat() for day, _ in drawing.path], "y": [value for _, value in drawing.path]}
        yield _line(points, "path", {"color": theme.MUTED, "width": 1.2, "dash": "4px,4px"})
    for day, value in drawing.milestones:
        marker = {"symbol": "diamond-open", "size": 8, "color": theme.MUTED}
        yield style.scatter(
            x=[day.isoformat()], y=[value], name="milestone", mode="markers", marker=marker, hoverinfo="skip"
        )
    if drawing.baseline and all(one.end != drawing.baseline.day for one in drawing.decisive):
        marker = {"symbol": "line-ew-open", "size": 9, "color": theme.MUTED, "line": {"width": 2}}
        x, y = [drawing.baseline.day.isoformat()], [drawing.baseline.value]
        yield style.scatter(x=x, y=y, name="baseline", mode="markers", marker=marker, hoverinfo="skip")


def _line(points: dict, name: str, line: dict) -> style.Trace:
    return style.scatter(**points, name=name, mode="lines", line=line, hoverinfo="skip", cliponaxis=False)


def _minor(drawing: Drawing) -> Iterable[style.Trace]:
    if drawing.minor:
        marker = {"size": 4, "color": style.OBSERVED, "opacity": 0.35}
        yield _markers(drawing.minor, drawing, "minor", marker)


def _earlier(drawing: Drawing) -> Iterable[style.Trace]:
    if drawing.earlier:
        edge = {"color": style.OBSERVED, "width": 1}
        yield _markers(
            drawing.earlier, drawing, "earlier", {"size": 6, "color": style.PAPER, "line": edge, "opacity": 0.5}
        )


def _readings(drawing: Drawing) -> Iterable[style.Trace]:
    found = drawing.decisive
    if not found:
        return
    size = 6 if len(found) > 30 else 8
    fills = [style.PAPER if one.is_soft else style.OBSERVED for one in found]
    edges = [style.OBSERVED if one.is_soft else style.PAPER for one in found]
    marker = {"size": size, "color": fills, "line": {"color": edges, "width": 1.5}, "opacity": 1}
    ranges = {"type": "data", "symmetric": False, "arrayminus": [0.0] * len(found), "color": style.OBSERVED}
    ranges |= {"array": [one.top - one.value for one in found], "thickness": 1.2, "width": 4}
    has_range = any(one.high is not None for one in found)
    yield _markers(found, drawing, "readings", marker, **({"error_y": ranges} if has_range else {}))


def _markers(found: list[Reading], drawing: Drawing, name: str, marker: dict, **more: object) -> style.Trace:
    return style.scatter(
        x=[one.end.isoformat() for one in found],
        y=[one.value for one in found],
        name=name,
        mode="markers",
        marker=marker,
        cliponaxis=False,
        customdata=[_hover(one, drawing) for one in found],
        hovertemplate="%{customdata}<extra></extra>",
        **more,
    )


def _hover(reading: Reading, drawing: Drawing) -> str:
    t = drawing.t
    said = []
    if reading.publisher and reading.published_on:
        said.append(t("chart.hover_published", publisher=reading.publisher, day=t.day_short(reading.published_on)))
    elif reading.publisher:
        said.append(reading.publisher)
    if reading.is_converted:
        said.append(converted_text(reading, drawing))
    basis = reading.published_basis or reading.basis
    said += filter(None, [drawing.bases.get(basis, basis)])
    return "<br>".join([f"<b>{style.as_typed(reading_text(reading, drawing))}</b>", *map(style.as_typed, said)])


def _other(line: Line) -> style.Trace:
    fills = [style.PAPER if one.is_soft else style.OTHER for one in line.points]
    marker = {"size": 5, "color": fills, "line": {"color": style.OTHER, "width": 1}}
    return style.scatter(
        x=[one.end.isoformat() for one in line.points],
        y=[one.value for one in line.points],
        name=line.name,
        mode="lines+markers",
        line={"color": style.OTHER, "width": 1.2},
        marker=marker,
        cliponaxis=False,
        customdata=[style.as_typed(line.name)] * len(line.points),
        hovertemplate="%{y} · %{x|%Y}<extra>%{customdata}</extra>",
    )


def _goal(goal: Goal, drawing: Drawing) -> Iterable[style.Trace]:
    day = (goal.day or drawing.frame.end).isoformat()
    values = [goal.value] if goal.high is None else [goal.value, goal.high]
    fill, edge = (style.PAPER, goal.colour) if goal.is_hollow else (goal.colour, style.PAPER)
    yield style.scatter(
        x=[day] * len(values),
        y=values,
        name="target",
        mode="lines+markers",
        line={"color": goal.colour, "width": 2},
        marker={"symbol": "diamond", "size": 14, "color": fill, "line": {"color": edge, "width": 2}, "opacity": 1},
        cliponaxis=False,
        customdata=[style.as_typed(*goal.lines)] * len(values),
        hovertemplate="%{customdata}<extra></extra>",
    )
