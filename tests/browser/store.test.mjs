// Nothing is lost: what is kept, when, and what is said where it can't be.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { beforeEach, describe, test } from "node:test";

import { forget, keptRecords, keptTexts, only, putText, waitForKept, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const DUE_ON = "Échéance de la facture";
const HOME = "#le=2026-06-30";
const CASES = "dossiers/#le=2026-06-30";

/** A case as version 1 kept it, in `localStorage`. */
const VERSION_1 = JSON.stringify({
  format: "dument",
  version: 1,
  case: { debtor: { kind: "company", name: "Brun & Fils" }, invoices: [{ number: "F-2026-014", dueOn: "16/05/2026", amount: "1 850,00" }] },
});

describe("what is typed is kept", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);

  beforeEach(async () => {
    await browser.visit("sources/");
    await forget(browser);
    await browser.visit(HOME);
  });

  /** Waits until the last case is on the screen. */
  async function holds(amount) {
    await browser.waitFor(async () => (await browser.valueOf(AMOUNT)) === amount, `the amount is not ${amount}`);
  }

  /** Makes the database of this page refuse to write, as a browser does whose disk is full. */
  const fill = () =>
    run("window.put ??= IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }");
  const unfill = () => run("IDBObjectStore.prototype.put = window.put");

  async function downloaded(button, ending = ".json") {
    await browser.press(button);
    const file = await browser.download(ending);
    await rm(file.path);
    return JSON.parse(file.bytes.toString());
  }

  test("nothing is written before anything is typed", async () => {
    await browser.visit(CASES);
    await browser.waitForText("Aucun dossier pour l’instant");
    assert.deepEqual(await keptTexts(browser), {});
  });

  test("a reload at once", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.reload();
    await holds("1 850,00");
    await waitForKept(browser, (records) => records.length === 1 && records[0].case.invoices[0].amount === "1 850,00", "one case");
    await browser.assertQuiet();
  });

  test("a case begun and left before the last one could be opened", only(["chromium"], "a script put in before the page's own"), async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    const source = `
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...asked) {
        const request = open.apply(this, asked);
        request.addEventListener("success", (event) => event.stopImmediatePropagation());
        return request;
      };
    `;
    const { identifier } = await browser.driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source });
    try {
      await browser.driver.get("about:blank");
      await browser.driver.get(new URL(HOME, browser.url).href);
      await browser.waitFor(() => run("return document.documentElement.dataset.dument === 'started'"), "never started");
      await browser.typeInto(AMOUNT, "2 000,00");
      await browser.waitFor(() => run("return 'kept' in document.documentElement.dataset"), "never begun");
      assert.equal(await run("return document.documentElement.dataset.kept"), "begun", "opened all the same");
    } finally {
      await browser.driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    }
    await browser.visit(HOME);
    await holds("2 000,00");
    await waitForKept(browser, (records) => records.length === 2, "not a case of its own");
    assert.deepEqual(await run("return Object.keys(localStorage)"), ["dument.ouvert"], "nothing waits any more");
    await browser.assertQuiet();
  });

  test("a tab closed at once, whose database had no time", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await fill();
    await browser.typeInto(AMOUNT, "2 000,00");
    const mine = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().newWindow("tab");
    const other = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().window(mine);
    await browser.driver.close();
    await browser.driver.switchTo().window(other);
    await browser.visit(HOME);
    await holds("2 000,00");
    const records = await keptRecords(browser);
    assert.equal(records.length, 1, "the same case");
    assert.equal(records[0].revision, 2);
    assert.deepEqual(await run("return Object.keys(localStorage)"), ["dument.ouvert"], "nothing waits any more");
  });

  test("a case of version 1 is taken over, then leaves its old place; what it had put aside too", async () => {
    await run("localStorage.setItem('dument.dossier', arguments[0]); localStorage.setItem('dument.dossier.mis-de-cote', '{\"format\":\"dument\",\"version\":99}')", VERSION_1);
    await browser.visit(HOME);
    await holds("1 850,00");
    await browser.waitForText("1 917,71 €");
    assert.deepEqual(await run("return Object.keys(localStorage)"), ["dument.ouvert"]);
    const texts = Object.values(await keptTexts(browser));
    assert.equal(texts.length, 2);
    assert(texts.includes(VERSION_1), "just as it was");
    await browser.typeInto(AMOUNT, "1 900,00");
    await browser.waitFor(
      async () => Object.values(await keptTexts(browser)).some((text) => text.includes('"store":2') && text.includes("1 900,00")),
      "not in the form of today",
    );
    await browser.assertQuiet();
  });

  test("a full disk is said, the work goes on, and is kept once there is room", async () => {
    await browser.typeInto(DUE_ON, "16/05/2026");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await fill();
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.choose("Mon client", "une entreprise (société)");
    await browser.waitForText("La place manque", ".banner");
    await browser.waitForText("1 917,71 €");
    const file = await downloaded("Enregistrer le dossier dans un fichier");
    assert.equal((file.case ?? file.cases[0].case).invoices[0].amount, "1 850,00");
    await unfill();
    await browser.press("Réessayer");
    await browser.waitFor(async () => !(await browser.find(".banner")), "the banner stays");
    await waitForKept(browser, ([record]) => record.case.invoices[0].amount === "1 850,00", "kept at last");
    await browser.assertQuiet();
  });

  test("a damaged and a newer case stay as they are, and the others are usable", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await putText(browser, "abime", '{"store":2,"file":');
    await putText(browser, "recent", '{"store":99,"secret":"tout"}');
    await browser.visit(CASES);
    await browser.waitForText("3 dossiers");
    await browser.waitForText("abîmé");
    await browser.waitForText("version plus récente de Dûment (format 99)");
    await browser.visit(HOME);
    await holds("1 850,00");
    await browser.typeInto(AMOUNT, "1 900,00");
    await browser.waitFor(
      async () => Object.values(await keptTexts(browser)).some((text) => text.includes("1 900,00")),
      "the change is not kept",
    );
    const texts = await keptTexts(browser);
    assert.equal(texts.abime, '{"store":2,"file":');
    assert.equal(texts.recent, '{"store":99,"secret":"tout"}');
    await browser.assertQuiet();
  });

  test("a case that can't be opened is said at the start, and offered", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    const [id] = Object.keys(await keptTexts(browser));
    await putText(browser, id, '{"store":99,"secret":"tout"}');
    await browser.visit(HOME);
    await browser.waitForText("mis de côté, entier", ".banner");
    assert.equal(await browser.valueOf(AMOUNT), "");
    assert.deepEqual(await downloaded("Télécharger l’ancien"), { store: 99, secret: "tout" });
    await browser.typeInto(AMOUNT, "100");
    await browser.waitFor(async () => Object.keys(await keptTexts(browser)).length === 2, "a new case beside it");
    assert.equal((await keptTexts(browser))[id], '{"store":99,"secret":"tout"}');
    await browser.assertQuiet();
  });

  test("a database of a newer version is left alone, and all of it offered", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await browser.driver.get("about:blank");
    await browser.visit("sources/");
    // The open page gives way to the newer version, and says so.
    await browser.driver.executeAsyncScript(`
      const done = arguments[0];
      const request = indexedDB.open("dument", 99);
      request.onsuccess = () => { request.result.close(); done() };`);
    await browser.waitForText("Une version plus récente de Dûment est ouverte dans un autre onglet", ".banner");
    await browser.visit(HOME);
    await browser.waitForText("gardés par une version plus récente de Dûment", ".banner");
    const rescue = await downloaded("Enregistrer tous mes dossiers");
    assert.equal(rescue.format, "dument-secours");
    assert.match(rescue.records[0], /1 850,00/);
    await browser.assertQuiet();
  });

  test("a database that is gone is said, and made again with the next change", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await browser.driver.sendDevToolsCommand("Storage.clearDataForOrigin", { origin: new URL(browser.url).origin, storageTypes: "indexeddb" });
    await browser.waitForText("il n’est plus que sur cet écran", ".banner");
    await browser.press("Le garder");
    await waitForKept(browser, ([record]) => record?.case.invoices[0].amount === "1 850,00", "kept again");
    await browser.waitFor(async () => !(await browser.find(".banner")), "the banner stays");
    await browser.assertQuiet();
  });

  test("« Tout effacer » leaves nothing", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "kept first");
    await run("localStorage.setItem('dument.en-attente.x', '{}'); localStorage.setItem('autre', 'reste')");
    await browser.driver.executeAsyncScript("const done = arguments[0]; caches.open('dument-1').then(() => done())");
    await browser.visit(CASES);
    await browser.press("Tout effacer");
    await browser.press("Effacer tous les dossiers");
    await browser.waitForText("Tout est effacé");
    const left = await browser.driver.executeAsyncScript(`
      const done = arguments[0];
      Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) =>
        done({ databases, caches, local: Object.keys(localStorage), session: Object.keys(sessionStorage) }));`);
    assert.deepEqual(left, { databases: [], caches: [], local: ["autre"], session: [] });
    await browser.visit(HOME);
    assert.equal(await browser.valueOf(AMOUNT), "");
    await browser.assertQuiet();
  });
});
