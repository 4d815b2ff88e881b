// The page of results: what is asked stands in the address, so it can be shared and gone back to.

import { openEngine } from "./engine.js";
import { fill, readResult, showResult } from "./show.js";

const AT_ONCE = 10;
const page = document.querySelector("[data-search-page]");
const form = page.parentElement.querySelector("form[data-search]");
const list = page.querySelector("[data-search-list]");
const more = page.querySelector("[data-search-more]");
const status = page.querySelector("[data-search-status]");
const language = form.dataset.search;
let turn = 0;
let waiting = [];

const state = (name) => {
  for (const each of page.querySelectorAll("[data-search-state]")) { each.hidden = each.id !== `_search-${name}`; }
};

const query = () => (new URLSearchParams(location.search).get("q") || "").trim();

async function show() {
  const asked = query();
  const own = ++turn;
  for (const field of document.querySelectorAll("input[name=q]")) { field.value = asked; }
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "";
  if (!asked) { state("empty"); return; }
  state("loading");
  try {
    const engine = await openEngine(language);
    const { results, changed } = await engine.find(asked);
    if (own !== turn) { return; }
    waiting = results;
    say(engine, asked, results.length, changed);
    await showMore(engine);
    state(results.length ? "" : "nothing");
  } catch (error) {
    console.warn(error);
    if (own === turn) { state("failed"); }
  }
}

function say({ setup }, asked, number, changed) {
  const key = number === 0 ? "nothing" : number === 1 ? "count.one" : "count.other";
  const n = new Intl.NumberFormat(language).format(number);
  const said = [fill(setup.words[key], { n, query: asked })];
  for (const word of new Set(changed.map(([typed]) => typed))) {
    const words = changed.filter(([typed]) => typed === word).map(([, meant]) => meant);
    said.push(fill(setup.words.near, { word, words: new Intl.ListFormat(language, { type: "disjunction" }).format(words) }));
  }
  status.textContent = said.join(" ");
}

async function showMore(engine) {
  const own = turn;
  const next = waiting.splice(0, AT_ONCE);
  const shown = await Promise.all(next.map(readResult));
  if (own !== turn) { return; }
  const items = shown.map((result) => showResult(result, engine.setup.kinds));
  list.append(...items);
  more.hidden = !waiting.length;
  return items[0];
}

more.addEventListener("click", async () => {
  const first = await showMore(await openEngine(language));
  first?.querySelector("a").focus();
});

for (const each of document.querySelectorAll("form[data-search]")) {
  each.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(each.action);
    address.searchParams.set("q", each.elements.q.value.trim());
    history.pushState(null, "", address);
    show();
  });
}
addEventListener("popstate", show);
show();
