// Keeps one version of the site, whole, and answers from it first. A new version is another script: the browser notices it,
// loads all of its files, and then waits until the page lets it take over.
const FILES = [/*FILES*/];
const PREFIX = `one-plan ${self.registration.scope} `;
const KEPT = `${PREFIX}VERSION`;

self.addEventListener("install", (event) => {
  // Asked of the server, not of what the browser may still have: `index.html` keeps its name from version to version.
  const asked = FILES.map((name) => new Request(name, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(asked)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith(PREFIX) && name !== KEPT);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))));
});

self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(self.registration.scope)) return;
  const name = address.slice(self.registration.scope.length) || "index.html";
  if (!FILES.includes(name)) return;
  event.respondWith(
    caches.open(KEPT).then(async (cache) => (await cache.match(name)) ?? fetch(request)),
  );
});
