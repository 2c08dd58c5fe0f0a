// The guide: by keys alone from the first question to the plan; what isn't known, what is closed, what is kept.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { ANSWERS, COMPANY, ONE_INVOICE, openCase, plain, withBrowser } from "../harness/index.mjs";

const AS_OF = "guide/#le=2026-06-30";

describe("the guide", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const keys = (...pressed) => browser.driver.actions().sendKeys(...pressed).perform();
  const focused = async () => plain(await browser.driver.executeScript("return document.activeElement.textContent"));
  const isWide = () => browser.driver.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth");

  test("asks one question a screen, from what changes most, and says how far it is", async () => {
    await openCase(browser, ONE_INVOICE, AS_OF);
    // The amount, the date and the debtor are known: they are told back, not asked.
    await browser.waitForText("Votre client est-il en procédure collective ?");
    await browser.waitForText("Question 3 sur 10");
    await browser.waitForText("Trois minutes environ");
    const told = await browser.textOf(".told");
    assert.match(told, /1 850,00 € dus depuis le 16 mai 2026/);
    assert.match(told, /une entreprise \(société\), en France métropolitaine/);
    assert.equal((await browser.driver.findElements({ css: "main form fieldset.choices" })).length, 1);
  });

  test("can be walked by keys alone, the focus at each new question", async () => {
    await openCase(browser, ONE_INVOICE, AS_OF);
    const walk = [
      ["Votre client est-il en procédure collective ?", 0],
      ["D’où vient cette créance ?", 0],
      ["Votre client conteste-t-il la facture ?", 0],
      ["Que vous a répondu votre client ?", 0],
      ["Qu’avez-vous déjà envoyé ?", 0],
      ["Quelles preuves avez-vous ?", 1],
      ["Quelqu’un s’est-il porté caution ?", 0],
    ];
    for (const [i, [question, choice]] of walk.entries()) {
      await browser.waitForText(question, ".question");
      if (i === 0) await browser.driver.executeScript("document.querySelector('.question legend').tabIndex = -1; document.querySelector('.question legend').focus()");
      await browser.waitFor(async () => (await focused()).startsWith(question), `the focus is not at « ${question} »`);
      await keys(...Array(choice + 1).fill(Key.TAB), " ");
      // Enter sends the form, as in any form.
      await keys(Key.ENTER);
    }
    await browser.waitForText("Votre plan");
    await browser.waitFor(async () => (await focused()) === "Envoyer une relance", "the focus is not at the advice");
  });

  test("refuses to go on without an answer, and says what to do", async () => {
    await openCase(browser, ONE_INVOICE, AS_OF);
    await browser.press("Continuer");
    await browser.waitForText("Choisissez une réponse", "[role=alert]");
  });

  test("goes back, and back to the result", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Votre plan");
    await browser.press("Modifier : Contestation");
    await browser.waitForText("Votre client conteste-t-il la facture ?");
    await browser.press("Revenir");
    await browser.waitForText("D’où vient cette créance ?");
    await browser.press("Voir le résultat");
    await browser.waitForText("Votre plan");
  });

  test("says what a missing fact would change, and asks it again", async () => {
    const answers = { ...ANSWERS, insolvent: "unknown", struckOff: "unknown", contested: "unknown", guarantor: "unknown" };
    await openCase(browser, { ...ONE_INVOICE, answers }, AS_OF);
    await browser.waitForText("Avant tout, vérifiez votre client. S’il est en procédure collective, ce plan ne vaut plus : la première étape devient « Déclarer la créance ».");
    await browser.waitForText("Si quelqu’un s’est porté caution : « Demander le paiement à la caution » s’ajoute au plan.");
    await browser.press("Répondre : Contestation");
    await browser.waitForText("Votre client conteste-t-il la facture ?");
    await browser.press("Oui, il refuse de payer et dit pourquoi");
    await browser.press("Continuer");
    await browser.waitForText("Procès au fond");
    assert(!(await browser.textOf()).includes("On ne sait pas si le client conteste"));
  });

  test("a debtor struck off is told from one in proceedings", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: { ...ANSWERS, insolvent: undefined } }, AS_OF);
    await browser.waitForText("Votre client est-il en procédure collective ?");
    await browser.press("Non, mais il est radié ou dissous");
    await browser.press("Continuer");
    await browser.waitForText("Faire désigner un mandataire ad hoc");
    await browser.waitForText("non, mais il est radié ou dissous", ".told");
  });

  test("an administration is asked which one, once, and may stay unknown", async () => {
    const debtor = { ...ONE_INVOICE.debtor, kind: "publicBody" };
    await openCase(browser, { ...ONE_INVOICE, debtor, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Qui est votre client ?");
    await browser.waitForText("De quelle administration s’agit-il ?");
    await browser.press("Continuer");
    await browser.waitForText("On ne sait pas de quelle personne publique il s’agit.");
    await browser.press("Répondre : Client");
    await browser.choose("De quelle administration s’agit-il ?", "un hôpital public");
    await browser.press("Continuer");
    await browser.waitForText("un hôpital public", ".told");
  });

  test("each step has its button, and its day goes to a calendar", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Votre plan");
    const steps = await browser.textOf(".steps");
    assert.match(steps, /Coût : .*Durée : .*Avocat : pas obligatoire/);
    await browser.press("Tout le plan dans mon agenda");
    const { bytes } = await browser.download(".ics");
    const agenda = bytes.toString().replaceAll("\r\n ", "");
    // Eight days after the reminder of 30 June 2026; limitation five years after the due date.
    assert.match(agenda, /DTSTART;VALUE=DATE:20260708\r\n[^]*SUMMARY:Envoyer une mise en demeure \(Brun & Fils\)/);
    assert.match(agenda, /DTSTART;VALUE=DATE:20310516/);
    await browser.press("Écrire cette lettre : Première relance");
    assert.equal(await browser.address(), "lettres/#le=2026-06-30");
  });

  test("open routes stand side by side, closed ones behind their reasons", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Toutes les voies, pour cette créance");
    await browser.waitForText("32 voies examinées");
    const table = () => browser.textOf(".comparison");
    assert.match(await table(), /Injonction de payer.*Conseillée.*tribunal de commerce/i);
    assert(!(await table()).includes("Petites créances"));
    assert(!(await browser.textOf("#comparer")).includes("Injonction de payer européenne"));
    await browser.press("Faites pour d’autres cas");
    await browser.waitForText("Injonction de payer européenne", "#comparer");
    await browser.press("S’accorder");
    await browser.waitForText("Proposer une médiation", ".comparison");
    await browser.waitFor(async () => !(await table()).includes("Injonction de payer"), "the routes were not narrowed");
    await browser.press("Toutes");
    await browser.waitForText("Injonction de payer", ".comparison");
  });

  test("what was gathered stays ticked", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.press("Une copie de la facture");
    await browser.waitForText("1 sur");
    await browser.reload();
    await browser.waitForText("1 sur");
  });

  test("who can help: those who suit, the others folded with why not", async () => {
    await openCase(browser, { ...ONE_INVOICE, answers: ANSWERS }, AS_OF);
    await browser.waitForText("Qui peut s’en charger");
    await browser.waitForText("Vous-même", ".helpers");
    assert(!(await browser.textOf(".helpers")).includes("affacturage"));
    await browser.press("Moins adaptés à votre cas");
    await browser.waitForText("Pas ici : l’affactureur");
  });

  test("nothing is wider than a phone, at a question or in the plan, all open", async () => {
    await browser.resize(360, 800);
    for (const answers of [{}, ANSWERS]) {
      await openCase(browser, { ...COMPANY, answers }, AS_OF);
      await browser.driver.executeScript("for (const fold of document.querySelectorAll('main details')) fold.open = true");
      assert(!(await isWide()), JSON.stringify(answers));
    }
    await browser.resize(1280, 900);
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
