"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const links = new Map(all(".events a").map((a) => [a.getAttribute("href"), a]));
  const marks = new Map(all(".axis a").map((a) => [a.getAttribute("href"), a]));
  const events = all("article.event").map((article) => ({
    article,
    took: (article.dataset.participants || "").split(" "),
    link: links.get("#" + article.id),
    mark: marks.get("#" + article.id),
    text: null,
  }));
  const search = $("search"), boxes = all(".who input"), who = $("who"), keys = $("keys");
  const saysWho = who.querySelector("summary").textContent;

  const shown = () => events.filter(({ article }) => !article.hidden);
  const says = (event, words) => {
    event.text ??= fold(event.article.textContent);
    return words.every((word) => event.text.includes(word));
  };

  function filter() {
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    for (const event of events) {
      const fits = (!wanted.length || wanted.some((id) => event.took.includes(id))) && says(event, words);
      event.article.hidden = !fits;
      if (event.link) event.link.parentElement.hidden = !fits;
      if (event.mark) event.mark.classList.toggle("off", !fits);
    }
    for (const year of all("section.year"))
      year.hidden = !all("article.event", year).some((article) => !article.hidden);
    for (const year of all(".events section"))
      year.hidden = !all("li", year).some((item) => !item.hidden);
    who.querySelector("summary").textContent = wanted.length ? saysWho + " (" + wanted.length + ")" : saysWho;
    $("count").textContent = shown().length + " of " + events.length;
    $("clear").disabled = !wanted.length && !words.length;
  }

  function clear() {
    search.value = "";
    for (const box of boxes) box.checked = false;
    filter();
  }

  function select(event) {
    for (const { link } of events) link?.removeAttribute("aria-current");
    event.link?.setAttribute("aria-current", "true");
    event.link?.scrollIntoView({ block: "nearest" });
    event.article.focus({ preventScroll: true });
    event.article.scrollIntoView({ block: "start" });
    history.replaceState(null, "", "#" + event.article.id);
  }

  // The event that has the focus, else the first that is not above the screen.
  function here(list) {
    const within = document.activeElement?.closest("article.event");
    const at = list.findIndex(({ article }) => article === within);
    if (at >= 0) return { at, is: true };
    const below = list.findIndex(({ article }) => article.getBoundingClientRect().bottom > 90);
    return { at: below < 0 ? list.length - 1 : below, is: false };
  }

  function go(step) {
    const list = shown();
    if (!list.length) return;
    const { at, is } = here(list);
    const to = is ? at + step : step > 0 ? at : at - 1;
    select(list[Math.min(Math.max(to, 0), list.length - 1)]);
  }

  // What a link leads to must not be hidden.
  function reveal() {
    const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      clear();
      target.scrollIntoView();
    }
  }

  // Letters by their place on keyboards of other scripts.
  function letter({ key, code }) {
    if (code === "Slash" && (key === "." || key === ",")) return key === "." ? "/" : "?";
    return /^[ -~]/.test(key) || !code.startsWith("Key") ? key : code.slice(3).toLowerCase();
  }

  const actions = {
    j: () => go(1),
    k: () => go(-1),
    "/": () => { search.focus(); search.select(); },
    p: () => { who.open = true; boxes[0]?.focus(); },
    x: clear,
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = event.target === search;
    if (event.key === "Escape") {
      if (who.open) who.open = false;
      else if (typing) search.blur();
      else return;
      event.preventDefault();
      return;
    }
    if (typing && event.key === "Enter") {
      search.blur();
      const [first] = shown();
      if (first) select(first);
      event.preventDefault();
      return;
    }
    const action = !typing && actions[letter(event)];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  document.addEventListener("click", (event) => {
    if (!who.contains(event.target)) who.open = false;
  });
  search.addEventListener("input", filter);
  for (const box of boxes) box.addEventListener("change", filter);
  $("clear").addEventListener("click", clear);
  $("help").addEventListener("click", () => keys.showModal());
  $("close").addEventListener("click", () => keys.close());
  addEventListener("hashchange", reveal);

  all(".controls").forEach((controls) => { controls.hidden = false; });
  filter();
  reveal();
})();
