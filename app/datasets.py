"""Targets and their figures as schema.org Datasets, and the words in which pages are shared."""

from collections.abc import Iterable, Mapping
from datetime import date

from flask import Flask, Response, abort, request

from app import address, filters, text
from app.address import View
from app.data import Data, Today, records
from app.downloads import DATASETS, FIGURES, TYPES, WHOLE, send
from app.metadata import About
from app.pages import overview, target
from app.pages.target_chart import sources
from app.pages.target_dossier import Dossier, read
from app.pages.target_head import issuers
from etl.vocabulary import Method

MEASURED = ("value.from", "value.latest", "value.target", "overview.column.progress", "overview.column.chance")
"""What the register of all targets measures of each."""


def about(data: Data, view: View, title: str) -> About:
    """What the page of a view says of itself; a target's page and the overview hold data."""
    t = text.of(view.lang)
    parts = address.match(target.PATH, view.path)
    dossier = read(data, view, parts["slug"]) if parts else None
    if dossier is not None:
        words = _description(dossier)
        return About(title, words, of_target(dossier, words))
    if view.path == overview.PATH and data.known_days(view.as_of):
        return About(title, t("meta.whole"), of_all(data, view))
    return About(title, t("meta.whole"))


def _description(dossier: Dossier) -> str:
    row, t = dossier.row, dossier.t
    stop, day = t("sentence.stop"), t("source.asof", day=t.day(dossier.view.as_of))
    statement = row["statement"].rstrip(".。") + t("list.bracket", words=row["policy_name"])
    said = (statement, row["sentence"], day)
    return stop.join(words.rstrip(".。") for words in said) + stop.strip()


def route(server: Flask, data: Data, today: Today) -> None:
    """`/data/<slug>.csv` and `.xlsx`: a target's figures, all targets, all figures (CSV); 404 for any other name."""

    @server.get(f"{DATASETS}<slug>.<any({', '.join(TYPES)}):suffix>")
    def dataset(slug: str, suffix: str) -> Response:
        view = address.read(request.path, request.query_string.decode("utf-8", "replace"), today())
        content = _content(data, view, slug, suffix)
        return abort(404) if content is None else send(slug, content, view.as_of, suffix)


def _content(data: Data, view: View, slug: str, suffix: str) -> bytes | None:
    if (slug, suffix) == (FIGURES, "csv"):
        return data.figures_csv(view.as_of, view.lang)
    return _whole(data, view, suffix) if slug == WHOLE else _own(data, view, slug, suffix)


def _whole(data: Data, view: View, suffix: str) -> bytes:
    if suffix == "xlsx":
        return data.report(view.as_of, view.method, view.lang)
    codes = [row["target_id"] for row in data.rows(view.as_of, view.method, view.lang)]
    return data.status_csv(view.as_of, view.method, view.lang, codes)


def _own(data: Data, view: View, slug: str, suffix: str) -> bytes | None:
    dossier = read(data, view, slug)
    return None if dossier is None else target.content(data, dossier, suffix)


def of_target(dossier: Dossier, words: str) -> dict:
    """A target with its series: name, time, place, publishers, sources, files."""
    row, t, view = dossier.row, dossier.t, dossier.view
    figures = [one for frame in dossier.frames.values() for one in records(frame)]
    return _told(view, row["title"], words, row["slug"]) | _without_none(
        identifier=row["target_id"],
        keywords=[word for word in (row["sector"], row["policy_short"]) if word],
        temporalCoverage=_span(figures) or _term(row),
        spatialCoverage=_places(dossier.named(one, "area") for one in dossier.series),
        creator=_organisations(sources(dossier) or issuers(dossier)),
        dateModified=_latest(figures, row).isoformat(),
        isBasedOn=_documents(
            [(row["policy_name"], row["policy_url"])] + [(one["source"], one["url"]) for one in figures]
        ),
        variableMeasured=_measured(row["title"], row["unit_text"]),
        measurementTechnique=t.label(Method(row["method"])),
    )


def of_all(data: Data, view: View) -> dict:
    """The whole register as known on the day."""
    t, days = text.of(view.lang), data.known_days(view.as_of)
    rows = data.rows(view.as_of, view.method, view.lang)
    series = records(data.target_series(view.as_of))
    return _told(view, t("meta.name"), t("meta.whole"), WHOLE) | _without_none(
        keywords=list(filters.names_in(rows, "sector").values()),
        variableMeasured=[_measured(t(key)) for key in MEASURED],
        temporalCoverage=f"{days[0].isoformat()}/{view.as_of.isoformat()}",
        spatialCoverage=_places(one[f"area_{view.lang}"] or one["area_en"] for one in series),
        creator=_organisations([t("brand")]),
        dateModified=days[-1].isoformat(),
        isBasedOn=_documents((row["policy_name"], row["policy_url"]) for row in rows),
    )


def _told(view: View, name: str, words: str, slug: str) -> dict:
    """What every dataset says: name, address, language, files.

    No licence: the figures belong to their publishers, whose terms hold.
    """
    files = {suffix: address.absolute(address.file(view, f"{DATASETS}{slug}.{suffix}")) for suffix in TYPES}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": words,
        "url": address.canonical(view),
        "inLanguage": text.of(view.lang).html_lang,
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": TYPES[suffix].partition(";")[0], "contentUrl": link}
            for suffix, link in files.items()
        ],
    }


def _span(figures: list[dict]) -> str | None:
    """The days that the figures cover, "2012-01-01/2024-12-31"; None where there are none."""
    if not figures:
        return None
    first, last = min(one["period_start"] for one in figures), max(one["period_end"] for one in figures)
    return f"{first.isoformat()}/{last.isoformat()}"


def _term(row: Mapping) -> str | None:
    """The days from a target's statement to its deadline; None where it has none."""
    return f"{row['stated_on'].isoformat()}/{row['deadline'].isoformat()}" if row["deadline"] else None


def _measured(name: str, unit: str | None = None) -> dict:
    return _without_none(**{"@type": "PropertyValue", "name": name, "unitText": unit})


def _latest(figures: list[dict], row: Mapping) -> date:
    """The day on which the newest of the figures became known, or the target was stated."""
    return max([row["stated_on"], *(one["known_on"] for one in figures)])


def _places(names: Iterable[str]) -> list[dict] | None:
    return [{"@type": "Place", "name": name} for name in dict.fromkeys(names) if name] or None


def _organisations(names: Iterable[str]) -> list[dict] | None:
    return [{"@type": "Organization", "name": name} for name in names] or None


def _documents(named: Iterable[tuple[str | None, str | None]]) -> list[dict] | None:
    """Sources that have an address, each once."""
    found = {url: name for name, url in named if url}
    return [_without_none(**{"@type": "CreativeWork", "name": name, "url": url}) for url, name in found.items()] or None


def _without_none(**said: object) -> dict:
    return {name: value for name, value in said.items() if value}
