"""The words on a comparison's charts: names at the ends of lines, newest readings, new bases, targets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from app import theme
from app.figures import style
from app.figures.column import column
from app.figures.compared import Aim, Comparison, Drawn, Sheet, common_breaks, value_text
from app.figures.key import LETTER, OF_LETTERS, lettered
from app.figures.names import with_value
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
"""Width of a name in one line, where two lines have no room."""
WIDTHS = (240.0, ALONE, 90.0)
"""Widths of a name with a value on another basis, as far as there is room."""


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
        """The days on which all that is drawn goes over to another basis."""
        return common_breaks(self.drawn)

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
        return [replace(self, text=text) for text in (self.text, *self.shorter)]

    def label(self, frame: style.Frame) -> Label:
        """The text as a box to be placed."""
        size = style.text_width(self.text, style.SMALL) * style.BOLD, style.text_height(self.text, style.SMALL)
        anchors, others = (tuple(frame.pixel(*one) for one in points) for points in (self.points, self.others))
        return Label(*size, anchors, self.sides, self.gap, self.is_optional, self.may_lead, others)


def reading_text(reading: Reading, comparison: Comparison, t: Text) -> str:
    """A reading in words, "470 in 2023"; on an index "191.1 in 2023"."""
    value = value_text(reading, comparison, t)
    return t("chart.latest", value=value, period=style.period_text(reading.period, t))


def words(panels: Sequence[Panel], colours: Sequence[str], drawn: Sheet, t: Text) -> tuple[list[dict], list[Said]]:
    """The panels' words as Plotly annotations, none on another as far as there is room; and those that are a mere
    letter for a name. What one panel has to shorten all shorten, so that the same is told in the same words."""
    told = [_told(panel, colours, drawn, t, ()) for panel in panels]
    shortened = {full.text for one in told for full, said, _at in one if said.text != full.text}
    for place, one in enumerate(told):
        if any(full.text in shortened and said.text == full.text for full, said, _at in one):
            told[place] = _told(panels[place], colours, drawn, t, shortened)
    shown, letters = lettered([said for one in told for _full, said, _at in one])
    places = [(panel, at) for panel, one in zip(panels, told, strict=True) for _full, _said, at in one]
    return [_placed(said, at, panel) for said, (panel, at) in zip(shown, places, strict=True)], letters


def _told(
    panel: Panel, colours: Sequence[str], drawn: Sheet, t: Text, shortened: Collection[str]
) -> list[tuple[Said, Said, Place]]:
    """A panel's words: in full, as they are said there, and where."""
    names = _names(panel, colours, drawn) if drawn.together else []
    ends = _column(names, panel)
    said = [lengths for lengths in names if ends.keys().isdisjoint(lengths)]
    for lengths in (one.lengths for one in _others(panel, colours, drawn, t)):
        said.append(lengths[-1:] if lengths[0].text in shortened else lengths)
    texts = [[one.label(panel.frame) for one in lengths] for lengths in said]
    places = place_texts(texts, *_grounds(panel, ends))
    found = [(lengths[0], lengths[number], at) for lengths, (number, at) in zip(said, places, strict=True) if at]
    return [*((one, one, at) for one, at in ends.items()), *found]


def _others(panel: Panel, colours: Sequence[str], drawn: Sheet, t: Text) -> list[Said]:
    """All words but names, in the order in which they choose their places."""
    own = zip(panel.drawn, colours, strict=False)
    of_runs = [one for each, colour in own for one in _of_runs(each, colour, panel, drawn, t)]
    needed, optional = ([one for one in of_runs if one.is_optional is is_optional] for is_optional in (False, True))
    return [*needed, *_of_targets(panel), *_of_breaks(panel, t), *optional]


def _names(panel: Panel, colours: Sequence[str], drawn: Sheet) -> list[list[Said]]:
    """The name of each series with its last value at the end of its main line; else the name alone, there or at the
    line's start."""
    found = []
    for one, text, colour in zip(panel.drawn, drawn.names, colours, strict=True):
        start, end = ((each.end, each.top) for each in (one.main[0], one.main[-1]))
        others = tuple((each.end, each.top) for other in panel.drawn if other is not one for each in other.readings)
        shown = theme.MUTED if colour == style.OTHER else colour
        named = Said(text, (end,), OF_NAMES, shown, False, others=others, name=one.name)
        alone = replace(named, text=f"<b>{_alone(one)}</b>", points=(end, start))
        found.append([named, alone, replace(alone, text=LETTER, sides=OF_LETTERS)])
    return found


def _alone(one: Drawn) -> str:
    """A series' name in one line."""
    return style.shorten(one.short or one.name, ALONE, 1)


def _column(names: Sequence[Sequence[Said]], panel: Panel) -> dict[Said, Place]:
    """The places of the names whose lines end last, one below the other to the right: all with their values, else all
    without. The last ones are left out where there is no room."""
    last = max((lengths[0].points[0][0] for lengths in names), default=None)
    there = [lengths for lengths in names if lengths[0].points[0][0] == last]
    tries = ([lengths[number] for lengths in there[:count]] for count in range(len(there), 0, -1) for number in (0, 1))
    return next(filter(None, (_stacked(one, panel, _levels(panel, last)) for one in tries)), {})


def _stacked(names: Sequence[Said], panel: Panel, taken: Sequence[tuple[float, float]]) -> dict[Said, Place]:
    """The names one below the other, with leaders where they have to stand higher or lower than their lines' ends;
    nothing where they have no room."""
    labels = [one.label(panel.frame) for one in names]
    wanted = [label.anchors[0][1] for label in labels]
    middles = column(wanted, [label.height for label in labels], (-GAP, panel.frame.height), taken) or []
    moved = [middle - at for middle, at in zip(middles, wanted, strict=False)]
    away = ASIDE if any(abs(one) > STRAIGHT for one in moved) else GAP
    return {
        one: beside(label, (away, down), away > GAP) for one, label, down in zip(names, labels, moved, strict=False)
    }


def _levels(panel: Panel, day: date | None) -> list[tuple[float, float]]:
    """What the levels of targets take, in pixels from the top, where they go on after a day."""
    goals = [goal for one in panel.drawn for goal in one.goals if day and (goal.day is None or goal.day > day)]
    middles = [panel.frame.pixel(panel.frame.start, goal.value)[1] for goal in goals]
    return [(middle - OF_DIAMOND, middle + OF_DIAMOND) for middle in middles]


def _of_runs(one: Drawn, colour: str, panel: Panel, drawn: Sheet, t: Text) -> Iterable[Said]:
    """The newest reading of each basis; in one chart only those on other bases than the named line's."""
    for run in one.runs:
        if drawn.together and run is one.main:
            continue
        is_latest = run[-1] is one.latest and not drawn.together
        point, sides = (run[-1].end, run[-1].top), OF_LATEST if is_latest else OF_NAMES
        texts = tuple(f"<b>{style.as_typed(text)}</b>" for text in _texts(run[-1], is_latest, drawn, t))
        if drawn.together and not panel.breaks:
            key = "compare.new_basis" if run[-1].end >= one.main[-1].end else "compare.earlier_basis"
            value = t(key, value=value_text(run[-1], drawn.comparison, t))
            texts = tuple(dict.fromkeys(with_value(one.short or one.name, value, width) for width in WIDTHS))
        more = {"is_optional": not is_latest, "may_lead": is_latest, "shorter": texts[1:]}
        yield Said(texts[0], (point,), sides, colour, **more)


def _texts(reading: Reading, with_period: bool, drawn: Sheet, t: Text) -> list[str]:
    """A reading's words, the longest first."""
    makers = (reading_text, value_text) if with_period else (value_text,)
    return [make(reading, drawn.comparison, t) for make in makers]


def _of_breaks(panel: Panel, t: Text) -> Iterable[Said]:
    for day in panel.breaks:
        point = (day, panel.frame.high)
        yield Said(t("chart.basis_short"), (point,), OF_BREAKS, theme.MUTED, may_lead=False)


def _of_targets(panel: Panel) -> Iterable[Said]:
    """Each level's words close to it: the longest that a small chart has room for."""
    aims = [aim for one in panel.drawn for aim in one.aims]
    ends = [(aim.goal.day or panel.frame.end, aim.goal.top) for aim in aims]
    for aim in aims:
        text, *shorter = map(style.as_typed, dict.fromkeys((aim.goal.lines[0], aim.goal.short[0])))
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
