// Writes data as YAML, letter by letter as `renaksi/write` does: tests compare the two.
(function (propose) {
  "use strict";

  // A number or a date, which stands without quotes.
  class Plain {
    constructor(text) { this.text = text; }
  }

  function length(text) { return Array.from(text).length; }

  function isPrintable(text) { return !/[\p{C}\p{Z}]/u.test(text.replaceAll(" ", "")); }

  function isGuessed(text, guessed) {
    return guessed.some(function (pattern) { return new RegExp(pattern).test(text); });
  }

  // Whether the text without quotes is read as itself, behind the colon of a key.
  function readsPlain(text) {
    return !/^([,[\]{}#&*!|>'"%@`]|[-?:]( |$))/.test(text) && !/: |:$| #/.test(text);
  }

  function escape(sign) {
    if (sign === "\"" || sign === "\\") { return "\\" + sign; }
    if (sign === "\n") { return "\\n"; }
    return /\p{Cc}/u.test(sign) ? "\\x" + sign.codePointAt(0).toString(16).padStart(2, "0") : sign;
  }

  function scalar(text, guessed) {
    if (!isPrintable(text)) { return "\"" + Array.from(text, escape).join("") + "\""; }
    if (!isGuessed(text, guessed) && readsPlain(text)) { return text; }
    if (/["\\]/.test(text)) { return "'" + text.replaceAll("'", "''") + "'"; }
    return "\"" + text + "\"";
  }

  function wrap(text, width) {
    const lines = [];
    text.split(" ").forEach(function (word) {
      const last = lines[lines.length - 1];
      if (last !== undefined && length(last) + 1 + length(word) <= width) {
        lines[lines.length - 1] = last + " " + word;
      } else {
        lines.push(word);
      }
    });
    return lines;
  }

  function item(start, value, indent, style) {
    const margin = " ".repeat(indent);
    if (value instanceof Plain) { return [margin + start + " " + value.text]; }
    if (typeof value !== "string") {
      const inner = lines(value, indent + 2, style);
      if (start !== "-") { return [margin + start].concat(inner); }
      return [margin + "- " + inner[0].trimStart()].concat(inner.slice(1));
    }
    if (indent + start.length + 1 + length(value) > style.width && isPrintable(value)) {
      const folded = wrap(value, Math.max(style.width - indent - 2, 40));
      return [margin + start + " >-"].concat(folded.map(function (line) { return margin + "  " + line; }));
    }
    return [margin + start + " " + scalar(value, style.guessed)];
  }

  function lines(data, indent, style) {
    if (Array.isArray(data)) {
      return data.flatMap(function (value) { return item("-", value, indent, style); });
    }
    return Object.entries(data).flatMap(function (pair) {
      return item(pair[0] + ":", pair[1], indent, style);
    });
  }

  propose.Plain = Plain;
  propose.length = length;
  propose.writeYaml = function (data, style) {
    return lines(data, 0, style).map(function (line) { return line + "\n"; }).join("");
  };
})(window.renaksiPropose = window.renaksiPropose || {});
