"""The texts of the forecast: on the chart, under the verdict, in tables."""

TEXTS: dict[str, str] = {
    "forecast.chance": "forecast: {chance} chance",
    "forecast.chance_short": "{chance} chance",
    "forecast.expected": "{value} expected",
    "forecast.weak": "low confidence",
    "forecast.band": "{share} % of outcomes",
    "forecast.band_short": "{share} %",
    "forecast.on_day": "forecast {value} in {day}",
    "forecast.band_ends": "{share} % of outcomes {low} to {high}",
    "forecast.note": (
        "Dotted from the last figure on: the forecast; 80 % of outcomes lie in the dark band, 95 % in the light one"
    ),
    "forecast.note_beyond": "The bands go on beyond the frame",
    "forecast.how": "How chances are worked out and checked",
    "forecast.title": "Forecast",
    "forecast.caption": "Forecast by year: expected value and the ends of its bands",
    "forecast.lead": "Not observed: worked out from the figures above, as known on {day}",
    "forecast.column.year": "Period",
    "forecast.column.expected": "Expected",
    "forecast.column.low_80": "80 %: low",
    "forecast.column.high_80": "80 %: high",
    "forecast.column.low_95": "95 %: low",
    "forecast.column.high_95": "95 %: high",
    "forecast.mark": "forecast",
    "chance.weak": "low confidence",
    "chance.none": "no chance given: {why}",
}
