// Suggestions while the reader types in the header: a combobox whose options are links.

import { openEngine } from "./engine.js";
import { addressOf, fill, make, nameOf } from "./show.js";

const AT_MOST = 6;
const PAUSE = 150;
const form = document.querySelector(".search--header");
const field = form.elements.q;
const box = make("div", "suggestions");
const failed = form.querySelector("[data-search-unsuggested]");
let turn = 0;
let timer = 0;

box.id = "_suggestions";
box.hidden = true;
box.setAttribute("role", "listbox");
form.append(box);
for (const [name, value] of Object.entries({
  role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.id,
})) { field.setAttribute(name, value); }

const options = () => [...box.children];
const active = () => box.querySelector("[aria-selected=true]");

function choose(option) {
  for (const each of options()) { each.setAttribute("aria-selected", String(each === option)); }
  if (option) {
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else { field.removeAttribute("aria-activedescendant"); }
}

function open(shown) {
  failed.hidden = true;
  box.hidden = !shown;
  field.setAttribute("aria-expanded", String(shown));
  if (!shown) { choose(null); }
}

function option(href, place, ...children) {
  const link = make("a", "suggestion", ...children);
  link.href = href;
  link.id = `${box.id}-${place}`;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  return link;
}

async function suggest() {
  const asked = field.value.trim();
  const own = ++turn;
  if (asked.length < 2) { open(false); return; }
  try {
    const engine = await openEngine(form.dataset.search);
    const { results } = await engine.find(asked, { typing: true, hasty: true });
    const records = await Promise.all(results.slice(0, AT_MOST).map((result) => result.load()));
    if (own !== turn || document.activeElement !== field) { return; }
    const { kinds, words } = engine.setup;
    const shown = records.map((record, place) => option(addressOf(record), place,
      make("span", "suggestion__title", nameOf(record)), " ",
      make("span", "suggestion__kind", kinds[record.meta.kind] || "")));
    const all = new URL(form.action);
    all.searchParams.set("q", asked);
    shown.push(option(all, shown.length, fill(words.all, { query: asked })));
    box.setAttribute("aria-label", words.suggested);
    box.replaceChildren(...shown);
    choose(null);
    open(true);
  } catch (error) {
    console.warn(error);
    if (own !== turn) { return; }
    open(false);
    failed.hidden = document.activeElement !== field; // the form still leads to the page of results
  }
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, PAUSE);
});
field.addEventListener("keydown", (event) => {
  const all = options();
  const place = all.indexOf(active());
  if (event.key === "Escape") {
    if (!box.hidden) { event.preventDefault(); open(false); }
  } else if (box.hidden) {
    if (event.key === "ArrowDown" && all.length) { event.preventDefault(); open(true); }
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const next = event.key === "ArrowDown" ? place + 1 : place < 0 ? all.length - 1 : place - 1;
    choose(all[next]);
  } else if (event.key === "Enter" && place >= 0) {
    event.preventDefault();
    location.assign(all[place].href);
  }
});
form.addEventListener("submit", () => { turn += 1; clearTimeout(timer); open(false); });
form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) { open(false); } });
box.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
suggest();
