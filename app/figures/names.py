"""Names of series on their chart: all of one kind, whole wherever that is possible, at a line's end with its value."""

from collections.abc import Callable, Sequence

from app.figures.style import SMALL, as_typed, lines, shorten, text_width

MOST_LINES = 2
Name = tuple[str, str]
"""A name, and a shorter one, "" where there is none."""


def titles(names: Sequence[Name], width: float) -> list[str]:
    """The names above charts so wide, in at most two lines."""
    return [f"<b>{shorten(one, width, MOST_LINES)}</b>" for one in _fitting(names, lambda one: lines(one, width))]


def line_ends(names: Sequence[Name], values: Sequence[str], width: float) -> list[str]:
    """The names at the ends of lines, in at most two lines so wide, each with its last value."""
    longest = max(values, key=text_width)
    found = _fitting(names, lambda one: _with_value(one, longest, width))
    return [with_value(one, value, width) for one, value in zip(found, values, strict=True)]


def _fitting(names: Sequence[Name], in_lines: Callable[[str], list[str]]) -> list[str]:
    """The names; where one of them takes more than two lines, the shorter ones of all that have one."""
    if all(len(in_lines(name)) <= MOST_LINES for name, _short in names):
        return [name for name, _short in names]
    return [short or name for name, short in names]


def with_value(name: str, value: str, width: float) -> str:
    """A name as typed, bold, with a value behind it or below it, in two lines; what has no room is left out of it."""
    found = _with_value(name, value, width)
    while name and len(found) > MOST_LINES:
        name = name[:-1]
        found = _with_value(f"{name.rstrip()}…", value, width)
    typed = as_typed(value)
    return f"<b>{as_typed(*found).removesuffix(typed)}</b>{typed}"


def _with_value(name: str, value: str, width: float) -> list[str]:
    """The lines of a name with a value, which is never broken."""
    *above, last = lines(name, width)
    both = f"{last} {value}"
    return [*above, both] if text_width(as_typed(both), SMALL) <= width else [*above, last, value]
