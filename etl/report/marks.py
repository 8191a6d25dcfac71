"""How a status is drawn on a sheet: a symbol and a colour beside its word, never a colour alone."""

from dataclasses import dataclass

from etl.vocabulary import Family, Status

INK = "#16181D"
MUTED = "#5C6370"
HAIRLINE = "#DFE2E6"
SHADE = "#F4F5F7"
LINE = "#00429D"
GREY = "#8A8A8A"
WHITE = "#FFFFFF"


@dataclass(frozen=True)
class Mark:
    """A status' symbol, its colour, and whether it is drawn as an outline instead of a filled cell."""

    symbol: str
    colour: str
    is_outline: bool = False

    @property
    def text_colour(self) -> str:
        """Colour of the symbol: near black or white on a fill, whichever is easier to read; the colour on none."""
        if self.is_outline:
            return self.colour
        return INK if self.colour in ("#3A9BDC", "#B8860B") else WHITE


MARKS: dict[Status, Mark] = {
    Status.achieved: Mark("✓", LINE),
    Status.achieved_late: Mark("✓", LINE, True),
    Status.achieved_unverified: Mark("✓", LINE, True),
    Status.on_track: Mark("▲", "#3A9BDC"),
    Status.behind: Mark("◆", "#B8860B"),
    Status.far_behind: Mark("▼", "#D1495B"),
    Status.wrong_direction: Mark("↩", "#5E1249"),
    Status.missed: Mark("✕", "#1A1A1A"),
    Status.awaiting_data: Mark("◷", GREY, True),
    Status.basis_changed: Mark("≠", INK, True),
    Status.pace_unknown: Mark("◇", INK, True),
    Status.no_data: Mark("–", GREY, True),
    Status.no_deadline: Mark("–", GREY, True),
    Status.no_numeric_target: Mark("·", GREY, True),
    Status.listed: Mark("·", GREY, True),
    Status.superseded: Mark("→", GREY, True),
    Status.dropped: Mark("⊘", INK, True),
}

FAMILY_MARKS: dict[Family, Mark] = {
    Family.kept: MARKS[Status.achieved],
    Family.on_track: MARKS[Status.on_track],
    Family.behind: MARKS[Status.behind],
    Family.missed: MARKS[Status.missed],
    Family.waiting: MARKS[Status.awaiting_data],
    Family.cannot_be_judged: Mark("–", "#C4C7CC", True),
    Family.not_judged: MARKS[Status.listed],
}
