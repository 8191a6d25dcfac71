"""Tables of knowledge in time. Only `load` writes; every reader takes an as-of day."""
