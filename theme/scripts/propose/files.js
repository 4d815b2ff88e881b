// What answers become: the file of the entry, and the text that `renaksi import-form` reads.
(function (propose) {
  "use strict";

  // As `renaksi/remedies.py:suggest_id` makes it.
  function slug(text) {
    const plain = text.replace(/[\u2010-\u2014\u2212]/g, "-").replaceAll("\u00a0", " ").normalize("NFKD");
    const found = plain.replace(/[^\x00-\x7f]/g, "").toLowerCase().replaceAll("'", "")
      .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    if (plain.includes("://")) { return ""; }
    if (found.length <= 60) { return found; }
    const cut = found.slice(0, 60);
    return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || cut;
  }

  // As `renaksi/write/draft.py` proposes it.
  function makeId(answers, settings) {
    let stem;
    if ("commitment" in settings.fields) {
      const number = /^[0-9]+/.exec(answers.commitment);
      const given = settings.file.slots.find(function (slot) { return slot.at[0] === "voice"; });
      const voice = answers.voice || given.is;
      stem = [number ? number[0] : answers.commitment, voice, answers.period.toLowerCase()].join("-");
    } else {
      const name = slug(answers.title_en) || slug(answers.title);
      const year = answers.start.slice(0, 4);
      stem = !name || name.startsWith(year + "-") ? name : year + "-" + name;
    }
    let id = stem;
    for (let count = 2; settings.file.taken.includes(id); count += 1) { id = stem + "-" + count; }
    return id;
  }

  function put(data, at, value) {
    let place = data;
    at.slice(0, -1).forEach(function (key) { place = place[key] = place[key] || {}; });
    place[at[at.length - 1]] = value;
  }

  function valueOf(slot, values) {
    if (slot.is) { return slot.is; }
    const text = (!slot.if || values[slot.if]) && values[slot.of];
    if (!text) { return ""; }
    if (slot.each) {
      return propose.split(text).map(function (part) { return {[slot.each]: part}; });
    }
    if (!slot.plain) { return text; }
    return new propose.Plain(slot.number ? String(BigInt(text)) : text);
  }

  propose.slug = slug;

  // The one file of the entry with its path; nothing where it takes more than one, or has no name.
  propose.makeFile = function (answers, settings) {
    const source = propose.findSource(answers, settings);
    if (!settings.file || !source || answers.report_en) { return null; }
    const file = settings.file;
    const id = makeId(answers, settings);
    if (!id) { return null; }
    const values = {...answers, id, source, plan: file.plan};
    const data = {};
    file.slots.forEach(function (slot) {
      const value = valueOf(slot, values);
      if (value) { put(data, slot.at, value); }
    });
    const yaml = propose.writeYaml(data, {width: file.width, guessed: settings.guessed});
    const body = answers.report ? "\n" + answers.report + "\n" : "";
    return {
      path: file.path.replace("{plan}", file.plan).replace("{id}", id),
      text: file.prose ? "---\n" + yaml + "---\n" + body : yaml,
    };
  };

  // The answers as GitHub's own form would write them.
  propose.makeText = function (answers, settings) {
    const known = settings.sources[propose.findSource(answers, settings)];
    const names = ["title", "url", "publisher", "language", "date"];
    const parts = Object.entries(settings.fields).map(function ([id, rule]) {
      let text = answers[id];
      if (known && id.startsWith("source_")) {
        text = known[names.indexOf(id.slice(7))] || "";
      } else if (rule.options && text) {
        text = rule.options[text] || text;
      }
      return "### " + rule.label + "\n\n" + (text || "_No response_") + "\n";
    });
    return "<!-- formulir: " + settings.form + " -->\n\n" + parts.join("\n");
  };

  // A link with a text in it, or nothing where it would be too long.
  function link(start, query, longest) {
    const pairs = Object.entries(query).map(function (pair) { return pair[0] + "=" + encodeURIComponent(pair[1]); });
    const url = start + (start.includes("?") ? "&" : "?") + pairs.join("&");
    return url.length <= longest ? url : "";
  }

  propose.makeLinks = function (subject, text, file, settings) {
    const links = settings.links;
    const issue = links.issue && links.issue.replace(/&title=$/, "");
    const folder = file ? file.path.slice(0, file.path.lastIndexOf("/")) : "";
    const name = file ? file.path.slice(folder.length + 1) : "";
    const mail = "mailto:" + links.mail;
    const letter = {subject, body: text.replaceAll("\n", "\r\n")};
    return {
      blank: issue,
      issue: issue && link(issue, {title: subject, [links.answers]: text}, links.longest),
      file: links.file && file && link(links.file + folder, {filename: name, value: file.text}, links.longest),
      mail: links.mail && link(mail, letter, links.longest_mail),
      letter: links.mail && link(mail, {subject}, links.longest),
    };
  };
})(window.renaksiPropose = window.renaksiPropose || {});
