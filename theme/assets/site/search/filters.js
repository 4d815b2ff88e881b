// Narrows results by kind, theme, organization, stage, status and year. The table of values is ours,
// since Pagefind's filters would make every build differ; it is loaded after the first results.

import { make } from "./show.js";

/** The places of every record's values, from the text of `facets.py`: "" means as before, "-" none. */
function readColumn(text) {
  let last = [];
  return text.split(",").map((each) => {
    if (each) { last = each === "-" ? [] : each.split(" ").map(Number); }
    return last;
  });
}

/** Values of every result in every facet: `facets` with names and labels, `of` a result's values. */
export class Facets {
  constructor({ facets }) {
    this.facets = facets.map(([name, label, parameter, values, column]) => ({ name, label, parameter, values, places: readColumn(column) }));
  }

  /** The places of a result's values in a facet; the id of a result ends with its number. */
  of(result, { places }) {
    return places[result.id.slice(result.id.lastIndexOf("-") + 1)] || [];
  }

  has(result, facet, value) {
    return this.of(result, facet).some((each) => facet.values[each][0] === value);
  }

  /** The values that an address asks for, by facet; what it does not know is passed over. */
  read(parameters) {
    const chosen = new Map();
    for (const facet of this.facets) {
      const value = parameters.get(facet.parameter);
      if (facet.values.some(([each]) => each === value)) { chosen.set(facet, value); }
    }
    return chosen;
  }

  /** The results that have all chosen values, but for those of one facet. */
  narrow(results, chosen, but) {
    const asked = [...chosen].filter(([facet]) => facet !== but);
    return results.filter((result) => asked.every(([facet, value]) => this.has(result, facet, value)));
  }

  /** A select for each facet that divides the results, with the number of results behind each value. */
  fill(form, results, chosen, language, every, choose) {
    const number = new Intl.NumberFormat(language);
    form.replaceChildren(...this.facets.flatMap((facet) => {
      const counts = new Map();
      for (const result of this.narrow(results, chosen, facet)) {
        for (const each of this.of(result, facet)) { counts.set(each, (counts.get(each) || 0) + 1); }
      }
      if (!counts.size && !chosen.has(facet)) { return []; }
      const select = make("select");
      select.name = facet.parameter;
      select.append(new Option(every, ""));
      facet.values.forEach(([value, label], place) => {
        if (counts.has(place) || chosen.get(facet) === value) {
          select.append(new Option(`${label} (${number.format(counts.get(place) || 0)})`, value, false, chosen.get(facet) === value));
        }
      });
      select.addEventListener("change", () => choose(facet.parameter, select.value));
      return [make("label", "filters__one", make("span", "", facet.label), select)];
    }));
    const box = form.parentElement;
    box.hidden = !form.children.length;
    box.open ||= Boolean(chosen.size) || matchMedia("(min-width: 64em)").matches;
  }
}
