"use strict";

// A button that copies the words of another element, and says so: `data-copies` is that element's id.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) {
    return;
  }
  const words = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector("[role=status]");
  const isDone = await copied(words);
  said.textContent = "";
  requestAnimationFrame(() => {
    said.textContent = isDone ? said.dataset.done : said.dataset.not;
  });
});

// Where the browser refuses the clipboard, the words are selected: a reader can still copy them by hand.
async function copied(words) {
  const byHand = () => {
    window.getSelection().selectAllChildren(words);
    return false;
  };
  return navigator.clipboard ? navigator.clipboard.writeText(words.textContent).then(() => true, byHand) : byHand();
}
