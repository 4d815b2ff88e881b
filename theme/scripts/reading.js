// Aids for reading: a link beside a heading also copies its address; abbreviations show what they
// mean at a touch, under the pointer and on focus. Without this they are links.
(function () {
  "use strict";
  var shown = null; // the abbreviation whose definition is shown
  var touched = null; // one that a finger touched while its definition was not shown
  var bubble, closing, clearing;

  document.documentElement.classList.add("scripted");

  function say(text) {
    var place = document.getElementById("_said");
    window.clearTimeout(clearing);
    place.textContent = text;
    clearing = window.setTimeout(function () { place.textContent = ""; }, 4000);
  }

  function copy(text, done) {
    if (!navigator.clipboard) { return; }
    navigator.clipboard.writeText(text).then(function () {
      say(document.getElementById("_said").dataset[done]);
    }, function () { /* the link leads there all the same */ });
  }

  function addButtons() {
    if (!navigator.clipboard) { return; }
    document.querySelectorAll("[data-copyable]").forEach(function (text) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "tool aid";
      button.textContent = document.getElementById("_said").dataset.copy;
      button.setAttribute("aria-label", button.textContent + ": " + text.previousElementSibling.textContent);
      button.addEventListener("click", function () { copy(text.textContent, "copiedText"); });
      text.after(button);
    });
  }

  function makeBubble() {
    bubble = document.createElement("div");
    bubble.className = "definition";
    bubble.appendChild(document.createElement("span")).id = "_definition";
    var link = bubble.appendChild(document.createElement("a"));
    link.tabIndex = -1; // by keyboard the abbreviation itself leads there
    link.textContent = document.getElementById("_said").dataset.more;
    bubble.addEventListener("mouseenter", function () { window.clearTimeout(closing); });
    bubble.addEventListener("mouseleave", closeSoon);
  }

  function show(term) {
    window.clearTimeout(closing);
    if (shown === term) { return; }
    close();
    if (!bubble) { makeBubble(); }
    shown = term;
    bubble.firstChild.textContent = term.dataset.definition;
    bubble.lastChild.href = term.href;
    term.firstElementChild.removeAttribute("title"); // the browser would show it a second time
    term.setAttribute("aria-describedby", "_definition");
    document.querySelector("main").appendChild(bubble);
    place(term.getClientRects()[0] || term.getBoundingClientRect());
  }

  function place(box) {
    var room = document.documentElement.clientWidth - bubble.offsetWidth - 8;
    var above = box.bottom + bubble.offsetHeight > window.innerHeight;
    var top = above ? Math.max(box.top - bubble.offsetHeight, 0) : box.bottom;
    bubble.style.left = window.scrollX + Math.max(8, Math.min(box.left, room)) + "px";
    bubble.style.top = window.scrollY + top + "px";
  }

  function close() {
    window.clearTimeout(closing);
    if (!shown) { return; }
    shown.removeAttribute("aria-describedby");
    shown = null;
    bubble.remove();
  }

  function closeSoon() {
    window.clearTimeout(closing);
    closing = window.setTimeout(close, 300);
  }

  function termAt(event) {
    return event.target.closest ? event.target.closest("a.term") : null;
  }

  document.addEventListener("pointerdown", function (event) {
    var term = termAt(event);
    touched = term && event.pointerType !== "mouse" && term !== shown ? term : null;
    if (shown && !term && !bubble.contains(event.target)) { close(); }
  });
  document.addEventListener("click", function (event) {
    var term = termAt(event);
    var link = event.target.closest("a.place");
    if (term && term === touched) {
      event.preventDefault();
      touched = null;
      show(term);
    }
    if (link) { copy(link.href, "copied"); }
  });
  document.addEventListener("mouseover", function (event) {
    var term = termAt(event);
    if (term) { show(term); }
  });
  document.addEventListener("mouseout", function (event) {
    if (termAt(event) && document.activeElement !== shown) { closeSoon(); }
  });
  document.addEventListener("focusin", function (event) {
    var term = termAt(event);
    if (term) { show(term); } else if (!bubble || !bubble.contains(event.target)) { close(); }
  });
  document.addEventListener("focusout", function (event) {
    if (termAt(event) && event.relatedTarget && !bubble.contains(event.relatedTarget)) { close(); }
  });
  document.addEventListener("DOMContentLoaded", addButtons);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { close(); }
  });
})();
