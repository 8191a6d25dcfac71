"use strict";

// Whether the server answers. Where it does not, a line above the page says so, and of when what is seen below it is.
{
  const CALLBACK = "/_dash-update-component";
  const ask = window.fetch;
  let answered = new Date();

  const gone = (isGone) => {
    const line = document.getElementById("gone");
    const { words, retry } = window.dash_clientside.milepost.about?.gone || {};
    if (!line || !words || line.hidden === !isGone) {
      return;
    }
    const time = answered.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const button = Object.assign(document.createElement("button"), { className: "button", textContent: retry });
    const said = document.createElement("p");
    said.append(words.replace("{time}", time), " ", button);
    button.addEventListener("click", again);
    line.replaceChildren(said);
    line.className = isGone ? "banner is-gone" : "";
    line.hidden = !isGone;
  };

  // Only once the server is there again is the page asked for anew: what is seen stays until then.
  const again = async () => {
    const answer = await ask(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer?.ok) {
      location.reload();
    }
  };

  window.fetch = async (...given) => {
    const isCallback = String(given[0].url || given[0]).includes(CALLBACK);
    try {
      const answer = await ask(...given);
      if (isCallback) {
        answered = answer.ok ? new Date() : answered;
        gone(answer.status >= 500);
      }
      return answer;
    } catch (fault) {
      if (isCallback && fault.name !== "AbortError") {
        gone(true);
      }
      throw fault;
    }
  };
  window.addEventListener("online", () => !document.getElementById("gone").hidden && again());
}
