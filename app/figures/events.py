"""What happened while a series ran, as ticks under the axis of time: none on another, several close together as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app import theme
from app.figures.style import NARROW, Frame, Trace, as_typed, scatter, shorten
from app.text import Text

LEAST_GAP = 12.0
"""Pixels between two ticks."""

MOST_TOLD = 4
"""Events of one tick that are told under the pointer; the others are counted."""

WIDEST = 320


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, in words."""

    day: date
    words: str


def ticks(events: Iterable[Event], frame: Frame) -> list[list[Event]]:
    """The events within the frame by time, those of one tick together.

    None on a phone where not each of them has a tick of its own.
    """
    found: list[list[Event]] = []
    for one in sorted(events, key=lambda one: one.day):
        if not frame.start <= one.day <= frame.end:
            continue
        if found and _across(one, frame) - _across(found[-1][0], frame) < LEAST_GAP:
            found[-1].append(one)
        else:
            found.append([one])
    is_crowded = frame.size is NARROW and any(len(one) > 1 for one in found)
    return [] if is_crowded else found


def _across(one: Event, frame: Frame) -> float:
    return frame.pixel(one.day, frame.low)[0]


def trace(found: Sequence[Sequence[Event]], low: float, t: Text) -> Iterable[Trace]:
    """The ticks, hung below the axis, with what happened under the pointer."""
    if found:
        marker = {"symbol": "arrow", "size": 9, "standoff": 2, "angle": 0, "color": theme.MUTED, "opacity": 1}
        yield scatter(
            x=[one[0].day.isoformat() for one in found], y=[low] * len(found), name="events", mode="markers",
            marker=marker, cliponaxis=False, customdata=[hover(one, t) for one in found],
            hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip


def hover(found: Sequence[Event], t: Text) -> str:
    """The words of one tick: each event with its day; those that are too many are counted."""
    lines = [f"<b>{as_typed(t.day_short(one.day))}</b> {shorten(one.words, WIDEST, 2)}" for one in found[:MOST_TOLD]]
    left = len(found) - MOST_TOLD
    return "<br>".join([*lines, t("chart.events_more", n=t.number(left))] if left > 0 else lines)


def describe(found: Sequence[Sequence[Event]], t: Text) -> list[str]:
    """The events on the chart in words; none where there is none."""
    said = [t("chart.event", day=t.day_short(one.day), words=one.words) for tick in found for one in tick]
    return [t("chart.describe_events", events=t("list.separator").join(said))] if said else []
