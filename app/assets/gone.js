"use strict";

// Whether the server answers. Where it does not, a line above the page says so, and of when what is seen below it is.
{
  const CALLBACK = "/_dash-update-component";
  const ask = window.fetch;
  let answered = new Date();

  const gone = (isGone) => {
    const line = document.getElementById("gone");
    const said = window.dash_clientside.milepost.about?.gone;
    if (!line || !said || line.hidden === !isGone) {
      return;
    }
    if (isGone) {
      window.milepost.sayGone(line, said, answered);
    } else {
      line.className = "";
      line.hidden = true;
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
  window.addEventListener("online", () => !document.getElementById("gone").hidden && window.milepost.again());
}
