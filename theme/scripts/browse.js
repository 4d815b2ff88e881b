// Says on the list of commitments that it is not filtered, where what filters it was lost on the way:
// browse.js asks for that by an event, unless it is browse.js that was lost.
(function () {
  "use strict";

  // Pages of the values that are ticked or stand in the address, in the words of the page.
  function chosen(panel) {
    var asked = [];
    new URLSearchParams(window.location.search).forEach(function (value, key) {
      asked.push(key + "/" + value + "/");
    });
    return Array.prototype.filter.call(panel.querySelectorAll("[data-value]"), function (row) {
      var box = row.querySelector("input");
      return page(row) && (box && box.checked || asked.some(function (end) { return page(row).endsWith("/" + end); }));
    });
  }
  function page(row) {
    var link = row.querySelector("a");
    return row.dataset.page || (link ? link.href : "");
  }
  function link(row) {
    var item = document.createElement("li");
    var name = row.querySelector("a, label > span");
    var made = item.appendChild(document.createElement("a"));
    made.href = page(row);
    made.textContent = row.closest("[data-facet]").querySelector("summary").textContent + ": " + name.textContent;
    return item;
  }

  function tell() {
    var panel = document.querySelector("[data-browse]");
    var notice = document.getElementById("_failed").content.firstElementChild.cloneNode(true);
    var links = notice.querySelector("ul");
    chosen(panel).forEach(function (row) { links.append(link(row)); });
    links.hidden = !links.firstChild;
    notice.id = "_notice";
    document.querySelectorAll("#_notice").forEach(function (old) { old.remove(); });
    document.querySelector("[data-static]").before(notice);
    document.documentElement.dataset.asked = "answered";
  }

  document.addEventListener("unfiltered", tell);
  // By now a module has run, or never will.
  document.addEventListener("DOMContentLoaded", function () {
    var panel = document.querySelector("[data-browse]");
    if (panel && !("ready" in panel.dataset) && window.location.search) { tell(); }
  });
})();
