// Two windows on one case: neither overwrites what the other kept.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";

import { forget, keptRecords, waitForKept, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const DUE_ON = "Échéance de la facture";
const HOME = "#le=2026-06-30";

describe("two windows", () => {
  let browser;
  let first;
  let second;

  withBrowser((opened) => {
    browser = opened;
  });

  const look = (window) => browser.driver.switchTo().window(window);
  const holds = (amount) => browser.waitFor(async () => (await browser.valueOf(AMOUNT)) === amount, `the amount is not ${amount}`);
  const amounts = async () => (await keptRecords(browser)).map((record) => record.case.invoices[0].amount).sort();

  /** The first window has a case of 1 850,00; the second opens it, with or without ears for the first. */
  async function open({ deaf = false } = {}) {
    await browser.visit("sources/");
    for (const window of await browser.driver.getAllWindowHandles()) {
      await look(window);
      if (window !== first) await browser.driver.close();
    }
    await look(first);
    await forget(browser);
    await browser.visit(HOME);
    await browser.typeInto(AMOUNT, "1 850,00");
    await waitForKept(browser, (records) => records.length === 1, "not kept");
    await browser.driver.switchTo().newWindow("window");
    second = await browser.driver.getWindowHandle();
    if (deaf) await browser.driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: "delete window.BroadcastChannel" });
    await browser.visit(HOME);
    await holds("1 850,00");
  }

  beforeEach(async () => {
    first ??= await browser.driver.getWindowHandle();
    await look(first);
  });

  test("the one that only looks follows the other", async () => {
    await open();
    await browser.typeInto(AMOUNT, "1 900,00");
    await look(first);
    await holds("1 900,00");
    await browser.typeInto(DUE_ON, "16/05/2026");
    await look(second);
    await browser.waitFor(async () => (await browser.valueOf(DUE_ON)) === "16/05/2026", "the second does not follow");
    assert.deepEqual(await amounts(), ["1 900,00"]);
    await browser.assertQuiet();
  });

  /** Both changed the case, the second without knowing of the first's change. */
  async function meet() {
    await open({ deaf: true });
    await look(first);
    await browser.typeInto(AMOUNT, "2 000,00");
    await waitForKept(browser, ([record]) => record.case.invoices[0].amount === "2 000,00", "the first is not kept");
    await look(second);
    await browser.typeInto(AMOUNT, "3 000,00");
    await browser.waitForText("Ce dossier a changé dans un autre onglet", ".banner");
    assert.deepEqual(await amounts(), ["2 000,00"], "the first's is not overwritten");
    assert.equal(await browser.valueOf(AMOUNT), "3 000,00", "the second's is on its screen");
  }

  test("both changes are kept where the second keeps its own as a copy", async () => {
    await meet();
    await browser.press("Garder la mienne comme copie");
    await browser.waitFor(async () => (await amounts()).join() === "2 000,00,3 000,00", "not two cases");
    assert(await browser.waitFor(async () => !(await browser.find(".banner")), "the banner stays"));
    const copy = (await keptRecords(browser)).find((record) => record.case.invoices[0].amount === "3 000,00");
    assert.equal(copy.name, "Dossier sans nom (copie)");
    await browser.typeInto(DUE_ON, "16/05/2026");
    await waitForKept(browser, (records) => records.some((record) => record.case.invoices[0].dueOn === "16/05/2026"), "goes on as a case");
    await look(first);
    await holds("2 000,00");
  });

  test("the other's version is taken, and one's own can still be kept", async () => {
    await meet();
    await browser.press("Reprendre la version de l’autre onglet");
    await holds("2 000,00");
    assert.deepEqual(await amounts(), ["2 000,00"]);
    await browser.press("Garder aussi la mienne, comme copie");
    await holds("3 000,00");
    await browser.waitFor(async () => (await amounts()).join() === "2 000,00,3 000,00", "not two cases");
  });

  test("a window closed before the choice loses neither", async () => {
    await meet();
    await browser.driver.close();
    await look(first);
    await browser.reload();
    await holds("2 000,00");
    assert.deepEqual(await amounts(), ["2 000,00", "3 000,00"]);
    await browser.waitForText("gardés dans un dossier à part", ".banner");
  });

  test("a case deleted in one is said in the other, which can keep it", async () => {
    await open();
    await browser.visit("dossiers/");
    await browser.press("Supprimer : Dossier sans nom");
    await browser.waitForText("est supprimé", ".banner");
    await look(first);
    await browser.waitForText("il n’est plus que sur cet écran", ".banner");
    await browser.press("Le garder");
    await waitForKept(browser, (records) => records.length === 1, "not kept again");
  });

  test("everything erased in one is erased in the other", async () => {
    await open();
    await browser.visit("dossiers/");
    await browser.press("Tout effacer");
    await browser.press("Effacer tous les dossiers");
    await browser.waitForText("Tout est effacé");
    await look(first);
    await browser.waitForText("Tout a été effacé depuis un autre onglet", ".banner");
    assert.equal(await browser.valueOf(AMOUNT), "");
    assert.deepEqual(await keptRecords(browser), []);
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
