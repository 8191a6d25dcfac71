"use strict";

// The search box: what is offered while a reader types, and its keys. The server writes the list (app/searching.py).
(() => {
  const DELAY = 120;
  let waiting;
  let asked = 0;

  const boxOf = (target) => (target instanceof Element ? target.closest(".search-box") : null);
  const wordsOf = (box) => box.querySelector(".search-words");
  const offeredIn = (box) => box.querySelector(".search-offered");
  const optionsIn = (box) => [...offeredIn(box).querySelectorAll("a[role=option]")];

  const close = (box) => {
    clearTimeout(waiting);
    asked += 1;
    offeredIn(box).hidden = true;
    offeredIn(box).replaceChildren();
    box.querySelector("[role=status]").textContent = "";
    wordsOf(box).setAttribute("aria-expanded", "false");
    wordsOf(box).removeAttribute("aria-controls");
    wordsOf(box).removeAttribute("aria-activedescendant");
  };

  const show = (box, html) => {
    const place = offeredIn(box);
    place.innerHTML = html;
    place.hidden = false;
    const list = place.querySelector("[role=listbox]");
    box.querySelector("[role=status]").textContent = place.querySelector("[data-said]").dataset.said;
    wordsOf(box).setAttribute("aria-expanded", String(Boolean(list)));
    wordsOf(box).removeAttribute("aria-activedescendant");
    if (list) {
      list.id = "search-list";
      wordsOf(box).setAttribute("aria-controls", list.id);
      optionsIn(box).forEach((option, place) => (option.id = `search-option-${place}`));
    }
  };

  const queryOf = (box) => {
    const given = [...new FormData(box)].filter(([, value]) => value.trim());
    return new URLSearchParams(given).toString();
  };

  const ask = async (box) => {
    const own = (asked += 1);
    // A server that is gone offers nothing; the form still says so when it is sent.
    const answer = await fetch(`${box.dataset.offered}?${queryOf(box)}`).catch(() => null);
    const html = answer && answer.ok ? await answer.text() : "";
    if (own === asked && html) {
      show(box, html);
    }
  };

  const move = (box, step) => {
    const options = optionsIn(box);
    const before = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const next = before < 0 && step < 0 ? options.length - 1 : (before + step + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === next)));
    options[next].scrollIntoView({ block: "nearest" });
    wordsOf(box).setAttribute("aria-activedescendant", options[next].id);
  };

  document.addEventListener("input", (event) => {
    const box = boxOf(event.target);
    if (!box || event.target !== document.activeElement) {
      return;
    }
    clearTimeout(waiting);
    if (event.target.value.trim()) {
      waiting = setTimeout(ask, DELAY, box);
    } else {
      close(box);
    }
  });

  document.addEventListener("submit", (event) => {
    const box = boxOf(event.target);
    if (!box) {
      return;
    }
    event.preventDefault();
    close(box);
    window.history.pushState({}, "", `${box.getAttribute("action")}?${queryOf(box)}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });

  // A way through the list has been chosen: the words have done their work. The list stays until its link has been
  // followed, which still.js does.
  document.addEventListener("click", (event) => {
    const box = boxOf(event.target);
    if (box && event.target.closest("a[role=option]")) {
      setTimeout(() => {
        box.reset();
        close(box);
      });
    }
  });

  document.addEventListener("focusout", (event) => {
    const box = boxOf(event.target);
    const isLeft = () => box.isConnected && !box.contains(document.activeElement);
    if (box && !box.contains(event.relatedTarget)) {
      setTimeout(() => isLeft() && close(box), 150);
    }
  });

  const inBox = (event, box) => {
    const options = optionsIn(box);
    const chosen = options.find((option) => option.getAttribute("aria-selected") === "true");
    if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      move(box, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen) {
      chosen.click();
    } else if (event.key === "Escape" && !offeredIn(box).hidden) {
      close(box);
    } else if (event.key === "Escape") {
      wordsOf(box).value = "";
      wordsOf(box).blur();
    } else {
      return;
    }
    event.preventDefault();
  };

  const isWriting = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    const box = boxOf(event.target);
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCtrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (box && !event.isComposing && !isCtrlK) {
      inBox(event, box);
    } else if (isCtrlK || (isSlash && !isWriting(event.target))) {
      const words = document.querySelector("#top .search-words") || document.querySelector(".search-words");
      event.preventDefault();
      words.focus();
      words.select();
    }
  });
})();
