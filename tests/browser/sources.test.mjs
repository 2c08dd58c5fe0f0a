// Every figure of the law, found, dated and sourced.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";

import { withBrowser } from "../harness/index.mjs";

describe("sources", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  afterEach(() => browser.assertQuiet());

  test("shows the figures in force on the day of computation, with their text", async () => {
    await browser.visit("sources/#le=2026-06-30");
    const rates = await browser.textOf("#taux");
    for (const part of ["créancier professionnel", "2,62 %", "du 1er janvier au 30 juin 2026", "Taux de refinancement"]) {
      assert(rates.includes(part), `« ${part} » is not in:\n${rates}`);
    }
    await browser.visit("sources/#le=2026-07-01");
    await browser.waitForText("2,75 %", "#taux");
    await browser.waitForText("à confirmer", "#taux");
  });

  test("draws the rates, with a table behind", async () => {
    await browser.visit("sources/#le=2026-06-30");
    const drawing = await browser.find("#taux .chart svg[role=img]");
    assert.match(await drawing.getAttribute("aria-label"), /Les taux depuis 2013/);
    await browser.press("Les chiffres de ce graphique");
    await browser.waitForText("du 1er janvier au 30 juin 2024", "#taux .chart table");
    await browser.waitForText("5,07 %", "#taux .chart table");
  });

  test("finds a rule by a word, accents aside", async () => {
    await browser.visit("sources/#le=2026-06-30");
    await browser.typeInto("Chercher une règle", "demenagement");
    await browser.waitForText("Prescription du prix d’un déménagement", "#prescription");
    assert.equal(await browser.find("#couts"), undefined);
    assert.equal(await browser.find("#questions"), undefined);
    await browser.typeInto("Chercher une règle", "366 jours");
    await browser.waitForText("Une année de 365 ou de 366 jours ?", "#questions");
    await browser.typeInto("Chercher une règle", "xyzzy");
    await browser.waitForText("0 règle chiffrée sur");
  });

  test("leads to a part of the page without losing the day of computation", async () => {
    await browser.visit("sources/#le=2026-06-30");
    await browser.press("Ce que la loi laisse ouvert");
    assert.equal(await browser.address(), "sources/#le=2026-06-30");
    assert.equal(await browser.driver.executeScript("return document.activeElement.textContent"), "Ce que la loi laisse ouvert");
    await browser.waitForText("Client établi à l’étranger", "#limites");
  });
});
