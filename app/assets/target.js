"use strict";

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
