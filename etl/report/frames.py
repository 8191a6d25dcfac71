"""What a report is made of: frames of `etl.store.query`, and how their rows are chosen and read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from etl.errors import CallError
from etl.judge.ahead import Ahead, aheads
from etl.judge.arithmetic import Found
from etl.judge.changes import Move, moved
from etl.judge.findings import findings
from etl.store import query
from etl.vocabulary import Family, Method

Row = Mapping[str, object]


@dataclass(frozen=True)
class Notices:
    """What a report of many targets tells beside the verdicts, as known on one day.

    `rivals`, `roles` and `decisions` are rows of `query.rivals`, `query.target_series` and `query.decisions`.
    """

    moves: Sequence[Move] = ()
    findings: Sequence[Found] = ()
    rivals: Sequence[dict] = ()
    roles: Sequence[dict] = ()
    decisions: Sequence[dict] = ()


@dataclass(frozen=True)
class ReportFrames:
    """The tables behind a report, all as known on one day.

    `status` is `query.status` by one method, `observations` and `vintages` are the readers of that name,
    `milestones`, `series`, `bases` and `policies` likewise; `aheads` are forecasts and `panel` the rows of
    `query.panel` by target. Values are shown as they stand; nothing is filled in.
    """

    status: pd.DataFrame
    observations: pd.DataFrame
    vintages: pd.DataFrame
    milestones: pd.DataFrame
    series: pd.DataFrame
    bases: pd.DataFrame
    policies: pd.DataFrame
    notices: Notices = field(default_factory=Notices)
    aheads: Mapping[str, Ahead] = field(default_factory=dict)
    panel: Mapping[str, Sequence[dict]] = field(default_factory=dict)


def read_frames(bind: query.Bind, as_of: date, method: Method | None = None, since: date = date.min) -> ReportFrames:
    """The frames of a report of many targets as known on `as_of`, judged by `method`, with the moves after `since`."""
    notices = Notices(
        moves=moved(bind, since, as_of, method),
        findings=findings(bind, as_of),
        rivals=query.plain_rows(query.rivals(bind, as_of, method)),
        roles=query.plain_rows(query.target_series(bind, as_of)),
        decisions=query.plain_rows(query.decisions(bind, as_of)),
    )
    return replace(read_target_frames(bind, as_of, method), notices=notices)


def read_target_frames(bind: query.Bind, as_of: date, method: Method | None = None) -> ReportFrames:
    """The frames of the workbooks of single targets as known on `as_of`, judged by `method`."""
    vintages, status = query.vintages(bind, as_of), query.status(bind, as_of, method)
    return ReportFrames(
        status=status,
        observations=query.in_force(vintages),
        vintages=vintages,
        milestones=query.milestones(bind, as_of),
        series=query.series(bind),
        bases=query.bases(bind),
        policies=query.policies(bind, as_of),
        aheads=aheads(bind, as_of, list(status[status.chance.notna()].target_id)),
        panel=_panel(bind, as_of),
    )


def _panel(bind: query.Bind, as_of: date) -> dict[str, list[dict]]:
    found = defaultdict(list)
    for row in query.plain_rows(query.panels(bind, as_of)):
        found[row["target_id"]].append(row)
    return found


def named(row: Row, name: str, lang: str) -> str:
    """The text `<name>_<lang>` of a row; its English where the other language is absent; '' where both are."""
    return str(row.get(f"{name}_{lang}") or row.get(f"{name}_en") or "")


def unit_of(row: Row, lang: str) -> str:
    """The unit of a row in the language; the English one where there is no Chinese one."""
    return str((row.get("unit_zh") if lang == "zh" else None) or row.get("unit") or "")


def chosen_rows(frames: ReportFrames, policy: str | None, target_ids: Sequence[str] | None = None) -> list[dict]:
    """Status rows of one policy, or of all, in the order of the register; or of the targets given, in their order.

    Raises CallError for a policy that is not known on the day.
    """
    rows = query.plain_rows(frames.status)
    if target_ids is not None:
        by_id = {row["target_id"]: row for row in rows}
        return [by_id[target_id] for target_id in target_ids]
    if policy is None:
        return rows
    own = policy_row(frames, policy)["policy_id"]
    return [row for row in rows if row["policy_id"] == own]


def policy_row(frames: ReportFrames, policy: str) -> dict:
    """The record of a document. Raises CallError for one that is not known on the day."""
    known = {row["policy_id"]: row for row in query.plain_rows(frames.policies)}
    if policy not in known:
        raise CallError(f"There is no policy {policy!r} on this day. Known are: {', '.join(sorted(known))}.")
    return known[policy]


def leads(rows: list[dict]) -> list[dict]:
    """Rows without those that tell again a promise that another of the rows leads."""
    ids = {row["target_id"] for row in rows}
    return [row for row in rows if row["same_as"] not in ids]


def is_judged(row: Row) -> bool:
    """Whether a target has a number that somebody aims at: whether it belongs to the strip."""
    return row["family"] != Family.not_judged


def is_measured(row: Row) -> bool:
    """Whether the verdict rests on a usable figure."""
    return row["value"] is not None


def badges_of(row: Row) -> list[str]:
    """Codes of a row's badges."""
    badges = row["badges"] or ()
    return badges.split() if isinstance(badges, str) else list(badges)
