"use strict";

// Draws the chart of a frame: the wide or the narrow one, as the frame is.
const told = JSON.parse(document.getElementById("figures").textContent);
const place = document.querySelector(".frame-chart");
const isNarrow = window.matchMedia("(max-width: 719px)");

function draw() {
  const { data, layout } = isNarrow.matches ? told.narrow : told.wide;
  place.style.height = `${layout.height}px`;
  window.Plotly.newPlot(place, data, layout, told.config);
}

isNarrow.addEventListener("change", draw);
draw();
