// « Vérifier mon client »: the registers, with the number only in a link that one follows, and each finding in the case.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { By } from "selenium-webdriver";

import { ANSWERS, CONSUMER, ONE_INVOICE, PUBLIC_BODY, openCase, withBrowser } from "../harness/index.mjs";

const AS_OF = "verifier/#le=2026-06-30";

describe("looking the debtor up", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  async function links() {
    const found = [];
    for (const link of await browser.driver.findElements(By.css(".registers a"))) {
      found.push({ url: await link.getAttribute("href"), rel: await link.getAttribute("rel"), target: await link.getAttribute("target") });
    }
    return found;
  }

  test("without a number, the links tell the registers nothing", async () => {
    await openCase(browser, ONE_INVOICE, AS_OF);
    await browser.waitForText("Annuaire des entreprises");
    await browser.waitForText("ouvre le site, sans rien lui dire");
    const all = await links();
    assert.equal(all.length, 4);
    for (const { url, rel } of all) {
      assert.match(url, /^https:\/\//);
      assert(!/\d{9}/.test(url), url);
      assert.equal(rel, "noreferrer");
    }
  });

  test("a number is checked, ready to copy, and stands in the links alone", async () => {
    await browser.typeInto("SIREN ou SIRET de votre client", "732 829 321");
    await browser.waitForText("Ce numéro n’existe pas");
    await browser.typeInto("SIREN ou SIRET de votre client", "732 829 320 00074");
    await browser.waitForText("732 829 320", ".number");
    await browser.waitForText("dit à ce site-là le numéro de votre client");
    for (const { url, rel, target } of await links()) {
      assert(url.endsWith("732829320"), url);
      assert.equal(rel, "noreferrer");
      assert.equal(target, "_blank");
    }
    await browser.press("Copier");
    // Headless, the clipboard may be refused: either way it is said.
    await browser.waitFor(async () => /Copié|refuse la copie/.test(await browser.textOf(".verify")), "the copy was not confirmed");
  });

  test("an opening judgment goes to the case, and changes the next step", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Envoyer une relance", ".advice");
    await browser.press("Un jugement d’ouverture");
    await browser.typeInto("Jugement d’ouverture", "15/06/2026");
    await browser.typeInto("Publication au BODACC", "22/06/2026");
    await browser.waitForText("Déclarer la créance", ".advice");
    // Two months after the publication of 22 June 2026, a Saturday: Monday the 24th.
    await browser.waitForText("au plus tard le 24 août 2026", ".advice");
    await browser.press("Voir tout le plan");
    await browser.waitForText("oui, jugement du 15/06/2026", ".told");
  });

  test("a company struck off needs a representative", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.press("Radié ou dissous");
    await browser.waitForText("Noté dans votre dossier.");
    await browser.press("Voir tout le plan");
    await browser.waitForText("Faire désigner un mandataire ad hoc");
  });

  test("a new address goes to the letters", async () => {
    await openCase(browser, ONE_INVOICE, AS_OF);
    await browser.press("Un autre nom, une autre adresse");
    await browser.typeInto("Ville", "Grenoble");
    await browser.reload();
    await browser.press("Un autre nom, une autre adresse");
    assert.equal(await browser.valueOf("Ville"), "Grenoble");
  });

  test("each debtor has its own registers, and a private person none", async () => {
    await openCase(browser, PUBLIC_BODY, AS_OF);
    await browser.waitForText("Chorus Pro");
    assert(!(await browser.textOf()).includes("SIREN ou SIRET de votre client"));
    await openCase(browser, CONSUMER, AS_OF);
    await browser.waitForText("Un particulier ne figure dans aucun registre public.");
    assert.equal((await links()).length, 1);
  });

  test("nothing went anywhere", async () => {
    await browser.assertQuiet();
  });
});
