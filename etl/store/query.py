"""Tables into frames, as known on a day. Every reader takes a database (or a connection in use) and an as-of day.

What was known on day D: of each series, period and basis the row with the latest `known_on` up to D among loads that
are not withdrawn; of rows with the same key the newest load's. Register rows (names, units, links) are the newest.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter

import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.chronicle import courses, rivals, stances, standing, stated, status  # noqa: F401  (for others, as below)
from etl.store.frames import (  # noqa: F401
    Bind,
    by_code,
    frame_of_rows,
    generation,
    kept,
    kept_of,
    last_of,
    plain_rows,
    rows_of,
)
from etl.store.frames import frame_of as _frame
from etl.store.frames import is_live as _is_live
from etl.store.registers import (  # noqa: F401
    areas,
    bases,
    bodies,
    decisions,
    events,
    first_stated,
    indicators,
    list_items,
    milestones,
    policies,
    sectors,
    series,
    target_links,
    target_series,
    target_versions,
    targets,
)
from etl.store.verdicts import change_days, history, panel, panels, verdicts  # noqa: F401
from etl.vocabulary import Frequency, Measured

EVER = date.max  # as-of day of a reader who wants all that is in the tables

UNIT = ("unit", "unit_zh", "measured")
PUBLISHED = (
    *(column.name for column in schema.observation.c), "file_name", *UNIT, "decides", "publisher_en", "publisher_zh",
)  # fmt: skip
UNREGISTERED = dict.fromkeys((*UNIT, "frequency"))  # of a figure whose series was withdrawn with it
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


def publications(bind: Bind, as_of: date, series_ids: Collection[str] | None = None) -> list[dict]:
    """Every publication up to the day: one row a series, period, basis and day, by period and then day. Nobody modifies
    the rows.

    Of each the unit, the publisher's names, and whether a value for its period can decide a target.
    """
    published = kept_of(bind, "publications", lambda some: _publications(bind, some), series_ids)
    wanted = published if series_ids is None else sorted(published.keys() & set(series_ids))
    return [row for code in wanted for row in published[code] if row["known_on"] <= as_of]


def _publications(bind: Bind, series_ids: Collection[str] | None) -> dict[str, list[dict]]:
    """The publications of all days, by series."""
    table = schema.observation
    chosen = sa.select(table, schema.load.c.file_name).join(schema.load, schema.load.c.load_id == table.c.load_id)
    chosen = chosen.where(_is_live(table.c.load_id))
    if series_ids is not None:
        chosen = chosen.where(table.c.series_id.in_(list(series_ids)))
    rows = rows_of(bind, chosen)
    rows.sort(key=itemgetter("series_id", "period_end", "period", "known_on", "load_id"))
    rows = _observed(bind, last_of(rows, "series_id", "period", "basis", "known_on"))
    return {series_id: list(own) for series_id, own in groupby(rows, key=itemgetter("series_id"))}


def vintages(bind: Bind, as_of: date, series_ids: Collection[str] | None = None) -> pd.DataFrame:
    """The rows of `publications` as a frame."""
    return frame_of_rows(publications(bind, as_of, series_ids), PUBLISHED)


def known(bind: Bind, as_of: date, series_ids: Collection[str] | None = None) -> list[dict]:
    """What was known on the day: of `publications` the last one of each series, period and basis."""
    return last_of(publications(bind, as_of, series_ids), "series_id", "period", "basis")


def observations(bind: Bind, as_of: date, series_ids: Collection[str] | None = None) -> pd.DataFrame:
    """The rows of `known` as a frame."""
    return frame_of_rows(known(bind, as_of, series_ids), PUBLISHED)


def deciding(bind: Bind, as_of: date) -> Counter[str]:
    """Of how many periods and bases each series has figures that can decide a target, as known on the day."""
    known = {(row["series_id"], row["period"], row["basis"]) for row in publications(bind, as_of) if row["decides"]}
    return Counter(series_id for series_id, _period, _basis in known)


def in_force(published: pd.DataFrame) -> pd.DataFrame:
    """Of publications as `vintages` gives them the last one of each series, period and basis."""
    return published.drop_duplicates(["series_id", "period", "basis"], keep="last").reset_index(drop=True)


def figure_at(bind: Bind, load_id: int, sheet: str, cell: str) -> pd.DataFrame:
    """The observation that was read from a cell, with its series' names, also of a withdrawn load; no row for none."""
    table = schema.observation
    chosen = sa.select(table).where(table.c.load_id == load_id, table.c.sheet == sheet, table.c.cell == cell)
    names = series(bind)[["series_id", "name_en", "name_zh"]]
    found = frame_of_rows(_observed(bind, rows_of(bind, chosen)), [one for one in PUBLISHED if one != "file_name"])
    return found.merge(names, on="series_id", how="left", validate="many_to_one")


def _observed(bind: Bind, rows: list[dict]) -> list[dict]:
    """The rows with the unit, whether a value for its period can decide a target, and the publisher's names."""
    about = kept(bind, "measured", lambda: by_code(series(bind), "series_id", (*UNIT, "frequency")))
    publishers = kept(bind, "publishers", lambda: by_code(bodies(bind), "body_id", ("name_en", "name_zh")))
    return [
        row | _beside(row, about.get(row["series_id"], UNREGISTERED), publishers.get(row["publisher_id"], {}))
        for row in rows
    ]


def _beside(row: dict, series: dict, publisher: dict) -> dict:
    is_stock = series["measured"] == Measured.stock
    decides = row["frequency"] in DECISIVE_OF_STOCKS if is_stock else row["frequency"] == series["frequency"]
    return {
        **{name: series[name] for name in UNIT},
        "decides": decides,
        "publisher_en": publisher.get("name_en"),
        "publisher_zh": publisher.get("name_zh") or publisher.get("name_en"),
    }


def known_days(bind: Bind, as_of: date) -> list[date]:
    """Days up to the day on which something became known: publications, statements of targets, decisions, and the days
    after deadlines; oldest first."""
    table = schema.observation
    published = _frame(bind, sa.select(table.c.known_on).distinct().where(_is_live(table.c.load_id)))
    versions = target_versions(bind)
    days = {*published.known_on, *versions.stated_on, *decisions(bind, as_of).decided_on}
    days |= {deadline + timedelta(days=1) for deadline in versions.deadline.dropna()}
    return sorted(day for day in days if day <= as_of)
