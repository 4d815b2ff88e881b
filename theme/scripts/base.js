// Adds to pages that read without it: light and dark by choice, and English words on the 404 page
// under /en/ (GitHub Pages has one 404 page for every address).
(function () {
  "use strict";
  var key = "renaksi-scheme";
  var dark = document.getElementById("_dark");
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return window.localStorage.getItem(key); } catch (error) { return null; }
  }
  function store(scheme) {
    try { window.localStorage.setItem(key, scheme); } catch (error) { /* the choice holds for this page */ }
  }
  function apply(scheme) {
    dark.media = scheme === "dark" ? "screen" : scheme === "light" ? "not all" : "screen and " + system.media;
    document.documentElement.style.colorScheme = isDark(scheme) ? "dark" : "light";
  }
  function isDark(scheme) {
    return scheme ? scheme === "dark" : system.matches;
  }

  var chosen = stored();
  apply(chosen);
  system.addEventListener("change", function () { apply(chosen); });
  // Before the body, so that nothing moves later. What an address asks for has its place kept free.
  document.documentElement.dataset.script = "";
  document.documentElement.toggleAttribute("data-asked", Boolean(window.location.search));

  function dressButton() {
    document.querySelector("[data-scheme-button]").addEventListener("click", function () {
      chosen = isDark(chosen) ? "light" : "dark";
      store(chosen);
      apply(chosen);
    });
  }

  function dressDrawer() {
    var drawer = document.querySelector(".menu-drawer");
    drawer.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.open) {
        drawer.open = false;
        drawer.firstElementChild.focus();
      }
    });
    // It lies over the page, so it must not stay when the reader goes on below it.
    ["focusin", "pointerdown"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        if (!drawer.contains(event.target)) { drawer.open = false; }
      });
    });
  }

  // The other language opens at the place where the reader is: ids of places are the same in both.
  function dressLanguages() {
    document.querySelectorAll("[data-language]").forEach(function (link) {
      link.addEventListener("click", function () { link.hash = window.location.hash; });
    });
  }

  function translateError() {
    var lost = document.querySelector("[data-error]");
    var english = lost && lost.dataset.error.replace(/\/$/, "") + "/en/";
    if (!lost || window.location.pathname.indexOf(english) || document.documentElement.lang === "en") { return; }
    window.fetch(english + "404.html")
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var other = new window.DOMParser().parseFromString(text, "text/html");
        document.documentElement.lang = other.documentElement.lang;
        document.title = other.title;
        document.body.replaceWith(other.body);
        dress();
      });
  }

  function dress() {
    dressButton();
    dressDrawer();
    dressLanguages();
  }

  document.addEventListener("DOMContentLoaded", function () {
    dress();
    translateError();
  });
})();
