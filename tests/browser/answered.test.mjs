// « Mon client a répondu »: what counts goes into the case, what doesn't is told so, and the answer is at hand.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { ANSWERS, ONE_INVOICE, openCase, withBrowser } from "../harness/index.mjs";

const AS_OF = "reponse/#le=2026-06-30";

describe("once the debtor has answered", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const open = () => openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
  const note = () => browser.press("Noter dans mon dossier");

  test("a promise on the telephone moves nothing, and its day goes to the calendar", async () => {
    await open();
    await browser.press("Il promet de payer à une date");
    await note();
    await browser.waitForText("Dites comment il l’a dit.", "[role=alert]");
    await browser.typeInto("Quand ?", "28/06/2026");
    await browser.typeInto("Il promet de payer le", "10/07/2026");
    await browser.press("De vive voix");
    await note();
    await browser.waitForText("Le dernier jour pour agir ne change pas : le 16 mai 2031.");
    await browser.waitForText("Dite de vive voix, une promesse");
    await browser.waitForText("Le 10 juillet 2026 : regardez votre compte");
    await browser.press("Ajouter à l’agenda : paiement promis");
    const { bytes } = await browser.download(".ics");
    assert.match(bytes.toString(), /DTSTART;VALUE=DATE:20260710/);
    await browser.press("Écrire : Reconnaissance de dette");
    assert.equal(await browser.address(), "lettres/#le=2026-06-30");
  });

  test("a clear writing starts limitation anew, by the text that says so", async () => {
    await open();
    await browser.press("Il demande du temps");
    await browser.typeInto("Quand ?", "20/06/2026");
    await browser.press("Par écrit, en reconnaissant la dette");
    await browser.waitForText("une reconnaissance de dette par le client, à sa date", ".recorded");
    await note();
    await browser.waitForText("Le dernier jour pour agir passe du 16 mai 2031 au 20 juin 2031.");
    await browser.waitForText("2240", ".outcome");
    await browser.waitForText("Signer un échéancier", ".outcome");
    await browser.press("Voir la frise de la prescription");
    await browser.waitForText("Reconnaissance de dette");
  });

  test("a part payment is taken off the invoice, once", async () => {
    await open();
    await browser.press("Il a payé une partie");
    await browser.typeInto("Montant reçu", "beaucoup");
    await browser.waitForText("chiffres", ".telling");
    await browser.typeInto("Montant reçu", "850");
    await browser.typeInto("Reçu le", "20/06/2026");
    await note();
    await browser.waitForText("Le dernier jour pour agir passe du 16 mai 2031 au 20 juin 2031.");
    await browser.waitForText("en principal, au lieu de 1 850,00 €");
    await note();
    await browser.visit("penalites/#le=2026-06-30");
    await browser.waitForText("Paiement du 20 juin 2026");
    assert.equal((await browser.textOf("main")).split("Paiement du 20 juin 2026").length, 2);
  });

  test("a dispute is answered by its letter, dated already", async () => {
    await open();
    await browser.press("Il conteste");
    await browser.typeInto("Quand ?", "25/06/2026");
    await browser.press("Toute la somme");
    await note();
    await browser.waitForText("Réponse à une contestation", ".outcome");
    await browser.press("Écrire : Réponse à une contestation");
    await browser.waitFor(async () => (await browser.valueOf("Date de sa contestation")) === "25/06/2026", "the day was not taken over");
  });

  test("proceedings leave one letter alone", async () => {
    await open();
    await browser.press("Il est en procédure collective");
    await browser.choose("Procédure", "liquidation judiciaire");
    await browser.typeInto("Jugement d’ouverture", "15/06/2026");
    await note();
    await browser.waitForText("Déclarer la créance", ".outcome");
    await browser.waitForText("Ne réclamez plus rien", ".outcome");
    assert(!(await browser.textOf(".outcome")).includes("Mise en demeure"));
  });

  test("nothing is wider than a phone, whatever the answer", async () => {
    await browser.resize(360, 800);
    await open();
    for (const said of ["Il promet de payer", "Il a payé", "Il conteste", "Il dit avoir", "Il est en procédure"]) {
      await browser.press(said);
      const wide = await browser.driver.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
      assert(!wide, said);
    }
    await browser.resize(1280, 900);
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
