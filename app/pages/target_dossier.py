"""All that a target's page shows of one target, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from app import text
from app.address import View
from app.data import Data, records
from app.figures.events import Event
from app.figures.forecast import Forecast
from app.figures.progress import Other, Story
from app.pages import target_record
from app.text import Text
from etl.citation import Traced
from etl.judge.ahead import Ahead
from etl.vocabulary import Kind, Method, Role


@dataclass(frozen=True)
class Dossier:
    """A target as known on the view's day: its status row by each method, its series with their observations, the
    targets it is linked with (link, whether it points here, the other's row, a note), what its document lists, all
    publications of its headline, and its verdicts by the view's method, oldest first; what is on record about it; the
    verdict that each decision on its basis would bring, and the one on each rival series; what lies ahead of its
    headline where a chance is given; the fate of the statement that the view cites."""

    view: View
    row: dict
    by_method: Mapping[Method, dict]
    series: Sequence[dict]
    frames: Mapping[str, pd.DataFrame]
    bases: Mapping[tuple[str, str], str]
    same: Sequence[dict]
    links: Sequence[tuple[str, bool, dict, str | None]]
    milestones: Sequence[tuple[date, float]]
    items: Sequence[dict]
    compared: pd.DataFrame
    vintages: pd.DataFrame
    verdicts: pd.DataFrame
    lineage: Sequence[target_record.Stated]
    events: Sequence[dict]
    remarks: Sequence[target_record.Remark]
    decisions: Sequence[target_record.Decided]
    prospects: Sequence[dict]
    rivals: Mapping[str, dict]
    ahead: Ahead | None
    traced: Traced | None = None

    @property
    def t(self) -> Text:
        """Words in the reader's language."""
        return text.of(self.view.lang)

    @cached_property
    def headline(self) -> dict | None:
        """The series that decides, None where nobody measures the target."""
        return next((one for one in self.series if one["role"] == Role.headline), None)

    @cached_property
    def observed(self) -> pd.DataFrame:
        """The headline's observations; of the same columns and empty where there is none."""
        return self.frames[self.headline["series_id"]] if self.headline else self.frames[""]

    @cached_property
    def replaced(self) -> pd.DataFrame:
        """The publications of the headline that a later one of the same period and basis gave another value for."""
        frame = self.vintages
        last = frame.groupby(["period", frame["basis"].fillna("")])["value"].transform("last")
        return frame[frame["value"] != last]

    def latest(self, series: dict) -> dict | None:
        """The newest deciding observation of a series as a record."""
        frame = self.frames[series["series_id"]]
        found = records(frame[frame["decides"].astype(bool)])
        return max(found, key=lambda one: (one["period_end"], one["known_on"]), default=None)

    def observation(self, period: str | None, basis: str | None) -> dict | None:
        """The headline's observation for a period on the basis on which it is compared, as a record."""
        found = [one for one in records(self.compared) if one["period"] == period]
        return next((one for one in found if (one["basis"] or "") == (basis or "")), None)

    @cached_property
    def baseline(self) -> dict | None:
        """The headline's observation behind the baseline, as a record; None where the baseline is stated alone."""
        wanted = (self.row["baseline_period"], self.row["baseline_value"], self.row["baseline_published_on"])
        found = records(self.observed)
        return next((one for one in found if (one["period"], one["value"], one["published_on"]) == wanted), None)

    def basis_words(self, series_id: str | None, basis: str | None) -> str:
        """What a basis is, in words; its code where the register does not say."""
        return self.bases.get((series_id or "", basis or ""), basis or "")

    def basis_named(self, series_id: str | None, basis: str | None) -> str:
        """A basis by its code; in Chinese by what it is."""
        return self.basis_words(series_id, basis) if self.view.lang == "zh" else basis or ""

    def unit_of(self, record: Mapping) -> str:
        """A record's unit in the reader's language."""
        return self.t.unit(record["unit"] or "", record["unit_zh"] or "")

    def full_name(self, series: Mapping) -> str:
        """A series' name and its publisher, for places that do not name the publisher beside it."""
        words = {"name": self.named(series, "name"), "publisher": self.named(series, "publisher")}
        return self.t("target.series.by", **words)

    def named(self, record: Mapping, stem: str) -> str:
        """A name or note of a record in the reader's language, in the other where that is missing."""
        first, second = ("zh", "en") if self.view.lang == "zh" else ("en", "zh")
        return record.get(f"{stem}_{first}") or record.get(f"{stem}_{second}") or ""


def read(data: Data, view: View, slug: str) -> Dossier | None:
    """The dossier of a target; None where it was not known on the view's day."""
    row = data.target(view.as_of, view.method, view.lang, slug)
    if row is None:
        return None
    code = row["target_id"]
    series = _of(data.target_series(view.as_of), code)
    series.sort(key=lambda one: list(Role).index(one["role"]))
    linked = _linked(code, records(data.target_links(view.as_of)))
    found = data.findings(view.as_of, linked)
    added = {other for one in found for other in one.others}
    rows = {one["target_id"]: one for one in data.rows_of(view.as_of, view.method, view.lang, linked | added)}
    same = _same(row, rows)
    series_ids = [one["series_id"] for one in series]
    headlines = [one["series_id"] for one in series if one["role"] == Role.headline]
    links = _links(data, view, code, rows)
    lineage = target_record.lineage(data, view, row, rows, same)
    return Dossier(
        view=view,
        row=row,
        by_method=data.panel(view.as_of, view.lang, slug),
        series=series,
        frames=_frames(data, view, series_ids),
        bases=_bases(data, view.lang, series_ids),
        same=same,
        links=links,
        milestones=[(one["deadline"], one["value"]) for one in _of(data.milestones(view.as_of), code)],
        items=_items(data, view, row),
        compared=data.comparable(view.as_of, headlines),
        vintages=data.vintages(view.as_of, headlines),
        verdicts=data.verdicts(code, view.as_of, view.method),
        lineage=lineage,
        events=target_record.events(data, view, lineage, [one for _link, _back, one, _note in links]),
        remarks=target_record.remarks(data, view, found, code, rows),
        decisions=target_record.decisions(data, view, code, series_ids),
        prospects=data.what_if(view.as_of, view.method, view.lang, code),
        rivals={one["series_id"]: one for one in records(data.rivals(view.as_of, view.method, code))},
        ahead=data.ahead(view.as_of, code) if row["chance"] is not None else None,
        traced=traced(data, view, slug),
    )


def traced(data: Data, view: View, slug: str) -> Traced | None:
    """The fate of the statement that the view cites; None where it cites none."""
    cited = view.cited
    return cited and data.traced(view.as_of, view.method, slug, cited.digits, cited.rules_version)


def _of(frame: pd.DataFrame, target_id: str) -> list[dict]:
    return records(frame[frame["target_id"] == target_id])


def _frames(data: Data, view: View, series_ids: list[str]) -> dict[str, pd.DataFrame]:
    """The observations of each series; under "" none."""
    frame = data.observations(view.as_of, tuple(sorted(series_ids)))
    return {code: frame[frame["series_id"] == code] for code in [*series_ids, ""]}


def _linked(code: str, links: Sequence[dict]) -> set[str]:
    """The target and all that are linked with it, directly or by way of others."""
    beside: dict[str, set[str]] = {}
    for one in links:
        beside.setdefault(one["target_id"], set()).add(one["other_id"])
        beside.setdefault(one["other_id"], set()).add(one["target_id"])
    found, left = {code}, [code]
    while left:
        new = beside.get(left.pop(), set()) - found
        found |= new
        left += new
    return found


def _bases(data: Data, lang: str, series_ids: Sequence[str]) -> dict[tuple[str, str], str]:
    """What the bases of the series are, in words, by series and basis."""
    frame, words = data.bases(), f"description_{lang}"
    own = records(frame[frame["series_id"].isin(series_ids)])
    return {(one["series_id"], one["basis"]): one[words] or one["description_en"] for one in own}


def _same(row: dict, rows: Mapping[str, dict]) -> list[dict]:
    """The other rows that tell the same promise."""
    lead = row["same_as"] or row["target_id"]
    told = [one for one in rows.values() if lead in (one["target_id"], one["same_as"])]
    return [one for one in told if one["target_id"] != row["target_id"]]


def _links(data: Data, view: View, code: str, rows: Mapping[str, dict]) -> list[tuple[str, bool, dict, str | None]]:
    found = []
    for one in records(data.target_links(view.as_of)):
        note = one[f"note_{view.lang}"] or one["note_en"]
        if one["target_id"] == code and one["other_id"] in rows:
            found.append((one["link"], False, rows[one["other_id"]], note))
        elif one["other_id"] == code and one["target_id"] in rows:
            found.append((one["link"], True, rows[one["target_id"]], note))
    return found


def _items(data: Data, view: View, row: dict) -> list[dict]:
    """What the document of a listed figure lists: the lists of that many things, else all of them."""
    if row["kind"] != Kind.listed:
        return []
    frame = data.list_items(view.as_of)
    found = records(frame[frame["policy_id"] == row["policy_id"]])
    lists: dict[str, list[dict]] = {}
    for one in found:
        lists.setdefault(one["list_id"], []).append(one)
    exact = [one for items in lists.values() if len(items) == row["stated_value"] for one in items]
    return exact or found


def story(dossier: Dossier) -> Story:
    """What the chart is made of. Other series are drawn where their unit is the target's; where nobody measures the
    target and no proxy has its unit, the proxies are drawn in the first one's unit, without the target."""
    row, headline = dossier.row, dossier.headline
    others = [one for one in dossier.series if one is not headline and not dossier.frames[one["series_id"]].empty]
    unit, unit_text = row["unit"], row["unit_text"]
    if headline is None and others and all(_unit(dossier, one) != unit for one in others):
        first = records(dossier.frames[others[0]["series_id"]])[0]
        unit, unit_text = first["unit"], dossier.unit_of(first)
        row = row | {"target_value": None, "baseline_value": None, "unit": unit}
    drawn = [one for one in others if _unit(dossier, one) == unit]
    others = [Other(name, one["role"], dossier.frames[one["series_id"]]) for name, one in _named(dossier, drawn)]
    kept, split = _split(dossier)
    code = headline["series_id"] if headline else ""
    ahead = dossier.ahead
    return Story(
        observations=kept,
        verdict=row,
        unit=unit_text or "",
        title=_title(dossier, drawn),
        others=others + split,
        milestones=dossier.milestones,
        bases={basis: words for (series, basis), words in dossier.bases.items() if series == code},
        forecast=Forecast(ahead.days, ahead.central, ahead.bands) if ahead else None,
        events=[Event(one["day"], one["words"]) for one in dossier.events],
        earlier=dossier.replaced if dossier.view.vintages else None,
    )


def _split(dossier: Dossier) -> tuple[pd.DataFrame, list[Other]]:
    """The headline's observations as they are compared, and each basis that a decision made a series of its own."""
    frame = dossier.compared
    is_split = frame["is_split"].astype(bool)
    bases = frame[is_split].groupby("basis")
    return frame[~is_split], [Other(dossier.t("chart.split", basis=basis), "", own) for basis, own in bases]


def _title(dossier: Dossier, drawn: Sequence[dict]) -> str:
    """What is drawn: the headline, the only other series, else the target."""
    one = dossier.headline or (drawn[0] if len(drawn) == 1 else None)
    return dossier.named(one, "name") if one else dossier.row["title"]


def _unit(dossier: Dossier, series: dict) -> str:
    return dossier.frames[series["series_id"]]["unit"].iloc[0]


def _named(dossier: Dossier, drawn: Sequence[dict]) -> list[tuple[str, dict]]:
    """Series by their publishers' names; by their own where several stand in for a headline, or share a publisher."""
    publishers = [dossier.named(one, "publisher") for one in drawn]
    taken = [*publishers, dossier.named(dossier.headline, "publisher") if dossier.headline else ""]
    return [
        (name if (dossier.headline or len(drawn) == 1) and taken.count(name) == 1 else dossier.full_name(one), one)
        for name, one in zip(publishers, drawn, strict=True)
    ]
