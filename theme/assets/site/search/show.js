// Shows: what a result says, as elements. Texts are set as text, never as HTML.

const BEFORE = 6;
const LENGTH = 32;
const PASSAGES = 2;
const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;
const UNSEEN = new Set(["_content"]);

const root = new URL("../../../", import.meta.url);

/** An element with a class and children, which may be texts. */
export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) { element.className = name; }
  element.append(...children);
  return element;
}

/** Fills `{named}` places of a text. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

/** The address of a record, within the site wherever it is served. */
export function addressOf(record, anchor) {
  const address = new URL((record.meta.url || record.raw_url || record.url).replace(/^\/+/, ""), root);
  if (anchor && !record.meta.url) { address.hash = anchor; }
  return address.href;
}

/** The name of a record; that of a source or note is no `title`, so that it weighs less. */
export const nameOf = ({ meta }) => meta.name || meta.title;

/** What is known of a result: its record and the passages that hold the words. */
export async function readResult(result) {
  const record = await result.load();
  return { record, passages: findPassages(record, result) };
}

/** The best passages: `{anchor, title, words, first}`, each with the words around its matches. */
function findPassages(record, { places: all, means }) {
  const words = record.content.split(/\s+/);
  const sure = [...all].filter(([place, group]) => means(words[place] || "", group));
  const places = new Map(sure.length ? sure : all); // the index may join words that ours do not
  const parts = divide(record.anchors, words.length);
  for (const part of parts) {
    part.hits = [...places.keys()].filter((place) => place >= part.start && place < part.end).sort((a, b) => a - b);
    part.window = densest(part.hits, places);
    part.value = part.window.groups * 100 + part.window.hits;
  }
  const found = parts.filter((part) => part.hits.length).sort((one, other) => other.value - one.value || one.start - other.start);
  const best = found.filter((part) => part.window.groups === found[0].window.groups).slice(0, PASSAGES);
  return best.map((part) => ({ ...part, words: excerpt(words, part, places) }));
}

/** The parts of a record by its anchors; a part without a title of its own has that before it. */
function divide(anchors, length) {
  const marks = anchors.filter((each) => !UNSEEN.has(each.id)).sort((a, b) => a.location - b.location);
  let title = "";
  const parts = [{ anchor: "", title, start: 0 }];
  for (const mark of marks) {
    if (/^h[1-6]$/.test(mark.element)) { title = mark.text; }
    parts.push({ anchor: mark.id, title, start: mark.location });
  }
  parts.forEach((part, place) => { part.end = parts[place + 1]?.start ?? length; });
  return parts;
}

/** Where most groups, then most words, stand within the length of an excerpt. */
function densest(hits, places) {
  let best = { start: 0, groups: 0, hits: 0 };
  hits.forEach((start, place) => {
    const near = hits.slice(place).filter((hit) => hit < start + LENGTH - BEFORE);
    const groups = new Set(near.map((hit) => places.get(hit))).size;
    if (groups > best.groups || (groups === best.groups && near.length > best.hits)) { best = { start, groups, hits: near.length }; }
  });
  return best;
}

/** The words shown of a part; "·" parts what runs on, not what is parted already. */
function excerpt(words, part, places) {
  const start = Math.max(part.start, Math.min(part.window.start - BEFORE, part.end - LENGTH));
  const end = Math.min(part.end, start + LENGTH);
  const shown = words.slice(start, end).map((text, place) => ({ text, marked: places.has(start + place) }))
    .filter(({ text }, place, all) => text !== "·" || (all[place + 1] && /[^.:!?]$/.test(all[place - 1]?.text || ".")));
  if (start > part.start) { shown.unshift({ text: "…" }); }
  if (end < part.end) { shown.push({ text: "…" }); }
  return shown;
}

/** Words with the found ones marked, but for the signs around them. */
export function marked(words) {
  const line = make("p", "result__text");
  words.forEach(({ text, marked: found }, place) => {
    const [, before, word, after] = text.match(AROUND);
    line.append(place ? " " : "", ...(found && word ? [before, make("mark", "", word), after] : [text]));
  });
  return line;
}

/** A result as an item of the list. */
export function showResult({ record, passages }, kinds, level = "h2") {
  const { kind, context } = record.meta;
  const link = make("a", "", nameOf(record));
  link.href = addressOf(record);
  const item = make("li", "result", make(level, "result__title", link));
  item.append(make("p", "result__kind", make("span", "result__label", kinds[kind] || kind), context ? ` ${context}` : ""));
  for (const passage of passages) {
    if (passage.anchor && passage.title && !record.meta.url) {
      const place = make("a", "", passage.title);
      place.href = addressOf(record, passage.anchor);
      item.append(make("p", "result__passage", place));
    }
    item.append(marked(passage.words));
  }
  return item;
}
