"use strict";

// What the server cannot do: the document's own title, language, theme, focus and place; what the system prefers.
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const systemTheme = () => (prefersDark.matches ? "dark" : "light");
prefersDark.addEventListener("change", () =>
  window.dash_clientside.set_props("system-theme", { data: systemTheme() }),
);

window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.milepost = {
  systemTheme,
  describe(about) {
    if (!about) {
      return;
    }
    const before = window.dash_clientside.milepost.about?.path;
    document.title = about.title;
    document.documentElement.lang = about.lang;
    document.documentElement.dataset.theme = about.theme;
    if (before !== undefined && before !== about.path && !window.milepost.isWriting()) {
      document.getElementById("main").focus({ preventScroll: true });
    }
    if (before !== about.path && location.hash) {
      requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
    }
    window.dash_clientside.milepost.about = about;
  },
};

// Days of the calendar on which something became known; given by app/header.py.
window.dashMantineFunctions = window.dashMantineFunctions || {};
window.dashMantineFunctions.knownDay = (day, { days, words }) =>
  days.includes(day) ? { "data-known": true, title: words } : {};

// The date picker's Chinese, in the shape that the library's calendar asks for; the browser knows the words.
const inChinese = (part, days) => days.map((day) => new Intl.DateTimeFormat("zh-Hans", part).format(day));
const months = Array.from({ length: 12 }, (_, month) => new Date(2024, month, 1));
const weekdays = Array.from({ length: 7 }, (_, day) => new Date(2024, 8, 1 + day)); // from a Sunday
window.dayjs_locale_zh = {
  name: "zh",
  weekdays: inChinese({ weekday: "long" }, weekdays),
  weekdaysShort: inChinese({ weekday: "short" }, weekdays),
  weekdaysMin: inChinese({ weekday: "narrow" }, weekdays),
  months: inChinese({ month: "long" }, months),
  monthsShort: inChinese({ month: "short" }, months),
  weekStart: 1,
};
