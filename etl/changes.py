"""Rows of verdicts that moved between two days, for command line and page. The keys are a contract."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from etl.judge.changes import Move, moved
from etl.judge.sentences import sentence
from etl.store import query
from etl.store.query import plain_rows
from etl.vocabulary import FAMILY_OF, Method, Status

KEYS: Mapping[str, str] = {
    "day": "day on which the verdict moved",
    "target_id": "code of the target in the register",
    "slug": "readable name in addresses",
    "name": "name in the language asked for",
    "policy_id": "document that states it",
    "cause": "why it moved: stated, restated, superseded, decision, deadline, basis, figure, revision",
    "status_before": "where it stood before; null: newly stated",
    "status_after": "where it stood from that day on",
    "family_before": "group of statuses before",
    "family_after": "group of statuses after",
    "period_before": "period of the latest observation before",
    "value_before": "its value, in the unit",
    "high_before": "upper end, where the value is a range",
    "qualifier_before": "its bound or approximation",
    "published_on_before": "day on which it was made known",
    "basis_before": "basis it stood on",
    "target_value_before": "value to be reached as it was before",
    "chance_before": "chance given before, 0 to 1; null: none",
    "period_after": "period of the latest observation after",
    "value_after": "its value, in the unit",
    "high_after": "upper end, where the value is a range",
    "qualifier_after": "its bound or approximation",
    "published_on_after": "day on which it was made known",
    "basis_after": "basis it stands on",
    "target_value_after": "value to be reached as it was after",
    "chance_after": "chance given after, 0 to 1; null: none",
    "unit": "unit of the values",
    "deadline": "last day of the period at whose end it is due",
    "sentence": "the verdict after, in plain words",
    "method": "method of the verdicts",
    "same_as": "target that leads the same promise, for all but the leading one",
}

STATED = ("basis", "value", "high")  # what a status row calls stated_basis, …: the bare names are the verdict's own
SIDES = ("status", "family", "period", "value", "high", "qualifier", "published_on", "basis", "target_value", "chance")


def change_rows(bind: query.Bind, since: date, as_of: date, method: Method | None, lang: str) -> list[dict]:
    """One row a verdict that moved after `since` up to `as_of`, the latest first, with exactly the contract's keys."""
    found = moved(bind, since, as_of, method)
    register = _Register(bind, as_of, method, {move.target_id for move in found})
    return [_row(move, register.on_its_day(move), lang) for move in found]


class _Register:
    """What is said of some targets beside their verdicts, in the version of a day."""

    def __init__(self, bind: query.Bind, as_of: date, method: Method | None, target_ids: Collection[str]):
        self._rows = {row["target_id"]: row for row in query.standing(bind, as_of, method, target_ids)}
        versions = query.target_versions(bind)
        versions = versions[versions.target_id.isin(target_ids)]
        versions = versions.rename(columns={name: f"stated_{name}" for name in STATED})
        self._versions = defaultdict(list)
        for row in plain_rows(versions.drop(columns=["baseline_value", "baseline_period"])):
            self._versions[row["target_id"]].append(row)
        self._bases = {(row["series_id"], row["basis"]): row for row in plain_rows(query.bases(bind))}

    def on_its_day(self, move: Move) -> dict:
        """The status row of the moved target as it was on the day."""
        own = [row for row in self._versions[move.target_id] if row["stated_on"] <= move.day]
        row = self._rows[move.target_id] | own[-1] | dict(move.after)
        basis = self._bases.get((row["series_id"], row["basis"]), {})
        words = {f"basis_{lang}": basis.get(f"description_{lang}") for lang in ("en", "zh")}
        return row | words | {"family": FAMILY_OF[Status(row["status"])].value}


def _row(move: Move, after: dict, lang: str) -> dict:
    before = {} if move.before is None else dict(move.before)
    before |= {"family": FAMILY_OF[Status(before["status"])].value} if before else {}
    sides = {f"{name}_before": before.get(name) for name in SIDES} | {f"{name}_after": after[name] for name in SIDES}
    name = after["name_zh"] if lang == "zh" and after["name_zh"] else after["name_en"]
    said = {"day": move.day, "cause": move.cause.value, "name": name, "sentence": sentence(after, lang)}
    full = after | sides | said
    return {key: full[key] for key in KEYS}
