// What is wrong with answers, by the rules that the page brings along: those of `renaksi check`, as
// far as a browser can know. Answers are texts by the id of their question.
(function (propose) {
  "use strict";
  // What Python takes for white space.
  const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
  const OTHER = "*";

  function strip(text) {
    return text.replace(/\r\n?/g, "\n").replace(new RegExp("^" + SPACE + "|" + SPACE + "$", "g"), "");
  }
  function split(text) {
    return strip(text).split(new RegExp(SPACE)).filter(Boolean);
  }

  // The answer as it is kept: on one line, but for narratives.
  function tidy(rule, text) {
    return rule.is === "prose" || rule.many ? strip(text) : split(text).join(" ");
  }

  function daysOf(year, month) {
    if (month === 2) { return year % 4 || (!(year % 100) && year % 400) ? 28 : 29; }
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
  }
  function date(text) {
    const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(text);
    if (!found) { return "date"; }
    const [year, month, day] = [found[1], found[2] || "01", found[3] || "01"].map(Number);
    const exists = year > 0 && month > 0 && month < 13 && day > 0 && day <= daysOf(year, month);
    return exists ? "" : "day";
  }
  function number(text, rule) {
    if (!/^-?[0-9]+$/.test(text) || BigInt(text) < 0n) { return "number"; }
    return BigInt(text) > BigInt(rule.most) ? "large" : "";
  }
  function address(text, rule) {
    if (!new RegExp(rule.pattern, "u").test(text)) { return "address"; }
    const host = text.split("//")[1].split(/[/?#]/)[0];
    if (/[[\]]/.test(host)) { try { new URL(text); } catch { return "address"; } }
    return "";
  }
  function prose(text, rule) {
    if (propose.length(text) > rule.most) { return "long"; }
    const lines = text.split("\n");
    const long = lines.some(function (line) { return propose.length(line) > rule.line; });
    return long || lines.length > rule.lines ? "lines" : "";
  }
  function line(text, rule) {
    if (rule.most && propose.length(text) > rule.most) { return "long"; }
    return !rule.pattern || new RegExp(rule.pattern, "u").test(text) ? "" : "empty";
  }
  const FORMS = {date, number, address, prose};

  // The name of what is wrong with one answer, or nothing.
  function judge(rule, text, forbidden) {
    if (!text) { return rule.required ? (rule.consent ? "consent" : "required") : ""; }
    if (rule.consent) { return ""; }
    if (rule.options) { return Object.hasOwn(rule.options, text) ? "" : "choice"; }
    const hidden = forbidden.some(function (pattern) { return new RegExp(pattern, "mu").test(text); });
    if (hidden || /\p{Cs}/u.test(text)) { return "hidden"; }
    const check = FORMS[rule.is] || line;
    const parts = rule.many ? split(text) : [text];
    return parts.map(function (part) { return check(part, rule); }).find(Boolean) || "";
  }

  // Rules on answers that must fit each other: the question, and whether they do.
  const TOGETHER = {
    dated: ["date", function (answers) { return !answers.completion || answers.date; }],
    proved: ["evidence", function (answers, settings) {
      const known = settings.sources[answers.source];
      const dated = known ? known[4] : answers.source_date;
      return !answers.completion || answers.evidence || answers.voice === "irm" || dated;
    }],
    order: ["end", function (answers) {
      if (!answers.start || !answers.end) { return true; }
      const last = answers.end + "-12-31".slice(answers.end.length - 4);
      return last >= answers.start + "-01-01".slice(answers.start.length - 4);
    }],
    named: ["title_en", function (answers) {
      return propose.slug(answers.title_en) || propose.slug(answers.title);
    }],
    sum: ["total", function (answers) {
      if (!answers.total || !answers.men || !answers.women) { return true; }
      return BigInt(answers.men) + BigInt(answers.women) === BigInt(answers.total);
    }],
  };

  // A source of which the address is known is that source, also if it was described anew.
  propose.findSource = function (answers, settings) {
    if (answers.source && answers.source !== OTHER) { return answers.source; }
    const same = Object.entries(settings.sources).find(function (pair) {
      return answers.source_url && pair[1][1] === answers.source_url;
    });
    return same ? same[0] : "";
  };

  propose.tidyAll = function (raw, settings) {
    const answers = {source: raw.source || ""};
    Object.entries(settings.fields).forEach(function ([id, rule]) {
      answers[id] = rule.consent ? (raw[id] ? rule.consent : "") : tidy(rule, raw[id] || "");
    });
    return answers;
  };

  // What is wrong, by the id of the question.
  propose.findFaults = function (answers, settings) {
    const faults = {};
    const asksForSource = Object.keys(settings.sources).length > 0 || "source_url" in settings.fields;
    const known = Object.hasOwn(settings.sources, answers.source);
    if (asksForSource && !answers.source) { faults.source = "required"; }
    if (asksForSource && answers.source && answers.source !== OTHER && !known) { faults.source = "choice"; }
    Object.entries(settings.fields).forEach(function ([id, rule]) {
      if (id.startsWith("source_") && answers.source !== OTHER) { return; }
      const fault = judge(rule, answers[id], settings.forbidden);
      if (fault) { faults[id] = fault; }
    });
    settings.rules.forEach(function (name) {
      const [id, fits] = TOGETHER[name];
      if (!Object.keys(faults).length && !fits(answers, settings)) { faults[id] = name; }
    });
    return faults;
  };
  propose.split = split;
})(window.renaksiPropose = window.renaksiPropose || {});
