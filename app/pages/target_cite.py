"""Citing a target's number and verdict: the sentence with its link, and what became of one that was cited before."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from app import address, components, text
from app.address import Cited, View
from app.data import Data
from app.figures.goals import claim_value
from app.pages.target_dossier import Dossier, traced
from app.pages.target_head import decisive, published
from app.text import Text
from etl.citation import Fate, Traced, fingerprint
from etl.judge.sentences import sentence
from etl.vocabulary import Method, Status

FRAME_HEIGHT = 600


def section(dossier: Dossier) -> Component:
    """The lasting link, the sentence to cite and the frame to embed: each copied by its button."""
    t = dossier.t
    words = [citation(dossier), " ", html.A(link(dossier), href=link(dossier))]
    cite = [html.P(words, id="cite-words", className="cite-words"), html.P(t("cite.hint"), className="small muted")]
    frame = [html.Pre(html.Code(snippet(dossier)), id="cite-frame", className="cite-frame", tabIndex=0)]
    hint = t("cite.frame_today" if dossier.view.is_today else "cite.frame_day", day=t.day(dossier.view.as_of))
    parts = [
        html.P(
            [html.Span(link(dossier), id="cite-link", className="visually-hidden"), *_copy(t, "cite.link", "cite-link")]
        ),
        _opened(t, "cite.title", "cite-words", cite),
        _opened(t, "cite.embed", "cite-frame", [*frame, html.P(hint, className="small muted")]),
    ]
    return html.Section(parts, className="cite")


def _opened(t: Text, key: str, copies: str, parts: list[Component]) -> Component:
    return html.Details([html.Summary(t(key)), *parts, html.P(_copy(t, "cite.copy", copies), className="copy")])


def _copy(t: Text, key: str, copies: str) -> list[object]:
    """A button that copies what has the id `copies`, and room to say that it did."""
    copied = html.Span(className="copied", role="status", **{"data-done": t("cite.copied"), "data-not": t("cite.not")})
    return [html.Button(t(key), type="button", className="button", **{"data-copies": copies}), " ", copied]


def citation(dossier: Dossier) -> str:
    """The statement in words: name, verdict, numbers, publisher, as-of day and method; without its link."""
    t, row = dossier.t, dossier.row
    stop, source = t("sentence.stop"), published(decisive(dossier), dossier)
    promise = [row["policy_short"], _promised(row, t)]
    name = row["title"] + t("list.bracket", words=t("chart.list").join(part for part in promise if part))
    said = [
        t("cite.verdict", name=name, status=t.label(Status(row["status"]))),
        row["sentence"].rstrip(".。"),
        t("source.sources", sources=source) if source else "",
        t("source.asof", day=t.day(dossier.view.as_of)),
        t("cite.method", method=t.label(Method(row["method"])), version=t.number(row["rules_version"])),
        t("brand"),
    ]
    return stop.join(part for part in said if part) + stop.rstrip()


def _promised(row: Mapping, t: Text) -> str:
    """The number aimed at and its deadline, "≥ 492 by 31 Dec 2025"; nothing where there is no number."""
    if row["target_value"] is None:
        return ""
    value = claim_value(row | {"unit": ""}, t)
    if row["deadline"] is None:
        return value
    return t("chart.target_by", value=value, day=t.day_short(row["deadline"]))


def link(dossier: Dossier) -> str:
    """The address that brings this statement back."""
    row = dossier.row
    cited = Cited(fingerprint(row), int(row["rules_version"]))
    return address.absolute(address.cite(dossier.view, Method(row["method"]), cited))


def snippet(dossier: Dossier) -> str:
    """The frame that shows this chart on another page, as HTML."""
    source = address.absolute(address.embed(dossier.view, dossier.row["slug"])).replace("&", "&amp;")
    title = dossier.row["title"].replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<iframe src="{source}" title="{title}" width="100%" height="{FRAME_HEIGHT}" loading="lazy" '
        'style="border: 0"></iframe>'
    )


def notice(data: Data, dossier: Dossier) -> Component | None:
    """What has become of the statement that the address cites; None where it cites none."""
    if dossier.traced is None:
        return None
    t = dossier.t
    if dossier.traced.fate is Fate.kept:
        return html.P(t("cite.kept"), className="small muted cited", role="status")
    return _lost(data, dossier.view, dossier.traced, dossier.row)


def withdrawn(data: Data, view: View, slug: str) -> list[Component] | None:
    """The page of a target that is cited and no longer stated; None where the address cites none that ever was."""
    found = traced(data, view, slug)
    if found is None or found.cited is None:
        return None
    t = text.of(view.lang)
    back = components.link(view, "/", t("missing.back"))
    return [html.H1(t("cite.gone"), className="headline"), _lost(data, view, found, None), html.P(back)]


def _lost(data: Data, view: View, found: Traced, now: Mapping | None) -> Component:
    """Why the citation cannot be honoured: what was cited, what is so now, and which load or version changed it."""
    t = text.of(view.lang)
    said = [(t("cite.was"), found.cited and _statement(found.cited, now, t))]
    said += [(t("cite.now"), _statement(now, now, t) if now else t("cite.not_stated"))]
    if found.fate is Fate.rules_alone:
        said = said[1:]
    why = t(f"cite.why.{found.fate}", cited=view.cited.rules_version, now=_version(now, t))
    parts = [html.P([html.Strong(t("cite.same" if found.fate is Fate.rules_alone else "cite.lost")), " ", why])]
    parts += [components.definitions([*said, (t("cite.change"), _change(data, view, found.load_id, t))])]
    return html.Section(parts, className="notice cited", role="status")


def _version(now: Mapping | None, t: Text) -> str:
    return t.number(now["rules_version"]) if now else "–"


def _statement(verdict: Mapping, about: Mapping | None, t: Text) -> str:
    """A verdict in words; with its numbers where the target is still known by name."""
    status = t.label(Status(verdict["status"]))
    if about is None:
        value = "" if verdict["value"] is None else t("chart.latest", **_latest(verdict, t))
        return t("chart.separator").join(part for part in (status, value) if part)
    row = {**about, **verdict}
    return t("cite.verdict", name=status, status=sentence(row, t.lang))


def _latest(verdict: Mapping, t: Text) -> dict[str, str]:
    value = t.quantity(verdict["value"], verdict["high"], verdict["qualifier"] or "exact")
    return {"value": value, "period": verdict["period"]}


def _change(data: Data, view: View, load_id: int | None, t: Text) -> object:
    """The load or withdrawal that took the statement out of force."""
    entry = None if load_id is None else data.load(load_id)
    if entry is None:
        return None
    words = {"n": t.number(load_id), "day": t.day(entry["loaded_at"]), "file": entry["file_name"]}
    if entry["withdraws"] is not None:
        other = data.load(int(entry["withdraws"]))
        told = words | {"other": other["load_id"], "file": other["file_name"], "reason": entry["reason"]}
        return components.link(view, components.source_path(load_id), t("cite.by_withdrawal", **told))
    return components.link(view, components.source_path(load_id), t("cite.by_load", **words))
