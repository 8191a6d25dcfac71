"""Chance said against share that came true: how far the forecast's chances can be believed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from app import theme
from app.figures import style
from app.text import Text

WIDE = style.Size(660, 460, 40, 660)
NARROW = style.Size(340, 350, 42, 660)
MARGIN = {"l": 52, "r": 16, "t": 34, "b": 44}
TICKS = (0, 0.25, 0.5, 0.75, 1)
LEAST_MARK, MOST_MARK = 5.0, 16.0
LINE_HEIGHT = 0.075
COLOURS = (style.OBSERVED, style.OTHER)
"""Of the first group and of the others."""


@dataclass(frozen=True)
class Bin:
    """Forecasts with a chance between two shares: how many, their mean chance, and the share that came true."""

    least: float
    most: float
    forecasts: int
    chance: float
    came_true: float


@dataclass(frozen=True)
class Group:
    """Forecasts that were counted together, in bins by their chance; its name in the reader's language."""

    name: str
    bins: Sequence[Bin]


def reliability(groups: Sequence[Group], t: Text, *, narrow: bool = False) -> style.Figure:
    """A point for each bin of each group, as large as the bin, on a square whose diagonal is the perfect forecast."""
    traces = [_diagonal(), *(_points(group, place, t) for place, group in enumerate(groups))]
    axis = {
        "range": [-0.03, 1.03], "tickvals": list(TICKS), "ticktext": [t.share(tick) for tick in TICKS],
        "tickfont": style.font(theme.MUTED), "gridcolor": style.GRID, "zeroline": False, "fixedrange": True,
    }  # fmt: skip
    said = {"text": t("reliability.axis_said"), "font": style.font(theme.MUTED), "standoff": 8}
    layout = style.base(NARROW if narrow else WIDE, MARGIN) | {"xaxis": axis | {"title": said}, "yaxis": axis}
    return style.figure(traces, layout | {"annotations": [_caption(t), *_names(groups, t)]})


def _diagonal() -> style.Trace:
    line = {"color": style.RULE, "width": 1, "dash": "4px,3px"}
    return style.scatter(x=[0, 1], y=[0, 1], name="diagonal", mode="lines", line=line, hoverinfo="skip")


def _points(group: Group, place: int, t: Text) -> style.Trace:
    filled = [one for one in group.bins if one.forecasts]
    most = max((one.forecasts for one in filled), default=1)
    colour = COLOURS[min(place, 1)]
    marker = {
        "size": [max(LEAST_MARK, MOST_MARK * sqrt(one.forecasts / most)) for one in filled], "opacity": 1,
        "color": style.PAPER if place else colour, "line": {"color": colour, "width": 1.5},
    }  # fmt: skip
    return style.scatter(
        x=[one.chance for one in filled], y=[one.came_true for one in filled], name=group.name, mode="markers",
        marker=marker, cliponaxis=False, hovertemplate="%{customdata}<extra></extra>",
        customdata=[style.as_typed(group.name, _said(one, t)) for one in filled],
    )  # fmt: skip


def _said(one: Bin, t: Text) -> str:
    shares = {"chance": t.share(one.chance), "true": t.share(one.came_true)}
    return t("reliability.bin", **shares, n=t.number(one.forecasts))


def _caption(t: Text) -> dict:
    """What goes up."""
    above = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "xshift": -MARGIN["l"]}
    return style.annotation(t("reliability.axis_true"), 0, 1, **above, yshift=12, font=style.font(theme.MUTED))


def _names(groups: Sequence[Group], t: Text) -> Iterable[dict]:
    """The groups with their marks and the diagonal, in the corner where no good forecast has a point."""
    marks = [(COLOURS[min(place, 1)], "○" if place else "●", group.name) for place, group in enumerate(groups)]
    for place, (colour, mark, name) in enumerate([*marks, (style.RULE, "- -", t("reliability.diagonal"))]):
        text = f'<span style="color:{colour}">{mark}</span> {style.as_typed(name)}'
        yield style.annotation(text, 0.0, 1.0 - place * LINE_HEIGHT, xanchor="left", yanchor="top")


def describe(groups: Sequence[Group], t: Text) -> str:
    """What the chart shows in words."""
    parts = [t("reliability.describe")]
    for group in groups:
        bins = t("list.separator").join(_said(one, t) for one in group.bins if one.forecasts)
        parts.append(t("reliability.describe_group", name=group.name, bins=bins))
    return "".join(part + t("sentence.stop") for part in parts).strip()
