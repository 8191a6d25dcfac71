"""Files handed to a reader: their names say what they show, as of which day, and which bytes they are."""

from datetime import date
from hashlib import sha256

from dash import dcc

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv;charset=utf-8"
TYPES = {"xlsx": XLSX, "csv": CSV}

DATASETS = "/data/"
"""Below this address stand the files of each target and of the whole: `/data/<slug>.csv`, `/data/milepost.xlsx`."""


def file_name(slug: str, as_of: date, content: bytes, suffix: str) -> str:
    """`<slug>_asof-YYYY-MM-DD_<hash7>.<suffix>`, the hash being of the content."""
    return f"{slug}_asof-{as_of.isoformat()}_{sha256(content).hexdigest()[:7]}.{suffix}"


def download(slug: str, as_of: date, content: bytes, suffix: str) -> dict:
    """What a `dcc.Download` takes to hand the file over."""
    return dcc.send_bytes(content, file_name(slug, as_of, content, suffix), TYPES[suffix])
