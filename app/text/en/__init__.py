"""The interface's texts in English."""

from app.text.en import changes, deadlines, lineage, methods, overview, reliability, revisions, shell, source, target

TEXTS: dict[str, str] = (
    shell.TEXTS
    | overview.TEXTS
    | target.TEXTS
    | revisions.TEXTS
    | source.TEXTS
    | lineage.TEXTS
    | changes.TEXTS
    | deadlines.TEXTS
    | methods.TEXTS
    | reliability.TEXTS
)
