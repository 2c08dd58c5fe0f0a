// The due date of an invoice, worked out for who doesn't know it.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { forget, NARROW, plain, withBrowser } from "../harness/index.mjs";

const HELP = "Je ne connais pas l’échéance";

describe("an unknown due date", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  /** Each test starts with nothing on the machine, and the help open. */
  beforeEach(async () => {
    await browser.visit("penalites/");
    await forget(browser);
    await browser.visit("penalites/#le=2026-06-30");
  });

  afterEach(() => browser.assertQuiet());

  async function open({ client = "une entreprise" } = {}) {
    await browser.choose("Votre client est", client);
    await browser.press(HELP);
    await browser.waitForText("Délai prévu par le contrat");
  }

  test("says what it still takes, then the date, why, and fills it in", async () => {
    await open();
    await browser.waitForText("Indiquez la date de la facture.");
    await browser.choose("Délai prévu par le contrat", "Rien n’a été convenu");
    await browser.typeInto("Date de la facture", "15/01/2026");
    await browser.typeInto("Livraison ou fin du travail", "10/01/2026");
    // 10 January + 30 days.
    await browser.waitForText("9 février 2026", ".figure");
    await browser.press("Pourquoi 9 février 2026");
    await browser.waitForText("30 jours après la livraison ou la fin du travail, le 10 janvier 2026");
    await browser.waitForText("Code de commerce, article L441-10");

    await browser.press("Utiliser cette date");
    assert.equal(await browser.valueOf("Échéance"), "09/02/2026");
    await browser.waitForText("Échéance retenue : 9 février 2026");
    await announced("Échéance retenue : 9 février 2026.");
  });

  test("shows both readings of « fin de mois », and an unlawful term with its fine", async () => {
    await open();
    await browser.typeInto("Date de la facture", "15/01/2026");
    await browser.choose("Délai prévu par le contrat", "Un nombre de jours « fin de mois »");
    await browser.typeInto("Nombre de jours convenu", "45 jours");
    await browser.waitForText("31 mars 2026", ".figure");
    await browser.press("Utiliser plutôt le 17 mars 2026");
    assert.equal(await browser.valueOf("Échéance"), "17/03/2026");

    await browser.choose("Délai prévu par le contrat", "Un nombre de jours après la facture");
    await browser.typeInto("Nombre de jours convenu", "quatre-vingt-dix");
    await browser.waitForText("Indiquez le nombre de jours convenu, par exemple 30.");
    await browser.typeInto("Nombre de jours convenu", "90");
    await browser.waitForText("dépasse le maximum de la loi, le 16 mars 2026");
    await browser.press("Pourquoi 15 avril 2026");
    await browser.waitForText("jusqu’à 2 000 000,00 €");
  });

  test("asks an administration when it received the invoice, and nothing of the trade", async () => {
    await open({ client: "une administration" });
    await browser.typeInto("Date de la facture", "15/01/2026");
    await browser.typeInto("Réception par l’administration", "20/01/2026");
    // 20 January + 30 days.
    await browser.waitForText("19 février 2026", ".figure");
    assert(!(await browser.textOf()).includes("Ce qui est vendu"));
  });

  test("keeps what was typed, and opens again with it", async () => {
    await open();
    await browser.typeInto("Date de la facture", "15/01/2026");
    await browser.choose("Ce qui est vendu", "Bétail vivant, viande fraîche");
    await browser.choose("La facture regroupe-t-elle les livraisons d’une période ?", "oui");
    await browser.waitForText("4 février 2026", ".figure");
    await browser.reload();
    await browser.waitForText("4 février 2026", ".figure");
    assert.equal(await browser.valueOf("Date de la facture"), "15/01/2026");
  });

  test("opens and is used by the keyboard alone", async () => {
    await browser.choose("Votre client est", "une entreprise");
    await browser.typeInto("Date de la facture", "15/01/2026");
    // From the due date, the next stop is the help; within it, the agreement.
    const active = () => browser.driver.switchTo().activeElement();
    await (await browser.field("Échéance")).sendKeys(Key.TAB);
    assert.equal(plain(await (await active()).getText()), HELP);
    await (await active()).sendKeys(Key.ENTER);
    await browser.waitForText("14 février 2026", ".figure");
    await (await active()).sendKeys(Key.TAB);
    assert.equal(await (await active()).getAttribute("id"), "invoices-0-agreed");

    const use = await browser.find(".why .actions button");
    await browser.driver.executeScript("arguments[0].focus()", use);
    await (await active()).sendKeys(Key.ENTER);
    assert.equal(await browser.valueOf("Échéance"), "14/02/2026");
    assert.equal(plain(await (await active()).getText()), "Utiliser cette date", "the focus stays");
  });

  test("fits a phone", NARROW, async () => {
    await browser.resize(360, 800);
    await open();
    await browser.typeInto("Date de la facture", "15/01/2026");
    await browser.waitForText("14 février 2026", ".figure");
    const wide = await browser.driver.executeScript("return document.documentElement.scrollWidth");
    await browser.resize(1280, 900);
    assert(wide <= 360, `the page is ${wide} px wide`);
  });

  /** Waits for a screen reader to be told. */
  async function announced(text) {
    const said = () =>
      browser.driver.executeScript("return [...document.querySelectorAll('[role=status]')].map((e) => e.textContent).join(' ')");
    await browser.waitFor(async () => plain(await said()).includes(plain(text)), `« ${text} » is not announced`);
  }
});
