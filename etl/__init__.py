"""Sources in, tables out: stated targets and observed indicators, as known on any day. Knows no screen."""
