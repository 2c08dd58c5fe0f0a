// Keeps the site for when there is no network, and says when a new version of it is ready. Loaded once the page has nothing else
// to do, and never by a page within another site's.

const root = new URL("../", import.meta.url);

/** How long after one look for a new version the next may follow, in milliseconds. */
const PAUSE = 3_600_000;

/** Registers the worker, once. */
export default async () => {
  const { serviceWorker } = navigator;
  if (!serviceWorker || window.top !== window) return;
  const registration = await serviceWorker.register(new URL("service-worker.js", root), { updateViaCache: "none" });

  const follow = (worker) =>
    worker?.addEventListener("statechange", () => {
      // Without an older one there is nothing to replace: this one served nobody yet.
      if (worker.state === "installed" && registration.active) tell(registration);
    });
  if (registration.waiting && registration.active) tell(registration);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));

  let looked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - looked < PAUSE) return;
    looked = performance.now();
    // Without a network there is nothing new.
    registration.update().catch(() => {});
  });
};

/** Says, quietly, that a new version is ready: it comes when it is asked for. */
async function tell(registration) {
  if (document.querySelector(".new-version")) return;
  await globalThis.dumentStyle();
  const notice = Object.assign(document.createElement("div"), { className: "new-version no-print" });
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  notice.append(said);
  document.body.append(notice);
  // A screen reader says what comes into a place that it knows.
  await new Promise((done) => setTimeout(done, 100));
  said.textContent = "Une nouvelle version de Dûment est prête. Ce que vous avez saisi est gardé.";
  notice.append(button("Recharger", () => replace(registration)), button("Plus tard", () => notice.remove()));
}

function button(words, onclick) {
  return Object.assign(document.createElement("button"), { type: "button", className: "button plain small", textContent: words, onclick });
}

/** Reloads the page as the new version; pages in other tabs go on as they are. */
function replace({ waiting }) {
  const reload = () => location.reload();
  if (!waiting) return reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("replace");
  // Should the browser put it off, the old version is still whole.
  setTimeout(reload, 5000);
}
