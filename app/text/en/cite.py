"""Texts of citations and frames."""

TEXTS: dict[str, str] = {
    "cite.title": "Cite this figure",
    "cite.embed": "Embed this chart",
    "cite.copy": "Copy",
    "cite.copied": "Copied",
    "cite.not": "Your browser did not allow it: the words are selected, copy them by hand",
    "cite.verdict": "{name}: {status}",
    "cite.method": "Method: {method}, rules version {version}",
    "cite.hint": "The link brings back this number and verdict on any later day, or says why it no longer can.",
    "cite.frame_today": "The frame always shows what is known on the day it is read.",
    "cite.frame_day": "The frame keeps to what was known on {day}.",
    "cite.full": "The whole page at Milepost",
    "cite.kept": "As cited: the number and the verdict are the same.",
    "cite.gone": "This target is no longer stated here",
    "cite.lost": "This citation can no longer be honoured.",
    "cite.same": "As cited, by newer rules.",
    "cite.was": "Cited",
    "cite.now": "Now",
    "cite.change": "Changed by",
    "cite.not_stated": "Not stated any more",
    "cite.why.rules_alone": (
        "It was cited under version {cited} of the rules; version {now} gives the same number and verdict."
    ),
    "cite.why.corrected": "What the statement rests on was changed after it was cited.",
    "cite.why.withdrawn": "The load that stated the target was withdrawn after it was cited.",
    "cite.why.rules_changed": "It was cited under version {cited} of the rules; now version {now} is in force.",
    "cite.why.unknown": (
        "No statement with this mark was ever made here: the link may be mistyped, or of another database."
    ),
    "cite.by_load": "Load {n}, {file}, {day}",
    "cite.by_withdrawal": "Withdrawal {n} of load {other}, {file}, {day}: {reason}",
}
