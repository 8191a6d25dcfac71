"use strict";

// The order in which a page comes to life: its words, its charts, then the scripts of <template id="live">, in which it
// answers. Their files were asked for from the beginning.
{
  const run = (script) =>
    new Promise((done) => {
      const copy = document.createElement("script");
      [...script.attributes].forEach(({ name, value }) => copy.setAttribute(name, value));
      copy.textContent = script.textContent;
      copy.async = false;
      copy.onload = done;
      document.body.append(copy);
    });

  window.milepost.early.finally(async () => {
    const scripts = [...document.getElementById("live").content.querySelectorAll("script")];
    await Promise.all(scripts.filter((script) => script.hasAttribute("src")).map(run));
    scripts.filter((script) => !script.hasAttribute("src")).forEach(run);
  });
}
