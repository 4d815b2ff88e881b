// The page of results: what is asked stands in the address, so it can be shared and gone back to.

import { hasWords, openEngine } from "./engine.js";
import { fill, make, readResult, showResult } from "./show.js";
import { wordsOf } from "./words.js";

const AT_ONCE = 10;
const AT_FIRST = 5; // while the order may still change
const page = document.querySelector("[data-search-page]");
const form = page.parentElement.querySelector("form[data-search]");
const list = page.querySelector("[data-search-list]");
const more = page.querySelector("[data-search-more]");
const status = page.querySelector("[data-search-status]");
const place = page.querySelector("[data-search-narrow]"); // of the filters, which come later
const filters = page.querySelector("[data-search-filters]");
const unfiltered = page.querySelector("[data-search-unfiltered]");
const elsewhere = page.querySelector("[data-search-elsewhere]");
const language = form.dataset.search;
let turn = 0;
let shown = new Set();
let waiting = [];

const state = (name) => {
  for (const each of page.querySelectorAll("[data-search-state]")) { each.hidden = each.id !== `_search-${name}`; }
};

const query = () => (new URLSearchParams(location.search).get("q") || "").trim();

function clear() {
  list.replaceChildren();
  more.hidden = filters.parentElement.hidden = unfiltered.hidden = elsewhere.hidden = true;
  place.hidden = false;
  status.textContent = "";
  status.classList.remove("results__count--unsure");
  shown = new Set();
  waiting = [];
}

async function show() {
  const asked = query();
  const own = ++turn;
  for (const field of document.querySelectorAll("input[name=q]")) { field.value = asked; }
  keepInSwitch();
  document.documentElement.toggleAttribute("data-asked", Boolean(asked)); // as base.js has set it
  clear();
  if (!asked) { state("empty"); return; }
  state("");
  status.textContent = status.dataset.loading;
  try {
    await answer(asked, own);
  } catch (error) {
    console.warn(error);
    if (own === turn) { clear(); fail(); }
  }
}

function fail() {
  place.hidden = !list.children.length;
  state("failed");
}

/** What is shown comes all at once, at most twice, so that nothing moves that a reader sees already. */
async function answer(asked, own) {
  const engine = await openEngine(language);
  const narrowed = [...new URLSearchParams(location.search).keys()].some((key) => key !== "q");
  const facets = narrowed ? await engine.facets() : null;
  const view = { engine, asked, own, facets, fit: (results) => facets ? facets.narrow(results, chosenOf(facets)) : results };
  let found = await engine.find(asked, { hasty: true });
  if (found.left) {
    await showFirst(view, found);
    found = await engine.find(asked);
  }
  await showAll(view, found);
  if (!facets && found.results.length > 1) { await showFilters(view, found); }
}

const chosenOf = (facets) => facets.read(new URLSearchParams(location.search));

/** A few results, while all words are searched for: these may change the order. */
async function showFirst(view, { results }) {
  const fit = view.fit(results);
  const items = await itemsOf(view, fit.slice(0, AT_FIRST));
  if (view.own !== turn || !items.length) { return; }
  status.classList.add("results__count--unsure"); // keeps the place of the number that is to come
  say(view, fit.length, []);
  put(items, fit);
  if (view.facets) { fillFilters(view, view.facets, results); }
}

async function showAll(view, found) {
  const fit = view.fit(found.results);
  const [items, hint] = await Promise.all([itemsOf(view, fit.slice(0, AT_ONCE)), lookElsewhere(view, found)]);
  if (view.own !== turn) { return; }
  status.classList.remove("results__count--unsure");
  say(view, fit.length, found.changed);
  // The order may have changed, but not for a reader who is among the results already.
  put(list.contains(document.activeElement) ? [] : items, fit);
  place.hidden = found.results.length < 2;
  elsewhere.replaceChildren(...hint);
  elsewhere.hidden = !hint.length;
  if (view.facets) { fillFilters(view, view.facets, found.results); }
}

/** Puts items into the list, if there are any, and says which results are still to come. */
function put(items, fit) {
  if (items.length) {
    list.replaceChildren(...items);
    shown = new Set(fit.slice(0, items.length).map(({ id }) => id));
  }
  waiting = fit.filter(({ id }) => !shown.has(id));
  more.hidden = !waiting.length;
}

/** The filters of results that the address does not narrow; without them these are as good. */
async function showFilters(view, { results }) {
  try {
    const facets = await view.engine.facets();
    if (view.own === turn) { fillFilters(view, facets, results); }
  } catch (error) {
    console.warn(error);
    if (view.own === turn) { unfiltered.hidden = false; }
  }
}

function fillFilters({ engine }, facets, results) {
  const focused = document.activeElement?.name;
  facets.fill(filters, results, chosenOf(facets), language, engine.setup.words.every, (parameter, value) => {
    const address = new URL(location.href);
    if (value) { address.searchParams.set(parameter, value); } else { address.searchParams.delete(parameter); }
    history.pushState(null, "", address);
    show().then(() => filters.elements[parameter]?.focus());
  });
  if (focused && filters.elements[focused]) { filters.elements[focused].focus(); }
}

/** Where this language lacks a word: a link to what the other language has, or may have. */
async function lookElsewhere({ engine: { setup, foreign }, asked }, { unknown, changed }) {
  const other = document.querySelector("a[data-language]");
  const strange = unknown.length || changed.length || wordsOf(asked).some((word) => foreign.has(word));
  if (!other || !strange) { return []; }
  const has = await hasWords(other.hreflang, asked).catch((error) => console.warn(error));
  if (has === false) { return []; }
  const link = make("a", "", fill(has ? setup.words.elsewhere : setup.words.elsewhere_unsure, { query: asked }));
  link.href = other.href;
  return [link];
}

/** The switch of language keeps what is asked. */
function keepInSwitch() {
  const other = document.querySelector("a[data-language]");
  if (other) { other.search = query() ? `?${new URLSearchParams({ q: query() })}` : ""; }
}

function say({ engine: { setup }, asked }, number, changed) {
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

async function itemsOf({ engine }, results) {
  const read = await Promise.all(results.map(readResult));
  return read.map((result) => showResult(result, engine.setup.kinds));
}

async function showMore() {
  const own = turn;
  const next = waiting.slice(0, AT_ONCE);
  const items = await itemsOf({ engine: await openEngine(language) }, next);
  if (own !== turn) { return; }
  waiting = waiting.slice(next.length);
  more.hidden = !waiting.length;
  list.append(...items);
  items[0].querySelector("a").focus();
}

more.addEventListener("click", () => showMore().catch((error) => {
  console.warn(error);
  more.hidden = true;
  fail();
}));

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
