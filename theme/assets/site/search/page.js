// The page of results: what is asked stands in the address, so it can be shared and gone back to.

import { hasWords, openEngine } from "./engine.js";
import { fill, readResult, showResult } from "./show.js";

const AT_ONCE = 10;
const AT_FIRST = 5; // while the order may still change
const FEW = 5; // fewer results than these may be foreign words in a title
const page = document.querySelector("[data-search-page]");
const form = page.parentElement.querySelector("form[data-search]");
const list = page.querySelector("[data-search-list]");
const more = page.querySelector("[data-search-more]");
const status = page.querySelector("[data-search-status]");
const filters = page.querySelector("[data-search-filters]");
const elsewhere = page.querySelector("[data-search-elsewhere]");
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
  keepInSwitch();
  list.replaceChildren();
  more.hidden = filters.parentElement.hidden = elsewhere.hidden = true;
  status.textContent = "";
  if (!asked) { state("empty"); return; }
  state("loading");
  try {
    const engine = await openEngine(language);
    const narrowed = [...new URLSearchParams(location.search).keys()].some((key) => key !== "q");
    const hasty = await engine.find(asked, { hasty: true });
    if (own !== turn) { return; }
    let fit = await narrow(engine, hasty, narrowed);
    await showFirst(engine, fit, hasty.left ? AT_FIRST : AT_ONCE);
    let found = hasty;
    if (hasty.left) {
      found = await engine.find(asked);
      fit = await narrow(engine, found, narrowed);
      // Words that were left out may change the order, unless the reader is among the results already.
      if (own === turn && !list.contains(document.activeElement)) { await showFirst(engine, fit); }
    }
    if (own !== turn) { return; }
    say(engine, asked, fit.length, found.changed);
    await showFilters(engine, found.results, own);
    await lookElsewhere(engine, asked, found, own);
  } catch (error) {
    console.warn(error);
    if (own === turn) { state("failed"); }
  }
}

/** The results that the address asks for. */
async function narrow(engine, { results }, narrowed) {
  if (!narrowed) { return results; }
  const facets = await engine.facets();
  return facets.narrow(results, facets.read(new URLSearchParams(location.search)));
}

async function showFirst(engine, results, number = AT_ONCE) {
  waiting = [...results];
  await showMore(engine, number, true);
}

async function showFilters(engine, results, own) {
  if (results.length < 2) { return; }
  const facets = await engine.facets();
  if (own !== turn) { return; }
  const chosen = facets.read(new URLSearchParams(location.search));
  const focused = document.activeElement?.name;
  facets.fill(filters, results, chosen, language, engine.setup.words.every, (parameter, value) => {
    const address = new URL(location.href);
    if (value) { address.searchParams.set(parameter, value); } else { address.searchParams.delete(parameter); }
    history.pushState(null, "", address);
    show().then(() => filters.elements[parameter]?.focus());
  });
  if (focused && filters.elements[focused]) { filters.elements[focused].focus(); }
}

/** Where this language lacks a word, says what the other language has. */
async function lookElsewhere(engine, asked, { results, unknown, changed }, own) {
  const other = document.querySelector("a[data-language]");
  if (!other || (results.length >= FEW && !unknown.length && !changed.length)) { return; }
  if (!await hasWords(other.hreflang, asked) || own !== turn) { return; }
  const link = elsewhere.firstElementChild;
  link.href = other.href;
  link.textContent = fill(engine.setup.words.elsewhere, { query: asked });
  elsewhere.hidden = false;
}

/** The switch of language keeps what is asked. */
function keepInSwitch() {
  const other = document.querySelector("a[data-language]");
  if (other) { other.search = query() ? `?${new URLSearchParams({ q: query() })}` : ""; }
}

function say({ setup }, asked, number, changed) {
  state(number ? "" : "nothing");
  const key = number === 0 ? "nothing" : number === 1 ? "count.one" : "count.other";
  const n = new Intl.NumberFormat(language).format(number);
  const said = [fill(setup.words[key], { n, query: asked })];
  for (const word of new Set(changed.map(([typed]) => typed))) {
    const words = changed.filter(([typed]) => typed === word).map(([, meant]) => meant);
    said.push(fill(setup.words.near, { word, words: new Intl.ListFormat(language, { type: "disjunction" }).format(words) }));
  }
  status.textContent = said.join(" ");
}

async function showMore(engine, number = AT_ONCE, afresh = false) {
  const own = turn;
  const next = waiting.splice(0, number);
  const shown = await Promise.all(next.map(readResult));
  if (own !== turn) { return; }
  const items = shown.map((result) => showResult(result, engine.setup.kinds));
  if (afresh) { list.replaceChildren(...items); } else { list.append(...items); }
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
