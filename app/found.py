"""What a search shows of each hit: where it leads, its name, what is said of it, and the verdict's mark."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from app import components, promises, search
from app.address import SEARCH_PATH, View, href
from app.data import Data
from app.dossiers import worded
from app.text import Text
from etl.vocabulary import Family

SUGGESTED = 5
"""Hits of each kind that are offered while a reader types."""


@dataclass(frozen=True)
class Hit:
    """A hit as it is shown; `figure` is a target's latest one and its chance."""

    kind: str
    address: str
    name: str
    about: str
    mark: Component | None = None
    figure: Sequence[object] = ()


@dataclass(frozen=True)
class Found:
    """What a search found: by kind the hits that are shown, the best first, and how many there are; the families of all
    targets among them."""

    hits: Mapping[str, Sequence[Hit]]
    counts: Mapping[str, int]
    families: Counter[Family] = field(default_factory=Counter)


def hits(data: Data, view: View, t: Text, most: int) -> Found:
    """What holds the view's words; up to `most` of each kind are shown. A promise that several policies tell is one."""
    known = data.findable(view.as_of, view.method, view.lang)
    found = search.by_kind(search.find(known, view.q))
    records = {kind: [entry.record for entry in own] for kind, own in found.items()}
    if "target" in records:
        records["target"] = promises.fold(records["target"])
    return Found(
        hits={kind: [_hit(kind, record, view, t) for record in own[:most]] for kind, own in records.items()},
        counts={kind: len(own) for kind, own in records.items()},
        families=Counter(record["family"] for record in records.get("target", ())),
    )


def _hit(kind: str, record: Mapping, view: View, t: Text) -> Hit:
    lang = view.lang
    if kind == "target":
        return _target(record, view, t)
    name = worded(record, "name", lang)
    if kind == "policy":
        about = [name, t.month(record["issued"])]
        short = worded(record, "short", lang)
        return Hit(kind, _to(view, components.policy_path(record["policy_id"])), short, _joined(about, t))
    if kind == "body":
        return Hit(kind, _to(view, "/policies", body=record["body_id"]), name, record["body_id"])
    publisher = worded(record, "publisher", lang) if kind == "series" else t.unit(record["unit"], record["unit_zh"])
    return Hit(kind, _to(view, "/compare", indicator=record["indicator_id"]), name, publisher)


def _target(record: Mapping, view: View, t: Text) -> Hit:
    due = t("deadlines.by", day=t.month(record["deadline"])) if record["deadline"] else ""
    return Hit(
        kind="target",
        address=_to(view, components.target_path(record["slug"])),
        name=worded(record, "name", view.lang),
        about=_joined([record["policy_short"], due], t),
        mark=components.status_mark(record["status"], t),
        figure=_figure(record, t),
    )


def _figure(record: Mapping, t: Text) -> list[object]:
    """A target's latest figure with its publisher, and its chance; nothing for what is not measured."""
    latest = components.latest(record, t)
    if latest is None:
        return []
    words = t("search.figure", latest=latest, publisher=worded(record, "publisher", t.lang))
    if record["chance"] is None:
        return [words]
    chance = html.Span([t("search.chance"), " ", components.chance(record, t)], className="hit-chance")
    return [words, t("list.dot"), chance]


def _to(view: View, path: str, **changes: object) -> str:
    return href(view, path, **({"q": ""} | changes))


def _joined(parts: Sequence[str], t: Text) -> str:
    return t("list.dot").join(part for part in parts if part)


def everything(view: View) -> str:
    """The address of all hits for the view's words."""
    return href(view, SEARCH_PATH, q=view.q)
