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
    if (before !== undefined && before !== about.path) {
      document.getElementById("main").focus({ preventScroll: true });
    }
    if (before !== about.path && location.hash) {
      requestAnimationFrame(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView());
    }
    window.dash_clientside.milepost.about = about;
  },
};

// The first answer stays in sight until the live page has its content.
const entry = document.getElementById("react-entry-point");
const arrival = new MutationObserver(() => {
  if (entry.querySelector("#main > *")) {
    document.querySelector(".first").remove();
    arrival.disconnect();
  }
});
arrival.observe(entry, { childList: true, subtree: true });

// Days of the calendar on which something became known; given by app/header.py.
window.dashMantineFunctions = window.dashMantineFunctions || {};
window.dashMantineFunctions.knownDay = (day, { days, words }) =>
  days.includes(day) ? { "data-known": true, title: words } : {};

// The date picker's Chinese, in the shape that the library's calendar asks for.
window.dayjs_locale_zh = {
  name: "zh",
  weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  weekdaysShort: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  weekdaysMin: ["日", "一", "二", "三", "四", "五", "六"],
  months: ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
  monthsShort: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
  weekStart: 1,
  ordinal: (number) => `${number}日`,
  formats: { LT: "HH:mm", LTS: "HH:mm:ss", L: "YYYY/MM/DD", LL: "YYYY年M月D日" },
};
