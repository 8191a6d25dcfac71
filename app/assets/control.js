"use strict";

// Controls whose value stands in the address: see app/control.py. Nothing else writes a view's keys, and only what a
// reader does to a control makes it write: its own key, into the address as it is at that moment.
{
  const MOVES = ["popstate", "_dashprivate_pushstate"];
  let waiting; // words that the address does not have yet: whose they are, and the address in which they were typed
  let isComposing = false;

  const follow = (told) => {
    MOVES.forEach((move) => addEventListener(move, told));
    return () => MOVES.forEach((move) => removeEventListener(move, told));
  };

  const textOf = (value) => [value ?? ""].flat().join(",").trim();
  const said = ({ key, left_out }) => new URLSearchParams(location.search).get(key) ?? left_out;

  const write = (choice, text) => {
    settle();
    if (text === said(choice)) {
      return;
    }
    const address = new URL(location);
    const asked = address.searchParams;
    [choice.key, ...choice.undoes].forEach((key) => asked.delete(key));
    if (text !== choice.left_out) {
      asked.set(choice.key, text);
    }
    address.search = asked.toString().replaceAll("%2C", ",");
    history.pushState({}, "", address);
    dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  };

  // Words are written once their reader pauses or does something else; not where she has gone on to another address.
  const settle = () => {
    const words = waiting;
    waiting = undefined;
    clearTimeout(words?.timer);
    if (words?.at === location.href) {
      write(words.choice, words.shown.text);
    }
  };

  // While a word is being composed there is no pause.
  const wait = (words) => {
    clearTimeout(waiting?.timer);
    waiting = words && { ...words, timer: isComposing ? undefined : setTimeout(settle, words.pause) };
  };

  document.addEventListener("input", (event) => (isComposing = event.isComposing), true);
  document.addEventListener("compositionend", () => {
    isComposing = false;
    wait(waiting);
  });

  // The component itself takes a value only when it begins. So whatever it reports is its reader's.
  const Shape = ({ shape, choice, shown }) => {
    const { createElement } = window.React;
    const { debounce, ...properties } = shape.props;
    const setProps = ({ value }) => {
      if (value === undefined || textOf(value) === shown.text) {
        return;
      }
      shown.text = textOf(value);
      if (debounce) {
        wait({ choice, shown, at: location.href, pause: debounce });
      } else {
        write(choice, shown.text);
      }
    };
    return createElement(window[shape.namespace][shape.type], { ...properties, value: shown.value, setProps });
  };

  // It begins anew where it shows neither what the server told nor what its reader chose for this address.
  const Control = ({ value, choice, shape }) => {
    const { createElement, useRef, useSyncExternalStore } = window.React;
    const shown = useRef({}).current;
    const at = useSyncExternalStore(follow, () => location.href);
    const isWaiting = waiting?.shown === shown && waiting.at === at;
    if (!isWaiting && shown.text !== said(choice) && shown.text !== textOf(value)) {
      Object.assign(shown, { value, text: textOf(value), life: (shown.life ?? 0) + 1 });
    }
    return createElement(Shape, { key: shown.life, shape, choice, shown });
  };

  window.milepost.Control = Control;

  // A button gives its value, and takes it away where the address has it already.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-choice]");
    if (button) {
      const choice = JSON.parse(button.dataset.choice);
      write(choice, said(choice) === button.value ? choice.left_out : button.value);
    }
  });
}
