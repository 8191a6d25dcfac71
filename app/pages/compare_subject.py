"""What the page on one indicator compares, read once: its series with figures, which are chosen, what they stand to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from app import text
from app.address import View
from app.data import Data, records
from app.dossiers import initials
from app.figures.compared import Comparison, Strand
from app.figures.readings import readings
from app.text import Text
from etl.vocabulary import Role

LEAST = 2
MOST = 12
"""So many series are shown at most: the first where the address chooses none, or more."""

FEW = 3
"""So many series at most come in one chart where the address does not say how they are drawn."""


@dataclass(frozen=True)
class Held:
    """A target that a series stands to: in which role, the target's status row, and a note on how they fit."""

    role: Role
    row: Mapping
    note: str


@dataclass(frozen=True)
class Subject:
    """One indicator as known on the view's day: its record, its series with figures (those that targets rest on first),
    which of them are chosen, what the address asks for and is not there (key and value; the view is without it), the
    names of all and shorter ones ("" for none), the observations of those chosen, the targets that each stands to,
    words for bases; and all indicators with figures, with how many series each has."""

    view: View
    indicator: Mapping
    series: Sequence[dict]
    chosen: Sequence[dict]
    left_out: Sequence[tuple[str, str]]
    names: Mapping[str, str]
    shorts: Mapping[str, str]
    frames: Mapping[str, pd.DataFrame]
    held: Mapping[str, Sequence[Held]]
    bases: Mapping[tuple[str, str], str]
    offered: Sequence[tuple[Mapping, int]]

    @property
    def t(self) -> Text:
        """Words in the reader's language."""
        return text.of(self.view.lang)

    @property
    def title(self) -> str:
        """The indicator's name."""
        return named(self.indicator, "name", self.view.lang)

    @property
    def unit(self) -> str:
        """The indicator's unit in the reader's language."""
        return self.t.unit(self.indicator["unit"] or "", self.indicator["unit_zh"] or "")

    @cached_property
    def values(self) -> Comparison:
        """The chosen series with their values."""
        strands = [
            Strand(
                name=self.names[code],
                readings=readings(self.frames[code], self.view.lang),
                targets=[one.row for one in self.held[code] if self._is_against(one)],
                bases={basis: words for (series, basis), words in self.bases.items() if series == code},
                short=self.shorts[code],
            )
            for code in (one["series_id"] for one in self.chosen)
        ]
        return Comparison(strands, self.unit, self.title)

    def _is_against(self, one: Held) -> bool:
        """Whether a target's level stands on the series' axis: a proxy never decides, and units are not converted."""
        return one.role != Role.proxy and one.row["unit"] == self.indicator["unit"]

    @cached_property
    def comparison(self) -> Comparison:
        """What the view shows: the values, or an index to the base year that it names where that is offered."""
        base = self.view.base if self.view.base in self.values.offer().years else ""
        return Comparison(self.values.strands, self.unit, self.title, base)

    @cached_property
    def main_basis(self) -> dict[str, str]:
        """The basis on which most figures of each chosen series stand."""
        return {code: frame["basis"].fillna("").mode().iloc[0] for code, frame in self.frames.items() if len(frame)}

    @property
    def is_cut(self) -> bool:
        """Whether more series are asked for than are shown."""
        return len(self.chosen) < self.asked

    @property
    def together_by_default(self) -> bool:
        """Whether so many series come in one chart where the reader does not say."""
        return len(self.chosen) <= FEW

    @property
    def together(self) -> bool:
        """Whether the series are drawn in one chart."""
        return self.together_by_default if self.view.together is None else self.view.together

    @property
    def asked(self) -> int:
        """How many series the address chooses, or all where it chooses none."""
        return len(self.view.series.split(",")) if self.view.series else len(self.series)

    @property
    def publishers(self) -> list[str]:
        """The publishers of what is chosen, each once."""
        return list(dict.fromkeys(named(one, "publisher", self.view.lang) for one in self.chosen))


def named(record: Mapping, stem: str, lang: str) -> str:
    """A name of a record in a language, in the other where that is missing."""
    first, second = ("zh", "en") if lang == "zh" else ("en", "zh")
    return record.get(f"{stem}_{first}") or record.get(f"{stem}_{second}") or ""


def title(data: Data, view: View) -> str:
    """The name of the indicator that `read` gives; "" where nothing is known on the day."""
    offered = _offered(data, _with_figures(data, view), view.lang)
    return named(_chosen(offered, view), "name", view.lang) if offered else ""


def read(data: Data, view: View) -> Subject | None:
    """The indicator that the view names, else the one with most series; None where nothing is known on the day."""
    counted, register = data.deciding(view.as_of), _with_figures(data, view)
    offered = _offered(data, register, view.lang)
    if not offered:
        return None
    chosen = _chosen(offered, view)
    own = [one for one in register if one["indicator_id"] == chosen["indicator_id"]]
    held = _held(data, view, [one["series_id"] for one in own])
    own.sort(key=lambda one: (_rank(held[one["series_id"]]), -counted[one["series_id"]], one["series_id"]))
    view, left_out = _without_unknown(view, chosen["indicator_id"], [one["series_id"] for one in own])
    wanted = view.series.split(",")
    shown = ([one for one in own if one["series_id"] in wanted] or own)[:MOST]
    figures = data.comparable(view.as_of, sorted(one["series_id"] for one in shown))
    bases = {(one["series_id"], one["basis"]): named(one, "description", view.lang) for one in records(data.bases())}
    return Subject(
        view=view,
        indicator=chosen,
        series=own,
        left_out=left_out,
        chosen=shown,
        names=short_names(own, view.lang),
        shorts=shorter_names(own, view.lang),
        frames=_frames(figures, shown),
        held=held,
        bases=bases,
        offered=offered,
    )


def _with_figures(data: Data, view: View) -> list[dict]:
    """The series of which there are figures that can decide."""
    counted = data.deciding(view.as_of)
    return [one for one in records(data.series()) if one["series_id"] in counted]


def _chosen(offered: Sequence[tuple[dict, int]], view: View) -> dict:
    return next((one for one, _count in offered if one["indicator_id"] == view.indicator), offered[0][0])


def _frames(figures: pd.DataFrame, shown: Sequence[Mapping]) -> dict[str, pd.DataFrame]:
    """The figures of each series that is shown."""
    own = dict(list(figures.groupby("series_id", sort=False)))
    return {one["series_id"]: own.get(one["series_id"], figures[:0]) for one in shown}


def _without_unknown(view: View, indicator_id: str, codes: Sequence[str]) -> tuple[View, list[tuple[str, str]]]:
    """The view without an indicator that has no figures and without series that are not the indicator's; and these."""
    wanted = view.series.split(",") if view.series else []
    others = ",".join(code for code in wanted if code not in codes)
    series = ",".join(code for code in wanted if code in codes)
    asked = {"indicator": view.indicator if view.indicator != indicator_id else "", "series": others}
    left_out = [(key, value) for key, value in asked.items() if value]
    return replace(view, indicator="" if asked["indicator"] else view.indicator, series=series), left_out


def _offered(data: Data, register: Sequence[dict], lang: str) -> list[tuple[dict, int]]:
    """The indicators with figures and how many series each has: those with most first, then by name."""
    counts = Counter(one["indicator_id"] for one in register)
    found = [one for one in records(data.indicators()) if one["indicator_id"] in counts]
    found.sort(key=lambda one: named(one, "name", lang))
    found.sort(key=lambda one: -counts[one["indicator_id"]] if counts[one["indicator_id"]] >= LEAST else 0)
    return [(one, counts[one["indicator_id"]]) for one in found]


def _rank(held: Sequence[Held]) -> int:
    """Headlines first, then rivals, proxies, and series that no target rests on."""
    return min((list(Role).index(one.role) for one in held), default=len(Role))


def _held(data: Data, view: View, codes: Sequence[str]) -> dict[str, list[Held]]:
    rows = {one["target_id"]: one for one in data.rows(view.as_of, view.method, view.lang)}
    found: dict[str, list[Held]] = {code: [] for code in codes}
    for one in records(data.target_series(view.as_of)):
        if one["series_id"] in found and one["target_id"] in rows:
            found[one["series_id"]].append(
                Held(Role(one["role"]), rows[one["target_id"]], named(one, "note", view.lang))
            )
    return found


def short_names(series: Sequence[Mapping], lang: str) -> dict[str, str]:
    """What tells the series of one indicator apart: the area, the publisher, both, or else their own name and code."""
    areas, publishers = ([named(one, stem, lang) for one in series] for stem in ("area", "publisher"))
    both = Counter(zip(areas, publishers, strict=True))
    found = {}
    for one, area, publisher in zip(series, areas, publishers, strict=True):
        if both[area, publisher] > 1:
            found[one["series_id"]] = f"{named(one, 'name', lang)} ({one['series_id']})"
        elif len(set(areas)) == 1:
            found[one["series_id"]] = publisher if len(series) > 1 else area
        else:
            with_publisher = text.of(lang)("compare.by", area=area, publisher=publisher)
            found[one["series_id"]] = area if areas.count(area) == 1 else with_publisher
    return found


def shorter_names(series: Sequence[Mapping], lang: str) -> dict[str, str]:
    """The same with the publishers' abbreviations, where publishers tell them apart and have one; else ""."""
    names = short_names(series, lang)
    brief = short_names([{**one, **_abbreviated(one, lang)} for one in series], lang)
    return {code: short if short != names[code] else "" for code, short in brief.items()}


def _abbreviated(one: Mapping, lang: str) -> dict[str, str]:
    """The publisher's initials as its name, where it is known by them."""
    short = initials(named(one, "publisher", lang), one["publisher_id"])
    return {f"publisher_{lang}": short} if short else {}
