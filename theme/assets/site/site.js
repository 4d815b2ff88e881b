// Adds to pages that read without it: light and dark by choice, the English 404 page under /en/.
(function () {
  "use strict";
  var key = "renaksi-scheme";
  var dark = document.getElementById("dark");
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return window.localStorage.getItem(key); } catch (error) { return null; }
  }
  function isDark() {
    return (stored() || (system.matches ? "dark" : "light")) === "dark";
  }
  function apply() {
    var chosen = stored();
    dark.media = chosen === "dark" ? "all" : chosen === "light" ? "not all" : "(prefers-color-scheme: dark)";
    document.documentElement.style.colorScheme = isDark() ? "dark" : "light";
  }
  apply();

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-scheme-button]");
    function label() { button.textContent = isDark() ? button.dataset.light : button.dataset.dark; }
    if (button) {
      button.hidden = false;
      label();
      button.addEventListener("click", function () {
        try { window.localStorage.setItem(key, isDark() ? "light" : "dark"); } catch (error) { return; }
        apply();
        label();
      });
    }
    var drawer = document.querySelector(".menu-drawer");
    if (drawer) {
      drawer.addEventListener("keydown", function (event) {
        if (event.key === "Escape") { drawer.open = false; drawer.firstElementChild.focus(); }
      });
    }
    var lost = document.querySelector("[data-error]");
    var english = lost && lost.dataset.error.replace(/\/$/, "") + "/en/";
    if (lost && window.location.pathname.indexOf(english) === 0 && document.documentElement.lang !== "en") {
      window.fetch(english + "404.html").then(function (answer) { return answer.text(); }).then(function (text) {
        var other = new window.DOMParser().parseFromString(text, "text/html");
        document.documentElement.lang = other.documentElement.lang;
        document.title = other.title;
        document.body.replaceWith(other.body);
      });
    }
  });
})();
