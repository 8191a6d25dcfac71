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

CLIPPED = 40
"""Letters from which on a cell of another row may be cut after two lines; all of them are told on demand."""

BESIDE = 2
"""Columns to either side of the cell's own that are shown also where only rows around it have something in them."""

SYSTEM = "root"
"""The account of a machine, which names no person."""


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
        components.facts(_facts(origin, figure, t)),
        html.H2(t("source.as_typed"), className="subhead"),
        *_excerpt(origin, t),
        _loaded(entry, t),
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
    said = _signed("withdrawn", entry, t, reason=entry["reason"])
    return _nothing(t("source.is_withdrawal", n=entry["load_id"], other=other), said, [link])


def _withdrawn(data: Data, entry: dict, t: Text) -> list[Component]:
    if not entry["is_withdrawn"]:
        return []
    by = next(one for one in records(data.loads()) if one["withdraws"] == entry["load_id"])
    said = _signed("withdrawn", by, t, reason=by["reason"])
    return [html.P([html.Strong(t("source.is_withdrawn")), " ", said], className="notice", role="status")]


def _when(entry: dict, t: Text) -> str:
    at = entry["loaded_at"]
    return t("source.at", day=t.day(at.date()), time=at.strftime("%H:%M"))


def _signed(done: str, entry: dict, t: Text, **fields: object) -> str:
    """What was done ("loaded", "withdrawn") when, and by whom where the account is a person's."""
    by = {} if entry["loaded_by"] == SYSTEM else {"by": entry["loaded_by"]}
    return t(f"source.{done}_by" if by else f"source.{done}", day=_when(entry, t), **by, **fields)


def _loaded(entry: dict, t: Text) -> Component:
    """The file, when it was taken in and by whom."""
    name = entry["file_name"]
    file = html.A(t("source.download", name=name), href=address.file_path(entry["load_id"], name), download=name)
    said = html.Span(_signed("loaded", entry, t, n=entry["load_id"]), className="muted")
    return html.P([file, " ", said], className="section source-file")


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


def _facts(origin: Origin, figure: dict | None, t: Text) -> list[tuple[str, object, object]]:
    """The value as typed, and before it as read where a figure was read."""
    header = dict(zip(origin.letters, origin.header[1], strict=False)).get(origin.letters[origin.column])
    where = t("source.row_column", row=origin.row, column=origin.letters[origin.column])
    typed = html.Span(origin.text or "–", className="as-typed")
    found = [(t("source.typed"), typed, _lines(where, header or ""))]
    if figure:
        unit = t.unit(figure["unit"] or "", figure["unit_zh"] or "")
        value = t.quantity(figure["value"], figure["high"], figure["qualifier"] or Qualifier.exact)
        found.insert(0, (t("source.read"), value, _lines(unit, period_text(figure["period"], t))))
    return found


def _lines(*lines: str) -> list[Component]:
    return [html.Span(line) for line in lines if line]


def _excerpt(origin: Origin, t: Text) -> list[Component]:
    """The sheet around the cell with its letters and numbers; columns that have nothing in the cell's row are left out,
    which a sign marks where they have a heading."""
    number, header = origin.header
    columns = shown_columns(origin)
    letters = [_left_out("⋯") if place is None else _letter(origin, place) for place in columns]
    lines = origin.lines if origin.lines[0][0] <= number else [(number, header), *origin.lines]
    body = []
    for (before, _), (line, texts) in zip([(lines[0][0] - 1, []), *lines[:-1]], lines, strict=True):
        body += [_gap(len(columns))] if line > before + 1 else []
        body.append(_line((line, texts), columns, origin))
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
    sheet = html.Div(table, id="source-sheet", className="table-scroll", **about)
    return [sheet, html.P(t("source.left_out"), className="muted small")] if None in columns else [sheet]


def shown_columns(origin: Origin) -> list[int | None]:
    """The columns that are shown, in order; None stands for headed ones between them that are not."""
    own = next(texts for number, texts in origin.lines if number == origin.row)
    found: list[int | None] = []
    for place in range(len(origin.letters)):
        if place == origin.column or own[place] or _is_beside(place, origin):
            found.append(place)
        elif origin.header[1][place] and found[-1:] != [None]:
            found.append(None)
    return found


def _is_beside(place: int, origin: Origin) -> bool:
    """Whether a column stands near the cell and has something in the rows around it."""
    return abs(place - origin.column) <= BESIDE and any(texts[place] for _, texts in origin.lines)


def _letter(origin: Origin, place: int) -> Component:
    return html.Th(origin.letters[place], scope="col", className=_chosen(place == origin.column))


def _line(line: tuple[int, list[str]], columns: list[int | None], origin: Origin) -> Component:
    """A row of the sheet: its number from 1 and its texts."""
    number, texts = line
    is_row = number == origin.row
    cells = [_left_out("") if place is None else _cell(texts[place], place, is_row, origin) for place in columns]
    head = html.Th(str(number), scope="row", className=_chosen(is_row))
    name = "sheet-header" if number == origin.header[0] else "is-row" if is_row else ""
    return html.Tr([head, *cells], className=name)


def _cell(said: str, place: int, is_row: bool, origin: Origin) -> Component:
    if is_row and place == origin.column:
        return html.Td(html.Mark(said or " "), className="is-cell", **{"aria-current": "true"})
    return html.Td(html.Span(said), title=said if len(said) > CLIPPED and not is_row else None)


def _left_out(sign: str) -> Component:
    return html.Td(sign, className="sheet-left-out")


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
