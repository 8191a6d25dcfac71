"""The interface's texts in Chinese."""

<<<<<<< HEAD
from app.text.zh import changes, deadlines, lineage, methods, overview, reliability, revisions, shell, source, target
=======
from app.text.zh import changes, deadlines, forecast, lineage, overview, revisions, shell, source, target
>>>>>>> chance

TEXTS: dict[str, str] = (
    shell.TEXTS
    | overview.TEXTS
    | target.TEXTS
    | revisions.TEXTS
    | source.TEXTS
    | lineage.TEXTS
    | changes.TEXTS
    | deadlines.TEXTS
<<<<<<< HEAD
    | methods.TEXTS
    | reliability.TEXTS
=======
    | forecast.TEXTS
>>>>>>> chance
)
