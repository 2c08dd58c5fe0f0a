// `cargo xtask bench`: how soon a first visit can be used, with a processor four times slower and a telephone's network.

import { setTimeout as sleep } from "node:timers/promises";
import { logging } from "selenium-webdriver";

import { openBrowser, serveSite } from "../harness/index.mjs";
import { spread, table } from "./figures.mjs";

/** How often each is loaded, each time by a browser that knows nothing yet. */
const ROUNDS = 5;

/** How many times slower than this machine's the processor is made. */
const SLOWED = 4;

const megabits = (number) => (number * 1_000_000) / 8;

/** Two networks are called so: the first is the one that the README speaks of. */
const NETWORKS = {
  "fast 3G of Chrome's DevTools (1.44 Mbit/s, each answer 562 ms late)": {
    latency: 562.5,
    downloadThroughput: megabits(1.6 * 0.9),
    uploadThroughput: megabits(0.75 * 0.9),
  },
  "3GFast of WebPageTest (1.6 Mbit/s, each answer 150 ms late)": {
    latency: 150,
    downloadThroughput: megabits(1.6),
    uploadThroughput: megabits(0.768),
  },
};

/** Runs in the page before anything of its own: types the three facts as soon as they can be, and notes when. */
const WATCH = `
  const seen = (window.seen = { shifts: 0, blocked: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shifts += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50);
  }).observe({ type: "longtask", buffered: true });
  const type = (id, text, event) => {
    const field = document.getElementById(id);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  const look = () => {
    const client = document.getElementById("debtor-kind");
    if (client && !seen.typable) {
      seen.typable = performance.now();
      if (TYPES) {
        type("invoices-0-amount", "1850", "input");
        type("invoices-0-dueOn", "16/05/2026", "input");
        type("debtor-kind", [...client.options].find((option) => option.text.startsWith("une entreprise")).value, "change");
      }
    }
    if (document.querySelectorAll(".answers .figure:not(.blank-figure)").length === 3) seen.answered = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** What was seen, and the paints that the browser noted. */
const SUM_UP = `
  const done = arguments[0];
  const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  new PerformanceObserver((list) => done({ ...window.seen, painted, largest: list.getEntries().at(-1).startTime }))
    .observe({ type: "largest-contentful-paint", buffered: true });
`;

const KINDS = { html: "pages", css: "style", js: "JavaScript", wasm: "WebAssembly", woff2: "fonts", svg: "pictures", png: "pictures" };

const site = await serveSite();
try {
  for (const [name, conditions] of Object.entries(NETWORKS)) {
    const visits = [];
    for (let round = 0; round < ROUNDS; round++) visits.push(await visit(conditions, true));
    const row = (what, read, print) => {
      const all = spread(visits.map(read));
      return [what, print(all.median), `${print(all.least)}–${print(all.most)}`];
    };
    const seconds = (time) => `${(time / 1000).toFixed(2)} s`;
    table(`First visit, processor ${SLOWED} times slower, ${name}`, ["", "median", "range"], [
      row("first contentful paint", ({ painted }) => painted, seconds),
      row("largest contentful paint", ({ largest }) => largest, seconds),
      row("the three facts can be typed", ({ typable }) => typable, seconds),
      row("three answers, the facts typed at once", ({ answered }) => answered, seconds),
      row("main thread blocked", ({ blocked }) => blocked, seconds),
      row("layout shift", ({ shifts }) => shifts, (shift) => shift.toFixed(3)),
    ]);
  }
  const unthrottled = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  const [before, after] = [await visit(unthrottled, false), await visit(unthrottled, true)];
  const kinds = [...new Set([...Object.keys(before.bytes), ...Object.keys(after.bytes)])];
  table("Downloaded by a first visit, with headers, in bytes", ["", "before anything is done", "with three answers"], [
    ...kinds.map((kind) => [kind, String(before.bytes[kind] ?? 0), String(after.bytes[kind] ?? 0)]),
    ["in all", ...[before, after].map(({ bytes }) => String(Object.values(bytes).reduce((one, other) => one + other)))],
  ]);
} finally {
  await site.stop();
}

/** What a browser that knows nothing sees of the first screen. */
async function visit(conditions, types) {
  const browser = await openBrowser(site, { width: 412, height: 823 });
  try {
    const command = (name, parameters) => browser.driver.sendDevToolsCommand(name, parameters);
    await command("Page.enable", {});
    await command("Network.enable", {});
    await command("Network.emulateNetworkConditions", { offline: false, ...conditions });
    await command("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await command("Page.addScriptToEvaluateOnNewDocument", { source: WATCH.replace("TYPES", types) });
    await browser.driver.get(`${site.url}#le=2026-11-22`);
    await browser.waitFor(() => browser.driver.executeScript(`return window.seen.${types ? "answered" : "typable"}`), "no answers");
    // What comes by itself after the first screen is a part of the visit.
    await sleep(3000);
    const seen = await browser.driver.executeAsyncScript(SUM_UP);
    return { ...seen, bytes: await downloaded(browser.driver) };
  } finally {
    await browser.quit();
  }
}

/** What came over the wire, by kind. */
async function downloaded(driver) {
  const bytes = {};
  const urls = new Map();
  for (const entry of await driver.manage().logs().get(logging.Type.PERFORMANCE)) {
    const { method, params } = JSON.parse(entry.message).message;
    if (method === "Network.requestWillBeSent" && params.request.url.startsWith(site.url)) urls.set(params.requestId, params.request.url);
    if (method === "Network.loadingFinished" && urls.has(params.requestId)) {
      const { pathname } = new URL(urls.get(params.requestId));
      const kind = pathname.endsWith("/") ? "pages" : (KINDS[pathname.split(".").at(-1)] ?? "the rest");
      bytes[kind] = (bytes[kind] ?? 0) + params.encodedDataLength;
    }
  }
  return bytes;
}
