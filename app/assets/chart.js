"use strict";

// Draws charts: of each the figure that fits the window's width and the reader's theme. See app/charts.py.
{
  const CONFIG = { displayModeBar: false, showSendToCloud: false, displaylogo: false, responsive: true };
  const PAPER = 680; // pixels across a page of A4
  const SOURCE = document.currentScript.dataset.plotly;
  const isNarrow = window.matchMedia("screen and (max-width: 719px)");
  const isDark = window.matchMedia("(prefers-color-scheme: dark)");
  const places = new Map(); // each place with its figures and what is drawn there, as text
  let isOnPaper = false;
  let library;

  const plotly = () => {
    library ??= window.Plotly ? Promise.resolve() : new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = SOURCE;
      script.onload = done;
      script.onerror = () => {
        library = undefined; // the next chart asks again
        failed(new Error(`${SOURCE} did not arrive`));
      };
      document.head.append(script);
    });
    return library;
  };

  // Where the page names its theme there are the figures of that one; paper is always light.
  const fitting = (figures) => {
    const ofScreen = figures[isDark.matches ? "dark" : "light"] || figures.dark || figures.light;
    const { data, layout } = isOnPaper ? (figures.paper || figures.light).wide : ofScreen[isNarrow.matches ? "narrow" : "wide"];
    return JSON.stringify({ data, layout: isOnPaper ? { ...layout, autosize: false, width: PAPER } : layout });
  };

  const show = async (place) => {
    const told = places.get(place);
    if (!place.isConnected) {
      leave(place);
      return;
    }
    const figure = fitting(told.figures);
    if (told.drawn === figure) {
      return;
    }
    told.drawn = figure;
    if (!window.Plotly) {
      await plotly();
      if (told.drawn !== figure || !place.isConnected) {
        return;
      }
    }
    const chart = place.querySelector(".js-plotly-plot") || place.appendChild(document.createElement("div"));
    const { data, layout } = JSON.parse(figure);
    window.Plotly.react(chart, data, layout, CONFIG);
  };

  const showAll = () => [...places.keys()].forEach(show);

  const leave = (place) => {
    const chart = place.querySelector(".js-plotly-plot");
    if (chart) {
      window.Plotly.purge(chart);
    }
    places.delete(place);
  };

  // What the finished HTML drew moves into the live page as it is.
  const takeOver = (place, figures) => {
    const figure = fitting(figures);
    const [early, told] = [...places].find(([, { isEarly, drawn }]) => isEarly && drawn === figure) || [];
    const chart = early?.querySelector(".js-plotly-plot");
    if (chart) {
      places.delete(early);
      place.replaceChildren(chart);
    }
    places.set(place, { figures, drawn: chart && told.drawn });
  };

  const Chart = ({ id, figures, words, className, style }) => {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const ref = useRef(null);
    useLayoutEffect(() => {
      const place = ref.current;
      if (places.has(place)) {
        places.get(place).figures = figures;
      } else {
        takeOver(place, figures);
      }
      show(place);
    }, [figures]);
    useLayoutEffect(() => {
      const place = ref.current;
      return () => leave(place);
    }, []);
    return createElement("div", { id, className, style, role: "img", "aria-label": words, ref });
  };

  // Pictures are made by the browser that shows the chart.
  const keep = async (picture) => {
    if (picture) {
      const { figure, format, name, width, height } = picture;
      await plotly();
      window.Plotly.downloadImage(figure, { format, filename: name, width, height, scale: format === "png" ? 2 : 1 });
    }
  };

  // Once what is there has been painted; at once where nobody looks.
  const painted = () =>
    new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));

  const early = async () => {
    const found = [...document.querySelectorAll(".chart-picture > script")];
    found.forEach((script) =>
      places.set(script.parentElement, { figures: JSON.parse(script.textContent), isEarly: true }),
    );
    await painted();
    if (found.length) {
      await Promise.all([...places.keys()].map(show));
      await painted();
    }
  };

  window.milepost = { Chart, early: early() };
  window.dash_clientside = { ...window.dash_clientside, chart: { keep } };
  isNarrow.addEventListener("change", showAll);
  isDark.addEventListener("change", showAll);
  const printing = (isPrinting) => () => {
    isOnPaper = isPrinting;
    showAll();
  };
  window.addEventListener("beforeprint", printing(true));
  window.addEventListener("afterprint", printing(false));
  window.matchMedia("print").addEventListener("change", ({ matches }) => printing(matches)());
}
