"""Where a number comes from: its cell in the file as it was typed, beside the value as it was read."""

from dash import ClientsideFunction, Dash, Input, Output, html
from dash.development.base_component import Component

from app import address, components, text
from app.address import View
from app.data import Data, Today, records
from app.figures.style import period_text
from app.text import Text
from etl.origin import Origin
from etl.vocabulary import Flag, Grade, Qualifier

PATH = "/source/<load>"
OWN = ()

CLIPPED = 24
"""Letters from which on a cell beside the chosen one may be cut at its edge; all of them are told on demand."""


def title(data: Data, view: View, load: str) -> str:
    """The document's title: the file and the cell."""
    entry = data.load(load)
    if entry is None or not entry["file_name"]:
        return text.of(view.lang)("source.no_load", n=load)
    return " › ".join(part for part in (entry["file_name"], view.sheet, view.cell) if part)


def layout(data: Data, view: View, load: str) -> list[Component]:
    """The page; for a load, sheet or cell that is not there, what there is instead."""
    t, entry = text.of(view.lang), data.load(load)
    if entry is None:
        return _nothing(
            t("source.no_load", n=load), t("source.no_load_hint"), [components.link(view, "/", t("missing.back"))]
        )
    if not entry["file_name"]:
        return _withdrawal(entry, view, t)
    origin = data.origin(entry["load_id"], view.sheet, view.cell)
    heading = [html.H1(entry["file_name"], className="headline file-name"), *_withdrawn(data, entry, t)]
    if origin is None:
        return [*heading, _loaded(entry, t), *_sheets(data, entry, view, t)]
    figure = data.figure_at(entry["load_id"], view.sheet, view.cell)
    return [
        *heading,
        html.P(t("source.place", sheet=origin.sheet, cell=origin.cell), className="lead"),
        components.facts(_facts(entry, origin, figure, t)),
        html.H2(t("source.as_typed"), className="subhead"),
        _excerpt(origin, t),
        html.P(_download(entry, t), className="section"),
        *([html.H2(t("source.as_read"), className="subhead"), _read(data, figure, view, t)] if figure else []),
    ]


def callbacks(app: Dash, data: Data, today: Today) -> None:
    """The chosen cell is brought into sight where the sheet is wider than the screen."""
    app.clientside_callback(
        ClientsideFunction("source", "show"), Output("source-sheet", "data-shown"), Input("source-sheet", "data-cell")
    )


def _nothing(heading: str, hint: str, more: list[Component]) -> list[Component]:
    return [html.H1(heading, className="headline"), html.P([hint, " ", *more], className="lead")]


def _withdrawal(entry: dict, view: View, t: Text) -> list[Component]:
    """A withdrawal has no file: it leads to the load that it withdrew."""
    other = int(entry["withdraws"])
    link = components.link(view, components.source_path(other), t("source.load", n=other))
    said = t("source.withdrawn", day=_when(entry, t), by=entry["loaded_by"], reason=entry["reason"])
    return _nothing(t("source.is_withdrawal", n=entry["load_id"], other=other), said, [link])


def _withdrawn(data: Data, entry: dict, t: Text) -> list[Component]:
    if not entry["is_withdrawn"]:
        return []
    by = next(one for one in records(data.loads()) if one["withdraws"] == entry["load_id"])
    said = t("source.withdrawn", day=_when(by, t), by=by["loaded_by"], reason=by["reason"])
    return [html.P([html.Strong(t("source.is_withdrawn")), " ", said], className="notice", role="status")]


def _when(entry: dict, t: Text) -> str:
    at = entry["loaded_at"]
    return t("source.at", day=t.day(at.date()), time=at.strftime("%H:%M"))


def _loaded(entry: dict, t: Text) -> Component:
    said = t("source.loaded_by", n=entry["load_id"], day=_when(entry, t), by=entry["loaded_by"])
    return html.P([said, " ", *_download(entry, t)], className="lead")


def _download(entry: dict, t: Text) -> list[Component]:
    path = address.file_path(entry["load_id"], entry["file_name"])
    return [html.A(t("source.download", name=entry["file_name"]), href=path, download=entry["file_name"])]


def _sheets(data: Data, entry: dict, view: View, t: Text) -> list[Component]:
    """What the file has in place of a sheet or cell that it lacks, or where none was asked for."""
    names = data.sheets(entry["load_id"])
    said = []
    if view.sheet in names:
        key = "source.no_cell" if view.cell else "source.no_such_cell"
        said = [html.P(t(key, sheet=view.sheet, cell=view.cell), className="section")]
    elif view.sheet:
        said = [html.P(t("source.no_sheet", sheet=view.sheet), className="section")]
    links = [html.Li(components.link(view, view.path, name, sheet=name, cell="A1")) for name in names]
    return [*said, html.H2(t("source.sheets"), className="subhead"), html.Ul(links, className="plain-list")]


def _facts(entry: dict, origin: Origin, figure: dict | None, t: Text) -> list[tuple[str, object, object]]:
    header = dict(zip(origin.letters, origin.header[1], strict=False)).get(origin.letters[origin.column])
    where = t("source.row_column", row=origin.row, column=origin.letters[origin.column])
    found = [(t("source.typed"), html.Span(origin.text or "–", className="as-typed"), "")]
    if figure:
        unit = t.unit(figure["unit"] or "", figure["unit_zh"] or "")
        value = t.quantity(figure["value"], figure["high"], figure["qualifier"] or Qualifier.exact)
        found.insert(0, (t("source.read"), value, _lines(unit, period_text(figure["period"], t))))
    found.append((t("source.cell"), origin.cell, _lines(where, header or "")))
    at, by = entry["loaded_at"], t("source.by", by=entry["loaded_by"], n=entry["load_id"])
    found.append((t("source.loaded"), t.day_short(at.date()), _lines(by, at.strftime("%H:%M UTC"))))
    return found


def _lines(*lines: str) -> list[Component]:
    return [html.Span(line) for line in lines if line]


def _excerpt(origin: Origin, t: Text) -> Component:
    """The sheet around the cell with its letters and numbers; columns that are empty there are left out."""
    number, header = origin.header
    rows = [header, *(texts for _, texts in origin.lines)]
    shown = [place for place in range(len(origin.letters)) if place == origin.column or any(row[place] for row in rows)]
    letters = [_letter(origin, place) for place in shown]
    lines = origin.lines if origin.lines[0][0] <= number else [(number, header), *origin.lines]
    body = []
    for (before, _), (line, texts) in zip([(lines[0][0] - 1, []), *lines[:-1]], lines, strict=True):
        body += [_gap(len(shown))] if line > before + 1 else []
        body.append(_line(line, [(texts[place], place) for place in shown], origin, is_header=line == number))
    caption = t("source.caption", sheet=origin.sheet, cell=origin.cell)
    table = html.Table(
        [
            html.Caption(caption, className="visually-hidden"),
            html.Thead(html.Tr([html.Td(), *letters])),
            html.Tbody(body),
        ],
        className="sheet",
    )
    about = {"role": "region", "tabIndex": 0, "aria-label": caption, "data-cell": origin.cell}
    return html.Div(table, id="source-sheet", className="table-scroll", **about)


def _letter(origin: Origin, place: int) -> Component:
    return html.Th(origin.letters[place], scope="col", className=_chosen(place == origin.column))


def _line(number: int, texts: list[tuple[str, int]], origin: Origin, is_header: bool) -> Component:
    is_row = number == origin.row
    cells = [
        html.Td(html.Mark(said or " "), className="is-cell", **{"aria-current": "true"})
        if is_row and place == origin.column
        else html.Td(said, title=said if len(said) > CLIPPED else None)
        for said, place in texts
    ]
    head = html.Th(str(number), scope="row", className=_chosen(is_row))
    return html.Tr([head, *cells], className="sheet-header" if is_header else "")


def _chosen(is_chosen: bool) -> str:
    return "is-chosen" if is_chosen else ""


def _gap(width: int) -> Component:
    return html.Tr([html.Th("⋮", **{"aria-hidden": "true"}), html.Td(colSpan=width)], className="sheet-gap")


def _read(data: Data, figure: dict, view: View, t: Text) -> Component:
    """What the row was taken for: series, publication, source; and the targets that rest on it."""
    names = ("en", "zh") if view.lang == "en" else ("zh", "en")

    def named(stem: str) -> str:
        return next((figure[f"{stem}_{one}"] for one in names if figure[f"{stem}_{one}"]), "")

    said = {
        "series": named("name"),
        "targets": _targets(data, figure["series_id"], view, t),
        "period": period_text(figure["period"], t),
        "published": t.day(figure["published_on"]) if figure["published_on"] else t("target.table.undated"),
        "publisher": named("publisher"),
        "basis": _basis(data, figure, names, t),
        "source": figure["source"],
        "via": components.outside(figure["url"], figure["via"] or figure["source"] or ""),
        "grade": t.label(Grade(figure["grade"])) if figure["grade"] else None,
        "flag": t.label(Flag(figure["flag"])) if figure["flag"] else None,
        "note": t.told(figure, "note"),
    }
    return components.definitions([(t(f"source.{key}"), value) for key, value in said.items()])


def _basis(data: Data, figure: dict, names: tuple[str, str], t: Text) -> str:
    """The basis in words, with its code; the code alone where no words are on file."""
    key = (figure["series_id"], figure["basis"])
    told = next((one for one in records(data.bases()) if (one["series_id"], one["basis"]) == key), {})
    words = next((found for one in names if (found := told.get(f"description_{one}"))), None)
    return words + t("list.bracket", words=figure["basis"]) if words else figure["basis"]


def _targets(data: Data, series_id: str, view: View, t: Text) -> list[object]:
    """Links to the targets that the series measures."""
    series = data.target_series(view.as_of)
    codes = set(series[series["series_id"] == series_id]["target_id"])
    rows = [one for one in data.rows(view.as_of, view.method, view.lang) if one["target_id"] in codes]
    found: list[object] = []
    for row in rows:
        link = components.link(view, components.target_path(row["slug"]), row["title"])
        found += [t("list.separator")] * bool(found) + [link, t("list.bracket", words=row["policy_short"])]
    return found
