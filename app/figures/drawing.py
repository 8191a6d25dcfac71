"""What a progress chart shows, gathered from its frames and laid out on dates, values and pixels."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from app.figures import events, goals, scales
from app.figures.events import Event
from app.figures.forecast import Forecast, Foretold, foretold, in_frame
from app.figures.goals import Baseline, Goal
from app.figures.ranges import Range, ranges
from app.figures.readings import Break, Reading, breaks, readings, runs
from app.figures.style import BOLD, LABEL, NARROW, SMALL, Frame, Size, text_width
from app.text import Text
from etl.vocabulary import Role

SHORTEST_SPAN = 3 * 365
END_ROOM = 0.03
HALF_A_LABEL = 16.0
"""Pixels that the words of a year at the very end need beyond it."""


@dataclass(frozen=True)
class Other:
    """A series beside the headline: its publisher's name (with the series' where needed), role ("": split off from the
    headline) and observations."""

    name: str
    role: str
    observations: pd.DataFrame


@dataclass(frozen=True)
class Story:
    """What the chart is made of: the headline's observations, the status row of the target, the unit of both in the
    reader's language, the title; other series in the same unit, milestones (day, value), further targets (name, status
    row), words for bases (code → words), and the forecast up to the deadline where there is one."""

    observations: pd.DataFrame
    verdict: Mapping
    unit: str
    title: str
    others: Sequence[Other] = ()
    milestones: Sequence[tuple[date, float]] = ()
    targets: Sequence[tuple[str, Mapping]] = ()
    bases: Mapping[str, str] = field(default_factory=dict)
    forecast: Forecast | None = None
    events: Sequence[Event] = ()
    earlier: pd.DataFrame | None = None


@dataclass(frozen=True)
class Line:
    """A series beside the headline, ready to be drawn."""

    name: str
    role: str
    points: list[Reading]


@dataclass(frozen=True)
class Drawing:
    """All parts of one chart and the frame they stand in."""

    t: Text
    as_of: date
    runs: list[list[Reading]]
    minor: list[Reading]
    earlier: list[Reading]
    others: list[Line]
    goals: list[Goal]
    baseline: Baseline | None
    path: list[tuple[date, float]]
    milestones: list[tuple[date, float]]
    breaks: list[Break]
    ranges: list[Range]
    is_flat: bool
    unit: str
    bases: Mapping[str, str]
    forecast: Foretold | None
    values: scales.Values
    frame: Frame
    ticks: list[list[Event]]

    @property
    def decisive(self) -> list[Reading]:
        """The headline's readings that decide, by time."""
        return sorted((one for run in self.runs for one in run), key=lambda one: one.end)

    @property
    def latest(self) -> Reading | None:
        """The newest reading that decides, of the basis that begins last."""
        return max(self.decisive, key=lambda one: one.end, default=None)

    @property
    def is_empty(self) -> bool:
        """Whether there is no reading at all."""
        return not (self.runs or self.minor or any(line.points for line in self.others))

    @property
    def is_narrow(self) -> bool:
        """Whether the chart is for a phone."""
        return self.frame.size is NARROW


def draw(story: Story, as_of: date, t: Text, size: Size) -> Drawing:
    """The parts of a chart, with axes that hold all of them."""
    row, found = story.verdict, readings(story.observations, t.lang)
    of_bases = runs([one for one in found if one.is_decisive])
    others = [Line(other.name, other.role, readings(other.observations, t.lang)) for other in story.others]
    main = goals.goal(row, t)
    parts = {
        "runs": of_bases,
        "minor": [one for one in found if not one.is_decisive],
        "earlier": _earlier(story, {one.basis for run in of_bases for one in run}, t),
        "others": [line for line in others if line.points],
        "goals": [one for one in (main, *(goals.goal(other, t, name) for name, other in story.targets)) if one],
        "baseline": goals.baseline(row, t) if main else None,
        "path": goals.path(row, story.milestones, t) if main else [],
        "milestones": sorted(story.milestones) if main else [],
        "forecast": foretold(story.forecast, row, t) if story.forecast else None,
    }
    values = _axis(parts, story.unit, t, 5 if size is NARROW else 6)
    start, end = _days(parts, as_of, row.get("issued"))
    frame = _frame(size, values, (start, end), parts)
    return Drawing(
        t=t, as_of=as_of, **parts, breaks=breaks(of_bases), is_flat=goals.is_flat(row), bases=story.bases,
        ranges=ranges(found, [line.points for line in others if line.role == Role.rival]), unit=story.unit,
        values=values, frame=frame, ticks=events.ticks(story.events, frame),
    )  # fmt: skip


def _earlier(story: Story, bases: Set[str], t: Text) -> list[Reading]:
    """The replaced publications on bases that are drawn as they were published."""
    found = [] if story.earlier is None else readings(story.earlier, t.lang)
    return [one for one in found if one.is_decisive and one.basis in bases]


def _axis(parts: Mapping, unit: str, t: Text, wanted: int) -> scales.Values:
    """The axis for all that is known and required, and for the forecast as far as it does not squeeze that."""
    known = _values(parts) or [0.0, 1.0]
    values = scales.values(known, unit, t, wanted)
    if parts["forecast"] is None:
        return values
    return scales.values(known + in_frame(parts["forecast"].told, values.low, values.high), unit, t, wanted)


def _values(parts: Mapping) -> list[float]:
    points = [one for run in parts["runs"] for one in run] + parts["minor"] + parts["earlier"]
    points += [one for line in parts["others"] for one in line.points] + parts["goals"]
    ends = [one.value for one in points] + [one.top for one in points]
    ends += [parts["baseline"].value] if parts["baseline"] else []
    return ends + [value for _day, value in parts["path"] + parts["milestones"]]


def _days(parts: Mapping, as_of: date, issued: date | None) -> tuple[date, date]:
    """First and last day of the chart. Without a deadline it runs to the as-of day."""
    found = [one.end for run in parts["runs"] for one in run] + [one.end for one in parts["minor"]]
    found += [one.end for line in parts["others"] for one in line.points]
    found += [day for day, _value in parts["path"] + parts["milestones"]]
    found += [parts["baseline"].day] if parts["baseline"] else []
    found += parts["forecast"].told.days if parts["forecast"] else []
    due = [one.day for one in parts["goals"] if one.day]
    if not due or not found:
        found.append(as_of)
    if not parts["runs"] and issued:
        found.append(issued)
    first, last = min(found + due), max(found + due)
    first = min(first, last - timedelta(days=SHORTEST_SPAN))
    room = round((last - first).days * END_ROOM)
    return first - timedelta(days=room), last + timedelta(days=room)


def _frame(size: Size, values: scales.Values, ends: tuple[date, date], parts: Mapping) -> Frame:
    left = values.text_width + 14
    right = _right_margin(parts, ends, size)
    return Frame(size, left, right, 34, 30, ends[0], ends[1], values.low, values.high)


def _right_margin(parts: Mapping, ends: tuple[date, date], size: Size) -> float:
    """Room for words beside marks that stand near the right end; a phone has room for a target's short words only."""
    late = ends[1] - (ends[1] - ends[0]) / 6
    goals_there = [one for one in parts["goals"] if (one.day or ends[1]) >= late]
    ahead = [parts["forecast"]] if parts["forecast"] else []
    if size is NARROW:
        return max([HALF_A_LABEL, *(min(_width(one.short) + 10, 100.0) for one in [*goals_there, *ahead])])
    widths = [_width(one.lines) for one in [*goals_there, *ahead]]
    widths += [text_width(line.name, SMALL) for line in parts["others"] if line.points[-1].end >= late]
    return max([24.0, *(min(width + 16, 190.0) for width in widths)])


def _width(lines: Sequence[str]) -> float:
    """Width in pixels of words whose first line is bold and whose others are small."""
    first, *rest = lines
    return max([text_width(first, LABEL) * BOLD, *(text_width(line, SMALL) for line in rest)])


def is_proxy(line: Line) -> bool:
    """Whether a line stands in for what nobody measures."""
    return line.role == Role.proxy
