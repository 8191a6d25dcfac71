"use strict";

// A block of finished HTML, escaped on the server: see app/still.py.
window.milepost.Still = ({ id, html, className }) =>
  window.React.createElement("div", {
    id,
    className: `still ${className || ""}`.trim(),
    dangerouslySetInnerHTML: { __html: html },
  });

// Its links open within the page, as the live ones do; with a modifier key the browser does what it always does.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".still a[href^='/']");
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || link.target || link.hasAttribute("download")) {
    return;
  }
  event.preventDefault();
  window.history.pushState({}, "", link.getAttribute("href"));
  window.dispatchEvent(new PopStateEvent("popstate"));
  window.scrollTo(0, 0);
});
