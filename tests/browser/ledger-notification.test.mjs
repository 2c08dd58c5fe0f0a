// A notification of what is to do: asked for by the visitor alone, once a day, and leading to the list.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import vm from "node:vm";

import { forget, only, openBrowser, serveSite, withBrowser } from "../harness/index.mjs";
import { drawLedger, putLedger, recordsOf } from "../harness/ledger.mjs";
import { dist } from "../harness/paths.mjs";

const BOX = "M’avertir, une fois par jour, de ce qui est à faire";
const TODAY = "suivi/#le=2026-11-22&vue=a-faire";
const CHOICE = "dument.avertir";
const RECORDS = recordsOf(drawLedger({ clients: 12, invoices: 60 }));

/** In the place of the browser's own: what it is asked and told stays for the test, also when the page is loaded anew. */
const RECORDER = `
  const kept = (name, value) => sessionStorage.setItem("test." + name, JSON.stringify(value));
  const read = (name, otherwise) => JSON.parse(sessionStorage.getItem("test." + name) ?? "null") ?? otherwise;
  window.Notification = class {
    static get permission() {
      return read("permission", "default");
    }
    static async requestPermission() {
      kept("asked", read("asked", 0) + 1);
      kept("permission", read("answer", "granted"));
      return Notification.permission;
    }
    constructor(title, options) {
      kept("shown", [...read("shown", []), { title, ...options }]);
      window.lastNotification = this;
    }
    close() {
      kept("closed", true);
    }
  };
`;

const CHROMIUM = only(["chromium"], "a script put in before the page's own");

describe("the notification of the ledger", CHROMIUM, () => {
  let browser;
  withBrowser(async (opened) => {
    browser = opened;
    await browser.driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: RECORDER });
  });
  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, RECORDS);
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);
  const noted = (name) => run("return JSON.parse(sessionStorage.getItem('test.' + arguments[0]) ?? 'null')", name);
  const answer = (permission) => run("sessionStorage.setItem('test.answer', JSON.stringify(arguments[0]))", permission);
  const shown = async () => (await noted("shown")) ?? [];
  const isChecked = async () => (await browser.field(BOX)).isSelected();
  const waitForShown = (count) => browser.waitFor(async () => (await shown()).length === count, `not ${count} shown`);

  /** Shows the list of a day, and waits until anything that would be told of it is. */
  async function show(page = TODAY) {
    await browser.visit(page);
    await browser.waitForText("demandent votre attention");
    await settle();
  }
  // Another question goes through the same desk: what was asked before it is answered.
  async function settle() {
    await browser.press("Clients");
    await browser.waitForText("restent dus");
    await browser.press("À faire");
    await browser.waitForText("demandent votre attention");
  }

  test("it is asked for by a click alone, and shown once a day", async () => {
    await show();
    assert.equal(await noted("asked"), null, "asked by itself");
    assert.equal(await isChecked(), false);
    await browser.press(BOX);
    await waitForShown(1);
    assert.equal(await noted("asked"), 1);
    assert(await isChecked());
    const [{ title, body, tag, icon }] = await shown();
    assert.equal(title, "Dûment");
    assert.match(body, /clients\sdemandent votre attention\.$/u);
    assert.doesNotMatch(body, /€|Garage|Atelier|Imprimerie/, "a locked screen shows it");
    assert.equal(tag, "dument-suivi");
    assert((await fetch(new URL(icon, browser.url))).ok, icon);
    assert.equal(await run("return localStorage.getItem(arguments[0])", CHOICE), "2026-11-22");

    await browser.reload();
    await settle();
    assert(await isChecked(), "the choice is kept");
    await run("window.dispatchEvent(new Event('focus'))");
    await settle();
    assert.equal((await shown()).length, 1, "twice a day");

    await show("suivi/#le=2026-11-23&vue=a-faire");
    await waitForShown(2);
    assert.equal(await noted("asked"), 1, "asked again");
    await browser.assertQuiet();
  });

  test("it is shown in whatever view the ledger opens, as the visitor comes back, and leads to the list", async () => {
    await show();
    await browser.press(BOX);
    await waitForShown(1);
    await browser.visit("suivi/#le=2026-11-24&vue=chiffres");
    await waitForShown(2);
    await browser.waitForText("Taux de recouvrement");
    await run("localStorage.setItem(arguments[0], '2026-11-23'); location.hash = 'le=2026-11-25&vue=chiffres'", CHOICE);
    await waitForShown(3);
    await browser.waitForText("Taux de recouvrement");
    await run("window.lastNotification.onclick(new Event('click'))");
    await browser.waitForText("demandent votre attention");
    assert.equal(await browser.address(), "suivi/#le=2026-11-25&vue=a-faire");
    assert.equal(await noted("closed"), true);
    await browser.assertQuiet();
  });

  test("a limitation that comes near is said first", async () => {
    const invoice = { number: "F-1", issuedOn: "2021-11-01", dueOn: "2021-12-20", amount: 150_000, paid: [] };
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, recordsOf([{ account: "41101", name: "Garage Faure", town: "Lyon", invoices: [invoice] }]));
    await browser.visit(TODAY);
    await browser.press(BOX);
    await waitForShown(1);
    assert.match((await shown())[0].body, /^Une prescription approche\s! 1\sclient demande votre attention\.$/u);
    await browser.assertQuiet();
  });

  test("nothing to do, nothing said", async () => {
    const paid = [{ on: "2026-11-02", amount: 150_000 }];
    const invoice = { number: "F-1", issuedOn: "2026-10-01", dueOn: "2026-11-01", amount: 150_000, paid };
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, recordsOf([{ account: "41101", name: "Garage Faure", town: "Lyon", invoices: [invoice] }]));
    await browser.visit(TODAY);
    await browser.press(BOX);
    await browser.waitFor(async () => (await noted("asked")) === 1, "not asked");
    await browser.press("Clients");
    await browser.waitForText("Montrer aussi ceux qui ne doivent rien");
    await browser.press("À faire");
    await browser.waitForText("Rien à faire aujourd’hui");
    assert.deepEqual(await shown(), []);
    assert.equal(await run("return localStorage.getItem(arguments[0])", CHOICE), "", "the choice is kept all the same");
    await browser.assertQuiet();
  });

  test("a refusal is told with what to do, and the box says that it is off", async () => {
    await show();
    await answer("denied");
    await browser.press(BOX);
    await browser.waitForText("Votre navigateur refuse les notifications de ce site", "[role=alert]");
    assert.equal(await isChecked(), false);
    assert.equal(await run("return localStorage.getItem(arguments[0])", CHOICE), null);
    await answer("default");
    await browser.press(BOX);
    await browser.waitForText("L’autorisation n’a pas été donnée", "[role=alert]");
    assert.equal(await isChecked(), false);
    await answer("granted");
    await browser.press(BOX);
    await waitForShown(1);
    assert.equal(await browser.find(".notification-choice [role=alert]"), undefined);
    await browser.assertQuiet();
  });

  test("it is switched off, here and in another tab", async () => {
    await show();
    await browser.press(BOX);
    await waitForShown(1);
    await browser.press(BOX);
    assert.equal(await isChecked(), false);
    assert.equal(await run("return localStorage.getItem(arguments[0])", CHOICE), null);
    await show("suivi/#le=2026-11-23&vue=a-faire");
    assert.equal(await isChecked(), false);
    assert.equal((await shown()).length, 1);

    await browser.press(BOX);
    await waitForShown(2);
    await run("localStorage.removeItem(arguments[0]); window.dispatchEvent(new Event('focus'))", CHOICE);
    await browser.waitFor(async () => !(await isChecked()), "the other tab isn't heard");
    await browser.assertQuiet();
  });

  test("where the browser keeps nothing it says so, and still tells once a day", async () => {
    await show();
    await run(`
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("dument.")) throw new DOMException("full", "QuotaExceededError");
        set.call(this, key, value);
      };
    `);
    await browser.press(BOX);
    await waitForShown(1);
    await browser.waitForText("ce choix disparaîtra avec elle", "[role=alert]");
    await run("window.dispatchEvent(new Event('focus'))");
    await settle();
    assert(await isChecked());
    assert.equal((await shown()).length, 1);
    await browser.assertQuiet();
  });

  test("where the browser knows none, none is offered", async () => {
    const { identifier } = await browser.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: "delete window.Notification" });
    try {
      await show();
      assert.equal(await browser.find(".notification-choice"), undefined);
    } finally {
      await browser.driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    }
    await browser.assertQuiet();
  });
});

describe("the notification, by what serves the site", CHROMIUM, () => {
  test("it is shown by the worker, with the browser's own permission", async () => {
    const site = await serveSite();
    const browser = await openBrowser(site, { workers: true });
    try {
      await browser.driver.sendDevToolsCommand("Browser.grantPermissions", { origin: new URL(browser.url).origin, permissions: ["notifications"] });
      await browser.visit("accessibilite/");
      await putLedger(browser, RECORDS);
      await browser.visit(TODAY);
      await browser.driver.executeScript("dumentModule('dument_offline')");
      await browser.waitFor(() => browser.driver.executeScript("return navigator.serviceWorker.controller?.state === 'activated'"), "the page isn't served by the worker");
      await browser.press(BOX);
      const told = () =>
        browser.driver.executeAsyncScript(
          "const done = arguments[0]; navigator.serviceWorker.ready.then((it) => it.getNotifications()).then((all) => done(all.map(({ title, body, tag, data }) => ({ title, body, tag, data }))))",
        );
      await browser.waitFor(async () => (await browser.driver.executeScript("return localStorage.getItem(arguments[0])", CHOICE)) === "2026-11-22", "nothing is told");
      // Chromium forgets one that is asked for between being noted and being shown: it gets the time to show it.
      await sleep(3000);
      const [{ title, body, tag, data }, ...others] = await told();
      assert.equal(others.length, 0);
      assert.deepEqual([title, tag], ["Dûment", "dument-suivi"]);
      assert.match(body, /demandent votre attention/);
      assert(data.endsWith(TODAY), data);
      await browser.assertQuiet();
    } finally {
      await browser.quit();
      await site.stop();
    }
  });

  // No driver clicks what the system shows: the worker runs here, as it is served, among windows that note what is asked of them.
  describe("a click on it", () => {
    const there = "https://exemple.fr/blog/suivi/#le=2026-11-22&vue=a-faire";
    let source;
    before(async () => {
      source = await readFile(join(dist, "service-worker.js"), "utf8");
    });

    async function clicked(addresses) {
      const done = [];
      const listeners = {};
      const windows = addresses.map((url) => ({
        url,
        focus: async () => done.push(["focus", url]),
        navigate: async (to) => done.push(["navigate", to]),
      }));
      const self = {
        registration: { scope: "https://exemple.fr/blog/" },
        clients: { matchAll: async () => windows, openWindow: async (to) => done.push(["open", to]) },
      };
      vm.runInNewContext(source, { self, URL, Map, addEventListener: (name, listener) => (listeners[name] = listener) });
      const notification = { data: "/blog/suivi/#le=2026-11-22&vue=a-faire", close: () => done.push(["close"]) };
      let finished;
      listeners.notificationclick({ notification, waitUntil: (promise) => (finished = promise) });
      await finished;
      return done;
    }

    test("leads to the list in the window that has the ledger", async () => {
      const open = "https://exemple.fr/blog/suivi/#vue=clients";
      assert.deepEqual(await clicked(["https://exemple.fr/blog/guide/", open]), [["close"], ["focus", open], ["navigate", there]]);
    });

    test("leaves a window alone that shows the list", async () => {
      assert.deepEqual(await clicked([there]), [["close"], ["focus", there]]);
    });

    test("opens a window where none has the ledger", async () => {
      assert.deepEqual(await clicked(["https://exemple.fr/blog/guide/"]), [["close"], ["open", there]]);
    });
  });
});
