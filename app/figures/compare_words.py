"""The words on a comparison's charts: names at the ends of lines, newest readings, new bases, targets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from app import theme
from app.figures import style
from app.figures.column import column
from app.figures.compared import NAMES, Aim, Comparison, Drawn, Sheet
from app.figures.key import LETTER, OF_LETTERS, lettered
from app.figures.placement import Box, Ground, Label, Place, Point, Segment, beside, place_texts
from app.figures.readings import Reading
from app.text import Text

OF_LATEST = ("NW", "N", "NE", "W", "S", "SW", "SE", "E")
OF_NAMES = ("E", "NE", "SE", "N", "NW", "W", "S", "SW")
OF_TARGETS = ("N_FLUSH", "S_FLUSH", "NW", "E", "SW")
OF_BREAKS = ("W", "E")
GAP = 8.0
ASIDE = 18.0
"""Pixels from the lines' ends to a column of names with leaders."""
STRAIGHT = 4.0
"""Pixels that a name stands higher or lower than its line's end without a leader."""
RADIUS = 3.5
OF_DIAMOND = 6.0
ALONE = 120.0
"""Width of a name in one line, where two have no room."""


@dataclass(frozen=True)
class Panel:
    """One chart of a sheet: what is drawn in it, its axes' number ("" for the first), its frame in pixels."""

    drawn: Sequence[Drawn]
    number: str
    frame: style.Frame
    left: float
    top: float

    @property
    def breaks(self) -> list[date]:
        """The days on which a basis of a series gives way to another."""
        return sorted({each.day for one in self.drawn for each in one.breaks})

    @property
    def axes(self) -> dict:
        """The axes of a trace in it."""
        return {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"}

    @property
    def refs(self) -> dict:
        """The axes of a shape or annotation in it."""
        return {"xref": f"x{self.number}", "yref": f"y{self.number}"}


@dataclass(frozen=True)
class Said:
    """A text at one of several points (day, value) of a panel, the sides of it that it prefers, what it says where that
    has no room, and the name that a letter in its place stands for where that has none either ("": none does)."""

    text: str
    points: tuple[tuple[date, float], ...]
    sides: tuple[str, ...]
    colour: str
    is_optional: bool = True
    gap: float = GAP
    may_lead: bool = True
    others: tuple[tuple[date, float], ...] = ()
    shorter: tuple[str, ...] = ()
    name: str = ""

    @property
    def lengths(self) -> list["Said"]:
        """The text in all its lengths, the longest first."""
        letter = [replace(self, text=LETTER, sides=OF_LETTERS)] if self.name else []
        return [*(replace(self, text=text) for text in (self.text, *self.shorter)), *letter]

    def label(self, frame: style.Frame) -> Label:
        """The text as a box to be placed."""
        size = style.text_width(self.text, style.SMALL) * style.BOLD, style.text_height(self.text, style.SMALL)
        anchors, others = (tuple(frame.pixel(*one) for one in points) for points in (self.points, self.others))
        return Label(*size, anchors, self.sides, self.gap, self.is_optional, self.may_lead, others)


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


def words(panel: Panel, colours: Sequence[str], drawn: Sheet, t: Text) -> tuple[list[dict], list[Said]]:
    """The panel's words as Plotly annotations, none on another as far as there is room; and those that are a mere
    letter for a name."""
    names = _names(panel, colours, drawn) if drawn.together else []
    ends = _column(names, panel)
    said = [one.lengths for one in (*(one for one in names if one not in ends), *_others(panel, colours, drawn, t))]
    texts = [[one.label(panel.frame) for one in lengths] for lengths in said]
    places = place_texts(texts, *_grounds(panel, ends))
    found = [(lengths[number], at) for lengths, (number, at) in zip(said, places, strict=True) if at]
    shown, letters = lettered([one for one, _at in found])
    at_places = zip(shown, (at for _one, at in found), strict=True)
    return [_placed(one, at, panel) for one, at in (*ends.items(), *at_places)], letters


def _others(panel: Panel, colours: Sequence[str], drawn: Sheet, t: Text) -> list[Said]:
    """All words but names, in the order in which they choose their places."""
    own = zip(panel.drawn, colours, strict=True)
    of_runs = [one for each, colour in own for one in _of_runs(each, colour, drawn, t)]
    needed, optional = ([one for one in of_runs if one.is_optional is is_optional] for is_optional in (False, True))
    return [*needed, *_of_targets(panel, t), *_of_breaks(panel, t), *optional]


def _names(panel: Panel, colours: Sequence[str], drawn: Sheet) -> list[Said]:
    """The name of each series at the end of its main line, or at its start."""
    width = NAMES[drawn.frame.size is style.NARROW]
    sizes, found = ((width, 2), (ALONE, 1)), []
    for one, colour in zip(panel.drawn, colours, strict=True):
        text, shorter = (f"<b>{style.shorten(one.name, width, most)}</b>" for width, most in sizes)
        points = tuple((each.end, each.top) for each in dict.fromkeys((one.main[-1], one.main[0])))
        others = tuple((each.end, each.top) for other in panel.drawn if other is not one for each in other.readings)
        more = {"others": others, "shorter": (shorter,), "name": one.name}
        found.append(Said(text, points, OF_NAMES, theme.MUTED if colour == style.OTHER else colour, False, **more))
    return found


def _column(names: Sequence[Said], panel: Panel) -> dict[Said, Place]:
    """The places of the names whose lines end last, one below the other to the right; with leaders where they have to
    stand higher or lower than their lines' ends. The last ones are left out where there is no room."""
    last = max((one.points[0][0] for one in names), default=None)
    there = [one for one in names if one.points[0][0] == last]
    frame, taken = panel.frame, _levels(panel, last)
    while there:
        labels = [one.label(frame) for one in there]
        wanted = [label.anchors[0][1] for label in labels]
        middles = column(wanted, [label.height for label in labels], (-GAP, frame.height), taken)
        if middles:
            moved = [middle - at for middle, at in zip(middles, wanted, strict=True)]
            away = ASIDE if any(abs(one) > STRAIGHT for one in moved) else GAP
            return {
                one: beside(label, (away, down), away > GAP)
                for one, label, down in zip(there, labels, moved, strict=True)
            }
        there = there[:-1]
    return {}


def _levels(panel: Panel, day: date | None) -> list[tuple[float, float]]:
    """What the levels of targets take, in pixels from the top, where they go on after a day."""
    goals = [goal for one in panel.drawn for goal in one.goals if day and (goal.day is None or goal.day > day)]
    middles = [panel.frame.pixel(panel.frame.start, goal.value)[1] for goal in goals]
    return [(middle - OF_DIAMOND, middle + OF_DIAMOND) for middle in middles]


def _of_runs(one: Drawn, colour: str, drawn: Sheet, t: Text) -> Iterable[Said]:
    """The newest reading of each basis; in one chart only those on other bases than the named line's."""
    for run in one.runs:
        if drawn.together and run is one.main:
            continue
        is_latest = run[-1] is one.latest and not drawn.together
        text = (reading_text if is_latest else value_text)(run[-1], drawn.comparison, t)
        point, sides = (run[-1].end, run[-1].top), OF_LATEST if is_latest else OF_NAMES
        shorter = (f"<b>{style.as_typed(value_text(run[-1], drawn.comparison, t))}</b>",) if is_latest else ()
        more = {"is_optional": not is_latest, "may_lead": is_latest, "shorter": shorter}
        yield Said(f"<b>{style.as_typed(text)}</b>", (point,), sides, colour, **more)


def _of_breaks(panel: Panel, t: Text) -> Iterable[Said]:
    for day in panel.breaks:
        point = (day, panel.frame.high)
        yield Said(t("chart.basis_short"), (point,), OF_BREAKS, theme.MUTED, may_lead=False)


def _of_targets(panel: Panel, t: Text) -> Iterable[Said]:
    """Each level's words close to it: the longest that a small chart has room for."""
    aims = [aim for one in panel.drawn for aim in one.aims]
    ends = [(aim.goal.day or panel.frame.end, aim.goal.top) for aim in aims]
    for aim in aims:
        lengths = dict.fromkeys((aim.text(t), aim.goal.lines[0], aim.goal.short[0]))
        text, *shorter = (style.as_typed(one) for one in lengths)
        points = _along(aim, panel.frame)
        others = tuple(end for end in ends if end[1] != aim.goal.top)
        yield Said(
            text, points, OF_TARGETS, theme.MUTED, gap=4.0, may_lead=False, others=others, shorter=tuple(shorter)
        )


def _along(aim: Aim, frame: style.Frame) -> tuple[tuple[date, float], ...]:
    """The start of a target's level, and points on it up to its end."""
    goal = aim.goal
    span = (goal.day or frame.end) - frame.start
    return tuple((frame.start + span * share, goal.top) for share in (0.04, 0.2, 0.4, 0.6, 0.8, 1.0))


def _grounds(panel: Panel, ends: Mapping[Said, Place]) -> Iterable[Ground]:
    """What words keep clear of, in the least width of the panel and in the greatest; on it the names that have places
    already."""
    for frame in panel.frame.extremes:
        labels = [(one.label(panel.frame).stretched(frame.stretch), at) for one, at in ends.items()]
        places = [beside(label, at.shift, at.leader is not None) for label, at in labels]
        yield _ground(replace(panel, frame=frame)).with_places(places)


def _ground(panel: Panel) -> Ground:
    """Points, lines, target levels, the panel's ends."""
    frame = panel.frame
    bounds = Box(-2, -8, frame.width + max(frame.right - 4, 20), frame.height - 2)
    marks = [(one.end, one.value, RADIUS) for each in panel.drawn for one in each.readings]
    marks += [(goal.day or frame.end, goal.value, OF_DIAMOND) for each in panel.drawn for goal in each.goals]
    boxes = tuple(_around(frame.pixel(day, value), radius) for day, value, radius in marks)
    return Ground(bounds, boxes, tuple(_lines(panel)), stretch=frame.stretch)


def _around(point: Point, radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def _lines(panel: Panel) -> Iterable[Segment]:
    frame = panel.frame
    for one in panel.drawn:
        for run in one.runs:
            yield from ((frame.pixel(a.end, a.value), frame.pixel(b.end, b.value)) for a, b in pairwise(run))
        for goal in one.goals:
            yield frame.pixel(frame.start, goal.value), frame.pixel(goal.day or frame.end, goal.value)
    for day in panel.breaks:
        yield frame.pixel(day, frame.low), frame.pixel(day, frame.high)


def _placed(one: Said, at: Place, panel: Panel) -> dict:
    day, value = one.points[at.anchor]
    colour = theme.MUTED if one.colour == style.OTHER else one.colour
    given = {"font": style.font(colour, style.SMALL)} | at.properties(one.colour) | panel.refs
    return style.annotation(one.text, day.isoformat(), value, **given)
