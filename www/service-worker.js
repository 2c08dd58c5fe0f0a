// Serves the site from what is kept of it, so that every tool works without a network.
//
// Each version of the site has a cache of its own, filled whole before anything is served from it, each file checked against
// the digest that the build wrote here. A page gets all it asks for from the cache of the version it came from, for as long as
// it lives: a new version waits until a page asks for it, or until no page of the old one is left.

/** Each file of this version, by its path from the root of the site, with the digest of its content. */
const FILES = new Map({{files}});
const VERSION = "{{version}}";

/** The figures of the law, which the owner of the site may replace at any time. */
const FIGURES = "reference.json";

/** What a file must be called by the host: under another type, a browser refuses it. */
const TYPES = { "": /^text\/html\b/, js: /javascript\b/, css: /^text\/css\b/ };

const root = self.registration.scope;
const ours = `dument ${root} `;
const own = ours + VERSION;

/** Where a cache notes that a page is served from it. */
const noteOf = (client) => `${root}?page=${client}`;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("message", ({ data }) => data === "replace" && self.skipWaiting());
addEventListener("message", (event) => event.data?.notify && event.waitUntil(notify(event.data)));
addEventListener("notificationclick", (event) => event.waitUntil(follow(event.notification)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range") || !url.href.startsWith(root)) return;
  const path = url.pathname.slice(new URL(root).pathname.length).replace(/(^|\/)index\.html$/, "$1");
  if (path === FIGURES) event.respondWith(newest(request));
  else if (FILES.has(path) || path.startsWith("assets/")) event.respondWith(kept(event, path));
  else if (FILES.has(`${path}/`)) event.respondWith(Response.redirect(`${root}${path}/${url.search}`));
});

/** Fetches what this version still lacks; fails, with nothing served from it, unless every file is there and whole. */
async function fill() {
  const cache = await caches.open(own);
  for (const [path, integrity] of FILES) {
    if (await cache.match(root + path)) continue;
    // A name with a digest is what it says, so that what the first visit loaded isn't loaded again.
    const modes = path.startsWith("assets/") ? ["default", "reload"] : ["no-cache"];
    await cache.put(root + path, await whole(path, integrity, modes));
  }
  await newest(new Request(root + FIGURES, { cache: "no-cache" })).catch(() => {});
}

async function whole(path, integrity, [mode, ...others]) {
  try {
    const answer = await fetch(root + path, { integrity, cache: mode });
    const type = answer.headers.get("Content-Type") ?? "";
    const isRight = TYPES[/(?:\.(\w+))?$/.exec(path)[1] ?? ""]?.test(type) ?? true;
    if (!answer.ok || !isRight) throw new TypeError(`${path}: ${answer.status} ${type}`);
    // Browsers refuse a page that was led elsewhere on its way into a cache.
    return answer.redirected ? new Response(answer.body, answer) : answer;
  } catch (error) {
    if (others.length === 0) throw error;
    return whole(path, integrity, others);
  }
}

/** Serves the open pages too, those of another version still from their own. */
async function takeOver() {
  const cache = await caches.open(own);
  for (const { id } of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (!(await cacheOf(id))) await cache.put(noteOf(id), new Response());
  }
  await self.clients.claim();
  await sweep();
}

/** A file as it is in the version of the page that asks. */
async function kept(event, path) {
  const { request, clientId, resultingClientId } = event;
  const address = root + path;
  const isPage = request.mode === "navigate";
  const cache = (!isPage && (await cacheOf(clientId))) || (await caches.open(own));
  if (isPage) event.waitUntil(note(cache, resultingClientId).then(() => sweep(resultingClientId)));
  const found = (await cache.match(address)) ?? (path.startsWith("assets/") ? await caches.match(address) : undefined);
  if (found) return found;
  // The browser has thrown away what was kept: the network serves, and what is missing is fetched again.
  if (FILES.has(path)) event.waitUntil(fill().catch(() => {}));
  return fetch(request);
}

/** The newest that can be had. */
async function newest(request) {
  const cache = await caches.open(own);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(root + FIGURES, answer.clone());
    return answer;
  } catch (error) {
    const last = await cache.match(root + FIGURES);
    if (last) return last;
    throw error;
  }
}

const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

/** The cache of the version that a page is of. */
async function cacheOf(client) {
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    if (await cache.match(noteOf(client))) return cache;
  }
  return undefined;
}

async function note(cache, client) {
  if (client) await cache.put(noteOf(client), new Response());
}

/** Forgets pages that are gone, but for one that is coming, and versions that no page is of any more, unless one is coming. */
async function sweep(coming) {
  const { installing, waiting } = self.registration;
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    const notes = (await cache.keys()).filter(({ url }) => url.startsWith(noteOf("")));
    const lives = await Promise.all(
      notes.map(async (request) => {
        const page = request.url.slice(noteOf("").length);
        const lives = page === coming || (await self.clients.get(page)) !== undefined;
        if (!lives) await cache.delete(request);
        return lives;
      }),
    );
    if (name !== own && !lives.some(Boolean) && !installing && !waiting) await caches.delete(name);
  }
}

/** Shows what a page asks to be told (`src/pages/ledger/notification.rs`): on Android a page can't by itself. */
function notify({ notify: title, ...options }) {
  // The visitor may just have forbidden it.
  return self.registration.showNotification(title, options).catch(() => {});
}

/** Takes the visitor where a notification leads: in the window that has the page, else in a new one. */
async function follow(notification) {
  notification.close();
  const there = new URL(notification.data, root);
  const windows = await self.clients.matchAll({ type: "window" });
  const open = windows.find(({ url }) => new URL(url).pathname === there.pathname);
  if (!open) return self.clients.openWindow(there.href);
  await open.focus();
  return open.url === there.href ? open : open.navigate(there.href);
}
