"""The registers as frames: bodies, series, documents, targets and what belongs to them, as known on a day."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from etl.store import schema
from etl.store.frames import Bind, kept, newest


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


def series(bind: Bind, series_ids: Collection[str] | None = None) -> pd.DataFrame:
    """Series, all or those given, with their indicator's unit and their publisher's and area's names."""
    frame = kept(bind, "named series", lambda: _series(bind))
    return frame if series_ids is None else frame[frame.series_id.isin(list(series_ids))].reset_index(drop=True)


def _series(bind: Bind) -> pd.DataFrame:
    units = indicators(bind)[["indicator_id", "unit", "unit_zh", "measured", "lower", "upper"]]
    frame = newest(bind, schema.series, "series_id")
    frame = frame.merge(units, on="indicator_id", how="left", validate="many_to_one")
    frame = with_names(frame, bodies(bind), "publisher_id", "body_id", "publisher")
    return with_names(frame, areas(bind), "area_id", "area_id", "area")


def bases(bind: Bind) -> pd.DataFrame:
    """Bases with their descriptions: series_id, basis, description_en, description_zh."""
    return newest(bind, schema.basis, "series_id", "basis")


def policies(bind: Bind, as_of: date) -> pd.DataFrame:
    """Documents issued up to the day, with `bodies` (codes) and `body_names_en/zh` of their issuing bodies, several
    as in a sheet's cell."""
    frame = kept(bind, "named policies", lambda: _policies(bind))
    return frame[frame.issued <= as_of].reset_index(drop=True)


def _policies(bind: Bind) -> pd.DataFrame:
    issuers = newest(bind, schema.policy_body, "policy_id").sort_values(["policy_id", "place"])
    issuers = with_names(issuers, bodies(bind), "body_id", "body_id", "body")
    grouped = issuers.groupby("policy_id")
    joined = pd.DataFrame(
        {
            "bodies": grouped.body_id.agg("; ".join),
            "body_names_en": grouped.body_en.agg("; ".join),
            "body_names_zh": grouped.body_zh.agg("; ".join),
        }
    )
    frame = newest(bind, schema.policy, "policy_id")
    return frame.merge(joined, on="policy_id", how="left", validate="one_to_one")


def target_versions(bind: Bind) -> pd.DataFrame:
    """All versions of all targets, oldest first."""
    return kept(bind, "versions", lambda: _target_versions(bind))


def _target_versions(bind: Bind) -> pd.DataFrame:
    frame = newest(bind, schema.target, "target_id", "stated_on")
    return frame.sort_values(["target_id", "stated_on"], ignore_index=True)


def targets(bind: Bind, as_of: date, target_id: str | None = None) -> pd.DataFrame:
    """Targets, or one of them, in the version stated last up to the day."""
    frame = target_versions(bind)
    frame = frame if target_id is None else frame[frame.target_id == target_id]
    return frame[frame.stated_on <= as_of].drop_duplicates("target_id", keep="last").reset_index(drop=True)


def target_series(bind: Bind, as_of: date) -> pd.DataFrame:
    """Series of the targets known on the day: role, notes, names of series and publisher."""
    return _of_known_targets(bind, kept(bind, "named target series", lambda: _target_series(bind)), as_of)


def _target_series(bind: Bind) -> pd.DataFrame:
    wanted = ["series_id", "name_en", "name_zh", "publisher_id", "publisher_en", "publisher_zh", "scope_en", "scope_zh"]
    names = series(bind)[[*wanted, "area_en", "area_zh"]]
    frame = newest(bind, schema.target_series, "target_id")
    return frame.merge(names, on="series_id", how="left", validate="many_to_one")


def target_links(bind: Bind, as_of: date) -> pd.DataFrame:
    """Links between targets that are both known on the day."""
    frame, known = newest(bind, schema.target_link, "target_id"), known_targets(bind, as_of)
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


def with_names(frame: pd.DataFrame, names: pd.DataFrame, column: str, key: str, prefix: str) -> pd.DataFrame:
    """Adds `<prefix>_en` and `<prefix>_zh` from a frame of names; the Chinese one falls back on the English."""
    names = names.assign(name_zh=names.name_zh.fillna(names.name_en))
    named = names[[key, "name_en", "name_zh"]].rename(
        columns={key: column, "name_en": f"{prefix}_en", "name_zh": f"{prefix}_zh"}
    )
    return frame.merge(named, on=column, how="left", validate="many_to_one")


def _of_known_targets(bind: Bind, frame: pd.DataFrame, as_of: date) -> pd.DataFrame:
    return frame[frame.target_id.isin(known_targets(bind, as_of))].reset_index(drop=True)


def known_targets(bind: Bind, as_of: date) -> set[str]:
    """Codes of the targets stated up to the day."""
    return {code for code, day in first_stated(bind).items() if day <= as_of}


def first_stated(bind: Bind) -> dict[str, date]:
    """The day on which each target was stated first."""
    return kept(bind, "first stated", lambda: _first_stated(bind))


def _first_stated(bind: Bind) -> dict[str, date]:
    first = target_versions(bind).drop_duplicates("target_id")
    return dict(zip(first.target_id, first.stated_on, strict=True))
