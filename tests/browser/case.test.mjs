// The case at hand: beside the page on a wide screen, in a drawer over it on a narrow one.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { withBrowser } from "../harness/index.mjs";

describe("the case", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const state = () =>
    browser.driver.executeScript(`
      const drawer = document.querySelector(".drawer").getBoundingClientRect();
      const page = document.querySelector("main").getBoundingClientRect();
      return { modal: !!document.querySelector(".drawer:modal"), covered: page.right > drawer.left, open: drawer.width > 0 };`);

  const focused = () => browser.driver.executeScript("return document.activeElement.textContent.trim()");

  test("stands beside the page on a wide screen, and answers change in sight", async () => {
    await browser.resize(1600, 900);
    await browser.visit("penalites/#le=2026-06-30");
    await browser.press("Mon dossier");
    await browser.waitForText("Gardé sur cet appareil");
    assert.deepEqual(await state(), { modal: false, covered: false, open: true });

    await browser.driver.findElement({ id: "dossier-invoices-0-amount" }).sendKeys("1 850,00");
    await browser.driver.findElement({ id: "dossier-invoices-0-dueOn" }).sendKeys("16/05/2026");
    await browser.choose("Votre client est", "une entreprise");
    await browser.waitForText("1 917,71");
    // The page beside can be used too: it isn't kept apart.
    await browser.typeInto("Numéro", "F-2026-014");
    await browser.waitForText("Facture F-2026-014");

    await browser.driver.findElement({ id: "dossier-invoices-0-amount" }).sendKeys(Key.ESCAPE);
    assert.equal((await state()).open, false);
    assert.equal(await focused(), "Mon dossier");
  });

  test("lies over the page on a narrow one, and gives the focus back", async () => {
    await browser.resize(1024, 900);
    await browser.visit("#le=2026-06-30");
    await browser.press("Mon dossier");
    await browser.waitForText("Gardé sur cet appareil");
    assert.deepEqual(await state(), { modal: true, covered: true, open: true });
    await browser.driver.actions().sendKeys(Key.ESCAPE).perform();
    assert.equal((await state()).open, false);
    assert.equal(await focused(), "Mon dossier");
    await browser.assertQuiet();
  });
});
