"""What the product looks like, as data: colours, sizes, and the mark of every status. Knows no Dash."""

from dataclasses import dataclass
from urllib.parse import quote

from etl.vocabulary import Family, Status

INK = "#16181d"
MUTED = "#5c6370"
FAINT = "#8a8f98"
HAIRLINE = "#dfe2e6"
GROUND = "#ffffff"
SHADE = "#f4f5f7"
NOTICE = "#fff6da"
LINE = "#00429D"
FONT = (
    '"Inter Variable", "Inter Signs", "Helvetica Neue", "Segoe UI", Arial, "PingFang SC", "Hiragino Sans GB", '
    '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", system-ui, sans-serif'
)
"""A Latin family before the Chinese ones: theirs draw ≥ and → as Chinese print does."""

SIZES = {"small": 13, "body": 15, "large": 20, "title": 34}


@dataclass(frozen=True)
class Mark:
    """How a status is shown beside its word: a sign in text, a shape drawn on 16 × 16, its colour.

    `is_outline` marks a verdict that is open or weak: its colour is never used as a fill. `plotly` is the name
    of the nearest marker symbol in a chart.
    """

    symbol: str
    colour: str
    shape: tuple[str, ...]
    is_outline: bool = False
    plotly: str = "circle"


_DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z"
_HOLE = "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z"
_TICK = "M7 11.5 3.8 8.3 5 7.1 7 9.1 11 5.1 12.2 6.3Z"
_DIAMOND = "M8 .8 15.2 8 8 15.2 .8 8Z"
_DASH = "M3 7.1h10v1.8H3Z"
_POINT = "M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z"
_GREY = "#8A8A8A"

_RING = Mark("✓", "#00429D", (_DISC + _HOLE + _TICK,), True, "circle-open")
_NONE = Mark("–", _GREY, (_DASH,), True, "line-ew-open")
_SMALL = Mark("·", _GREY, (_POINT,), True, "circle-dot")

MARKS: dict[Status, Mark] = {
    Status.achieved: Mark("✓", "#00429D", (_DISC + _TICK,)),
    Status.achieved_late: _RING,
    Status.achieved_unverified: _RING,
    Status.on_track: Mark("▲", "#3A9BDC", ("M8 1.8 15.4 14.4H.6Z",), plotly="triangle-up"),
    Status.behind: Mark("◆", "#B8860B", (_DIAMOND + "M8 3.3 12.7 8 8 12.7Z",), plotly="diamond"),
    Status.far_behind: Mark("▼", "#D1495B", ("M8 14.2.6 1.6h14.8Z",), plotly="triangle-down"),
    Status.wrong_direction: Mark(
        "↩",
        "#5E1249",
        ("M6.5 1.4 1 6.6l5.5 5.2V8h3.7a2.1 2.1 0 0 1 0 4.2H7v2.6h3.2a4.7 4.7 0 0 0 0-9.4H6.5Z",),
        plotly="arrow-left",
    ),
    Status.missed: Mark(
        "✕",
        "#1A1A1A",
        ("M3.2 1.4 8 6.2l4.8-4.8 1.8 1.8L9.8 8l4.8 4.8-1.8 1.8L8 9.8l-4.8 4.8-1.8-1.8L6.2 8 1.4 3.2Z",),
        plotly="x",
    ),
    Status.awaiting_data: Mark(
        "◷", _GREY, (_DISC + _HOLE, "M7.2 4.2h1.6v3.4l2.5 1.5-.8 1.4-3.3-2Z"), True, "circle-open"
    ),
    Status.basis_changed: Mark(
        "≠", _GREY, ("M2 4.6h12v1.8H2ZM2 9.6h12v1.8H2Z", "M10 1.6 11.8 2.4 6 14.4 4.2 13.6Z"), True, "asterisk-open"
    ),
    Status.pace_unknown: Mark("◇", _GREY, (_DIAMOND + "M8 3.2 3.2 8 8 12.8 12.8 8Z",), True, "diamond-open"),
    Status.no_data: _NONE,
    Status.no_deadline: _NONE,
    Status.no_numeric_target: _SMALL,
    Status.listed: _SMALL,
    Status.superseded: Mark(
        "→", _GREY, ("M2 7.1h8.2L7 3.9l1.2-1.2L13.6 8l-5.4 5.3L7 12.1l3.2-3.2H2Z",), True, "arrow-right-open"
    ),
    Status.dropped: Mark("⊘", _GREY, (_DISC + _HOLE, "M11.6 3.2 12.8 4.4 4.4 12.8 3.2 11.6Z"), True, "circle-x-open"),
}
"""The seven full colours keep a CIEDE2000 difference of at least 12.8 under simulated colour blindness."""

FAMILY_MARKS: dict[Family, Mark] = {
    Family.kept: MARKS[Status.achieved],
    Family.on_track: MARKS[Status.on_track],
    Family.behind: MARKS[Status.behind],
    Family.missed: MARKS[Status.missed],
    Family.waiting: MARKS[Status.awaiting_data],
    Family.cannot_be_judged: MARKS[Status.no_data],
    Family.not_judged: MARKS[Status.no_numeric_target],
}

_SAFE = "/:=' "
_PALE = frozenset({"#3A9BDC", "#B8860B", "#D1495B", _GREY})

GRAPH_CONFIG = {"displayModeBar": False, "showSendToCloud": False, "responsive": True, "displaylogo": False}
"""What every chart's `config` is: own buttons instead of the mode bar, nothing that leaves the machine."""

MANTINE = {
    "fontFamily": FONT,
    "primaryColor": "dark",
    "defaultRadius": 4,
    "cursorType": "pointer",
    "respectReducedMotion": True,
    "black": INK,
}
"""The theme handed to the controls' library."""


def text_colour(status: Status) -> str:
    """The colour in which a word of this status may be set: its own, or near black where that is too pale to read."""
    colour = MARKS[status].colour
    return INK if colour in _PALE else colour


def picture(status: Status) -> str:
    """The mark of a status as the address of an image, for charts."""
    mark = MARKS[status]
    return f"data:image/svg+xml,{quote(_drawn(mark, mark.colour), safe=_SAFE)}"


def css() -> str:
    """The style sheet made from this module: one variable a token, one shape and colour a status and family."""
    tokens = {
        "ink": INK, "muted": MUTED, "faint": FAINT, "hairline": HAIRLINE, "ground": GROUND, "shade": SHADE,
        "notice": NOTICE, "accent": LINE, "font": FONT, "space": "8px",
    }  # fmt: skip
    sizes = {name: f"{size}px" for name, size in SIZES.items()}
    colours = {f"status-{status}": mark.colour for status, mark in MARKS.items()}
    variables = "".join(f"--{name}:{value};" for name, value in (tokens | sizes | colours).items())
    shapes = [f".is-{status}{{{_shape(f'var(--status-{status})', mark)}}}" for status, mark in MARKS.items()]
    families = [f".is-family-{family}{{{_shape(mark.colour, mark)}}}" for family, mark in FAMILY_MARKS.items()]
    return f":root{{{variables}}}" + "".join(shapes + families)


def _shape(colour: str, mark: Mark) -> str:
    return f'--mark-colour:{colour};--mark-shape:url("data:image/svg+xml,{quote(_drawn(mark), safe=_SAFE)}");'


def _drawn(mark: Mark, colour: str = "") -> str:
    """The mark as SVG; a mask needs neither colour nor size."""
    fill = f" width='16' height='16' fill='{colour}'" if colour else ""
    paths = "".join(f"<path fill-rule='evenodd' d='{path}'/>" for path in mark.shape)
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'{fill}>{paths}</svg>"
