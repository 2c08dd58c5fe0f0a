// Put in the place of `service-worker.js`, this takes the worker out of every browser that has it, with all that it kept of the
// site: when the visitor asks for the new version, or with the last window of the old one. The cases of the visitors stay. A
// development build has it there, so that each page comes from the sources.

const ours = `dument ${self.registration.scope} `;

addEventListener("message", ({ data }) => data === "replace" && self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await self.registration.unregister();
}
