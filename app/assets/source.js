"use strict";

// A sheet may be wider than the screen: a chosen cell that would be out of sight is brought into the middle.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.source = {
  show(name) {
    const sheet = document.getElementById("source-sheet");
    const cell = sheet && sheet.querySelector(".is-cell");
    if (cell && cell.offsetLeft + cell.offsetWidth > sheet.clientWidth) {
      sheet.scrollLeft = cell.offsetLeft - (sheet.clientWidth - cell.offsetWidth) / 2;
    }
    return name;
  },
};
