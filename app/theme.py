"""What the product looks like, as data: the colours of both themes, sizes, the mark of every status. Knows no Dash."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from urllib.parse import quote

from etl.vocabulary import Family, Status


@dataclass(frozen=True)
class Palette:
    """The colours of one theme by what they are for: words and ground, the marks of charts, the tones of verdicts."""

    ink: str
    muted: str
    faint: str
    hairline: str
    edge: str
    track: str
    ground: str
    shade: str
    notice: str
    notice_edge: str
    accent: str

    observed: str
    other: str
    span: str
    grid: str
    band_80: str
    band_80_edge: str
    band_95: str
    band_95_edge: str
    second: str
    third: str
    fourth: str
    fifth: str

    achieved: str
    on_track: str
    behind: str
    far_behind: str
    wrong_direction: str
    missed: str
    unsettled: str


LIGHT = Palette(
    ink="#16181d", muted="#5c6370", faint="#8a8f98", hairline="#dfe2e6", edge="#c5c9d0", track="#e6e8eb",
    ground="#ffffff", shade="#f4f5f7", notice="#fff6da", notice_edge="#eadfb8", accent="#00429d",
    observed="#0b3a6e", other="#9aa0a8", span="#d3d7dd", grid="#eceef1",
    band_80="#d3dcea", band_80_edge="#a3b2c9", band_95="#e8edf4", band_95_edge="#c6d0df",
    second="#7a4b94", third="#2c7a6b", fourth="#8a5a2b", fifth="#a04468",
    achieved="#00429D", on_track="#3A9BDC", behind="#B8860B", far_behind="#D1495B", wrong_direction="#5E1249",
    missed="#1A1A1A", unsettled="#8A8A8A",
)  # fmt: skip
DARK = Palette(
    ink="#e9ebee", muted="#a7adb7", faint="#7d838d", hairline="#30343b", edge="#4b515b", track="#2c3037",
    ground="#15171b", shade="#1e2126", notice="#3a3218", notice_edge="#5a4d20", accent="#8ab8ff",
    observed="#8fbdf0", other="#757c86", span="#434a54", grid="#282b31",
    band_80="#2b3d57", band_80_edge="#4f6a92", band_95="#202b3b", band_95_edge="#374a66",
    second="#c79be0", third="#6fc0ae", fourth="#d6a877", fifth="#e58aad",
    achieved="#4A7FF0", on_track="#58CCF7", behind="#E5B53C", far_behind="#E0435F", wrong_direction="#8F5A8A",
    missed="#F2F2F2", unsettled="#999999",
)  # fmt: skip
"""The seven tones keep a CIEDE2000 difference of at least 12.8 (17.5 in the dark) under simulated colour blindness."""

PALETTES = {"light": LIGHT, "dark": DARK}

INK = LIGHT.ink
MUTED = LIGHT.muted
HAIRLINE = LIGHT.hairline
GROUND = LIGHT.ground
SHADE = LIGHT.shade
FONT = (
    '"Inter Variable", "Inter Signs", "Helvetica Neue", "Segoe UI", Arial, "PingFang SC", "Hiragino Sans GB", '
    '"Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", system-ui, sans-serif'
)
"""A Latin family before the Chinese ones: theirs draw ≥ and → as Chinese print does."""

SIZES = {"small": 13, "body": 15, "large": 20, "title": 34}


@dataclass(frozen=True)
class Mark:
    """How a status is shown beside its word: a sign in text, the name of its tone, a shape drawn on 16 × 16.

    `is_outline` marks a verdict that is open or weak: its colour is never used as a fill. `plotly` is the name
    of the nearest marker symbol in a chart.
    """

    symbol: str
    tone: str
    shape: tuple[str, ...]
    is_outline: bool = False
    plotly: str = "circle"

    def on(self, palette: Palette) -> str:
        """Its colour in a palette."""
        return getattr(palette, self.tone)

    @property
    def colour(self) -> str:
        """Its colour in the light palette."""
        return self.on(LIGHT)


_DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z"
_HOLE = "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z"
_TICK = "M7 11.5 3.8 8.3 5 7.1 7 9.1 11 5.1 12.2 6.3Z"
_DIAMOND = "M8 .8 15.2 8 8 15.2 .8 8Z"
_DASH = "M3 7.1h10v1.8H3Z"
_POINT = "M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z"
_OPEN = "unsettled"

_RING = Mark("✓", "achieved", (_DISC + _HOLE + _TICK,), True, "circle-open")
_NONE = Mark("–", _OPEN, (_DASH,), True, "line-ew-open")
_SMALL = Mark("·", _OPEN, (_POINT,), True, "circle-dot")

MARKS: dict[Status, Mark] = {
    Status.achieved: Mark("✓", "achieved", (_DISC + _TICK,)),
    Status.achieved_late: _RING,
    Status.achieved_unverified: _RING,
    Status.on_track: Mark("▲", "on_track", ("M8 1.8 15.4 14.4H.6Z",), plotly="triangle-up"),
    Status.behind: Mark("◆", "behind", (_DIAMOND + "M8 3.3 12.7 8 8 12.7Z",), plotly="diamond"),
    Status.far_behind: Mark("▼", "far_behind", ("M8 14.2.6 1.6h14.8Z",), plotly="triangle-down"),
    Status.wrong_direction: Mark(
        "↩",
        "wrong_direction",
        ("M6.5 1.4 1 6.6l5.5 5.2V8h3.7a2.1 2.1 0 0 1 0 4.2H7v2.6h3.2a4.7 4.7 0 0 0 0-9.4H6.5Z",),
        plotly="arrow-left",
    ),
    Status.missed: Mark(
        "✕",
        "missed",
        ("M3.2 1.4 8 6.2l4.8-4.8 1.8 1.8L9.8 8l4.8 4.8-1.8 1.8L8 9.8l-4.8 4.8-1.8-1.8L6.2 8 1.4 3.2Z",),
        plotly="x",
    ),
    Status.awaiting_data: Mark(
        "◷", _OPEN, (_DISC + _HOLE, "M7.2 4.2h1.6v3.4l2.5 1.5-.8 1.4-3.3-2Z"), True, "circle-open"
    ),
    Status.basis_changed: Mark(
        "≠", _OPEN, ("M2 4.6h12v1.8H2ZM2 9.6h12v1.8H2Z", "M10 1.6 11.8 2.4 6 14.4 4.2 13.6Z"), True, "asterisk-open"
    ),
    Status.pace_unknown: Mark("◇", _OPEN, (_DIAMOND + "M8 3.2 3.2 8 8 12.8 12.8 8Z",), True, "diamond-open"),
    Status.no_data: _NONE,
    Status.no_deadline: _NONE,
    Status.no_numeric_target: _SMALL,
    Status.listed: _SMALL,
    Status.superseded: Mark(
        "→", _OPEN, ("M2 7.1h8.2L7 3.9l1.2-1.2L13.6 8l-5.4 5.3L7 12.1l3.2-3.2H2Z",), True, "arrow-right-open"
    ),
    Status.dropped: Mark("⊘", _OPEN, (_DISC + _HOLE, "M11.6 3.2 12.8 4.4 4.4 12.8 3.2 11.6Z"), True, "circle-x-open"),
}
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

MANTINE = {
    "fontFamily": FONT,
    "primaryColor": "dark",
    "defaultRadius": 4,
    "cursorType": "pointer",
    "respectReducedMotion": True,
    "black": INK,
    "components": {
        "Select": {"defaultProps": {"comboboxProps": {"position": "bottom-start"}, "maxDropdownHeight": 420}}
    },
}
"""The theme handed to the controls' library."""


def of(name: str) -> Palette:
    """The palette of a theme ("light" or "dark")."""
    return PALETTES[name]


def picture(status: Status, palette: Palette = LIGHT) -> str:
    """The mark of a status as the address of an image, for charts."""
    mark = MARKS[status]
    return f"data:image/svg+xml,{quote(_drawn(mark, mark.on(palette)), safe=_SAFE)}"


@cache
def exchange(palette: Palette) -> dict[str, str]:
    """What stands in `palette` for each colour and each picture of the light one."""
    colours = {getattr(LIGHT, one.name): getattr(palette, one.name) for one in fields(Palette)}
    return colours | {picture(status): picture(status, palette) for status in MARKS}


def css() -> str:
    """The style sheet made from this module: one variable a token, one shape and tone a status and family.

    Dark is a page whose `data-theme` is "dark", or "system" where the reader's system prefers it. Paper is always
    light, and so is a page that says nothing.
    """
    sizes = {name: f"{size}px" for name, size in SIZES.items()}
    fixed = _variables({"font": FONT, "space": "8px"} | sizes)
    dark = f"{{color-scheme:dark;{_colours(DARK)}}}"
    themes = (
        f":root{{color-scheme:light;{fixed}{_colours(LIGHT)}}}"
        f"@media screen{{:root[data-theme=dark]{dark}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root[data-theme=system]{dark}}}"
    )
    shapes = [f".is-{status}{{{_shape(mark)}}}" for status, mark in MARKS.items()]
    families = [f".is-family-{family}{{{_shape(mark)}}}" for family, mark in FAMILY_MARKS.items()]
    return themes + "".join(shapes + families)


def _colours(palette: Palette) -> str:
    return _variables({one.name.replace("_", "-"): getattr(palette, one.name) for one in fields(Palette)})


def _variables(tokens: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in tokens.items())


def _shape(mark: Mark) -> str:
    tone = mark.tone.replace("_", "-")
    return f'--mark-colour:var(--{tone});--mark-shape:url("data:image/svg+xml,{quote(_drawn(mark), safe=_SAFE)}");'


def _drawn(mark: Mark, colour: str = "") -> str:
    """The mark as SVG; a mask needs neither colour nor size."""
    fill = f" width='16' height='16' fill='{colour}'" if colour else ""
    paths = "".join(f"<path fill-rule='evenodd' d='{path}'/>" for path in mark.shape)
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'{fill}>{paths}</svg>"
