// The form on its page: keeps a draft in this browser, shows what is wrong, and offers the ways out.
(function (propose) {
  "use strict";
  const OTHER = "*";
  let form, settings;
  let checked = false; // whether the reader has asked for a check
  let stored = true;

  function find(selector) { return document.querySelector(selector); }
  function all(selector) { return Array.from(document.querySelectorAll(selector)); }
  function fields() { return Array.from(form.elements).filter(function (each) { return each.name; }); }
  function field(id) { return form.elements.namedItem(id); }
  function isEmpty(raw) { return !Object.values(raw).some(Boolean); }
  function say(key, values) {
    return Object.entries(values || {}).reduce(function (text, pair) {
      return text.replace("{" + pair[0] + "}", pair[1]);
    }, settings.words[key]);
  }
  function number(value) { return value.toLocaleString(document.documentElement.lang); }

  function read() {
    const raw = {};
    fields().forEach(function (each) {
      raw[each.name] = each.type === "checkbox" ? (each.checked ? "yes" : "") : each.value;
    });
    return raw;
  }
  function write(raw) {
    fields().forEach(function (each) {
      if (each.type === "checkbox") { each.checked = Boolean(raw[each.name]); }
      else { each.value = raw[each.name] || ""; }
    });
  }

  // The draft: the same in every language, since answers are values and not words.
  function key() { return "renaksi-form-" + settings.form; }
  function keep() {
    try { window.localStorage.setItem(key(), JSON.stringify(read())); } catch { stored = false; }
    find("[data-kept]").hidden = !stored;
    find("[data-not-kept]").hidden = stored;
  }
  function recall() {
    try {
      const carried = /^#draft=(.*)$/.exec(window.location.hash);
      const text = carried ? decodeURIComponent(carried[1]) : window.localStorage.getItem(key());
      return JSON.parse(text) || {};
    } catch { return {}; }
  }
  function tell(text) {
    find("[data-told]").textContent = text; // never hidden, so that it is read aloud
  }
  // What a link asks for fills what is empty; a draft about something else stays and is told of.
  function begin() {
    const draft = recall();
    const asked = Array.from(new URLSearchParams(window.location.search)).filter(function ([name, value]) {
      const rule = Object.hasOwn(settings.fields, name) && settings.fields[name];
      return rule && (!rule.options || Object.hasOwn(rule.options, value)) && !rule.consent;
    });
    const other = asked.some(function ([name, value]) { return draft[name] && draft[name] !== value; });
    write(draft);
    if (!isEmpty(read())) { tell(say(other ? "restored_other" : "restored")); }
    if (!other) { asked.forEach(function ([name, value]) { field(name).value = value; }); }
  }
  function erase() {
    form.reset();
    write({});
    try { window.localStorage.removeItem(key()); } catch { /* there is none */ }
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    checked = false;
    show({});
    begin();
    refresh();
    tell(say("erased"));
    fields()[0].focus();
  }

  function refresh() {
    const group = find("[data-source]");
    if (group) { group.hidden = field("source").value !== OTHER; }
    all("[data-count-of]").forEach(function (each) {
      const most = Number(each.dataset.most);
      const length = propose.length(field(each.dataset.countOf).value.trim());
      const values = {n: number(length), most: number(most)};
      each.textContent = say(length > most ? "too_many" : "count", values);
      each.classList.toggle("ask__count--over", length > most);
    });
    find("[data-exits]").hidden = true; // they would send what stood there before
  }

  // Errors: beside each field, and in a list above all.
  function labelOf(id) {
    const label = form.querySelector("label[for='_ask-" + id + "']");
    return label.dataset.name || label.firstChild.textContent.trim();
  }
  function messageOf(id, fault) {
    const rule = settings.fields[id] || {};
    return say(fault, {most: number(rule.most || 0)});
  }
  function show(faults) {
    all("[data-error-of]").forEach(function (each) {
      const fault = faults[each.dataset.errorOf];
      each.hidden = !fault;
      each.textContent = fault ? messageOf(each.dataset.errorOf, fault) : "";
      const at = field(each.dataset.errorOf);
      if (fault) { at.setAttribute("aria-invalid", "true"); } else { at.removeAttribute("aria-invalid"); }
    });
    const items = fields().filter(function (each) { return faults[each.name]; }).map(function (each) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#" + each.id;
      link.textContent = labelOf(each.name) + ": " + messageOf(each.name, faults[each.name]);
      link.addEventListener("click", function (event) {
        event.preventDefault();
        each.focus();
      });
      item.append(link);
      return item;
    });
    find("[data-errors] ul").replaceChildren(...items);
    find("[data-errors]").hidden = items.length === 0;
  }
  function check() {
    const answers = propose.tidyAll(read(), settings);
    const faults = propose.findFaults(answers, settings);
    show(faults);
    return Object.keys(faults).length ? null : answers;
  }
  function submit(event) {
    event.preventDefault();
    checked = true;
    keep();
    tell("");
    const answers = check();
    if (!answers) { find("[data-errors]").focus(); return; }
    offer(answers);
    find("[data-exits]").hidden = false;
    find("[data-exits] h2").focus();
  }

  // The ways out
  function subjectOf(answers) {
    const id = ["commitment", "title", "page", "topic"].find(function (each) { return answers[each]; });
    const at = id && field(id);
    const about = at && at.options ? at.options[at.selectedIndex].textContent : answers[id];
    return say("subject", {form: settings.title, about}).slice(0, 120);
  }
  function download(at, name, text) {
    if (at.href.startsWith("blob:")) { window.URL.revokeObjectURL(at.href); }
    at.href = window.URL.createObjectURL(new Blob([text], {type: "text/plain;charset=utf-8"}));
    at.download = name;
  }
  function lead(name, url, other) {
    const exit = find(".exit--" + name);
    if (!exit) { return; }
    exit.querySelector("[data-short]").hidden = !url;
    exit.querySelector("[data-long]").hidden = Boolean(url);
    const at = exit.querySelector("[data-link]");
    if (url || other) { at.href = url || other; }
  }
  function offer(answers) {
    const text = propose.makeText(answers, settings);
    const file = propose.makeFile(answers, settings);
    const made = propose.makeLinks(subjectOf(answers), text, file, settings);
    lead("issue", made.issue);
    lead("mail", made.mail, made.letter);
    lead("file", made.file);
    const blank = find("[data-blank]");
    if (blank) { blank.href = made.blank; }
    download(find(".exit--download [data-link]"), settings.name + ".md", text);
    const second = find("[data-made]");
    second.hidden = !file;
    if (file) { download(second, file.path.slice(file.path.lastIndexOf("/") + 1), file.text); }
    const exit = find(".exit--file");
    if (exit) {
      exit.hidden = !file;
      exit.querySelector("[data-path]").textContent = file ? file.path : "";
      exit.querySelector("[data-text]").textContent = file ? file.text : "";
    }
  }

  function change() {
    keep();
    refresh();
    if (checked) { check(); }
  }
  // The other language asks for the same thing, and brings the draft along where none can be kept.
  function dressLanguages() {
    all("[data-language]").forEach(function (link) {
      link.addEventListener("click", function () {
        link.search = window.location.search;
        if (!stored) { link.hash = "draft=" + encodeURIComponent(JSON.stringify(read())); }
      });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    form = find("[data-form]");
    if (!form) { return; }
    settings = JSON.parse(form.dataset.form);
    begin();
    keep();
    refresh();
    dressLanguages();
    form.addEventListener("input", change);
    form.addEventListener("submit", submit);
    find("[data-erase]").addEventListener("click", erase);
    all("[data-check], [data-erase]").forEach(function (each) { each.hidden = false; });
    find("[data-lost]").hidden = true;
  });
})(window.renaksiPropose = window.renaksiPropose || {});
