// The search is heavy: nothing of it is asked for before the reader searches.
(function () {
  "use strict";
  var loaded = false;

  document.addEventListener("keydown", function (event) {
    var field = document.querySelector(".search input");
    var writes = event.target.closest("input, textarea, select, [contenteditable]");
    var other = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (!field || writes || other || (event.key !== "/" && event.key !== "s")) { return; }
    event.preventDefault();
    field.focus();
  });
  document.addEventListener("input", function (event) {
    if (loaded || !event.target.closest(".search--header")) { return; }
    loaded = true;
    import("./search/suggest.js");
  });
  document.addEventListener("DOMContentLoaded", function () {
    var page = document.querySelector("[data-search-page]");
    if (!page) { return; }
    // Without a question there is nothing to search yet, and no need to ask for the program.
    if (window.location.search) { import("./search/page.js"); return; }
    page.parentElement.addEventListener("focusin", function () { import("./search/page.js"); }, {once: true});
  });
})();
