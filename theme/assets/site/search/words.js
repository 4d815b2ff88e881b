// Words: which of the index a typed word may mean. The rules of affixes and the words of the corpus
// come from the build (`renaksi/search/affixes.py`, `forms.py`); this reads them.

const DEEPEST = 3;
const SHORTEST = 4;

/** Words of a text as a reader types them; `forms.py` has the same rule. */
export const wordsOf = (text) => text.toLowerCase().match(/\p{N}+(?:[./]\p{N}+)+|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) || [];

/** Everything that may be left of a word when affixes are taken off; the word itself too. */
export function stemsOf(word, { prefixes, suffixes, shape }) {
  const fits = new RegExp(shape, "u");
  const mayBe = (stem) => stem.length > 2 && fits.test(stem);
  const cut = (each) => {
    const found = [];
    for (const suffix of suffixes) {
      if (each.endsWith(suffix)) { found.push(each.slice(0, -suffix.length)); }
    }
    for (const rule of prefixes) {
      const [whole, follow] = rule.split(":");
      const [prefix, back = ""] = whole.split("=");
      const rest = each.slice(prefix.length);
      if (each.startsWith(prefix) && (!follow || (rest && follow.includes(rest[0])))) { found.push(back + rest); }
    }
    return found.filter(mayBe);
  };
  const found = new Set([word, ...(isDoubled(word) ? word.split("-") : [])]);
  let layer = [...found];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    layer = [...new Set(layer.flatMap(cut))].filter((stem) => !found.has(stem));
    layer.forEach((stem) => found.add(stem));
  }
  return found;
}

function isDoubled(word) {
  const [first, ...rest] = word.split("-");
  const second = rest.join("-");
  return Math.min(first.length, second.length) > 2 && first.slice(-3) === second.slice(-3);
}

/** Whether one word becomes the other by one letter more, less or other, or by two that swap. */
export function isNear(one, other) {
  if (one.length > other.length) { return isNear(other, one); }
  if (other.length - one.length > 1) { return false; }
  let start = 0;
  while (start < one.length && one[start] === other[start]) { start += 1; }
  let end = 0;
  while (end < one.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) { end += 1; }
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  return left.length + right.length === 1 || (left.length === 1 && right.length === 1)
    || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** The words of the corpus, as far as they were loaded. */
export class Lexicon {
  /** `load` gives the text of the file of a first letter; `affixes` is null where there are none. */
  constructor(letters, load, affixes) {
    Object.assign(this, { letters, load, affixes, files: new Map(), roots: new Map(), words: new Set() });
  }

  stems(word) {
    return this.affixes ? stemsOf(word, this.affixes) : new Set([word]);
  }

  /** Loads the files that may have a word or its roots. */
  open(word) {
    const initials = new Set([...this.stems(word)].map((stem) => stem[0]));
    return this.openFiles([...initials].map((letter) => this.letters.findLast((first) => first <= letter) ?? this.letters[0]));
  }

  /** Loads all words. */
  openAll() {
    return this.openFiles(this.letters);
  }

  async openFiles(files) {
    await Promise.all([...new Set(files)].filter(Boolean).map((file) => {
      if (!this.files.has(file)) {
        const read = this.load(file).then((text) => this.read(text));
        this.files.set(file, read);
        read.catch(() => this.files.delete(file));
      }
      return this.files.get(file);
    }));
  }

  read(text) {
    for (const line of text.split("\n")) {
      const [roots, forms] = line.includes(":") ? line.split(":") : [null, line];
      const words = forms.split(" ").filter(Boolean);
      words.forEach((word) => this.words.add(word));
      if (roots) { roots.split(",").forEach((root) => this.roots.set(root, [...(this.roots.get(root) || []), words])); }
    }
  }

  /** Whether the corpus has a word, however its hyphens are set, or one that begins with it. */
  has(word) {
    return this.words.has(word);
  }

  /** Other forms of a word's root, those of its own family first. */
  forms(word) {
    const stems = [...this.stems(word)];
    const families = stems.flatMap((stem) => this.roots.get(stem) || []);
    const own = families.filter((words) => words.includes(word));
    // A word of the corpus that is in no family has no kin, whatever may be left of it.
    const found = new Set((this.has(word) ? own : families).flat().filter((form) => form !== word));
    if (found.size || this.has(word)) { return found; }
    // A word that stands alone in the corpus, such as a loan, is the root of its forms, too.
    const alone = stems.filter((stem) => stem.length >= SHORTEST && this.has(stem)).sort((a, b) => b.length - a.length);
    return new Set(alone.slice(0, 1));
  }

  /** Two words of the corpus that a word or what is left of it may be, written as one. */
  split(word) {
    return [...this.stems(word)].flatMap((stem) => [...stem].map((_, place) => [stem.slice(0, place), stem.slice(place)]))
      .filter((parts) => parts.every((part) => part.length >= SHORTEST && this.has(part))).slice(0, 1);
  }

  /** Words one letter away. */
  near(word) {
    if (word.length < 4) { return []; }
    return [...this.words].filter((each) => isNear(word, each));
  }

  begins(word) {
    return [...this.words].filter((each) => each.startsWith(word));
  }
}
