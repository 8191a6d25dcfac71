"""Pages: PATH, OWN, title, layout, callbacks."""
