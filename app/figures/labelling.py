"""The words on a progress chart: what is said of each part, and where it stands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from app import theme
from app.figures.drawing import Drawing, Line, is_proxy
from app.figures.forecast_words import bands_words, chance_words
from app.figures.goals import Goal
from app.figures.key import lettered
from app.figures.placement import Box, Ground, Place, Segment, place_texts
from app.figures.readings import Reading, links
from app.figures.style import (
    LABEL,
    OBSERVED,
    SMALL,
    amount,
    annotation,
    as_typed,
    font,
    period_text,
    shorten,
    text_width,
    wrap,
)
from app.figures.words import Words, point_on
from etl.vocabulary import Flag, Frequency, Grade

BESIDE = ("E", "NE", "SE", "N", "NW", "W", "S", "SW")
ABOVE = ("NW", "N", "W", "NE", "SE", "S", "E", "SW")
BELOW_PATH = ("SE", "S", "E", "SW")
ABOVE_PATH = ("NW", "N", "W", "NE")
MIRRORED = {"SE": "SW", "S": "S", "E": "W", "SW": "SE", "NW": "NE", "N": "N", "W": "E", "NE": "NW"}
PATH_SHARES = (0.5, 0.4, 0.6, 0.45, 0.55, 0.3, 0.7, 0.35, 0.65, 0.2, 0.8, 0.25, 0.75, 0.15, 0.85, 0.1, 0.9)
WIDEST = 190
WIDEST_NARROW = 120
LATE = 0.6
"""The share of the frame's time after which a name has too little room to the right of its point on a phone."""


def annotations(drawing: Drawing) -> tuple[list[dict], list[Words]]:
    """All words on the chart as Plotly annotations, none on another as far as there is room; and those that are a mere
    letter for a name."""
    words = [one.lengths for one in _words(drawing)]
    places = place_texts([[one.label(drawing) for one in lengths] for lengths in words], *grounds(drawing))
    found = [(lengths[number], at) for lengths, (number, at) in zip(words, places, strict=True) if at]
    said, letters = lettered([one for one, _at in found])
    return [_annotation(one, at) for one, (_, at) in zip(said, found, strict=True)], letters


def _words(drawing: Drawing) -> list[Words]:
    found = [_goal(one, drawing) for one in drawing.goals[:1]] + chance_words(drawing)
    found += [_latest(run[-1], drawing) for run in reversed(drawing.runs)]
    found += [_goal(one, drawing) for one in drawing.goals[1:]]
    found += _baseline(drawing) + [_other(line, drawing) for line in drawing.others]
    return found + _milestones(drawing) + _breaks(drawing) + _path(drawing) + bands_words(drawing)


def _goal(goal: Goal, drawing: Drawing) -> Words:
    day = goal.day or drawing.frame.end
    first, *rest = goal.short if drawing.is_narrow else goal.lines
    small = [f'<span style="font-size:{SMALL}px;color:{theme.MUTED}">{as_typed(line)}</span>' for line in rest]
    text = "<br>".join([f"<b>{as_typed(first)}</b>", *small])
    return Words(text, ((day, (goal.value + goal.top) / 2),), BESIDE, size=LABEL, gap=12)


def reading_text(reading: Reading, drawing: Drawing) -> str:
    """A reading in words: "470 in 2023"."""
    t = drawing.t
    key = "chart.latest_on" if reading.frequency == Frequency.day else "chart.latest"
    return t(key, value=_value(reading, drawing), period=period_text(reading.period, t))


def _value(reading: Reading, drawing: Drawing) -> str:
    t = drawing.t
    return amount(t.quantity(reading.value, reading.high, reading.qualifier), drawing.unit, t)


def _latest(reading: Reading, drawing: Drawing) -> Words:
    """A reading with its reservation; one of an earlier basis leaves its year to the axis where that has no room."""
    ways = (reading_text,) if reading is drawing.latest else (reading_text, _value)
    texts = [f"<b>{as_typed(told(reading, drawing))}</b>" for told in ways]
    if reservation := _reservation(reading, drawing):
        small = f'<br><span style="font-size:{SMALL}px;color:{theme.MUTED}">{as_typed(reservation)}</span>'
        texts = [text + small for text in texts]
    text, *shorter = texts
    return Words(text, ((reading.end, reading.top),), ABOVE, OBSERVED, LABEL, gap=10, shorter=tuple(shorter))


def converted_text(reading: Reading, drawing: Drawing) -> str:
    """What a converted reading was published as."""
    t = drawing.t
    return t("chart.converted", value=amount(t.figure(reading.published_value), drawing.unit, t))


def _reservation(reading: Reading, drawing: Drawing) -> str:
    if reading.is_converted:
        return converted_text(reading, drawing)
    if reading.grade == Grade.disputed:
        return drawing.t("chart.disputed")
    return drawing.t.label(Flag(reading.flag)) if reading.flag else ""


def _baseline(drawing: Drawing) -> list[Words]:
    start = drawing.baseline
    if start is None or any(run[-1].end == start.day and run[-1].value == start.value for run in drawing.runs):
        return []
    sides = ("NW", "SE", "N", "S", "W", "E", "NE", "SW", "N_FLUSH", "S_FLUSH")
    return [Words(as_typed(start.text), ((start.day, start.value),), sides)]


def _milestones(drawing: Drawing) -> list[Words]:
    texts = [drawing.t.figure(value) for _day, value in drawing.milestones]
    points = zip(texts, drawing.milestones, strict=True)
    sides = ("NW", "SE", "N", "S", "W", "E", "NE", "SW")
    return [Words(text, (point,), sides, theme.MUTED, is_optional=True) for text, point in points]


def _breaks(drawing: Drawing) -> list[Words]:
    high, low = drawing.frame.high, drawing.frame.low
    found = []
    for one in drawing.breaks:
        short = as_typed(drawing.t("chart.basis_short"))
        texts = [] if drawing.is_narrow else _basis(one.basis, drawing)
        text, *shorter = dict.fromkeys([*texts, short])
        points = tuple((one.day, high - (high - low) * share) for share in (0.05, 0.9, 0.75, 0.2))
        more = {"may_lead": False, "shorter": tuple(shorter)}
        found.append(Words(text, points, ("W", "E", "SW", "SE"), theme.MUTED, gap=6, **more))
    return found


def _basis(code: str, drawing: Drawing) -> list[str]:
    """The words of a new basis in at most three lines; its code where they are too long; nothing where both are."""
    words = [drawing.t("chart.basis", basis=one) for one in (drawing.bases.get(code, code), code) if code]
    texts = [wrap(one, WIDEST) for one in words]
    return [text for text in texts if text.count("<br>") < 3][:1]


def _other(line: Line, drawing: Drawing) -> Words:
    """A line's name at its end, of a proxy its value first. Where there is no room a letter stands for both."""
    last = line.points[-1]
    text, name = shorten(line.name, WIDEST_NARROW if drawing.is_narrow else WIDEST, 2), line.name
    if is_proxy(line):
        value = _proxy(last, drawing)
        text, name = f"{as_typed(value)}<br>{text}", drawing.t("list.dot").join([value, name])
    is_late = (last.end - drawing.frame.start) > (drawing.frame.end - drawing.frame.start) * LATE
    sides = ABOVE if drawing.is_narrow and is_late else BESIDE
    points = ((last.end, last.top),)
    return Words(text, points, sides, theme.MUTED, gap=7, others=_points_but(line, drawing), name=name)


def _proxy(reading: Reading, drawing: Drawing) -> str:
    return drawing.t("chart.proxy", value=_value(reading, drawing), period=period_text(reading.period, drawing.t))


def _points_but(line: Line, drawing: Drawing) -> tuple[tuple[date, float], ...]:
    """The points of all lines but one."""
    lines = [*drawing.runs, *(other.points for other in drawing.others if other is not line)]
    return tuple((one.end, one.top) for points in lines for one in points)


def _path(drawing: Drawing) -> list[Words]:
    if not drawing.path:
        return []
    first, last = drawing.path[0][0], drawing.path[-1][0]
    text, sides = drawing.t("chart.level" if drawing.is_flat else "chart.path"), _sides_of_path(drawing)
    points = (point_on(drawing.path, first + (last - first) * share) for share in PATH_SHARES)
    there = tuple(point for point in points if _is_within(point, text_width(text, SMALL), drawing))
    return [Words(text, there, sides, theme.MUTED, gap=5, is_optional=True, may_lead=False)] if there else []


def _is_within(point: tuple[date, float], width: float, drawing: Drawing) -> bool:
    """Whether words to the right of a point keep clear of the margin, where they would go on with a target's."""
    return drawing.frame.pixel(*point)[0] + width <= drawing.frame.width


def _sides_of_path(drawing: Drawing) -> tuple[str, ...]:
    """The sides of the path away from the observed line, whose name its words must not seem to be."""
    (first, _), (last, _) = drawing.path[0], drawing.path[-1]
    beside = [one for run in drawing.runs[:1] for one in run if first < one.end <= last]
    is_above = sum(one.value - point_on(drawing.path, one.end)[1] for one in beside) < 0
    is_rising = drawing.path[-1][1] >= drawing.path[0][1]
    sides = ABOVE_PATH if is_above else BELOW_PATH
    return sides if is_rising else tuple(MIRRORED[side] for side in sides)


def grounds(drawing: Drawing) -> list[Ground]:
    """What the words keep clear of, in the least width of the chart and in the greatest."""
    return [_ground(replace(drawing, frame=frame)) for frame in drawing.frame.extremes]


def _ground(drawing: Drawing) -> Ground:
    """Lines, marks, and the frame's ends (its right margin is the words')."""
    frame = drawing.frame
    bounds = Box(0, -2, frame.width + frame.right - 2, frame.height - 2)
    lines, hairlines = tuple(_lines(drawing)), tuple(_hairlines(drawing))
    return Ground(bounds, tuple(_marks(drawing)), lines, hairlines, frame.stretch)


def _marks(drawing: Drawing) -> Iterable[Box]:
    for one in drawing.decisive:
        yield _around(drawing, one.end, one.value, 4.5)
    for one in drawing.minor + drawing.earlier + [one for line in drawing.others for one in line.points]:
        yield _around(drawing, one.end, one.value, 2.5)
    for one in drawing.goals:
        yield _around(drawing, one.day or drawing.frame.end, one.value, 7)


def _around(drawing: Drawing, day: date, value: float, radius: float) -> Box:
    x, y = drawing.frame.pixel(day, value)
    return Box(x - radius, y - radius, x + radius, y + radius)


def _lines(drawing: Drawing) -> Iterable[Segment]:
    pixel = drawing.frame.pixel
    for points in [*drawing.runs, *(line.points for line in drawing.others)]:
        for pair in links(points):
            yield from ((pixel(a.end, a.value), pixel(b.end, b.value)) for a, b in pair)
    yield from ((pixel(*a), pixel(*b)) for a, b in pairwise(drawing.path))
    if drawing.forecast:
        yield from ((pixel(*a), pixel(*b)) for a, b in pairwise(drawing.forecast.middle))
    for one in drawing.breaks:
        yield pixel(one.day, drawing.frame.high), pixel(one.day, drawing.frame.low)
    for one in drawing.goals:
        if one.day is None:
            yield pixel(drawing.frame.start, one.value), pixel(drawing.frame.end, one.value)


def _hairlines(drawing: Drawing) -> Iterable[Segment]:
    pixel, low = drawing.frame.pixel, drawing.frame.low
    if drawing.forecast:
        yield from ((pixel(*a), pixel(*b)) for edge in drawing.forecast.edges for a, b in pairwise(edge))
    if not drawing.is_narrow:
        yield from ((pixel(one.day, one.value), pixel(one.day, low)) for one in drawing.goals if one.day)


def _annotation(words: Words, at: Place) -> dict:
    day, value = words.points[at.anchor]
    given = {"font": font(words.colour, words.size, words.weight)} | at.properties(words.colour)
    return annotation(words.text, day.isoformat(), value, **given)
