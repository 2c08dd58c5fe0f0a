// Bad input: a French sentence beside the field, nothing cleared, nothing broken.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { keptTexts, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const DUE_ON = "Échéance de la facture";

describe("bad input", () => {
  let browser;

  withBrowser(async (opened) => {
    browser = opened;
    await browser.visit("#le=2026-06-30");
    await browser.choose("Mon client", "une entreprise (société)");
  });

  for (const [name, amount, message] of [
    ["letters in an amount", "mille huit cents", "Écrivez le montant en chiffres"],
    ["a negative amount", "-1850", "enlevez le signe moins"],
    ["an amount of 10^15 EUR", "1000000000000000", "dépasse 999 999 999 999,99 €"],
    ["nothing owed", "0", "supérieur à zéro"],
    ["fractions of a cent", "1850,005", "Deux chiffres au plus après la virgule"],
  ]) {
    test(name, async () => {
      await browser.typeInto(DUE_ON, "16/05/2026");
      await browser.typeInto(AMOUNT, amount);
      await browser.waitForText(message, "#invoices-0-amount-error");
      assert.equal(await browser.valueOf(AMOUNT), amount, "what was typed stays");
      assert.equal(await browser.valueOf(DUE_ON), "16/05/2026", "the other field stays");
      const field = await browser.field(AMOUNT);
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.equal(await field.getAttribute("aria-describedby"), "invoices-0-amount-error");
    });
  }

  for (const [name, date, message] of [
    ["30 February", "30/02/2026", "Le 30 février 2026 n’existe pas"],
    ["a month that isn't", "01/13/2026", "Il n’y a pas de 13e mois"],
    ["words", "bientôt", "Écrivez la date avec le jour, le mois et l’année"],
  ]) {
    test(name, async () => {
      await browser.typeInto(AMOUNT, "1 850,00");
      await browser.typeInto(DUE_ON, date);
      await browser.waitForText(message, "#invoices-0-dueOn-error");
      assert.equal(await browser.valueOf(DUE_ON), date);
    });
  }

  test("a fault survives a reload, with what was typed", async () => {
    await browser.typeInto(DUE_ON, "30/02/2026");
    await browser.reload();
    await browser.waitForText("Le 30 février 2026 n’existe pas", "#invoices-0-dueOn-error");
    assert.equal(await browser.valueOf(DUE_ON), "30/02/2026");
  });

  test("a due date to come is no fault: nothing is owed yet, the rest works", async () => {
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.typeInto(DUE_ON, "31/08/2026");
    await browser.waitForText("Pas encore échue");
    await browser.waitForText("31 août 2031");
    assert.equal(await browser.textOf("#invoices-0-dueOn-error").catch(() => ""), "");
    assert.doesNotMatch(await browser.textOf(".answer .figure"), /\d/, "no amount stands as owed");
  });

  test("an impossible day of computation is told, and today is taken", async () => {
    await browser.visit("#le=2026-02-30");
    await browser.waitForText("La date de calcul « 2026-02-30 » de l’adresse n’existe pas");
  });

  test("a stored case that can't be read is put aside, never overwritten", async () => {
    await browser.driver.executeScript("localStorage.setItem('dument.dossier', '{\"format\":\"dument\",\"version\":99,\"case\":{}}')");
    await browser.visit("#le=2026-06-30");
    await browser.waitForText("version plus récente de Dûment");
    await browser.typeInto(AMOUNT, "100");
    const texts = () => keptTexts(browser).then((texts) => Object.values(texts).sort().join());
    await browser.waitFor(async () => (await texts()).includes('"amount\\": \\"100'), "the new case is not kept");
    assert.match(await texts(), /"version":99/);
  });

  test("none of it was said in the console", async () => {
    await browser.assertQuiet();
  });
});
