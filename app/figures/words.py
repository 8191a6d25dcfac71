"""A text of a chart before it has its place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from app import theme
from app.figures.drawing import Drawing
from app.figures.key import LETTER, OF_LETTERS
from app.figures.placement import Label
from app.figures.style import BOLD, SMALL, text_height, text_width

OWN_FONT = '<span style="font-size:'


@dataclass(frozen=True)
class Words:
    """A text at one of several points (day, value), with its look and the sides it prefers; whether it may be farther
    away with a leader; points of others, to which it must not be nearer; what it says where that has no room; and the
    name that a letter in its place stands for where that has none either ("": none does)."""

    text: str
    points: tuple[tuple[date, float], ...]
    sides: tuple[str, ...]
    colour: str = theme.INK
    size: float = SMALL
    weight: int = 400
    gap: float = 9.0
    is_optional: bool = False
    may_lead: bool = True
    others: tuple[tuple[date, float], ...] = ()
    shorter: tuple[str, ...] = ()
    name: str = ""

    @property
    def lengths(self) -> list["Words"]:
        """The text in all its lengths, the longest first."""
        letter = [replace(self, text=LETTER, sides=OF_LETTERS)] if self.name else []
        return [*(replace(self, text=text) for text in (self.text, *self.shorter)), *letter]

    def label(self, drawing: Drawing) -> Label:
        """The text as a box to be placed."""
        anchors, others = (tuple(drawing.frame.pixel(*one) for one in points) for points in (self.points, self.others))
        size = self._width, text_height(self.text, self.size)
        more = {"is_optional": self.is_optional, "may_lead": self.may_lead, "others": others}
        return Label(*size, anchors, self.sides, self.gap, **more)

    @property
    def _width(self) -> float:
        """Width in pixels; lines of a font of their own are the small ones, and never bold."""
        size = self.size * (BOLD if self.text.startswith("<b>") else 1.0)
        return max(text_width(line, SMALL if line.startswith(OWN_FONT) else size) for line in self.text.split("<br>"))


def point_on(path: Sequence[tuple[date, float]], day: date) -> tuple[date, float]:
    """The point of a path on a day within it."""
    for (first, low), (second, high) in pairwise(path):
        if first <= day <= second:
            return day, low + (high - low) * (day - first).days / (second - first).days
    return path[-1]
