// Keeps the pages that a reader visits, for reading without a network. It runs only for those who
// asked for it on the page "about". While there is a network, that answers; nothing old is shown.
"use strict";
const settings = {{ settings }};
const root = self.registration.scope;
const family = "renaksi " + root + " ";
const name = family + settings.version;

async function begin() {
  const cache = await caches.open(name);
  await cache.addAll(settings.files.map(path => new Request(root + path, {cache: "reload"})));
  await self.skipWaiting();
}

async function tidy() {
  const others = (await caches.keys()).filter(other => other.startsWith(family) && other !== name);
  await Promise.all(others.map(other => caches.delete(other)));
  await self.clients.claim();
}

async function keep(request, answer) {
  if (!await caches.has(name)) { return; } // dropped meanwhile
  const cache = await caches.open(name);
  await cache.put(request, answer);
}

async function recall(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(request, {ignoreSearch: true});
  if (kept) { return kept; }
  if (request.mode !== "navigate") { return Response.error(); }
  const first = request.url.slice(root.length).split("/")[0];
  const about = settings.about[first] || settings.about[settings.primary];
  return Response.redirect(root + about + "#_offline");
}

self.addEventListener("install", event => event.waitUntil(begin()));
self.addEventListener("activate", event => event.waitUntil(tidy()));
self.addEventListener("fetch", event => {
  const request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(root)) { return; }
  // "no-cache" asks whether what the browser holds is still the newest.
  event.respondWith(fetch(request, {cache: "no-cache"}).then(answer => {
    if (answer.ok && answer.type === "basic") { event.waitUntil(keep(request, answer.clone())); }
    return answer;
  }, () => recall(request)));
});
