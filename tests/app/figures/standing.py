"""Where the words of a chart over time stand when it is shown so wide, read off the finished figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from app.figures import style
from app.figures.placement import Box, Point

ACROSS = {"left": 0.0, "center": 0.5, "right": 1.0}
DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


@dataclass(frozen=True)
class Standing:
    """A text, its point, its box in the picture, and whether a line leads from one to the other."""

    text: str
    point: Point
    box: Box
    has_leader: bool

    @property
    def distance(self) -> float:
        """Pixels from the box to the point."""
        return self.box.distance(self.point)


def standing(figure: go.Figure, width: float) -> Iterable[Standing]:
    """All texts that stand at points of the figure's first axes."""
    for note in figure.layout.annotations:
        if note.xref in (None, "x") and note.yref in (None, "y"):
            x, y = point = pixel(figure, width, note.x, note.y)
            right, below = (note.ax, note.ay) if note.showarrow else (note.xshift, -note.yshift)
            size = style.text_width(note.text, note.font.size), style.text_height(note.text, note.font.size)
            left, top = x + right - ACROSS[note.xanchor] * size[0], y + below - DOWN[note.yanchor] * size[1]
            yield Standing(note.text, point, Box(left, top, left + size[0], top + size[1]), note.showarrow)


def pixel(figure: go.Figure, width: float, day: str, value: float) -> Point:
    """Where a point lies: pixels from the picture's left and top."""
    layout, margin = figure.layout, figure.layout.margin
    first, last = (date.fromisoformat(one) for one in layout.xaxis.range)
    low, high = layout.yaxis.range
    across = (date.fromisoformat(day) - first) / (last - first)
    inner = width - margin.l - margin.r, layout.height - margin.t - margin.b
    return margin.l + across * inner[0], margin.t + (high - value) / (high - low) * inner[1]
