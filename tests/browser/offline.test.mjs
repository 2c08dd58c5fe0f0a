// Without a network: every tool works after the first visit, a new version comes whole and when asked for, or not at all.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { ONE_INVOICE, only, openBrowser, openCase, openHost, writeVersion } from "../harness/index.mjs";
import { dist, filesUnder } from "../harness/paths.mjs";

const DAY = "#le=2026-06-30";
const AMOUNT = "Montant de la facture, toutes taxes comprises";
const CHROMIUM = only(["chromium"], "several windows that a test can tell apart by what serves them");

describe("without a network", () => {
  let browser;
  let folder;
  let host;
  let second;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-versions-"));
    second = join(folder, "second");
    await writeVersion(dist, second, "second");
  });

  after(() => rm(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    host = await openHost(dist);
    browser = await openBrowser(host, { workers: true });
  });

  afterEach(async () => {
    await browser.quit();
    await host.stop();
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);
  const ask = (script, ...values) => browser.driver.executeAsyncScript(`const done = arguments[arguments.length - 1]; (async () => { ${script} })().then(done, (error) => done(String(error)));`, ...values);
  const caches = () => ask("return (await caches.keys()).filter((name) => name.startsWith('dument'))");
  const version = () => run("return document.querySelector('meta[name=version]')?.content ?? 'first'");

  /** Reloads by the page's own doing: Firefox's driver goes past what serves it. */
  async function reload() {
    await run("document.documentElement.dataset.dument = 'left'; location.reload()");
    await browser.waitFor(() => run("return document.documentElement.dataset.dument !== 'left'").catch(() => false), "not reloaded");
    await browser.ready();
  }

  const isNoticed = () => browser.find(".new-version");

  /** Visits a page and waits until it is kept, sooner than it would be by itself. */
  async function keep(page = DAY) {
    await browser.visit(page);
    await run("dumentModule('dument_offline')");
    assert.equal(await ask("await navigator.serviceWorker.ready; return 'kept'"), "kept");
    await browser.waitFor(() => run("return navigator.serviceWorker.controller?.state === 'activated'"), "the page isn't served by the worker");
  }

  /** Looks for another version, and tells what became of it. */
  const look = () =>
    ask(`
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise((resolve) => registration.addEventListener("updatefound", () => resolve(registration.installing)));
      await registration.update();
      const worker = registration.waiting ?? registration.installing ?? (await found);
      while (!["installed", "redundant"].includes(worker.state)) await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
      return worker.state;
    `);

  async function writesLetter() {
    await openCase(browser, ONE_INVOICE, `lettres/${DAY}`);
    await browser.press("Mise en demeure");
    await browser.waitForText("1 917,71 €", ".sheet");
    await browser.press("Télécharger en PDF");
    assert.equal((await browser.download(".pdf")).bytes.subarray(0, 5).toString(), "%PDF-");
    await browser.press("DOCX");
    assert.equal((await browser.download(".docx")).bytes.subarray(0, 2).toString(), "PK");
  }

  test("every page opens, in every form of its address, and a letter is written", async () => {
    await keep();
    await host.stop();
    const pages = (await filesUnder(dist)).filter((path) => /^([a-z]+\/)?index\.html$/.test(path)).map((path) => path.slice(0, -"index.html".length));
    assert(pages.length >= 11, `only ${pages}`);
    for (const page of pages) {
      await browser.visit(`${page}${DAY}`);
      const heading = await browser.textOf("h1");
      await reload();
      assert.equal(await browser.textOf("h1"), heading, page);
    }
    for (const [asked, address] of [["guide", "guide/"], ["guide?source=blog", "guide/?source=blog"], ["guide/index.html", "guide/index.html"], ["?source=blog", "?source=blog"]]) {
      await browser.visit(asked);
      assert.equal(await browser.address(), address);
    }
    await writesLetter();
    await browser.visit("dossiers/");
    await browser.press("Exporter");
    await host.start();
    await browser.assertQuiet();
  });

  test("nothing is fetched for it before the first visit has all it needs; then it comes by itself", async () => {
    await browser.visit(DAY);
    await browser.typeInto(AMOUNT, "1 850,00");
    assert(!host.asked.some((path) => /offline|service-worker/.test(path)), "asked for at once");
    await browser.waitFor(() => ask("return (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"), "not kept by itself");
    await browser.assertQuiet();
  });

  test("a new version is told of, comes when asked for, and leaves the other windows theirs", CHROMIUM, async () => {
    await keep();
    const first = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().newWindow("tab");
    const other = await browser.driver.getWindowHandle();
    await openCase(browser, ONE_INVOICE, `lettres/${DAY}`);

    await browser.driver.switchTo().window(first);
    await browser.visit(DAY);
    await run("dumentModule('dument_offline')");
    host.from = second;
    await look();
    await browser.waitForText("Une nouvelle version de Dûment est prête", ".new-version");
    await reload();
    assert.equal(await version(), "first", "it waits until it is asked for");
    await run("dumentModule('dument_offline')");
    await browser.waitForText("Une nouvelle version de Dûment est prête", ".new-version");
    await browser.typeInto(AMOUNT, "2 400,00");
    await browser.press("Recharger");
    await browser.waitFor(async () => (await version().catch(() => "")) === "second", "the new version never came");
    await browser.ready();
    await browser.waitFor(async () => (await browser.valueOf(AMOUNT)) === "2 400,00", "what was typed is gone");
    assert.equal((await caches()).length, 2);

    // The module of letters of the first version is on no host any more.
    await browser.driver.switchTo().window(other);
    assert.equal(await version(), "first");
    await host.stop();
    await browser.press("Mise en demeure");
    await browser.waitForText("Mise en demeure de payer", ".sheet");
    await host.start();

    await browser.visit(`penalites/${DAY}`);
    assert.equal(await version(), "second");
    await browser.visit(`penalites/${DAY}`);
    await browser.waitFor(async () => (await caches()).length === 1, "the first version is kept for nobody");
    await host.stop();
    await browser.visit(`guide/${DAY}`);
    assert.equal(await version(), "second");
    await host.start();
  });

  test("a new version that is put off comes once no window of the old one is left", CHROMIUM, async () => {
    await keep();
    host.from = second;
    await look();
    await browser.press("Plus tard");
    assert.equal(await isNoticed(), undefined);
    await browser.driver.get("about:blank");
    // The browser takes its time to see that the last page is gone.
    await browser.waitFor(async () => {
      await browser.visit(DAY);
      if ((await version()) === "second") return true;
      await browser.driver.get("about:blank");
      return false;
    }, "the new version never came");
  });

  for (const [how, instead] of [
    ["lacks a file", (path) => (path.startsWith("assets/dument_pdf") ? { status: 404, body: "" } : undefined)],
    ["fails at a file", (path) => (path.startsWith("assets/dument_pdf") ? { status: 500, body: "" } : undefined)],
    ["has half of a file", (path, whole) => (/^assets\/dument_letters-second/.test(path) ? { body: whole.subarray(0, whole.length / 2) } : undefined)],
    ["has a page of another version", (path) => (path === "guide/" ? { body: "<!doctype html>" } : undefined)],
    ["has a page under another type", (path) => (path === "guide/" ? { type: "application/octet-stream" } : undefined)],
    ["is a captive portal", (path) => (path === "service-worker.js" ? undefined : { body: "<h1>Wi-Fi</h1>", type: "text/html" })],
  ]) {
    test(`a new version that ${how} leaves the old one whole`, async () => {
      await keep();
      host.from = second;
      host.instead = instead;
      assert.equal(await look(), "redundant");
      assert.equal(await isNoticed(), undefined);
      await reload();
      assert.equal(await version(), "first");
      await host.stop();
      await writesLetter();
      assert.equal(await version(), "first");
      await host.start();
      host.instead = () => undefined;
      await browser.visit(DAY);
      assert.equal(await look(), "installed", "mended, it comes");
    });
  }

  test("where the browser has thrown away what was kept, the network serves, and it is kept again", async () => {
    await keep();
    await ask("for (const name of await caches.keys()) await caches.delete(name)");
    await browser.visit(`penalites/${DAY}`);
    await browser.waitForText("Montant");
    const files = () => ask("const [name] = await caches.keys(); return name ? (await (await caches.open(name)).keys()).filter(({ url }) => !url.includes('?')).length : 0");
    const kept = (await readFile(join(dist, "service-worker.js"), "utf8")).match(/sha256-/g).length + 1;
    await browser.waitFor(async () => (await files()) === kept, "not kept again");

    // Half of it.
    await ask("const cache = await caches.open((await caches.keys())[0]); for (const request of await cache.keys()) if (/wasm$|guide/.test(request.url)) await cache.delete(request)");
    await browser.visit(`guide/${DAY}`);
    await browser.waitFor(async () => (await files()) === kept, "not kept again");
    await host.stop();
    await browser.visit(`guide/${DAY}`);
    await writesLetter();
    await host.start();
  });

  test("the figures of the law are the newest that can be had", async () => {
    host.instead = (path) => (path === "reference.json" ? { body: '{ "as": "first"', type: "application/json" } : undefined);
    await keep();
    const figures = () => ask("return (await fetch(new URL('reference.json', arguments[0]), { cache: 'no-cache' })).text()", host.url);
    assert.match(await figures(), /first/);
    host.instead = (path) => (path === "reference.json" ? { body: '{ "as": "newer"', type: "application/json" } : undefined);
    assert.match(await figures(), /newer/);
    await host.stop();
    assert.match(await figures(), /newer/);
    await host.start();
  });

  test("a part of a file, another method and another folder are left to the network", async () => {
    await keep();
    const part = await ask("const answer = await fetch(new URL('icons/mark.svg', arguments[0]), { headers: { Range: 'bytes=0-3' } }); return answer.status", host.url);
    assert.equal(part, 200, "this host knows no parts, and the worker makes none up");
    await host.stop();
    const gone = (script) => ask(`return ${script}.then(() => "answered", () => "nobody")`, host.url);
    assert.equal(await gone("fetch(new URL('icons/mark.svg', arguments[0]), { headers: { Range: 'bytes=0-3' } })"), "nobody");
    assert.equal(await gone("fetch(new URL('icons/mark.svg', arguments[0]), { method: 'HEAD' })"), "nobody");
    assert.equal(await gone("fetch(new URL('../ailleurs/', arguments[0]))"), "nobody");
    assert.equal(await gone("fetch(new URL('icons/mark.svg', arguments[0]))"), "answered");
    await host.start();
  });

  test("a page within another site's page registers nothing", async () => {
    const around = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end(`<iframe src="${host.url}${DAY}"></iframe>`));
    around.listen(0, "127.0.0.1");
    await once(around, "listening");
    try {
      // The same site to the browser, which keeps frames of others apart: the strictest case.
      await browser.driver.get(`http://127.0.0.1:${around.address().port}/`);
      await browser.driver.switchTo().frame(0);
      await browser.ready();
      await ask("await dumentModule('dument_offline'); return 1");
      assert.equal(await ask("return (await navigator.serviceWorker.getRegistrations()).length"), 0);
    } finally {
      around.closeAllConnections();
      around.close();
    }
  });

  test("its owner takes it out of every browser by one file", async () => {
    await keep();
    const removal = await readFile(join(dist, "service-worker-removal.js"));
    host.instead = (path) => (path === "service-worker.js" ? { body: removal } : undefined);
    await look();
    await browser.press("Recharger");
    await browser.waitFor(async () => (await caches()).length === 0, "what was kept is still there");
    host.from = second;
    await browser.visit(DAY);
    assert.equal(await version(), "second", "the network serves no page");
  });

  test("it can be installed, with a shortcut to each tool", CHROMIUM, async () => {
    await browser.visit();
    const command = (name, parameters = {}) => browser.driver.sendAndGetDevToolsCommand(name, parameters);
    const { errors, url, data } = await command("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.equal(url, `${host.url}manifest.webmanifest`);
    const manifest = JSON.parse(data);
    const inside = (path) => new URL(path, url).href.startsWith(host.url);
    assert(inside(manifest.start_url) && inside(manifest.scope) && manifest.shortcuts.every((shortcut) => inside(shortcut.url)));
    for (const { src } of [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)]) assert((await fetch(new URL(src, url))).ok, src);
    const { installabilityErrors } = await command("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
    // Two of them on one host are two applications.
    assert.equal((await command("Page.getAppId")).appId, host.url);
  });
});
