"""The interface's texts in Chinese."""

from app.text.zh import (
    changes,
    cite,
    deadlines,
    forecast,
    lineage,
    meta,
    methods,
    overview,
    reliability,
    revisions,
    shell,
    source,
    target,
)  # fmt: skip

TEXTS: dict[str, str] = (
    shell.TEXTS
    | overview.TEXTS
    | target.TEXTS
    | revisions.TEXTS
    | source.TEXTS
    | lineage.TEXTS
    | changes.TEXTS
    | cite.TEXTS
    | deadlines.TEXTS
    | forecast.TEXTS
    | meta.TEXTS
    | methods.TEXTS
    | reliability.TEXTS
)
