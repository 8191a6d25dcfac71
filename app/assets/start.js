"use strict";

// The order in which a page comes to life: its words, its charts, then the scripts of <template id="live">, in which it
// answers. Their files were asked for from the beginning. Where one does not arrive, a line above the finished HTML says
// that the server does not answer; its links work without them.
{
  // Only once the server is there again is the page asked for anew: what is seen stays until then.
  const again = async () => {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer?.ok) {
      location.reload();
    }
  };

  const sayGone = (line, { words, retry }, answered) => {
    const time = answered.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const button = Object.assign(document.createElement("button"), { className: "button", textContent: retry });
    const said = document.createElement("p");
    said.append(words.replace("{time}", time), " ", button);
    button.addEventListener("click", again);
    line.replaceChildren(said);
    line.className = "banner is-gone";
    line.hidden = false;
  };

  const run = (script) =>
    new Promise((done, failed) => {
      const copy = document.createElement("script");
      [...script.attributes].forEach(({ name, value }) => copy.setAttribute(name, value));
      copy.textContent = script.textContent;
      copy.async = false;
      copy.onload = done;
      copy.onerror = failed;
      document.body.append(copy);
    });

  // A control of the finished HTML is only drawn: what takes its place hears of the press.
  const first = document.querySelector(".first");
  first.addEventListener("click", ({ target }) => {
    first.dataset.pressed = target.closest("[data-of]")?.dataset.of ?? "";
  });

  const arrived = new Date();
  const unanswered = document.getElementById("unanswered");
  const comeToLife = async () => {
    const scripts = [...document.getElementById("live").content.querySelectorAll("script")];
    try {
      await Promise.all(scripts.filter((script) => script.hasAttribute("src")).map(run));
    } catch {
      sayGone(unanswered, unanswered.dataset, arrived);
      return;
    }
    scripts.filter((script) => !script.hasAttribute("src")).forEach(run);
  };

  if (window.milepost) {
    Object.assign(window.milepost, { again, sayGone });
    window.milepost.early.finally(comeToLife);
  } else {
    sayGone(unanswered, unanswered.dataset, arrived); // chart.js is not there
  }
}
