// The search is heavy: nothing of it is asked for before the reader searches.
(function () {
  "use strict";
  var loaded = false;
  var before = null; // where a reader was whom a key led to the field
  var escaped = false;

  function leave(field) {
    var place = before; // the field forgets it when it is left
    field.blur();
    place.element.focus({preventScroll: true});
    window.scrollTo({left: place.left, top: place.top, behavior: "instant"});
  }
  // The first Escape closes suggestions or clears the field, as browsers do; the next leads back.
  function escape(event, field) {
    hint(field.form).hidden = true;
    if (before && !event.defaultPrevented && (escaped || !field.value)) { leave(field); }
    escaped = true;
  }
  document.addEventListener("keydown", function (event) {
    var field = document.querySelector(".search input");
    var writes = event.target.closest("input, textarea, select, [contenteditable]");
    var other = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (event.key === "Escape" && field && writes === field) { escape(event, field); }
    if (!field || writes || other || (event.key !== "/" && event.key !== "s")) { return; }
    event.preventDefault();
    before = {element: document.activeElement, left: window.scrollX, top: window.scrollY};
    field.focus();
  });
  document.addEventListener("focusout", function (event) {
    if (!event.target.matches(".search input")) { return; }
    before = null;
    hint(event.target.form).hidden = true;
  });

  // What says that there are no suggestions; a form in the page has none.
  function hint(form) {
    return form.querySelector("[data-search-unsuggested]") || {};
  }
  document.addEventListener("input", function (event) {
    var form = event.target.closest(".search");
    escaped = false;
    if (loaded || !form || !form.matches(".search--header") || !event.target.value) { return; }
    loaded = true;
    import("./search/suggest.js").catch(function (error) {
      loaded = false; // the next letter tries again
      hint(form).hidden = false;
      window.console.warn(error);
    });
  });

  function openPage() {
    import("./search/page.js").catch(function (error) {
      document.querySelector("[data-search-status]").textContent = "";
      document.querySelectorAll("[data-search-state]").forEach(function (each) {
        each.hidden = each.id !== "_search-failed";
      });
      window.console.warn(error);
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    var page = document.querySelector("[data-search-page]");
    if (!page) { return; }
    // Without a question there is nothing to search yet, and no need to ask for the program.
    if (!window.location.search) {
      page.parentElement.addEventListener("focusin", openPage, {once: true});
      return;
    }
    var status = page.querySelector("[data-search-status]");
    status.textContent = status.dataset.loading;
    openPage();
  });
})();
