"use strict";

// Pictures of the chart are made here, by the browser that shows it.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.target = {
  save(png, svg, picture) {
    const asked = window.dash_clientside.callback_context.triggered[0];
    if (!picture || !asked || !asked.value) {
      return;
    }
    const format = asked.prop_id === "target-svg.n_clicks" ? "svg" : "png";
    window.dash_clientside.target.keep({ ...picture, format });
  },

  keep(picture) {
    if (!picture) {
      return;
    }
    const { format, name, width, height } = picture;
    const options = { format, filename: name, width, height };
    window.Plotly.downloadImage(picture.figure, format === "png" ? { ...options, scale: 2 } : options);
  },
};

// Tabs are links, so that they can be copied and opened elsewhere; a plain click on one leaves the page where it is.
document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("#target-tabs .tabs a, #target-tabs a.stays, a.to-table");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (link.classList.contains("to-table")) {
      document.getElementById("target-tabs").scrollIntoView();
    }
  },
  true,
);
