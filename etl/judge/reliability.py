"""How often targets were met that the forecast gave a certain chance: the table behind the reliability chart.

`reliability.csv` is written by `bench.backtest`, from countries, states and panels that the calibration never saw.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.judge.calibration import commented

FILE = Path(__file__).with_name("reliability.csv")
COLUMNS = ("panel", "least", "most", "forecasts", "chance", "came_true")


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of one panel whose chance lay from `least` to `most`: how many, their mean chance, the share met."""

    panel: str
    least: float
    most: float
    forecasts: int
    chance: float
    came_true: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins of each panel in ascending order, and the day on which they were counted."""

    made_on: date
    bins: tuple[Bin, ...]

    @property
    def panels(self) -> tuple[str, ...]:
        """Names of the panels, in the file's order."""
        return tuple(dict.fromkeys(own.panel for own in self.bins))

    def of(self, panel: str) -> tuple[Bin, ...]:
        """The bins of one panel."""
        return tuple(own for own in self.bins if own.panel == panel)

    def around(self, chance: float) -> list[Bin]:
        """The bin of each panel in which a chance (0 to 1) lies; one on the edge of two lies in the upper."""
        return [[one for one in self.of(panel) if one.least <= chance][-1] for panel in self.panels]

    def upper(self, panel: str) -> tuple[float, float]:
        """Mean chance and share met of the panel's forecasts whose chance was a half or more."""
        upper = [own for own in self.of(panel) if own.least >= 0.5]
        total = sum(own.forecasts for own in upper)
        shares = (sum(own.forecasts * getattr(own, name) for own in upper) for name in ("chance", "came_true"))
        return tuple(share / total for share in shares)


def read(path: Path = FILE) -> Reliability:
    """The table of a file that `bench.backtest` has written."""
    said, rows = commented(path)
    bins = tuple(
        Bin(
            row["panel"],
            float(row["least"]),
            float(row["most"]),
            int(row["forecasts"]),
            float(row["chance"]),
            float(row["came_true"]),
        )
        for row in rows
    )
    return Reliability(date.fromisoformat(said["made on"]), bins)


RELIABILITY = read()
