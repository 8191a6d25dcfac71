"""Tables into frames, as known on a day. Every reader takes a database (or a connection in use) and an as-of day.

What was known on day D: of each series, period and basis the row with the latest `known_on` up to D among loads that
are not withdrawn; of rows with the same key the newest load's. Register rows (names, units, links) are the newest.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pandas as pd
import sqlalchemy as sa

from etl.store import schema
from etl.store.frames import Bind, generation, newest, plain_rows  # noqa: F401  (readers for others too)
from etl.store.frames import frame_of as _frame
from etl.store.frames import is_live as _is_live
from etl.vocabulary import FAMILY_OF, Frequency, Link, Measured, Method, Role

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


def bodies(bind: Bind) -> pd.DataFrame:
    """Bodies and publishers: body_id, name_en, name_zh, note."""
    return newest(bind, schema.body, "body_id")


def areas(bind: Bind) -> pd.DataFrame:
    """Areas: area_id, name_en, name_zh, note."""
    return newest(bind, schema.area, "area_id")


def sectors(bind: Bind) -> pd.DataFrame:
    """Sectors: sector_id, name_en, name_zh, note."""
    return newest(bind, schema.sector, "sector_id")


def indicators(bind: Bind) -> pd.DataFrame:
    """Indicators with their units and natural bounds."""
    return newest(bind, schema.indicator, "indicator_id")


def series(bind: Bind, series_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Series, all or those given, with their indicator's unit and their publisher's and area's names."""
    frame = newest(bind, schema.series, "series_id")
    if series_ids is not None:
        frame = frame[frame.series_id.isin(list(series_ids))]
    units = indicators(bind)[["indicator_id", "unit", "unit_zh", "measured", "lower", "upper"]]
    frame = frame.merge(units, on="indicator_id", how="left", validate="many_to_one")
    frame = _with_names(frame, bodies(bind), "publisher_id", "body_id", "publisher")
    return _with_names(frame, areas(bind), "area_id", "area_id", "area")


def bases(bind: Bind) -> pd.DataFrame:
    """Bases with their descriptions: series_id, basis, description_en, description_zh."""
    return newest(bind, schema.basis, "series_id", "basis")


def policies(bind: Bind, as_of: date) -> pd.DataFrame:
    """Documents issued up to the day, with `bodies` (codes) and `body_names_en/zh` of their issuing bodies, several
    as in a sheet's cell."""
    frame = newest(bind, schema.policy, "policy_id")
    frame = frame[frame.issued <= as_of]
    issuers = newest(bind, schema.policy_body, "policy_id").sort_values(["policy_id", "place"])
    issuers = _with_names(issuers, bodies(bind), "body_id", "body_id", "body")
    grouped = issuers.groupby("policy_id")
    joined = pd.DataFrame(
        {
            "bodies": grouped.body_id.agg("; ".join),
            "body_names_en": grouped.body_en.agg("; ".join),
            "body_names_zh": grouped.body_zh.agg("; ".join),
        }
    )
    return frame.merge(joined, on="policy_id", how="left", validate="one_to_one")


def target_versions(bind: Bind) -> pd.DataFrame:
    """All versions of all targets, oldest first."""
    frame = newest(bind, schema.target, "target_id", "stated_on")
    return frame.sort_values(["target_id", "stated_on"], ignore_index=True)


def targets(bind: Bind, as_of: date) -> pd.DataFrame:
    """Targets in the version stated last up to the day."""
    frame = target_versions(bind)
    return frame[frame.stated_on <= as_of].drop_duplicates("target_id", keep="last").reset_index(drop=True)


def target_series(bind: Bind, as_of: date) -> pd.DataFrame:
    """Series of the targets known on the day: role, notes, names of series and publisher."""
    frame = _of_known_targets(bind, newest(bind, schema.target_series, "target_id"), as_of)
    kept = ["series_id", "name_en", "name_zh", "publisher_id", "publisher_en", "publisher_zh", "scope_en", "scope_zh"]
    kept += ["area_en", "area_zh"]
    names = series(bind)[kept]
    return frame.merge(names, on="series_id", how="left", validate="many_to_one")


def target_links(bind: Bind, as_of: date) -> pd.DataFrame:
    """Links between targets that are both known on the day."""
    frame, known = newest(bind, schema.target_link, "target_id"), _known_targets(bind, as_of)
    return frame[frame.target_id.isin(known) & frame.other_id.isin(known)].reset_index(drop=True)


def milestones(bind: Bind, as_of: date) -> pd.DataFrame:
    """Milestones of the targets known on the day."""
    return _of_known_targets(bind, newest(bind, schema.milestone, "target_id"), as_of)


def list_items(bind: Bind, as_of: date) -> pd.DataFrame:
    """Things listed by documents issued up to the day, in their order."""
    frame = newest(bind, schema.list_item, "list_id")
    known = set(policies(bind, as_of).policy_id)
    return frame[frame.policy_id.isin(known)].sort_values(["list_id", "number"], ignore_index=True)


def events(bind: Bind, as_of: date) -> pd.DataFrame:
    """Events up to the day, oldest first."""
    frame = newest(bind, schema.event, "event_id")
    return frame[frame.day <= as_of].sort_values("day", ignore_index=True)


def decisions(bind: Bind, as_of: date) -> pd.DataFrame:
    """Decisions up to the day, oldest first; which of them hold is told by `etl.judge.decisions`."""
    frame = newest(bind, schema.decision, "decision_id")
    return frame[frame.decided_on <= as_of].sort_values(["decided_on", "load_id", "row"], ignore_index=True)


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
    frame = _with_names(frame.assign(decides=of_stock | of_flow), bodies(bind), "publisher_id", "body_id", "publisher")
    return frame.drop(columns=["series_frequency"]).reset_index(drop=True)


def change_days(bind: Bind, as_of: date) -> list[date]:
    """Days up to the day on which some verdict changed, oldest first."""
    rows = _generation_rows(list(Method))
    chosen = sa.select(rows.c.valid_from).distinct().where(rows.c.role == Role.headline)
    frame = _frame(bind, chosen.where(rows.c.valid_from <= as_of))
    return sorted(frame.valid_from)


def known_days(bind: Bind, as_of: date) -> list[date]:
    """Days up to the day on which something became known: publications, statements of targets, decisions, and the days
    after deadlines; oldest first."""
    table = schema.observation
    published = _frame(bind, sa.select(table.c.known_on).distinct().where(_is_live(table.c.load_id)))
    versions = target_versions(bind)
    days = {*published.known_on, *versions.stated_on, *decisions(bind, as_of).decided_on}
    days |= {deadline + timedelta(days=1) for deadline in versions.deadline.dropna()}
    return sorted(day for day in days if day <= as_of)


def verdicts(bind: Bind, target_id: str, as_of: date, method: str | None = None) -> pd.DataFrame:
    """The verdicts on a target's headline up to the day, oldest first: one row a day on which one took over."""
    frame = by_method(bind, history(bind, [target_id]), as_of, method)
    return frame[(frame.role == Role.headline) & (frame.valid_from <= as_of)].reset_index(drop=True)


def panel(bind: Bind, target_id: str, as_of: date) -> pd.DataFrame:
    """What each method said of a target on the day: the row of its verdict on the headline, one a method."""
    return panels(bind, as_of, [target_id])


def panels(bind: Bind, as_of: date, target_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """What each method said of targets (None: of all) on the day: one row a target and method, by target."""
    frame = history(bind, target_ids)
    frame = frame[(frame.role == Role.headline) & (frame.valid_from <= as_of)]
    frame = frame.drop_duplicates(["target_id", "method"], keep="last")
    places = frame.method.map(list(Method).index)
    return frame.assign(place=places).sort_values(["target_id", "place"], ignore_index=True).drop(columns="place")


def by_method(bind: Bind, frame: pd.DataFrame, as_of: date, method: str | None) -> pd.DataFrame:
    """Verdict rows by the method; by None those by the method that each target had on the day."""
    if method is not None:
        return frame[frame.method == method]
    return frame[frame.method == frame.target_id.map(_own_methods(bind, as_of))]


def _own_methods(bind: Bind, as_of: date) -> dict[str, str]:
    """The method of each target known on the day: its own where the register names one, else linear-pace."""
    frame = targets(bind, as_of)
    return dict(zip(frame.target_id, frame.method.fillna(str(Method.linear_pace)), strict=True))


def history(bind: Bind, target_ids: Iterable[str] | None = None) -> pd.DataFrame:
    """The verdict history in force: all rows of the newest generation of each target and method, rivals' too."""
    rows = _generation_rows(list(Method))
    chosen = sa.select(rows)
    if target_ids is not None:
        chosen = chosen.where(rows.c.target_id.in_(list(target_ids)))
    return _frame(bind, chosen).sort_values(
        ["target_id", "method", "role", "series_id", "valid_from"], ignore_index=True
    )


def status(bind: Bind, as_of: date, method: str | None = None) -> pd.DataFrame:
    """Where every target known on the day stood: one row a target, in the order of the register.

    `method` is that of all verdicts; None: each target's own, as the register says.

    Columns: the keys of the command line's contract (without the sentence), the names and units in both languages,
    the statement, the document and the other inputs of the verdict. Shares are 0 to 1, per cents 47.9.
    """
    stated = {name: f"stated_{name}" for name in ("basis", "value", "high")}
    frame = targets(bind, as_of).rename(columns=stated)
    frame = frame.drop(columns=["baseline_value", "baseline_period", "method"])
    frame = frame.merge(_verdicts(bind, as_of, method), on="target_id", how="left", validate="one_to_one")
    units = indicators(bind)[["indicator_id", "unit", "unit_zh", "measured"]]
    frame = frame.merge(units, on="indicator_id", how="left", validate="many_to_one")
    frame = _with_names(frame, sectors(bind), "sector_id", "sector_id", "sector")
    frame = _with_policies(frame, policies(bind, as_of))
    frame = _with_series(frame, series(bind), bases(bind))
    frame["series_id"] = frame.series_id.replace("", None)
    frame["series_role"] = frame.series_id.map(lambda code: None if pd.isna(code) else Role.headline.value)
    frame["family"] = frame.status.map(lambda code: FAMILY_OF[code].value)
    return frame.assign(as_of=as_of, same_as=frame.target_id.map(_leads(bind, as_of))).sort_values(
        ["issued", "policy_id", "target_id"], ascending=[False, True, True], ignore_index=True
    )


def _leads(bind: Bind, as_of: date) -> dict[str, str]:
    links = target_links(bind, as_of)
    same = links[links.link == Link.same_as]
    return dict(zip(same.target_id, same.other_id, strict=True))


def rivals(bind: Bind, as_of: date, method: str | None = None) -> pd.DataFrame:
    """The verdict on each rival series, as `status` has it on the headline: one row a target and rival."""
    frame = _verdicts_by_role(bind, as_of, method, Role.rival)
    frame = frame[frame.target_id.isin(_known_targets(bind, as_of))]
    names = series(bind)[["series_id", "name_en", "name_zh", "publisher_en", "publisher_zh", "unit", "unit_zh"]]
    return frame.merge(names, on="series_id", how="left", validate="many_to_one").reset_index(drop=True)


def _verdicts(bind: Bind, as_of: date, method: str | None) -> pd.DataFrame:
    """The verdict in force on the day, one row a target."""
    return _verdicts_by_role(bind, as_of, method, Role.headline)


def _verdicts_by_role(bind: Bind, as_of: date, method: str | None, role: Role) -> pd.DataFrame:
    """The verdict in force on the day, one row a target and series of that role."""
    methods = set(_own_methods(bind, as_of).values()) if method is None else [method]
    rows = _generation_rows(methods)
    frame = _frame(bind, sa.select(rows).where(rows.c.valid_from <= as_of, rows.c.role == role))
    frame = by_method(bind, frame, as_of, method) if len(methods) > 1 else frame
    frame = frame.sort_values("valid_from").drop_duplicates(["target_id", "series_id"], keep="last")
    return frame.drop(columns=["load_id", "role"])


def _generation_rows(methods: Iterable[str]) -> sa.Subquery:
    """Verdict rows of the newest generation of each target and method; none of a target whose loads are withdrawn."""
    table, other, target = schema.assessment, schema.assessment.alias(), schema.target.c
    newest = sa.select(sa.func.max(other.c.load_id)).where(
        other.c.target_id == table.c.target_id, other.c.method == table.c.method
    )
    chosen = sa.select(table).where(table.c.method.in_([str(method) for method in methods]))
    chosen = chosen.where(table.c.target_id.in_(sa.select(target.target_id).where(_is_live(target.load_id))))
    return chosen.where(table.c.load_id == newest.scalar_subquery()).subquery()


def _with_policies(frame: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    names = {"name_en": "policy_name_en", "name_zh": "policy_name_zh", "number": "policy_number", "url": "policy_url"}
    kept = ["policy_id", "short_en", "short_zh", "issued", "bodies", "body_names_en", "body_names_zh"]
    documents = documents.rename(columns=names)[[*kept, *names.values()]]
    return frame.merge(documents, on="policy_id", how="left", validate="many_to_one")


def _with_series(frame: pd.DataFrame, register: pd.DataFrame, described: pd.DataFrame) -> pd.DataFrame:
    """Adds a series' area and the last day of one that was ended, and in words the basis of the latest observation."""
    kept = ["series_id", "discontinued", "area_id", "area_en", "area_zh"]
    frame = frame.merge(register[kept], on="series_id", how="left", validate="many_to_one")
    words = {"description_en": "basis_en", "description_zh": "basis_zh"}
    return frame.merge(
        described.rename(columns=words)[["series_id", "basis", *words.values()]],
        on=["series_id", "basis"], how="left", validate="many_to_one",
    )  # fmt: skip


def _with_names(frame: pd.DataFrame, names: pd.DataFrame, column: str, key: str, prefix: str) -> pd.DataFrame:
    """Adds `<prefix>_en` and `<prefix>_zh` from a frame of names; the Chinese one falls back on the English."""
    names = names.assign(name_zh=names.name_zh.fillna(names.name_en))
    named = names[[key, "name_en", "name_zh"]].rename(
        columns={key: column, "name_en": f"{prefix}_en", "name_zh": f"{prefix}_zh"}
    )
    return frame.merge(named, on=column, how="left", validate="many_to_one")


def _of_known_targets(bind: Bind, frame: pd.DataFrame, as_of: date) -> pd.DataFrame:
    return frame[frame.target_id.isin(_known_targets(bind, as_of))].reset_index(drop=True)


def _known_targets(bind: Bind, as_of: date) -> set[str]:
    """Codes of the targets stated up to the day."""
    table = schema.target
    chosen = sa.select(table.c.target_id).distinct().where(table.c.stated_on <= as_of, _is_live(table.c.load_id))
    return set(_frame(bind, chosen).target_id)
