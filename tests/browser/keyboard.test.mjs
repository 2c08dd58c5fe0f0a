// The first screen and the case by keyboard alone, and every page on the narrowest phone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { withBrowser } from "../harness/index.mjs";

describe("without a mouse, without room", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const press = (...keys) => browser.driver.actions().sendKeys(...keys).perform();
  const focused = () => browser.driver.executeScript("const e = document.activeElement; return e.id || e.textContent.trim()");

  test("three facts are typed and answered by keys alone", async () => {
    await browser.visit("#le=2026-06-30");
    await press(Key.TAB);
    assert.equal(await focused(), "Aller au contenu");
    await press(Key.ENTER);
    assert.equal(await focused(), "content");
    assert.equal(await browser.address(), "#le=2026-06-30", "the day of computation stays in the address");
    await press(Key.TAB);
    assert.equal(await focused(), "invoices-0-amount");
    await press("1850", Key.TAB);
    assert.equal(await focused(), "invoices-0-dueOn");
    await press("16/05/2026", Key.TAB);
    assert.equal(await focused(), "debtor-kind");
    await press("une entreprise");
    await browser.waitForText("1 917,71 €");
  });

  test("the case opens, keeps the focus, and gives it back", async () => {
    const opener = await browser.waitFor(() => browser.find(".case-button"), "no way to the case");
    await opener.sendKeys(Key.ENTER);
    await browser.waitForText("Gardé sur cet appareil seulement");
    const inside = () => browser.driver.executeScript("return document.getElementById('case').contains(document.activeElement)");
    assert(await inside());
    await press(Key.TAB, Key.TAB, Key.TAB);
    assert(await inside());
    await press(Key.ESCAPE);
    await browser.waitFor(async () => (await focused()) === "Mon dossier", "focus did not come back");
  });

  test("the labels of the case lead to its own fields, not to those of the page below", async () => {
    await browser.visit("penalites/#le=2026-06-30");
    await browser.press("Mon dossier");
    const double = await browser.driver.executeScript(
      "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i)",
    );
    assert.deepEqual(double, [], "an id stands twice");
    await press(Key.ESCAPE);
  });

  for (const width of [320, 360]) {
    test(`no page is wider than ${width} px`, async () => {
      await browser.resize(width, 700);
      for (const page of ["", "guide/", "penalites/", "prescription/", "lettres/", "sources/"]) {
        await browser.visit(`${page}#le=2026-06-30`);
        const wide = await browser.driver.executeScript("return document.documentElement.scrollWidth");
        assert(wide <= width, `/${page} is ${wide} px wide`);
      }
    });
  }

  test("the phone's menu opens, leads on, and closes", async () => {
    await browser.resize(360, 700);
    await browser.visit("#le=2026-06-30");
    await browser.press("Menu");
    await browser.press("Prescription");
    assert.equal(await browser.address(), "prescription/#le=2026-06-30");
    assert.equal(await browser.find(".menu-list a"), undefined, "the menu is still open");
    await browser.driver.navigate().back();
    await browser.waitForText("Trois faits");
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
