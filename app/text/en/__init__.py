"""The interface's texts in English."""

from app.text.en import overview, shell, target

TEXTS: dict[str, str] = shell.TEXTS | overview.TEXTS | target.TEXTS
