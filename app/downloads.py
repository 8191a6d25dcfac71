"""Files handed to a reader: their names say what they show, as of which day, and which bytes they are."""

import io
from datetime import date
from hashlib import sha256

from flask import Response, send_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv;charset=utf-8"
TYPES = {"xlsx": XLSX, "csv": CSV}

DATASETS = "/data/"
"""Below this address stand the files of each target and of the whole: `/data/<slug>.csv`, `/data/milepost.xlsx`."""

WHOLE, FIGURES = "milepost", "milepost-figures"
"""Names of the files of all targets, and of all figures."""


def file_name(slug: str, as_of: date, content: bytes, suffix: str) -> str:
    """`<slug>_asof-YYYY-MM-DD_<hash7>.<suffix>`, the hash being of the content."""
    return f"{slug}_asof-{as_of.isoformat()}_{sha256(content).hexdigest()[:7]}.{suffix}"


def send(slug: str, content: bytes, as_of: date, suffix: str) -> Response:
    """The answer that hands a file over, named as above."""
    name = file_name(slug, as_of, content, suffix)
    return send_file(io.BytesIO(content), TYPES[suffix], as_attachment=True, download_name=name)
