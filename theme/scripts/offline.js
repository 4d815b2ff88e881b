// The switch on the page "about" by which a reader keeps visited pages, and drops them again.
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", function () {
    var box = document.querySelector("[data-worker]");
    if (!box || !("serviceWorker" in navigator)) { return; }
    var worker = new URL(box.dataset.worker, window.location.href);
    var root = new URL(".", worker).href;
    var state = box.appendChild(document.createElement("p"));
    var button = box.appendChild(document.createElement("button"));
    state.setAttribute("role", "status");
    button.type = "button";
    button.className = "tool aid";
    box.firstElementChild.hidden = true; // what it says holds only without this

    function dress(on) {
      state.textContent = on ? box.dataset.on : box.dataset.off;
      button.textContent = on ? box.dataset.stop : box.dataset.start;
      button.dataset.state = on ? "on" : "off";
      button.removeAttribute("aria-disabled");
    }
    function find() {
      return navigator.serviceWorker.getRegistration(root);
    }
    function start() {
      return navigator.serviceWorker.register(worker).then(function () {
        return navigator.serviceWorker.ready;
      });
    }
    function stop() {
      return find().then(function (found) {
        return found && found.unregister();
      }).then(function () {
        return window.caches.keys();
      }).then(function (names) {
        var ours = names.filter(function (name) { return name.indexOf("renaksi " + root) === 0; });
        return Promise.all(ours.map(function (name) { return window.caches.delete(name); }));
      });
    }
    function look() {
      return find().then(function (found) { dress(Boolean(found)); });
    }
    button.addEventListener("click", function () {
      if (button.hasAttribute("aria-disabled")) { return; }
      button.setAttribute("aria-disabled", "true"); // not `disabled`, which would lose the focus
      (button.dataset.state === "on" ? stop() : start()).then(look, look);
    });
    look();
  });
})();
