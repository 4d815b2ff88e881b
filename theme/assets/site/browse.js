// Adds to the list of commitments: choosing by several facets at once, sorting, a table, and an
// address for each of these views. Without it the facets are links to pages of their own. The file
// with all commitments (renaksi/publish/data.py) and the module that searches it are loaded only
// when a reader begins to choose.
const language = document.documentElement.lang;
const panel = document.querySelector("[data-browse]");
const count = document.querySelector(".browse__count");
const fixed = document.querySelector("[data-static]");
const results = document.querySelector("[data-results]");
const format = new Intl.NumberFormat(language);
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

let data;
let search;
let loading;
let again = "";
let state = { chosen: new Map(), unknown: [], sort: "number", view: "list" };
let tools;

// The file, and what is found in it quickly

function load() {
  const read = (answer) => answer.ok ? answer.json().then((found) => found.data) : Promise.reject(new Error(answer.status));
  loading ??= Promise.all([fetch(panel.dataset.browse).then(read), import(`./browse-results.js${again}`)])
    .then(([loaded, module]) => { search = module; prepare(loaded); })
    .catch((error) => {
      loading = undefined;
      again += "?"; // some browsers keep in mind that a module did not load
      throw error;
    });
  return loading;
}

function prepare(loaded) {
  data = loaded;
  data.place = new Map(data.facets.map((facet, index) => [facet.id, index]));
  data.facets.forEach((facet) => {
    facet.of = new Map(facet.values.map(([id], index) => [id, index]));
    facet.words_of = new Map(facet.values.flatMap(([id, , words]) => (words ?? [id]).map((word) => [word, id])));
    completeFacet(facet);
  });
}

// What is chosen, as an address in the words of the page; those of other languages are understood

function writeAddress() {
  const query = new URLSearchParams();
  for (const [id, values] of state.chosen) {
    const facet = data.facets[data.place.get(id)];
    for (const value of values) {
      const [own, , words] = facet.values[facet.of.get(value)];
      query.append(facet.words[0], words ? words[0] : own);
    }
  }
  const sort = data.sorts.find(([id]) => id === state.sort);
  if (state.sort !== "number") { query.set(data.words.sort[0], sort[1][0]); }
  if (state.view === "table") { query.set(data.words.view[0], data.words.table[0]); }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  const of = (words) => words.flatMap((word) => query.getAll(word));
  const chosen = new Map();
  const unknown = [];
  for (const facet of data.facets) {
    const words = of([...new Set(facet.words)]);
    const known = words.filter((word) => facet.words_of.has(word)).map((word) => facet.words_of.get(word));
    if (known.length) { chosen.set(facet.id, new Set(known)); }
    unknown.push(...words.filter((word) => !facet.words_of.has(word)).map((value) => ({ facet: facet.title, value })));
  }
  const wanted = of([...new Set(data.words.sort)])[0];
  const sort = data.sorts.find(([, words]) => words.includes(wanted));
  const table = of([...new Set(data.words.view)]).some((word) => data.words.table.includes(word));
  return { chosen, unknown, sort: sort ? sort[0] : "number", view: table ? "table" : "list" };
}

// What the reader sees

function show() {
  const plain = !state.chosen.size && state.sort === "number" && state.view === "list";
  const { found, counts } = search.match(data, state, language);
  count.textContent = fill(count.dataset.text, { n: format.format(found.length), total: format.format(data.items.id.length) });
  fixed.hidden = !plain;
  results.hidden = plain;
  const place = results.querySelector("[data-found]");
  place.replaceChildren();
  if (!plain) { search.fillResults(place, found, data, state.view, language); }
  data.facets.forEach((facet, index) => showFacet(facet, counts[index]));
  showChips();
  showUnknown();
  document.getElementById("_sort").value = state.sort;
  document.querySelectorAll("[data-way]").forEach((link) => {
    const current = link.dataset.way === state.view;
    if (current) { link.setAttribute("aria-current", "page"); } else { link.removeAttribute("aria-current"); }
  });
  document.querySelectorAll("[data-language]").forEach((link) => { link.search = location.search; });
  document.documentElement.dataset.asked = "answered"; // since base.js, the place was kept for this
}

// The facets as boxes to tick

function dressFacets() {
  panel.querySelectorAll("[data-facet]").forEach((facet) => {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.className = "visually-hidden";
    legend.textContent = facet.querySelector("summary").textContent;
    const list = facet.querySelector("ul");
    list.before(set);
    set.append(legend, list);
    list.querySelectorAll("[data-value]").forEach((row) => dressValue(row, facet.dataset.facet));
  });
}

function dressValue(row, facet) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  const name = row.querySelector("a");
  const text = document.createElement("span");
  box.type = "checkbox";
  box.addEventListener("change", () => choose(facet, row.dataset.value, box.checked));
  row.dataset.page = name.href;
  text.textContent = name.textContent;
  if (name.lang) { text.lang = name.lang; }
  label.append(box, text, " ", row.querySelector(".facet__count"));
  row.replaceChildren(label);
}

// Values that the page leaves out because there are many.
function completeFacet(facet) {
  const place = panel.querySelector(`[data-facet="${facet.id}"]`);
  const list = place.querySelector("ul");
  const there = new Set([...list.children].map((row) => row.dataset.value));
  for (const [id, name] of facet.values.filter(([value]) => !there.has(value))) {
    const row = document.createElement("li");
    row.dataset.value = id;
    row.append(document.createElement("a"), Object.assign(document.createElement("span"), { className: "facet__count" }));
    row.firstElementChild.textContent = name;
    dressValue(row, facet.id);
    list.append(row);
  }
}

function showFacet(facet, counts) {
  const place = panel.querySelector(`[data-facet="${facet.id}"]`);
  const chosen = state.chosen.get(facet.id) ?? new Set();
  place.querySelectorAll("[data-value]").forEach((row) => {
    const number = counts[facet.of.get(row.dataset.value)];
    row.querySelector("input").checked = chosen.has(row.dataset.value);
    row.querySelector(".facet__count").textContent = format.format(number);
    row.classList.toggle("facet__empty", !number);
  });
  if (chosen.size) { place.open = true; }
}

function showChips() {
  const list = tools.querySelector(".chips");
  const chips = [...state.chosen].flatMap(([id, values]) => [...values].map((value) => {
    const facet = data.facets[data.place.get(id)];
    const chip = copy("_chip");
    chip.querySelector("[data-name]").textContent = `${facet.title}: ${facet.values[facet.of.get(value)][1]}`;
    chip.firstElementChild.addEventListener("click", () => choose(id, value, false).then(() => count.focus()));
    return chip;
  }));
  list.replaceChildren(...chips);
  list.hidden = !chips.length;
  tools.querySelector("[data-clear]").hidden = !chips.length;
}

// Values of the address that no commitment has, which are passed over.
function showUnknown() {
  document.querySelectorAll("[data-unknown]").forEach((notice) => notice.remove());
  results.before(...state.unknown.map((each) => {
    const notice = copy("_unknown");
    notice.dataset.unknown = "";
    notice.textContent = fill(notice.dataset.text, each);
    return notice;
  }));
}

// What the reader does

function change(alter = () => {}) {
  return attempt(() => {
    alter();
    state.unknown = [];
    history.pushState(null, "", writeAddress());
  });
}

function attempt(act) {
  return load().then(() => {
    document.getElementById("_notice")?.remove();
    act();
    show();
  }).catch((error) => {
    console.warn(error);
    document.dispatchEvent(new Event("unfiltered")); // scripts/browse.js tells it
    document.querySelector("#_notice [data-again]").addEventListener("click", (event) => {
      event.preventDefault();
      attempt(act).then(() => count.focus());
    });
  });
}

function choose(facet, value, wanted) {
  const values = state.chosen.get(facet) ?? new Set();
  if (wanted) { values.add(value); } else { values.delete(value); }
  if (values.size) { state.chosen.set(facet, values); } else { state.chosen.delete(facet); }
  return change();
}

function restore() {
  return attempt(() => { state = readAddress(); });
}

function dressTools() {
  const [bar, button] = document.getElementById("_tools").content.cloneNode(true).children;
  tools = bar;
  count.after(bar);
  panel.append(button);
  bar.querySelector("select").addEventListener("change", ({ target: { value } }) => change(() => { state.sort = value; }));
  bar.querySelector("[data-clear] button").addEventListener("click", () => {
    change(() => { state.chosen = new Map(); }).then(() => count.focus());
  });
  button.firstElementChild.addEventListener("click", () => {
    panel.open = false;
    count.focus();
  });
  document.querySelectorAll('[data-way="list"], [data-way="table"]').forEach((link) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
      event.preventDefault();
      change(() => { state.view = link.dataset.way; });
    });
  });
}

dressTools();
dressFacets();
["focusin", "pointerover", "toggle"].forEach((kind) => panel.addEventListener(kind, () => load().catch(console.warn), { once: true, capture: true }));
window.addEventListener("popstate", restore);
panel.dataset.ready = "";
if (location.search) { restore(); }
