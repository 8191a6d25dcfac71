"""What a search shows of each hit: where it leads, its name, what is said of it, and the verdict's mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from app import components, search
from app.address import SEARCH_PATH, View, href
from app.data import Data
from app.dossiers import worded
from app.search import Entry
from app.text import Text

SUGGESTED = 5
"""Hits of each kind that are offered while a reader types."""


@dataclass(frozen=True)
class Hit:
    """A hit as it is shown."""

    kind: str
    address: str
    name: str
    about: str
    mark: Component | None = None


def hits(data: Data, view: View, t: Text, most: int) -> tuple[dict[str, list[Hit]], dict[str, int]]:
    """Up to `most` of the hits of each kind for the view's words, the best first, and how many there are of each."""
    known = data.findable(view.as_of, view.method, view.lang)
    found = search.by_kind(search.find(known, view.q))
    shown = {kind: [_hit(entry, view, t) for entry in own[:most]] for kind, own in found.items()}
    return shown, {kind: len(own) for kind, own in found.items()}


def _hit(entry: Entry, view: View, t: Text) -> Hit:
    record, kind, lang = entry.record, entry.kind, view.lang
    name = worded(record, "name", lang)
    if kind == "target":
        mark = components.status_mark(record["status"], t)
        about = [
            record["policy_short"],
            t("deadlines.by", day=t.month(record["deadline"])) if record["deadline"] else "",
        ]
        return Hit(kind, _to(view, components.target_path(record["slug"])), name, _joined(about, t), mark)
    if kind == "policy":
        about = [name, t.month(record["issued"])]
        short = worded(record, "short", lang)
        return Hit(kind, _to(view, components.policy_path(record["policy_id"])), short, _joined(about, t))
    if kind == "body":
        return Hit(kind, _to(view, "/policies", body=record["body_id"]), name, record["body_id"])
    publisher = worded(record, "publisher", lang) if kind == "series" else t.unit(record["unit"], record["unit_zh"])
    return Hit(kind, _to(view, "/compare", indicator=record["indicator_id"]), name, publisher)


def _to(view: View, path: str, **changes: object) -> str:
    return href(view, path, **({"q": ""} | changes))


def _joined(parts: Sequence[str], t: Text) -> str:
    return t("list.dot").join(part for part in parts if part)


def everything(view: View) -> str:
    """The address of all hits for the view's words."""
    return href(view, SEARCH_PATH, q=view.q)
