"""Texts about what the forecast's chances were worth, on the page on methods."""

TEXTS: dict[str, str] = {
    "reliability.title": "How far a chance can be believed",
    "reliability.axis_said": "chance said",
    "reliability.axis_true": "came true",
    "reliability.diagonal": "as said",
    "reliability.bin": "said {chance}, came true {true} of {n}",
    "reliability.describe": "Chart of dots: the chance said against the share that came true",
    "reliability.describe_group": "{name}: {bins}",
    "reliability.lead": "Of the targets that were given a chance, how many were met. Counted on {day} over {n} made-up "
    "targets in public series from which nothing in the forecast was counted. A dot on the dashed line is a chance "
    "that came true as often as it said; the larger the dot, the more forecasts.",
    "reliability.upper": "{group}: chances above a half said {chance} on average, and {true} came true.",
    "reliability.table": "The figures as tables",
    "reliability.range": "Chance",
    "reliability.from_to": "{least} to {most}",
    "reliability.forecasts": "Forecasts",
    "reliability.mean": "Mean chance",
    "reliability.true": "Came true",
    "reliability.group.held_out": "Gapminder, held-out countries",
    "reliability.group.aside": "Other panels, kept aside",
    "methods.forecast": "The forecast",
    "methods.forecast_text": "The chance that a deadline is met comes from the series’ own past. Its yearly "
    "changes are carried on, less of them the further ahead, and growth adds up without compounding; how far such "
    "forecasts have missed in many other series of the same length, as many years ahead, says how wide the band around "
    "it must be. The chance is the part of that band on the target’s side. No chance is ever 0 or 1. It knows no "
    "plans, budgets or crises. Fewer than three figures give no forecast; three or four mean low confidence.",
    "scores.title": "Against other ways to tell",
    "scores.lead": "On {n} made-up targets, one to ten years ahead of histories of {figures} figures, in series "
    "from which nothing in the forecast was counted ({day}). The Brier score is the mean square of chance less "
    "outcome: 0 is best, 0.25 is a coin’s. In brackets the interval that holds in 95 of 100 drawings of countries or "
    "other units.",
    "scores.caption": "Brier scores of the forecast and of other ways",
    "scores.rival": "Brier score",
    "scores.rival.forecast": "The forecast",
    "scores.rival.climatology": "How often such targets are met",
    "scores.rival.persistence": "The last figure stays",
    "scores.rival.straight line": "Straight line",
    "scores.rival.mean change": "Mean change",
    "scores.rival.mean growth": "Mean growth (CAGR)",
    "scores.rival.damped Holt": "Damped Holt",
    "scores.rival.Theta": "Theta",
    "scores.interval": "({low}–{high})",
    "scores.covered": "{group}: {most} of outcomes lay within the 80% band, {nearly_all} within the 95% band.",
    "calls.title": "How our own calls have fared",
    "calls.none": "No target in the register that was given a chance before its deadline had a known outcome by {day}.",
    "calls.lead": "Chances on targets whose outcome was known by {day}: {n} on {targets} targets. Their Brier score, "
    "each target counting once, is {brier}; 0 is best, 0.25 is a coin’s.",
    "calls.few": "So few say little about the method.",
    "calls.note": "They are worked out from what was known on their day, with the forecast as it is made today. Brier "
    "is the mean square of the chance less the outcome, 1 for met.",
    "calls.caption": "Chances given in the past, and what came of the targets",
    "calls.target": "Target",
    "calls.day": "Since",
    "calls.chance": "Chance",
    "calls.status": "Verdict then",
    "calls.outcome": "Outcome",
    "calls.met": "met",
    "calls.not_met": "not met",
    "calls.loss": "Brier",
}
