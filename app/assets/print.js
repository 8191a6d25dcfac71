"use strict";

// A page of A4 is narrower than the window: charts are drawn anew for it, and afterwards for the window again.
const PAGE_WIDTH = 680;

function drawCharts(layout) {
  document.querySelectorAll(".only-wide .js-plotly-plot").forEach((chart) => window.Plotly.relayout(chart, layout));
}

window.addEventListener("beforeprint", () => drawCharts({ autosize: false, width: PAGE_WIDTH }));
window.addEventListener("afterprint", () => drawCharts({ autosize: true, width: null }));
