"""Names of lines whose ends have no room for them: a letter stands there, and below the chart what it stands for."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from string import ascii_uppercase
from typing import Protocol, TypeVar

from app import theme
from app.figures import style

LETTER = "<b>A</b>"
"""A letter as long as it is not known which."""

OF_LETTERS = ("E", "NE", "SE", "N", "S", "NW", "W", "SW")
"""The sides of a line's end that a letter prefers."""

ABOVE = 6.0
"""Pixels between the words of the years and the key."""

INDENT = 24.0
"""Pixels that the letter before a name takes, and the margin."""


class Named(Protocol):
    """A text of a chart: its look, and the whole name that a letter in its place stands for."""

    text: str
    colour: str
    name: str


Text = TypeVar("Text", bound=Named)


def lettered(said: Sequence[Text]) -> tuple[list[Text], list[Text]]:
    """The texts, of which those that are a mere letter get one of their own each; and these alone, in their order."""
    numbers = count()
    found = [replace(one, text=_letter(next(numbers))) if one.text == LETTER else one for one in said]
    return found, [one for one, before in zip(found, said, strict=True) if before.text == LETTER]


def _letter(number: int) -> str:
    """A to Z, then AA."""
    return f"<b>{ascii_uppercase[number % len(ascii_uppercase)] * (number // len(ascii_uppercase) + 1)}</b>"


def with_key(figure: style.Figure, frame: style.Frame, letters: Sequence[Named]) -> style.Figure:
    """The figure with what its letters stand for below it. It becomes higher by these lines; nothing in it moves."""
    if not letters:
        return figure
    text, layout = "<br>".join(_line(one, frame) for one in letters), figure["layout"]
    room = style.text_height(text, style.SMALL) + ABOVE
    words = style.annotation(
        text, 0, 0, xref="paper", yref="paper", xanchor="left", yanchor="top", xshift=-frame.left,
        yshift=-(frame.bottom + ABOVE), font=style.font(theme.MUTED),
    )  # fmt: skip
    margin = layout["margin"] | {"b": layout["margin"]["b"] + room}
    changed = {"height": round(layout["height"] + room), "margin": margin}
    return style.figure(figure["data"], layout | changed | {"annotations": [*layout["annotations"], words]})


def _line(one: Named, frame: style.Frame) -> str:
    name = style.wrap(one.name, frame.size.width - INDENT)
    return f'<span style="color:{one.colour}">{one.text}</span> {name}'
