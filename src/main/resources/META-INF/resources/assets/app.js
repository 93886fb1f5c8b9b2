// Keeps the page current: when something happens on the server, the main part of the page is fetched again.
"use strict";
(() => {
  const ATTENTION = 2000;
  const ROUTINE = 15000;
  let timer = 0;
  let due = Infinity;
  let took = 0;

  const main = () => document.querySelector("main");
  const changed = (field) =>
    field.options ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
        : field.value !== field.defaultValue;
  const editing = () =>
    document.activeElement?.matches("main :is(input, select, textarea)") ||
    [...main().querySelectorAll("input:not([type=hidden]), select, textarea")].some(changed);

  const place = (part) =>
    part.id ? `#${CSS.escape(part.id)}` : part.hasAttribute("href") ? `main [href="${CSS.escape(part.getAttribute("href"))}"]` : "";

  function replace(fresh) {
    const open = new Map([...main().querySelectorAll("details[id]")].map((part) => [part.id, part.open]));
    const focus = place(document.activeElement);
    const [left, top] = [scrollX, scrollY];
    fresh.querySelectorAll("details[id]").forEach((part) => { part.open = open.get(part.id) ?? part.open; });
    main().replaceWith(fresh);
    if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
    scrollTo(left, top);
  }

  async function refresh() {
    due = Infinity;
    if (document.hidden || editing()) return later(ATTENTION);
    const started = performance.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) return location.reload();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok && !editing()) replace(page.querySelector("main"));
    } catch { later(ROUTINE); }
    took = performance.now() - started;
  }

  // A page that is slow to make is asked for less often.
  function later(delay) {
    const wish = performance.now() + Math.max(delay, 10 * took);
    if (wish >= due) return;
    clearTimeout(timer);
    due = wish;
    timer = setTimeout(refresh, wish - performance.now());
  }

  if (!main().hasAttribute("data-live")) return;
  const events = new EventSource("/api/v1/events");
  const live = (on) => document.body.classList.toggle("live", on);
  events.onopen = () => { live(true); if (took) later(ATTENTION); };
  events.onerror = () => live(false);
  ["status", "health", "alert"].forEach((name) => events.addEventListener(name, () => later(ATTENTION)));
  events.addEventListener("observation", () => later(ROUTINE));
})();
