"""Makers of the files that analysts and strangers send: by openpyxl, by XlsxWriter, and by hand, part by part."""

import datetime
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

DAY = datetime.date(2024, 11, 20)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def by_openpyxl(
    path: Path, cells: dict[str, object], formats: dict[str, str] | None = None, merged=(), **sheets
) -> Path:
    """A workbook with the sheet "observations", and others given by name. openpyxl stores no value for a formula."""
    workbook = openpyxl.Workbook()
    for name, given in {"observations": cells, **sheets}.items():
        sheet = workbook.create_sheet(name)
        for cell, value in given.items():
            sheet[cell] = value
    sheet = workbook["observations"]
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    for area in merged:
        sheet.merge_cells(area)
    del workbook["Sheet"]
    workbook.save(path)
    return path


def by_xlsxwriter(path: Path, formulas: dict[str, tuple[str, object]]) -> Path:
    """A workbook of formulas with stored values, by cell."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("observations")
        for cell, (formula, value) in formulas.items():
            sheet.write_formula(cell, formula, None, value)
    return path


def ooxml(
    path: Path, *sheets: str, workbook: str = "", styles: str = "", parts: dict[str, bytes] | None = None
) -> Path:
    """An .xlsx put together by hand: the XML within each worksheet, within the workbook part, and whole other parts."""
    names = [f"sheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(names, 1))
    related = (
        "".join(
            f'<Relationship Id="r{i}" Type="{DOCUMENT}/worksheet" Target="worksheets/{name}.xml"/>'
            for i, name in enumerate(names, 1)
        )
        + f'<Relationship Id="styles" Type="{DOCUMENT}/styles" Target="styles.xml"/>'
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(f'<Relationship Id="r1" Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>'),
        "xl/workbook.xml": f"{BOOK}{workbook}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(related),
        **{f"xl/worksheets/{name}.xml": worksheet(sheet) for name, sheet in zip(names, sheets, strict=True)},
    }
    if styles:
        texts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    return packed(path, {name: (DECLARATION + text).encode() for name, text in texts.items()} | (parts or {}))


def relations(inner: str) -> str:
    """A part that relates others."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def worksheet(inner: str) -> str:
    """A worksheet part around what it holds; text that is a whole part already stays as it is."""
    return inner if inner.startswith("<!") else f'<worksheet xmlns="{MAIN}">{inner}</worksheet>'


def row(number: int, cells: str) -> str:
    """A row of a worksheet part, within its sheet data."""
    return f'<row r="{number}">{cells}</row>'


def opendocument(path: Path, *rows: str, manifest: str = "", before: str = "") -> Path:
    """An .ods put together by hand: the rows of its sheet "observations"."""
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'{DECLARATION}{before}<office:document-content {names} xmlns:calcext="urn:x"><office:body><office:spreadsheet>'
        f'<table:table table:name="observations">{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    listed = f'<m:manifest xmlns:m="{OPEN}:manifest:1.0"><m:file-entry m:full-path="content.xml">{manifest}'
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": f"{DECLARATION}{listed}</m:file-entry></m:manifest>".encode(),
    }
    return packed(path, parts)


def ods_cell(kind: str, value: object, text: str, more: str = "") -> str:
    """A filled cell of an .ods."""
    stored = {"date": "date-value", "boolean": "boolean-value", "string": "string-value"}.get(kind, "value")
    typed = f'office:value-type="{kind}" office:{stored}="{value}"'
    return f"<table:table-cell {typed} {more}><text:p>{text}</text:p></table:table-cell>"


def ods_row(*cells: str, more: str = "") -> str:
    """A row of an .ods."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """An archive of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def for_libreoffice(path: Path) -> Path:
    """What was opened and saved by LibreOffice as files/by-libreoffice.xlsx and .ods (soffice --convert-to)."""
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    sheet = workbook.active
    sheet.title = "observations"
    sheet["B2"] = "Robots in industry 工业机器人"
    sheet.merge_cells("B2:F2")
    lines = [
        ("series_id", "period", "value", "share", "published"),
        ("robot\ndensity", "2022", 392, 0.479, datetime.date(2023, 1, 10)),
        ("\u3000robot  density", "2022", 392, 0.479, datetime.date(2023, 1, 10)),
        ("robot density", "007", "=D5+0.1+0.2", "=E5*2", datetime.datetime(2024, 11, 20, 8, 30)),
        ("robot density", '=IF(1=1,"","x")', "=100000000*1", 1.055, "=F5"),
    ]
    for number, line in enumerate(lines, 4):
        for letter, value in zip("BCDEF", line, strict=True):
            sheet[f"{letter}{number}"] = value
        if number > 4:
            sheet[f"E{number}"].number_format, sheet[f"F{number}"].number_format = "0.0%", "yyyy-mm-dd"
    sheet["D5"].comment = openpyxl.comments.Comment("as first published", "analyst")
    workbook.create_sheet("events")["A1"] = "event_id"
    workbook["events"].sheet_state = "hidden"
    workbook.create_sheet("_notes")["A1"] = "=1/0"
    workbook.save(path)
    return path
