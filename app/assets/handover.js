"use strict";

// What is drawn anew takes the place of what a reader was at: the live page that of the first answer, a part of the page
// that of an earlier one. Words that were typed, caret and focus go over to the twin of what held them, and what was
// unfolded stays so.
{
  const FIELDS = "input:not([type=hidden], [aria-haspopup])";
  const entry = document.getElementById("react-entry-point");
  const first = document.querySelector(".first");
  const written = new Set(); // fields with words that nothing has taken up yet
  const parts = new WeakMap(); // fields and what had the focus, with the part of the page in which they stood
  let focused; // what has the focus
  let isComposing = false;

  const note = (one) => parts.set(one, one.closest("main") ? "#main" : one.closest("footer") ? "#foot" : "#top");

  const noteWritten = (field) => {
    note(field);
    written.add(field);
  };

  const noteFocused = (one) => {
    note(one);
    focused = one;
  };

  // The first answer has no ids: there a field has its id as its name.
  const SIGNS = [
    (one) => one.name || one.id,
    (one) => one.textContent,
    (one) => one.localName === "a" && one.className,
    (one) => one.localName === "a" && one.className + one.getAttribute("href"),
  ];
  const twinOf = (before, part) => {
    const known = [...document.querySelectorAll(`${part} ${before.localName}`)];
    const alike = SIGNS.map((sign) => (sign(before) ? known.filter((one) => sign(one) === sign(before)) : []));
    return alike.find((twins) => twins.length === 1)?.[0];
  };

  // By the element's own setter, past the one of the live page, which hears of it by the event.
  const write = (field, words) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const handOver = (before) => {
    const isWritten = written.delete(before);
    const isFocused = focused === before;
    const twin = twinOf(before, parts.get(before));
    focused = isFocused ? undefined : focused;
    if (twin && isFocused) {
      twin.focus({ preventScroll: true });
    }
    if (twin && isWritten && twin.value !== before.value) {
      write(twin, before.value);
    }
    if (twin && isFocused && before.matches(FIELDS)) {
      twin.setSelectionRange(before.selectionStart, before.selectionEnd, before.selectionDirection);
    }
  };

  const unfold = (before) => {
    const summaries = [...before.querySelectorAll("details[open] > summary")];
    summaries.map((one) => twinOf(one, "#main")).forEach((one) => one && (one.parentElement.open = true));
  };

  // Nothing is taken away from a reader whose word is still being composed.
  const takeOver = () => {
    if (!first.isConnected || isComposing || !entry.querySelector("#main > *")) {
      return;
    }
    first.remove();
    unfold(first);
    document.getElementById(first.dataset.pressed)?.click();
  };

  // On another page nothing is a twin of what was unfolded on the last one.
  const isSamePage = () => encodeURI(window.dash_clientside.milepost.about?.path) === location.pathname;

  const keep = (changes = []) => {
    takeOver();
    if (isSamePage()) {
      const gone = changes.flatMap(({ removedNodes }) => [...removedNodes]);
      gone.filter((one) => one instanceof Element).forEach(unfold);
    }
    [...new Set([...written, focused])].filter((one) => one && !one.isConnected).forEach(handOver);
  };

  document.addEventListener("input", ({ target }) => target.matches(FIELDS) && noteWritten(target));
  // Words of a form wait until they are sent or dropped; others stand in the next address, or their reader has gone on
  // without them.
  const taken = (isTaken) => [...written].filter(isTaken).forEach((field) => written.delete(field));
  ["submit", "reset"].forEach((end) =>
    document.addEventListener(end, ({ target }) => taken((field) => field.form === target)),
  );
  ["popstate", "_dashprivate_pushstate"].forEach((move) => addEventListener(move, () => taken((field) => !field.form)));
  document.addEventListener("focusin", ({ target }) => noteFocused(target));
  // What is taken out of the page loses the focus as well: that is known in the same turn.
  document.addEventListener("focusout", ({ target }) =>
    setTimeout(() => {
      if (focused === target && document.activeElement !== target) {
        focused = undefined;
      }
    }),
  );
  document.addEventListener("compositionstart", () => (isComposing = true));
  document.addEventListener("compositionend", () => {
    isComposing = false;
    keep();
  });

  // What happened before this script ran.
  [...first.querySelectorAll(FIELDS)].filter((field) => field.value !== field.defaultValue).forEach(noteWritten);
  if (first.contains(document.activeElement)) {
    noteFocused(document.activeElement);
  }
  new MutationObserver(keep).observe(entry, { childList: true, subtree: true });
  window.milepost.isWriting = () => written.has(document.activeElement);
}
