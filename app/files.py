"""The original files that numbers come from, handed over as they were taken in."""

import io

from flask import Flask, Response, abort, send_file

from app.data import Data
from app.downloads import TYPES

OTHER = "application/octet-stream"
KNOWN = TYPES | {
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def route(server: Flask, data: Data) -> None:
    """`/file/<load>/<name>`: the file of a load under the name it came with; 404 for any other address.

    A withdrawn load's file is handed over too: it was the source of what stood here until then.
    """

    @server.get("/file/<load_id>/<name>")
    def original(load_id: str, name: str) -> Response:
        load = data.load(load_id)
        if load is None or load["file_name"] != name:
            abort(404)
        content = io.BytesIO(data.content(load["load_id"]))
        return send_file(content, kind(name), as_attachment=True, download_name=name)


def kind(file_name: str) -> str:
    """The media type of a file by its name's ending; bytes of no kind for an ending that is not known."""
    return KNOWN.get(file_name.rpartition(".")[2].lower(), OTHER)
