// Which commitments fit what a reader has chosen, in which order, and how they are shown: loaded by
// browse.js when it is needed. What `data` holds is said in renaksi/publish/data.py.
const CHUNK = 100;
const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const nameOf = (data, facet, value) => data.facets[data.place.get(facet)].values[value][1];
const valuesOf = (data, facet, item) => [data.values[data.place.get(facet)][item]].flat();

// The places of what fits, in order, and how many commitments each further choice would give.
export function match(data, state, language) {
  const allowed = new Map([...state.chosen].map(([id, values]) => {
    const facet = data.facets[data.place.get(id)];
    return [data.place.get(id), new Set([...values].map((value) => facet.of.get(value)))];
  }));
  const counts = data.facets.map((facet) => new Array(facet.values.length).fill(0));
  const found = [];
  const fits = (values, wanted) => Array.isArray(values) ? values.some((one) => wanted.has(one)) : wanted.has(values);
  const add = (facet, item) => [data.values[facet][item]].flat().forEach((value) => { counts[facet][value] += 1; });
  for (let item = 0; item < data.items.id.length; item += 1) {
    const missed = [];
    for (const [facet, wanted] of allowed) {
      if (!fits(data.values[facet][item], wanted)) { missed.push(facet); }
      if (missed.length > 1) { break; }
    }
    if (missed.length === 0) {
      found.push(item);
      counts.forEach((_, facet) => add(facet, item));
    } else if (missed.length === 1) {
      add(missed[0], item); // choosing it too would add this one
    }
  }
  return { found: sort(found, data, state.sort, language), counts };
}

function sort(found, data, wanted, language) {
  const collator = new Intl.Collator(language, { numeric: true });
  const { number, title, short, end, last, plan } = data.items;
  const day = (place, unknown) => place < 0 ? unknown : data.ranks[place];
  const never = data.ranks.length;
  const orders = {
    number: (a, b) => plan[a] - plan[b] || number[a] - number[b],
    title: (a, b) => collator.compare(short[a] || title[a], short[b] || title[b]),
    end: (a, b) => day(end[a], never) - day(end[b], never),
    last: (a, b) => day(last[b], -1) - day(last[a], -1),
  };
  const voice = data.values[data.place.get(wanted)];
  const order = orders[wanted] ?? ((a, b) => voice[a] - voice[b]);
  return found.sort((a, b) => order(a, b) || orders.number(a, b));
}

// Puts what was found into `place`, a part at first and more on demand.
export function fillResults(place, found, data, view, language) {
  const format = new Intl.NumberFormat(language);
  if (!found.length) { place.append(copy("_none")); return; }
  const whole = copy(view === "table" ? "_table" : "_list");
  const body = whole.querySelector("tbody") ?? whole;
  const form = body.firstElementChild;
  const write = view === "table" ? writeRow : writeCard;
  body.replaceChildren();
  place.append(whole);
  const more = copy("_more");
  const button = more.querySelector("button");
  const next = () => {
    const start = body.children.length;
    body.append(...found.slice(start, start + CHUNK).map((item) => write(form.cloneNode(true), item, data, format)));
    const rest = found.length - body.children.length;
    button.textContent = button.dataset.text.replace("{n}", format.format(Math.min(rest, CHUNK)));
    if (!rest) { more.remove(); }
    return body.children[start];
  };
  button.addEventListener("click", () => next().querySelector("a").focus());
  place.append(more);
  next();
}

function writeLink(link, item, data) {
  const { id, plan, title, short, language: languages } = data.items;
  link.textContent = short[item] || title[item];
  link.href = `${location.pathname}${data.plans[plan[item]]}/${id[item]}/`;
  if (languages[item]) { link.lang = languages[item]; }
}

function writeStatus(place, voice, item, data) {
  const [value] = valuesOf(data, voice, item);
  const status = place.querySelector(".status");
  status.className = `status status--${data.facets[data.place.get(voice)].values[value][0]}`;
  status.textContent = nameOf(data, voice, value);
}

function leadsOf(item, data) {
  return valuesOf(data, "lead", item).filter((value) => data.facets[data.place.get("lead")].values[value].length === 2);
}

function writeCard(card, item, data) {
  writeLink(card.querySelector("a"), item, data);
  card.querySelector(".commitment-item__number").textContent = data.items.number[item];
  const text = card.querySelector(".commitment-item__text");
  text.textContent = data.items.title[item];
  if (!data.items.short[item]) { text.remove(); }
  const who = card.querySelector(".commitment-item__who");
  who.replaceChildren(...leadsOf(item, data).flatMap((value, index, all) => {
    const name = document.createElement("span");
    name.textContent = nameOf(data, "lead", value) + (index < all.length - 1 ? " ·" : "");
    return index ? [" ", name] : [name];
  }));
  if (!who.firstChild) { who.remove(); }
  writeStatus(card, "completion-irm", item, data);
  return card;
}

function writeRow(row, item, data, format) {
  const [number, , leads, end, ...says] = row.cells;
  number.textContent = format.format(data.items.number[item]);
  writeLink(row.querySelector("a"), item, data);
  leads.replaceChildren(...valuesOf(data, "lead", item).map((value) => {
    const name = document.createElement("span");
    name.className = "wide__part";
    name.textContent = nameOf(data, "lead", value);
    return name;
  }));
  end.textContent = data.items.end[item] < 0 ? data.undated : data.dates[data.items.end[item]];
  data.voices.forEach((voice, index) => writeStatus(says[index], voice, item, data));
  return row;
}
