// Finds: turns a query into searches of Pagefind's index and adds up what they give. Loaded only
// when the reader searches.

import { Facets } from "./filters.js";
import { ask, lostBelow } from "./parts.js";
import { fill } from "./show.js";
import { Lexicon, wordsOf } from "./words.js";

const bundle = (language) => new URL(`../../../pagefind/${language}/`, import.meta.url);
const engines = new Map();
const vocabularies = new Map();

// What a match is worth beside the very word that was typed.
const WORTH = { form: 0.75, same: 0.95, begun: 0.7, near: 0.6, loose: 0.5, apart: 0.1 };
// What it is worth that a word stands in what is told of a record; `name` is the title of a quiet one.
const META = { title: 4, context: 1, name: 0.3, number: 8, kind: 0, url: 0 };
const LONGEST_PHRASE = 7;
const MOST_NEAR = 3;
const MOST_BEGUN = 6;
const ENOUGH = 3; // words to begin with, if all of a question are in very many records
const AT_FIRST = 6; // words of a long question to begin with

/**
 * The engine of a language: the same one each time, or a rejection where it cannot be loaded. One that
 * lost a part is given up, so that a later try may have more luck.
 */
export function openEngine(language) {
  const lost = lostBelow(bundle(language));
  if (engines.get(language)?.lost !== lost) {
    const engine = loadEngine(language, lost);
    engines.set(language, { lost, engine });
    engine.catch(() => engines.delete(language));
  }
  return engines.get(language).engine;
}

async function load(address, kind) {
  const answer = await ask(address);
  if (!answer.ok) { throw new Error(`${address}: ${answer.status}`); }
  return answer[kind]();
}

/** What a language's words are, which needs no index. */
function openWords(language) {
  if (!vocabularies.has(language)) {
    const base = bundle(language);
    const words = load(new URL("setup.json", base), "json").then((setup) => ({
      setup,
      lexicon: new Lexicon(setup.letters, (letter) => load(new URL(`words-${letter}.txt`, base), "text"), setup.affixes),
    }));
    vocabularies.set(language, words);
    words.catch(() => vocabularies.delete(language));
  }
  return vocabularies.get(language);
}

/** Whether a language has all words of a query: told by its words alone, a tenth of its search. */
export async function hasWords(language, query) {
  const { setup, lexicon } = await openWords(language);
  const { groups, unknown, changed } = await new Engine(language, setup, null, lexicon).read(query);
  const ignored = wordsOf(query).every((word) => setup.ignored.includes(word));
  return !ignored && !unknown.length && !changed.length && groups.some(({ searches }) => searches.length);
}

async function loadEngine(language, lost) {
  const base = bundle(language);
  const [{ setup, lexicon }, pagefind] = await Promise.all([
    openWords(language),
    import(new URL("pagefind.js", base).href),
  ]);
  // Without a worker: one file and one permission less, and a search takes milliseconds.
  const options = { basePath: base.pathname, baseUrl: "/", noWorker: true, metaCacheTag: setup.version };
  const index = pagefind.createInstance({ ...options, ranking: { metaWeights: META } });
  await index.init();
  return new Engine(language, setup, index, lexicon, lost);
}

class Engine {
  /** `lost` is how many parts of the index had been lost before this engine was made. */
  constructor(language, setup, index, lexicon, lost) {
    Object.assign(this, { language, setup, index, lexicon, lost, phrases: new Map() });
    for (const name of ["ignored", "common", "foreign"]) { this[name] = new Set(setup[name]); }
    this.exactly = new Map(Object.entries(setup.exactly).map(([word, records]) => [word, new Set(records)]));
    for (const phrases of setup.same) {
      for (const phrase of phrases) {
        this.phrases.set(phrase, [...(this.phrases.get(phrase) || []), ...phrases.filter((other) => other !== phrase)]);
      }
    }
  }

  /**
   * Groups of searches that a query asks for; those of a group mean the same. `changed` are words
   * that the corpus has only one letter away, `unknown` those that it does not have at all, and
   * `left` counts the words that were left out in haste.
   */
  async read(query, { typing, hasty } = {}) {
    const all = wordsOf(query);
    const reading = { groups: [], changed: [], unknown: [] };
    await Promise.all(all.map((word) => this.lexicon.open(word)));
    for (let place = 0; place < all.length;) {
      const length = this.phraseAt(all, place);
      if (length) {
        reading.groups.push(this.phrase(all.slice(place, place + length)));
      } else if (!this.ignored.has(all[place]) || all.every((word) => this.ignored.has(word))) {
        reading.groups.push(await this.word(all[place], reading, { typed: typing && place === all.length - 1, hasty }));
      }
      place += length || 1;
    }
    const known = reading.groups.filter(({ strange }) => !strange);
    if (!known.length && hasty) { return this.read(query, { typing }); }
    if (known.length === reading.groups.length) { reading.groups.push(...this.pairs(all)); }
    const telling = hasty ? this.telling(reading.groups.filter(({ strange }) => !strange)) : reading.groups;
    return { ...reading, groups: telling, left: reading.groups.length - telling.length };
  }

  /**
   * Of many words those that tell: what very many records have is heavy to load and says little, so
   * only the longest of these are taken, if there are too few others. Of all of them, too, the longest
   * come first, for each is a part of the index to load.
   */
  telling(groups) {
    const first = ({ searches }) => searches[0]?.[0] || "";
    const common = groups.filter((group) => !group.bonus && first(group) && wordsOf(first(group)).every((word) => this.common.has(word)));
    common.sort((one, other) => first(other).length - first(one).length);
    const left = common.slice(Math.max(ENOUGH - (groups.length - common.length), 0));
    const telling = groups.filter((group) => !left.includes(group));
    if (telling.length <= AT_FIRST) { return telling; }
    const longest = telling.filter(({ bonus }) => !bonus).sort((one, other) => first(other).length - first(one).length);
    return telling.filter((group) => longest.slice(0, AT_FIRST).includes(group));
  }

  /** How many words from a place on are a name or abbreviation that others stand for; 0 if none. */
  phraseAt(all, place) {
    for (let length = Math.min(LONGEST_PHRASE, all.length - place); length; length -= 1) {
      if (this.phrases.has(all.slice(place, place + length).join(" "))) { return length; }
    }
    return 0;
  }

  phrase(words) {
    const phrase = words.join(" ");
    const searches = [[phrase, 1]];
    for (const other of this.phrases.get(phrase)) { searches.push([other, WORTH.same]); }
    if (words.length === 1) {
      for (const form of this.lexicon.forms(phrase)) { searches.push([form, WORTH.form]); }
    }
    return { weight: words.length, searches };
  }

  /** "commitment 6", "SDG 16", "May 2019": a word and its number, which count more side by side. */
  pairs(all) {
    const telling = all.filter((word) => !this.setup.numbering.includes(word));
    const pairs = telling.slice(1).map((word, place) => [telling[place], word]);
    const numbered = pairs.filter(([word, number]) => /^\p{N}/u.test(number) && !/^\p{N}/u.test(word) && !this.ignored.has(word));
    return numbered.map((pair) => ({ bonus: true, weight: 1, searches: [[pair.join(" "), 1]] }));
  }

  /** A number: as it is, a law by its number and year, and one with dots as the index has it. */
  number(word) {
    const law = word.match(/^(\d+)\/(\d{4})$/);
    const searches = law ? [[fill(this.setup.law, { number: law[1], year: law[2] }), 1]] : [];
    const joined = word.replaceAll(/[./]/g, "");
    return { weight: 1, searches: [...searches, [joined, law ? WORTH.same : 1]], typed: word };
  }

  /**
   * `typed` says that the reader may not have ended the word; in haste one that the corpus lacks waits,
   * for the index has to be asked for it.
   */
  async word(word, reading, { typed, hasty }) {
    const { lexicon } = this;
    if (/^\p{N}/u.test(word) && !/\p{L}/u.test(word)) { return this.number(word); }
    const searches = [];
    if (lexicon.has(word)) { searches.push([word, 1]); }
    for (const form of lexicon.forms(word)) { searches.push([form, WORTH.form]); }
    if (!searches.length || typed) {
      const begun = word.length > 1 ? lexicon.begins(word).sort((a, b) => a.length - b.length) : [];
      for (const each of begun.slice(0, MOST_BEGUN)) { searches.push([each, WORTH.begun]); }
    }
    if (!searches.length) {
      const joined = word.replaceAll(/[-'’]/g, "");
      const parts = word.split(/[-'’]/);
      if (parts.length > 1 && [joined, ...parts].some((part) => lexicon.has(part))) { searches.push([joined, 1], [parts.join(" "), WORTH.loose]); }
    }
    if (!searches.length && hasty) { return { strange: true, weight: 1, searches }; }
    if (!searches.length) { searches.push(...await this.strange(word)); }
    if (!searches.length) {
      for (const each of lexicon.near(word).slice(0, MOST_NEAR)) {
        searches.push([each, WORTH.near], ...[...lexicon.forms(each)].map((form) => [form, WORTH.near * WORTH.form]));
        reading.changed.push([word, each]);
      }
    }
    if (!searches.length) { reading.unknown.push(word); }
    return { weight: 1, searches };
  }

  /** A word that the corpus lacks: one that the index has by its root, or two words written as one. */
  async strange(word) {
    if ((await this.index?.search(exact(word)))?.results.length) { return [[word, WORTH.form]]; }
    await this.lexicon.openAll();
    return this.lexicon.split(word).map((parts) => [parts.join(" "), WORTH.loose]);
  }

  /** The table to narrow results by; loaded once, when first asked for. */
  facets() {
    if (!this.table) {
      this.table = load(new URL("facets.json", bundle(this.language)), "json").then((data) => new Facets(data));
      this.table.catch(() => { this.table = null; });
    }
    return this.table;
  }

  /** The results of a word, or of words that stand side by side: Pagefind ranks these if not quoted. */
  async search(term) {
    const { results } = await this.index.search(term);
    const only = this.exactly.get(term);
    if (only) { return results.filter(({ id }) => only.has(Number(id.split("-").pop()))); }
    const together = new Map((await this.index.search(exact(term))).results.map((each) => [each.id, each]));
    // Of a single word Pagefind finds longer ones that begin with it, too: other words, mostly.
    // How many of these it finds depends on the parts that happen to be loaded.
    const found = term.includes(" ") ? results : results.filter(({ id }) => together.has(id));
    return found.map((each) => together.has(each.id)
      ? { ...each, words: together.get(each.id).words }
      : { ...each, score: each.score * WORTH.apart });
  }

  /**
   * Results, best first: `{id, score, places, load}`, and what became of the words. `typing` says that
   * the last word may not have ended, `hasty` that words may be left out that are heavy to load.
   */
  async find(query, options) {
    const { groups, ...reading } = await this.read(query, options);
    const found = new Map();
    for (const group of groups) { group.meant = new Set([group.typed]); }
    const answers = await Promise.all(groups.flatMap((group, place) => group.searches.map(async ([term, worth]) => {
      wordsOf(term).forEach((word) => group.meant.add(word));
      return [place, worth, await this.search(term)];
    })));
    for (const answer of answers) { add(found, ...answer); } // in the order asked, whichever came first
    if (lostBelow(bundle(this.language)) !== this.lost) { throw new Error("a part of the index is missing"); }
    const wanted = groups.reduce((sum, group) => sum + (group.bonus ? 0 : group.weight), 0);
    const means = (word, place) => !this.setup.affixes || wordsOf(word).some((each) => meant(groups[place], each));
    for (const result of found.values()) { Object.assign(result, { means, score: rank(result, groups, wanted) }); }
    const results = [...found.values()].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
    return { results, ...reading };
  }
}

/** A term that matches whole words alone, and in this order. */
const exact = (term) => `"${term}"`;

/** Whether a word is one of those searched for: Pagefind finds "bukan" (not) for "buka" (open), too. */
const meant = (group, word) => [word, ...word.split(/[-'’]/)].some((part) => group.meant.has(part))
  || (/[-'’]/.test(word) && group.meant.has(word.replaceAll(/[-'’]/g, "")));

/** Adds the results of one search: within a group the best search counts. */
function add(found, place, worth, results) {
  for (const { id, score, words, data } of results) {
    if (!found.has(id)) { found.set(id, { id, scores: new Map(), places: new Map(), load: data }); }
    const result = found.get(id);
    result.scores.set(place, Math.max(score * worth, result.scores.get(place) || 0));
    for (const word of words) { result.places.set(word, place); }
  }
}

/** Many words found count more than one word found often. */
function rank(result, groups, wanted) {
  let sum = 0;
  let weight = 0;
  for (const [place, score] of result.scores) {
    sum += score * groups[place].weight;
    weight += groups[place].bonus ? 0 : groups[place].weight;
  }
  return sum * (weight / wanted) ** 2;
}
