"""The interface's texts in Chinese."""

from app.text.zh import overview, shell, target

TEXTS: dict[str, str] = shell.TEXTS | overview.TEXTS | target.TEXTS
