// What a contract and a debtor may add to a case: asked where it matters, counted, and blamed next to its field.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { CONSUMER, ONE_INVOICE, openCase, withBrowser } from "../harness/index.mjs";

const AS_OF = "penalites/#le=2026-06-30";

describe("the facts of the case", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  async function openPart(part) {
    await browser.press("Mon dossier");
    await browser.waitForText(part, "#case");
    await browser.driver.executeScript("for (const fold of document.querySelectorAll('#case details')) fold.open = true");
  }

  test("a penalty clause and proven costs are added to what is owed", async () => {
    await openCase(browser, ONE_INVOICE, "#le=2026-06-30");
    await browser.waitForText("1 917,71 €");
    await openPart("Taux convenu");
    await browser.typeInto("Part de la facture", "dix");
    await browser.waitForText("Écrivez le taux en chiffres", "#case");
    await browser.typeInto("Part de la facture", "10");
    await browser.press("Ajouter des frais");
    await browser.typeInto("Ce que vous avez payé", "Sommation");
    await browser.typeInto("Montant payé", "85,20");
    // 1 917,71 + 10 % of 1 850,00 + 85,20.
    await browser.waitForText("2 187,91 €");
    await browser.reload();
    await browser.waitForText("2 187,91 €");
  });

  test("an agreed period of limitation is counted, and blamed where the law refuses it", async () => {
    await openCase(browser, ONE_INVOICE, "prescription/#le=2026-06-30");
    await browser.waitForText("16 mai 2031");
    await openPart("Taux convenu");
    await browser.typeInto("Délai de prescription convenu", "3");
    await browser.waitForText("16 mai 2029", "main");
    await browser.typeInto("Délai de prescription convenu", "12");
    await browser.waitForText("10 ans", "#case");
    await browser.typeInto("Délai de prescription convenu", "3");
    await browser.waitForText("16 mai 2029", "main");
  });

  test("a consumer is asked for none of it", async () => {
    await openCase(browser, CONSUMER, AS_OF);
    await openPart("Taux convenu");
    const asked = await browser.textOf("#case");
    for (const absent of ["Clause pénale", "Frais de recouvrement prouvés", "Délai de prescription convenu", "Est-il radié"]) {
      assert(!asked.includes(absent), absent);
    }
    assert(asked.includes("Intérêts capitalisés à partir du"));
  });

  test("a cheque is asked where it is payable", async () => {
    await openCase(browser, { ...ONE_INVOICE, claim: "cheque" }, "prescription/#le=2026-06-30");
    await openPart("Factures");
    await browser.choose("Le chèque est payable", "hors d’Europe");
    await browser.reload();
    await openPart("Factures");
    await browser.waitForText("hors d’Europe", "#case");
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
