"""The interface's texts in Chinese."""

from app.text.zh import (
    about,
    changes,
    cite,
    compare,
    deadlines,
    forecast,
    lineage,
    meta,
    methods,
    overview,
    policies,
    reliability,
    revisions,
    search,
    shell,
    source,
    target,
)  # fmt: skip

TEXTS: dict[str, str] = (
    shell.TEXTS
    | overview.TEXTS
    | policies.TEXTS
    | search.TEXTS
    | target.TEXTS
    | revisions.TEXTS
    | source.TEXTS
    | lineage.TEXTS
    | about.TEXTS
    | changes.TEXTS
    | cite.TEXTS
    | compare.TEXTS
    | deadlines.TEXTS
    | forecast.TEXTS
    | meta.TEXTS
    | methods.TEXTS
    | reliability.TEXTS
)
