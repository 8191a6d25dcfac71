"""Tables into frames, as known on a day. Every reader takes a database (or a connection in use) and an as-of day.

What was known on day D: of each series, period and basis the row with the latest `known_on` up to D among loads that
are not withdrawn; of rows with the same key the newest load's. Register rows (names, units, links) are the newest.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.chronicle import rivals, standing, status  # noqa: F401  (readers for others, as are those below)
from etl.store.frames import Bind, generation, plain_rows  # noqa: F401
from etl.store.frames import frame_of as _frame
from etl.store.frames import is_live as _is_live
from etl.store.registers import (  # noqa: F401
    areas,
    bases,
    bodies,
    decisions,
    events,
    indicators,
    list_items,
    milestones,
    policies,
    series,
    target_links,
    target_series,
    target_versions,
    targets,
    with_names,
)
from etl.store.verdicts import by_method, change_days, history, panel, panels, verdicts  # noqa: F401
from etl.vocabulary import Frequency, Measured

EVER = date.max  # as-of day of a reader who wants all that is in the tables

DECISIVE_OF_STOCKS = (Frequency.year, Frequency.half, Frequency.quarter, Frequency.month, Frequency.day)


def live_loads() -> sa.Select:
    """Select of the numbers of loads that are files and not withdrawn."""
    return sa.select(schema.load.c.load_id).where(schema.load.c.kind == "file", _is_live(schema.load.c.load_id))


def loads(bind: Bind) -> pd.DataFrame:
    """The journal, oldest first: one row a load or withdrawal, without the files' bytes."""
    columns = [column for column in schema.load.c if column.name != "content"]
    frame = _frame(bind, sa.select(*columns).order_by(schema.load.c.load_id))
    withdrawn = set(frame.withdraws.dropna())
    return frame.assign(is_withdrawn=frame.load_id.isin(withdrawn))


def flags(bind: Bind, load_ids: Sequence[int]) -> pd.DataFrame:
    """What the checks let pass in these loads, with the file's name."""
    flag, load = schema.flag, schema.load
    chosen = sa.select(load.c.file_name, *flag.c).join(load, load.c.load_id == flag.c.load_id)
    return _frame(bind, chosen.where(flag.c.load_id.in_(load_ids)).order_by(flag.c.load_id))


def content(bind: Bind, load_id: int) -> bytes | None:
    """Bytes of the file of a load; None where there is no such file."""
    frame = _frame(bind, sa.select(schema.load.c.content).where(schema.load.c.load_id == load_id))
    return None if frame.empty else frame.content.iloc[0]


def vintages(bind: Bind, as_of: date, series_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Every publication up to the day: one row a series, period, basis and day, by period and then day."""
    table = schema.observation
    chosen = sa.select(table, schema.load.c.file_name).join(schema.load, schema.load.c.load_id == table.c.load_id)
    chosen = chosen.where(_is_live(table.c.load_id), table.c.known_on <= as_of)
    if series_ids is not None:
        chosen = chosen.where(table.c.series_id.in_(list(series_ids)))
    frame = _frame(bind, chosen).sort_values(["series_id", "period_end", "period", "known_on", "load_id"])
    frame = frame.drop_duplicates(["series_id", "period", "basis", "known_on"], keep="last")
    return _observed(bind, frame, series_ids)


def observations(bind: Bind, as_of: date, series_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """What was known on the day: one row a series, period and basis, by period."""
    return in_force(vintages(bind, as_of, series_ids))


def in_force(published: pd.DataFrame) -> pd.DataFrame:
    """Of publications as `vintages` gives them the last one of each series, period and basis."""
    return published.drop_duplicates(["series_id", "period", "basis"], keep="last").reset_index(drop=True)


def figure_at(bind: Bind, load_id: int, sheet: str, cell: str) -> pd.DataFrame:
    """The observation that was read from a cell, with its series' names, also of a withdrawn load; no row for none."""
    table = schema.observation
    chosen = sa.select(table).where(table.c.load_id == load_id, table.c.sheet == sheet, table.c.cell == cell)
    names = series(bind)[["series_id", "name_en", "name_zh"]]
    return _observed(bind, _frame(bind, chosen)).merge(names, on="series_id", how="left", validate="many_to_one")


def _observed(bind: Bind, frame: pd.DataFrame, series_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Adds the unit, the publisher's names, and whether a value for its period can decide a target."""
    about = series(bind, series_ids)[["series_id", "unit", "unit_zh", "measured", "frequency"]]
    about = about.rename(columns={"frequency": "series_frequency"})
    frame = frame.merge(about, on="series_id", how="left", validate="many_to_one")
    of_stock = (frame.measured == Measured.stock) & frame.frequency.isin(DECISIVE_OF_STOCKS)
    of_flow = (frame.measured != Measured.stock) & (frame.frequency == frame.series_frequency)
    frame = with_names(frame.assign(decides=of_stock | of_flow), bodies(bind), "publisher_id", "body_id", "publisher")
    return frame.drop(columns=["series_frequency"]).reset_index(drop=True)


def known_days(bind: Bind, as_of: date) -> list[date]:
    """Days up to the day on which something became known: publications, statements of targets, decisions, and the days
    after deadlines; oldest first."""
    table = schema.observation
    published = _frame(bind, sa.select(table.c.known_on).distinct().where(_is_live(table.c.load_id)))
    versions = target_versions(bind)
    days = {*published.known_on, *versions.stated_on, *decisions(bind, as_of).decided_on}
    days |= {deadline + timedelta(days=1) for deadline in versions.deadline.dropna()}
    return sorted(day for day in days if day <= as_of)
