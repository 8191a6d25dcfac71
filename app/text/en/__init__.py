"""The interface's texts in English."""

from app.text.en import changes, deadlines, forecast, lineage, overview, revisions, shell, source, target

TEXTS: dict[str, str] = (
    shell.TEXTS
    | overview.TEXTS
    | target.TEXTS
    | revisions.TEXTS
    | source.TEXTS
    | lineage.TEXTS
    | changes.TEXTS
    | deadlines.TEXTS
    | forecast.TEXTS
)
